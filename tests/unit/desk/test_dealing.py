"""At opening: kept questions are dealt to those on duty, oldest first, one at a time each."""

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.calendar.hours import Hours, Span
from imref.desk.effects import Say
from imref.desk.model import Outcome, SessionState
from imref.desk.records import FollowUp, Promise

from .records import Records
from .scene import START, Librarian, PatronAt, Scene, agreement, desk, librarian

# START is a Monday at 13:46:40 in Greenwich; the desks open at 15:00 and close at 18:00.
AFTERNOON = Hours(UTC, ((Span(15 * 60, 18 * 60),),) * 7)
TO_OPENING = 73 * 60 + 30.0


def agreed(limit: int = 2) -> Agreement:
    desks = (desk("ask", ("ana", "ben"), ("cleo",)), desk("law", ("cleo",)))
    desks = tuple(replace(each, hours=AFTERNOON) for each in desks)
    return agreement(*desks, staff=[librarian(name, limit) for name in ("ana", "ben", "cleo")])


def night(patrons: int, limit: int = 2) -> tuple[Scene, list[PatronAt]]:
    """A night in which so many patrons have asked something."""
    scene = Scene(agreed(limit), on_duty=())
    people = [scene.patron(f"pat{number}") for number in range(1, patrons + 1)]
    for number, pat in enumerate(people, 1):
        pat.says(f"Question {number}?")
    return scene, people


def told_in(scene: Scene, who: Librarian | PatronAt) -> list[str]:
    return [say.body for say in scene.of_kind(Say) if say.recipient == who.address]


def opens(scene: Scene, *on_duty: str) -> None:
    """The staff come, and the desk opens some minutes later."""
    for name in on_duty:
        scene.staff(name).shows("available")
    scene.passes(TO_OPENING)


def promises(scene: Scene) -> list[FollowUp]:
    return [each for each in scene.room.followups.values() if each.state is Promise.OPEN]


# Dealing.


def test_at_opening_the_oldest_questions_go_to_the_shift_one_each() -> None:
    scene, people = night(5)
    opens(scene, "ana", "ben")
    dealt = [(pat.session.reserved, pat.session.number) for pat in people if pat.session.reserved]
    assert sorted(dealt) == [("ana", 1), ("ben", 2)]
    ana = scene.staff("ana")
    assert "Question 1?" in ana.was_told(phrases.DEALT).body
    words = people[0].was_told(phrases.DEALT_LOOKED_AT).body
    assert "Ana is here" in words
    assert "Question 1?" in words
    people[2].was_told_nothing()


def test_nothing_is_dealt_before_the_desk_opens() -> None:
    scene, people = night(2)
    scene.staff("ana").shows("available")
    scene.passes(3600)
    scene.staff("ana").was_told_nothing()
    assert not any(pat.session.reserved for pat in people)


def test_nothing_is_dealt_to_nobody_and_whoever_comes_is_dealt_the_oldest() -> None:
    scene, people = night(2)
    scene.passes(TO_OPENING + 600)
    assert not any(pat.session.reserved for pat in people)
    scene.staff("ben").shows("available")
    scene.passes(1)
    assert "Question 1?" in scene.staff("ben").was_told(phrases.DEALT).body


def test_the_next_tier_is_left_alone_while_the_first_is_there() -> None:
    scene, people = night(3)
    opens(scene, "ana", "cleo")
    assert scene.staff("cleo").told == []
    assert people[0].session.reserved == "ana"


def test_it_goes_to_the_next_tier_when_all_of_the_first_have_declined() -> None:
    scene, people = night(1)
    opens(scene, "ana", "cleo")
    scene.staff("ana").commands("!decline", window=people[0].alias)
    scene.passes(2)
    assert people[0].session.reserved == "cleo"


def test_a_decline_hands_it_to_the_next() -> None:
    scene, people = night(1)
    opens(scene, "ana", "ben")
    [first] = [name for name in ("ana", "ben") if people[0].session.reserved == name]
    other = "ben" if first == "ana" else "ana"
    scene.staff(first).commands("!decline", window=people[0].alias)
    scene.staff(first).was_told(phrases.DECLINED)
    scene.passes(2)
    assert people[0].session.reserved == other
    assert other.capitalize() in people[0].was_told(phrases.DEALT_LOOKED_AT).body


def test_nobody_is_dealt_more_than_their_limit() -> None:
    scene, people = night(3, limit=1)
    opens(scene, "ana")
    scene.staff("ana").replies("Yes.", to=people[0])
    scene.passes(300)
    assert people[1].session.reserved == ""
    scene.staff("ana").commands("!close", window=people[0].alias)
    scene.passes(2)
    assert people[1].session.reserved == "ana"


def test_the_next_comes_after_an_answer_and_not_before_a_minute() -> None:
    scene, people = night(3)
    opens(scene, "ana")
    scene.staff("ana").replies("Yes.", to=people[0])
    scene.passes(30)
    assert people[1].session.reserved == ""
    scene.passes(40)
    assert people[1].session.reserved == "ana"


def test_nothing_more_comes_while_the_last_one_is_unanswered() -> None:
    scene, people = night(3)
    first = people[0].session.number
    opens(scene, "ana")
    scene.passes(3600)
    assert [each.session for each in promises(scene)] == [first]
    assert people[1].session.state is SessionState.HELD
    assert people[1].session.reserved == ""


def test_one_who_is_not_on_duty_is_dealt_nothing() -> None:
    scene, people = night(1)
    scene.staff("ana").shows("available")
    scene.staff("ana").commands("!off")
    scene.passes(TO_OPENING + 60)
    assert people[0].session.reserved == ""


def test_what_was_dealt_to_somebody_who_leaves_goes_to_the_next() -> None:
    scene, people = night(1)
    opens(scene, "ana")
    assert people[0].session.reserved == "ana"
    scene.staff("ana").shows("unavailable")
    scene.staff("ben").shows("available")
    scene.passes(1)
    assert people[0].session.reserved == "ben"


# The patron is there.


def receipt(scene: Scene, pat: PatronAt) -> None:
    pat.receives(pat.was_told(phrases.DEALT_LOOKED_AT).id)


@pytest.mark.parametrize("sign", ["receipt", "typing", "words"])
def test_a_sign_of_life_makes_it_a_session(sign: str) -> None:
    scene, people = night(1)
    pat, ana = people[0], scene.staff("ana")
    opens(scene, "ana")
    if sign == "receipt":
        receipt(scene, pat)
    elif sign == "typing":
        pat.types("composing")
    else:
        pat.says("Yes, I am here!")
        ana.was_told("Yes, I am here!")
    ana.was_told(phrases.DEALT_THERE)
    assert pat.session.state is SessionState.WAITING
    ana.replies("In the map room.", to=pat)
    pat.was_told("In the map room.")
    assert pat.owner == "ana"
    assert promises(scene) == []


def test_one_who_has_left_the_window_is_not_there() -> None:
    scene, people = night(1)
    opens(scene, "ana")
    people[0].types("gone")
    assert people[0].session.state is SessionState.HELD


def test_an_answer_needs_no_sign_of_life() -> None:
    scene, people = night(1)
    opens(scene, "ana")
    scene.staff("ana").replies("In the map room.", to=people[0])
    people[0].was_told(phrases.JOINED)
    people[0].was_told("In the map room.")


def test_a_session_that_is_not_answered_is_everybodys() -> None:
    scene, people = night(1)
    opens(scene, "ana", "ben")
    pat = people[0]
    first = pat.session.reserved
    other = "ben" if first == "ana" else "ana"
    receipt(scene, pat)
    scene.passes(25)
    scene.staff(other).was_told(phrases.OFFER)


def test_a_colleague_does_not_answer_it_by_mistake() -> None:
    scene, people = night(1)
    opens(scene, "ana")
    scene.staff("ben").shows("available")
    scene.staff("ben").replies("I know!", to=people[0])
    scene.staff("ben").was_told(phrases.NOT_RELAYED_PASSED)
    scene.staff("ben").commands("!take", window=people[0].alias)
    assert people[0].owner == "ben"
    scene.staff("ana").was_told(phrases.TAKEN_BY)


# The patron is not there.


def test_without_a_sign_of_life_it_is_a_promise_until_closing_time() -> None:
    scene, people = night(1)
    pat = people[0]
    opens(scene, "ana")
    scene.passes(35)
    [promise] = promises(scene)
    assert (promise.owner, promise.session) == ("ana", pat.session.number)
    assert promise.due == AFTERNOON.closes(scene.now)
    told = pat.was_told(phrases.DEALT_PROMISE).body
    assert "Ana will write" in told
    assert "today at 18:00" in told
    scene.staff("ana").was_told(phrases.DEALT_ABSENT)
    assert pat.session.outcome == Outcome.FOLLOW_UP
    assert pat.session.owner == "ana"


def test_a_promise_that_was_dealt_can_be_declined() -> None:
    scene, people = night(1)
    pat = people[0]
    opens(scene, "ana", "ben")
    first = pat.session.reserved
    other = "ben" if first == "ana" else "ana"
    scene.passes(35)
    scene.staff(first).commands("!decline", window=pat.alias)
    scene.staff(first).was_told(phrases.DECLINED)
    assert promises(scene) == []
    scene.passes(2)
    assert pat.session.reserved == other
    scene.passes(35)
    assert [each.owner for each in promises(scene)] == [other]


def test_what_was_dealt_before_a_restart_is_dealt_again() -> None:
    records = Records()
    scene = Scene(agreed(), on_duty=())
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    records.keep(scene.effects)
    scene.staff("ana").shows("available")
    records.keep(scene.effects)
    records.keep(scene.passes(TO_OPENING))
    assert pat.session.reserved == "ana"

    again = Scene(scene.agreed, on_duty=(), ledger=records.ledger())
    again.now = scene.now
    again.staff("ben").shows("available")
    again.passes(5)
    assert again.patron("pat").session.reserved == "ben"


# What they are told meanwhile.


def test_whom_they_were_told_of_is_named_when_nothing_comes() -> None:
    scene, (pat,) = night(1)
    opens(scene, "ana", "ben")
    pat.types("active")
    scene.passes(44)
    pat.was_not_told(phrases.STILL_LOOKING)
    scene.passes(30)
    assert "Ana could not come to your question" in pat.was_told(phrases.STILL_DEALT).body
    pat.was_not_told(phrases.STILL_LOOKING)
    scene.passes(100)
    pat.was_told(phrases.STILL_LOOKING)


def test_the_age_is_the_patrons_wait_also_after_an_answer() -> None:
    scene = Scene(agreed(), on_duty=(), now=START + TO_OPENING)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    ana.shows("available")
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    scene.passes(30)
    pat.says("The one of 1923")
    ana.shows("unavailable")
    scene.passes(3600)
    scene.staff("ben").shows("available")
    scene.passes(0)
    assert "kept for 1 h" in scene.staff("ben").was_told(phrases.DEALT).body


# What was promised in the morning holds nobody's day back for long.

A_DAY = 86_400.0
CLOSING = 3 * 3600.0


def absent_patron_is_promised(scene: Scene) -> FollowUp:
    """The patron gives no sign of life, so what was dealt is a promise."""
    scene.passes(35)
    [promise] = promises(scene)
    return promise


def test_the_next_comes_once_a_promise_is_answered() -> None:
    scene, people = night(2)
    opens(scene, "ana")
    absent_patron_is_promised(scene)
    scene.staff("ana").replies("In the map room.", to=people[0])
    scene.passes(60)
    assert people[1].session.reserved == "ana"


def test_the_next_comes_once_a_promise_is_moved() -> None:
    scene, people = night(2)
    opens(scene, "ana")
    absent_patron_is_promised(scene)
    scene.staff("ana").commands("!postpone tomorrow 17:00", window=people[0].alias)
    scene.passes(60)
    assert people[1].session.reserved == "ana"


def test_what_was_not_done_yesterday_does_not_hold_back_today() -> None:
    scene, people = night(2)
    opens(scene, "ana")
    promise = absent_patron_is_promised(scene)
    scene.passes(CLOSING)
    assert people[1].session.state is SessionState.HELD
    scene.passes(A_DAY - CLOSING)
    assert promise.state is Promise.OPEN
    assert [each.session for each in promises(scene)] == [each.session.number for each in people]


def test_a_shift_takes_turns_from_morning_to_morning() -> None:
    scene, (pat,) = night(1)
    opens(scene, "ana", "ben")
    assert pat.session.reserved == "ana"
    scene.staff("ana").replies("In the map room.", to=pat)
    scene.staff("ana").commands("!close", window=pat.alias)
    scene.passes(CLOSING + 3600)
    quinn = scene.patron("quinn")
    quinn.says("Where is the atlas?")
    scene.passes(A_DAY - CLOSING - 3600)
    assert quinn.session.reserved == "ben"


def test_who_still_owes_an_answer_comes_after_who_owes_none() -> None:
    scene, people = night(2)
    opens(scene, "ana", "ben")
    scene.passes(35)
    owner = {promise.session: promise.owner for promise in promises(scene)}
    assert owner == {people[0].session.number: "ana", people[1].session.number: "ben"}
    scene.staff("ben").replies("In the map room.", to=people[1])
    scene.staff("ben").commands("!done", window=people[1].alias)
    scene.passes(CLOSING)
    quinn = scene.patron("quinn")
    quinn.says("Where is the atlas?")
    scene.passes(A_DAY - CLOSING - 30)
    assert quinn.session.reserved == "ben"


@given(
    each_day=st.lists(st.sampled_from(["answers", "moves", "does", "nothing"]), min_size=6),
    patrons=st.integers(2, 6),
)
def test_whatever_is_left_undone_something_is_dealt_every_day(
    each_day: list[str], patrons: int
) -> None:
    scene, people = night(patrons, limit=1)
    asked = {pat.session.number: pat for pat in people}
    opens(scene, "ana")
    kept = patrons
    for does in each_day:
        if kept:
            scene.passes(35)
            before, kept = kept, len(scene.room.kept["ask"])
            assert kept == before - 1
            latest = max(promises(scene), key=lambda each: each.made)
            act(scene.staff("ana"), does, asked[latest.session])
            scene.passes(CLOSING)
            before, kept = kept, len(scene.room.kept["ask"])
            assert kept == before if does == "nothing" else kept == max(0, before - 1)
            scene.passes(A_DAY - CLOSING - 35)


def act(ana: Librarian, does: str, pat: PatronAt) -> None:
    """What a librarian does about a promise on the day on which it was dealt."""
    match does:
        case "answers":
            ana.replies("In the map room.", to=pat)
        case "moves":
            ana.commands("!postpone in 20 days", window=pat.alias)
        case "does":
            ana.replies("In the map room.", to=pat)
            ana.commands("!done", window=pat.alias)
