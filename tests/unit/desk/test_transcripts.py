"""A patron asks for the conversation as text, here or by mail; never notes or real names."""

import pytest

from imref.desk import phrases
from imref.desk.errands import Line, ReadTranscript, SendMail
from imref.desk.events import Mailed, TranscriptRead
from imref.desk.records import MailFate

from .scene import START, Librarian, PatronAt, Scene, agreement, librarian

SAID = (
    Line(START, "", "Where is the map?"),
    Line(START + 60, "ana", "In the map room,\non the left."),
    Line(START + 120, "ask@ref.other.example", "Or with us."),
)


@pytest.fixture
def scene() -> Scene:
    """A library that sends mail; Ana has another name in real life."""
    return Scene(agreement(staff=[librarian("ana", real_name="Annabel Lee")], mails=True))


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("In the map room,\non the left.", to=pat)
    return pat


def asks(scene: Scene, pat: PatronAt, words: str = "transcript") -> ReadTranscript:
    pat.says(words)
    (errand,) = scene.of_kind(ReadTranscript)
    return errand


def test_it_is_said_in_the_window(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    errand = asks(scene, served)
    ana.was_told_nothing()
    scene.happens(TranscriptRead(errand, SAID))
    (told,) = served.told
    assert told.body.splitlines() == [
        "Your conversation with The ask desk:",
        "13:46, you: Where is the map?",
        "13:47, Ana: In the map room,",
        "on the left.",
        "13:48, ask@ref.other.example: Or with us.",
    ]
    assert "Annabel" not in told.body
    scene.passes(20)
    served.was_told_nothing()


def test_after_the_close_too(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close", to=served)
    scene.happens(TranscriptRead(asks(scene, served, "Transcript"), SAID))
    served.was_told(phrases.TRANSCRIPT)
    assert not served.session.open


def test_a_long_one_comes_in_pieces_and_not_without_end(scene: Scene, served: PatronAt) -> None:
    errand = asks(scene, served)
    long = tuple(Line(START, "", f"{number:03} {'x' * 1000}") for number in range(60))
    scene.happens(TranscriptRead(errand, long))
    assert len(served.told) == 10
    assert max(len(say.body) for say in served.told) < 3_500
    assert "This is the end of it" in served.told[0].body
    assert "059" in served.told[-1].body
    scene.happens(TranscriptRead(asks(scene, served), long[:4]))
    assert [("000" in say.body, "003" in say.body) for say in served.told] == [
        (True, False),
        (False, True),
    ]


def test_by_mail_to_an_address_that_comes_with_it(scene: Scene, served: PatronAt) -> None:
    errand = asks(scene, served, "transcript maria@mail.example")
    scene.happens(TranscriptRead(errand, SAID))
    assert "maria@mail.example" in served.was_told(phrases.TRANSCRIPT_MAILED).body
    (sent,) = scene.of_kind(SendMail)
    assert sent.mail.recipient == "maria@mail.example"
    assert "Ana: In the map room," in sent.mail.body
    assert served.known.email == ""
    scene.happens(Mailed(sent.mail.number, MailFate.ARRIVED))
    served.was_told_nothing()


def test_by_mail_to_the_address_that_is_known(scene: Scene, served: PatronAt) -> None:
    served.says("email pat@mail.example")
    scene.happens(TranscriptRead(asks(scene, served), SAID))
    (sent,) = scene.of_kind(SendMail)
    assert sent.mail.recipient == "pat@mail.example"
    scene.happens(Mailed(sent.mail.number, MailFate.REFUSED, "no such user"))
    served.was_told(phrases.TRANSCRIPT_REFUSED)


def test_nobody_can_make_us_mail_their_own_words(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Buy pills")
    errand = asks(scene, pat, "transcript victim@mail.example")
    pat.was_told(phrases.TRANSCRIPT_HERE)
    scene.happens(TranscriptRead(errand, SAID[:1]))
    pat.was_told(phrases.TRANSCRIPT)
    assert scene.of_kind(SendMail) == []


def test_nor_mail_without_end(scene: Scene, served: PatronAt) -> None:
    for number in range(3):
        asks(scene, served, f"transcript v{number}@mail.example")
    served.says("transcript v4@mail.example")
    served.was_told(phrases.TRANSCRIPT_ENOUGH)
    assert scene.of_kind(ReadTranscript) == []


def test_what_is_no_address(scene: Scene, served: PatronAt) -> None:
    served.says("transcript maria@mail")
    served.was_told(phrases.EMAIL_WRONG)
    assert scene.of_kind(ReadTranscript) == []


def test_a_library_without_mail_says_it_here() -> None:
    scene = Scene()
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    errand = asks(scene, pat, "transcript maria@mail.example")
    pat.was_told(phrases.EMAIL_NONE)
    scene.happens(TranscriptRead(errand, SAID))
    pat.was_told(phrases.TRANSCRIPT)


def test_a_stranger_has_none(scene: Scene, pat: PatronAt) -> None:
    pat.says("transcript")
    pat.was_told(phrases.TRANSCRIPT_NOTHING)


def test_when_nobody_reads(scene: Scene, served: PatronAt) -> None:
    errand = asks(scene, served)
    scene.passes(11)
    served.was_told(phrases.TRANSCRIPT_LATER)
    scene.happens(TranscriptRead(errand, SAID))
    served.was_told_nothing()


def test_words_to_a_librarian_about_it_are_words(served: PatronAt, ana: Librarian) -> None:
    served.says("transcript of the trial of 1923?")
    ana.was_told("transcript of the trial of 1923?")
