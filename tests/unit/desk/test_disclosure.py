"""Who is shown the figures of a single librarian: nobody beyond what the library has agreed on."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement, PerPerson
from imref.desk.errands import CountFigures, Figures
from imref.desk.events import FiguresCounted
from imref.desk.figures.disclosure import HOUSE, may_see, seen_by

from .scene import Scene, agreement, desk

AGREED = agreement(
    desk("ask", ("ana", "ben"), supervisors=("cleo",)), desk("law", ("cleo", "dana"))
)
FIGURES = Figures(answered=12, waits=(5.0,), loads=(("ana", 12),))


def agreed(per_person: PerPerson) -> Agreement:
    return replace(AGREED, per_person=per_person)


def test_without_a_word_everybody_sees_their_own_and_no_other() -> None:
    assert AGREED.per_person is PerPerson.SELF
    assert seen_by(AGREED, "ana") == ("ana",)
    assert seen_by(AGREED, "cleo") == ("cleo",)
    assert seen_by(AGREED, HOUSE) == ()


def test_supervisors_see_those_of_their_desks() -> None:
    here = agreed(PerPerson.SUPERVISORS)
    assert seen_by(here, "cleo") == ("ana", "ben", "cleo")
    assert seen_by(here, "ana") == ("ana",)
    assert seen_by(here, HOUSE) == ("ana", "ben", "cleo", "dana")


def test_nobody_is_not_even_they_themselves() -> None:
    here = agreed(PerPerson.NOBODY)
    for viewer in ("ana", "cleo", HOUSE):
        assert seen_by(here, viewer) == ()


@pytest.mark.parametrize("per_person", PerPerson)
def test_strangers_see_nothing(per_person: PerPerson) -> None:
    assert not may_see(agreed(per_person), "eve", "ana")


@pytest.mark.parametrize(
    ("per_person", "first"),
    [(PerPerson.SELF, phrases.MINE), (PerPerson.SUPERVISORS, phrases.MINE_SHARED)],
)
def test_who_asks_for_their_own_reads_who_else_may_see_them(
    per_person: PerPerson, first: phrases.Phrase
) -> None:
    scene = Scene(agreed(per_person))
    ana = scene.staff("ana")
    ana.commands("!mine")
    (errand,) = scene.of_kind(CountFigures)
    scene.happens(FiguresCounted(errand, FIGURES))
    ana.was_told(first)


def test_where_there_are_none_nothing_is_counted() -> None:
    scene = Scene(agreed(PerPerson.NOBODY))
    ana = scene.staff("ana")
    ana.commands("!mine")
    assert scene.of_kind(CountFigures) == []
    ana.was_told(phrases.MINE_NONE)
