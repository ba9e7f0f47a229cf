"""Open but nobody there: one message to the supervisors, and the truth and a choice to patrons."""

import pytest

from imref.desk import phrases
from imref.desk.events import LinkUp

from .scene import Librarian, PatronAt, Scene, agreement, desk, week

OFFICE = week("mon-fri", "9:00-18:00")
AGREED = agreement(
    desk("ask", ("ana", "ben"), hours=OFFICE, supervisors=("cleo",)), desk("law", ("cleo",))
)


@pytest.fixture
def scene() -> Scene:
    return Scene(AGREED)


def test_supervisors_get_one_message_and_one_when_it_is_mended(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.shows("unavailable")
    scene.passes(400)
    cleo.was_told_nothing()
    ben.commands("!off")
    scene.passes(299)
    cleo.was_told_nothing()
    scene.patron("pat").says("Hello?")
    cleo.was_told_nothing()
    scene.passes(1)
    assert "5 min; 1 is waiting" in cleo.was_told(phrases.UNSTAFFED).body
    ana.was_told_nothing()
    scene.passes(3600)
    cleo.was_told_nothing()
    ana.shows("available")
    cleo.was_told(phrases.STAFFED_AGAIN)
    ana.shows("away")
    scene.passes(300)
    cleo.was_told(phrases.UNSTAFFED)


def test_who_is_back_in_time_is_not_reported(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.shows("away")
    ben.shows("away")
    scene.passes(200)
    ben.shows("available")
    cleo.was_told_nothing()
    ben.shows("away")
    scene.passes(200)
    cleo.was_told_nothing()


def test_a_closed_desk_is_nobodys_fault(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    scene.until("17:58")
    ana.shows("away")
    ben.shows("away")
    scene.until("9:00")
    cleo.was_told_nothing()
    scene.passes(300)
    cleo.was_told(phrases.UNSTAFFED)


def test_closing_ends_an_alarm_without_a_word(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    scene.until("17:30")
    ana.shows("away")
    ben.shows("away")
    scene.passes(300)
    cleo.was_told(phrases.UNSTAFFED)
    scene.until("18:00")
    cleo.was_told_nothing()
    scene.until("9:05")
    cleo.was_told(phrases.UNSTAFFED)


def test_without_a_link_nobody_is_missed(scene: Scene, ana: Librarian, cleo: Librarian) -> None:
    scene.link_is_lost()
    scene.passes(1000)
    cleo.was_told_nothing()
    scene.happens(LinkUp())
    scene.passes(299)
    cleo.was_told_nothing()
    scene.passes(1)
    cleo.was_told(phrases.UNSTAFFED)
    scene.link_is_lost()
    scene.happens(LinkUp())
    scene.passes(1000)
    cleo.was_told_nothing()
    ana.shows("available")
    cleo.was_told(phrases.STAFFED_AGAIN)


def test_a_desk_without_supervisors_has_no_alarm() -> None:
    scene = Scene(agreement(desk("ask", ("ana",))), on_duty=())
    scene.passes(1000)
    scene.staff("ana").was_told_nothing()


def test_the_patron_gets_the_truth_at_once_and_then_a_choice(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.shows("away")
    ben.shows("away")
    pat.says("Hello?")
    pat.was_told(phrases.RECEIVED_NOBODY)
    scene.passes(59)
    pat.was_told_nothing()
    scene.passes(1)
    assert "keep" in pat.was_told(phrases.STILL_NOBODY).body
    scene.passes(29)
    pat.was_told_nothing()
    scene.passes(1)
    pat.was_told(phrases.KEPT_ALONE)


def test_questions_that_are_kept_are_counted_as_waiting(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.shows("away")
    ben.shows("away")
    scene.patron("pat").says("Hello?")
    scene.passes(100)  # hold: the patron need not stay
    scene.patron("quinn").says("And me?")
    scene.passes(200)
    assert "2 are waiting" in cleo.was_told(phrases.UNSTAFFED).body
