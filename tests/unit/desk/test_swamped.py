"""A call for help: colleagues hear it once, backup is asked at once, the caller last."""

import pytest

from imref.desk import phrases

from .scene import Librarian, PatronAt, Scene, agreement, desk


@pytest.fixture
def scene() -> Scene:
    """Ana and Ben at the desk, Cleo behind them, all on duty."""
    return Scene(on_duty=("ana", "ben", "cleo"))


def test_colleagues_hear_it_once(ana: Librarian, ben: Librarian, cleo: Librarian) -> None:
    ana.commands("!swamped")
    ana.was_told(phrases.SWAMPED)
    for colleague in (ben, cleo):
        assert "Ana asks for help at The ask desk" in colleague.was_told(phrases.ASKS_FOR_HELP).body
    ana.commands("!swamped")
    ana.was_told(phrases.SWAMPED)
    ben.was_told_nothing()


def test_the_backup_is_asked_at_once_and_the_caller_is_not(
    pat: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.commands("!swamped")
    pat.says("Hello?")
    ana.was_told_nothing()
    ben.was_told(phrases.OFFER)
    cleo.was_told(phrases.OFFER)


def test_what_waits_already_goes_to_the_backup(
    pat: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    pat.says("Hello?")
    cleo.was_told_nothing()
    ana.commands("!swamped")
    cleo.was_told(phrases.OFFER)


def test_when_nobody_else_can_one_at_a_time(
    scene: Scene, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ben.commands("!off")
    cleo.commands("!off")
    ana.commands("!swamped")
    ana.was_told(phrases.SWAMPED_ALONE)
    scene.patron("one").says("First")
    assert "First" in ana.was_told(phrases.OFFER).body
    scene.patron("two").says("Second")
    ana.was_told_nothing()
    ana.replies("Hello", to=scene.patron("one"))
    assert "Second" in ana.was_told(phrases.OFFER).body


def test_when_the_others_do_not_answer_it_comes_to_the_caller(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    ana.commands("!swamped")
    pat.says("Hello?")
    scene.passes(19)
    ana.was_told_nothing()
    scene.passes(40)
    ana.was_told(phrases.OFFER)


@pytest.mark.parametrize("how", ["time", "word"])
def test_it_ends(scene: Scene, pat: PatronAt, ana: Librarian, cleo: Librarian, how: str) -> None:
    ana.commands("!swamped")
    if how == "time":
        scene.passes(600)
        ana.was_told_nothing()
    else:
        ana.commands("!swamped off")
        ana.was_told(phrases.SWAMPED_OVER)
    pat.says("Hello?")
    ana.was_told(phrases.OFFER)
    cleo.was_told_nothing()


def test_what_waits_comes_to_the_caller_when_it_ends(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    ana.commands("!swamped")
    pat.says("Hello?")
    ana.commands("!swamped off")
    ana.was_told(phrases.OFFER)


def test_those_of_other_desks_are_left_alone() -> None:
    scene = Scene(
        agreement(desk("ask", ("ana", "ben")), desk("law", ("cleo",))),
        on_duty=("ana", "ben", "cleo"),
    )
    scene.staff("ana").commands("!swamped")
    scene.staff("ben").was_told(phrases.ASKS_FOR_HELP)
    scene.staff("cleo").was_told_nothing()


def test_a_rush_suggests_it_once(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 9")
    for number in range(4):
        patron = scene.patron(f"pat{number}")
        patron.says("Hello?")
        ana.replies("Hello", to=patron)
        (ana.was_told if number == 3 else ana.was_not_told)(phrases.RUSH)
    patron = scene.patron("late")
    patron.says("Hello?")
    ana.replies("Hello", to=patron)
    ana.was_not_told(phrases.RUSH)


def test_four_in_an_hour_are_no_rush(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 9")
    for number in range(4):
        patron = scene.patron(f"pat{number}")
        patron.says("Hello?")
        ana.replies("Hello", to=patron)
        ana.was_not_told(phrases.RUSH)
        scene.passes(300)
