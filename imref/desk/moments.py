"""Moments and lists as a language says them, with Babel's names and patterns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from imref.desk import phrases
from imref.desk.phrases import Clock, DayName, Listed, Text, When

DAYS_ALONE = 3
"""From so many days on nobody counts the hours."""

COMING_DAYS = 6
"""Days ahead in which the day of the week alone tells which day is meant."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes times and dates: Babel's locale, and two patterns of Unicode CLDR."""

    locale: str
    time: str
    date: str


def moment(when: When, now: float, style: Style) -> Text:
    """What a moment is called at ``now`` (Unix seconds)."""
    from babel.dates import format_date

    zone = ZoneInfo(when.zone)
    then = datetime.fromtimestamp(when.at, zone)
    time = clock(Clock(when.at, when.zone), style)
    days = (then.date() - datetime.fromtimestamp(now, zone).date()).days
    match days:
        case 0:
            return phrases.WHEN_HOUR(time=time) if when.short else phrases.WHEN_TODAY(time=time)
        case 1:
            return phrases.WHEN_TOMORROW(time=time)
        case -1:
            return phrases.WHEN_YESTERDAY(time=time)
    if 0 < days <= COMING_DAYS:
        weekday = format_date(then, "EEEE", locale=style.locale)
        return phrases.WHEN_WEEKDAY(weekday=weekday, time=time)
    date = format_date(then, style.date, locale=style.locale)
    return phrases.WHEN_DATE(date=date, time=time)


def clock(at: Clock, style: Style) -> str:
    """A time of day."""
    from babel.dates import format_time

    zone = ZoneInfo(at.zone)
    then = datetime.fromtimestamp(at.at, zone)
    return format_time(then, style.time, tzinfo=zone, locale=style.locale)


def day_name(day: DayName, locale: str) -> str:
    """The short name of a day of the week, as it stands alone."""
    from babel.dates import format_date

    return format_date(day.on, "ccc", locale=locale)


def lapse(seconds: float) -> Text:
    """What people call a time of so many seconds."""
    whole = max(0, int(seconds))
    if whole < 2:
        return phrases.LAPSE_MOMENT()
    if whole < 60:
        return phrases.LAPSE_SECONDS(seconds=whole)
    hours, minutes = divmod(whole // 60, 60)
    days, hours_left = divmod(hours, 24)
    if days:
        named = phrases.LAPSE_DAYS(count=days)
        exact = days >= DAYS_ALONE or not hours_left
        return named if exact else phrases.LAPSE_DAYS_HOURS(days=named, hours=hours_left)
    if not hours:
        return phrases.LAPSE_MINUTES(minutes=minutes)
    if not minutes:
        return phrases.LAPSE_HOURS(hours=hours)
    return phrases.LAPSE_HOURS_MINUTES(hours=hours, minutes=minutes)


def joined(items: Sequence[str], listed: Listed, locale: str) -> str:
    """Several things as one part of a sentence: "a, b and c"."""
    from babel.lists import format_list

    return format_list(items, listed.style, locale)
