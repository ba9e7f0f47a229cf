"""Colleagues ask each other, and no patron ever hears of it."""

import pytest

from imref.desk import phrases
from imref.desk.effects import KeepMessage

from .scene import Librarian, PatronAt, Scene, agreement, desk, librarian

QUESTION = "!ask where are the bound newspapers?"


@pytest.fixture
def scene() -> Scene:
    staff = [librarian("ana", real_name="Anna Meier")]
    return Scene(
        agreement(desk("ask", ("ana", "ben")), desk("law", ("cleo",)), staff=staff),
        on_duty=("ana", "ben", "cleo"),
    )


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("Have you old newspapers?")
    ana.replies("Let me see", to=pat)
    return pat


def test_it_goes_to_those_of_the_desk_and_names_the_patron_by_alias(
    served: PatronAt, scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.replies(QUESTION, to=served)
    told = ben.was_told(phrases.ASKED_BY)
    assert told.sender == "ask"
    assert told.body.startswith(f"Ana (Anna Meier) asks about {served.alias}: where are the bound")
    cleo.was_told_nothing()
    served.was_told_nothing()
    assert "Ben" in ana.was_told(phrases.ASKED).body
    assert scene.of_kind(KeepMessage) == []


def test_the_answer_comes_where_it_was_asked(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies(QUESTION, to=served)
    ben.commands("!re in the basement")
    answer = ana.was_told(phrases.ANSWERED_BY)
    assert answer.body == "Ben answers: in the basement"
    assert answer.sender == served.alias
    assert "Ana" in ben.was_told(phrases.ANSWER_SENT).body
    served.was_told_nothing()


def test_in_the_window_of_a_desk(ana: Librarian, ben: Librarian) -> None:
    ana.commands(QUESTION)
    assert "asks: where" in ben.was_told(phrases.ASKED_BY).body
    ben.commands("!re basement")
    assert ana.was_told(phrases.ANSWERED_BY).sender == "ask"


def test_nobody_of_the_desk_is_there_so_the_others_are_asked(
    ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ben.shows("away")
    ana.commands(QUESTION)
    assert cleo.was_told(phrases.ASKED_BY).sender == "law"


def test_nobody_is_there(ana: Librarian, ben: Librarian, cleo: Librarian) -> None:
    ben.shows("away")
    cleo.commands("!off")
    ana.commands(QUESTION)
    ana.was_told(phrases.ASK_NOBODY)
    ben.was_told_nothing()


def test_the_last_who_asked_is_answered_or_whoever_is_named(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.commands("!ask one?", window="ask")
    cleo.commands("!ask two?", window="ask")
    ben.commands("!re yes")
    cleo.was_told(phrases.ANSWERED_BY)
    ben.commands("!re Anna Meier: no")
    assert ana.was_told(phrases.ANSWERED_BY).body == "Ben answers: no"


def test_an_answer_written_in_a_patron_s_window_goes_to_the_colleague(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands(QUESTION)
    ana.replies("!re in the basement", to=served)
    ben.was_told(phrases.ANSWERED_BY)
    served.was_told_nothing()


@pytest.mark.parametrize(
    ("words", "phrase"),
    [("!ask", phrases.ASK_WHAT), ("!re", phrases.ANSWER_WHOM), ("!re yes", phrases.ANSWER_WHOM)],
)
def test_what_makes_no_sense(ana: Librarian, words: str, phrase: phrases.Phrase) -> None:
    ana.commands(words)
    ana.was_told(phrase)


def test_an_empty_answer(ana: Librarian, ben: Librarian) -> None:
    ana.commands(QUESTION)
    ben.commands("!re")
    ben.was_told(phrases.ANSWER_WHAT)
    ana.was_told_nothing()
