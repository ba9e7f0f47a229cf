"""Quantiles by the nearest rank: always a value that somebody really had, never one in between.

R. J. Hyndman, Y. Fan: Sample Quantiles in Statistical Packages, The American Statistician 50
(1996), 361-365, definition 1.
"""

from collections.abc import Mapping
from itertools import accumulate
from math import ceil
from typing import TypeVar

V = TypeVar("V", int, float)


def quantile(counts: Mapping[V, int], share: float) -> V | None:
    """The smallest value that ``share`` of all do not exceed; None when there are none.

    ``counts`` says how often there is each value.
    """
    values, number = sorted(counts), sum(counts.values())
    if not number:
        return None
    rank = max(1, ceil(share * number))
    so_far = accumulate(counts[value] for value in values)
    return next(value for value, reached in zip(values, so_far, strict=True) if reached >= rank)
