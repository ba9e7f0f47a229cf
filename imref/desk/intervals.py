"""Stretches of time in Unix seconds, and how they join, meet and are taken from each other."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A stretch of time in Unix seconds; ``end`` is the first moment that is no longer in it."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Real seconds."""
        return self.end - self.start


def common(one: Interval, other: Interval) -> Interval | None:
    """The time that two intervals share, or None."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Interval(start, end) if start < end else None


def joined(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time as intervals in order, apart from each other."""
    found: list[Interval] = []
    for each in sorted(intervals):
        if found and each.start <= found[-1].end:
            found[-1] = Interval(found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return tuple(found)


def without(intervals: Iterable[Interval], away: Iterable[Interval]) -> tuple[Interval, ...]:
    """What is left of intervals when others are taken away."""
    left = tuple(intervals)
    for gone in away:
        pieces = []
        for each in left:
            pieces.append(Interval(each.start, min(each.end, gone.start)))
            pieces.append(Interval(max(each.start, gone.end), each.end))
        left = tuple(each for each in pieces if each.start < each.end)
    return left
