"""A thank-you is no question: nobody is hurried over it, and nothing waits for an answer."""

import pytest

from imref.config.wording import wording
from imref.desk import phrases
from imref.desk.switchboard import Switchboard
from imref.desk.talk.courtesy import is_courtesy
from imref.desk.wording import Wording

from .records import Records
from .scene import Librarian, PatronAt, Scene

OURS = wording("en", {}, frozenset())


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    return pat


@pytest.mark.parametrize(
    "body",
    [
        "thanks", "Thanks!", "thank you so much", "ok danke", "OK, great. Thanks a lot!!", "👍",
        "❤️", ":-)", "Vielen Dank", "merci beaucoup", "Merci !", "muchas gracias",
        "Perfekt, danke dir",
    ],
)  # fmt: skip
def test_it_is_one(body: str) -> None:
    assert is_courtesy(OURS, body)


@pytest.mark.parametrize(
    "body",
    [
        "ok?", "thanks, and the map of the harbour", "no", "yes", "very much", "a lot", "12", "?",
        "thanks for nothing I need it now", "!!!", "ok 1923", "great help needed", "...",
    ],
)  # fmt: skip
def test_it_is_none(body: str) -> None:
    assert not is_courtesy(OURS, body)


def test_no_is_one_only_after_the_question_whether_there_is_more() -> None:
    assert is_courtesy(Wording(), "No, thanks", asked=True)
    assert not is_courtesy(Wording(), "No, thanks")


def test_the_owner_reads_it_and_is_not_hurried(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    served.says("ok thanks")
    ana.was_told("ok thanks")
    scene.passes(200)
    ana.was_told_nothing()
    assert served.owner == "ana"


def test_the_conversation_ends_as_if_nothing_had_been_said(scene: Scene, served: PatronAt) -> None:
    served.says("thanks")
    scene.passes(239)
    served.was_told(phrases.IDLE_REMINDER)
    served.says("no, thanks")
    scene.passes(120)
    served.was_told(phrases.CLOSED_IDLE)


def test_a_question_after_it_waits_since_the_question(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    served.says("thanks")
    scene.passes(60)
    served.says("And the map of the harbour?")
    scene.passes(60)
    ana.was_told_nothing()
    scene.passes(30)
    ana.was_told(phrases.OWNER_REMINDER)


def test_before_an_answer_it_is_a_line_like_any_other(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    served.says("And the map of the harbour?")
    served.says("thanks")
    scene.passes(89)
    ana.was_told(phrases.OWNER_REMINDER)


def test_it_is_one_after_a_restart_too(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    records = Records()
    pat.says("Where is the map?")
    records.keep(scene.effects)
    ana.replies("In the map room.", to=pat)
    records.keep(scene.effects)
    pat.says("thanks")
    records.keep(scene.effects)
    scene.switchboard = Switchboard(scene.agreed, records.ledger(), scene.now)
    scene.link_is_back()
    ana.shows("available")
    scene.passes(200)
    ana.was_told_nothing()
    pat.says("One more thing: and the harbour?")
    scene.passes(90)
    ana.was_told(phrases.OWNER_REMINDER)
