"""Stretches of time in Unix seconds, and how they join, meet and are taken from each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf


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
    """What is left of intervals, in their order, when others are taken away.

    Quick when the intervals are in order themselves: each of the others is then looked at once.
    """
    gone = joined(away)
    left: list[Interval] = []
    place, last = 0, -inf
    for each in intervals:
        place, last = (place if each.start >= last else 0), each.start
        while place < len(gone) and gone[place].end <= each.start:
            place += 1
        start, here = each.start, place
        while here < len(gone) and gone[here].start < each.end:
            if start < gone[here].start:
                left.append(Interval(start, gone[here].start))
            start, here = gone[here].end, here + 1
        if start < each.end:
            left.append(Interval(start, each.end))
    return tuple(left)


def shared(ones: Sequence[Interval], others: Sequence[Interval]) -> tuple[Interval, ...]:
    """The time that is in both; each of them is in order and apart, and so is what comes out."""
    found: list[Interval] = []
    one = other = 0
    while one < len(ones) and other < len(others):
        part = common(ones[one], others[other])
        if part is not None:
            found.append(part)
        if ones[one].end < others[other].end:
            one += 1
        else:
            other += 1
    return tuple(found)
