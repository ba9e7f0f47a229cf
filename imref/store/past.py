"""What a simulation learns from: who asked when, who was on duty, what kept them; no words.

Read beside the writer on a connection that can only read. No address, no alias and no text leaves
this file; what is left of a question are times and how it ended.
"""

from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from imref.desk.records import Engagement, FollowUp, Stint
from imref.desk.session.fates import APART, SessionFate, fate_of
from imref.store.archive import Archive
from imref.store.reader import glance
from imref.store.schema import RECORDS, sessions


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: when it was asked, first answered, first kept and closed (0: never).

    ``owner`` is the staff name of who had it last, ``partner`` whether another library did.
    """

    at: float
    desk: str
    channel: str
    first_answer: float
    first_held: float
    closed: float
    ended_by: str
    fate: SessionFate
    owner: str = ""
    partner: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A stretch in which a librarian (a staff name) was on duty at a desk."""

    desk: str
    staff: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the counter or on the phone, who kept a librarian from ``start`` to ``end``."""

    staff: str
    kind: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Past:
    """What happened in a time, each in the order in which it began.

    Rehearsals and spam are left out.
    """

    asked: tuple[Asked, ...] = ()
    duty: tuple[Duty, ...] = ()
    visitors: tuple[Visitor, ...] = ()


def past(path: Path, start: float = 0.0, end: float = inf) -> Past:
    """What began from ``start`` until ``end`` (Unix seconds). Raises StoreError."""
    Archive(path).close()  # says what is wrong with the file, if anything is
    with glance(path) as connection:
        return Past(
            asked=_asked(connection, start, end),
            duty=_duty(connection, start, end),
            visitors=_visitors(connection, start, end),
        )


def _asked(connection: Connection, start: float, end: float) -> tuple[Asked, ...]:
    promises = RECORDS[FollowUp]
    states = {
        row.session: row.state
        for row in connection.execute(
            select(promises.c.session, promises.c.state).order_by(promises.c.number)
        )
    }
    query = (
        select(
            sessions.c.number, sessions.c.opened, sessions.c.desk, sessions.c.channel,
            sessions.c.first_answer, sessions.c.first_held, sessions.c.closed,
            sessions.c.ended_by, sessions.c.outcome, sessions.c.state, sessions.c.practice,
            sessions.c.owner, sessions.c.partner,
        )
        .where(sessions.c.opened >= start, sessions.c.opened < end)
        .order_by(sessions.c.opened, sessions.c.number)
    )  # fmt: skip
    found = (_question(row, states.get(row.number, "")) for row in connection.execute(query))
    return tuple(each for each in found if each.fate not in APART)


def _question(row: Any, promise: str) -> Asked:
    fate = fate_of(
        state=row.state,
        ended_by=row.ended_by,
        outcome=row.outcome,
        answered=bool(row.first_answer),
        practice=bool(row.practice),
        promise=promise,
    )
    return Asked(
        row.opened, row.desk, row.channel, row.first_answer, row.first_held, row.closed,
        row.ended_by, fate, row.owner, bool(row.partner),
    )  # fmt: skip


def _duty(connection: Connection, start: float, end: float) -> tuple[Duty, ...]:
    stints = RECORDS[Stint]
    query = (
        select(stints.c.desk, stints.c.staff, stints.c.began, stints.c.until)
        .where(stints.c.began < end, stints.c.until > start, stints.c.staff != "")
        .order_by(stints.c.began)
    )
    return tuple(Duty(*row) for row in connection.execute(query))


def _visitors(connection: Connection, start: float, end: float) -> tuple[Visitor, ...]:
    """Engagements of a known length; what was only tallied has none."""
    table = RECORDS[Engagement]
    ended = func.coalesce(func.nullif(table.c.ended, 0.0), table.c.until)
    query = (
        select(table.c.staff, table.c.kind, table.c.began, ended)
        .where(table.c.began < end, ended > start, ended > table.c.began)
        .order_by(table.c.began)
    )
    return tuple(Visitor(*row) for row in connection.execute(query))
