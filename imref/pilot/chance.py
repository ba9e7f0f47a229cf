"""How far a figure may be off by chance alone: intervals of 95 %, exact where numbers are small.

Each is made for one kind of figure. A share: the score interval of Wilson (1927), which Brown, Cai
and DasGupta (2001) recommend for small numbers. A count: the exact interval of Garwood (1936). A
median or another quantile: between two of the values themselves, by their ranks (Hahn and Meeker
1991, section 5.2), which assumes nothing of their distribution.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, inf, lgamma, log, sqrt

from imref.report.survival import CONFIDENCE

TAIL = 0.025
"""What may lie beyond either end of an interval."""

_STEPS = 200
"""Halvings at most; a double has settled long before."""


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``: where the true value lies, 95 times of 100."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within it, its ends included."""
        return self.low <= value <= self.high


def of_share(some: int, of: int) -> Span | None:
    """The interval of a share, in parts of 1; None of nothing."""
    if of == 0:
        return None
    share, spread = some / of, CONFIDENCE * CONFIDENCE / of
    centre = (share + spread / 2) / (1 + spread)
    half = CONFIDENCE / (1 + spread) * sqrt(share * (1 - share) / of + spread / (4 * of))
    low = 0.0 if some == 0 else centre - half
    high = 1.0 if some == of else centre + half
    return Span(low, high)


def of_count(count: int) -> Span:
    """The interval of the number that would come on average in such a time, if ``count`` came."""
    high = _where(lambda mean: _at_most(count, mean) < TAIL, 4.0 * count + 10.0)
    if count == 0:
        return Span(0.0, high)
    low = _where(lambda mean: 1.0 - _at_most(count - 1, mean) > TAIL, float(count))
    return Span(low, high)


def of_quantile(values: Sequence[float], part: float) -> Span | None:
    """The interval of a quantile (``part`` 0.5 is the median), by the ranks of its ends.

    An end that no rank can give (there are too few values) is open: 0, or infinity. None when both
    are.
    """
    ordered, count = sorted(values), len(values)
    below = 0
    while below < count and _fewer(below + 1, count, part) <= TAIL:
        below += 1
    above = count + 1
    while above > 1 and 1.0 - _fewer(above - 1, count, part) <= TAIL:
        above -= 1
    if below == 0 and above > count:
        return None
    return Span(ordered[below - 1] if below else 0.0, ordered[above - 1] if above <= count else inf)


def _fewer(rank: int, count: int, part: float) -> float:
    """How likely fewer than ``rank`` of ``count`` values lie at or below the quantile."""
    return sum(
        exp(_log_choose(count, below) + below * log(part) + (count - below) * log(1 - part))
        for below in range(rank)
    )


def _log_choose(count: int, some: int) -> float:
    return lgamma(count + 1) - lgamma(some + 1) - lgamma(count - some + 1)


def _at_most(count: int, mean: float) -> float:
    """How likely no more than ``count`` come where ``mean`` come on average (Poisson)."""
    if mean <= 0:
        return 1.0
    return sum(exp(each * log(mean) - mean - lgamma(each + 1)) for each in range(count + 1))


def _where(beyond: Callable[[float], bool], high: float) -> float:
    """The mean at which something begins to hold, between 0 and ``high``, by halving."""
    low = 0.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (low, middle) if beyond(middle) else (middle, high)
    return (low + high) / 2
