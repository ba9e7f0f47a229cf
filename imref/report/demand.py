"""Demand: when people ask, by night too, and when they asked and nobody was there."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from imref.desk.intervals import Interval
from imref.report.judging import Judged
from imref.report.model import Demand, WeekCounts
from imref.report.sheets import Sheet
from imref.report.wall import QUARTER, HoursOfWeek


def _moments() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class Arrivals:
    """Collects when questions came while the desk was open (Unix seconds), by desk."""

    moments: "defaultdict[str, array[float]]" = field(default_factory=lambda: defaultdict(_moments))

    def add(self, batch: Judged) -> None:
        """Take in a batch."""
        found, live = self.moments, [kind.live for kind in batch.kinds]
        came = zip(batch.cases.desk, batch.cases.opened, strict=True)
        for desk, at in compress(came, live):
            found[desk].append(at)

    def merge(self, other: "Arrivals") -> None:
        """Take in what was collected of other sessions."""
        for desk, moments in other.moments.items():
            self.moments[desk].extend(moments)


@dataclass(frozen=True, slots=True)
class Unstaffed:
    """The questions that came while a desk was open as promised and nobody was there.

    ``counts`` has them by the hour of the week, ``alone`` by desk and stretch of time.
    """

    counts: Mapping[int, int]
    alone: Mapping[str, Sequence[int]]


def unstaffed(
    arrivals: Arrivals, nobody: Mapping[str, Sequence[Interval]], hours: HoursOfWeek
) -> Unstaffed:
    """Which of these came in a stretch in which ``nobody`` was at their desk."""
    counts: Counter[int] = Counter()
    alone: dict[str, list[int]] = {}
    for desk, stretches in nobody.items():
        moments = sorted(arrivals.moments.get(desk, ())) if stretches else []
        alone[desk] = []
        for stretch in stretches:
            first, behind = (bisect_left(moments, at) for at in (stretch.start, stretch.end))
            counts.update(hours[int(at // QUARTER)] for at in moments[first:behind])
            alone[desk].append(behind - first)
    return Unstaffed(counts, alone)


def demand(hours: Sheet[int], unstaffed: Mapping[int, int]) -> Demand:
    """Questions by the hour of the week, from a sheet whose keys are these hours."""
    rows = hours.rows()
    asked = {hour: group.count(lambda kind: kind.asked) for hour, group in rows.items()}
    closed = {hour: group.closed() for hour, group in rows.items()}
    return Demand(by_hour(asked), by_hour(closed), by_hour(unstaffed))


def by_hour(counts: Mapping[int, int]) -> WeekCounts:
    """Counts by ``weekday * 24 + hour`` as a table of seven days."""
    return tuple(tuple(counts.get(day * 24 + hour, 0) for hour in range(24)) for day in range(7))
