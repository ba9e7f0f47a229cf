"""Hours on paper: the usual week, and what differs from it in the coming weeks."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from imref.desk import phrases
from imref.desk.calendar.hours import ROUND_THE_CLOCK, Hours, Span
from imref.desk.calendar.timetable import Row, rows
from imref.desk.calendar.wallclock import date_at
from imref.desk.phrases import Clock, DayName, Listed, Text

DAYS_AHEAD = 8 * 7
"""Days in which exceptions and holidays are named."""

_MONDAY = datetime(2024, 1, 1, tzinfo=UTC)  # some Monday, to take names of days and times from

WrittenDate = Callable[[date], str]


def usual_week(hours: Hours) -> Iterator[Text]:
    """A line for each run of weekdays with the same hours."""
    first = 0
    for after in range(1, 8):
        if after == 7 or hours.weekly[after] != hours.weekly[first]:
            yield phrases.HOURS_ROW(days=_days(first, after - 1), hours=_times(hours.weekly[first]))
            first = after


def in_a_line(hours: Hours) -> Text:
    """The usual week in one line, for hours that stand within a sentence."""
    return Listed(tuple(usual_week(hours)))


def special_days(hours: Hours, now: float, written: WrittenDate) -> Iterator[Text]:
    """A line for each coming day that is not as its weekday usually is."""
    today = date_at(hours.zone, now)
    for row in rows(hours, today, DAYS_AHEAD):
        for on in _dates(row):
            day = hours.day(on)
            usual = Hours(hours.zone, hours.weekly).day(on)
            if day.name:
                yield phrases.PAPER_DATE_ROW_NAMED(
                    date=written(on), hours=_real(row, hours), name=day.name
                )
            elif day.open != usual.open:
                yield phrases.PAPER_DATE_ROW(date=written(on), hours=_real(row, hours))


def _dates(row: Row) -> Iterator[date]:
    return (row.first + timedelta(days=number) for number in range(row.days))


def _real(row: Row, hours: Hours) -> Text:
    if row.all_day:
        return phrases.HOURS_ALL_DAY()
    if not row.open:
        return phrases.HOURS_SHUT()
    zone = str(hours.zone)
    return Listed(
        tuple(
            phrases.HOURS_RANGE(first=Clock(each.start, zone), last=Clock(each.end, zone))
            for each in row.open
        )
    )


def _days(first: int, last: int) -> Text:
    if (first, last) == (0, 6):
        return phrases.HOURS_EVERY_DAY()
    names = [DayName((_MONDAY + timedelta(days=number)).date()) for number in (first, last)]
    return names[0] if first == last else phrases.HOURS_RANGE(first=names[0], last=names[1])


def _times(spans: tuple[Span, ...]) -> Text:
    if spans == ROUND_THE_CLOCK:
        return phrases.HOURS_ALL_DAY()
    if not spans:
        return phrases.HOURS_SHUT()
    return Listed(tuple(_stretch(span) for span in spans))


def _stretch(span: Span) -> Text:
    ends = [
        Clock((_MONDAY + timedelta(minutes=minutes)).timestamp(), "UTC")
        for minutes in (span.opens, span.closes)
    ]
    return phrases.HOURS_RANGE(first=ends[0], last=ends[1])
