"""Hours as people read them: days in a row that are alike stand together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from imref.desk.calendar.hours import Day, Hours
from imref.desk.intervals import Interval


@dataclass(frozen=True, slots=True)
class Row:
    """The hours of the days from ``first`` to ``last``, as they are on the first of them.

    ``name`` is what makes them special; ``all_day`` is round the clock.
    """

    first: date
    last: date
    open: tuple[Interval, ...]
    name: str
    all_day: bool

    @property
    def days(self) -> int:
        """How many days it stands for."""
        return (self.last - self.first).days + 1


def rows(hours: Hours, first: date, days: int) -> Iterator[Row]:
    """The timetable of some days from ``first`` on."""
    row, seen = None, None
    for number in range(days):
        day = hours.day(first + timedelta(days=number))
        looks = _looks(day, hours.zone)
        if row is not None and looks == seen:
            row = replace(row, last=day.on)
            continue
        if row is not None:
            yield row
        seen = looks
        row = Row(day.on, day.on, day.open, day.name, _is_all_day(day, hours.zone))
    if row is not None:
        yield row


def _looks(day: Day, zone: tzinfo) -> tuple[object, ...]:
    """What the clock on the wall shows of a day's hours, and its name."""
    times = ((_wall(each.start, zone), _wall(each.end, zone)) for each in day.open)
    return (day.name, _is_all_day(day, zone), *times)


def _wall(at: float, zone: tzinfo) -> str:
    return datetime.fromtimestamp(at, zone).strftime("%H:%M")


def _is_all_day(day: Day, zone: tzinfo) -> bool:
    if len(day.open) != 1:
        return False
    start, end = (datetime.fromtimestamp(at, zone) for at in (day.open[0].start, day.open[0].end))
    return start.date() == day.on < end.date() and _is_midnight(start) and _is_midnight(end)


def _is_midnight(at: datetime) -> bool:
    return (at.hour, at.minute) == (0, 0)
