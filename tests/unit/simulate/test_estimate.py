"""Confidence intervals hold what they promise."""

from math import isinf
from random import Random

import pytest

from imref.simulate.compare import Line
from imref.simulate.estimate import Estimate, estimate, quantile
from imref.simulate.measures import MEASURES

LOST = next(each for each in MEASURES if each.key == "lost")


@pytest.mark.parametrize(("freedom", "value"), [(1, 12.706), (9, 2.262), (40, 2.021), (120, 1.980)])
def test_quantiles_are_those_of_the_printed_tables(freedom: int, value: float) -> None:
    assert quantile(freedom) == pytest.approx(value, abs=0.002)


def test_nineteen_of_twenty_intervals_hold_the_true_mean() -> None:
    chance = Random(6)
    held = 0
    for _ in range(2000):
        found = estimate([chance.gauss(10, 3) for _ in range(8)])
        held += found.low <= 10 <= found.high
    assert held / 2000 == pytest.approx(0.95, abs=0.015)


def test_of_one_value_nothing_is_sure() -> None:
    assert isinf(estimate([3.0]).high)


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (Estimate(-12, -16, -8), "fewer lost: 12 (8.0 to 16)"),
        (Estimate(2.5, 1, 4), "more lost: 2.5 (1.0 to 4.0)"),
        (Estimate(-12, -25, 1), "no difference that can be seen"),
    ],
)
def test_a_difference_is_said_plainly_and_only_if_it_can_be_seen(
    difference: Estimate, words: str
) -> None:
    assert Line(LOST, None, None, difference).words == words
