"""Words in both directions: receipts, chat states, corrections, bounces."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Acknowledge, Fate, KeepTurn, Settle, SettleUpTo
from imref.desk.events import Accepted, Bounced, Delivered, PresenceChanged, Typed
from imref.desk.model import Moment
from imref.desk.talk.conversation import LINES_HELD

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


def settled(scene: Scene) -> list[tuple[int, Fate]]:
    """What the last step settles."""
    return [(settle.number, settle.fate) for settle in scene.of_kind(Settle)]


# Receipts.


def test_a_librarian_has_the_receipt_when_the_patron_has_the_words(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    assert not ana.got_receipt(answer)
    row = served.was_told("In the map room.").number
    served.receives(answer)
    assert ana.got_receipt(answer)
    assert settled(scene) == [(row, Fate.DELIVERED)]


def test_a_receipt_from_a_second_device_changes_nothing(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    served.receives(answer)
    served.receives(answer)
    assert scene.effects == []


def test_a_librarian_who_asks_for_no_receipt_gets_none(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served, receipt=False)
    served.receives(answer)
    assert scene.of_kind(Acknowledge) == []


def test_the_owners_receipt_settles_the_row(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    more = served.says("The one of the harbour")
    row = ana.was_told("The one of the harbour").number
    ben.receives(more, of=served)
    assert scene.effects == []
    ana.receives(more, of=served)
    assert settled(scene) == [(row, Fate.DELIVERED)]


def test_a_receipt_for_the_desks_own_words_settles_them(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    own = pat.was_told(phrases.RECEIVED)
    offer = ana.was_told(phrases.OFFER)
    pat.receives(own.id)
    assert settled(scene) == [(own.number, Fate.DELIVERED)]
    ana.receives(offer.id, of=pat)
    assert settled(scene) == [(offer.number, Fate.DELIVERED)]


@pytest.mark.parametrize("stanza", ["", "im-", "im-x", "im-" + "9" * 5000, "never sent"])
def test_receipts_for_nothing_mean_nothing(scene: Scene, served: PatronAt, stanza: str) -> None:
    served.receives(stanza)
    assert scene.effects == []


def test_what_the_server_has_read_is_settled_in_one_go(scene: Scene) -> None:
    assert scene.happens(Accepted(7)) == [SettleUpTo(7)]


def test_a_late_receipt_after_the_close_still_reaches_the_librarian(
    served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    ana.replies("!close", to=served)
    ana.commands("!off")
    served.says("And where is that?")
    served.receives(answer)
    assert ana.got_receipt(answer)


def test_an_answer_that_comes_twice_is_sent_once(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    ana.replies("In the map room.", to=served, id=answer)
    assert scene.effects == []
    served.receives(answer)
    ana.replies("In the map room.", to=served, id=answer)
    assert ana.got_receipt(answer)
    served.was_told_nothing()


def test_the_same_words_under_the_same_id_from_a_colleague_are_the_colleagues(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("Hello", to=served, id="1")
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served, id="1")
    assert served.was_told("Hello").id != "1"


# Chat states.


def test_chat_states_go_both_ways(served: PatronAt, ana: Librarian) -> None:
    served.types("composing")
    assert ana.saw_state() == ["composing"]
    ana.types(served, "paused")
    assert served.saw_state() == ["paused"]


def test_chat_states_of_others_and_of_the_waiting_go_nowhere(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Hello?")
    pat.types()
    assert scene.effects == []
    ana.types(pat)
    assert scene.effects == []
    ben.replies("Hello", to=pat)
    ana.types(pat)
    assert scene.effects == []


def test_a_chat_state_with_the_words_goes_along(served: PatronAt, ana: Librarian) -> None:
    ana.replies("In the map room.", to=served, active=True)
    assert served.was_told("In the map room.").active


# Corrections.


def test_a_patron_corrects(served: PatronAt, ana: Librarian) -> None:
    wrong = served.says("The one of 1932")
    served.says("The one of 1923", replaces=wrong)
    assert ana.was_told("The one of 1923").replaces == wrong


def test_a_librarian_corrects(served: PatronAt, ana: Librarian) -> None:
    wrong = ana.replies("In the nap room", to=served)
    ana.replies("In the map room", to=served, replaces=wrong)
    assert served.was_told("In the map room").replaces == wrong


def test_a_correction_names_the_id_that_was_relayed(served: PatronAt, ana: Librarian) -> None:
    served.says("Hello?", id="1")
    served.says("The one of 1932", id="1")
    relayed = ana.was_told("The one of 1932").id
    served.says("The one of 1923", id="2", replaces="1")
    assert ana.was_told("The one of 1923").replaces == relayed


def test_a_correction_of_a_mistyped_command_is_a_message(served: PatronAt, ana: Librarian) -> None:
    typo = ana.replies("!map room", to=served)
    ana.replies("map room", to=served, replaces=typo)
    assert served.was_told("map room").replaces == ""


def test_a_correction_into_a_command_is_a_command(served: PatronAt, ana: Librarian) -> None:
    wrong = ana.replies("close", to=served)
    ana.replies("!close", to=served, replaces=wrong)
    served.was_told(phrases.CLOSED_BY_STAFF)


# Bounces.


def test_an_unreachable_librarian_loses_offers_and_sessions(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    more = served.says("The one of the harbour")
    row = ana.was_told("The one of the harbour").number
    ana.cannot_be_reached(more, of=served)
    assert settled(scene) == [(row, Fate.UNDELIVERABLE)]
    assert served.owner == ""
    served.was_told(phrases.OWNER_LOST)
    assert "The one of the harbour" in ben.was_told(phrases.OFFER).body
    scene.patron("quinn").says("Hello?")
    ana.was_told_nothing()


def test_what_else_an_unreachable_librarian_has_is_kept_for_the_grace_time(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("Hello?")
    ana.cannot_be_reached(ana.was_told(phrases.OFFER).id, of=quinn)
    assert served.owner == "ana"
    scene.passes(60)
    assert served.owner == ""


def test_an_offer_that_cannot_be_shown_goes_to_the_next(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    cleo.shows("available")
    ben.shows("away")
    pat.says("Hello?")
    ana.cannot_be_reached(ana.was_told(phrases.OFFER).id, of=pat)
    cleo.was_told(phrases.OFFER)


def test_a_bounce_of_nothing_means_nothing(scene: Scene, ana: Librarian) -> None:
    scene.happens(Bounced(ana.address, "ask", "", "service-unavailable"))
    assert scene.effects == []
    scene.happens(Bounced(ana.address, "ask", "never sent", "service-unavailable"))
    assert scene.effects == []


def test_an_answer_that_bounces_is_kept_and_the_owner_knows_once(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    row = served.was_told("In the map room.").number
    served.cannot_be_reached(answer)
    assert settled(scene) == [(row, Fate.UNDELIVERABLE)]
    assert [kept.turn.what for kept in scene.of_kind(KeepTurn)] == [Moment.UNDELIVERED]
    ana.was_told(phrases.PATRON_UNREACHABLE)
    served.cannot_be_reached(answer)
    ana.was_told_nothing()


def test_on_return_the_patron_has_what_they_missed_in_order_and_once(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answers = [ana.replies(words, to=served) for words in ("one", "two")]
    for answer in reversed(answers):
        served.cannot_be_reached(answer)
    served.says("I am back")
    assert [(say.id, say.body) for say in served.told] == list(
        zip(answers, ("one", "two"), strict=True)
    )
    assert all(say.sent for say in served.told)
    served.says("Hello?")
    served.was_told_nothing()
    served.receives(answers[0])
    assert ana.got_receipt(answers[0])


def test_what_is_written_meanwhile_comes_after_what_bounced(
    served: PatronAt, ana: Librarian
) -> None:
    one = ana.replies("one", to=served)
    served.cannot_be_reached(one)
    two = ana.replies("two", to=served)
    assert [say.id for say in served.told] == [one, two]
    for answer in (one, two):
        served.cannot_be_reached(answer)
    served.says("I am back")
    assert [say.id for say in served.told] == [one, two]


@pytest.mark.parametrize("how", ["waiting", "new session"])
def test_what_bounced_outlives_the_owner_and_the_close(
    scene: Scene, served: PatronAt, ana: Librarian, how: str
) -> None:
    answer = ana.replies("In the map room.", to=served)
    served.cannot_be_reached(answer)
    if how == "waiting":
        ana.shows("unavailable")
        scene.passes(60)
    else:
        ana.replies("!close", to=served)
        ana.shows("away")
    served.says("I am back")
    assert served.owner == ""
    assert served.was_told("In the map room.").id == answer


def test_an_answer_that_bounced_is_said_again_when_the_patron_shows_up(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    stanza = ana.replies("It is in the map room.", served)
    served.cannot_be_reached(stanza)
    scene.happens(PresenceChanged(served.address, "page", "ask", "unavailable"))
    served.was_told_nothing()
    scene.happens(PresenceChanged(served.address, "page", "ask", "available"))
    assert served.was_told("It is in the map room.").id == stanza
    scene.happens(PresenceChanged(served.address, "page", "ask", "available"))
    served.was_told_nothing()


def test_an_answer_that_bounces_late_is_still_known(served: PatronAt, ana: Librarian) -> None:
    answer = ana.replies("In the map room.", to=served)
    for number in range(2 * LINES_HELD):
        ana.replies(f"And {number}.", to=served)
        served.receives(served.was_told(f"And {number}.").id)
    served.cannot_be_reached(answer)
    served.says("I am back")
    assert served.was_told("In the map room.").id == answer


def test_an_answer_whose_id_the_patron_used_too_is_the_one_that_is_kept(
    pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?", id="1")
    ana.replies("In the map room.", to=pat, id="1")
    pat.cannot_be_reached("1")
    pat.says("I am back")
    pat.was_told("In the map room.")
    pat.was_not_told("Where is the map?")


def test_a_repeat_of_what_bounced_is_not_called_delivered(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    served.cannot_be_reached(answer)
    ana.replies("In the map room.", to=served, id=answer)
    assert scene.effects == []


# Strangers.


def test_a_stranger_behind_an_alias_changes_nothing(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    answer = ana.replies("In the map room.", to=served)
    stranger = "quinn@home.example"
    assert scene.happens(Delivered(stranger, served.alias, answer)) == []
    assert scene.happens(Bounced(stranger, served.alias, answer, "gone")) == []
    assert scene.happens(Typed(stranger, "pc", served.alias, "composing")) == []


# What whoever takes over is told.


def test_a_monologue_is_retold_from_its_first_line(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    for number in range(100):
        served.says(f"line {number}.")
        scene.passes(1)
    ana.shows("unavailable")
    scene.passes(60)
    retold = "".join(say.body for say in ben.told)
    assert all(f"line {number}." in retold for number in range(100))


def test_what_was_answered_is_not_held_for_ever(served: PatronAt, ana: Librarian) -> None:
    for number in range(200):
        ana.replies(f"line {number}", to=served)
    assert len(served.session.lines) <= 64


def test_a_very_long_story_comes_in_pieces(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.shows("away")
    for _ in range(4):
        pat.says("x" * 5000)
    ben.shows("available")
    assert len(ben.told) == 4
    assert sum(say.body.count("x" * 5000) for say in ben.told) == 4
