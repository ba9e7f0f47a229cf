"""The page of a pilot as plain text: for a terminal, a mail, or to print."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from imref.pilot.page import Line, Page

WIDTH: Final = 78
STATES: Final = 16
"""Columns for how a target stands."""


def plain(page: Page) -> str:
    """The page in lines of at most `WIDTH` characters."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield page.title
    yield from _folded([page.when])
    yield "=" * WIDTH
    if page.broken:
        yield from _seal(page)
        yield ""
    yield from _folded([page.summary])
    for line in page.lines:
        yield ""
        yield from _target(line)
    yield ""
    yield "When people asked"
    yield from _folded(page.demand, "  ")
    yield ""
    yield "-" * WIDTH
    if not page.broken:
        yield from _seal(page)
    yield from _folded(page.notes)


def _seal(page: Page) -> Iterator[str]:
    """The digest; one that does not match is read before everything else."""
    yield from _folded(page.seal)
    yield f"  sha256 {page.digest}"


def _target(line: Line) -> Iterator[str]:
    state = line.state.upper() if line.state != "open" else "open"
    head = f"{state:{STATES}}{line.target}"
    yield f"{head}{line.value:>{max(2, WIDTH - len(head))}}" if line.value else head
    yield from _folded(line.words, " " * STATES)


def _folded(sentences: Iterable[str], indent: str = "") -> Iterator[str]:
    for sentence in sentences:
        yield from wrap(sentence, WIDTH, initial_indent=indent, subsequent_indent=indent)
