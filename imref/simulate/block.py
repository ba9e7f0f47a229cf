"""Weeks of a record, one after the other, as each replication plays some of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from random import Random
from typing import Final

from imref.desk.calendar.wallclock import date_at, midnight

WEEK: Final = timedelta(days=7)

BEFORE: Final = timedelta(days=3)
AFTER: Final = timedelta(days=4)
"""How much is played before and after what is counted: the desk begins with what the weekend
before has left, and what is kept at the end is still seen to."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole weeks that are counted, from ``start`` to ``end``, and what is played around them.

    ``first`` and ``last`` are when the play begins and ends. All are Unix seconds.
    """

    start: float
    end: float
    first: float
    last: float
    weeks: int

    def counts(self, at: float) -> bool:
        """Whether what is asked then is counted."""
        return self.start <= at < self.end


def mondays(start: float, end: float, zone: tzinfo) -> list[float]:
    """The Mondays (their midnights) at which whole weeks begin that lie between two moments."""
    day = date_at(zone, start)
    if midnight(zone, day) < start:
        day += timedelta(days=1)
    day += timedelta(days=-day.weekday() % 7)
    found = []
    while midnight(zone, day + WEEK) <= end:
        found.append(midnight(zone, day))
        day += WEEK
    return found


def block_at(monday: float, weeks: int, zone: tzinfo) -> Block:
    """So many weeks from a Monday on."""
    day = date_at(zone, monday)
    end = day + weeks * WEEK
    return Block(
        midnight(zone, day),
        midnight(zone, end),
        midnight(zone, day - BEFORE),
        midnight(zone, end + AFTER),
        weeks,
    )


def drawn(chance: Random, starts: Sequence[float], weeks: int, zone: tzinfo) -> Block:
    """Some weeks of a record in a row, at random; all of it when it has no more."""
    weeks = min(weeks, len(starts))
    return block_at(starts[chance.randrange(len(starts) - weeks + 1)], weeks, zone)
