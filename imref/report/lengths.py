"""Lengths of time in begun seconds, and how many of them were within a limit."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil


def begun_seconds(lengths: Iterable[float]) -> Counter[int]:
    """How often each length was, in begun seconds: 19.2 s is 20 s, and still "within 20 s".

    A clock that was set back may have made a length negative; that is 0.
    """
    counts = Counter(map(ceil, lengths))
    for seconds in [each for each in counts if each < 0]:
        counts[0] += counts.pop(seconds)
    return counts


def reached(counts: Mapping[int, int], limit: float) -> int:
    """How many values do not exceed the limit."""
    return sum(number for value, number in counts.items() if value <= limit)
