"""The sections of the config that say when a desk is open."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, PlainValidator, ValidationInfo, field_validator

from imref.config.calendars import CalendarEntries, CalendarFile, read_calendar
from imref.config.kinds import SUGGESTION, resolve_beside_config
from imref.config.problems import nearest
from imref.config.public_holidays import PublicHolidays, check_country, check_subdivision
from imref.config.section import Section
from imref.config.weekly import DAYS, parse_dated, parse_dates, parse_days, parse_spans
from imref.desk.calendar import hours as desk
from imref.desk.calendar.hours import ALWAYS, Dated, Entries, Span

NO_COUNTRY = "none"
YEARS_AHEAD = timedelta(days=3660)
"""How far ahead the name of a holiday is looked for, so that a misspelt one is found."""


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(value))
    except (LookupError, ValueError, OSError) as error:
        raise ValueError(
            f'"{value}" is not a time zone such as "Europe/Berlin" or "America/New_York"'
            f"{nearest(str(value), available_timezones())}"
        ) from error


def _calendar_file(value: object, info: ValidationInfo) -> CalendarFile:
    if not isinstance(value, str) or not value:
        raise ValueError("must be the path of a file in iCalendar form")
    return read_calendar(resolve_beside_config(Path(value), info))


Zone = Annotated[ZoneInfo, PlainValidator(_zone)]
Days = Annotated[tuple[int, ...], PlainValidator(parse_days)]
Spans = Annotated[tuple[Span, ...], PlainValidator(parse_spans)]
Dates = Annotated[tuple[date, ...], PlainValidator(parse_dates)]
DatedHours = Annotated[Dated, PlainValidator(parse_dated)]


class Holidays(Section):
    """Public holidays, on which the desk is closed."""

    country: str = Field(
        description="The country, by its code in ISO 3166-1; none where a desk has no holidays and "
        "the library has.",
        examples=["DE"],
    )
    subdivision: str | None = Field(
        default=None,
        description="The part of the country (ISO 3166-2 without the country), where parts have "
        "holidays of their own.",
        examples=["BY"],
    )
    leave_out: list[str] = Field(
        default=[],
        description="Holidays on which the desk is open all the same, by their names in the "
        "country's language, as `imref hours` prints them.",
        examples=[["Buß- und Bettag"]],
    )

    @field_validator("country")
    @classmethod
    def _known_country(cls, country: str) -> str:
        return NO_COUNTRY if country.lower() == NO_COUNTRY else check_country(country)

    @field_validator("subdivision")
    @classmethod
    def _known_subdivision(cls, subdivision: str | None, info: ValidationInfo) -> str | None:
        country = info.data.get("country", NO_COUNTRY)
        if subdivision is None or country == NO_COUNTRY:
            return subdivision
        return check_subdivision(country, subdivision)

    @field_validator("leave_out")
    @classmethod
    def _known_names(cls, names: list[str], info: ValidationInfo) -> list[str]:
        country = info.data.get("country", NO_COUNTRY)
        if names and country != NO_COUNTRY and "subdivision" in info.data:
            today = datetime.now(UTC).date()
            source = PublicHolidays(country, info.data["subdivision"])
            known = source.names(today - timedelta(days=366), today + YEARS_AHEAD)
            for name in names:
                if name not in known:
                    raise ValueError(f'no holiday is called "{name}"{_which(name, known)}')
        return names

    def source(self) -> tuple[Entries, ...]:
        """Where the rules ask for holidays."""
        if self.country == NO_COUNTRY:
            return ()
        return (PublicHolidays(self.country, self.subdivision, frozenset(self.leave_out)),)


def _which(name: str, known: set[str]) -> str:
    return nearest(name, known) or f"; known are {', '.join(sorted(known))}"


class Means(StrEnum):
    """What an event in a calendar does to the hours."""

    CLOSED = "closed"
    OPEN = "open"


class Calendar(Section):
    """A calendar in iCalendar form (.ics), as every calendar program writes it."""

    file: Annotated[CalendarFile, PlainValidator(_calendar_file)] = Field(
        description="The file. It is read when this file is read. A relative path is meant from "
        "the folder of this file. Times without a zone are meant in the zone of the desk.",
        examples=["closing-days.ics"],
    )
    means: Means = Field(
        description="closed: the desk is closed during the events. open: it is open then, too, "
        "also on holidays. An event of a whole day closes what begins on that day, or opens "
        "the day round the clock. Where both speak, it is closed.",
        examples=["closed"],
    )


class Hours(Section):
    """When the desks are open. Without this section they always are.

    A desk may say in hours of its own what differs: each key that it leaves out is as here.
    Dated exceptions go before calendars, these before holidays, and these before the week.
    """

    zone: Annotated[Zone | None, SUGGESTION] = Field(
        default=None,
        description="The time zone that all hours are meant in, and every time of day in this file "
        "or in what people read, by its name in the IANA database. Desks that are always open may "
        "do without; their times are in UTC.",
        examples=["Europe/Berlin"],
    )
    weekly: Annotated[dict[Days, Spans] | None, SUGGESTION] = Field(
        default=None,
        description='The hours of the week. A key is a day, a range or a list ("mon-thu", '
        '"sat, sun"); a value has any number of stretches ("9:00-12:30, 14:00-18:00"), "24 h" or '
        '"closed". What ends before it begins ends on the next day ("22:00-2:00"). A day that is '
        "not named is closed. Without this key: round the clock.",
        examples=[{"mon-thu": "9:00-12:30, 14:00-18:00", "fri": "9:00-15:00"}],
    )
    exceptions: Annotated[dict[Dates, DatedHours] | None, SUGGESTION] = Field(
        default=None,
        description='Dates ("2026-12-24") or ranges ("2026-12-24..2027-01-01") with other hours, '
        'written as in weekly, with the reason behind them if wanted: "closed (stocktaking)". '
        "Where ranges overlap the shorter one holds. The night before runs to its end.",
        examples=[{"2026-12-24..2027-01-01": "closed (winter break)", "2026-12-30": "10:00-14:00"}],
    )
    holidays: Annotated[Holidays | None, SUGGESTION] = Field(
        default=None,
        description=Holidays.__doc__,
        examples=[{"country": "DE", "subdivision": "BY"}],
    )
    calendars: Annotated[list[Calendar] | None, SUGGESTION] = Field(
        default=None,
        description="Calendars whose events close the desk, or open it.",
        examples=[[{"file": "closing-days.ics", "means": "closed"}]],
    )

    @field_validator("weekly")
    @classmethod
    def _each_day_once(
        cls, weekly: dict[tuple[int, ...], tuple[Span, ...]] | None
    ) -> dict[tuple[int, ...], tuple[Span, ...]] | None:
        named = [day for days in weekly or {} for day in days]
        twice = [DAYS[day] for day in sorted(set(named)) if named.count(day) > 1]
        if twice:
            raise ValueError(f"gives hours twice for {', '.join(twice)}")
        return weekly

    @field_validator("exceptions")
    @classmethod
    def _no_riddles(
        cls, exceptions: dict[tuple[date, ...], Dated] | None
    ) -> dict[tuple[date, ...], Dated] | None:
        length: dict[date, int] = {}
        for dates in sorted(exceptions or {}, key=len):
            for on in dates:
                if length.get(on) == len(dates):
                    raise ValueError(f"gives hours twice for {on}, in ranges of the same length")
                length.setdefault(on, len(dates))
        return exceptions

    def inheriting(self, library: Self) -> Self:
        """The same, with what it does not say taken from the hours of the library."""
        given = {name: getattr(self, name) for name in type(self).model_fields}
        own = {name: value for name, value in given.items() if value is not None}
        return library.model_copy(update=own)

    def agreed(self) -> desk.Hours:
        """What the rules know of these hours."""
        zone: tzinfo = self.zone or UTC
        return desk.Hours(
            zone,
            ALWAYS.weekly if self.weekly is None else _week(self.weekly),
            _dates(self.exceptions or {}),
            self.holidays.source() if self.holidays else (),
            tuple(
                CalendarEntries(each.file, zone, opens=each.means is Means.OPEN)
                for each in self.calendars or []
            ),
        )


def _week(weekly: dict[tuple[int, ...], tuple[Span, ...]]) -> desk.Week:
    by_day = {day: spans for days, spans in weekly.items() for day in days}
    return tuple(by_day.get(day, ()) for day in range(7))


def _dates(exceptions: dict[tuple[date, ...], Dated]) -> dict[date, Dated]:
    """Each date with its hours: those of the shortest range that it is in."""
    longest_first = sorted(exceptions, key=len, reverse=True)
    return {on: exceptions[dates] for dates in longest_first for on in dates}


def lacks_zone(library: dict[str, object], own: dict[str, object]) -> bool:
    """Whether hours are given, in the raw data of the file, and no zone to read them in."""
    zone = own.get("zone") or library.get("zone")
    return zone is None and any(own.get(name) for name in Hours.model_fields)
