"""Hours as people read them, and the patron's ``hours``."""

from dataclasses import replace
from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from imref.desk.calendar.hours import ALWAYS, Dated, Hours, Span
from imref.desk.calendar.timetable import rows

from .scene import Librarian, Scene, agreement, desk, week

MONDAY = date(2026, 11, 23)
OFFICE = week("mon-thu", "9:00-12:30, 14:00-18:00")


def table(hours: Hours, days: int = 7, first: date = MONDAY) -> list[tuple[str, str, int, str]]:
    return [
        (f"{row.first:%a}", f"{row.last:%a}", len(row.open), row.name)
        for row in rows(hours, first, days)
    ]


def test_days_that_are_alike_stand_together() -> None:
    assert table(OFFICE) == [("Mon", "Thu", 2, ""), ("Fri", "Sun", 0, "")]
    assert table(OFFICE, 3) == [("Mon", "Wed", 2, "")]
    assert table(ALWAYS) == [("Mon", "Sun", 1, "")]


def test_what_has_a_name_stands_by_itself() -> None:
    closed = {date(2026, 11, 24): Dated((), "Stocktaking"), date(2026, 11, 27): Dated((), "Bridge")}
    assert table(replace(OFFICE, exceptions=closed)) == [
        ("Mon", "Mon", 2, ""),
        ("Tue", "Tue", 0, "Stocktaking"),
        ("Wed", "Thu", 2, ""),
        ("Fri", "Fri", 0, "Bridge"),
        ("Sat", "Sun", 0, ""),
    ]


def test_a_change_of_the_clock_makes_no_row() -> None:
    hours = Hours(ZoneInfo("Europe/Berlin"), ((Span(22 * 60, 30 * 60),),) * 7)
    assert table(hours, first=date(2026, 10, 19), days=14) == [("Mon", "Sun", 1, "")]


@pytest.mark.parametrize(
    ("span", "is_all_day"),
    [
        (Span(0, 1440), True),
        (Span(0, 1439), False),
        (Span(60, 1440), False),
        (Span(720, 2160), False),
    ],
)
def test_round_the_clock(span: Span, is_all_day: bool) -> None:
    [row] = rows(Hours(UTC, ((span,),) * 7, {date(2020, 1, 1): Dated()}), MONDAY, 7)
    assert row.all_day is is_all_day


def test_a_patron_asks(ana: Librarian) -> None:
    scene = Scene(agreement(desk("ask", ("ana",), hours=OFFICE)), on_duty=("ana",))
    pat = scene.patron("pat")
    pat.says("hours")
    assert [say.body for say in pat.told] == [
        "The ask desk is closed now and opens today at 14:00.\n"
        "Mon–Thu: 9:00–12:30 and 14:00–18:00\n"
        "Fri–Sun: closed"
    ]
    scene.until("14:00")
    pat.says("Open?")
    assert pat.told[0].body.startswith("The ask desk is open now, until 18:00.\n")
    scene.staff("ana").shows("away")
    pat.says("hours")
    assert "until 18:00. Nobody is there just now; questions are kept." in pat.told[0].body
    assert scene.room.sessions == {}


def test_a_desk_that_never_closes_and_one_that_never_opens() -> None:
    scene = Scene(
        agreement(desk("ask", ("ana",)), desk("law", ("ana",), hours=week("mon", "closed")))
    )
    pat = scene.patron("pat")
    pat.says("hours")
    assert [say.body for say in pat.told] == ["The ask desk is open now, and does not close."]
    lex = scene.patron("lex", "law")
    lex.says("hours")
    assert [say.body for say in lex.told] == [
        "The law desk is closed, and no opening is planned yet.\nEvery day: closed"
    ]


def test_exceptions_are_named_and_nights_are_read_right() -> None:
    hours = replace(
        week("mon-sun", "22:00-2:00"),
        exceptions={date(1970, 1, 14): Dated((Span(0, 1440),), "Long night")},
    )
    scene = Scene(agreement(desk("ask", ("ana",), hours=hours)))
    pat = scene.patron("pat")
    pat.says("!hours")
    assert pat.told[0].body.splitlines()[1:] == [
        "Mon–Tue: 22:00–2:00",
        "Wed: 24 h (Long night)",
        "Thu–Sun: 22:00–2:00",
    ]


def test_staff_ask_for_all_their_desks() -> None:
    law = desk("law", ("ben",), hours=week("mon-fri", "9:00-12:00"))
    scene = Scene(agreement(desk("ask", ("ana", "ben"), hours=OFFICE), law))
    ana, ben = scene.staff("ana"), scene.staff("ben")
    ana.commands("!hours")
    assert "law" not in ana.told[0].body
    ben.commands("!hours")
    assert ben.told[0].body.splitlines() == [
        "The ask desk is closed now and opens today at 14:00.",
        "Mon–Thu: 9:00–12:30 and 14:00–18:00",
        "Fri–Sun: closed",
        "The law desk is closed now and opens tomorrow at 9:00.",
        "Mon–Fri: 9:00–12:00",
        "Sat–Sun: closed",
    ]
