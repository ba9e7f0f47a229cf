"""Which help pages may answer a question: BM25 over the pages, weighed by what they leave out.

How well this works is measured: ``python bench/faq.py``, and docs/faq.md.
"""

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imref.desk.night.faq import Page
from imref.store.faq.spelling import Spelling
from imref.store.faq.thesaurus import related
from imref.store.faq.words import is_light, topic_words, words

MOST_SUGGESTED = 3

TITLE, ALSO, TEXT = 5.0, 5.0, 1.0
"""What a word is worth in a page's title, its other wordings, and its text."""

THRESHOLD = 0.175
"""The least strength of a suggestion: below it, it is more often wrong than right."""

COVERAGE = 2.0
"""How much it matters that a page has all that was asked for, and not one word of many."""

RELATED = 0.6
"""What a page covers of a word when it has only another word for the same."""

BESIDE_THE_BEST = 0.25
"""A page is suggested beside a better one when it has this share of its strength."""

OTHER_LANGUAGE = 0.6
"""What a page is worth to somebody who reads another language than it is written in."""

FEWEST, NO_WORD = 30, "\ue000"
"""Among three pages no word is rare, so BM25 finds nothing: pages of no word make up the number."""

_CREATE = """
CREATE VIRTUAL TABLE page USING fts5(
    title, also, body, tokenize = "porter unicode61 remove_diacritics 2"
)
"""
_HOLDING = "SELECT rowid FROM page WHERE page MATCH ?"
_RANKED = f"SELECT rowid, -bm25(page, {TITLE}, {ALSO}, {TEXT}) FROM page WHERE page MATCH ?"


@dataclass(frozen=True, slots=True)
class _Question:
    """What the pages know of a question.

    ``terms`` are its words that some page has, and other words for them; ``covered`` how much of
    all that it asks for is in each page (0 to 1, rare words counting more), by the page's place.
    """

    terms: tuple[str, ...]
    covered: dict[int, float]


class FaqIndex:
    """The help pages of a library. Made anew when they change; a search takes about 1 ms."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = tuple(pages)
        self._by_slug = {page.slug: page for page in self._pages}
        self._spelling = Spelling(word for page in self._pages for word in words(_all_of(page)))
        self._count = max(len(self._pages), FEWEST)
        self._rarest = math.log(2 * (self._count + 1))
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(_CREATE)
        self._fill()

    def _fill(self) -> None:
        rows = [_columns(page) for page in self._pages]
        length = sum(len(" ".join(row).split()) for row in rows) // max(1, len(rows))
        rows += [("", "", f"{NO_WORD} " * length)] * (self._count - len(rows))
        self._database.executemany(
            "INSERT INTO page (rowid, title, also, body) VALUES (?, ?, ?, ?)",
            [(place, *row) for place, row in enumerate(rows)],
        )

    def page(self, slug: str) -> Page | None:
        """The page of this name, or None when there is none (any more)."""
        return self._by_slug.get(slug)

    def search(self, text: str, language: str = "") -> list[Page]:
        """Up to three pages that may answer ``text``, best first; often none.

        ``language`` is the reader's (``en``, ``pt-br``); pages in others come behind.
        """
        question = self._understand(text)
        if not question.terms:
            return []
        strengths = {
            self._pages[place]: self._strength(place, score, question, language)
            for place, score in self._database.execute(_RANKED, (_any(question.terms),))
        }
        ranked = sorted(strengths, key=strengths.__getitem__, reverse=True)
        least = max(THRESHOLD, strengths[ranked[0]] * BESIDE_THE_BEST)
        return [page for page in ranked[:MOST_SUGGESTED] if strengths[page] >= least]

    def _understand(self, text: str) -> _Question:
        terms: list[str] = []
        total = 0.0
        covered: dict[int, float] = {}
        for word in topic_words(text):
            term = word if is_light(word) else self._spelling.meant(word) or word
            others = related(term)
            holding = self._holding([term])
            nearly = self._holding(others) - holding
            if not holding and not nearly and is_light(term):
                continue
            weight = self._weight(len(holding | nearly))
            total += weight
            for place in holding:
                covered[place] = covered.get(place, 0.0) + weight
            for place in nearly:
                covered[place] = covered.get(place, 0.0) + weight * RELATED
            terms += [term] if holding else []
            terms += others if nearly else ()
        return _Question(tuple(terms), {place: weight / total for place, weight in covered.items()})

    def _holding(self, words: Sequence[str]) -> set[int]:
        """The places of the pages that have any of these words."""
        if not words:
            return set()
        return {place for (place,) in self._database.execute(_HOLDING, (_any(words),))}

    def _weight(self, holding: int) -> float:
        """How much a word says that so many pages have; one that none has says the most."""
        return math.log((self._count + 1) / (holding + 0.5))

    def _strength(self, place: int, score: float, question: _Question, language: str) -> float:
        """BM25, apart from how many pages there are, and less for what the page leaves out."""
        strength = score / self._rarest * math.pow(question.covered[place], COVERAGE)
        page = self._pages[place]
        other = language and page.language and _main(page.language) != _main(language)
        return strength * OTHER_LANGUAGE if other else strength


def _all_of(page: Page) -> str:
    return " ".join(_parts(page))


def _columns(page: Page) -> tuple[str, str, str]:
    title, also, body = (" ".join(words(part)) for part in _parts(page))
    return title, also, body


def _parts(page: Page) -> tuple[str, str, str]:
    body = "\n".join([page.text, *(link.title for link in page.links)])
    return page.title, "\n".join(page.also), body


def _any(terms: Iterable[str]) -> str:
    """An FTS5 query for any of these words; in quotes, so that none is an operator."""
    return " OR ".join(f'"{term}"' for term in terms)


def _main(language: str) -> str:
    """``pt-BR`` as ``pt``."""
    return language.lower().partition("-")[0]
