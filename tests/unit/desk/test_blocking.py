"""A patron who is blocked reaches nobody until the time is over, and is told the truth."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Keep, KeepTurn, Refusal, Remove, Say
from imref.desk.model import Moment
from imref.desk.records import Block

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement, desk

DAY = 86_400.0
AGREED = agreement(desk("ask", ("ana", "ben"), supervisors=("cleo", "ana")), desk("law", ("cleo",)))


@pytest.fixture
def scene() -> Scene:
    """Cleo and Ana look after the desk."""
    return Scene(AGREED, on_duty=("ana", "ben", "cleo"))


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Hey!")
    ana.replies("Good morning.", to=pat)
    return pat


def kept(scene: Scene) -> Block:
    """The block that the last step keeps."""
    (keep,) = scene.of_kind(Keep)
    assert isinstance(keep.record, Block)
    return keep.record


def test_the_session_ends_and_the_patron_is_told(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!block 24h insults", to=served)
    ana.was_told(f"{served.alias} is blocked until tomorrow at")
    served.was_told("We have ended this conversation and take no messages from you until")
    assert served.owner == ""
    assert (kept(scene).until, kept(scene).why) == (scene.now + DAY, "insults")
    assert served.session.ended_by == "blocked"
    assert served.session.outcome == ""


def test_who_was_never_answered_was_spam(pat: PatronAt, ana: Librarian, ben: Librarian) -> None:
    pat.says("BUY NOW")
    ana.replies("!block", to=pat)
    assert pat.session.outcome == "spam"
    ben.was_told(phrases.BLOCK_WITHDRAWN)
    ben.was_not_told(phrases.PATRON_WITHDREW)


def test_what_they_write_then_reaches_nobody(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!block 2 h", to=served)
    served.says("Hey!!")
    refusal = served.was_refused(Refusal.FORBIDDEN)
    assert "take no messages from you until today at" in refusal.text
    scene.passes(7_100)
    served.says("bye")
    served.was_refused(Refusal.FORBIDDEN)


def test_it_holds_at_every_desk(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.replies("!block", to=served)
    lee = scene.patron("pat", "law")
    lee.says("And here?")
    lee.was_refused(Refusal.FORBIDDEN)


def test_what_is_open_elsewhere_ends_too_and_they_are_told_once(
    scene: Scene, served: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    at_law = scene.patron("pat", "law")
    at_law.says("And here?")
    cleo.replies("Yes?", to=at_law)
    ana.replies("!block", to=served)
    cleo.was_told(phrases.BLOCK_CLOSED)
    assert at_law.owner == ""
    assert len(served.told) == 1


def test_when_the_time_is_over_they_can_write(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!block 1h", to=served)
    scene.passes(3_600)
    assert len(scene.of_kind(Remove)) == 1
    assert not scene.room.blocks
    served.says("Sorry about that. Where is the map?")
    ben.was_told(phrases.OFFER)


def test_supervisors_are_told_once(
    scene: Scene, served: PatronAt, ben: Librarian, cleo: Librarian, ana: Librarian
) -> None:
    ben.replies("!block 3 days  spam and\ninsults", to=served)
    cleo.was_told(f"Ben has blocked {served.alias} until")
    cleo.was_told("(spam and insults)")
    ana.was_told(phrases.BLOCK_TOLD)
    ana.was_told(phrases.BLOCK_CLOSED)
    ben.was_not_told(phrases.BLOCK_TOLD)
    served.says("What?")
    cleo.was_told_nothing()


def test_by_number_from_any_window(scene: Scene, served: PatronAt, ben: Librarian) -> None:
    ben.commands(f"!block {served.known.number} 24h insults")
    assert (kept(scene).until, kept(scene).why) == (scene.now + DAY, "insults")
    assert served.owner == ""


@pytest.mark.parametrize(
    ("words", "seconds", "why"),
    [
        ("", DAY, ""),
        ("insults", DAY, "insults"),
        ("30 min", 1800, ""),
        ("2 weeks: spam", 14 * DAY, "spam"),
    ],
)
def test_how_long_and_why(
    scene: Scene, served: PatronAt, ana: Librarian, words: str, seconds: float, why: str
) -> None:
    ana.replies(f"!block {words}", to=served)
    assert (kept(scene).until - scene.now, kept(scene).why) == (seconds, why)


@pytest.mark.parametrize("words", ["", "4711", "24h insults"])
def test_somebody_must_be_meant(scene: Scene, ana: Librarian, words: str) -> None:
    ana.commands(f"!block {words}")
    ana.was_told(phrases.BLOCK_WHOM)
    assert scene.of_kind(Keep) == []


def test_nobody_is_shut_out_for_ever(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.replies("!block 5000 days", to=served)
    ana.was_told(phrases.BLOCK_TOO_LONG)
    assert served.owner == "ana"


def test_unblocking(scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.replies("!block", to=served)
    ben.commands("!unblock 4711")
    ben.was_told(phrases.NOT_BLOCKED)
    ben.commands(f"!unblock {served.known.number}")
    ben.was_told(f"{served.alias} can write again.")
    served.says("Where is the map?")
    served.was_told(phrases.BACK_WITH)
    assert served.owner == "ana"
    scene.passes(DAY)
    assert scene.of_kind(Remove) == []


def test_staff_see_the_alias_and_never_the_address(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands("!blocks")
    ben.was_told(phrases.BLOCKS_NONE)
    ana.replies("!block 24h insults", to=served)
    ben.commands("!blocks")
    line = ben.was_told(phrases.BLOCKS)
    assert f"{served.alias} until tomorrow" in line.body
    assert "by Ana (insults)" in line.body
    assert not [say for say in scene.of_kind(Say) if served.address in say.body]


def test_it_outlasts_a_restart(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    store = Records()
    ana.replies("!block 2 h", to=served)
    store.keep([one for one in scene.effects if isinstance(one, Keep)])
    later = Scene(AGREED, ledger=store.ledger())
    again = later.patron("pat")
    again.says("Hey!")
    again.was_refused(Refusal.FORBIDDEN)
    later.staff("ben").commands(f"!unblock {served.alias}")
    later.staff("ben").was_told(phrases.UNBLOCKED)
    ana.replies("!block 2 h", to=served)
    store.keep([one for one in scene.effects if isinstance(one, Keep)])
    later = Scene(AGREED, ledger=store.ledger())
    later.passes(7_300)
    assert not later.room.blocks


def test_a_block_again_is_one_block(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.replies("!block 2 h", to=served)
    number = kept(scene).number
    ana.replies("!block 3 h", to=served)
    assert kept(scene).number == number
    scene.passes(7_300)
    assert scene.room.blocks
    closes = [t for t in scene.of_kind(KeepTurn) if t.turn.what is Moment.CLOSED]
    assert closes == []


def test_unblocking_where_nobody_is_blocked(ana: Librarian) -> None:
    ana.commands("!unblock 4711")
    assert ana.told[0].body == "Nobody is blocked."


def test_a_promise_to_them_is_off_the_list(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!followup tomorrow 17:00 find the map", to=served)
    ben.commands(f"!block {served.known.number} insults")
    assert "the answer promised" in ana.was_told(phrases.BLOCK_DROPPED).body
    ana.commands("!followups")
    ana.was_told(phrases.FOLLOWUPS_NONE)
    scene.passes(2 * DAY)
    ana.was_not_told(phrases.PROMISE_LATE)
