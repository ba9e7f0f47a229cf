"""What figures are made of beside sessions: presence, walk-ins and calls, promises, rare turns.

All queries are on a connection that only reads. Nothing here is words of anybody, or an address of
a patron.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from imref.desk.intervals import Interval
from imref.desk.model import Ending, Outcome
from imref.desk.records import Stint
from imref.store.schema import RECORDS, sessions

STILL: Final = 600.0
"""Seconds since it was renewed for which an open stint is taken to last (`desk.stints.ASLEEP`)."""


class Presence(NamedTuple):
    """A stretch in which a desk was open (no ``staff``), or somebody on duty at it.

    Without a ``desk``: imref ran and had its link.
    """

    desk: str
    staff: str
    when: Interval


def presences(connection: Connection, end: float, now: float) -> Iterator[Presence]:
    """All stints that began before ``end`` (Unix seconds), in order; until ``now`` if they last.

    A stint may last for years, so all of them are looked at, however late a period begins.
    """
    of = RECORDS[Stint].c
    query = select(of.desk, of.staff, of.began, of.until, of.open).where(of.began < end)
    for desk, staff, began, until, is_open in connection.execute(query.order_by(of.began)):
        lasts = is_open and now - until <= STILL
        yield Presence(desk, staff, Interval(began, max(until, now) if lasts else until))


ASKED: Final = (
    ~sessions.c.practice
    & (sessions.c.ended_by != Ending.BLOCKED)
    & sessions.c.outcome.not_in((Outcome.SPAM, Outcome.PRACTICE))
)
"""What is a question of a patron: no rehearsal and no spam (`desk.fates.APART`)."""

_AT_ONCE_KEPT = (sessions.c.first_held > 0) & (sessions.c.first_held <= sessions.c.opened)


def asked_in(connection: Connection, desk: str, stretches: Iterable[Interval]) -> list[int]:
    """How many asked at a desk in each of some stretches; not who found it closed."""
    query = select(func.count()).where(
        sessions.c.opened >= bindparam("start"),
        sessions.c.opened < bindparam("end"),
        sessions.c.desk == desk,
        ASKED,
        ~_AT_ONCE_KEPT,
    )
    return [
        connection.scalar(query, {"start": each.start, "end": each.end}) or 0 for each in stretches
    ]
