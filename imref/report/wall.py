"""Hours of the week, and weeks, as the library's own clock shows them."""

from datetime import date, datetime, timedelta, tzinfo

QUARTER = 900.0
"""Seconds. Every zone's offset from UTC is a multiple of it, so a quarter lies in one hour."""


class HoursOfWeek(dict[int, int]):
    """From the number of a quarter hour in Unix time to ``weekday * 24 + hour`` on the wall."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, quarter: int) -> int:
        wall = datetime.fromtimestamp(quarter * QUARTER, self._zone)
        self[quarter] = found = wall.weekday() * 24 + wall.hour
        return found


class Mondays(dict[int, str]):
    """From the number of a quarter hour in Unix time to the ISO date of its week's Monday."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone
        self._names: dict[date, str] = {}

    def __missing__(self, quarter: int) -> str:
        on = datetime.fromtimestamp(quarter * QUARTER, self._zone).date()
        monday = on - timedelta(days=on.weekday())
        self[quarter] = found = self._names.setdefault(monday, monday.isoformat())
        return found
