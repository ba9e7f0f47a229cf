"""What a simulated desk shows of itself, by batches of time, and whether that agrees with theory.

The values of one batch are correlated among each other, those of different batches hardly, if
batches are long: so the spread of batch means over several runs gives an honest interval (Law,
"Simulation Modeling and Analysis", chapter 9).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, stdev

from imref.simulate.engine import simulate
from imref.simulate.model import FATES, Result

from .desk import SERVICE, Setting, run_of
from .theory import Steady, erlang_a, erlang_c

BATCHES = 5
"""Batches of one run that count; one more before them, in which the desk fills, does not."""

LOST = FATES.index("lost")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with the half width of its confidence interval."""

    mean: float
    half: float

    def holds(self, value: float) -> bool:
        """Whether a value is in the interval."""
        return abs(value - self.mean) <= self.half


@dataclass(frozen=True, slots=True)
class Measured:
    """Wait of all who came in service times, share of those who left, utilisation."""

    wait: Estimate
    left: Estimate
    busy: Estimate


def expected(setting: Setting) -> Steady:
    """What theory says of a setting, the wait in service times."""
    arrivals = setting.arrivals * SERVICE
    if not setting.patience:
        return erlang_c(arrivals, 1.0, setting.servers)
    return erlang_a(arrivals, 1.0, 1.0 / setting.patience, setting.servers)


def measure(
    setting: Setting, questions: int, seeds: Sequence[int], confidence: float = 0.95
) -> Measured:
    """Run a setting once for each seed, and estimate from all batches together."""
    batches: list[Steady] = []
    for seed in seeds:
        run = run_of(setting, questions, seed)
        batches += _batches(simulate(run), setting, run.until)
    return Measured(
        estimate([batch.wait for batch in batches], confidence),
        estimate([batch.left for batch in batches], confidence),
        estimate([batch.busy for batch in batches], confidence),
    )


def agrees(measured: Measured, theory: Steady) -> bool:
    """Whether all that theory says lies in the intervals. (Without patience nobody leaves.)"""
    return (
        measured.wait.holds(theory.wait)
        and measured.left.holds(theory.left)
        and measured.busy.holds(theory.busy)
    )


def estimate(values: Sequence[float], confidence: float) -> Estimate:
    """The mean of independent values, with Student's interval."""
    quantile = student(0.5 + confidence / 2, len(values) - 1)
    return Estimate(fmean(values), quantile * stdev(values) / sqrt(len(values)))


def student(probability: float, freedom: int) -> float:
    """A quantile of Student's t (Abramowitz and Stegun, 26.7.5: right to 0.1 % from 20 up)."""
    z = NormalDist().inv_cdf(probability)
    first = (z**3 + z) / (4 * freedom)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    return z + first + second + third


def _batches(result: Result, setting: Setting, until: float) -> list[Steady]:
    """A value of each for every stretch of the run but the first."""
    length = until / (BATCHES + 1)
    came, left = [0] * (BATCHES + 1), [0] * (BATCHES + 1)
    waited, worked = [0.0] * (BATCHES + 1), [0.0] * (BATCHES + 1)
    questions = result.questions
    columns = (questions.asked, questions.answered, questions.ended, questions.fate)
    for asked, answered, ended, fate in zip(*columns, strict=True):
        batch = int(asked / length)
        came[batch] += 1
        left[batch] += fate == LOST
        waited[batch] += (answered or ended or until) - asked
        if answered:
            _spread(worked, answered, ended or until, length)
    capacity = setting.servers * length
    return [
        Steady(waited[n] / came[n] / SERVICE, left[n] / came[n], worked[n] / capacity)
        for n in range(1, BATCHES + 1)
    ]


def _spread(worked: list[float], start: float, end: float, length: float) -> None:
    """Add a stretch of work to the batches that it lies in."""
    for batch in range(int(start / length), min(int(end / length), BATCHES) + 1):
        worked[batch] += min(end, (batch + 1) * length) - max(start, batch * length)
