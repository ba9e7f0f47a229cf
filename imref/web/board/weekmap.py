"""The hours of the week as a table: how many asked, and how much of what was promised was kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from imref.desk import phrases
from imref.desk.phrases import Text
from imref.report.model import Coverage, Demand, WeekMinutes

SHADES: Final = 5
"""Shades of an hour in which somebody asked; 0 is for one in which nobody did."""

FULL: Final = 0.95
"""Share of the promised minutes from which on an hour counts as staffed: people change shifts."""


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of the week over the whole period.

    ``promised`` and ``kept`` are minutes; ``shade`` is 0 to `SHADES`, by the busiest hour.
    """

    asked: int
    promised: float
    kept: float
    shade: int

    @property
    def open(self) -> bool:
        """Whether the desk promised any of it."""
        return self.promised > 0

    @property
    def short(self) -> bool:
        """Whether a part of what was promised was not kept."""
        return self.open and self.kept < FULL * self.promised

    @property
    def text(self) -> Text:
        """What stands below the number, so that no colour has to say it."""
        if not self.open:
            return phrases.BOARD_HOUR_CLOSED()
        return phrases.BOARD_PERCENT(share=percent(self.kept, self.promised))


@dataclass(frozen=True, slots=True)
class WeekMap:
    """The hours that are worth showing, from ``first`` to ``last``: a row an hour, a cell a day."""

    first: int
    last: int
    rows: tuple[tuple[Hour, ...], ...]

    @property
    def busiest(self) -> tuple[int, int, int]:
        """Day, hour and number of the hour in which most asked; the earliest of several."""
        cells = (
            (cell.asked, -day, -(self.first + place))
            for place, row in enumerate(self.rows)
            for day, cell in enumerate(row)
        )
        asked, day, hour = max(cells)
        return -day, -hour, asked


def week_map(demand: Demand, coverage: Iterable[Coverage]) -> WeekMap:
    """The table of one report; several desks are put together."""
    desks = tuple(coverage)
    promised, kept = _sum(desks, lambda each: each.promised), _sum(desks, lambda each: each.kept)
    most = max((asked or 0 for day in demand.asked for asked in day), default=0)
    rows = [
        tuple(
            Hour(asked, promised[day][hour], kept[day][hour], _shade(asked, most))
            for day in range(7)
            for asked in [demand.asked[day][hour] or 0]
        )
        for hour in range(24)
    ]
    shown = [hour for hour, row in enumerate(rows) if any(each.asked or each.open for each in row)]
    first, last = (shown[0], shown[-1]) if shown else (8, 17)
    return WeekMap(first, last, tuple(rows[first : last + 1]))


def _sum(desks: tuple[Coverage, ...], of: Callable[[Coverage], WeekMinutes]) -> list[list[float]]:
    return [[sum(of(desk)[day][hour] for desk in desks) for hour in range(24)] for day in range(7)]


def _shade(asked: int, most: int) -> int:
    return -(-SHADES * asked // most) if most else 0


def percent(part: float, whole: float) -> int:
    """A share in whole per cent, which are never 0 or 100 unless it is none or all."""
    share = 100 * part / whole
    rounded = round(share)
    if rounded == 100 and share < 99.995:
        return 99
    return 1 if rounded == 0 and share > 0 else rounded
