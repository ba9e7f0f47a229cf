"""The library's help pages: what a page holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web, and what people read for it ("" when it speaks for itself)."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One help page.

    ``slug`` is its name (the file's, without ``.md``), ``also`` other wordings of its title by
    which people may ask for it, ``text`` what it says as plain text, ``language`` the one it is
    written in ("" when that was not said).
    """

    slug: str
    title: str
    text: str
    also: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    language: str = ""
