"""Outside hours nothing is offered; sessions that run go on."""

import pytest

from imref.desk import phrases

from .scene import Scene, agreement, desk, week

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
