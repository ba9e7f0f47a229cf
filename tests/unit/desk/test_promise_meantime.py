"""A patron with a promise writes before it is kept: nothing said in passing undoes the promise."""

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.records import FollowUp, Promise

from .scene import Librarian, PatronAt, Scene, agreement, desk

HOUR = 3600.0


@pytest.fixture
def scene() -> Scene:
    """It is a Monday, a quarter to two in the afternoon."""
    return Scene(supervised())


def supervised() -> Agreement:
    """Ana and Ben at *ask*, and Cleo, who supervises it."""
    return agreement(desk("ask", ("ana", "ben"), ("cleo",), supervisors=("cleo",)))


@pytest.fixture
def promised(scene: Scene, pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron to whom Ana has promised an answer by tomorrow, five o'clock."""
    pat.says("Where is the 1923 map?")
    ana.replies("I have to look for it.", to=pat)
    ana.replies("!followup tomorrow 17:00 find the 1923 map", to=pat)
    scene.passes(HOUR)
    return pat


def record_of(patron: PatronAt) -> FollowUp:
    return patron.scene.room.followups[patron.known.number]


def test_an_owner_without_a_word_keeps_the_promise_and_nobody_else_is_asked(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    promised.says("How is it going?")
    scene.passes(89)
    promised.was_told_nothing()
    scene.passes(1)
    assert "tomorrow at 17:00" in promised.was_told(phrases.PROMISED_STILL).body
    assert "find the 1923 map" in ana.was_told(phrases.PROMISE_REMINDER).body
    ben.was_told_nothing()
    assert promised.owner == ""
    assert promised.session.outcome == "follow-up"
    assert (record_of(promised).owner, record_of(promised).state) == ("ana", Promise.OPEN)


def test_so_does_an_owner_who_leaves_a_thank_you_unanswered(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    promised.says("How is it going?")
    ana.replies("I am on it.", to=promised)
    promised.says("Good, I shall wait")
    scene.passes(90)
    ana.was_told(phrases.OWNER_REMINDER)
    scene.passes(360)
    promised.was_told(phrases.PROMISED_STILL)
    promised.was_not_told(phrases.OWNER_SILENT)
    ben.was_told_nothing()
    scene.passes(HOUR)
    promised.was_told_nothing()
    ben.was_told_nothing()


def test_so_does_an_owner_who_goes_offline(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    promised.says("How is it going?")
    ana.replies("I am on it.", to=promised)
    ana.shows("unavailable")
    scene.passes(HOUR)
    promised.was_told(phrases.PROMISED_STILL)
    ben.was_told_nothing()
    assert record_of(promised).owner == "ana"


def test_who_never_had_them_before_is_not_with_them_again(
    promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!hand ben", to=promised)
    promised.says("How is it going?")
    promised.was_told(phrases.JOINED)
    promised.was_not_told(phrases.BACK_WITH)


def test_what_came_with_the_promise_is_not_told_twice(
    promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!hand ben", to=promised)
    assert "I have to look for it." in ben.was_told(phrases.HANDED_TO_YOU).body
    promised.says("How is it going?")
    ben.was_not_told("I have to look for it.")
    ben.was_told("How is it going?")


def test_a_question_in_a_reminder_ends_once(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the 1923 map?")
    ana.replies("!take", to=pat)
    ana.replies("!followup today 17:00", to=pat)
    scene.until("16:00")
    assert "the 1923 map?. " not in ana.was_told(phrases.PROMISE_REMINDER).body


def test_thanks_for_a_kept_promise_go_to_whom_they_are_for(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("In the map room.", to=promised)
    ana.replies("!done", to=promised)
    scene.passes(120)
    promised.says("Thank you so much!")
    assert "2 min" in ana.was_told(phrases.BACK_AGAIN).body
    ana.was_told("Thank you so much!")
    promised.was_told(phrases.BACK_WITH)
    ben.was_told_nothing()


def test_who_has_taken_a_promise_back_is_not_asked_first(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!drop", to=promised)
    promised.says("Oh. Who else can help?")
    ana.was_told(phrases.OFFER)
    ben.was_told(phrases.OFFER)
