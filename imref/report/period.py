"""The days that a report is about, on the library's own clock."""

from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from math import ceil

from imref.desk.calendar.wallclock import date_at, midnight
from imref.desk.intervals import Interval


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` until ``end`` (Unix seconds, not included), said in days of the library."""

    start: float
    end: float
    zone: tzinfo

    @classmethod
    def of_days(cls, first: date, last: date, zone: tzinfo) -> "Period":
        """From the midnight of the first day to that after the last one."""
        return cls(midnight(zone, first), midnight(zone, last + timedelta(days=1)), zone)

    def until(self, now: float) -> Interval:
        """As much of it as is over at a moment; nothing, where it is still to come."""
        return Interval(self.start, max(self.start, min(self.end, now)))

    @property
    def first(self) -> date:
        """The day that it begins on."""
        return date_at(self.zone, self.start)

    @property
    def last(self) -> date:
        """The last day that it touches, if only for a second."""
        return date_at(self.zone, max(self.start, self.end - 1.0))

    @property
    def days(self) -> int:
        """How many days it touches."""
        return (self.last - self.first).days + 1

    @property
    def weeks(self) -> int:
        """How many weeks of seven days it touches, counted from its first day."""
        return ceil(self.days / 7)
