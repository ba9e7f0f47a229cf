"""Minutes by the hour of the week, as the library's own clock shows it."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from imref.desk.intervals import Interval
from imref.report.model import WeekMinutes
from imref.report.wall import QUARTER


def minutes(intervals: Iterable[Interval], zone: tzinfo) -> WeekMinutes:
    """The minutes of some stretches (Unix seconds) by the hour of the week in which they lie.

    An hour that the clock skips has none on that day, and one that comes twice has both.
    """
    seconds = [[0.0] * 24 for _ in range(7)]
    for each in intervals:
        at = each.start
        while at < each.end:
            wall = datetime.fromtimestamp(at // QUARTER * QUARTER, zone)
            end = min(_hour_ends(at, wall), each.end)
            seconds[wall.weekday()][wall.hour] += end - at
            at = end
    return tuple(tuple(each / 60.0 for each in day) for day in seconds)


def _hour_ends(at: float, wall: datetime) -> float:
    """When the hour of a moment ends; clocks change at the end of an hour of the old time."""
    return at // QUARTER * QUARTER + 3600.0 - 60.0 * wall.minute
