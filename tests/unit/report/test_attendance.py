"""What was promised, who was there, and when nobody was."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from imref.desk.agreement import Agreement, Desk
from imref.desk.calendar.hours import Hours, Span
from imref.desk.intervals import Interval
from imref.report.attendance import SHORTEST, Attendance, attendances
from imref.report.coverage import coverage
from imref.report.model import Gap
from imref.report.wall import HoursOfWeek
from imref.store.presences import Presence

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Hours(BERLIN, ((Span(9 * 60, 12 * 60),),) * 5 + ((),) * 2)
ASK = Desk("ask", "Reference", (("ana", "ben"),), hours=OFFICE)
LAW = Desk("law", "Law", (("cleo",),), hours=OFFICE)
AGREED = Agreement("ref.library.example", {"ask": ASK, "law": LAW}, {})


def at(time: str, day: int = 23) -> float:
    """A time in Berlin, in November 2026; the 23rd is a Monday."""
    hour, minute = map(int, time.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN).timestamp()


def span(text: str, day: int = 23) -> Interval:
    """``span("9:00-12:00")`` on a day."""
    begin, end = text.split("-")
    return Interval(at(begin, day), at(end, day))


MONDAY = Interval(at("0:00"), at("0:00", 24))


def ran(*spans: str, day: int = 23) -> list[Presence]:
    return [Presence("", "", span(each, day)) for each in spans]


def was_open(*spans: str, desk: str = "ask", day: int = 23) -> list[Presence]:
    return [Presence(desk, "", span(each, day)) for each in spans]


def on_duty(name: str, *spans: str, desk: str = "ask", day: int = 23) -> list[Presence]:
    return [Presence(desk, name, span(each, day)) for each in spans]


def ask(
    *presences: list[Presence], agreed: Agreement = AGREED, period: Interval = MONDAY
) -> Attendance:
    """The attendance of the desk ``ask``, of what was recorded."""
    found = sorted((one for those in presences for one in those), key=lambda one: one.when)
    return attendances(found, agreed, period, ["ask"])["ask"]


def minutes(stretches: tuple[Interval, ...]) -> float:
    return sum(each.length for each in stretches) / 60.0


def test_who_comes_late_and_goes_early_leaves_the_desk_alone() -> None:
    desk = ask(ran("0:00-23:59"), was_open("9:00-12:00"), on_duty("ana", "9:10-11:45"))
    assert desk.promised == (span("9:00-12:00"),)
    assert desk.kept == (span("9:10-11:45"),)
    assert desk.nobody == (span("9:00-9:10"), span("11:45-12:00"))
    assert desk.down == ()


def test_several_on_duty_are_counted_once() -> None:
    desk = ask(
        ran("0:00-23:59"),
        was_open("9:00-12:00"),
        on_duty("ana", "9:00-11:00"),
        on_duty("ben", "10:00-12:00"),
    )
    assert desk.staffed == (span("9:00-12:00"),)
    assert desk.nobody == ()
    assert minutes(desk.duty["ana"]) == 120.0


def test_who_stays_after_closing_is_there_beyond_what_was_promised() -> None:
    desk = ask(ran("0:00-23:59"), was_open("9:00-12:00"), on_duty("ana", "8:30-13:00"))
    assert (minutes(desk.staffed), minutes(desk.kept)) == (270.0, 180.0)


def test_a_change_of_hands_is_no_gap() -> None:
    away = Presence("ask", "ben", Interval(at("10:00") + SHORTEST - 1.0, at("12:00")))
    desk = ask(ran("0:00-23:59"), was_open("9:00-12:00"), on_duty("ana", "9:00-10:00"), [away])
    assert desk.nobody == ()
    assert minutes(desk.kept) < 180.0


def test_an_outage_breaks_the_promise_and_is_nobodys_absence() -> None:
    desk = ask(
        ran("0:00-10:00", "11:00-23:59"),
        was_open("9:00-10:00", "11:00-12:00"),
        on_duty("ana", "9:00-10:00", "11:00-12:00"),
    )
    assert desk.promised == (span("9:00-12:00"),)
    assert desk.down == (span("10:00-11:00"),)
    assert desk.kept == (span("9:00-10:00"), span("11:00-12:00"))
    assert desk.nobody == ()


def test_a_lost_link_is_an_outage_too() -> None:
    desk = ask(
        ran("0:00-10:00", "11:00-23:59"),
        was_open("9:00-12:00"),
        on_duty("ana", "9:00-10:00", "11:00-12:00"),
    )
    assert desk.down == (span("10:00-11:00"),)


def test_hours_that_have_changed_since_count_as_they_were() -> None:
    desk = ask(ran("0:00-23:59"), was_open("14:00-16:00"), on_duty("ana", "14:00-16:00"))
    assert desk.promised == (span("14:00-16:00"),)


def test_nothing_was_promised_before_anything_was_recorded() -> None:
    period = Interval(at("0:00", 20), at("0:00", 24))
    desk = ask(ran("10:00-23:59"), was_open("10:00-12:00"), period=period)
    assert desk.promised == (span("10:00-12:00"),)
    assert ask(period=period) == Attendance("ask")


def test_a_desk_that_is_gone_has_what_was_recorded_of_it() -> None:
    gone = Agreement("ref.library.example", {"law": LAW}, {})
    desk = ask(ran("0:00-10:00", "11:00-23:59"), was_open("9:00-10:00"), agreed=gone)
    assert desk.promised == (span("9:00-10:00"),)


def test_only_the_period_counts() -> None:
    period = span("10:00-11:00")
    desk = ask(
        ran("0:00-23:59"), was_open("9:00-12:00"), on_duty("ana", "9:00-10:30"), period=period
    )
    assert desk.promised == (span("10:00-11:00"),)
    assert desk.kept == (span("10:00-10:30"),)
    assert desk.nobody == (span("10:30-11:00"),)
    assert desk.duty == {"ana": (span("10:00-10:30"),)}


def test_desks_are_held_apart() -> None:
    found = [
        *ran("0:00-23:59"),
        *was_open("9:00-12:00"),
        *was_open("9:00-12:00", desk="law"),
        *on_duty("cleo", "9:00-12:00", desk="law"),
    ]
    both = attendances(found, AGREED, MONDAY, ["ask", "law"])
    assert minutes(both["ask"].kept) == 0.0
    assert minutes(both["law"].kept) == 180.0


def test_coverage_is_by_the_hour_of_the_week() -> None:
    desk = ask(
        ran("0:00-23:59"), was_open("9:00-12:00"), on_duty("ana", "9:15-11:00", "11:30-13:00")
    )
    (said,) = coverage({"ask": desk}, {"ask": [1, 4]}, HoursOfWeek(BERLIN))
    assert said.promised[0][8:13] == (0.0, 60.0, 60.0, 60.0, 0.0)
    assert said.kept[0][8:13] == (0.0, 45.0, 60.0, 30.0, 0.0)
    assert said.staffed[0][8:13] == (0.0, 45.0, 60.0, 30.0, 60.0)
    assert said.share == 135 / 180
    assert said.nobody == (
        Gap(at("9:00"), at("9:15"), 1),
        Gap(at("11:00"), at("11:30"), 4),
    )


quarters = st.integers(0, 95)
spans = st.lists(
    st.tuples(quarters, st.integers(1, 16)).map(
        lambda each: Interval(
            MONDAY.start + each[0] * 900.0, MONDAY.start + min(96, sum(each)) * 900.0
        )
    ),
    max_size=5,
)


@given(spans, spans, spans)
def test_what_was_promised_was_kept_or_down_or_nobody_was_there(
    linked: list[Interval], opened: list[Interval], staffed: list[Interval]
) -> None:
    """Somebody is on duty only while there is a link, as the rules have it."""
    found = [Presence("", "", each) for each in linked]
    found += [Presence("ask", "", each) for each in opened]
    duty = [
        Presence("ask", "ana", Interval(max(one.start, link.start), min(one.end, link.end)))
        for one in staffed
        for link in linked
        if max(one.start, link.start) < min(one.end, link.end)
    ]
    desk = ask(found, duty)
    parts = minutes(desk.kept) + minutes(desk.down) + minutes(desk.nobody)
    assert abs(parts - minutes(desk.promised)) < 1e-6
