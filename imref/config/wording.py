"""The library's language, and its own sentences in place of those that come with imref."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from imref.config.catalogues import catalogues, languages
from imref.config.problems import Key, nearest
from imref.desk import repertoire
from imref.desk.phrases import PHRASES, WORD_PREFIX, Phrase
from imref.desk.wording import Wording

__all__ = ["repertoire"]  # Importing it registers the commands, which have phrases too.

EVERY_LANGUAGE = ""
OwnTexts = Mapping[str, Mapping[str, str]]
"""Texts by phrase key, then by language tag (`EVERY_LANGUAGE` for one that is for all)."""


def check_language(tag: str) -> str:
    """The tag of a language that imref speaks, or of a region of it ("de-AT"), in lower case."""
    normal = tag.lower().replace("_", "-")
    parts = normal.split("-")
    if not any("-".join(parts[:length]) in languages() for length in range(1, len(parts) + 1)):
        close = nearest(normal, languages())
        raise ValueError(f'"{tag}" is not spoken here; there are {", ".join(languages())}{close}')
    return normal


def _by_language(phrases: object) -> object:
    """Every phrase with its languages; what `misfits` complains about is left out."""
    if phrases is None:
        return {}
    if not isinstance(phrases, dict):
        return phrases
    texts = {key: {EVERY_LANGUAGE: t} if isinstance(t, str) else t for key, t in phrases.items()}
    return {key: _normal(text) for key, text in texts.items() if isinstance(text, dict)}


def _normal(texts: Mapping[Any, object]) -> dict[str, str]:
    return {
        str(tag).lower().replace("_", "-"): text
        for tag, text in texts.items()
        if isinstance(text, str)
    }


Language = Annotated[str, AfterValidator(check_language)]
OwnPhrases = Annotated[dict[str, dict[str, str]], BeforeValidator(_by_language)]


def wording(language: str, phrases: OwnTexts, doubted: frozenset[str] = frozenset()) -> Wording:
    """How a library with this language and these phrases of its own says things.

    ``doubted`` are the languages that it does not believe a message's mark of.
    """
    own: dict[str, dict[str, str]] = {}
    for key, texts in phrases.items():
        for tag, text in texts.items():
            own.setdefault(tag, {})[key] = text
    return Wording(catalogues(), own, language, doubted)


def gaps(text: str) -> set[str]:
    """The names in braces. Raises ValueError where the braces are not those of gaps."""
    names = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(f"{{{name}}} is no gap")
        names.add(name)
    return names


def misfit(phrase: Phrase, text: str) -> str:
    """Why ``text`` cannot stand for a phrase, or ""."""
    if not text.strip():
        return "must not be empty"
    try:
        found = gaps(text)
    except ValueError:
        return "has a brace that belongs to no gap such as {name}; write {{ or }} for one"
    every = gaps(phrase.text) | gaps(phrase.plural)
    needed = (gaps(phrase.text) & gaps(phrase.plural) if phrase.plural else every) - _commands()
    if unknown := found - every - _commands():
        known = f"there are {_braced(every)}" if every else "there are none"
        return f"has {_braced(unknown)}, which is not filled in here; {known}"
    if missing := needed - found:
        return f"leaves out {_braced(missing)}, which people need to read"
    return ""


def _commands() -> set[str]:
    """The gaps that the words of patrons' commands fill, in any phrase."""
    return {key for key in PHRASES if key.startswith(WORD_PREFIX)}


def _braced(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def misfits(phrases: object) -> Iterator[tuple[Key, str]]:
    """What is wrong with the ``phrases`` of a config file, which may have any shape."""
    for key, given in phrases.items() if isinstance(phrases, dict) else ():
        here = ("phrases", str(key))
        phrase = PHRASES.get(key)
        if phrase is None:
            close = nearest(str(key), PHRASES) or "; docs/phrases.md lists them"
            yield here, f"there is no such phrase{close}"
        elif isinstance(given, str):
            yield from _about(here, misfit(phrase, given))
        elif isinstance(given, dict):
            yield from _misfits_by_language(here, phrase, given)
        else:
            yield here, "must be text, or a section of languages and texts"


def _misfits_by_language(
    key: Key, phrase: Phrase, texts: dict[object, object]
) -> Iterator[tuple[Key, str]]:
    for tag, text in texts.items():
        here = (*key, str(tag))
        normal = str(tag).lower().replace("_", "-")
        if normal not in languages():
            close = nearest(normal, languages()) or f"; there are {', '.join(languages())}"
            yield here, f"is not a language of imref{close}"
        elif isinstance(text, str):
            yield from _about(here, misfit(phrase, text))
        else:
            yield here, "must be text; put it in quotes"


def _about(key: Key, problem: str) -> Iterator[tuple[Key, str]]:
    if problem:
        yield key, problem
