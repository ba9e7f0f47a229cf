"""How long people wait and work: distributions with a name, fitted to what was seen.

Patience is seen only of those who leave. Who was answered would have waited longer, we do not know
for how long, and who would have left first was answered more seldom: so the mean of those who left
says too little. For an exponential length the estimate that counts both in is the time that all
have waited by the number of those who left (maximum likelihood under censoring; J. F. Lawless,
Statistical Models and Methods for Lifetime Data, 2nd ed. 2003, section 4.1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from random import Random
from statistics import NormalDist, fmean, median, pstdev
from typing import Final, Protocol

ENOUGH: Final = 5
"""Observations below which nothing is fitted, and a stated length is taken instead."""

USUAL_PATIENCE: Final = 240.0
"""Seconds; requests are given up after 4 minutes in the field."""

USUAL_WORK: Final = 600.0
"""Seconds that a session takes a librarian where none has been seen."""

_NORMAL: Final = NormalDist()


class Length(Protocol):
    """A length of time that differs from one to the next, in seconds."""

    def draw(self, chance: Random) -> float:
        """One length."""

    def beyond(self, chance: Random, seconds: float) -> float:
        """One length of those that are longer than ``seconds``."""

    def told(self) -> str:
        """What it is, as people say it."""


@dataclass(frozen=True, slots=True)
class Exponential:
    """Memoryless: who has waited for a minute waits on as if they had just come."""

    mean: float

    def draw(self, chance: Random) -> float:
        """One length."""
        return chance.expovariate(1.0 / self.mean)

    def beyond(self, chance: Random, seconds: float) -> float:
        """One length of those that are longer."""
        return seconds + self.draw(chance)

    def told(self) -> str:
        """What it is, as people say it."""
        return f"exponential, {spoken(self.mean)} on average"


@dataclass(frozen=True, slots=True)
class Lognormal:
    """Most lengths lie near the ``median``, some are much longer; ``spread`` is that of the log."""

    median: float
    spread: float

    def draw(self, chance: Random) -> float:
        """One length."""
        return chance.lognormvariate(log(self.median), self.spread)

    def beyond(self, chance: Random, seconds: float) -> float:
        """One length of those that are longer."""
        if seconds <= 0.0 or self.spread <= 0.0:
            return max(seconds, self.draw(chance))
        below = _NORMAL.cdf((log(seconds) - log(self.median)) / self.spread)
        part = below + (1.0 - below) * chance.random()
        return max(seconds, self._at(min(max(part, 1e-12), 1.0 - 1e-12)))

    def told(self) -> str:
        """What it is, as people say it."""
        mean = self.median * exp(self.spread**2 / 2)
        return f"lognormal, half take up to {spoken(self.median)}, {spoken(mean)} on average"

    def _at(self, part: float) -> float:
        return exp(log(self.median) + self.spread * _NORMAL.inv_cdf(part))


def fitted_patience(left: Sequence[float], stayed: Sequence[float]) -> Exponential | None:
    """Patience, from how long those waited who left and those who were answered (seconds).

    None when too few have left to say.
    """
    if len(left) < ENOUGH:
        return None
    return Exponential(max(1.0, (sum(left) + sum(stayed)) / len(left)))


def fitted_work(lengths: Sequence[float]) -> Lognormal | None:
    """How long a session takes, from lengths that were seen; None when there are too few."""
    positive = [each for each in lengths if each > 0.0]
    if len(positive) < ENOUGH:
        return None
    logs = [log(each) for each in positive]
    return Lognormal(exp(fmean(logs)), pstdev(logs))


def spoken(seconds: float) -> str:
    """A length as people say it: ``45 s``, ``4 min``, ``4.5 min``, ``2.3 h``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.1f}".removesuffix(".0") + " min"
    return f"{seconds / 3600:.1f}".removesuffix(".0") + " h"


def middle(lengths: Sequence[float]) -> float:
    """The median, 0 of nothing."""
    return median(lengths) if lengths else 0.0
