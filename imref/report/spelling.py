"""How figures are written: counts, shares, lengths of time, days; plain, and never too exact."""

import re
from datetime import date, datetime, tzinfo
from typing import Final

from imref.report.model import Count
from imref.report.period import Period

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HIDDEN: Final = "*"
"""What stands for a count that was hidden from those outside the house: not always a small one."""

NOTHING: Final = "–"
"""What stands where there is nothing to say a figure of."""

FEW: Final = 20
"""Below so many a share in per cent says more than is known; the two counts are given instead."""


_UNIT = re.compile(r"(?<=[\d<>=]) (?=\d|%|s\b|min\b|h\b|days\b)")


def unbroken(text: str) -> str:
    """The text with its figures kept in one piece at the end of a line: "34 s" stays together."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", text)


def count(number: Count) -> str:
    """A number of things: "1,204", "0", "*" for a hidden one."""
    return HIDDEN if number is None else f"{number:,}"


def things(number: Count, one: str, many: str = "") -> str:
    """A number with what it counts: "1 question", "3 questions", "few questions"."""
    if number is None:
        return f"few {many or one + 's'}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float | None) -> str:
    """A share of 0 to 1 in whole per cent, which are never 0 or 100 unless it is none or all."""
    if share is None:
        return NOTHING
    whole = round(100 * share)
    if whole == 0 and share > 0:
        return "< 1 %"
    if whole == 100 and share < 1:
        return "> 99 %"
    return f"{whole} %"


def share(part: Count, whole: Count) -> str:
    """A part of a whole in per cent; of few, where one more would change much, "3 of 7"."""
    if part is None or whole is None or not whole:
        return NOTHING
    return f"{part} of {whole}" if whole < FEW else percent(part / whole)


def length(seconds: float | None) -> str:
    """A length of time as people say it: "34 s", "2 min 10 s", "1 h 5 min", "3 days 4 h"."""
    if seconds is None:
        return NOTHING
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 600:
        return _two(whole, 60, "min", "s")
    whole = round(seconds / 60)
    if whole < 60:
        return f"{whole} min"
    if whole < 48 * 60:
        return _two(whole, 60, "h", "min")
    return _two(round(whole / 60), 24, "days", "h")


def _two(whole: int, size: int, large: str, small: str) -> str:
    most, rest = divmod(whole, size)
    return f"{most} {large} {rest} {small}" if rest else f"{most} {large}"


def hours(minutes: float) -> str:
    """Minutes as hours: "12.5", "180"; below ten with one decimal."""
    found = minutes / 60
    return f"{found:,.0f}" if found >= 100 or found == round(found) else f"{found:.1f}"


def day(on: date) -> str:
    """A date: "3 November 2026"."""
    return f"{on:%-d %B %Y}"


def days(period: Period) -> str:
    """The days of a period: "26 October to 22 November 2026"; what is not whole has its times."""
    first, last = period.first, period.last
    if not _is_whole(period):
        return f"{moment(period.start, period.zone)} to {moment(period.end, period.zone)}"
    if first == last:
        return f"{first:%A}, {day(first)}"
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    begin = f"{first:%-d}" if first.month == last.month else f"{first:%-d %B}"
    return f"{begin} to {day(last)}"


def _is_whole(period: Period) -> bool:
    return period == Period.of_days(period.first, period.last, period.zone)


def moment(at: float, zone: tzinfo) -> str:
    """A moment on the library's own clock: "Tue 3 November 2026, 12:00"."""
    return f"{datetime.fromtimestamp(at, zone):%a %-d %B %Y, %H:%M}"


def hour(of_day: int) -> str:
    """An hour of the day: "9:00"."""
    return f"{of_day}:00"


def key_of(by: str, key: str) -> str:
    """What people read for a row of a breakdown: "9:00", "Monday", "week of 2 November 2026"."""
    match by:
        case "hour":
            return hour(int(key))
        case "weekday":
            return DAYS[int(key)]
        case "week":
            return f"week of {day(date.fromisoformat(key))}"
        case "staff":
            return key or "no librarian"
        case _:
            return key or "not known"
