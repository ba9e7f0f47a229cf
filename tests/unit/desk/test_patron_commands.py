"""The few words that a patron may say to the desk itself."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.commands import COMMANDS, Audience
from imref.desk.wording import Wording

from .scene import Librarian, PatronAt, Scene, agreement


@pytest.mark.parametrize("body", ["help", "HELP", " Help ", "!help", "/help"])
def test_help_is_understood(body: str) -> None:
    pat = Scene(replace(agreement(), mails=True)).patron("pat")
    stanza = pat.says(body)
    lines = pat.was_told(phrases.PATRON_HELP).body.splitlines()
    for command in COMMANDS:
        about = f": {command.about.text}"
        told = any(each.startswith(command.usage) and each.endswith(about) for each in lines)
        assert told == (command.audience is Audience.PATRON)
    assert pat.got_receipt(stanza)


@pytest.mark.parametrize("body", ["help me", "byebye", "status of the order?", "!close", ""])
def test_all_else_is_for_a_librarian(body: str) -> None:
    assert Wording().understand(body) is None


def test_a_word_opens_no_session(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    for word in ("help", "status", "bye"):
        pat.says(word)
        ana.was_told_nothing()
    pat.was_told(phrases.PATRON_NO_SESSION)
    assert not scene.room.sessions


def test_status_while_waiting(scene: Scene, pat: PatronAt) -> None:
    scene.patron("quinn").says("First")
    pat.says("Second")
    scene.passes(8)
    pat.says("status")
    told = pat.was_told(phrases.PATRON_WAITING).body
    assert "9 s" in told
    assert "number 2 in line" in told


def test_status_while_served(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    pat.says("status")
    pat.was_told("You are talking with Ana.")
    ana.was_told_nothing()


def test_bye_ends_a_conversation(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    pat.says("bye")
    pat.was_told(phrases.CLOSED_BY_PATRON)
    ana.was_told(phrases.PATRON_LEFT)
    assert not pat.session.open


def test_bye_takes_a_question_back_and_the_line_moves_up(scene: Scene, pat: PatronAt) -> None:
    quinn = scene.patron("quinn")
    pat.says("First")
    quinn.says("Second")
    pat.says("bye")
    quinn.was_told(phrases.PLACE_NEXT)
    assert not pat.session.open


def test_bye_that_comes_twice_does_not_end_what_began_since(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    bye = pat.says("bye")
    pat.says("One more question")
    pat.says("bye", id=bye)
    assert pat.got_receipt(bye)
    assert pat.session.open


def test_help_tells_of_mail_where_mail_is_sent() -> None:
    for mails in (False, True):
        pat = Scene(replace(agreement(), mails=mails)).patron("pat")
        pat.says("help")
        lines = pat.was_told(phrases.PATRON_HELP).body.splitlines()
        assert any(line.startswith("email: ") for line in lines) is mails


def test_taking_back_what_is_taken_back_already(scene: Scene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    pat.says("cancel")
    pat.was_told(phrases.CLOSED_BY_PATRON)
    stanza = pat.says("cancel")
    pat.was_told(phrases.PATRON_NO_SESSION)
    assert pat.got_receipt(stanza)
    assert pat.owner == ""
    assert not pat.session.open
