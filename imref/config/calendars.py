"""Calendars in iCalendar form (RFC 5545): read with the config, errors with the line in the file.

What a calendar says is worked out when it is asked for. The libraries for it are imported with the
first calendar, since most small libraries have none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imref.config.public_holidays import dates
from imref.desk.calendar.hours import Entry
from imref.desk.calendar.wallclock import midnight
from imref.desk.intervals import Interval

if TYPE_CHECKING:
    from icalendar import Calendar, Component
    from recurring_ical_events import CalendarQuery

LARGEST_FILE = 5_000_000
"""Bytes. A library's closing days are a few thousand."""

PROBED = timedelta(days=400)
"""How far ahead a calendar is worked out when it is read, so that what is wrong shows then."""

TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
"""Rules of recurrence that are not about days; one of them could keep the desk busy for hours."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file in iCalendar form (RFC 5545), read. Equal when the text is.

    ``ahead`` is whether there is anything in it for the coming year.
    """

    path: Path
    text: str = field(repr=False)
    queries: tuple[Any, ...] = field(repr=False, compare=False)
    """CalendarQuery; pydantic wants to see what it is told of, and it is imported late."""
    ahead: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class CalendarEntries:
    """What a calendar opens or closes. Times without a zone are meant in ``zone``, the desk's."""

    file: CalendarFile
    zone: tzinfo
    opens: bool

    def between(self, first: date, last: date) -> Iterator[Entry]:
        """Events that touch the days, cancelled ones left out; one for each day of a whole day's.

        The library compares what stands on the wall, in the zone of each event; so it is asked
        for two days more on both sides, and what lies outside is left out here.
        """
        asked = Interval(midnight(self.zone, first), midnight(self.zone, last + ONE_DAY))
        for query in self.file.queries:
            for event in query.between(first - 2 * ONE_DAY, last + 3 * ONE_DAY):
                if event.get("STATUS") != "CANCELLED":
                    yield from self._entries(event, first, last, asked)

    def _entries(self, event: Any, first: date, last: date, asked: Interval) -> Iterator[Entry]:
        name, start, end = str(event.get("SUMMARY", "")).strip(), event.start, event.end
        if isinstance(start, datetime):
            when = Interval(self._moment(start), self._moment(end))
            if when.start < min(when.end, asked.end) and when.end > asked.start:
                yield Entry(name, when, self.opens)
            return
        for on in dates(max(start, first), min(end - ONE_DAY, last)):
            yield Entry(name, on, self.opens)

    def _moment(self, time: datetime) -> float:
        return (time if time.tzinfo else time.replace(tzinfo=self.zone)).timestamp()


def read_calendar(path: Path) -> CalendarFile:
    """The calendar in a file. Raises ValueError with file, line and what is wrong with it."""
    text = _read(path)
    lines = _Lines(path, text)
    calendars = _parse(text, lines)
    for number, event in enumerate(_events(calendars)):
        _check(event, number, lines)
    tried = [_query(each, lines) for each in calendars]
    queries = tuple(query for query, _ in tried)
    return CalendarFile(path, text, queries, ahead=any(events for _, events in tried))


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError(f"{path} is larger than {LARGEST_FILE // 1_000_000} MB")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not text in UTF-8") from error
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from error


class _Lines:
    """Where the events of a file stand, for errors: the parser forgets it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = [line.strip().upper() for line in text.splitlines()]
        self.events = [n for n, line in enumerate(self.lines) if line == "BEGIN:VEVENT"]

    def error(self, text: str, event: int = -1, name: str = "") -> ValueError:
        """What is wrong with a property called ``name`` of the event with this number."""
        if not 0 <= event < len(self.events):
            return ValueError(f"{self.path}: {text}")
        line = start = self.events[event]
        for number in range(start, len(self.lines)):
            if self.lines[number] == "END:VEVENT":
                break
            if name and self.lines[number].startswith((f"{name}:", f"{name};")):
                line = number
                break
        return ValueError(f"{self.path}:{line + 1}: {text}")


def _parse(text: str, lines: _Lines) -> list["Calendar"]:
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, LookupError) as error:
        raise lines.error("is not a calendar in iCalendar form (RFC 5545)") from error
    if not calendars or any(each.name != "VCALENDAR" for each in calendars):
        raise lines.error("is not a calendar: no BEGIN:VCALENDAR with its END:VCALENDAR")
    return calendars


def _events(calendars: Iterable["Component"]) -> Iterator["Component"]:
    for calendar in calendars:
        yield from calendar.walk("VEVENT")


def _check(event: "Component", number: int, lines: _Lines) -> None:
    """Everything that the libraries would pass over, or stumble on later."""
    for name, text in event.errors:
        raise lines.error(f"{name or 'a line'} cannot be read: {text}", number, name or "")
    if "DTSTART" not in event:
        raise lines.error("an event has no DTSTART: it says not when it begins", number)
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        _check_zone(event.get(name), name, number, lines)
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        frequency = str(next(iter(rule.get("FREQ", [""])), ""))
        if not frequency or frequency in TOO_OFTEN:
            raise lines.error("RRULE must have a FREQ of DAILY or rarer", number, "RRULE")


def _check_zone(value: Any, name: str, number: int, lines: _Lines) -> None:
    """COMPAT: icalendar 7 takes a time in a zone that it does not know for one without a zone."""
    zone = value.params.get("TZID") if value else None
    if zone and getattr(value.dt, "tzinfo", None) is None:
        raise lines.error(f'{name} is in an unknown time zone, "{zone}"', number, name)


def _query(calendar: "Calendar", lines: _Lines) -> tuple["CalendarQuery", int]:
    """The calendar ready for questions, and how many events it has in the days to come."""
    import recurring_ical_events

    today = datetime.now(UTC).date()
    try:
        query = recurring_ical_events.of(calendar)
        return query, len(query.between(today, today + PROBED))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise lines.error(f"has an event that cannot be worked out: {error}") from error
