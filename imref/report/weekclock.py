"""Minutes by the hour of the week, as the library's own clock shows it."""

from collections.abc import Iterable

from imref.desk.intervals import Interval
from imref.report.model import WeekMinutes
from imref.report.wall import QUARTER, HoursOfWeek


class Minutes:
    """Adds stretches of time up by the hour of the week in which they lie.

    An hour that the clock skips has none on that day, and one that comes twice has both.
    """

    def __init__(self, hours: HoursOfWeek) -> None:
        self.hours = hours
        self._seconds = [0.0] * (7 * 24)

    def add(self, start: float, end: float) -> None:
        """Take in the time from ``start`` until ``end`` (Unix seconds)."""
        hours, seconds = self.hours, self._seconds
        quarter = int(start // QUARTER)
        while (stop := (quarter + 1) * QUARTER) < end:
            seconds[hours[quarter]] += stop - start
            start, quarter = stop, quarter + 1
        if start < end:
            seconds[hours[quarter]] += end - start

    def table(self) -> WeekMinutes:
        """All that was taken in, in minutes."""
        minutes = [each / 60.0 for each in self._seconds]
        return tuple(tuple(minutes[day * 24 : day * 24 + 24]) for day in range(7))


def minutes(intervals: Iterable[Interval], hours: HoursOfWeek) -> WeekMinutes:
    """The minutes of some stretches by the hour of the week in which they lie."""
    found = Minutes(hours)
    for each in intervals:
        found.add(each.start, each.end)
    return found.table()
