"""What became of a question: said at the close, or seen from what happened."""

import pytest

from imref.desk import phrases
from imref.desk.session.outcomes import Closing, Outcome, names_of_outcomes, parse_closing

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    return pat


@pytest.mark.parametrize(
    ("words", "outcome", "read"),
    [
        ("answered 3", "answered", 3),
        ("3 answered", "answered", 3),
        ("Referred", "referred", 0),
        ("ref 2", "referred", 2),
        ("spam", "spam", 0),
        ("5", "answered", 5),
        ("", "answered", 0),
    ],
)
def test_a_librarian_says_what_became_of_it(
    served: PatronAt, ana: Librarian, words: str, outcome: str, read: int
) -> None:
    ana.replies(f"!close {words}", to=served)
    ana.was_told(phrases.CLOSED_AS if words else phrases.CLOSED)
    assert (served.session.outcome, served.session.read) == (outcome, read)
    assert served.owner == ""


def test_a_number_says_which_conversation(served: PatronAt, ana: Librarian) -> None:
    ana.commands(f"!close {served.known.number} answered 3")
    assert (served.session.outcome, served.session.read) == ("answered", 3)


@pytest.mark.parametrize("words", ["splendid", "answered 7", "answered spam", "0", "answered 3 4"])
def test_a_word_that_is_no_outcome_closes_nothing(
    served: PatronAt, ana: Librarian, words: str
) -> None:
    ana.replies(f"!close {words}", to=served)
    told = ana.was_told(phrases.CLOSE_HOW).body
    assert "answered, referred, lost" in told
    served.was_told_nothing()
    assert served.owner == "ana"


def test_a_follow_up_needs_a_time(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close followup", to=served)
    ana.was_told(phrases.CLOSE_NEEDS_DATE)
    assert served.owner == "ana"


def test_a_patron_who_leaves_after_an_answer_was_answered(served: PatronAt) -> None:
    served.says("bye")
    assert served.session.outcome == "answered"


def test_a_patron_who_leaves_before_one_is_lost(pat: PatronAt) -> None:
    pat.says("Where is the map?")
    pat.says("bye")
    assert pat.session.outcome == "lost"


def test_who_takes_it_and_closes_without_a_word_has_not_answered(
    pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    ana.replies("!close", to=pat)
    assert pat.session.outcome == "unanswered"


def test_silence_after_an_answer_is_an_answer(scene: Scene, served: PatronAt) -> None:
    scene.passes(361)
    assert served.session.outcome == "answered"


def test_a_rehearsal_is_practice(served: PatronAt, ana: Librarian) -> None:
    served.session.practice = True
    ana.replies("!close", to=served)
    assert served.session.outcome == "practice"


def test_who_comes_back_begins_without_an_outcome(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close referred 4", to=served)
    served.says("One more thing")
    assert served.owner == "ana"
    assert (served.session.outcome, served.session.read) == ("", 0)


def test_the_words_are_understood_in_the_readers_language() -> None:
    names = names_of_outcomes([(Outcome.ANSWERED, "Beantwortet"), (Outcome.LOST, "verloren")])
    assert parse_closing("beantwortet 2", names) == Closing("", Outcome.ANSWERED, 2)
    assert parse_closing("verl", names) == Closing("", Outcome.LOST, 0)
    assert parse_closing("answered", names) == Closing("", Outcome.ANSWERED, 0)
    assert parse_closing("1042, patron-1043", names) == Closing(unknown="patron-1043")
