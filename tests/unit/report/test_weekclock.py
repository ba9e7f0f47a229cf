"""Hours of the week on the library's clock, also where it changes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from imref.desk.intervals import Interval
from imref.report.wall import HoursOfWeek
from imref.report.weekclock import minutes

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = 6


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).timestamp()


def test_minutes_are_spread_over_the_hours_they_lie_in() -> None:
    stretch = Interval(at("2026-11-23T09:40"), at("2026-11-23T11:10"))
    spread = minutes([stretch], HoursOfWeek(BERLIN))
    assert spread[0][8:13] == (0.0, 20.0, 60.0, 10.0, 0.0)
    assert sum(map(sum, spread)) == 90.0


def test_an_hour_that_is_skipped_has_nothing() -> None:
    night = Interval(at("2026-03-29T00:00"), at("2026-03-29T06:00"))
    spread = minutes([night], HoursOfWeek(BERLIN))
    assert spread[SUNDAY][:6] == (60.0, 60.0, 0.0, 60.0, 60.0, 60.0)


def test_an_hour_that_comes_twice_has_both() -> None:
    night = Interval(at("2026-10-25T00:00"), at("2026-10-25T06:00"))
    spread = minutes([night], HoursOfWeek(BERLIN))
    assert spread[SUNDAY][:6] == (60.0, 60.0, 120.0, 60.0, 60.0, 60.0)
    second = Interval(at("2026-10-25T02:30", fold=1), at("2026-10-25T03:00"))
    assert minutes([second], HoursOfWeek(BERLIN))[SUNDAY][2] == 30.0


def test_a_zone_between_the_hours_has_its_own() -> None:
    zone = ZoneInfo("Asia/Kathmandu")
    stretch = Interval(at("2026-11-25T09:50", zone), at("2026-11-25T10:05", zone))
    assert minutes([stretch], HoursOfWeek(zone))[2][9:11] == (10.0, 5.0)


def test_half_hours_of_a_zone_and_of_a_change_are_minded() -> None:
    zone = ZoneInfo("Australia/Lord_Howe")
    night = Interval(at("2026-10-04T00:00", zone), at("2026-10-04T04:00", zone))
    spread = minutes([night], HoursOfWeek(zone))
    assert spread[SUNDAY][:4] == (60.0, 60.0, 30.0, 60.0)


def test_weeks_are_summed() -> None:
    first = at("2026-11-23T09:00")
    weeks = [
        Interval(first + week, first + week + 1800.0)
        for week in (timedelta(weeks=n).total_seconds() for n in range(4))
    ]
    assert minutes(weeks, HoursOfWeek(BERLIN))[0][9] == 120.0
