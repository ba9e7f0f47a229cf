"""Searching what was said: an index is made in memory for one search, and is gone with it.

Nothing that people said is kept a second time, and what is forgotten is not found from the next
search on. The index holds words and places alone, and no text (FTS5, "External Content Tables");
letters with diacritics are found without them too.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from imref.desk.model import ALIAS_PREFIX, Speaker
from imref.store.database import connect, failures_named

NEWEST: Final = 200_000
"""Messages that are searched at most: the newest of the time that was asked for."""

PAGE: Final = 20
"""Passages on one page."""

AROUND: Final = 24
"""Words that a snippet has at most."""

LONGEST: Final = 200
"""Characters that are read of what somebody searches for."""

MOST_WORDS: Final = 12

_OPEN, _CLOSE = "\x02", "\x03"
"""Around what was found. XMPP lets no such characters through (XML 1.0, section 2.2)."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')

_TABLES = """
CREATE TEMP VIEW spoken AS SELECT number, body FROM main.messages;
CREATE VIRTUAL TABLE temp.found USING fts5(
    body, content='spoken', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for: words, at these desks, in sessions opened in a time (Unix seconds).

    ``page`` counts from 0.
    """

    words: str
    desks: tuple[str, ...]
    since: float
    until: float
    page: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A message in which it was found.

    ``parts`` are its text around that, piece by piece: what was found itself is marked.
    """

    session: int
    alias: str
    desk: str
    at: float
    speaker: Speaker
    staff: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of passages, newest first, and how many there are in all.

    ``searched`` is how many messages were looked through, ``cut`` whether there are older ones.
    """

    passages: tuple[Passage, ...]
    count: int
    searched: int
    cut: bool


def search(path: Path, wanted: Wanted, newest: int = NEWEST) -> Found:
    """Search the database at ``path``. Raises StoreError."""
    query = query_of(wanted.words)
    if not query or not wanted.desks:
        return Found((), 0, 0, cut=False)
    with failures_named(path), closing(connect(path, read_only=True)) as file:
        file.execute("PRAGMA temp_store = MEMORY")
        file.executescript(_TABLES)
        searched = _index(file, wanted, newest)
        (count,) = file.execute(
            "SELECT count(*) FROM found WHERE found MATCH ?", (query,)
        ).fetchone()
        passages = tuple(_passages(file, query, wanted.page))
        return Found(passages, count, min(searched, newest), cut=searched > newest)


def query_of(words: str) -> str:
    """What somebody wrote as a query of FTS5: all of the words, those in quotes as they follow.

    A star at the end of a word leaves its ending open. Nothing else has a meaning of its own.
    """
    terms = []
    for quoted, word in _TERM.findall(words[:LONGEST])[:MOST_WORDS]:
        text = (quoted or word).rstrip("*")
        if any(character.isalnum() for character in text):
            star = " *" if word.endswith("*") else ""
            terms.append('"' + text.replace('"', " ") + '"' + star)
    return " ".join(terms)


def _index(file: sqlite3.Connection, wanted: Wanted, newest: int) -> int:
    """Index the newest messages; gives how many there are, ``newest`` and one more at most."""
    places = ", ".join("?" * len(wanted.desks))
    chosen = f"""
        SELECT messages.number FROM main.sessions CROSS JOIN main.messages
            ON messages.session = sessions.number
        WHERE sessions.opened >= ? AND sessions.opened < ? AND sessions.desk IN ({places})
            AND messages.retracted = 0 AND messages.body <> ''
        ORDER BY messages.number DESC LIMIT ?
    """
    given = (wanted.since, wanted.until, *wanted.desks, newest + 1)
    file.execute(f"CREATE TEMP TABLE chosen AS {chosen}", given)
    (searched,) = file.execute("SELECT count(*) FROM chosen").fetchone()
    file.execute(
        "INSERT INTO found (rowid, body) SELECT number, body FROM main.messages "
        "WHERE number IN (SELECT number FROM chosen ORDER BY number DESC LIMIT ?)",
        (newest,),
    )
    return int(searched)


def _passages(file: sqlite3.Connection, query: str, page: int) -> Sequence[Passage]:
    rows = file.execute(
        f"""
        SELECT messages.session, messages.patron, sessions.desk, messages.at, messages.speaker,
            messages.staff, snippet(found, 0, '{_OPEN}', '{_CLOSE}', '…', {AROUND})
        FROM found
        JOIN main.messages ON messages.number = found.rowid
        JOIN main.sessions ON sessions.number = messages.session
        WHERE found MATCH ? ORDER BY found.rowid DESC LIMIT ? OFFSET ?
        """,
        (query, PAGE, page * PAGE),
    )
    return [
        Passage(
            session, f"{ALIAS_PREFIX}{patron}", desk, at, Speaker(speaker), staff, marked(snippet)
        )
        for session, patron, desk, at, speaker, staff, snippet in rows
    ]


def marked(snippet: str) -> tuple[tuple[str, bool], ...]:
    """The pieces of a snippet, and of each whether it was what was found."""
    pieces = []
    for place, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", snippet)):
        if piece:
            pieces.append((piece, place % 2 == 1))
    return tuple(pieces)
