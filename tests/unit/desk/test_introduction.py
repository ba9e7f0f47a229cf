"""What a patron's client says of them: librarians see the name, and nobody the mail address."""

import pytest

from imref.desk import phrases
from imref.desk.effects import KeepPatron
from imref.desk.model import Channel
from imref.desk.patron.introduction import readable

from .scene import Librarian, PatronAt, Scene, agreement, desk


@pytest.fixture
def scene() -> Scene:
    """A library with a web page, that sends mail."""
    return Scene(agreement(mails=True, guest_domain="guest.library.example"))


@pytest.fixture
def pat(scene: Scene) -> PatronAt:
    """A visitor of the library's page."""
    return PatronAt(scene, "g1-pat@guest.library.example", "ask")


def test_the_nick_of_somebodys_account_is_not_told(scene: Scene, ana: Librarian) -> None:
    rosa = scene.patron("rosa")
    rosa.says("Where is the map?", nick="rosa", email="rosa@mail.example")
    assert (rosa.known.name, rosa.known.email) == ("", "")
    assert "rosa" not in ana.was_told(phrases.OFFER).body


def test_the_name_comes_with_the_offer(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?", nick=" Maria\u202e\n Curie ")
    assert (
        "Maria Curie (patron 1001) asks:\n> Where is the map?" in ana.was_told(phrases.OFFER).body
    )
    (kept,) = {id(each.patron) for each in scene.of_kind(KeepPatron)}
    assert kept == id(pat.known)
    assert pat.known.name == "Maria Curie"


def test_the_mail_address_is_kept_and_shown_to_nobody(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?", nick="Maria", email="maria@mail.example")
    assert pat.known.email == "maria@mail.example"
    assert not [say for say in ana.told if "mail.example" in say.body]
    pat.says("The one of 1923", nick="Maria", email="maria@mail.example")
    assert scene.of_kind(KeepPatron) == []


@pytest.mark.parametrize(
    "email", ["maria", "a@b.example\nBcc: x@y.example", "x" * 300 + "@b.example"]
)
def test_what_is_no_mail_address_is_left(pat: PatronAt, email: str) -> None:
    pat.says("Where is the map?", email=email)
    assert pat.known.email == ""


def test_a_library_that_sends_no_mail_keeps_no_address() -> None:
    scene = Scene(agreement(guest_domain="guest.library.example"))
    pat = PatronAt(scene, "g1-pat@guest.library.example", "ask")
    pat.says("Where is the map?", email="maria@mail.example")
    assert pat.known.email == ""


def test_a_later_message_may_tell_the_name(pat: PatronAt) -> None:
    pat.says("Where is the map?")
    pat.says("help", nick="Maria")
    assert pat.known.name == "Maria"


@pytest.mark.parametrize(
    ("name", "read"),
    [("…", ""), ("", ""), ("x" * 99, "x" * 40), ("a\tb", "a b"), ("\u2067Ann\u2069", "Ann")],
)
def test_a_name_is_one_readable_line(name: str, read: str) -> None:
    assert readable(name) == read


def test_where_a_question_comes_in(scene: Scene, pat: PatronAt) -> None:
    for each, channel in ((pat, Channel.WEB), (scene.patron("rosa"), Channel.IM)):
        each.says("Where is the map?")
        assert each.session.channel == channel


def test_another_library_is_a_channel_of_its_own() -> None:
    scene = Scene(agreement(desk("ask", ("ana",))))
    alias = scene.patron("pat")
    alias.address = "patron-1001@ref.other.example"
    alias.says("Where is the map?")
    assert alias.session.channel == Channel.PARTNER


def test_the_words_carry_the_name_to_the_librarian(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?", nick="Maria")
    question = ana.replies("Which one?", to=pat)
    for answered in ("", question):
        pat.says("The one of 1923", reply=answered)
        relayed = ana.was_told("The one of 1923")
        assert relayed.enclosed is not None
        assert relayed.enclosed.nick == "Maria (patron 1001)"
