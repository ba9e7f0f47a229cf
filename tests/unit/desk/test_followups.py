"""Promises: made, kept, put off, handed over, late, and what the patron hears of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.effects import KeepTurn, Say
from imref.desk.events import AgreementChanged
from imref.desk.model import Moment
from imref.desk.records import FollowUp, Promise

from .scene import Librarian, PatronAt, Scene, agreement, desk

HOUR = 3600.0
DAY = 24 * HOUR


def supervised() -> Agreement:
    """Ana and Ben at *ask*, and Cleo, who supervises it."""
    ask = replace(desk("ask", ("ana", "ben"), ("cleo",)), supervisors=("cleo",))
    return agreement(ask, desk("law", ("cleo",)))


@pytest.fixture
def scene() -> Scene:
    """It is a Monday, a quarter to two in the afternoon."""
    return Scene(supervised())


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron who is with Ana."""
    pat.says("Where is the 1923 map?")
    ana.replies("I have to look for it.", to=pat)
    return pat


@pytest.fixture
def promised(scene: Scene, served: PatronAt, ana: Librarian) -> PatronAt:
    """A patron to whom Ana has promised an answer by tomorrow, five o'clock."""
    ana.replies("!followup tomorrow 17:00 find the 1923 map", to=served)
    return served


def record_of(patron: PatronAt) -> FollowUp:
    return patron.scene.room.followups[patron.known.number]


def until(scene: Scene, day: int, hour: int, minute: int = 0) -> None:
    """Let time pass until that day of January, 1970."""
    moment = datetime(1970, 1, day, hour, minute, tzinfo=UTC).timestamp()
    scene.passes(moment - scene.now)


def test_a_promise_closes_the_conversation_and_says_by_when(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    told = promised.was_told(phrases.PROMISED).body
    assert "Ana will answer here by tomorrow at 17:00." in told
    ana.was_told(phrases.PROMISE_MADE)
    assert promised.owner == ""
    assert promised.session.outcome == "follow-up"
    record = record_of(promised)
    assert (record.owner, record.what) == ("ana", "find the 1923 map")
    assert record.due == datetime(1970, 1, 13, 17, tzinfo=UTC).timestamp()


def test_what_is_promised_is_for_staff_alone(scene: Scene, promised: PatronAt) -> None:
    assert not [say.body for say in promised.told if "find" in say.body]
    assert "find the 1923 map" in promised.session.lines[-1].body


@pytest.mark.parametrize("when", ["", "soon", "find the map", "yesterday", "2020-01-01 the map"])
def test_without_a_time_to_come_nothing_is_promised(
    served: PatronAt, ana: Librarian, when: str
) -> None:
    ana.replies(f"!followup {when}", to=served)
    ana.was_told(phrases.PROMISE_WHEN)
    served.was_told_nothing()
    assert served.owner == "ana"


def test_without_words_it_is_the_question_that_is_promised(
    served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!followup tomorrow", to=served)
    assert record_of(served).what == "Where is the 1923 map?"


def test_it_may_come_to_mind_just_after_the_close(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close", to=served)
    ana.replies("!followup tomorrow noon find it", to=served)
    served.was_told(phrases.PROMISED)
    assert served.session.outcome == "follow-up"


def test_the_answer_comes_days_later_in_the_same_window(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    until(scene, 13, 11)
    ana.replies("It is at the binder's.", to=promised)
    say = promised.was_told("It is at the binder's.")
    assert say.sender == "ask"
    ana.was_told(phrases.PROMISE_ANSWERED)
    scene.passes(HOUR)
    promised.was_told_nothing()  # nobody asks them whether they are still there
    ana.replies("And it will be back on Friday.", to=promised)
    promised.was_told("Friday")
    ana.was_not_told(phrases.PROMISE_ANSWERED)
    ana.replies("!done", to=promised)
    ana.was_told(phrases.PROMISE_DONE)
    assert record_of(promised).state is Promise.KEPT


def test_an_answer_after_the_time_is_late(scene: Scene, promised: PatronAt, ana: Librarian) -> None:
    until(scene, 13, 17, 30)
    ana.replies("It is at the binder's.", to=promised)
    ana.replies("!done", to=promised)
    ana.was_told(phrases.PROMISE_DONE_LATE)
    assert record_of(promised).state is Promise.LATE


def test_done_needs_an_answer(promised: PatronAt, ana: Librarian) -> None:
    ana.replies("!done", to=promised)
    ana.was_told(phrases.PROMISE_UNANSWERED)
    assert record_of(promised).state is Promise.OPEN


def test_what_a_colleague_wrote_keeps_nobody_elses_promise(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.shows("away")
    promised.says("And where is the atlas?")
    ben.replies("!take", to=promised)
    ben.replies("On the first floor.", to=promised)
    ben.replies("!close", to=promised)
    ana.replies("!done", to=promised)
    ana.was_told(phrases.PROMISE_UNANSWERED)
    assert record_of(promised).state is Promise.OPEN
    ben.replies("!hand ben", to=promised)
    ben.replies("!done", to=promised)
    ben.was_told(phrases.PROMISE_DONE)


def test_an_answered_promise_counts_as_done_when_its_time_is_over(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    until(scene, 13, 11)
    ana.replies("It is at the binder's.", to=promised)
    record = record_of(promised)
    scene.passes(DAY + HOUR)
    ana.was_told(phrases.PROMISE_SETTLED)
    assert record.state is Promise.KEPT


def test_only_the_owner_answers(promised: PatronAt, ben: Librarian) -> None:
    ben.replies("It is upstairs.", to=promised)
    assert "Ana has promised" in ben.was_told(phrases.NOT_RELAYED_PROMISED).body
    promised.was_told_nothing()


def test_two_do_not_promise_the_same(promised: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.shows("unavailable")
    promised.says("Are you there?")
    ben.replies("Yes", to=promised)
    ben.replies("!followup Friday", to=promised)
    ben.was_told(phrases.PROMISED_ALREADY)
    assert record_of(promised).owner == "ana"


# The patron in the meantime.


def test_the_patron_asks_for_the_status(scene: Scene, promised: PatronAt) -> None:
    scene.passes(DAY)
    promised.says("status")
    assert "today at 17:00" in promised.was_told(phrases.PROMISED_STILL).body


def test_sooner_is_told_to_the_owner(scene: Scene, promised: PatronAt, ana: Librarian) -> None:
    scene.passes(HOUR)
    promised.says("sooner")
    promised.was_told(phrases.SOONER_TOLD)
    ana.was_told(phrases.SOONER_ASKED)
    promised.says("Sooner, I leave on Tuesday at noon")
    assert "I leave on Tuesday at noon" in ana.was_told(phrases.SOONER_ASKED).body
    assert promised.owner == ""


def test_the_patron_hears_whether_the_owner_is_there(promised: PatronAt, ana: Librarian) -> None:
    ana.shows("unavailable")
    promised.says("sooner")
    promised.was_told(phrases.SOONER_LEFT)


def test_sooner_without_a_promise(served: PatronAt, ana: Librarian) -> None:
    served.says("sooner")
    served.was_told(phrases.SOONER_NOTHING)
    served.says("sooner or later we all need a map")
    ana.was_told("sooner or later we all need a map")


def test_a_reply_reopens_it_with_the_owner(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    scene.passes(5 * HOUR)
    promised.says("I mean the one of the harbour")
    promised.was_told(phrases.BACK_WITH)
    assert "tomorrow at 17:00" in ana.was_told(phrases.BACK_FOR_PROMISE).body
    ana.was_told("I mean the one of the harbour")
    ben.was_told_nothing()
    ana.replies("Thank you, that helps.", to=promised)
    scene.passes(400)
    assert promised.owner == ""
    assert promised.session.outcome == "follow-up"
    assert record_of(promised).state is Promise.OPEN


def test_it_is_offered_to_the_desk_when_the_owner_is_away(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.shows("unavailable")
    scene.passes(5 * HOUR)
    number = promised.known.number
    promised.says("I mean the one of the harbour")
    ben.was_told(phrases.OFFER)
    assert "find the 1923 map" in ben.was_told(phrases.EARLIER).body
    assert promised.known.number == number
    ben.replies("I shall tell Ana.", to=promised)
    ben.replies("!close", to=promised)
    assert record_of(promised).state is Promise.OPEN
    ana.shows("available")
    ana.replies("Found it!", to=promised)
    promised.was_told("Found it!")


def test_closing_it_as_answered_keeps_the_promise(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    scene.passes(5 * HOUR)
    promised.says("Any news?")
    ana.replies("Yes, it is here.", to=promised)
    ana.replies("!close answered 3", to=promised)
    assert record_of(promised).state is Promise.KEPT


def test_done_ends_a_running_conversation_too(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    scene.passes(5 * HOUR)
    promised.says("Any news?")
    ana.replies("Yes, it is here.", to=promised)
    ana.commands(f"!done {promised.known.number}")
    promised.was_told(phrases.CLOSED_BY_STAFF)
    assert record_of(promised).state is Promise.KEPT


# What staff do with them.


def test_the_list_is_by_time_and_by_number(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    robin = scene.patron("robin")
    robin.says("Who built the harbour?")
    ben.replies("!take", to=robin)
    ben.replies("!followup today 18:00 ask the archive", to=robin)
    ana.commands("!followups")
    assert ana.told[0].body.startswith(f"{promised.known.number} · Ana · by tomorrow at 17:00 · f")
    ana.commands("!followups all")
    assert [line.split(" · ")[1] for line in ana.told[0].body.splitlines()] == ["Ben", "Ana"]
    cleo.commands("!followups")
    cleo.was_told(phrases.FOLLOWUPS_NONE)
    until(scene, 12, 18, 30)
    ben.commands("!followups")
    assert "(late)" in ben.told[0].body


def test_postponing_takes_one_command_and_a_word(promised: PatronAt, ana: Librarian) -> None:
    number = promised.known.number
    ana.commands(f"!postpone {number} Friday noon The map is at the binder's.")
    told = promised.was_told(phrases.POSTPONED_PATRON).body
    assert told == (
        "Ana needs longer and will answer here by Friday at 12:00. The map is at the binder's."
    )
    ana.was_told(phrases.POSTPONED)
    ana.replies("!postpone Wednesday", to=promised)
    promised.was_told(phrases.MOVED_UP_PATRON)
    ana.replies("!postpone whenever", to=promised)
    ana.was_told(phrases.POSTPONE_WHEN)


def test_handing_over_takes_one_command(
    scene: Scene, promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!hand Ben I am on leave", to=promised)
    told = ben.was_told(phrases.HANDED_TO_YOU)
    assert "find the 1923 map (I am on leave)" in told.body
    assert "> Where is the 1923 map?" in told.body
    assert told.sender == promised.alias
    assert "Ben will answer you instead of Ana" in promised.was_told(phrases.HANDED_PATRON).body
    scene.passes(HOUR)
    ana.replies("By the way", to=promised)
    ana.was_told(phrases.NOT_RELAYED_PROMISED)
    ben.replies("Here it is.", to=promised)
    promised.was_told("Here it is.")


def test_a_colleague_takes_it_over(promised: PatronAt, ben: Librarian) -> None:
    ben.commands(f"!hand ben {promised.known.number}")
    assert record_of(promised).owner == "ben"


def test_others_leave_it_alone_but_a_supervisor_may(
    promised: PatronAt, ben: Librarian, cleo: Librarian
) -> None:
    number = promised.known.number
    for command in ("done", "postpone Friday", "drop"):
        word, _, more = command.partition(" ")
        ben.commands(f"!{word} {number} {more}")
        ben.was_told(phrases.PROMISE_OF_ANOTHER)
    cleo.commands(f"!hand {number} ben")
    assert record_of(promised).owner == "ben"


def test_taking_it_back_is_said(promised: PatronAt, ana: Librarian) -> None:
    ana.replies("!drop The map is lost.", to=promised)
    assert "The map is lost." in promised.was_told(phrases.DROPPED_PATRON).body
    assert record_of(promised).state is Promise.DROPPED


@pytest.mark.parametrize("command", ["done", "postpone Friday", "drop", "hand ben"])
def test_commands_say_when_there_is_no_promise(
    served: PatronAt, ana: Librarian, command: str
) -> None:
    for window in (served.alias, "ask"):
        ana.commands(f"!{command}", window)
        ana.was_told(phrases.NO_PROMISE)
    ana.commands("!done 999")
    ana.was_told(phrases.NO_PROMISE)


def test_commands_ask_which_one(scene: Scene, promised: PatronAt, ana: Librarian) -> None:
    ana.commands("!postpone Friday")
    promised.was_told(phrases.POSTPONED_PATRON)  # there is only one
    robin = scene.patron("robin")
    robin.says("Who built the harbour?")
    ana.replies("!take", to=robin)
    ana.replies("!followup Friday", to=robin)
    ana.commands("!done")
    assert promised.alias.removeprefix("patron-") in ana.was_told(phrases.WHICH_PROMISE).body


# Reminders.


def test_the_owner_is_reminded_once_before_and_once_after_then_the_supervisor(
    scene: Scene, promised: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    until(scene, 13, 15, 59)
    ana.was_told_nothing()
    until(scene, 13, 16)
    assert "find the 1923 map" in ana.was_told(phrases.PROMISE_REMINDER).body
    until(scene, 13, 16, 59)
    ana.was_told_nothing()
    until(scene, 13, 17)
    ana.was_told(phrases.PROMISE_LATE)
    cleo.was_told_nothing()
    until(scene, 13, 18)
    cleo.was_told(phrases.PROMISE_RAISED)
    ana.was_told_nothing()
    scene.passes(10 * DAY)
    ana.was_told_nothing()
    cleo.was_told_nothing()
    promised.was_told_nothing()


def test_who_is_away_is_reminded_when_they_come(
    scene: Scene, promised: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.shows("unavailable")
    until(scene, 13, 16, 30)
    ana.was_told_nothing()
    ana.shows("away")
    ana.was_told(phrases.PROMISE_REMINDER)
    ana.shows("available", "phone")
    ana.was_told_nothing()
    ana.shows("unavailable", "phone")
    ana.shows("unavailable")
    until(scene, 14, 9)
    cleo.was_told(phrases.PROMISE_RAISED)
    ana.shows("available")
    ana.was_told(phrases.PROMISE_LATE)


def test_who_has_answered_is_not_reminded(
    scene: Scene, promised: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    ana.replies("It is at the binder's.", to=promised)
    until(scene, 13, 16, 59)
    ana.was_told_nothing()
    scene.passes(3 * HOUR)
    cleo.was_told_nothing()


def test_after_a_postponement_reminders_begin_anew(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    until(scene, 13, 17, 30)
    ana.replies("!postpone Thursday 12:00", to=promised)
    until(scene, 15, 11)
    ana.was_told(phrases.PROMISE_REMINDER)
    until(scene, 15, 12)
    ana.was_told(phrases.PROMISE_LATE)


def test_a_promise_that_nobody_sees_to_is_broken_in_the_end(
    scene: Scene, promised: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    record = record_of(promised)
    until(scene, 20, 0)
    scene.passes(30 * DAY)
    ana.was_told(phrases.PROMISE_BROKEN)
    cleo.was_told(phrases.PROMISE_BROKEN)
    assert record.state is Promise.BROKEN
    assert not scene.room.followups
    assert not scene.room.aliases


# The staff changes.


def test_the_promises_of_who_leaves_go_to_a_supervisor(
    scene: Scene, promised: PatronAt, cleo: Librarian
) -> None:
    ask = replace(desk("ask", ("ben",), ("cleo",)), supervisors=("cleo",))
    scene.happens(AgreementChanged(agreement(ask)))
    assert "find the 1923 map" in cleo.was_told(phrases.LEFT_TO_YOU).body
    assert "Cleo will answer you instead of Ana" in promised.was_told(phrases.HANDED_PATRON).body
    assert record_of(promised).owner == "cleo"


def test_without_supervisors_they_go_to_the_first_tier(
    scene: Scene, promised: PatronAt, ben: Librarian
) -> None:
    scene.happens(AgreementChanged(agreement(desk("ask", ("ben",), ("cleo",)))))
    ben.was_told(phrases.LEFT_TO_YOU)


# Letting go.


def test_when_it_is_done_the_link_to_the_patron_is_forgotten(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    alias, session = promised.alias, promised.session
    scene.passes(5 * DAY)
    assert scene.room.sessions[session.number] is session
    ana.replies("Here it is.", to=promised)
    ana.replies("!done", to=promised)
    scene.passes(599)
    assert promised.known
    scene.passes(1)
    turns = [effect.turn.what for effect in scene.of_kind(KeepTurn)]
    assert turns == [Moment.FORGOTTEN]
    assert not scene.room.aliases
    assert not scene.room.followups
    ana.writes("One more thing", alias)
    ana.was_told(phrases.NOT_RELAYED_GONE)
    assert [say for say in scene.of_kind(Say) if say.recipient == promised.address] == []


def test_a_patron_who_writes_again_in_time_keeps_the_alias(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    ana.replies("Here it is.", to=promised)
    ana.replies("!done", to=promised)
    number = promised.known.number
    scene.passes(300)
    promised.says("Thank you! And the one of 1924?")
    assert promised.known.number == number
    assert promised.owner == "ana"
    ana.replies("Also there.", to=promised)
    scene.passes(2000)
    assert not scene.room.aliases


def test_a_second_promise_holds_the_link(scene: Scene, promised: PatronAt, ana: Librarian) -> None:
    ana.replies("Here it is.", to=promised)
    ana.replies("!done", to=promised)
    promised.says("And the one of 1924?")
    ana.replies("!followup Friday find that too", to=promised)
    scene.passes(2 * DAY)
    ana.replies("Here it is too.", to=promised)
    promised.was_told("Here it is too.")
