"""Who is there in a simulated run: as recorded (stints), or as agreed (hours, tiers, shifts)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from imref.desk.agreement import Agreement
from imref.desk.duty.order import ENGAGING
from imref.desk.duty.order import Channel as Way
from imref.desk.intervals import Interval, common, joined, shared
from imref.simulate.block import Block
from imref.simulate.lengths import spoken
from imref.simulate.model import Attendance, Manner, Staffing, Visit
from imref.store.past import Duty, Visitor

SHORTEST: Final = 60.0
"""Seconds; who is there for less is not there."""

Present = dict[str, tuple[Interval, ...]]
"""When each librarian is there, by staff name."""


@dataclass(frozen=True, slots=True)
class WalkIns:
    """People at the counter at a stated rate, for everybody on duty: Poisson, exponential stays.

    ``an_hour`` come to each librarian, and keep them for ``stay`` seconds on average.
    """

    an_hour: float
    stay: float

    def visits(self, names: Iterable[str], block: Block, luck: str) -> list[Visit]:
        """Who comes in a block. To whom is not there nobody comes."""
        found = []
        for name in names:
            chance = Random(f"{luck} {name}")
            at = block.first + chance.expovariate(self.an_hour / 3600.0)
            while at < block.last:
                found.append(Visit(name, at, chance.expovariate(1.0 / self.stay)))
                at += chance.expovariate(self.an_hour / 3600.0)
        return found


@dataclass(frozen=True, slots=True)
class Rota:
    """Who was there as recorded; without a record, who should be as agreed.

    ``walk_ins`` come in place of the visitors on record, if their rate is stated.
    """

    agreement: Agreement
    duty: Sequence[Duty] = ()
    visitors: Sequence[Visitor] = ()
    walk_ins: WalkIns | None = None

    @property
    def recorded(self) -> bool:
        """Whether anybody was recorded to be on duty."""
        return bool(self.duty)

    def present(self, block: Block) -> Present:
        """When each librarian is there in a block."""
        whole = Interval(block.first, block.last)
        if not self.recorded:
            return as_agreed(self.agreement, whole)
        stints: dict[str, list[Interval]] = {}
        for each in self.duty:
            part = common(Interval(each.start, each.end), whole) if each.start < each.end else None
            if part and self.agreement.member(each.staff) is not None:
                stints.setdefault(each.staff, []).append(part)
        return {name: joined(each) for name, each in stints.items()}

    def visits(self, names: Iterable[str], block: Block, luck: str) -> list[Visit]:
        """Who comes to the counter of whom, or calls, in a block."""
        if self.walk_ins is not None:
            return self.walk_ins.visits(names, block, luck)
        return [
            Visit(each.staff, each.start, each.end - each.start, Way(each.kind))
            for each in self.visitors
            if block.first <= each.start < block.last
            and each.kind in ENGAGING
            and self.agreement.member(each.staff) is not None
        ]

    def told(self) -> str:
        """What it is, in a sentence."""
        if self.walk_ins is not None:
            rate = f"{self.walk_ins.an_hour:g} an hour for each"
            visits = f"walk-ins as stated, {rate}, {spoken(self.walk_ins.stay)} on average"
        else:
            visits = f"{len(self.visitors):,} visitors and calls as recorded"
        if self.recorded:
            return f"Staff: on duty when they were; {visits}."
        return f"Staff: all on duty as agreed, whenever their desks are open; {visits}."


def as_agreed(agreement: Agreement, whole: Interval) -> Present:
    """Everybody in the open hours of their desks, as far as they are in their shift."""
    found: Present = {}
    for member in agreement.staff.values():
        own = [desk for desk in agreement.desks.values() if member.name in desk.staff]
        wanted = joined(
            each for desk in own for each in desk.hours.promised(whole.start, whole.end)
        )
        if member.shift is not None:
            wanted = shared(wanted, member.shift.promised(whole.start, whole.end))
        found[member.name] = wanted
    return found


def staffing(
    present: Mapping[str, Sequence[Interval]],
    visits: Iterable[Visit],
    manner: Manner,
    partner_delay: float,
) -> Staffing:
    """What the engine is told of those who are there."""
    attendance = [
        Attendance(name, each.start, each.end)
        for name, stretches in present.items()
        for each in stretches
        if each.length >= SHORTEST
    ]
    attendance.sort(key=lambda each: (each.start, each.staff))
    return Staffing(tuple(attendance), tuple(visits), manner, partner_delay=partner_delay)


def staffed_hours(present: Mapping[str, Sequence[Interval]], block: Block) -> float:
    """Hours that librarians are there in the weeks that count, in sum."""
    counted = Interval(block.start, block.end)
    parts = (common(each, counted) for stretches in present.values() for each in stretches)
    return sum(part.length for part in parts if part) / 3600.0
