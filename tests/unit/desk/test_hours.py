"""Opening hours as moments of real time: weeks, exceptions, entries, changes of the clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.desk.calendar.hours import ALWAYS, ROUND_THE_CLOCK, Dated, Entry, Hours, Span
from imref.desk.calendar.wallclock import midnight
from imref.desk.intervals import Interval

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = 3600.0


def span(text: str) -> Span:
    """``span("9:00-12:30")``; one that ends before it begins ends in the next day."""
    opens, closes = (
        int(hours) * 60 + int(minutes)
        for hours, minutes in (time.split(":") for time in text.split("-"))
    )
    return Span(opens, closes if closes > opens else closes + 24 * 60)


def every_day(*texts: str) -> tuple[tuple[Span, ...], ...]:
    return (tuple(map(span, texts)),) * 7


def at(zone: ZoneInfo, text: str, fold: int = 0) -> float:
    """The Unix time of ``2026-03-29 02:30`` on the wall; of two, the second with ``fold``."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).timestamp()


def wall(zone: ZoneInfo, moment: float | None) -> str:
    """A moment as the clock on the wall shows it, with the offset that tells twins apart."""
    assert moment is not None
    return datetime.fromtimestamp(moment, zone).strftime("%Y-%m-%d %H:%M %z")


@dataclass(frozen=True)
class Listed:
    """A calendar that is a list, for tests of what hours make of one."""

    zone: ZoneInfo
    entries: tuple[Entry, ...]

    def between(self, first: date, last: date) -> Iterable[Entry]:
        start = midnight(self.zone, first)
        end = midnight(self.zone, last + timedelta(days=1))
        for each in self.entries:
            if isinstance(each.when, Interval):
                if each.when.start < end and each.when.end > start:
                    yield each
            elif first <= each.when <= last:
                yield each


WEEK = (
    *((span("9:00-12:30"), span("14:00-18:00")),) * 4,
    (span("9:00-12:30"), span("22:00-2:00")),
    (span("10:00-13:00"),),
    (),
)
SCHOOL = Hours(BERLIN, WEEK)


class TestAWeek:
    """2026-11-23 is a Monday."""

    @pytest.mark.parametrize(
        ("when", "is_open"),
        [
            ("2026-11-23 08:59", False),
            ("2026-11-23 09:00", True),
            ("2026-11-23 12:29", True),
            ("2026-11-23 12:30", False),
            ("2026-11-23 14:00", True),
            ("2026-11-28 01:59", True),
            ("2026-11-28 02:00", False),
            ("2026-11-29 12:00", False),
        ],
    )
    def test_open_from_the_first_minute_until_the_last(self, when: str, is_open: bool) -> None:
        assert SCHOOL.is_open(at(BERLIN, when)) is is_open

    def test_closes_and_opens(self) -> None:
        morning, lunch = at(BERLIN, "2026-11-23 10:00"), at(BERLIN, "2026-11-23 13:00")
        assert SCHOOL.closes(morning) == at(BERLIN, "2026-11-23 12:30")
        assert SCHOOL.opens(morning) == morning
        assert SCHOOL.closes(lunch) is None
        assert SCHOOL.opens(lunch) == SCHOOL.changes_after(lunch) == at(BERLIN, "2026-11-23 14:00")
        assert SCHOOL.opens(at(BERLIN, "2026-11-28 13:00")) == at(BERLIN, "2026-11-30 09:00")

    def test_what_is_promised_next_week(self) -> None:
        promised = SCHOOL.promised(at(BERLIN, "2026-11-23 00:00"), at(BERLIN, "2026-11-30 00:00"))
        assert sum(each.length for each in promised) == (4 * 7.5 + 3.5 + 4 + 3) * HOUR
        assert promised[-2] == Interval(
            at(BERLIN, "2026-11-27 22:00"), at(BERLIN, "2026-11-28 02:00")
        )

    def test_a_promise_is_cut_to_what_was_asked(self) -> None:
        start, end = at(BERLIN, "2026-11-28 01:00"), at(BERLIN, "2026-11-28 10:30")
        assert SCHOOL.promised(start, end) == [
            Interval(start, at(BERLIN, "2026-11-28 02:00")),
            Interval(at(BERLIN, "2026-11-28 10:00"), end),
        ]
        assert SCHOOL.promised(end, start) == []

    def test_hours_that_touch_are_one_stretch(self) -> None:
        hours = Hours(BERLIN, every_day("9:00-12:00", "12:00-18:00", "22:00-0:00", "0:00-2:00"))
        assert hours.closes(at(BERLIN, "2026-11-23 09:30")) == at(BERLIN, "2026-11-23 18:00")
        assert hours.closes(at(BERLIN, "2026-11-23 23:00")) == at(BERLIN, "2026-11-24 02:00")


class TestAlwaysAndNever:
    def test_always(self) -> None:
        assert ALWAYS.always
        assert ALWAYS.is_open(0.0)
        assert ALWAYS.closes(1e9) is ALWAYS.changes_after(1e9) is None
        assert ALWAYS.opens(5.0) == 5.0
        assert ALWAYS.promised(3.0, 7.0) == [Interval(3.0, 7.0)]

    def test_open_round_the_clock_but_for_one_day(self) -> None:
        hours = Hours(BERLIN, exceptions={date(2026, 12, 24): Dated()})
        assert not hours.always
        assert hours.closes(at(BERLIN, "2026-11-23 10:00")) == at(BERLIN, "2026-12-24 00:00")
        assert hours.opens(at(BERLIN, "2026-12-24 00:00")) == at(BERLIN, "2026-12-25 00:00")
        assert hours.closes(at(BERLIN, "2026-12-25 00:00")) is None

    def test_never(self) -> None:
        hours = Hours(BERLIN, ((),) * 7)
        now = at(BERLIN, "2026-11-23 10:00")
        assert not hours.is_open(now)
        assert hours.opens(now) is hours.closes(now) is hours.changes_after(now) is None

    def test_what_is_too_far_away_is_found_when_it_comes_nearer(self) -> None:
        opening = date(2028, 3, 1)
        hours = Hours(BERLIN, ((),) * 7, {opening: Dated((span("9:00-10:00"),))})
        assert hours.opens(at(BERLIN, "2026-11-23 10:00")) is None
        assert hours.opens(at(BERLIN, "2027-11-23 10:00")) == at(BERLIN, "2028-03-01 09:00")

    def test_a_week_has_seven_days(self) -> None:
        with pytest.raises(ValueError, match="seven"):
            Hours(BERLIN, ((),) * 5)

    @pytest.mark.parametrize("minutes", [(-1, 60), (600, 600), (600, 540), (1440, 1500), (0, 1441)])
    def test_what_is_no_hours_of_a_day(self, minutes: tuple[int, int]) -> None:
        with pytest.raises(ValueError, match="hours of a day"):
            Span(*minutes)


class Change(NamedTuple):
    """A change of the clock: the times from ``first`` to before ``last`` are skipped, or twice."""

    name: str
    day: str
    shift: int
    first: str
    last: str

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.name)

    @property
    def quarter(self) -> str:
        """A quarter of an hour into it."""
        begin = datetime.fromisoformat(f"{self.day} {self.first}")
        return (begin + timedelta(minutes=15)).strftime("%H:%M")

    def at(self, time: str, fold: int = 0) -> float:
        return at(self.zone, f"{self.day} {time}", fold)

    def eve(self, time: str) -> float:
        """A time on the day before."""
        before = date.fromisoformat(self.day) - timedelta(days=1)
        return at(self.zone, f"{before} {time}")


SPRING = pytest.mark.parametrize(
    "change",
    [
        Change("Europe/Berlin", "2026-03-29", 3600, "02:00", "03:00"),
        Change("America/New_York", "2026-03-08", 3600, "02:00", "03:00"),
        Change("Australia/Lord_Howe", "2026-10-04", 1800, "02:00", "02:30"),
        Change("Pacific/Chatham", "2026-09-27", 3600, "02:45", "03:45"),
        Change("America/Asuncion", "2023-10-01", 3600, "00:00", "01:00"),
    ],
    ids=lambda change: change.name,
)
AUTUMN = pytest.mark.parametrize(
    "change",
    [
        Change("Europe/Berlin", "2026-10-25", 3600, "02:00", "03:00"),
        Change("America/New_York", "2026-11-01", 3600, "01:00", "02:00"),
        Change("Australia/Lord_Howe", "2026-04-05", 1800, "01:30", "02:00"),
        Change("Pacific/Chatham", "2026-04-05", 3600, "02:45", "03:45"),
        Change("America/Havana", "2026-11-01", 3600, "00:00", "01:00"),
    ],
    ids=lambda change: change.name,
)


class TestSpring:
    """What happens to hours where the clock skips."""

    @SPRING
    def test_a_night_is_shorter(self, change: Change) -> None:
        night = Hours(change.zone, every_day("22:00-6:00"))
        start, end = change.eve("22:00"), change.at("06:00")
        assert night.promised(start, end + HOUR) == [Interval(start, end)]
        assert end - start == 8 * HOUR - change.shift
        assert night.closes(start) == end

    @SPRING
    def test_a_time_that_is_skipped_is_the_moment_of_the_skip(self, change: Change) -> None:
        skip = change.at(change.last)
        opens_then = Hours(change.zone, every_day(f"{change.quarter}-6:00"))
        assert opens_then.opens(change.eve("18:00")) == skip
        closes_then = Hours(change.zone, every_day(f"22:00-{change.quarter}"))
        assert closes_then.closes(change.eve("23:00")) == skip
        assert wall(change.zone, skip - 1) < f"{change.day} {change.first}"

    @SPRING
    def test_hours_that_are_skipped_as_a_whole_are_none(self, change: Change) -> None:
        skipped = Hours(change.zone, every_day(f"{change.quarter}-{change.last}"))
        assert skipped.day(date.fromisoformat(change.day)).open == ()
        assert skipped.promised(change.eve("20:00"), change.at("12:00")) == []

    def test_a_day_that_was_skipped(self) -> None:
        """Samoa went from the evening of Thursday to the morning of Saturday."""
        samoa = ZoneInfo("Pacific/Apia")
        hours = Hours(samoa, every_day("9:00-17:00"))
        assert hours.day(date(2011, 12, 30)).open == ()
        assert hours.opens(at(samoa, "2011-12-29 18:00")) == at(samoa, "2011-12-31 09:00")


class TestAutumn:
    """What happens to hours where times come twice."""

    @AUTUMN
    def test_a_night_is_longer(self, change: Change) -> None:
        night = Hours(change.zone, every_day("22:00-6:00"))
        start, end = change.eve("22:00"), change.at("06:00")
        assert night.promised(start, end + HOUR) == [Interval(start, end)]
        assert end - start == 8 * HOUR + change.shift

    @AUTUMN
    def test_opens_at_the_first_and_closes_at_the_last(self, change: Change) -> None:
        first, last = change.at(change.quarter), change.at(change.quarter, fold=1)
        assert last - first == change.shift
        opens_then = Hours(change.zone, every_day(f"{change.quarter}-6:00"))
        assert opens_then.opens(change.eve("18:00")) == first
        closes_then = Hours(change.zone, every_day(f"22:00-{change.quarter}"))
        assert closes_then.closes(change.eve("23:00")) == last

    @AUTUMN
    def test_hours_that_touch_in_it_stay_one(self, change: Change) -> None:
        hours = Hours(change.zone, every_day(f"22:00-{change.quarter}", f"{change.quarter}-6:00"))
        start, end = change.eve("22:00"), change.at("06:00")
        assert hours.promised(start, end) == [Interval(start, end)]

    @AUTUMN
    def test_round_the_clock_has_no_seam(self, change: Change) -> None:
        hours = Hours(change.zone, exceptions={date(2020, 1, 1): Dated()})
        start, end = change.eve("00:00"), change.at("23:00")
        assert hours.promised(start, end) == [Interval(start, end)]


class TestExceptions:
    def test_closed_or_other_hours_on_a_date(self) -> None:
        hours = Hours(
            BERLIN,
            WEEK,
            {
                date(2026, 11, 23): Dated((), "Stocktaking"),
                date(2026, 11, 29): Dated((span("13:00-15:00"),), "Open day"),
            },
        )
        assert hours.opens(at(BERLIN, "2026-11-23 00:00")) == at(BERLIN, "2026-11-24 09:00")
        assert hours.is_open(at(BERLIN, "2026-11-29 14:00"))
        assert hours.day(date(2026, 11, 23)).name == "Stocktaking"
        assert hours.day(date(2026, 11, 24)).name == ""

    def test_a_closed_day_leaves_the_night_before_it_alone(self) -> None:
        hours = Hours(BERLIN, WEEK, {date(2026, 11, 28): Dated()})
        assert hours.is_open(at(BERLIN, "2026-11-28 01:00"))
        assert not hours.is_open(at(BERLIN, "2026-11-28 11:00"))


class TestOccasions:
    MONDAY = date(2026, 11, 23)

    def hours(self, *entries: Entry, holidays: tuple[Entry, ...] = ()):
        return Hours(
            BERLIN,
            WEEK,
            holidays=(Listed(BERLIN, holidays),),
            calendars=(Listed(BERLIN, entries),),
        )

    def test_a_holiday_closes_what_begins_on_it(self) -> None:
        hours = self.hours(holidays=(Entry("Repentance", date(2026, 11, 27)),))
        assert hours.day(date(2026, 11, 27)).open == ()
        assert hours.day(date(2026, 11, 27)).name == "Repentance"

    def test_a_calendar_opens_on_a_holiday(self) -> None:
        when = Interval(at(BERLIN, "2026-11-23 10:00"), at(BERLIN, "2026-11-23 11:00"))
        hours = self.hours(
            Entry("Open house", when, opens=True), holidays=(Entry("Holiday", self.MONDAY),)
        )
        assert hours.day(self.MONDAY).open == (when,)
        assert hours.day(self.MONDAY).name == "Holiday, Open house"

    def test_a_calendar_adds_to_the_week(self) -> None:
        when = Interval(at(BERLIN, "2026-11-23 17:00"), at(BERLIN, "2026-11-23 20:00"))
        hours = self.hours(Entry("Long night", when, opens=True))
        assert hours.closes(at(BERLIN, "2026-11-23 15:00")) == when.end

    def test_a_whole_day_that_a_calendar_opens(self) -> None:
        hours = self.hours(Entry("Marathon", date(2026, 11, 29), opens=True))
        sunday = hours.day(date(2026, 11, 29))
        assert [each.length for each in sunday.open] == [24 * HOUR]

    def test_a_calendar_takes_time_away_and_closing_wins(self) -> None:
        when = Interval(at(BERLIN, "2026-11-23 11:00"), at(BERLIN, "2026-11-23 15:00"))
        hours = self.hours(Entry("Meeting", when), Entry("Open", self.MONDAY, opens=True))
        assert [wall(BERLIN, each.start)[11:16] for each in hours.day(self.MONDAY).open] == [
            "00:00",
            "15:00",
        ]
        closed = self.hours(Entry("Move", self.MONDAY), Entry("O", self.MONDAY, opens=True))
        assert closed.day(self.MONDAY).open == ()

    def test_a_meeting_that_cuts_nothing_is_not_named(self) -> None:
        when = Interval(at(BERLIN, "2026-11-23 19:00"), at(BERLIN, "2026-11-23 20:00"))
        assert self.hours(Entry("Choir", when)).day(self.MONDAY).name == ""

    def test_a_closing_cuts_the_night_that_began_before(self) -> None:
        when = Interval(at(BERLIN, "2026-11-28 01:00"), at(BERLIN, "2026-11-28 08:00"))
        hours = self.hours(Entry("Power cut", when))
        assert hours.closes(at(BERLIN, "2026-11-27 23:00")) == when.start
        assert hours.day(date(2026, 11, 27)).name == "Power cut"

    def test_an_opening_of_several_days_is_one_stretch(self) -> None:
        when = Interval(at(BERLIN, "2026-11-28 08:00"), at(BERLIN, "2026-12-01 08:00"))
        hours = self.hours(Entry("Hackathon", when, opens=True))
        # Tuesday 8:00 is the end: the library opens again at 9:00.
        assert hours.closes(when.start + HOUR) == when.end

    def test_a_dated_exception_is_above_calendars_and_holidays(self) -> None:
        closing = Interval(at(BERLIN, "2026-11-23 00:00"), at(BERLIN, "2026-11-23 23:00"))
        hours = Hours(
            BERLIN,
            WEEK,
            {self.MONDAY: Dated((span("10:00-11:00"),))},
            (Listed(BERLIN, (Entry("Holiday", self.MONDAY),)),),
            (Listed(BERLIN, (Entry("Move", closing), Entry("Move", self.MONDAY))),),
        )
        assert [each.length for each in hours.day(self.MONDAY).open] == [HOUR]
        assert hours.day(self.MONDAY).name == "Holiday"


ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "America/Havana",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "UTC",
    ]
).map(ZoneInfo)
SPANS = st.builds(
    lambda opens, length: Span(opens * 15, (opens + length) * 15),
    st.integers(0, 95),
    st.integers(1, 96),
)
DAYS = st.lists(SPANS, max_size=3).map(tuple)
DATES = st.dates(date(2025, 12, 1), date(2027, 2, 1))
MOMENTS = st.integers(int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()), 1798761600)
ENTRIES = st.builds(
    Entry,
    st.sampled_from(["Fair", "Move"]),
    DATES | st.builds(lambda a, b: Interval(a, a + b), MOMENTS, st.integers(60, 300_000)),
    st.booleans(),
)
HOURS = st.builds(
    lambda zone, week, exceptions, holidays, entries: Hours(
        zone,
        week,
        {day: Dated(spans) for day, spans in exceptions.items()},
        (Listed(zone, tuple(Entry("Holiday", day) for day in holidays)),),
        (Listed(zone, tuple(entries)),),
    ),
    ZONES,
    st.tuples(*(DAYS | st.just(ROUND_THE_CLOCK),) * 7),
    st.dictionaries(DATES, DAYS, max_size=8),
    st.lists(DATES, max_size=8),
    st.lists(ENTRIES, max_size=8),
)


class TestWhatAlwaysHolds:
    @given(HOURS, MOMENTS, st.integers(1, 40 * 86400), st.data())
    def test_promised_is_when_it_is_open(self, hours: Hours, start: int, length: int, data):
        end = start + length
        promised = hours.promised(start, end)
        assert promised == sorted(promised)
        assert all(start <= each.start < each.end <= end for each in promised)
        assert all(one.end < other.start for one, other in pairwise(promised))
        edges = [edge for each in promised for edge in (each.start, each.end - 1, each.end)]
        for moment in [*edges, data.draw(st.integers(start, end - 1))]:
            if moment < end:
                inside = any(each.start <= moment < each.end for each in promised)
                assert hours.is_open(moment) is inside

    @given(HOURS, MOMENTS)
    def test_opens_and_closes_agree_with_promised(self, hours: Hours, now: int):
        ahead = hours.promised(now, now + 60 * 86400)
        opens, closes, changes = hours.opens(now), hours.closes(now), hours.changes_after(now)
        if hours.is_open(now):
            assert opens == now
            assert closes == changes
            if ahead[0].end < now + 60 * 86400:
                assert closes == ahead[0].end
        else:
            assert closes is None
            assert opens == changes
            if ahead:
                assert opens == ahead[0].start
        assert changes is None or changes > now
        if changes is not None:
            assert hours.is_open(changes) is not hours.is_open(changes - 1)

    @given(HOURS, st.lists(MOMENTS, min_size=2, max_size=20))
    def test_what_is_remembered_changes_no_answer(self, hours: Hours, moments: list[int]):
        for moment in moments:
            fresh = Hours(
                hours.zone, hours.weekly, hours.exceptions, hours.holidays, hours.calendars
            )
            assert hours.is_open(moment) == fresh.is_open(moment)
            assert hours.changes_after(moment) == fresh.changes_after(moment)

    @given(ZONES, SPANS, DATES)
    def test_hours_of_a_day_last_as_long_as_the_wall_says_but_for_a_change(
        self, zone: ZoneInfo, one: Span, day: date
    ):
        found = Hours(zone, ((one,),) * 7).day(day).open
        length = sum(each.length for each in found)
        assert abs(length - (one.closes - one.opens) * 60) in (0, 1800, 3600) or length == 0
