"""Quantiles by the nearest rank: always a value that somebody really had, never one in between.

R. J. Hyndman, Y. Fan: Sample Quantiles in Statistical Packages, The American Statistician 50
(1996), 361-365, definition 1.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import ceil


def begun_seconds(lengths: Iterable[float]) -> Counter[int]:
    """How often each length was, in begun seconds: 19.2 s is 20 s, and still "within 20 s".

    A clock that was set back may have made a length negative; that is 0.
    """
    counts = Counter(map(ceil, lengths))
    for seconds in [each for each in counts if each < 0]:
        counts[0] += counts.pop(seconds)
    return counts


def quantile(counts: Mapping[int, int], share: float) -> int | None:
    """The smallest value that ``share`` of all do not exceed; None when there are none.

    ``counts`` says how often there is each value.
    """
    values, number = sorted(counts), sum(counts.values())
    if not number:
        return None
    rank = max(1, ceil(share * number))
    so_far = accumulate(counts[value] for value in values)
    return next(value for value, reached in zip(values, so_far, strict=True) if reached >= rank)


def reached(counts: Mapping[int, int], limit: float) -> int:
    """How many values do not exceed the limit."""
    return sum(number for value, number in counts.items() if value <= limit)
