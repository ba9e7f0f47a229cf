"""How long people wait, counting also those who left before we could know (Kaplan-Meier).

Leaving those out would say that who stayed was served quickly; counting them as served would say
worse. Each is counted among the waiting for as long as they were seen to wait, and then no more.

E. L. Kaplan, P. Meier: Nonparametric Estimation from Incomplete Observations, Journal of the
American Statistical Association 53 (1958), 457-481. The variance is Greenwood's, the bounds are
those of the log-minus-log transformation (J. D. Kalbfleisch, R. L. Prentice: The Statistical
Analysis of Failure Time Data, 2nd ed. 2002, section 1.4), which stay between 0 and 1.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

from imref.report.model import Point

CONFIDENCE = 1.959963984540054
"""How many standard errors hold 95 % of a normal distribution, to both sides."""

MOST_STEPS = 1000
"""Steps that are shown as they are; of more, only those at the moments of `LOOKS`."""

LOOKS = (
    *range(5, 120, 5),
    *range(120, 600, 30),
    *range(600, 3600, 300),
    *range(3600, 86_400, 1800),
    *range(86_400, 8 * 86_400, 21_600),
)
"""Seconds at which a curve of many steps is looked at."""


def kaplan_meier(answered: Mapping[int, int], gone: Mapping[int, int]) -> tuple[Point, ...]:
    """The curve of those who still wait: one step for each moment at which anybody was answered.

    How many were ``answered`` after so many seconds, and how many were ``gone``: seen to wait no
    more, without an answer. Who is gone at the very moment of an answer was still waiting just
    before it, as is usual.
    """
    steps: list[Point] = []
    waiting = sum(answered.values()) + sum(gone.values())
    share, spread = 1.0, 0.0
    for seconds in sorted(answered.keys() | gone.keys()):
        number = answered.get(seconds, 0)
        if number:
            share *= 1 - number / waiting
            if number < waiting:
                spread += number / (waiting * (waiting - number))
            steps.append(Point(seconds, share, *_bounds(share, spread), waiting))
        waiting -= number + gone.get(seconds, 0)
    return tuple(steps)


def _bounds(share: float, spread: float) -> tuple[float, float]:
    """Where the true share lies with 95 % confidence; ``spread`` is Greenwood's sum."""
    if not 0 < share < 1:
        return share, share
    reach = CONFIDENCE * sqrt(spread) / log(share)
    low, high = share ** exp(-reach), share ** exp(reach)
    return low, high


def half_answered(curve: Sequence[Point]) -> float | None:
    """The seconds after which no more than half still wait; None when it does not come to that."""
    return next((point.seconds for point in curve if point.share <= 0.5), None)


def thinned(curve: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same curve with few steps: the last one before each of the `LOOKS`, and the very last."""
    if len(curve) <= MOST_STEPS:
        return curve
    moments = [point.seconds for point in curve]
    places = {bisect_right(moments, look) - 1 for look in LOOKS} | {len(curve) - 1}
    return tuple(curve[place] for place in sorted(places) if place >= 0)


def share_waiting(curve: Sequence[Point], seconds: float) -> float:
    """Which share still waits after so many seconds, 0 to 1."""
    share = 1.0
    for point in curve:
        if point.seconds > seconds:
            break
        share = point.share
    return share
