"""The week as a grid of hours: all desks together, and how dark each hour is."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from imref.report.model import Count, Coverage, Report, WeekCounts, WeekMinutes

LEVELS = 4
"""Shades that can be told from each other without a legend at hand."""

Grid = tuple[tuple[float, ...], ...]


def added(grids: Iterable[WeekMinutes]) -> Grid:
    """The minutes of several desks, hour by hour."""
    found = list(grids)
    return tuple(
        tuple(sum(grid[day][hour] for grid in found) for hour in range(24)) for day in range(7)
    )


def promised(coverage: Sequence[Coverage]) -> Grid:
    """Minutes promised by all desks together."""
    return added(each.promised for each in coverage)


def kept(coverage: Sequence[Coverage]) -> Grid:
    """Minutes promised and staffed at all desks together."""
    return added(each.kept for each in coverage)


def hours_shown(report: Report) -> range:
    """The hours of the day in which anything was ever asked, promised or staffed; at least eight.

    Figures of a night in which nothing is are a waste of paper.
    """
    grid = promised(report.coverage)
    busy = [
        hour
        for hour in range(24)
        if any(report.demand.asked[day][hour] != 0 or grid[day][hour] for day in range(7))
    ]
    first, last = min(busy, default=9), max(busy, default=16)
    while last - first < 7:
        first, last = max(0, first - 1), min(23, last + 1)
    return range(first, last + 1)


def most(counts: WeekCounts) -> int:
    """The count of the busiest hour, as far as it is not hidden."""
    return max(each or 0 for day in counts for each in day)


def bounds(highest: int) -> list[int]:
    """The lowest count of each shade, from the lightest: evenly up to the ``highest``."""
    found = [max(1, -(-highest * level // LEVELS)) for level in range(LEVELS)]
    return sorted(set(found))


def level(number: Count, lowest: Sequence[int]) -> int:
    """The shade of a count: 0 for none, else 1 up to `LEVELS`; a hidden one has the lightest."""
    if number is None:
        return 1
    return sum(number >= bound for bound in lowest) if number else 0


class Sum(NamedTuple):
    """Some counts together: how many are known, and whether hidden ones belong to them."""

    known: int
    more: bool

    def __str__(self) -> str:
        """ "40"; "40+" with some that are hidden; "few" when all of them are."""
        return f"{self.known:,}{'+' * self.more}" if self.known or not self.more else "few"


def by_hour(counts: WeekCounts) -> tuple[Sum, ...]:
    """The days of the week together, hour by hour."""
    return tuple(_sum(counts[day][hour] for day in range(7)) for hour in range(24))


def by_day(counts: WeekCounts) -> tuple[Sum, ...]:
    """The hours of each day together."""
    return tuple(map(_sum, counts))


def together(counts: WeekCounts) -> Sum:
    """The whole week."""
    return _sum(each for day in counts for each in day)


def _sum(numbers: Iterable[Count]) -> Sum:
    found = list(numbers)
    return Sum(sum(each or 0 for each in found), None in found)
