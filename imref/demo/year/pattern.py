"""When people ask, and how long things take, in the made-up year: the shape is the field's own.

A morning and an afternoon peak, a second peak at night when most libraries are closed, a term that
comes and goes. Lengths are seconds.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from random import Random
from typing import Final

HOUR: Final = 3600.0

WEEKDAY: Final = (
    0.35, 0.25, 0.2, 0.1, 0.05, 0.05, 0.1, 0.3, 0.8, 1.6, 2.2, 2.2,
    1.7, 1.8, 2.3, 2.2, 1.9, 1.5, 1.2, 1.2, 1.4, 1.5, 1.2, 0.8,
)  # fmt: skip
SATURDAY: Final = (
    0.4, 0.3, 0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.2, 0.4, 0.7, 0.9,
    0.8, 0.9, 1.0, 0.9, 0.8, 0.6, 0.5, 0.4, 0.4, 0.4, 0.4, 0.3,
)  # fmt: skip
SUNDAY: Final = (
    0.3, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6,
    0.7, 0.8, 0.9, 1.0, 1.1, 1.1, 1.2, 1.5, 1.8, 1.8, 1.4, 0.9,
)  # fmt: skip
WEEK: Final = (*(WEEKDAY,) * 5, SATURDAY, SUNDAY)
"""How much is asked in each hour, Monday first; only proportions count."""

TERM: Final = (
    0.7, 1.0, 1.2, 1.3, 1.4, 1.4, 1.2, 0.9, 0.8, 0.8, 0.9, 1.0, 0.8,
    0.7, 0.9, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.2, 1.2, 1.2, 1.2, 1.3,
    1.3, 1.2, 1.0, 0.7, 0.6, 0.5, 0.5, 0.5, 0.6, 0.6, 0.6, 0.7, 0.8,
    0.9, 1.1, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 1.3, 1.2, 1.1, 0.6, 0.3, 0.4,
)  # fmt: skip
"""How busy each week of the year is, by its ISO number."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long people take: medians and means in seconds."""

    patience: float = 300.0
    reaction: float = 24.0
    work: float = 540.0


LENGTHS: Final = Lengths()


def arrivals(chance: Random, start: float, end: float, a_week: float, zone: tzinfo) -> list[float]:
    """When questions are asked from ``start`` to ``end``: ``a_week`` in a usual week."""
    total = sum(map(sum, WEEK))
    found: list[float] = []
    for hour, weight in _hours(start, end, zone):
        count = _poisson(chance, a_week * weight / total)
        found += [hour + chance.random() * HOUR for _ in range(count)]
    return sorted(at for at in found if at < end)


def _hours(start: float, end: float, zone: tzinfo) -> Iterator[tuple[float, float]]:
    at = start
    while at < end:
        there = datetime.fromtimestamp(at, zone)
        week = there.isocalendar().week
        yield at, WEEK[there.weekday()][there.hour] * TERM[week - 1]
        at += HOUR


def _poisson(chance: Random, mean: float) -> int:
    """A number of events (Knuth's product of uniforms; the means here are small)."""
    limit, count, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        count += 1
        product *= chance.random()
    return count


def lognormal(chance: Random, median: float, spread: float) -> float:
    """A length whose logarithm is normal: most near the median, some much longer."""
    return chance.lognormvariate(math.log(median), spread)


def days(start: float, end: float, zone: tzinfo) -> Iterator[datetime]:
    """Each midnight from the day of ``start`` to the one before ``end``."""
    day = datetime.fromtimestamp(start, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    while day.timestamp() < end:
        yield day
        day += timedelta(days=1)
