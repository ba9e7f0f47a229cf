"""What a sentence is: text with named gaps, kept by key, and filled with words of any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Lapse:
    """A waiting time in seconds, said as people say it: "a moment", "5 s", "2 h 5 min"."""

    seconds: float


@dataclass(frozen=True, slots=True)
class When:
    """The moment ``at`` (Unix seconds) as the clocks of ``zone`` (an IANA name) show it.

    It is said as seen from the moment of saying: "today at 18:00", "tomorrow at 9:00", "Monday at
    9:00", "Monday, 4 January at 9:00". A ``short`` one says no more than "18:00" on the day
    itself, for places that have little room (a status).
    """

    at: float
    zone: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day at ``at`` (Unix seconds) as the clocks of ``zone`` show it: "18:00"."""

    at: float
    zone: str


@dataclass(frozen=True, slots=True)
class DayName:
    """The day of the week of a date, in short: "Mon"."""

    on: date


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things in one sentence, joined as the language does: "a, b and c"."""

    items: "tuple[Text, ...]"
    style: Literal["standard", "or"] = "standard"


@dataclass(frozen=True, slots=True)
class Lines:
    """Several things, each on a line of its own."""

    items: "tuple[Text, ...]"


@dataclass(slots=True)
class Words:
    """A phrase and what fills its gaps, not yet in any language: `Wording.render` says it."""

    phrase: "Phrase"
    fields: "Mapping[str, Field]"

    def __str__(self) -> str:
        raise TypeError(f"{self.phrase.key!r} has no text before it is rendered in a language")


@dataclass(frozen=True, slots=True)
class Word:
    """What people are told to write for a patron's command, by its name ("bye")."""

    command: str


Text = str | Words | Lapse | When | Clock | DayName | Listed | Lines | Word
"""What can be said. A ``str`` is people's own words, or a name: it is said as it is."""

Field = Text | int | float
"""What can fill a gap; a number stands as it is, and chooses the plural where it is ``count``."""


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A sentence with named gaps; calling it fills them. ``about`` says who reads it and when.

    There is one of each key, so two phrases are equal when they are the same.

    ``text`` is the English original. Where there is a ``plural``, the number in the gap ``count``
    chooses between the two (other languages may have more forms).
    """

    key: str
    text: str
    about: str
    plural: str = ""

    def __call__(self, **fields: Field) -> Words:
        return Words(self, fields)


ABOUT_PREFIX = "about_"
"""Begins the key of a phrase that tells in help what a command does."""

WORD_PREFIX = "word_"
"""Begins the key of a phrase that holds what a patron may write for a command, with commas."""

PHRASES: dict[str, Phrase] = {}
"""Every phrase by its key."""


def in_order() -> list[Phrase]:
    """All phrases: those of this package as they stand in it, then those of commands by key.

    (Commands are registered by the modules of their rules, in whatever order those are imported.)
    """
    return sorted(PHRASES.values(), key=_of_command)


def _of_command(phrase: Phrase) -> str:
    return phrase.key if phrase.key.startswith((ABOUT_PREFIX, WORD_PREFIX)) else ""


def phrase(key: str, text: str, about: str, plural: str = "") -> Phrase:
    """Enter a sentence into the registry. Raises ValueError if the key is taken."""
    if key in PHRASES:
        raise ValueError(f"two phrases are called {key!r}")
    PHRASES[key] = made = Phrase(key, text, about, plural)
    return made
