"""The daily check: it takes the whole way, keeps out of the way, and says when it is broken."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement, DailyCheck
from imref.desk.effects import Effect, Keep, KeepSession, Remove, Say
from imref.desk.errands import AskFeatures
from imref.desk.events import AgreementChanged, Delivered, Said
from imref.desk.ledger import Ledger
from imref.desk.model import Outcome
from imref.desk.records import Canary
from imref.desk.rehearsal.canary import CALM, PAUSE, last_of

from .scene import Scene, agreement, desk, week
from .test_practice import Stage

OFFICE = week("mon-fri", "9:00-18:00")
CHECK = DailyCheck("ask", 14 * 60)
BY_STAFF = replace(CHECK, by_staff=True)


def agreed(check: DailyCheck | None = CHECK) -> Agreement:
    desks = (
        desk("ask", ("ana", "ben"), hours=OFFICE, supervisors=("cleo",)),
        desk("law", ("cleo",)),
    )
    return agreement(*desks, canary=check)


class Deaf(Scene):
    """A scene whose server brings nothing back that goes to our own domain."""


def check_of(effects: list[Effect]) -> list[Canary]:
    return [each.record for each in effects if isinstance(each, Keep) and _is_check(each.record)]  # type: ignore[misc]


def _is_check(record: object) -> bool:
    return isinstance(record, Canary)


def the_last(scene: Scene) -> Canary:
    last = last_of(scene.room, "ask")
    assert last is not None
    return last


def test_imref_answers_by_itself_and_nobody_notices() -> None:
    scene = Stage(agreed())
    everybody = [scene.staff(name) for name in ("ana", "ben", "cleo")]
    scene.until("14:00")
    for one in everybody:
        one.was_told_nothing()
    last = the_last(scene)
    assert last.asked == last.kept == last.heard == last.answered == scene.now
    assert not last.failed
    assert not scene.of_kind(AskFeatures)
    assert scene.rehearsal.outcome == Outcome.PRACTICE
    assert not scene.room.rehearsals


def test_every_row_of_it_is_marked_as_practice() -> None:
    scene = Stage(agreed())
    effects = scene.until("14:00")
    kept = [one.session.practice for one in effects if isinstance(one, KeepSession)]
    assert kept
    assert all(kept)


def test_it_comes_every_day_also_when_the_desk_is_closed() -> None:
    scene = Stage(agreed(BY_STAFF))
    seen = set()
    scene.until("13:59")
    for _ in range(7):
        scene.passes(86400)
        seen.add(the_last(scene).asked)
        assert the_last(scene).answered or the_last(scene).failed
    assert len(seen) == 7
    assert {asked % 86400 for asked in seen} == {14 * 3600.0}


def test_without_a_time_there_is_none() -> None:
    scene = Stage(agreed(None))
    scene.passes(86400 * 2)
    assert not scene.room.canaries


def test_only_the_last_one_stays_in_memory_and_live_in_the_store() -> None:
    scene = Stage(agreed())
    scene.until("14:00")
    first = the_last(scene)
    effects = scene.passes(86400)
    assert first.done
    assert first in check_of(effects)
    assert list(scene.room.canaries.values()) == [the_last(scene)]
    assert not the_last(scene).done


# Librarians answer.


def test_the_first_librarian_answers() -> None:
    scene = Stage(agreed(BY_STAFF))
    ana, ben, cleo = scene.staff("ana"), scene.staff("ben"), scene.staff("cleo")
    scene.until("14:00")
    ana.was_told(phrases.CANARY_OFFER)
    ben.was_told(phrases.CANARY_OFFER)
    cleo.was_told_nothing()
    alias = scene.rehearsal.patron.alias
    offer = ben.was_told(phrases.CANARY_OFFER)
    assert not the_last_or_running(scene).heard
    scene.happens(Delivered(ben.address, alias, offer.id))
    heard = the_last_or_running(scene).heard
    assert heard == scene.now
    scene.passes(10)
    ana.writes("Yes, it does.", alias)
    ana.was_told(phrases.CANARY_THANKS)
    ben.was_told(phrases.TAKEN_BY)
    last = the_last(scene)
    assert last.answered == scene.now
    assert last.heard == heard
    assert scene.rehearsal.outcome == Outcome.PRACTICE
    scene.passes(3600)
    ana.was_told_nothing()
    cleo.was_told_nothing()


def the_last_or_running(scene: Scene) -> Canary:
    return max(scene.room.canaries.values(), key=lambda each: each.number)


def test_who_has_a_patron_is_not_asked() -> None:
    scene = Stage(agreed(BY_STAFF))
    pat, ana, ben = scene.patron("pat"), scene.staff("ana"), scene.staff("ben")
    scene.passes(700)
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    scene.until("14:00")
    ana.was_told_nothing()
    ben.was_told(phrases.CANARY_OFFER)


def test_when_all_have_patrons_imref_answers() -> None:
    scene = Stage(agreed(BY_STAFF), on_duty=("ana",))
    pat, ana, cleo = scene.patron("pat"), scene.staff("ana"), scene.staff("cleo")
    scene.passes(700)
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    scene.until("14:00")
    ana.was_told_nothing()
    cleo.was_told_nothing()
    assert the_last(scene).answered


def test_a_real_question_takes_it_off_whoever_has_it() -> None:
    scene = Stage(agreed(BY_STAFF), on_duty=("ana",))
    pat, ana, cleo = scene.patron("pat"), scene.staff("ana"), scene.staff("cleo")
    scene.until("14:00")
    ana.commands(f"!take {scene.rehearsal.patron.number}")
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)
    ana.replies("In the map room.", to=pat)
    scene.passes(0)
    ana.was_told(phrases.CANARY_TAKEN_OFF)
    assert the_last(scene).answered == scene.now
    scene.passes(120)
    cleo.was_told_nothing()


def test_whom_a_real_question_kept_from_it_has_not_failed() -> None:
    scene = Stage(agreed(BY_STAFF), on_duty=("ana",))
    pat, ana, cleo = scene.patron("pat"), scene.staff("ana"), scene.staff("cleo")
    scene.until("14:00")
    ana.was_told(phrases.CANARY_OFFER)
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    scene.passes(70)
    cleo.was_told_nothing()
    assert the_last(scene).answered


def test_nobody_on_duty_at_an_open_desk_is_an_alarm() -> None:
    scene = Stage(agreed(BY_STAFF), on_duty=())
    cleo = scene.staff("cleo")
    scene.until("14:00")
    scene.passes(61)
    assert "nobody was on duty" in cleo.was_told(phrases.CANARY_FAILED).body
    assert the_last(scene).failed == "nobody on duty"


def test_an_answer_that_does_not_come_is_told_once_and_asked_again_the_next_day() -> None:
    scene = Stage(agreed(BY_STAFF))
    ana, cleo = scene.staff("ana"), scene.staff("cleo")
    scene.until("14:00")
    scene.passes(59)
    cleo.was_told_nothing()
    scene.passes(1)
    told = cleo.was_told(phrases.CANARY_FAILED).body
    assert "The daily check of The ask desk failed today at 14:00" in told
    assert "no answer within 60 s" in told or "no answer within 1 min" in told
    assert the_last(scene).failed == "not answered"
    scene.passes(3600)
    ana.was_told_nothing()
    scene.passes(86400 - 3660)
    ana.was_told(phrases.CANARY_OFFER)
    scene.passes(100)
    cleo.was_told_nothing()
    scene.until("14:00")
    running = next(one for one in scene.room.sessions.values() if one.practice and one.open)
    ana.writes("Yes", running.patron.alias)
    cleo.was_told(phrases.CANARY_WELL)


def test_who_took_it_and_said_nothing_is_told_that_it_is_over() -> None:
    scene = Stage(agreed(BY_STAFF))
    ana, cleo = scene.staff("ana"), scene.staff("cleo")
    scene.until("14:00")
    ana.commands(f"!take {scene.rehearsal.patron.number}")
    scene.passes(61)
    ana.was_told(phrases.CANARY_ENDED)
    cleo.was_told(phrases.CANARY_FAILED)
    assert not scene.rehearsal.open


def test_closed_without_a_word_is_not_answered() -> None:
    scene = Stage(agreed(BY_STAFF))
    ana, cleo = scene.staff("ana"), scene.staff("cleo")
    scene.until("14:00")
    ana.commands(f"!take {scene.rehearsal.patron.number}")
    ana.writes("!close", scene.rehearsal.patron.alias)
    cleo.was_told_nothing()
    scene.passes(61)
    cleo.was_told(phrases.CANARY_FAILED)
    assert the_last(scene).failed == "not answered"


# The way is broken.


def test_a_question_that_does_not_come_back_is_an_alarm_once_and_then_an_all_clear() -> None:
    scene = Deaf(agreed())
    cleo, ana = scene.staff("cleo"), scene.staff("ana")
    scene.until("14:00")
    scene.passes(60)
    assert "did not arrive at the desk" in cleo.was_told(phrases.CANARY_FAILED).body
    ana.was_told_nothing()
    assert the_last(scene).failed == "not kept"
    effects = scene.passes(PAUSE + 61)
    assert [each for each in effects if isinstance(each, Say) and "practice-" in each.sender]
    cleo.was_told_nothing()
    assert the_last(scene).failed == "not kept"

    mended = Stage(agreed(), ledger=Ledger(records=[the_last(scene)]), now=scene.now)
    cleo = mended.staff("cleo")
    mended.passes(CALM)
    cleo.was_told(phrases.CANARY_WELL)
    mended.passes(86400)
    cleo.was_told_nothing()


def test_words_that_do_not_come_back_are_an_alarm() -> None:
    scene = Deaf(agreed())
    cleo = scene.staff("cleo")
    effects = scene.until("14:00")
    (asked,) = [one for one in effects if isinstance(one, Say) and "practice-" in one.sender]
    sender = f"{asked.sender}@{scene.agreed.domain}"
    scene.happens(Said(sender, "", "ask", asked.id, asked.body, receipt=True))
    scene.passes(60)
    assert "no word of the desk came back" in cleo.was_told(phrases.CANARY_FAILED).body
    last = the_last(scene)
    assert last.kept
    assert not last.heard
    assert last.failed == "not heard"


def test_without_a_link_at_the_hour_it_is_said_and_made_afterwards() -> None:
    scene = Stage(agreed())
    cleo = scene.staff("cleo")
    scene.link_is_lost()
    scene.until("14:00")
    assert "had no link to the server" in cleo.was_told(phrases.CANARY_FAILED).body
    assert the_last(scene).failed == "no link"
    scene.passes(PAUSE * 3)
    cleo.was_told_nothing()
    scene.link_is_back()
    cleo.was_told_nothing()
    scene.passes(CALM)
    cleo.was_told(phrases.CANARY_WELL)
    assert the_last(scene).answered


def test_a_link_that_is_lost_meanwhile_is_the_reason() -> None:
    scene = Deaf(agreed())
    cleo = scene.staff("cleo")
    scene.until("14:00")
    scene.link_is_lost()
    scene.passes(10)
    scene.link_is_back()
    scene.passes(50)
    assert "had no link to the server" in cleo.was_told(phrases.CANARY_FAILED).body


# Starts, and new agreements.


def test_one_that_was_under_way_at_a_stop_is_no_failure() -> None:
    before = Deaf(agreed())
    effects = before.until("14:00")
    (canary,) = check_of(effects)
    scene = Stage(agreed(), ledger=Ledger(records=[canary], next_record=9), now=before.now + 5)
    cleo = scene.staff("cleo")
    effects = scene.passes(CALM)
    assert [each.record for each in effects if isinstance(each, Remove)] == [canary]
    cleo.was_told_nothing()
    last = the_last(scene)
    assert last.answered
    assert last.number != canary.number


def test_a_check_that_was_missed_is_made_after_the_start() -> None:
    done = Canary(1, "ask", 1.0, 1.0, 1.0, 1.0)
    scene = Stage(agreed(), ledger=Ledger(records=[done], next_record=2))
    scene.passes(CALM)
    assert the_last(scene).number > 1


def test_none_is_made_twice_a_day() -> None:
    before = Stage(agreed())
    before.until("14:00")
    last = the_last(before)
    scene = Stage(agreed(), ledger=Ledger(records=[last], next_record=9), now=before.now + 60)
    scene.passes(3600 * 20)
    assert the_last(scene) is last


def test_an_alarm_outlives_a_restart() -> None:
    failed = Canary(1, "ask", 900_000.0, failed="not answered")
    scene = Stage(agreed(BY_STAFF), ledger=Ledger(records=[failed], next_record=2), on_duty=())
    cleo = scene.staff("cleo")
    scene.until("14:00")
    scene.passes(61)
    cleo.was_told_nothing()
    assert the_last(scene).number > 1


@pytest.mark.parametrize("check", [None, DailyCheck("law", 15 * 60)])
def test_a_new_agreement_moves_it_or_ends_it(check: DailyCheck | None) -> None:
    scene = Stage(agreed())
    scene.happens(AgreementChanged(agreed(check)))
    scene.until("14:30")
    assert last_of(scene.room, "ask") is None
    scene.until("15:30")
    assert (last_of(scene.room, "law") is None) is (check is None)


def test_a_real_patron_is_not_held_up_by_it() -> None:
    scene = Stage(agreed())
    pat, ana = scene.patron("pat"), scene.staff("ana")
    scene.until("14:00")
    pat.says("Where is the map?")
    assert "first in line" in pat.was_told(phrases.RECEIVED).body or pat.told
    ana.was_told(phrases.OFFER)
