"""A patron asks to be forgotten: asked once, done at once, and everybody concerned is told."""

import pytest

from imref.desk import phrases
from imref.desk.effects import ForgetPerson, Keep, KeepTurn, Say
from imref.desk.errands import SendMail
from imref.desk.model import Moment
from imref.desk.records import FollowUp, Mail, MailFate, Promise

from .scene import Librarian, PatronAt, Scene, agreement


@pytest.fixture
def scene() -> Scene:
    """A library that sends mail."""
    return Scene(agreement(mails=True))


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    return pat


def forgotten(scene: Scene, pat: PatronAt) -> None:
    pat.says("forget me")
    pat.says("yes")
    assert [each.address for each in scene.of_kind(ForgetPerson)] == [pat.address]


def test_they_are_asked_first(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    served.says("forget me")
    told = served.was_told(phrases.FORGET_ASK)
    assert told.enclosed is not None
    assert [choice.value for choice in told.enclosed.choices] == ["yes", "no"]
    ana.was_told_nothing()
    assert scene.of_kind(ForgetPerson) == []
    assert served.owner == "ana"


def test_yes_ends_what_is_open_and_is_the_last_word(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    served.says("Forget me")
    stanza = served.says("yes")
    assert served.got_receipt(stanza)
    ana.was_told(phrases.FORGOTTEN_STAFF)
    (told,) = served.told
    assert told.body.startswith("We have forgotten you")
    assert scene.room.patron(served.address, "ask") is None
    assert not scene.room.held["ana"]
    scene.passes(3600)
    served.was_told_nothing()


def test_the_same_words_again_are_a_yes(scene: Scene, served: PatronAt) -> None:
    served.says("forget me")
    served.says("forget me")
    assert scene.of_kind(ForgetPerson)


def test_no_leaves_everything(scene: Scene, served: PatronAt) -> None:
    served.says("forget me")
    served.says("no")
    served.was_told(phrases.FORGET_NOT)
    served.says("yes")
    assert scene.of_kind(ForgetPerson) == []


def test_other_words_leave_everything_too(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    served.says("forget me")
    served.says("Or rather: where is the harbour?")
    ana.was_told("Or rather: where is the harbour?")
    served.says("yes")
    ana.was_told("yes")
    assert scene.of_kind(ForgetPerson) == []


def test_the_question_is_not_open_for_ever(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    served.says("forget me")
    scene.now += 700
    served.says("yes")
    assert scene.of_kind(ForgetPerson) == []


def test_a_question_that_waits_is_withdrawn(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    forgotten(scene, pat)
    ana.was_told(phrases.PATRON_WITHDREW)
    assert len(scene.room.lines["ask"]) == 0


def test_a_promise_is_withdrawn_with_a_word_to_its_owner(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!followup tomorrow 17:00 find the 1923 map", to=served)
    forgotten(scene, served)
    ana.was_told(phrases.FORGOTTEN_PROMISE)
    kept = [each.record for each in scene.of_kind(Keep) if isinstance(each.record, FollowUp)]
    assert {(each.state, each.what) for each in kept} == {(Promise.DROPPED, "")}
    assert all(each.forgotten for each in kept)
    ana.commands("!followups")
    ana.was_told(phrases.FOLLOWUPS_NONE)
    scene.passes(3 * 86_400)
    ana.was_not_told(phrases.PROMISE_LATE)


def test_a_mail_under_way_is_left_where_it_is(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    served.says("email pat@mail.example")
    stanza = ana.replies("And one more thing.", to=served)
    served.cannot_be_reached(stanza)
    ana.replies("!close", to=served)
    assert scene.of_kind(SendMail)
    forgotten(scene, served)
    (mail,) = [each.record for each in scene.of_kind(Keep) if isinstance(each.record, Mail)]
    assert (mail.recipient, mail.body, mail.fate) == ("", "", MailFate.REFUSED)
    scene.passes(86_400)
    assert scene.of_kind(SendMail) == []


def test_what_did_not_arrive_is_not_mailed(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    served.says("email pat@mail.example")
    served.cannot_be_reached(ana.replies("And one more thing.", to=served))
    forgotten(scene, served)
    assert scene.of_kind(SendMail) == []


def test_it_holds_at_every_desk(scene: Scene, served: PatronAt) -> None:
    law = scene.patron("pat", desk="law")
    law.says("May I copy it?")
    forgotten(scene, served)
    assert scene.room.patron(served.address, "law") is None
    assert [turn.turn.what for turn in scene.of_kind(KeepTurn)].count(Moment.FORGOTTEN) == 2


def test_who_writes_again_is_a_stranger(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    before = served.known.number
    forgotten(scene, served)
    served.says("Where is the harbour?")
    assert served.known.number != before
    ana.was_told(phrases.OFFER)
    ana.was_not_told(phrases.EARLIER)


def test_what_is_said_in_the_same_instant_is_refused(scene: Scene, served: PatronAt) -> None:
    forgotten(scene, served)
    scene.now -= 1
    served.says("And another thing")
    served.was_refused("resource-constraint")


def test_a_stranger_may_ask_it_too(scene: Scene, pat: PatronAt) -> None:
    forgotten(scene, pat)
    pat.was_told(phrases.FORGOTTEN)
    (said,) = scene.of_kind(Say)
    assert said.session is None


def test_the_library_s_page_has_asked_already() -> None:
    scene = Scene(agreement(guest_domain="guest.library.example"))
    guest = scene.patron("g1")
    guest.address = "g-1-abc@guest.library.example"
    guest.says("Where is the map?")
    guest.says("forget me")
    guest.was_told(phrases.FORGOTTEN)
    assert scene.of_kind(ForgetPerson)
