"""A patron comes to the page and leaves it; nobody waits for ever for those who have gone."""

import pytest

from imref.desk import phrases
from imref.desk.effects import ShowPresence
from imref.desk.events import LinkDown, LinkUp, PresenceChanged
from imref.desk.model import Outcome, SessionState

from .scene import Librarian, PatronAt, Scene, agreement


def shows(pat: PatronAt, show: str = "available", device: str = "tab") -> None:
    pat.scene.happens(PresenceChanged(pat.address, device, pat.desk, show))


def shown(pat: PatronAt) -> list[tuple[str, str]]:
    return [
        (one.recipient, one.show)
        for one in pat.scene.of_kind(ShowPresence)
        if one.recipient.startswith(pat.address)
    ]


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron on the page, whom Ana has answered."""
    shows(pat)
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    return pat


def test_a_visitor_is_shown_the_desk_and_what_changes(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    shows(pat)
    assert shown(pat) == [(f"{pat.address}/tab", "available")]
    shows(pat, "away")
    assert shown(pat) == []
    ana.shows("unavailable")
    ben.shows("unavailable")
    assert shown(pat) == [(pat.address, "away")]
    shows(pat, "unavailable")
    ana.shows("available")
    assert shown(pat) == []


def test_who_leaves_is_missed_once(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    shows(served, "unavailable")
    scene.passes(44)
    ana.was_told_nothing()
    scene.passes(1)
    ana.was_told(phrases.PATRON_IS_AWAY)
    scene.passes(100)
    ana.was_told_nothing()
    shows(served)
    ana.was_told(phrases.PATRON_IS_BACK)
    shows(served, "away")
    ana.was_told_nothing()


def test_a_reload_is_no_leaving(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    shows(served, "unavailable")
    scene.passes(10)
    shows(served, device="tab 2")
    scene.passes(100)
    ana.was_told_nothing()


def test_another_tab_is_still_there(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    shows(served, device="tab 2")
    shows(served, "unavailable")
    scene.passes(100)
    ana.was_told_nothing()


def test_words_from_elsewhere_prove_that_they_are_there(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    shows(served, "unavailable")
    scene.passes(50)
    served.says("I am on my phone now")
    ana.was_told(phrases.PATRON_IS_BACK)
    scene.passes(50)
    ana.was_told_nothing()


def test_words_within_the_grace_do_too(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    shows(served, "unavailable")
    served.says("I am on my phone now")
    scene.passes(60)
    ana.was_not_told(phrases.PATRON_IS_AWAY)


def test_a_question_does_not_wait_for_ever_for_the_gone(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    shows(pat)
    pat.says("Where is the map?")
    shows(pat, "unavailable")
    scene.passes(640)
    assert pat.session.state is SessionState.WAITING
    scene.passes(6)
    pat.was_told(phrases.CLOSED_LEFT)
    ana.was_told(phrases.PATRON_WITHDREW)
    assert (pat.session.ended_by, pat.session.outcome) == ("left", Outcome.LOST)


def test_who_comes_back_keeps_the_place(scene: Scene, pat: PatronAt) -> None:
    shows(pat)
    pat.says("Where is the map?")
    shows(pat, "unavailable")
    scene.passes(300)
    shows(pat)
    scene.passes(900)
    assert pat.session.state is SessionState.WAITING


@pytest.mark.parametrize("away", [5, 60])
def test_a_server_that_restarts_takes_nobodys_place(
    scene: Scene, pat: PatronAt, ana: Librarian, away: float
) -> None:
    """It shows everybody as gone before it stops; their pages are back before we are."""
    shows(pat)
    pat.says("Where is the map?")
    shows(pat, "unavailable")
    scene.passes(away)
    scene.happens(LinkDown())
    scene.passes(20)
    scene.happens(LinkUp())
    ana.shows("available")
    scene.passes(900)
    assert pat.session.state is SessionState.WAITING
    ana.replies("In the map room.", to=pat)
    ana.was_not_told(phrases.PATRON_IS_AWAY)


def test_with_a_mail_address_the_question_is_kept() -> None:
    scene = Scene(agreement(mails=True))
    pat = scene.patron("pat")
    shows(pat)
    pat.says("Where is the map?")
    pat.says("email pat@mail.example")
    shows(pat, "unavailable")
    scene.passes(646)
    assert pat.session.state is SessionState.HELD


def test_whoever_takes_it_meanwhile_learns_that_they_are_away(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    shows(pat)
    pat.says("Where is the map?")
    shows(pat, "unavailable")
    scene.passes(60)
    ana.replies("In the map room.", to=pat)
    ana.was_told(phrases.PATRON_IS_AWAY)


def test_who_never_showed_presence_is_not_missed(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    shows(pat, "unavailable")
    scene.passes(100)
    ana.was_told_nothing()


def test_a_question_that_was_left_to_us_is_kept_all_the_same() -> None:
    scene = Scene(on_duty=())
    pat = scene.patron("pat")
    shows(pat)
    pat.says("Where is the map?")
    pat.says("keep")
    shows(pat, "unavailable")
    scene.passes(900)
    assert pat.session.state is SessionState.HELD


def test_presence_at_no_desk_is_nothing(scene: Scene, pat: PatronAt) -> None:
    scene.happens(PresenceChanged(pat.address, "tab", "patron-1001", "available"))
    assert shown(pat) == []
    assert scene.room.visitors == {}
