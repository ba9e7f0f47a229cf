"""The folder of help pages: Markdown files in, pages out, or every problem with file and line."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from imref.config.faq_text import plain
from imref.config.places import Places, Unreadable, parse
from imref.config.problems import ConfigErrors, Problem, explain, key_of
from imref.config.section import Section
from imref.desk.night.faq import Link, Page

SCHEMES = ("https", "http", "mailto", "xmpp", "tel")
NOT_A_PAGE = "README.md"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*", re.IGNORECASE)


def _link(value: object) -> object:
    """``https://…`` alone, or a mapping of one title to its address."""
    if isinstance(value, str):
        return Link("", _address(value))
    if isinstance(value, dict) and len(value) == 1:
        [(title, address)] = value.items()
        if isinstance(title, str) and isinstance(address, str):
            return Link(title.strip(), _address(address))
    raise ValueError('must be an address, or "Title: https://…"')


def _address(text: str) -> str:
    if urlsplit(text.strip()).scheme not in SCHEMES:
        raise ValueError(f'"{text}" is not an address such as "https://library.example/hours"')
    return text.strip()


def _language(tag: str) -> str:
    if tag and not LANGUAGE.fullmatch(tag):
        raise ValueError(f'"{tag}" is not a language such as "en" or "es"')
    return tag.lower()


class FrontMatter(Section):
    """What stands between the two lines ``---`` at the head of a page."""

    title: str = Field(min_length=1, description="What people choose the page by.")
    also: list[str] = Field(default=[], description="Other wordings of the title.")
    links: list[Annotated[Link, BeforeValidator(_link)]] = Field(
        default=[], description="Addresses that go with the page."
    )
    language: Annotated[str, AfterValidator(_language)] = Field(
        default="", description="The language of the page."
    )


def read_faq(folder: Path) -> tuple[Page, ...]:
    """The pages in ``folder`` and the folders in it, by name. Raises ConfigErrors.

    Every ``*.md`` is a page, but README.md and what begins with a dot.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    try:
        files = sorted(_files(folder))
    except OSError as error:
        raise ConfigErrors([Problem(str(folder), 0, (), _cannot_read(error))]) from error
    for file in files:
        found = _read_page(file, file.relative_to(folder).with_suffix("").as_posix())
        pages += [found] if isinstance(found, Page) else []
        problems += [] if isinstance(found, Page) else found
    if problems:
        raise ConfigErrors(problems)
    return tuple(pages)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name == NOT_A_PAGE:
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.suffix == ".md":
            yield path


def _cannot_read(error: OSError) -> str:
    return f"cannot be read: {error.strerror}"


def _read_page(file: Path, slug: str) -> Page | list[Problem]:
    if len(slug.split()) > 1:
        return [Problem(str(file), 0, (), "has a space in its name; write a hyphen")]
    try:
        front, body = _split(file.read_text(encoding="utf-8-sig"))
        data, places = parse(front)
        head = FrontMatter.model_validate(data)
        text = plain(body)
        if not text:
            raise Unreadable(front.count("\n") + 1, "says nothing below its title")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return [Problem(str(file), line, (), "is not text in UTF-8")]
    except OSError as error:
        return [Problem(str(file), 0, (), _cannot_read(error))]
    except Unreadable as error:
        return [Problem(str(file), error.line, (), error.text)]
    except ValidationError as error:
        return list(_explained(file, places, error))
    repeated = list(_repeated(file, places.repeated))
    if repeated:
        return repeated
    also, links = tuple(head.also), tuple(head.links)
    return Page(slug, head.title.strip(), text, also, links, head.language)


def _split(text: str) -> tuple[str, str]:
    """The YAML at the head, with the lines it has in the file, and the Markdown below it."""
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if not marks or marks[0] != 0:
        raise Unreadable(1, 'must begin with a line "---", its title, and a line "---"')
    if len(marks) == 1:
        raise Unreadable(1, 'has no second line "---" below its title')
    end = marks[1]
    # The first line is kept as an empty one, so that the lines of a complaint are the file's.
    return "\n".join(["", *lines[1:end], ""]), "\n".join(lines[end + 1 :])


def _explained(file: Path, places: Places, error: ValidationError) -> Iterator[Problem]:
    for one in error.errors(include_url=False):
        key = key_of(one)
        text = "is missing" if one["type"] == "missing" else explain(one, FrontMatter)
        yield Problem(str(file), places.line(key), key, text)


def _repeated(
    file: Path, repeated: Iterable[tuple[tuple[str, ...], int, int]]
) -> Iterator[Problem]:
    for key, line, first in repeated:
        yield Problem(str(file), line, key, f"was given before, in line {first}")
