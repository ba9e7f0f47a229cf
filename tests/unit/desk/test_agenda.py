"""The agenda: each occasion once, in order of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.desk.agenda import Agenda, Occasion
from imref.desk.occasions import RULES, when_due


def drained(agenda: Agenda, now: float = 1e9) -> list[Occasion]:
    taken = []
    while (occasion := agenda.take_due(now)) is not None:
        taken.append(occasion)
    return taken


def test_what_is_due_comes_in_order_of_time() -> None:
    agenda = Agenda()
    agenda.enter(30, "closing", "ask")
    agenda.enter(10, "opening", "ask")
    agenda.enter(20, "opening", "law")
    assert agenda.next_due() == 10
    assert agenda.take_due(9) is None
    assert drained(agenda, 20) == [("opening", "ask"), ("opening", "law")]
    assert agenda.next_due() == 30


def test_an_occasion_has_one_time_the_last_it_was_entered_for() -> None:
    agenda = Agenda()
    agenda.enter(10, "back", "ana")
    agenda.enter(50, "back", "ana")
    assert agenda.when("back", "ana") == 50
    assert agenda.take_due(49) is None
    agenda.enter(20, "back", "ana")
    assert drained(agenda) == [("back", "ana")]


def test_what_is_struck_out_does_not_come() -> None:
    agenda = Agenda()
    agenda.enter(10, "back", "ana")
    agenda.strike("back", "ana")
    agenda.strike("back", "ben")
    assert (agenda.next_due(), agenda.when("back", "ana"), drained(agenda)) == (None, None, [])


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from("abcd"), st.booleans())))
def test_it_is_a_dictionary_of_times(steps: list[tuple[int, str, bool]]) -> None:
    agenda, times = Agenda(), dict[str, float]()
    for when, key, entered in steps:
        if entered:
            agenda.enter(when, "x", key)
            times[key] = when
        else:
            agenda.strike("x", key)
            times.pop(key, None)
        assert agenda.next_due() == min(times.values(), default=None)
    assert [key for _, key in drained(agenda)] == sorted(times, key=lambda key: (times[key], key))


def test_an_agenda_entered_over_and_over_does_not_grow() -> None:
    agenda = Agenda()
    for moment in range(10_000):
        agenda.enter(1_000_000 - moment, "x", "a")
    assert len(agenda._heap) < 100
    assert drained(agenda, 990_000) == []
    assert agenda.next_due() == 990_001


def test_two_rules_for_one_occasion_are_a_mistake() -> None:
    what = "only in this test"
    when_due(what)(print)
    with pytest.raises(ValueError, match="two rules"):
        when_due(what)(print)
    del RULES[what]
