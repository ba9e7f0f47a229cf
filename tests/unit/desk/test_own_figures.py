"""What somebody reads of their own work: true, and nobody else's name in it."""

from collections import Counter

import pytest

from imref.desk import phrases
from imref.desk.errands import CountFigures, Figures
from imref.desk.events import FiguresCounted
from imref.desk.figures.nearest_rank import quantile

from .scene import START, Librarian, PatronAt, Scene

MONDAY = START - (13 * 60 + 46) * 60 - 40
"""A scene begins on a Monday at 13:46:40."""

FIRST = MONDAY - 11 * 86400
WEEK = Figures(
    answered=12,
    waits=(5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 300.0, 900.0),
    loads=(("ana", 13), ("ben", 20), ("cleo", 6)),
    kept=3,
    late=1,
)


def asked(scene: Scene, ana: Librarian, words: str, window: str = "ask") -> CountFigures:
    ana.writes(words, window)
    (errand,) = scene.of_kind(CountFigures)
    return errand


@pytest.mark.parametrize(
    ("words", "since"),
    [("!mine", MONDAY), ("!mine week", MONDAY), ("!mine today", MONDAY), ("!mine MONTH", FIRST)],
)
def test_since_when(scene: Scene, ana: Librarian, words: str, since: float) -> None:
    assert asked(scene, ana, words) == CountFigures("ana", since, "ask")


def test_the_page(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    errand = asked(scene, ana, "!mine")
    scene.happens(FiguresCounted(errand, WEEK))
    (told,) = ana.told
    assert told.sender == "ask"
    assert told.body.splitlines() == [
        "Since Monday you answered 12 questions. Only you see this.",
        "They waited for your first word: half of them no longer than 40 s, nine of ten no longer "
        "than 5 min.",
        "You took 13 of 39 at your desks; an even share would be 13.",
        "Promises kept: 3, late: 1, broken: 0.",
    ]
    assert "Ben" not in told.body
    ben.was_told_nothing()
    scene.passes(60)
    ana.was_told_nothing()


def test_asked_in_a_patron_s_window_it_comes_in_the_desk_s(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    assert asked(scene, ana, "!mine", pat.alias).window == "ask"


def test_one_question_alone(scene: Scene, ana: Librarian) -> None:
    errand = asked(scene, ana, "!mine today")
    scene.happens(FiguresCounted(errand, Figures(1, (7.0,), (("ana", 1),))))
    assert ana.told[0].body.splitlines() == [
        "Today you answered 1 question. Only you see this.",
        "They waited for your first word: half of them no longer than 7 s, nine of ten no longer "
        "than 7 s.",
    ]


def test_nothing_yet(scene: Scene, ana: Librarian) -> None:
    errand = asked(scene, ana, "!mine")
    scene.happens(FiguresCounted(errand, Figures(loads=(("ben", 3),))))
    ana.was_told(phrases.MINE_NOTHING)


def test_no_such_time(scene: Scene, ana: Librarian) -> None:
    ana.commands("!mine year")
    ana.was_told(phrases.MINE_WHICH)
    assert scene.of_kind(CountFigures) == []


def test_when_nobody_counts(scene: Scene, ana: Librarian) -> None:
    errand = asked(scene, ana, "!mine")
    scene.passes(11)
    ana.was_told(phrases.MINE_LATER)
    scene.happens(FiguresCounted(errand, WEEK))
    ana.was_told_nothing()


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [
        ((3.0,), 0.5, 3.0),
        ((1.0, 2.0), 0.5, 1.0),
        ((3.0, 1.0, 2.0), 0.5, 2.0),
        (tuple(map(float, range(1, 11))), 0.9, 9.0),
        (tuple(map(float, range(1, 12))), 0.9, 10.0),
    ],
)
def test_quantiles_are_values_that_were(
    values: tuple[float, ...], share: float, found: float
) -> None:
    assert quantile(Counter(values), share) == found
