"""The first and the last day of a pilot, as people write them."""

from datetime import date, time, timedelta, tzinfo

from imref.desk.calendar.dates import leading_time
from imref.desk.calendar.wallclock import date_at, midnight

LATE = time(23, 59)
"""A day is meant whole, so that today is a day that is still to come."""


class NotADay(ValueError):  # noqa: N818 - what somebody wrote
    """What was written is no day from today on; the sentence says what would be."""


def first_moment(text: str, now: float, zone: tzinfo) -> float:
    """When the day begins, in Unix seconds; today begins now. Raises NotADay."""
    return max(now, midnight(zone, _day(text, now, zone)))


def last_moment(text: str, now: float, zone: tzinfo) -> float:
    """When the day is over, in Unix seconds. Raises NotADay."""
    return midnight(zone, _day(text, now, zone) + timedelta(days=1))


def _day(text: str, now: float, zone: tzinfo) -> date:
    words = " ".join(text.split())
    try:
        found = date.fromisoformat(words)
    except ValueError:
        said = leading_time(words, now, zone, end_of_work=LATE)
        if said is None or said[1]:
            raise NotADay(
                f'"{text}" is not understood as a day to come; "2026-11-30" is, and "30 November", '
                '"Friday", "in 4 weeks".'
            ) from None
        found = date_at(zone, said[0])
    if found < date_at(zone, now):
        raise NotADay(f'"{text}" is past; a pilot is about days to come.')
    return found
