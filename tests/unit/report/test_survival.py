"""The survival curve, against published values and against what can be counted by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.report.survival import (
    LOOKS,
    MOST_STEPS,
    half_answered,
    kaplan_meier,
    share_waiting,
    thinned,
)

REMISSIONS = Counter((6, 6, 6, 7, 10, 13, 16, 22, 23))
CENSORED = Counter((6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35))
"""Weeks in remission under 6-MP: E. J. Freireich et al., Blood 21 (1963), 699-716."""

PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
"""Their Kaplan-Meier estimate as textbooks have it (Collett; Kleinbaum and Klein, table 2.2)."""

BOUNDS_AT_23 = (0.188, 0.680)
"""The 95 % interval at 23 weeks with the log-minus-log transformation, as SAS and R print it."""


def test_a_published_curve() -> None:
    curve = kaplan_meier(REMISSIONS, CENSORED)
    assert {point.seconds: round(point.share, 3) for point in curve} == PUBLISHED
    assert [point.waiting for point in curve] == [21, 17, 15, 12, 11, 7, 6]
    assert half_answered(curve) == 23


def test_published_bounds() -> None:
    last = kaplan_meier(REMISSIONS, CENSORED)[-1]
    assert (round(last.low, 3), round(last.high, 3)) == BOUNDS_AT_23


def test_of_those_who_all_stay_it_is_simply_their_share() -> None:
    curve = kaplan_meier({10: 1, 20: 1, 30: 1, 40: 1}, {})
    assert [point.share for point in curve] == pytest.approx([0.75, 0.5, 0.25, 0])
    assert half_answered(curve) == 20


def test_who_left_is_neither_served_nor_left_out() -> None:
    curve = kaplan_meier({10: 1, 30: 1}, {20: 2})
    assert share_waiting(curve, 9) == 1
    assert share_waiting(curve, 10) == 0.75
    assert share_waiting(curve, 29) == 0.75
    assert share_waiting(curve, 30) == 0  # the only one who was still there was answered
    # Without those who left it would be a half after ten seconds.


def test_when_everybody_leaves_nobody_is_answered() -> None:
    assert kaplan_meier({}, {1: 1, 2: 2}) == ()
    assert half_answered(()) is None


times = st.lists(st.integers(0, 5000), max_size=300).map(Counter)


@given(times, times)
def test_a_curve_falls_from_one_to_nought_between_its_bounds(
    answered: Counter[int], gone: Counter[int]
) -> None:
    before = 1.0
    for point in kaplan_meier(answered, gone):
        assert -1e-12 <= point.share <= before
        assert point.low - 1e-12 <= point.share <= point.high + 1e-12
        before = point.share


@given(times, times)
def test_few_steps_say_the_same_at_every_look(answered: Counter[int], gone: Counter[int]) -> None:
    whole = kaplan_meier(answered, gone)
    few = thinned(whole)
    assert len(few) <= max(MOST_STEPS, len(LOOKS) + 1)
    for look in LOOKS:
        assert share_waiting(few, look) == share_waiting(whole, look)
