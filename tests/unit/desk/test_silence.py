"""What silence brings about, on either side."""

import pytest

from imref.desk import phrases

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


def test_who_takes_a_question_and_says_nothing_loses_it(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    scene.passes(89)
    assert pat.owner == "ana"
    scene.passes(1)
    pat.was_told(phrases.OWNER_SILENT)
    ana.was_told(phrases.TAKEN_BACK_SILENT)
    ben.was_told(phrases.OFFER)


def test_a_silent_patron_is_asked_once_then_the_session_ends(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    scene.passes(239)
    served.was_told_nothing()
    scene.passes(1)
    served.was_told(phrases.IDLE_REMINDER)
    scene.passes(119)
    served.was_told_nothing()
    scene.passes(1)
    served.was_told(phrases.CLOSED_IDLE)
    ana.was_told(phrases.CLOSED_FOR_IDLE)
    assert served.owner == ""


def test_a_word_from_the_patron_begins_the_count_anew(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    scene.passes(240)
    served.says("The one of the harbour")
    ana.replies("Second shelf", to=served)
    scene.passes(239)
    served.was_told_nothing()
    scene.passes(1)
    served.was_told(phrases.IDLE_REMINDER)


def test_an_owner_who_lets_the_patron_wait_is_reminded_once(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    scene.passes(5)
    served.says("The one of the harbour")
    scene.passes(89)
    ana.was_told_nothing()
    scene.passes(1)
    ana.was_told(phrases.OWNER_REMINDER)
    scene.passes(200)
    ana.was_told_nothing()


def test_who_does_not_answer_then_either_loses_it(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    served.says("Thanks, and the one of the harbour?")
    scene.passes(359)
    assert served.owner == "ana"
    scene.passes(1)
    assert served.owner == ""
    served.was_told(phrases.OWNER_SILENT)
    ana.was_told(phrases.TAKEN_BACK_UNANSWERED)
    assert "harbour" in ben.was_told(phrases.OFFER).body


def test_asking_again_does_not_make_the_wait_longer(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    for _ in range(7):
        served.says("Hello?")
        scene.passes(59)
    assert served.owner == ""


def test_nobody_keeps_a_session_overnight(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    served.says("Thanks, good night")
    scene.passes(12 * 3600)
    assert not scene.room.held["ana"]


def test_after_a_loss_reassurances_begin_anew(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Hello?")
    scene.passes(1000)
    ana.replies("Hello", to=pat)
    ben.shows("away")
    ana.shows("unavailable")
    scene.passes(60)
    told = 0
    for _ in range(3):
        scene.passes(50)
        told += len(pat.told)
    assert told == 2


def test_away_is_not_gone(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.shows("away")
    scene.passes(120)
    assert served.owner == "ana"


def test_the_wait_is_counted_from_the_question_until_somebody_answers(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    scene.passes(90)
    assert "waiting for 1 min" in ben.was_told(phrases.OFFER).body
    pat.says("status")
    assert "1 min" in pat.was_told(phrases.PATRON_WAITING).body


def test_after_an_answer_it_is_counted_from_when_the_librarian_was_lost(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    for _ in range(5):
        scene.passes(200)
        served.says("Thanks, and another one?")
        ana.replies("Here", to=served)
    ana.shows("unavailable")
    scene.passes(60)
    assert "waiting for a moment" in ben.was_told(phrases.OFFER).body
