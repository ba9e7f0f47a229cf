"""A patron who writes again soon is with the same librarian; later, the story comes along."""

import pytest

from imref.desk import phrases
from imref.desk.agreement import Bounds
from imref.desk.duty.stints import RENEWAL
from imref.desk.events import PatronRecalled
from imref.desk.model import Patron, Session, SessionState

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def closed(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whose session with Ana was closed."""
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.replies("!close", to=pat)
    return pat


def test_soon_it_is_the_same_librarian(
    scene: Scene, closed: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    session = closed.session
    scene.passes(180)
    closed.says("And where is that?")
    assert closed.session is session
    assert closed.owner == "ana"
    closed.was_told(phrases.BACK_WITH)
    assert "3 min ago" in ana.was_told(phrases.BACK_AGAIN).body
    ana.was_told("And where is that?")
    ben.was_told_nothing()


@pytest.mark.parametrize("why", ["away", "off", "full", "late"])
def test_else_it_is_a_new_session_that_shows_the_earlier_one(
    scene: Scene, closed: PatronAt, ana: Librarian, ben: Librarian, why: str
) -> None:
    session = closed.session
    match why:
        case "away":
            ana.shows("away")
        case "off":
            ana.commands("!off")
        case "full":
            ana.commands("!limit 0")
        case "late":
            scene.passes(599)
    closed.says("And where is that?", id="again") if why != "late" else scene.passes(0)
    if why == "late":
        scene.now += 1.5
        closed.says("And where is that?")
    assert closed.session is not session
    assert "Ana: In the map room." in ben.was_told(phrases.EARLIER).body
    assert "And where is that?" in ben.was_told(phrases.OFFER).body


def test_who_takes_it_without_an_offer_is_shown_the_earlier_one_too(
    closed: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.commands("!off")
    closed.says("And where is that?")
    cleo.commands(f"!take {closed.known.number}")
    cleo.was_told(phrases.EARLIER)
    cleo.was_told(phrases.SO_FAR)


def test_the_alias_stays(scene: Scene, closed: PatronAt, ana: Librarian) -> None:
    alias = closed.alias
    ana.commands("!off")
    closed.says("Hello again")
    assert closed.alias == alias


def test_an_id_used_again_in_a_new_session_is_still_another_message(
    closed: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    closed.says("And then?", id="p1")
    ana.replies("Then go left", to=closed, id="1")
    ana.replies("!close", to=closed)
    ana.commands("!off")
    closed.says("And then?", id="p2")
    ben.replies("Hello, Ben here", to=closed, id="1")
    assert closed.was_told("Hello, Ben here").id != "1"


def test_a_reply_repeated_after_the_close_does_not_claim_the_next_session(
    pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    reply = ana.replies("In the map room.", to=pat)
    pat.says("bye")
    ana.shows("away")
    pat.says("And where is that?")
    ana.replies("In the map room.", to=pat, id=reply)
    pat.was_told_nothing()
    assert pat.owner == ""


def test_staff_can_open_it_again(closed: PatronAt, ana: Librarian) -> None:
    ana.replies("!take", to=closed)
    assert closed.owner == "ana"
    closed.was_told(phrases.JOINED)


def test_a_colleague_who_opens_it_again_reads_what_it_was(closed: PatronAt, ben: Librarian) -> None:
    ben.commands(f"!take {closed.known.number}")
    assert "> Where is the map?" in ben.was_told(phrases.SO_FAR).body


def test_staff_of_another_desk_cannot_open_it(
    scene: Scene, cleo: Librarian, ana: Librarian
) -> None:
    cleo.shows("available")
    pat = scene.patron("pat", "law")
    pat.says("May I?")
    cleo.replies("Yes", to=pat)
    cleo.replies("!close", to=pat)
    ana.commands(f"!take {pat.known.number}")
    ana.was_told(phrases.NOT_YOUR_DESK)
    assert pat.owner == ""


def test_nobody_opens_more_than_their_limit(closed: PatronAt, ana: Librarian) -> None:
    ana.commands("!limit 0")
    ana.replies("!take", to=closed)
    ana.was_told(phrases.FULL)
    assert closed.owner == ""


def test_after_a_while_memory_lets_them_go(scene: Scene, closed: PatronAt) -> None:
    scene.passes(601)
    assert not any(scene.room.patrons.values())
    assert not scene.room.aliases
    assert not scene.room.sessions
    assert scene.room.next_due() == scene.room.agenda.when(*RENEWAL)


def test_who_comes_back_later_is_recalled_under_the_same_alias(
    scene: Scene, ben: Librarian
) -> None:
    patron = Patron(77, "pat@home.example", "ask")
    last = Session(5, patron, "ask", opened=1.0, state=SessionState.CLOSED, closed=2.0)
    pat = scene.patron("pat")
    scene.happens(PatronRecalled(patron, last))
    pat.says("Me again")
    assert ben.was_told(phrases.OFFER).sender == "patron-77"
    scene.passes(1)
    assert 5 not in scene.room.sessions


def test_a_comeback_is_no_new_session_for_the_bounds(
    closed: PatronAt, scene: Scene, ana: Librarian
) -> None:
    for number in range(int(Bounds().domain_burst)):
        scene.patron(f"p{number}").says("Hello?")
    closed.says("And where is that?")
    assert closed.owner == "ana"


def test_who_had_it_knows_the_earlier_one(
    scene: Scene, closed: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    scene.passes(598)
    scene.now += 2
    closed.says("And where is that?")
    ana.was_told(phrases.OFFER)
    ana.was_not_told(phrases.EARLIER)
    ben.was_told(phrases.EARLIER)
