"""What the demand says about hours: when people asked in vain, and what other hours would change.

Nobody can know whether the same people would have asked at the same hours had the desk been open:
what is counted is where those fell who did ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from imref.pilot.measures import closed_hours
from imref.pilot.targets import Target
from imref.report.model import Report, WeekCounts

LENGTH: Final = 2
"""Hours of a stretch that is proposed: less is not worth an opening, more hides where demand is."""

WORTHWHILE: Final = 2
"""Questions that a stretch must have had for anybody to open for it."""

SHOWN: Final = 3
"""Stretches that are named: more is no proposal."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two hours of a weekday (0 is Monday), from ``hour`` on, and what was asked in them."""

    weekday: int
    hour: int
    asked: int

    @property
    def until(self) -> int:
        """The hour at which it ends, up to 24."""
        return self.hour + LENGTH


@dataclass(frozen=True, slots=True)
class Proposal:
    """Stretches to open, best first, with what they ``move`` of ``closed`` into open hours.

    ``share`` is that of closed hours which would remain, ``meets`` whether the target would be met.
    """

    stretches: tuple[Stretch, ...]
    moved: int
    closed: int
    share: float
    meets: bool


def busiest(asked: WeekCounts, most: int = SHOWN) -> tuple[Stretch, ...]:
    """The stretches with the most questions, none overlapping another, busiest first."""
    return tuple(stretch for _, stretch in zip(range(most), _in_turn(asked), strict=False))


def proposal(report: Report, target: Target) -> Proposal | None:
    """The fewest stretches that would have met a target for the share of closed hours.

    None where there is nothing worth opening for. What more than `SHOWN` would be needed for is
    not met by those either.
    """
    closed, asked = closed_hours(report)
    chosen: list[Stretch] = []
    moved = 0
    for number, stretch in zip(count(1), _in_turn(report.demand.closed), strict=False):
        if number > SHOWN or (asked and target.is_met_by((closed - moved) / asked)):
            break
        chosen.append(stretch)
        moved += stretch.asked
    if not chosen:
        return None
    share = (closed - moved) / asked
    return Proposal(tuple(chosen), moved, closed, share, target.is_met_by(share))


def _in_turn(asked: WeekCounts) -> Iterator[Stretch]:
    left = [
        Stretch(day, hour, sum(each or 0 for each in asked[day][hour : hour + LENGTH]))
        for day in range(7)
        for hour in range(24 - LENGTH + 1)
    ]
    while left:
        # Of two that hold as much, the one that does not begin with an empty hour.
        best = max(left, key=lambda one: (one.asked, asked[one.weekday][one.hour] or 0))
        if best.asked < WORTHWHILE:
            return
        yield best
        left = [
            one
            for one in left
            if one.weekday != best.weekday or abs(one.hour - best.hour) >= LENGTH
        ]
