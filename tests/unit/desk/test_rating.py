"""At the end of a conversation a patron is asked once how it was, and may say a number."""

import pytest

from imref.desk import phrases
from imref.desk.effects import KeepSession
from imref.desk.errands import CountFigures, Figures
from imref.desk.events import FiguresCounted, PatronRecalled
from imref.desk.switchboard import Switchboard

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    return pat


@pytest.fixture
def closed(served: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whose conversation with Ana is over."""
    ana.replies("!close", to=served)
    return served


def test_they_are_asked_with_the_last_words(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close", to=served)
    told = served.was_told(phrases.CLOSED_BY_STAFF)
    assert "How was it?" in told.body
    assert told.enclosed is not None
    assert [choice.value for choice in told.enclosed.choices] == [*"12345", "transcript"]


@pytest.mark.parametrize("body", ["4", " 4. ", "4/5", "★★★★"])
def test_a_number_is_the_answer(scene: Scene, closed: PatronAt, ana: Librarian, body: str) -> None:
    scene.passes(500)
    stanza = closed.says(body)
    closed.was_told(phrases.RATED_WELL)
    assert closed.got_receipt(stanza)
    assert [each.session.rating for each in scene.of_kind(KeepSession)] == [4]
    ana.was_told_nothing()
    assert not closed.session.open


def test_who_is_not_content_is_thanked_too(closed: PatronAt) -> None:
    closed.says("2")
    closed.was_told(phrases.RATED)


@pytest.mark.parametrize("body", ["0", "6", "4 maps", "12", "★★★★★★", "four"])
def test_anything_else_is_a_question(closed: PatronAt, ana: Librarian, body: str) -> None:
    closed.says(body)
    assert closed.session.rating == 0
    ana.was_told(body)


def test_after_an_hour_a_number_is_a_question_again(
    scene: Scene, closed: PatronAt, ana: Librarian
) -> None:
    scene.now += 3700
    closed.says("4")
    ana.was_told("> 4")
    assert closed.session.rating == 0


def test_bye_and_silence_are_ends_too(scene: Scene, served: PatronAt) -> None:
    scene.passes(360)
    assert "How was it?" in served.was_told(phrases.CLOSED_IDLE).body


def test_once_for_a_session(closed: PatronAt, ana: Librarian) -> None:
    closed.says("One more thing")
    closed.says("bye")
    told = closed.was_told(phrases.CLOSED_BY_PATRON)
    assert "How was it?" not in told.body
    closed.says("5")
    closed.was_told(phrases.RATED_WELL)


def test_who_was_not_answered_is_not_asked(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    pat.says("bye")
    assert "How was it?" not in pat.was_told(phrases.CLOSED_BY_PATRON).body
    pat.says("And the harbour?")
    ana.replies("!take", to=pat)
    ana.replies("!close", to=pat)
    assert "How was it?" not in pat.was_told(phrases.CLOSED_BY_STAFF).body
    pat.says("4")
    assert pat.session.rating == 0


def test_nobody_is_asked_before_what_was_promised_is_there(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!followup tomorrow 17:00 find it", to=served)
    assert "How was it?" not in served.was_told(phrases.PROMISED).body


def test_spam_is_not_asked(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close spam", to=served)
    assert "How was it?" not in served.was_told(phrases.CLOSED_BY_STAFF).body


def test_a_library_need_not_ask() -> None:
    scene = Scene(agreement(ratings=False))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.replies("!close", to=pat)
    assert "How was it?" not in pat.was_told(phrases.CLOSED_BY_STAFF).body
    pat.says("4")
    ana.was_told("4")


def test_a_restart_does_not_make_it_a_question(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    records = Records()
    for step in (
        lambda: pat.says("Where is the map?"),
        lambda: ana.replies("In the map room.", to=pat),
        lambda: ana.replies("!close", to=pat),
    ):
        step()
        records.keep(scene.effects)
    alias, address = pat.alias, pat.address
    assert alias
    scene.switchboard = Switchboard(scene.agreed, records.ledger(), scene.now)
    recalled = records.recall(address, "ask")
    assert recalled is not None
    scene.switchboard.handle(PatronRecalled(*recalled), scene.now)
    pat.says("5")
    pat.was_told(phrases.RATED_WELL)


def test_librarians_see_figures_and_only_of_several(scene: Scene, ana: Librarian) -> None:
    asked = CountFigures("ana", 0.0, "ask")

    def page(*ratings: int) -> str:
        ana.commands("!mine")
        scene.happens(FiguresCounted(asked, Figures(3, (5.0,), (("ana", 3),), ratings=ratings)))
        return ana.told[0].body

    assert "How it was for them, from 1 to 5: 2 × 5 and 1 × 3." in page(0, 0, 1, 0, 2)
    assert "How it was" not in page(0, 0, 0, 0, 2)


def test_the_last_words_say_that_it_is_over(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.replies("!close", to=pat)
    enclosed = pat.was_told(phrases.CLOSED_BY_STAFF).enclosed
    assert enclosed is not None
    assert enclosed.over
    pat.says("And on Sunday?")
    assert not any(say.enclosed and say.enclosed.over for say in pat.told)
