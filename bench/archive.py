"""Databases as they are after years of service: closed sessions only, everything delivered."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from pathlib import Path
from time import time
from typing import Any

from servers import LOAD
from sqlalchemy import Column, Table, Text

from imref.desk.effects import Fate
from imref.desk.model import Moment, SessionState, Speaker
from imref.store.journal import Journal
from imref.store.schema import messages, outbox, patrons, sessions, turns

TEXT_BYTES = "SELECT sum(length(CAST(body AS BLOB))) FROM messages"
"""The words that a database keeps, in bytes of UTF-8."""

MESSAGES_A_SESSION = 10
SESSIONS_A_PATRON = 2
SPACING = 30.0
"""Seconds between two messages, all of them in the past."""


def filled(path: Path, count: int) -> Path:
    """A database with `count` archived messages, made once and then reused."""
    if path.exists():
        return path
    asyncio.run(_create(path))
    if count:
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            _fill(connection, count)
    return path


async def _create(path: Path) -> None:
    """The service's own way to an empty database."""
    journal = await Journal.open(path)
    await journal.close()


def _fill(connection: sqlite3.Connection, count: int) -> None:
    in_session = count // MESSAGES_A_SESSION
    in_patron = max(1, in_session // SESSIONS_A_PATRON)
    began = time() - count * SPACING - 86_400
    session = f"(i / {MESSAGES_A_SESSION} + 1)"
    patron = f"({session} % {in_patron} + 1)"
    at = f"{began} + i * {SPACING}"
    of_patron = "i % 2 = 0"
    _insert(
        connection,
        patrons,
        in_patron,
        number="i + 1",
        address=f"'p' || i || '@{LOAD}'",
        desk="'ask'",
        first_seen=str(began),
    )
    last = f"{began} + (i + 1) * {MESSAGES_A_SESSION * SPACING}"
    _insert(
        connection,
        sessions,
        in_session,
        number="i + 1",
        patron=f"(i + 1) % {in_patron} + 1",
        desk="'ask'",
        state=f"'{SessionState.CLOSED}'",
        owner="'lib' || (i % 10 + 1)",
        opened=f"{began} + i * {MESSAGES_A_SESSION * SPACING}",
        since=f"{began} + i * {MESSAGES_A_SESSION * SPACING}",
        closed=last,
        ended_by="'staff'",
        patron_spoke=last,
        owner_spoke=last,
    )
    _insert(
        connection,
        messages,
        count,
        number="i + 1",
        session=session,
        patron=patron,
        at=at,
        speaker=f"CASE WHEN {of_patron} THEN '{Speaker.PATRON}' ELSE '{Speaker.STAFF}' END",
        staff=f"CASE WHEN {of_patron} THEN '' ELSE 'lib' || ({session} % 10 + 1) END",
        body="'Where do I find volume ' || i || ' of the city directory, and may I copy from it?'",
        id="'a-' || i",
    )
    _insert(
        connection,
        turns,
        in_session * 3,
        number="i + 1",
        session="i / 3 + 1",
        at=f"{began} + i * 100",
        what=f"CASE i % 3 WHEN 0 THEN '{Moment.OPENED}' WHEN 1 THEN '{Moment.CLAIMED}' "
        f"ELSE '{Moment.CLOSED}' END",
        staff="CASE i % 3 WHEN 0 THEN '' ELSE 'lib' || (i / 3 % 10 + 1) END",
    )
    _insert(
        connection,
        outbox,
        count,
        number="i + 1",
        sender=f"CASE WHEN {of_patron} THEN 'patron-' || {patron} ELSE 'ask' END",
        recipient=f"CASE WHEN {of_patron} THEN 'lib1@{LOAD}' ELSE 'p' || {patron} || '@{LOAD}' END",
        id="'a-' || i",
        at=at,
        session=session,
        message="i + 1",
        fate=f"'{Fate.DELIVERED}'",
    )


def _insert(connection: sqlite3.Connection, table: Table, rows: int, **values: str) -> None:
    """Fills a table with SQL expressions of `i`, which counts from 0.

    Columns that are not named say "nothing": NULL where that is allowed, else "" or 0.
    """
    unknown = set(values) - set(table.c.keys())
    if unknown:
        raise TypeError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    expressions = [values.get(column.name) or _nothing(column) for column in table.c]
    columns = ", ".join(f'"{column.name}"' for column in table.c)
    connection.execute(
        f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {rows}) "
        f"INSERT INTO {table.name} ({columns}) SELECT {', '.join(expressions)} FROM n"
    )


def _nothing(column: Column[Any]) -> str:
    if column.nullable:
        return "NULL"
    return "''" if isinstance(column.type, Text) else "0"
