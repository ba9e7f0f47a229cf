"""A store as a busy library has it after years: a million sessions, ten million messages.

Everything comes from one seed, so two runs make the same file. People ask by an hourly profile of
the week, by night too; they wait with exponential patience for a lognormal first answer; what comes
while the desk is closed is kept, and mostly answered in the morning.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Table, Text

from imref.desk.duty.order import Channel as Way
from imref.desk.effects import Fate
from imref.desk.model import Channel, Ending, Moment, Outcome, SessionState, Speaker
from imref.desk.records import Engagement, FollowUp, Promise, Stint
from imref.store.journal import Journal
from imref.store.schema import RECORDS, messages, outbox, patrons, sessions, turns

ZONE = ZoneInfo("Europe/Berlin")
BEGAN = datetime(2021, 1, 4, tzinfo=ZONE).timestamp()
"""A Monday; sessions follow from here on."""

YEARS = 5
HOUR, DAY = 3600.0, 86_400.0
DESKS = ("ask", "law", "music")
STAFF = 24
OPENS, CLOSES = 9, 18
"""Monday to Friday."""

BY_HOUR = (2, 1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 19, 17, 18, 19, 18, 16, 13, 10, 9, 9, 8, 6, 4)
BY_DAY = (1.2, 1.25, 1.2, 1.1, 0.9, 0.4, 0.5)
PATIENCE = 180.0
LINES = 10
"""The mean of a conversation, both sides together."""

Values = dict[str, Any]


def made(path: Path, count: int, seed: int = 1) -> Path:
    """A database with ``count`` sessions at ``path``, made once and then reused."""
    if not path.exists():
        begun = path.with_suffix(".begun")
        begun.unlink(missing_ok=True)
        asyncio.run(_create(begun))
        with contextlib.closing(sqlite3.connect(begun)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _fill(connection, count, Random(seed))
            connection.execute("PRAGMA journal_mode = WAL")
        begun.rename(path)
    return path


async def _create(path: Path) -> None:
    """The service's own way to an empty database."""
    journal = await Journal.open(path)
    await journal.close()


def _fill(connection: sqlite3.Connection, count: int, random: Random) -> None:
    with connection:
        _insert_patrons(connection, count // 2 or 1)
        _insert_sessions(connection, count, random)
    with connection:
        _insert_messages(connection)
        _insert_turns(connection)
        _insert_outbox(connection)
    with connection:
        _insert_promises(connection)
        _insert_attendance(connection)
        _insert_walk_ins(connection, count // 10)


# Sessions.


def _arrivals(random: Random, count: int) -> Iterator[tuple[float, bool]]:
    """When people ask, and whether the desk is open then."""
    weeks = YEARS * 52
    scale = count / (weeks * sum(BY_HOUR) * sum(BY_DAY))
    at, made = BEGAN, 0
    while made < count:
        wall = datetime.fromtimestamp(at, ZONE)
        rate = BY_HOUR[wall.hour] * BY_DAY[wall.weekday()] * scale / 3600.0
        step = random.expovariate(rate)
        left_of_hour = 3600.0 - at % 3600.0
        if step > left_of_hour:
            at += left_of_hour
            continue
        at += step
        made += 1
        yield at, wall.weekday() < 5 and OPENS <= wall.hour < CLOSES


def _insert_sessions(connection: sqlite3.Connection, count: int, random: Random) -> None:
    columns = list(sessions.c.keys())
    known = {column.name: _plain(column) for column in sessions.c}
    places = ", ".join("?" * len(columns))
    statement = f"INSERT INTO sessions ({_quoted(columns)}) VALUES ({places})"

    def rows() -> Iterator[tuple[Any, ...]]:
        for number, (at, is_open) in enumerate(_arrivals(random, count), 1):
            values = known | _session(random, number, count, at, is_open)
            yield tuple(values[name] for name in columns)

    connection.executemany(statement, rows())


def _session(random: Random, number: int, count: int, at: float, is_open: bool) -> Values:
    common: Values = {
        "number": number,
        "patron": random.randrange(count // 2 or 1) + 1,
        "desk": random.choices(DESKS, (8, 3, 1))[0],
        "state": SessionState.CLOSED.value,
        "opened": at,
        "since": at,
        "channel": random.choices([each.value for each in Channel], (60, 38, 2))[0],
    }
    kind = random.random()
    if kind < 0.01:
        return common | _over(at + 300, Ending.STAFF, Outcome.PRACTICE) | {"practice": 1}
    if kind < 0.03:
        return common | _over(at + 120, Ending.BLOCKED, Outcome.SPAM) | {"asked_lines": 1}
    return common | (_live(random, at) if is_open else _kept(random, at))


def _live(random: Random, at: float) -> Values:
    wait, patience = random.lognormvariate(math.log(28), 1.0), random.expovariate(1 / PATIENCE)
    if patience < wait:
        return _over(at + patience, Ending.LEFT, Outcome.LOST) | {"asked_lines": 1}
    if random.random() < 0.02:
        return _over(at + 900, Ending.STAFF, Outcome.UNANSWERED) | {"asked_lines": 2}
    return _answered(random, at + wait)


def _kept(random: Random, at: float) -> Values:
    held = {"first_held": at}
    kind = random.random()
    if kind < 0.15:
        over = _over(at + random.uniform(20, 400), Ending.HELP_PAGE, Outcome.HELP_PAGE)
        return over | held | {"asked_lines": 1, "reading": "renew"}
    if kind < 0.30:
        return _over(at + 3600 * 20, Ending.DEALT, Outcome.FOLLOW_UP) | held | {"asked_lines": 1}
    return _answered(random, at + random.uniform(3, 20) * 3600) | held


def _answered(random: Random, answered: float) -> Values:
    asked = 1 + int(random.expovariate(1 / (LINES / 2 - 0.5)))
    answers = 1 + int(random.expovariate(1 / (LINES / 2 - 0.5)))
    last = answered + random.lognormvariate(math.log(420), 0.8)
    outcome = random.choices((Outcome.ANSWERED, Outcome.REFERRED, Outcome.FOLLOW_UP), (88, 7, 5))[0]
    return _over(last + 60, Ending.STAFF if random.random() < 0.7 else Ending.IDLE, outcome) | {
        "owner": f"lib{random.randrange(STAFF) + 1}",
        "first_answer": answered,
        "asked_lines": asked,
        "answer_lines": answers,
        "patron_spoke": last - random.random() * 60,
        "owner_spoke": last,
        "read": random.choices(range(7), (30, 30, 20, 12, 6, 1.5, 0.5))[0],
        "rating": random.choices(range(6), (85, 0.3, 0.5, 1.2, 4, 9))[0],
    }


def _over(closed: float, ended_by: Ending, outcome: Outcome) -> Values:
    return {"closed": closed, "ended_by": ended_by.value, "outcome": outcome.value}


# What hangs on them, made in SQL from what was made.


def _insert_patrons(connection: sqlite3.Connection, count: int) -> None:
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
    _insert(
        connection, patrons, numbers, "n",
        number="i", address="'p' || i || '@home.example'", desk="'ask'", first_seen=str(BEGAN),
    )  # fmt: skip


NUMBERS_TO_200 = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"


def _insert_messages(connection: sqlite3.Connection) -> None:
    patrons_turn = "i < s.asked_lines"
    _insert(
        connection, messages, NUMBERS_TO_200,
        "sessions s CROSS JOIN n WHERE n.i < s.asked_lines + s.answer_lines",
        number="NULL", session="s.number", patron="s.patron", at="s.opened + i * 20",
        speaker=f"CASE WHEN {patrons_turn} THEN '{Speaker.PATRON}' ELSE '{Speaker.STAFF}' END",
        staff=f"CASE WHEN {patrons_turn} THEN '' ELSE s.owner END",
        body="'Where do I find volume ' || i || ' of the city directory, and may I copy from it?'",
        id="s.number || '-' || i",
    )  # fmt: skip


def _insert_turns(connection: sqlite3.Connection) -> None:
    for what, condition, staff, at in (
        (Moment.OPENED, "1", "''", "opened"),
        (Moment.OFFERED, "first_answer > 0", "owner", "opened"),
        (Moment.CLAIMED, "first_answer > 0", "owner", "first_answer"),
        (Moment.HELD, "first_held > 0", "''", "first_held"),
        (Moment.UNDELIVERED, "first_answer > 0 AND number % 150 = 0", "owner", "first_answer + 1"),
        (Moment.READ, "reading <> ''", "''", "opened + 30"),
        (Moment.SETTLED, "outcome = 'help page'", "''", "closed"),
        (Moment.CLOSED, "1", "owner", "closed"),
    ):
        _insert(
            connection, turns, "", f"sessions WHERE {condition}",
            number="NULL", session="number", at=at, what=f"'{what.value}'", staff=staff,
            detail="reading",
        )  # fmt: skip


def _insert_outbox(connection: sqlite3.Connection) -> None:
    _insert(
        connection, outbox, "", "messages",
        number="number", sender="'ask'", recipient="'lib1@staff.example'", id="id", at="at",
        session="session", message="number", fate=f"'{Fate.DELIVERED.value}'",
    )  # fmt: skip


# What is kept beside sessions.


def _insert_promises(connection: sqlite3.Connection) -> None:
    states = " ".join(
        f"WHEN {place} THEN '{state.value}'"
        for place, state in enumerate((Promise.LATE, Promise.BROKEN, Promise.DROPPED))
    )
    _insert(
        connection, RECORDS[FollowUp], "", f"sessions WHERE outcome = '{Outcome.FOLLOW_UP}'",
        number="NULL", session="number", patron="patron", owner="owner", made="closed",
        due="closed + 86400", answered="closed + 50000", settled="closed + 90000",
        forgotten="closed + 100000", state=f"CASE number % 12 {states} ELSE '{Promise.KEPT}' END",
    )  # fmt: skip


def _insert_attendance(connection: sqlite3.Connection) -> None:
    """Every librarian is at one desk, from opening to closing but for an hour at noon."""
    rows = [("", "", BEGAN, BEGAN + YEARS * 52 * 7 * DAY)]
    for day in (BEGAN + number * DAY for number in range(YEARS * 52 * 7)):
        if datetime.fromtimestamp(day + DAY / 2, ZONE).weekday() < 5:
            hours = [(day + start * HOUR, day + end * HOUR) for start, end in ((9, 12.5), (13, 18))]
            rows += [(desk, "", day + OPENS * HOUR, day + CLOSES * HOUR) for desk in DESKS]
            rows += [
                (DESKS[number % len(DESKS)], f"lib{number + 1}", *stretch)
                for number in range(STAFF)
                for stretch in hours
            ]
    connection.executemany(
        f"INSERT INTO {RECORDS[Stint].name} (desk, staff, began, until, open) "
        "VALUES (?, ?, ?, ?, 0)",
        rows,
    )


def _insert_walk_ins(connection: sqlite3.Connection, count: int) -> None:
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
    at = f"{BEGAN} + (i % {YEARS * 52}) * {7 * DAY} + (i % 5) * {DAY} + {OPENS * HOUR} + i % 30000"
    _insert(
        connection, RECORDS[Engagement], numbers, "n",
        number="i", staff=f"'lib' || (i % {STAFF} + 1)",
        kind=f"CASE i % 3 WHEN 0 THEN '{Way.PHONE}' ELSE '{Way.WALK_IN}' END",
        began=at, ended=f"{at} + 240", count="1",
    )  # fmt: skip


# How rows are made.


def _insert(
    connection: sqlite3.Connection, table: Table, before: str, source: str, **values: str
) -> None:
    """Fill a table from ``source``; columns that are not named say "nothing"."""
    unknown = set(values) - set(table.c.keys())
    if unknown:
        raise TypeError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    expressions = [values.get(column.name) or _nothing(column) for column in table.c]
    connection.execute(
        f"{before} INSERT INTO {table.name} ({_quoted(table.c.keys())}) "
        f"SELECT {', '.join(expressions)} FROM {source}"
    )


def _quoted(names: Any) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _nothing(column: Column[Any]) -> str:
    if column.nullable:
        return "NULL"
    return "''" if isinstance(column.type, Text) else "0"


def _plain(column: Column[Any]) -> Any:
    if column.nullable:
        return None
    return "" if isinstance(column.type, Text) else 0
