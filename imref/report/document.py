"""What a report is to its readers: chapters of sentences, tables and pictures, on any paper.

Terminal, web page and PDF show the same document, so that nobody reads another number than the
others do.
"""

from dataclasses import dataclass
from enum import StrEnum


class Picture(StrEnum):
    """What can be drawn of a report."""

    FATES = "fates"
    WEEK = "week"
    COVERAGE = "coverage"
    WAITS = "waits"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a caption; the first column is what a row is about, the others are figures.

    ``drawn`` is whether bars made of letters say all of it, where there is nothing else to draw by.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One question that a report answers.

    ``caption`` tells how to read the picture, ``alt`` says in words what it shows.
    """

    slug: str
    title: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    picture: Picture | None = None
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report for readers. ``essentials`` are one screen: a sentence each."""

    title: str
    about: str
    essentials: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...]
