"""Measures the search of the help pages: right answers, needless suggestions, time.

    python bench/faq.py             # the sample library's pages, and questions people ask
    python bench/faq.py --show      # also every question that went wrong
    python bench/faq.py FOLDER QUESTIONS.yaml

It judges a library's own pages, too: a file of questions has the form of
tests/data/faq_questions.yaml. Exit code 0 when both targets are met by all questions.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from imref.config.faq import read_faq
from imref.store.faq import FaqIndex

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = REPOSITORY / "imref/demo/faq"
SEEN = REPOSITORY / "tests/data/faq_questions.yaml"
UNSEEN = REPOSITORY / "tests/data/faq_questions_unseen.yaml"
TARGET = 0.8

Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wrote, and the name of the page that answers it ("" when none does)."""

    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """``right``: the share of questions with an answer whose page is among those suggested;
    ``quiet``: the share of those without one for which nothing is suggested."""

    right: float
    quiet: float
    wrong: tuple[Question, ...]


def read_questions(path: Path) -> tuple[list[Question], list[Question]]:
    """The questions with an answer and those without, in the order of the file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    answered = [Question(text, page) for each in data["answered"] for page, text in each.items()]
    return answered, [Question(text) for text in data["unanswered"]]


def measure(
    search: Search, answered: Sequence[Question], unanswered: Sequence[Question]
) -> Figures:
    """How well ``search`` (a question's text in, names of pages out) does on these questions."""
    missed = [each for each in answered if each.page not in search(each.text)]
    needless = [each for each in unanswered if search(each.text)]
    return Figures(
        1 - len(missed) / len(answered),
        1 - len(needless) / len(unanswered),
        (*missed, *needless),
    )


def milliseconds(search: Search, questions: Sequence[Question]) -> list[float]:
    """How long each search takes."""
    taken = []
    for each in questions:
        began = time.perf_counter()
        search(each.text)
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES)
    parser.add_argument("questions", type=Path, nargs="*", default=[SEEN, UNSEEN])
    parser.add_argument("--show", action="store_true", help="print every question that went wrong")
    chosen = parser.parse_args()

    pages = read_faq(chosen.folder)
    index = FaqIndex(pages)

    def search(text: str) -> list[str]:
        return [page.slug for page in index.search(text)]

    print(f"{len(pages)} pages")
    met = [report(path, search, show=chosen.show) for path in chosen.questions]
    return 0 if all(met) else 1


def report(path: Path, search: Search, *, show: bool) -> bool:
    """Print the figures of one file of questions; gives whether both targets are met."""
    answered, unanswered = read_questions(path)
    figures = measure(search, answered, unanswered)
    taken = milliseconds(search, [*answered, *unanswered])
    print(
        f"{path.name}: {len(answered)} with an answer, right page among three"
        f" {figures.right:.0%}; {len(unanswered)} without, nothing suggested {figures.quiet:.0%};"
        f" a search {statistics.median(taken):.2f} ms (longest {taken[-1]:.2f} ms)"
    )
    for each in figures.wrong if show else ():
        print(f"  {each.page or '(none)'}: {each.text!r} -> {', '.join(search(each.text)) or '-'}")
    return min(figures.right, figures.quiet) >= TARGET


if __name__ == "__main__":
    sys.exit(main())
