"""One registry of staff and patron commands: name, words, help, and who may use it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from imref.desk.agreement import StaffMember
from imref.desk.form.slip import Slip
from imref.desk.model import Patron, Session
from imref.desk.phrases import ABOUT_PREFIX, WORD_PREFIX, Phrase, phrase
from imref.desk.room import Room


class Audience(StrEnum):
    """Who may use a command."""

    STAFF = "staff"
    PATRON = "patron"


@dataclass(frozen=True, slots=True)
class StaffCall:
    """A command as a librarian gave it.

    ``window`` is the local part it was written to (a desk, an alias, or "" for the component),
    ``session`` the alias's session if it has one, ``argument`` the text after the word, ``id``
    that of the stanza, "" where there is none. ``slip`` takes the answer to one given by a form.
    """

    member: StaffMember
    window: str
    session: Session | None
    argument: str
    id: str = ""
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class PatronCall:
    """A command as a patron gave it, at the desk whose local part is ``desk``.

    ``language`` is what they wrote in, for one whom we do not know yet; ``argument`` is the text
    after the word, where a command takes some.
    """

    address: str
    desk: str
    patron: Patron | None
    language: str = ""
    argument: str = ""


StaffRule = Callable[[Room, StaffCall], None]
PatronRule = Callable[[Room, PatronCall], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the first of ``words`` is its name, the others are understood too.

    ``about`` is what the help says of it.
    """

    words: tuple[str, ...]
    usage: str
    about: Phrase
    audience: Audience

    @property
    def name(self) -> str:
        """The word that the help shows."""
        return self.words[0]


COMMANDS: list[Command] = []
STAFF: dict[str, tuple[Command, StaffRule]] = {}
PATRON: dict[str, tuple[Command, PatronRule]] = {}


def staff_command(*words: str, usage: str, about: str) -> Callable[[StaffRule], StaffRule]:
    """Register a rule as a staff command under all its words."""

    def register(rule: StaffRule) -> StaffRule:
        help_line = phrase(f"{ABOUT_PREFIX}{words[0]}", about, f"To staff, in !help: !{words[0]}.")
        command = Command(words, usage, help_line, Audience.STAFF)
        COMMANDS.append(command)
        STAFF.update(dict.fromkeys(words, (command, rule)))
        return rule

    return register


def patron_command(*words: str, about: str, said: str = "") -> Callable[[PatronRule], PatronRule]:
    """Register a rule as a patron command: the word is the whole message.

    The first is its name; ``said`` is what people write for it where that is more than one word.
    Its words in other languages are those of the phrase ``word_NAME``.
    """
    name = words[0]

    def register(rule: PatronRule) -> PatronRule:
        help_line = phrase(f"{ABOUT_PREFIX}patron_{name}", about, f"To a patron, in help: {name}.")
        phrase(
            WORD_PREFIX + name,
            said or ", ".join(words),
            f"What a patron may write for {name}, with commas between.",
        )
        command = Command(words, said or name, help_line, Audience.PATRON)
        COMMANDS.append(command)
        PATRON.update(dict.fromkeys(words, (command, rule)))
        return rule

    return register


def commands_for(audience: Audience) -> list[Command]:
    """The commands of an audience by name: in one order, whatever was imported first."""
    return sorted(
        (each for each in COMMANDS if each.audience is audience), key=lambda each: each.name
    )


_UNSEEN = r"[\s\u200b-\u200f\u2060\ufeff]*"  # what a phone's keyboard may leave in front
_STAFF_WORD = re.compile(
    _UNSEEN + r"(?:[!！]+[^\w\n]*([^\W\d_]+|[\d_]+)|/([^\W\d_]+)(?=[\s:,;.!]|$))"
)


def parse_staff(body: str) -> tuple[str, str] | None:
    """The word and the argument of a staff command, or None for words meant for a person.

    A command begins with ``!`` and a letter or digit, however sloppily typed and on whatever
    keyboard, for none may slip through to a patron; "!!!" is an outcry. ``/`` counts too, where a
    client lets it through, but not a path (``/usr/share``) and not ``/me`` (XEP-0245), which
    people write to people.
    """
    match = _STAFF_WORD.match(body)
    if match is None or (match[2] or "").lower() == "me":
        return None
    return (match[1] or match[2]).lower(), body[match.end() :].lstrip(":,;").strip()


def nearest(word: str) -> Command | None:
    """The staff command that ``word`` most resembles, or None when it resembles none."""
    close = get_close_matches(word, STAFF, n=1, cutoff=0.5)
    return STAFF[close[0]][0] if close else None
