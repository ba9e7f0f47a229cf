"""Which stretch of time somebody means: "last week", "2026-10", "1 October" to "yesterday".

A word that names a stretch ("last week", "October", "2026-W41") is that stretch when it stands
alone; a day, or a time that has passed ("4 weeks ago"), is where it begins, and it goes on until
now. Both ends that are days are included. The words are dateparser's, in four languages.
"""

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, Literal, NamedTuple

from imref.desk.calendar.dates import LANGUAGES
from imref.desk.calendar.wallclock import date_at, midnight
from imref.report.period import Period

WEEKS: Final = 4
"""Whole weeks that a report is about when nobody says otherwise: one is too few to compare."""

_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_LAST = re.compile(r"(?:the )?(?:last|past) (\d{1,4}) (day|week|month|year)s?", re.IGNORECASE)
_AGO = re.compile(r"\bago\b|\bvor\b|\bhace\b|\bil y a\b", re.IGNORECASE)
_DAY: Final = timedelta(days=1)

Size = Literal["moment", "day", "week", "month", "year"]


class NotUnderstood(ValueError):  # noqa: N818 - a mistake of whoever asks
    """What was asked for is no stretch of time that has begun; the message says what is."""


class _Named(NamedTuple):
    """What a word names: its first moment and the first one after it, and whether it is a stretch
    of which people say "in October", not "from October on".
    """

    start: float
    end: float
    stretch: bool


def wanted(begins: str | None, ends: str | None, now: float, zone: tzinfo) -> Period:
    """The stretch that is meant by two ends, either of which may be missing. Raises NotUnderstood.

    ``now`` and the result are Unix seconds; what is still to come is left out. Without both ends
    it is the last four whole weeks, Monday to Sunday.
    """
    if begins is None and ends is None:
        return last_weeks(WEEKS, now, zone)
    first = _named(begins, now, zone) if begins is not None else None
    last = _named(ends, now, zone) if ends is not None else None
    until = last.end if last else first.end if first and first.stretch else now
    until = min(until, now)
    since = first.start if first else _days_before(until, 7 * WEEKS, zone)
    if since >= now:
        raise NotUnderstood(f'"{begins}" has not come yet; figures are about the past.')
    if since >= until:
        raise NotUnderstood(f'"{ends}" is not after "{begins}".')
    return Period(since, until, zone)


def last_weeks(count: int, now: float, zone: tzinfo) -> Period:
    """The last whole weeks, Monday to Sunday, before the one that it is ``now``."""
    monday = _monday(date_at(zone, now))
    return Period.of_days(monday - timedelta(weeks=count), monday - _DAY, zone)


def _days_before(at: float, days: int, zone: tzinfo) -> float:
    """The midnight this many days before a moment; for a midnight, exactly so many before."""
    day = date_at(zone, at)
    begun = at > midnight(zone, day)
    return midnight(zone, day + begun * _DAY - timedelta(days=days))


def _named(text: str, now: float, zone: tzinfo) -> _Named:
    today, words = date_at(zone, now), " ".join(text.split())
    if found := _LAST.fullmatch(words):
        return _last(int(found[1]), found[2].lower(), today, zone)
    if moment := _exact(words, zone):
        return moment
    try:
        first, size = _iso(words) or _in_words(words, now, zone)
    except ValueError:
        raise NotUnderstood(
            f'"{text}" is not understood; "last week" is, and "2026-10", "1 October", "yesterday".'
        ) from None
    if isinstance(first, datetime):
        return _Named(first.timestamp(), first.timestamp(), stretch=False)
    end = _after(first, size)
    from_then_on = (size == "day" and (today - first).days > 1) or bool(_AGO.search(words))
    return _Named(midnight(zone, first), midnight(zone, end), not from_then_on)


def _last(count: int, unit: str, today: date, zone: tzinfo) -> _Named:
    """The last whole days, weeks, months or years, before the one that it is."""
    end = _begin(today, unit)
    start = end
    for _ in range(count if unit in ("month", "year") else 0):
        start = _begin(start - _DAY, unit)
    if unit in ("day", "week"):
        start = end - count * (_DAY if unit == "day" else 7 * _DAY)
    return _Named(midnight(zone, start), midnight(zone, end), stretch=True)


def _exact(words: str, zone: tzinfo) -> _Named | None:
    """A moment in ISO 8601 with a time of day."""
    if "T" not in words and ":" not in words:
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    moment = (at if at.tzinfo else at.replace(tzinfo=zone)).timestamp()
    return _Named(moment, moment, stretch=False)


def _iso(words: str) -> tuple[date, Size] | None:
    """A year, a month, a week or a day in ISO 8601. Raises ValueError for a 13th month."""
    if found := _WEEK.fullmatch(words):
        return date.fromisocalendar(int(found[1]), int(found[2]), 1), "week"
    if found := _MONTH.fullmatch(words):
        return date(int(found[1]), int(found[2]), 1), "month"
    if _YEAR.fullmatch(words):
        return date(int(words), 1, 1), "year"
    try:
        return date.fromisoformat(words), "day"
    except ValueError:
        return None


def _in_words(words: str, now: float, zone: tzinfo) -> tuple[date, Size]:
    """What dateparser makes of it. Raises ValueError when that is nothing."""
    from dateparser.date import DateDataParser  # a third of a second: only for words

    parser = DateDataParser(
        languages=list(LANGUAGES),
        settings={
            "PREFER_DATES_FROM": "past",
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
            "RETURN_TIME_AS_PERIOD": True,
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.fromtimestamp(now, zone).replace(tzinfo=None),
        },
    )
    found = parser.get_date_data(words)
    if found.date_obj is None:
        raise ValueError(words)
    match found.period:
        case "week" | "month" | "year":
            return _begin(found.date_obj.date(), found.period), found.period
        case "time":
            return found.date_obj.replace(tzinfo=zone), "moment"
        case _:
            return found.date_obj.date(), "day"


def _begin(day: date, unit: str) -> date:
    """The first day of the week, month or year that a day is in."""
    match unit:
        case "week":
            return _monday(day)
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _after(first: date, size: Size) -> date:
    """The day after the last one of what begins on a day."""
    match size:
        case "week":
            return first + 7 * _DAY
        case "month":
            return _begin(first + 31 * _DAY, "month")
        case "year":
            return first.replace(year=first.year + 1)
        case _:
            return first + _DAY


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
