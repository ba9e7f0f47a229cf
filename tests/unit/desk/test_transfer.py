"""Passing a patron on, to a colleague or to a desk: both are told, and the story goes along."""

import pytest

from imref.desk import phrases
from imref.desk.effects import KeepTurn
from imref.desk.model import Moment

from .scene import Librarian, PatronAt, Scene, agreement, desk, librarian


@pytest.fixture
def served(pat: PatronAt, ana: Librarian, cleo: Librarian) -> PatronAt:
    """A patron with Ana, while Cleo is on duty."""
    cleo.shows("available")
    pat.says("May I copy the 1923 map?")
    ana.replies("Let me see", to=pat)
    return pat


def test_to_a_desk(served: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian) -> None:
    ana.replies("!transfer law it is a legal question", to=served)
    assert served.owner == ""
    ana.was_told(phrases.PASSED_ON)
    served.was_told(phrases.PASSED_TO_DESK)
    ben.was_told_nothing()
    offer = cleo.was_told(phrases.OFFER_PASSED).body
    assert "Ana passes this on (it is a legal question)" in offer
    assert "> May I copy the 1923 map?" in offer
    assert "Ana: Let me see" in offer


def test_the_patron_stays_at_their_address(
    served: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.replies("!transfer law", to=served)
    cleo.replies("Cleo here", to=served)
    assert served.was_told("Cleo here").sender == "ask"
    served.says("Thanks")
    cleo.was_told("Thanks")
    ana.was_told_nothing()


def test_to_a_colleague_keeps_it_for_them(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    served.was_told("Ana is passing you on to Ben.")
    ben.was_told(phrases.OFFER_PASSED)
    cleo.was_told_nothing()
    scene.passes(19)
    cleo.was_told_nothing()


def test_a_colleague_of_another_desk_can_take_it(
    scene: Scene, cleo: Librarian, ana: Librarian
) -> None:
    ana.shows("available")
    pat = scene.patron("pat", "law")
    cleo.shows("available")
    pat.says("Where is the map?")
    cleo.replies("One moment", to=pat)
    cleo.replies("!transfer ana", to=pat)
    ana.replies("Ana here", to=pat)
    assert pat.owner == "ana"


def test_not_picked_up_goes_to_all_and_the_former_owner_is_told(
    scene: Scene, served: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    scene.passes(41)
    ana.was_told(phrases.NOT_PICKED_UP)
    cleo.was_told(phrases.OFFER_PASSED)


@pytest.mark.parametrize("how", ["declines", "goes"])
def test_who_cannot_take_it_does_not_keep_it(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian, how: str
) -> None:
    ana.replies("!transfer ben", to=served)
    if how == "declines":
        ben.replies("!decline", to=served)
    else:
        ben.shows("unavailable")
    ana.was_told(phrases.NOT_PICKED_UP)
    assert served.session.reserved == ""


def test_a_last_word_of_the_former_owner_does_not_take_it_back(
    served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ana.replies("Ben will help you", to=served)
    assert served.owner == ""
    served.was_told_nothing()
    assert "passed on to Ben" in ana.was_told(phrases.NOT_RELAYED_PASSED).body
    ana.replies("!take", to=served)
    assert served.owner == "ana"


def test_what_is_kept_for_one_is_not_claimed_by_another_by_mistake(
    served: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    cleo.replies("Hello", to=served)
    cleo.was_told(phrases.NOT_RELAYED_PASSED)
    assert served.owner == ""


def test_the_former_owner_is_not_asked_first(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    scene.passes(35)
    ana.was_not_told(phrases.OFFER)


def test_passing_on_makes_room_for_the_next(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 1")
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    ana.replies("Hello", to=first)
    second.says("Two")
    ana.replies("!transfer ben", to=first)
    assert "Two" in ana.was_told(phrases.OFFER).body


@pytest.mark.parametrize("target", ["ana", "Ana", "ask"])
def test_not_to_where_it_is(served: PatronAt, ana: Librarian, target: str) -> None:
    ana.replies(f"!transfer {target}", to=served)
    ana.was_told(phrases.PASS_TO_SELF)
    assert served.owner == "ana"


@pytest.mark.parametrize("target", ["ben", "law"])
def test_not_to_where_nobody_is(
    scene: Scene, served: PatronAt, ana: Librarian, target: str
) -> None:
    scene.staff("ben").shows("away")
    scene.staff("cleo").commands("!off")
    ana.replies(f"!transfer {target}", to=served)
    ana.was_told(phrases.CANNOT_PASS_AWAY)
    assert served.owner == "ana"


def test_not_to_a_colleague_who_is_full(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands("!limit 0")
    ana.replies("!transfer ben", to=served)
    assert "at their limit" in ana.was_told(phrases.CANNOT_PASS_AWAY).body


def test_to_nobody_lists_whom_there_is(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!transfer bne", to=served)
    told = ana.was_told(phrases.NO_SUCH_TARGET).body
    assert "Ben" in told
    assert "law" in told
    ana.replies("!transfer", to=served)
    ana.was_told(phrases.TRANSFER_TO_WHOM)
    served.was_told_nothing()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("ben", ""),
        ("BEN she knows maps", "she knows maps"),
        ("ben\nshe knows maps", "she knows maps"),
        ("ben: she knows maps", "she knows maps"),
    ],
)
def test_the_reason_is_what_follows_the_name(
    scene: Scene, served: PatronAt, ana: Librarian, words: str, why: str
) -> None:
    ana.replies(f"!transfer {words}", to=served)
    turns = [kept.turn for kept in scene.of_kind(KeepTurn)]
    assert [turn.detail for turn in turns if turn.what is Moment.TRANSFERRED] == [why]


def test_screen_names_and_titles_of_several_words() -> None:
    agreed = agreement(
        desk("ask", ("ana", "eva")),
        desk("law", ("eva",), title="Law and patents"),
        staff=[librarian("eva", screen_name="Eva María")],
    )
    scene = Scene(agreed, on_duty=("ana", "eva"))
    pat, ana, eva = scene.patron("pat"), scene.staff("ana"), scene.staff("eva")
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    ana.replies("!transfer eva maría she knows", to=pat)
    assert "(she knows)" in eva.was_told(phrases.OFFER_PASSED).body
    eva.replies("Hello", to=pat)
    eva.replies("!transfer law and patents", to=pat)
    eva.was_told(phrases.CANNOT_PASS_AWAY)


def test_only_by_the_owner(served: PatronAt, ben: Librarian) -> None:
    ben.replies("!transfer ben", to=served)
    assert "Ana" in ben.was_told(phrases.NOT_YOURS).body
    assert served.owner == "ana"
