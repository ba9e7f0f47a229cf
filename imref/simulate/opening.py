"""Which hours of a week to open, so that most of what is asked is asked while the desk is open.

Hours are chosen as people can keep them: in spans of a least length, a few a day. Under these
limits the choice is exact: for each day the most that any number of hours can meet is worked out by
dynamic programming over its spans, and the hours of the week are then shared out among the days in
the same way. Taking the busiest hours one by one is not: it cannot pay for a poor hour between
two good ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import Final

HOURS_A_DAY: Final = 24

Grid = tuple[tuple[int, ...], ...]
"""Something for each hour of each day, Monday first: a count, or 1 for open and 0 for closed."""

_NEVER: Final = -(10**15)
"""The worth of what cannot be; it stays far below zero however much is added to it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What hours people can be asked to keep.

    ``hours`` a week in all; no span shorter than ``shortest`` hours, at most ``spans`` a day, none
    before the hour ``earliest`` or after ``latest``. A span never runs past midnight.
    """

    hours: int
    shortest: int = 2
    spans: int = 2
    earliest: int = 0
    latest: int = HOURS_A_DAY


def best_hours(worth: Sequence[Sequence[int]], limits: Limits) -> Grid:
    """The open hours (1) that are worth most together, within the limits.

    ``worth`` has a number of hours for each day, none negative. Of choices that are worth the same,
    one with the fewest hours is taken.
    """
    days = [_Day(each, limits) for each in worth]
    most = [0] * (limits.hours + 1)
    steps: list[list[int]] = []
    for day in days:
        most, taken = _shared_out(most, day.most)
        steps.append(taken)
    left = most.index(max(most))
    chosen: list[tuple[int, ...]] = []
    for day, taken in zip(reversed(days), reversed(steps), strict=True):
        chosen.append(day.hours(taken[left]))
        left -= taken[left]
    return tuple(reversed(chosen))


def _shared_out(before: list[int], day: list[int]) -> tuple[list[int], list[int]]:
    """The most that earlier days and this one are worth, by hours in all; and its part of them."""
    most, taken = [], []
    for hours in range(len(before)):
        worth = [before[hours - own] + day[own] for own in range(min(hours, len(day) - 1) + 1)]
        best = max(worth)
        most.append(best)
        taken.append(worth.index(best))
    return most, taken


class _Day:
    """One day: the most that each number of open hours can be worth, and which hours those are.

    ``_table[spans][hour]`` has, by the number of hours that may still be opened, the most that the
    rest of the day from ``hour`` on is worth with that many spans at most, used up exactly.
    """

    def __init__(self, worth: Sequence[int], limits: Limits) -> None:
        self._length = len(worth)
        self._shortest = max(1, limits.shortest)
        self._sums = list(accumulate(worth, initial=0))
        self._first = max(0, limits.earliest)
        self._last = min(self._length, limits.latest)
        self._size = min(self._length, limits.hours) + 1
        self._table = [self._nothing()]
        for _ in range(limits.spans):
            self._table.append(self._row(self._table[-1]))
        self.most = self._table[-1][0]

    def hours(self, count: int) -> tuple[int, ...]:
        """The best ``count`` hours, as 1 in a row of 0 for closed."""
        open_hours = [0] * self._length
        hour, spans = 0, len(self._table) - 1
        while count:
            table = self._table[spans]
            if hour < self._length and table[hour][count] == table[hour + 1][count]:
                hour += 1
                continue
            end = next(
                end
                for end in self._ends(hour)
                if end - hour <= count
                and table[hour][count]
                == self._worth(hour, end) + self._after(spans, end)[count - (end - hour)]
            )
            open_hours[hour:end] = [1] * (end - hour)
            count -= end - hour
            hour, spans = min(end + 1, self._length), spans - 1
        return tuple(open_hours)

    def _nothing(self) -> list[list[int]]:
        """Without a span nothing is opened: no hours are worth nothing, others cannot be."""
        return [[0, *[_NEVER] * (self._size - 1)] for _ in range(self._length + 1)]

    def _row(self, fewer: list[list[int]]) -> list[list[int]]:
        table = [fewer[self._length]] * (self._length + 1)
        for hour in reversed(range(self._length)):
            best = table[hour + 1]
            for end in self._ends(hour):
                length = end - hour
                rest = fewer[min(end + 1, self._length)]
                worth = self._worth(hour, end)
                opened = map(add, rest[: self._size - length], [worth] * self._size)
                best = [*best[:length], *map(max, best[length:], opened)]
            table[hour] = best
        return table

    def _ends(self, hour: int) -> range:
        """Where a span that begins at an hour may end."""
        if hour < self._first:
            return range(0)
        return range(hour + self._shortest, min(self._last, hour + self._size - 1) + 1)

    def _after(self, spans: int, end: int) -> list[int]:
        """The hour after a span is closed, or it would be a longer span."""
        return self._table[spans - 1][min(end + 1, self._length)]

    def _worth(self, start: int, end: int) -> int:
        return self._sums[end] - self._sums[start]


def met(worth: Sequence[Sequence[int]], chosen: Grid) -> int:
    """How much of what is asked falls into the chosen hours."""
    return sum(
        count * is_open
        for asked, opened in zip(worth, chosen, strict=True)
        for count, is_open in zip(asked, opened, strict=True)
    )
