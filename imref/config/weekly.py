"""Hours as people write them: ``mon-thu``, ``9:00-12:30, 14:00-18:00``, ``2026-12-24..2027-01-01``.

Everything here takes the text of a key or value and raises ValueError with what was expected.
"""

import re
from datetime import date, timedelta
from itertools import pairwise

from imref.config.problems import nearest
from imref.desk.calendar.hours import MINUTES_A_DAY, ROUND_THE_CLOCK, Dated, Span

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NUMBERS = {
    **{name: number for number, name in enumerate(DAYS)},
    **{name: number for number, name in enumerate(LONG_DAYS)},
}
DASH = re.compile(r"\s*[-\N{EN DASH}]\s*")
TIME = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NAMED = re.compile(r"(.*?)\s*\(([^()]+)\)", re.DOTALL)
LONGEST_RANGE = timedelta(days=3660)
AN_EXAMPLE = 'hours such as "9:00-12:30, 14:00-18:00", "24 h" or "closed"'


def parse_days(value: object) -> tuple[int, ...]:
    """The days in ``mon``, ``mon-thu`` or ``tue, sat-sun``: 0 is Monday."""
    days: list[int] = []
    for part in str(value).lower().split(","):
        first, *last = (_day(name) for name in DASH.split(part.strip(), maxsplit=1))
        length = (last[0] - first) % 7 if last else 0
        days += [(first + count) % 7 for count in range(length + 1)]
    return tuple(days)


def _day(name: str) -> int:
    if name not in DAY_NUMBERS:
        raise ValueError(
            f'"{name}" is not a day; write mon, tue, wed, thu, fri, sat or sun, a range such as '
            f'"mon-fri", or several with commas{nearest(name, DAY_NUMBERS)}'
        )
    return DAY_NUMBERS[name]


def parse_spans(value: object) -> tuple[Span, ...]:
    """The hours of a day: ``9:00-12:30, 14:00-18:00``, ``22:00-2:00``, ``24 h``, ``closed``.

    What ends before it begins ends on the next day.
    """
    if not isinstance(value, str):
        raise ValueError(f"must be {AN_EXAMPLE}; put it in quotes")
    text = value.strip().lower()
    if text == "closed":
        return ()
    if text.replace(" ", "") in ("24h", "24hours", "0:00-24:00", "00:00-24:00"):
        return ROUND_THE_CLOCK
    spans = sorted(_span(part.strip()) for part in text.split(","))
    for one, other in pairwise(spans):
        if other.opens < one.closes:
            raise ValueError(f"{spell_span(one)} and {spell_span(other)} overlap")
    return tuple(spans)


def _span(text: str) -> Span:
    times = DASH.split(text)
    if len(times) != 2:
        raise ValueError(f'"{text}" must be {AN_EXAMPLE}')
    opens, closes = (_minutes(time) for time in times)
    if opens == closes:
        raise ValueError(f'"{text}" begins when it ends; write "24 h" for round the clock')
    if opens == MINUTES_A_DAY:
        raise ValueError(f'"{text}" begins when the day is over')
    return Span(opens, closes if closes > opens else closes + MINUTES_A_DAY)


def parse_time(value: object) -> int:
    """Minutes after midnight in ``9:30`` or ``5:30 pm``; ValueError on what is not in a day."""
    if not isinstance(value, str):  # YAML reads 8:45 without quotes as a number
        raise ValueError('must be a time such as "8:45"; put it in quotes')
    minutes = _minutes(value.strip())
    if minutes == MINUTES_A_DAY:
        raise ValueError(f'"{value}" is the midnight that ends a day; write "0:00"')
    return minutes


def _minutes(text: str) -> int:
    """Minutes after midnight in ``9``, ``9:30``, ``24:00`` or ``5:30 pm``."""
    match = TIME.fullmatch(text)
    hour, minute, half = match.groups(default="") if match else ("99", "", "")
    total = int(hour) * 60 + int(minute or 0)
    if half:
        is_hour = 1 <= int(hour) <= 12
        total = (total % 720 + 720 * (half == "pm")) if is_hour else 9999
    if total > MINUTES_A_DAY or int(minute or 0) > 59:
        raise ValueError(f'"{text}" is not a time such as "9:00", "17:30" or "5:30 pm"')
    return total


def parse_dated(value: object) -> Dated:
    """The hours of a date with, if wanted, the reason behind them: ``closed (stocktaking)``."""
    named = NAMED.fullmatch(value.strip()) if isinstance(value, str) else None
    if named:
        return Dated(parse_spans(named[1]), named[2].strip())
    return Dated(parse_spans(value))


def parse_dates(value: object) -> tuple[date, ...]:
    """The dates in ``2026-12-24`` or ``2026-12-24..2027-01-01``, both ends included."""
    first, *rest = (_date(part.strip()) for part in str(value).split("..", maxsplit=1))
    last = rest[0] if rest else first
    if last < first:
        raise ValueError(f'"{value}" ends before it begins')
    if last - first > LONGEST_RANGE:
        raise ValueError(f'"{value}" is longer than ten years; leave the day out of weekly')
    return tuple(first + timedelta(days=count) for count in range((last - first).days + 1))


def _date(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(
        f'"{text}" is not a date such as "2026-12-24", or a range "2026-12-24..2027-01-01"'
    )


def spell_span(span: Span) -> str:
    """A span as it would be written in the file: ``9:00-12:30``."""
    times = (f"{minutes // 60 % 24}:{minutes % 60:02}" for minutes in (span.opens, span.closes))
    return "-".join(times)
