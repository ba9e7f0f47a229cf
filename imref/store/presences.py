"""Who was there: the stints that were recorded, as stretches of time.

The query is on a connection that only reads.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from imref.desk.intervals import Interval
from imref.desk.records import Stint
from imref.store.schema import RECORDS

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
