"""Lengths are fitted honestly: patience with those who were answered before they could leave."""

from random import Random
from statistics import fmean, median

import pytest

from imref.simulate.lengths import Exponential, Lognormal, fitted_patience, fitted_work


def test_patience_is_not_underestimated_because_the_patient_are_answered() -> None:
    chance = Random(3)
    left, stayed = [], []
    for _ in range(4000):
        patience, answer = chance.expovariate(1 / 300), chance.expovariate(1 / 60)
        (left if patience < answer else stayed).append(min(patience, answer))
    fitted = fitted_patience(left, stayed)
    assert fitted is not None
    assert fitted.mean == pytest.approx(300, rel=0.1)
    assert fmean(left) < 60  # what those who left would tell alone


def test_too_few_who_left_say_nothing() -> None:
    assert fitted_patience([10.0] * 4, [20.0] * 100) is None
    assert fitted_work([60.0] * 4) is None


def test_work_comes_back_from_what_was_drawn() -> None:
    chance, drawn = Random(4), Lognormal(480, 0.7)
    fitted = fitted_work([drawn.draw(chance) for _ in range(4000)])
    assert fitted is not None
    assert fitted.median == pytest.approx(480, rel=0.05)
    assert fitted.spread == pytest.approx(0.7, rel=0.05)


@pytest.mark.parametrize("length", [Exponential(100), Lognormal(100, 0.8)])
def test_what_is_longer_is_drawn_like_those_that_are(length: Exponential | Lognormal) -> None:
    chance = Random(5)
    longer = [each for _ in range(20_000) if (each := length.draw(chance)) > 150]
    beyond = [length.beyond(chance, 150) for _ in range(len(longer))]
    assert min(beyond) >= 150
    assert median(beyond) == pytest.approx(median(longer), rel=0.05)
