"""Demand: when people ask, by night too, and when they asked and nobody was there."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from imref.desk.intervals import Interval
from imref.report.judging import Judged
from imref.report.model import Demand, WeekCounts
from imref.report.sheets import Sheet


class Unstaffed:
    """Counts the questions that came while a desk was open as promised and nobody was there.

    ``nobody`` are those stretches of time, in order, by desk. ``counts`` are the questions by the
    hour of the week, ``alone`` those in each stretch, by desk.
    """

    def __init__(self, nobody: Mapping[str, Sequence[Interval]]) -> None:
        self._stretches = {desk: stretches for desk, stretches in nobody.items() if stretches}
        self._starts = {
            desk: [each.start for each in stretches] for desk, stretches in nobody.items()
        }
        self.counts: Counter[int] = Counter()
        self.alone = {desk: [0] * len(stretches) for desk, stretches in nobody.items()}

    def add(self, batch: Judged) -> None:
        """Take in a batch."""
        if not self._stretches:
            return
        cases = batch.cases
        for kind, hour, desk, at in zip(
            batch.kinds, batch.hours, cases.desk, cases.opened, strict=True
        ):
            if desk in self._stretches and kind.asked and not kind.kept:
                place = bisect_right(self._starts[desk], at) - 1
                if place >= 0 and at < self._stretches[desk][place].end:
                    self.counts[hour] += 1
                    self.alone[desk][place] += 1


def demand(hours: Sheet[int], unstaffed: Mapping[int, int]) -> Demand:
    """Questions by the hour of the week, from a sheet whose keys are these hours."""
    rows = hours.rows()
    asked = {hour: group.count(lambda kind: kind.asked) for hour, group in rows.items()}
    closed = {hour: group.closed() for hour, group in rows.items()}
    return Demand(by_hour(asked), by_hour(closed), by_hour(unstaffed))


def by_hour(counts: Mapping[int, int]) -> WeekCounts:
    """Counts by ``weekday * 24 + hour`` as a table of seven days."""
    return tuple(tuple(counts.get(day * 24 + hour, 0) for hour in range(24)) for day in range(7))
