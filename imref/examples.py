"""Examples in the docs: what commands print for a sample library, made anew with the manual."""

import re
import shlex
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from imref.config import read
from imref.desk.agreement import Agreement
from imref.explain import cases, told, walk
from imref.paper import agreement_text
from imref.store.faq import FaqIndex
from imref.terminal import show_hours

ROOT = Path(__file__).parents[1]
"""The repository: these pages are made there, and not where imref is installed."""

LIBRARY = "docs/library.yaml"
PAGE = "docs/agreement.md"

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
"""When the examples are made, whatever the day: a Monday before Christmas."""

_EXAMPLE = re.compile(r"(?<=^```console\n)\$ (imref .*)\n(?:.*\n)*?(?=^```$)", re.MULTILINE)

_HEAD = """\
<!-- Made by `imref agreement -c docs/library.yaml`. -->

"""


def page() -> str:
    """The text of ``docs/agreement.md``, each example in it made anew."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    return _EXAMPLE.sub(lambda found: f"$ {found[1]}\n{_output(found[1])}", text)


def agreement_page() -> str:
    """The text of ``docs/agreement-example.md``: a whole agreement."""
    return _HEAD + "\n".join(agreement_text(_library(), NOW)) + "\n"


def _output(command: str) -> str:
    """What a command prints. Its options are those of the command line, in long form."""
    _, name, *words = shlex.split(command)
    options = dict(zip(words[::2], words[1::2], strict=True))
    return "".join(f"{line}\n" for line in _LINES[name](_library(), options))


def _hours(library: Agreement, options: dict[str, str]) -> Iterator[str]:
    console = Console(file=StringIO(), width=90, highlight=False, emoji=False, markup=False)
    desks = [library.desks[options["--desk"]]]
    show_hours(console, desks, NOW, int(options["--weeks"]))
    assert isinstance(console.file, StringIO)
    yield from console.file.getvalue().strip().splitlines()


def _explain(library: Agreement, options: dict[str, str]) -> Iterator[str]:
    (case,) = cases(
        library,
        options["--at"],
        options["--desk"],
        options["--on-duty"],
        options["--question"],
        options.get("--language", ""),
    )
    pages = FaqIndex(library.pages.values())
    steps = walk(library, case, lambda asked: pages.search(asked.text, asked.language))
    yield from told(case, steps, library)


_LINES = {"hours": _hours, "explain": _explain}


def _library() -> Agreement:
    return read(ROOT / LIBRARY, secret=False).agreement()
