"""Outside hours nothing is offered; sessions that run go on."""

from dataclasses import replace
from datetime import date

import pytest

from imref.desk import phrases
from imref.desk.calendar.hours import Dated, Span
from imref.desk.events import AgreementChanged

from .scene import Librarian, Scene, agreement, desk, librarian, week

OFFICE = week("mon-fri", "9:00-18:00")


@pytest.fixture
def scene() -> Scene:
    return Scene(
        agreement(
            desk("ask", ("ana", "ben"), hours=OFFICE),
            desk("law", ("cleo",), hours=week("mon-sun", "8:00-20:00")),
        )
    )


def test_a_question_after_closing_is_dealt_at_the_opening(scene: Scene) -> None:
    pat, ana = scene.patron("pat"), scene.staff("ana")
    scene.until("18:00")
    pat.says("Where is the map?")
    ana.was_told_nothing()
    ana.shows("away")
    ana.shows("available")
    ana.was_not_told(phrases.OFFER)
    scene.until("8:59")
    ana.was_not_told(phrases.OFFER)
    scene.until("9:00")
    ana.was_told(phrases.DEALT)


def test_an_offer_is_not_made_again_after_closing(scene: Scene) -> None:
    pat, ana = scene.patron("pat"), scene.staff("ana")
    scene.until("17:59")
    scene.passes(55)
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)
    scene.passes(600)
    ana.was_not_told(phrases.OFFER_AGAIN)


def test_a_session_that_runs_goes_on(scene: Scene) -> None:
    pat, ana, ben = scene.patron("pat"), scene.staff("ana"), scene.staff("ben")
    scene.until("17:58")
    pat.says("Where is the map?")
    ana.replies("Let me see", to=pat)
    scene.until("18:01")
    pat.says("Thank you")
    ana.was_told("Thank you")
    ana.replies("It is in the map room", to=pat)
    pat.was_told("It is in the map room")
    ana.replies("!transfer ben", to=pat)
    ben.was_told(phrases.OFFER_PASSED)
    ben.replies("I have it here", to=pat)
    assert pat.owner == "ben"


def test_desks_have_hours_of_their_own(scene: Scene) -> None:
    pat, cleo = scene.patron("pat", "law"), scene.staff("cleo")
    cleo.shows("available")
    scene.until("19:00")
    pat.says("Which paragraph?")
    cleo.was_told(phrases.OFFER)


def test_what_is_answered_outside_hours_is_claimed(scene: Scene) -> None:
    """Nobody is asked, and nobody is kept from helping."""
    pat, ana = scene.patron("pat"), scene.staff("ana")
    scene.until("18:30")
    pat.says("Where is the map?")
    ana.commands("!queue")
    ana.was_told("Where is the map?")
    ana.replies("In the map room", to=pat)
    pat.was_told("In the map room")


class TestClosing:
    """Nobody stays signed in overnight, and nobody has to sign on in the morning."""

    @pytest.fixture
    def ana(self, scene: Scene) -> Librarian:
        return scene.staff("ana")

    def test_staff_are_signed_off_after_the_grace_time(self, scene: Scene, ana: Librarian) -> None:
        scene.until("18:00")
        scene.passes(299)
        ana.was_told_nothing()
        scene.passes(1)
        words = ana.was_told(phrases.DESK_HAS_CLOSED_UNTIL).body
        assert words.endswith("your presence counts again tomorrow at 9:00.")
        scene.staff("ben").was_told(phrases.DESK_HAS_CLOSED_UNTIL)
        scene.staff("cleo").was_told_nothing()
        scene.passes(3600)
        ana.was_told_nothing()

    def test_at_the_next_opening_presence_counts_again(self, scene: Scene, ana: Librarian) -> None:
        scene.until("18:05")
        ana.commands("!status")
        assert "signed off" in ana.told[0].body
        scene.until("9:00")
        scene.patron("pat").says("Hello?")
        ana.was_told(phrases.OFFER)

    def test_their_own_off_stays(self, scene: Scene, ana: Librarian) -> None:
        ana.commands("!off")
        scene.until("18:05")
        ana.was_told_nothing()
        scene.until("9:00")
        scene.patron("pat").says("Hello?")
        ana.was_told_nothing()

    def test_who_is_in_a_session_is_signed_off_when_it_ends(
        self, scene: Scene, ana: Librarian
    ) -> None:
        pat = scene.patron("pat")
        scene.until("17:59")
        pat.says("Where is the map?")
        ana.replies("Let me see", to=pat)
        scene.until("18:05")
        ana.was_told_nothing()
        ana.replies("In the map room", to=pat)
        ana.was_not_told(phrases.DESK_HAS_CLOSED_UNTIL)
        pat.says("bye")
        ana.was_told(phrases.DESK_HAS_CLOSED_UNTIL)

    def test_another_open_desk_of_theirs_keeps_them(self) -> None:
        late = desk("law", ("ana",), hours=week("mon-fri", "9:00-20:00"))
        scene = Scene(agreement(desk("ask", ("ana", "ben"), hours=OFFICE), late))
        ana = scene.staff("ana")
        scene.until("18:05")
        ana.was_told_nothing()
        scene.staff("ben").was_told(phrases.DESK_HAS_CLOSED_UNTIL)
        scene.patron("pat", "law").says("Hello?")
        ana.was_told(phrases.OFFER)
        scene.until("20:05")
        assert ana.was_told(phrases.DESK_HAS_CLOSED_UNTIL).body.startswith("The law desk")

    def test_who_is_not_there_is_not_told(self, scene: Scene, ana: Librarian) -> None:
        ana.shows("away")
        scene.until("18:05")
        ana.was_told_nothing()

    def test_a_lunch_break_ends_by_itself_also_for_those_with_a_shift(self) -> None:
        hours = week("mon-fri", "9:00-12:30, 14:00-18:00")
        shift = week("mon-fri", "9:00-17:00")
        scene = Scene(
            agreement(desk("ask", ("ana",), hours=hours), staff=[librarian("ana", shift=shift)]),
            on_duty=(),
        )
        scene.until("9:00")
        ana = scene.staff("ana")
        ana.shows("available")
        scene.until("12:35")
        assert "again today at 14:00" in ana.was_told(phrases.DESK_HAS_CLOSED_UNTIL).body
        scene.until("14:00")
        scene.patron("pat").says("Hello?")
        ana.was_told(phrases.OFFER)

    def test_who_said_until_when_stays_until_then(self, scene: Scene, ana: Librarian) -> None:
        ana.commands("!on till 19:00")
        scene.until("18:05")
        ana.was_told_nothing()

    def test_a_desk_that_opens_again_before_the_grace_is_over(self) -> None:
        hours = week("mon-fri", "9:00-18:00, 18:02-20:00")
        scene = Scene(agreement(desk("ask", ("ana",), hours=hours)), on_duty=("ana",))
        scene.until("18:10")
        scene.staff("ana").was_told_nothing()

    def test_a_start_between_closing_and_sign_off(self, scene: Scene) -> None:
        scene.until("18:02")
        later = Scene(scene.agreed, on_duty=(), now=scene.now)
        later.staff("ana").shows("available")
        later.until("18:05")
        later.staff("ana").was_told(phrases.DESK_HAS_CLOSED_UNTIL)

    def test_who_comes_in_the_evening_is_left_alone(self, scene: Scene) -> None:
        scene.until("18:30")
        later = Scene(scene.agreed, on_duty=("ana",), now=scene.now)
        later.passes(3600)
        later.staff("ana").was_told_nothing()

    def test_hours_that_are_over_for_good(self, scene: Scene, ana: Librarian) -> None:
        last_day = replace(
            OFFICE, weekly=((),) * 7, exceptions={date(1970, 1, 12): Dated((Span(540, 1080),))}
        )
        scene.happens(AgreementChanged(agreement(desk("ask", ("ana", "ben"), hours=last_day))))
        scene.until("18:05")
        ana.was_told(phrases.DESK_HAS_CLOSED)

    def test_new_hours_hold_at_once(self, scene: Scene, ana: Librarian) -> None:
        early = week("mon-fri", "9:00-15:00")
        scene.happens(AgreementChanged(agreement(desk("ask", ("ana", "ben"), hours=early))))
        scene.until("15:05")
        ana.was_told(phrases.DESK_HAS_CLOSED_UNTIL)
        scene.until("18:05")
        ana.was_told_nothing()
