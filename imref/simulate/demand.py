"""Who asks in a simulated run: as recorded, with text gone, or made up at measured or given rates.

What a record cannot show is drawn: how much longer somebody would have waited who was answered,
and how long it would have taken a librarian to answer somebody who left.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, Protocol

from imref.desk.agreement import Agreement, Timings
from imref.desk.calendar.wallclock import date_at, next_midnight
from imref.desk.model import Channel, Ending
from imref.simulate.block import Block
from imref.simulate.lessons import (
    Lessons,
    hour_of_week,
    kept_at_once,
    waited,
    worked,
)
from imref.simulate.model import Arrival
from imref.store.past import Asked

HOUR: Final = 3600.0

DEALT_WITHIN: Final = 60.0
"""Seconds that somebody waited at least whose kept question was answered while they were there."""


class Demand(Protocol):
    """Where questions come from."""

    def within(self, block: Block, chance: Random) -> list[Arrival]:
        """The questions of a block, in order; the same ``chance`` brings the same ones."""

    def told(self) -> str:
        """What it is, in a sentence."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The questions of a record, at the very times at which they were asked."""

    asked: Sequence[Asked]
    agreement: Agreement
    lessons: Lessons

    def within(self, block: Block, chance: Random) -> list[Arrival]:
        """The questions of a block, in order."""
        first = bisect_left(self.asked, block.first, key=lambda each: each.at)
        last = bisect_left(self.asked, block.last, key=lambda each: each.at)
        return [
            self._arrival(each, chance)
            for each in self.asked[first:last]
            if each.desk in self.agreement.desks
        ]

    def told(self) -> str:
        """What it is, in a sentence."""
        return "Questions: as recorded, without their words."

    def _arrival(self, asked: Asked, chance: Random) -> Arrival:
        known = self.lessons
        patience = _patience(asked, self.agreement.timings, known, chance)
        work = worked(asked)
        drawn, lot, other = known.a_work(chance), chance.random(), chance.random()
        held = kept_at_once(asked)
        return Arrival(
            asked.at,
            asked.desk,
            patience,
            drawn if work is None else work,
            channel=Channel.WEB if asked.channel == Channel.WEB else Channel.IM,
            stays=_stayed(asked) if held and asked.first_answer else lot < known.stays,
            cancels=asked.ended_by == Ending.PATRON if held else other < known.cancels,
            reads=asked.ended_by == Ending.HELP_PAGE if held else lot > 1.0 - known.reads,
        )


def _patience(asked: Asked, timings: Timings, known: Lessons, chance: Random) -> float:
    seen = waited(asked, timings)
    if seen is None:
        there = kept_at_once(asked) and bool(asked.first_answer) and _stayed(asked)
        return known.patience.beyond(chance, DEALT_WITHIN if there else 0.0)
    seconds, left = seen
    longer = known.patience.beyond(chance, max(0.0, seconds))  # drawn always: see Demand.within
    return seconds if left else longer


def _stayed(asked: Asked) -> bool:
    return asked.ended_by not in (Ending.DEALT, Ending.JOINED)


@dataclass(frozen=True, slots=True)
class Generated:
    """Questions made up: Poisson, at a rate of its own for each hour of the week and each desk.

    ``rates`` has questions an hour by desk, as rows of 24 hours from Monday on.
    """

    rates: Mapping[str, Sequence[Sequence[float]]]
    agreement: Agreement
    lessons: Lessons

    def within(self, block: Block, chance: Random) -> list[Arrival]:
        """The questions of a block, in order."""
        found = [
            self._arrival(at, desk, chance)
            for desk, rates in self.rates.items()
            for at in self._times(block, desk, rates, chance)
        ]
        return sorted(found, key=lambda each: each.at)

    def told(self) -> str:
        """What it is, in a sentence."""
        a_week = sum(sum(map(sum, rates)) for rates in self.rates.values())
        return f"Questions: made up, Poisson by hour of the week, {a_week:.1f} a week."

    def _times(
        self, block: Block, desk: str, rates: Sequence[Sequence[float]], chance: Random
    ) -> Iterator[float]:
        zone = self.agreement.desks[desk].hours.zone
        at = block.first
        while at < block.last:
            end = min(at + HOUR - at % HOUR, block.last)
            day, hour = hour_of_week(at, zone)
            for _ in range(_poisson(chance, rates[day][hour] * (end - at) / HOUR)):
                yield at + chance.random() * (end - at)
            at = end

    def _arrival(self, at: float, desk: str, chance: Random) -> Arrival:
        known = self.lessons
        return Arrival(
            at,
            desk,
            known.patience.draw(chance),
            known.work.draw(chance),
            channel=Channel.WEB if chance.random() < known.web else Channel.IM,
            stays=chance.random() < known.stays,
            cancels=chance.random() < known.cancels,
            reads=chance.random() < known.reads,
        )


def _poisson(chance: Random, mean: float) -> int:
    """How many of so many on average, as gaps between them that are exponential."""
    count, gap = 0, chance.expovariate(1.0)
    while gap < mean:
        count += 1
        gap += chance.expovariate(1.0)
    return count


def measured_rates(
    asked: Sequence[Asked], agreement: Agreement, start: float, end: float
) -> dict[str, list[list[float]]]:
    """Questions an hour, for each desk and hour of the week, in a record of that time."""
    found = {name: [[0.0] * 24 for _ in range(7)] for name in agreement.desks}
    hours = {name: _hours_seen(agreement, name, start, end) for name in agreement.desks}
    for each in asked:
        if each.desk in found and start <= each.at < end:
            day, hour = hour_of_week(each.at, agreement.desks[each.desk].hours.zone)
            found[each.desk][day][hour] += 1.0
    for name, rates in found.items():
        for day, row in enumerate(rates):
            seen = hours[name][day]
            rates[day] = [count / seen if seen else 0.0 for count in row]
    return found


def _hours_seen(agreement: Agreement, desk: str, start: float, end: float) -> list[int]:
    """How often each day of the week came, by its number."""
    zone, days, at = agreement.desks[desk].hours.zone, [0] * 7, start
    while at < end:
        days[date_at(zone, at).weekday()] += 1
        at = next_midnight(zone, at)
    return days


def scaled(
    rates: Mapping[str, Sequence[Sequence[float]]], factor: float
) -> dict[str, list[list[float]]]:
    """The same rates, all of them times a factor."""
    return {name: [[rate * factor for rate in row] for row in rows] for name, rows in rates.items()}
