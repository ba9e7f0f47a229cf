"""What an ordeal leaves to be judged: everybody's diary, the database, and every unclean stop."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

TOKEN = re.compile(r"«([a-z0-9]+:\d+)»")
"""Each text begins with one, so that it is known wherever its words turn up."""


class Kind(StrEnum):
    """What a line of a diary is about."""

    SENT = "sent"
    TEXT = "text"
    RECEIPT = "receipt"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True)
class Entry:
    """One stanza as a client sent or saw it; ``refers`` is the id it acknowledges or returns."""

    kind: Kind
    peer: str
    id: str
    text: str = ""
    refers: str = ""

    @property
    def tokens(self) -> list[str]:
        """The messages whose words are in it, in their order."""
        return TOKEN.findall(self.text)


@dataclass(slots=True)
class Diary:
    """All that one person's client sent and saw, in the order of its stream."""

    name: str
    address: str
    staff: bool
    entries: list[Entry] = field(default_factory=list)

    def of(self, *kinds: Kind, start: int = 0) -> Iterator[Entry]:
        """The entries of these kinds from ``start`` on."""
        return (entry for entry in self.entries[start:] if entry.kind in kinds)


@dataclass(frozen=True, slots=True)
class Row:
    """One kept message. ``origin`` is the sender's own stanza id."""

    number: int
    session: int
    patron: str
    desk: str
    alias: str
    at: float
    speaker: str
    staff: str
    body: str
    id: str
    origin: str

    @property
    def token(self) -> str:
        """The token that the sender's client put before the words."""
        found = TOKEN.search(self.body)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One row of a session's history."""

    number: int
    session: int
    at: float
    what: str
    staff: str


@dataclass(frozen=True, slots=True)
class Posted:
    """One outbox row; ``sender`` is a local part."""

    number: int
    sender: str
    recipient: str
    id: str
    body: str
    fate: str


@dataclass(frozen=True, slots=True)
class Owed:
    """Somebody in an open session is to be told that ``token`` is the last that was kept."""

    person: str
    peer: str
    token: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One kill: what was in the file when the process was gone.

    ``kept`` are the (patron, desk, origin) of messages kept since the stop before, ``receipts``
    those that patrons' clients had a receipt for since then, ``notices`` whom to tell what, and
    ``marks`` how long each diary was.
    """

    kept: frozenset[tuple[str, str, str]]
    numbers: frozenset[int]
    receipts: frozenset[tuple[str, str, str]]
    notices: tuple[Owed, ...]
    marks: dict[str, int]


@dataclass(slots=True)
class Books:
    """The database at one moment."""

    messages: list[Row]
    turns: list[Turn]
    outbox: list[Posted]
    owners: dict[int, str]
    clean: bool


@dataclass(slots=True)
class Record:
    """Everything that is judged."""

    domain: str
    diaries: dict[str, Diary] = field(default_factory=dict)
    stops: list[Stop] = field(default_factory=list)
    books: Books = field(default_factory=lambda: Books([], [], [], {}, False))
    exit_codes: list[int] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def copy(self) -> Record:
        """A record of its own, as true as this one, that can be changed."""
        books = self.books
        return Record(
            self.domain,
            {name: replace(one, entries=[*one.entries]) for name, one in self.diaries.items()},
            [*self.stops],
            replace(
                books, messages=[*books.messages], turns=[*books.turns], outbox=[*books.outbox]
            ),
            [*self.exit_codes],
            [*self.troubles],
        )

    @property
    def patrons(self) -> list[Diary]:
        """The diaries of those who ask."""
        return [diary for diary in self.diaries.values() if not diary.staff]

    @property
    def staff(self) -> list[Diary]:
        """The diaries of those who answer."""
        return [diary for diary in self.diaries.values() if diary.staff]

    def name_of(self, address: str) -> str:
        """Whose address it is."""
        return next(diary.name for diary in self.diaries.values() if diary.address == address)


_MESSAGES = """
SELECT m.number, m.session, p.address, p.desk, 'patron-' || p.number, m.at, m.speaker, m.staff,
       m.body, m.id, CASE m.origin WHEN '' THEN m.id ELSE m.origin END
FROM messages m JOIN patrons p ON p.number = m.patron WHERE m.number > ? ORDER BY m.number
"""

_OUTBOX = """
SELECT o.number, o.sender, o.recipient, o.id, coalesce(o.body, m.body), o.fate
FROM outbox o LEFT JOIN messages m ON m.number = o.message ORDER BY o.number
"""

_LAST_WORDS = """
SELECT p.address, p.desk, 'patron-' || p.number, s.owner,
       (SELECT body FROM messages m WHERE m.session = s.number AND m.speaker = 'patron'
        ORDER BY m.number DESC LIMIT 1),
       (SELECT body FROM messages m WHERE m.session = s.number AND m.speaker = 'staff'
        AND m.staff = s.owner ORDER BY m.number DESC LIMIT 1)
FROM sessions s JOIN patrons p ON p.number = s.patron WHERE s.state <> 'closed'
"""


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def new_messages(path: Path, after: int) -> list[Row]:
    """The messages in the file with a number above ``after``."""
    with closing(_connect(path)) as file:
        return [Row(*row) for row in file.execute(_MESSAGES, (after,))]


def last_words(path: Path) -> Iterable[tuple[str, str, str, str, str | None, str | None]]:
    """Of each open session: patron, desk, alias, owner, the last words of each of the two."""
    with closing(_connect(path)) as file:
        return file.execute(_LAST_WORDS).fetchall()


def books(path: Path) -> Books:
    """Everything that is judged of the database."""
    with closing(_connect(path)) as file:
        turns = file.execute("SELECT number, session, at, what, staff FROM turns ORDER BY number")
        return Books(
            messages=[Row(*row) for row in file.execute(_MESSAGES, (0,))],
            turns=[Turn(*row) for row in turns],
            outbox=[Posted(*row) for row in file.execute(_OUTBOX)],
            owners=dict(file.execute("SELECT number, owner FROM sessions WHERE state = 'active'")),
            clean=file.execute("SELECT value FROM meta WHERE name = 'clean'").fetchone()[0]
            == "yes",
        )
