"""Screen names for patrons, real names among colleagues."""

import pytest

from imref.desk import phrases

from .scene import Librarian, PatronAt, Scene, agreement, desk, librarian


@pytest.fixture
def scene() -> Scene:
    return Scene(
        agreement(
            desk("ask", ("ana", "ben"), ("cleo",)),
            desk("law", ("cleo",)),
            staff=[
                librarian("ana", real_name="Anna Meier"),
                librarian("ben", real_name="Ben"),
                librarian("cleo", screen_name="Dr Cleo", real_name="Cleopatra Ng"),
            ],
        ),
        on_duty=("ana", "ben", "cleo"),
    )


def test_colleagues_read_both(scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    assert "Ana (Anna Meier)" in ben.was_told(phrases.TAKEN_BY).body
    ben.replies("On the wall", to=pat)
    assert "Ana (Anna Meier)" in ben.was_told(phrases.NOT_RELAYED_TAKEN).body
    ben.commands("!who")
    assert "Ana (Anna Meier): on duty" in ben.told[0].body
    assert "Ben: on duty" in ben.told[0].body


def test_patrons_read_the_screen_name(
    scene: Scene, pat: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    assert pat.was_told(phrases.JOINED).body.startswith("Ana is")
    ana.replies("!transfer Cleopatra Ng she has it", to=pat)
    assert "Ana" in pat.was_told(phrases.PASSED_TO_PERSON).body
    assert not any("Meier" in say.body or "Cleopatra" in say.body for say in pat.told)
    offer = cleo.was_told(phrases.OFFER_PASSED).body
    assert "Ana (Anna Meier) passes this on (she has it)" in offer
    assert "Ana (Anna Meier): Which one?" in offer


def test_a_key_goes_before_the_screen_name_of_another() -> None:
    agreed = agreement(
        desk("ask", ("ana", "ben", "eva")), staff=[librarian("eva", screen_name="ben")]
    )
    scene = Scene(agreed, on_duty=("ana", "ben", "eva"))
    pat, ana, ben = scene.patron("pat"), scene.staff("ana"), scene.staff("ben")
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    ana.replies("!transfer ben", to=pat)
    ben.was_told(phrases.OFFER_PASSED)
