"""Answering is claiming: one has it, the others know, and nobody has more than they want."""

from imref.desk import phrases
from imref.desk.effects import KeepMessage, KeepTurn
from imref.desk.model import Moment

from .scene import Librarian, PatronAt, Scene, agreement, desk


def test_the_first_reply_claims(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    reply = ben.replies("Hello, one moment", to=pat)
    assert pat.owner == "ben"
    pat.was_told(phrases.JOINED)
    answer = pat.was_told("Hello, one moment")
    assert (answer.sender, answer.id) == ("ask", reply)
    ana.was_told(phrases.TAKEN_BY)
    ben.was_told_nothing()


def test_the_second_reply_is_not_relayed_and_says_so(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ben.replies("Hello", to=pat)
    ana.replies("I can help", to=pat)
    ana.was_told(phrases.NOT_RELAYED_TAKEN)
    pat.was_told_nothing()
    assert scene.of_kind(KeepMessage) == []


def test_a_late_reply_claims_what_nobody_has(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    scene.passes(3600)
    ana.replies("Sorry, I was at the desk", to=pat)
    assert pat.owner == "ana"


def test_a_reply_from_another_device_claims(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("Hello", to=pat, device="tablet")
    assert pat.owner == "ana"


def test_take_claims_and_tells_what_was_said(pat: PatronAt, cleo: Librarian) -> None:
    pat.says("Where is the map?")
    cleo.commands(f"!take {pat.known.number}")
    assert pat.owner == "cleo"
    assert "Where is the map?" in cleo.was_told(phrases.SO_FAR).body
    cleo.was_told(phrases.YOURS)
    pat.was_told(phrases.JOINED)


def test_nobody_exceeds_their_own_limit(scene: Scene, ana: Librarian) -> None:
    patrons = [scene.patron(name) for name in ("a", "b", "c")]
    for patron in patrons:
        patron.says("Hello?")
        ana.replies("Hello", to=patron)
    assert [patron.owner for patron in patrons] == ["ana", "ana", ""]
    ana.was_told(phrases.FULL)
    patrons[2].was_told_nothing()
    ana.commands(f"!take {patrons[2].known.number}")
    assert patrons[2].owner == ""


def test_who_is_full_is_offered_nothing_until_one_ends(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 1")
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    ana.replies("Hello", to=first)
    second.says("Two")
    ana.was_told_nothing()
    ana.replies("!close", to=first)
    assert "Two" in ana.was_told(phrases.OFFER).body


def test_at_the_limit_what_else_was_offered_goes_on_to_others() -> None:
    scene = Scene(agreement(desk("ask", ("ana",), ("ben",))))
    ana, ben = scene.staff("ana"), scene.staff("ben")
    ana.commands("!limit 1")
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    second.says("Two")
    ana.replies("Hello", to=first)
    assert "Two" in ben.was_told(phrases.OFFER).body


def test_staff_of_another_desk_cannot_take_it(scene: Scene, ana: Librarian) -> None:
    pat = scene.patron("pat", "law")
    pat.says("May I copy this?")
    ana.replies("Sure", to=pat)
    ana.was_told(phrases.NOT_YOUR_DESK)
    ana.commands(f"!take {pat.known.number}")
    ana.was_told(phrases.NOT_YOUR_DESK)
    assert pat.owner == ""


def test_the_claim_is_in_the_history(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    turns = [kept.turn for kept in scene.of_kind(KeepTurn)]
    assert [(turn.what, turn.staff) for turn in turns] == [(Moment.CLAIMED, "ana")]


def test_a_reply_into_a_closed_session_says_so(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    ana.replies("!close", to=pat)
    ana.replies("One more thing", to=pat)
    ana.was_told(phrases.NOT_RELAYED_CLOSED)
    pat.was_told_nothing()


def test_a_reply_to_nobody_says_so(scene: Scene, ana: Librarian) -> None:
    ana.writes("Hello", "patron-4711")
    ana.was_told(phrases.NOT_RELAYED_GONE)


def test_words_to_a_desk_go_nowhere_and_it_is_said(ana: Librarian) -> None:
    ana.commands("Hello")
    ana.was_told(phrases.TALK_TO_DESK)
