"""Who is on duty when in the made-up year, and what keeps them: stints, walk-ins, calls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from imref.demo.year.pattern import HOUR, days, lognormal
from imref.desk.agreement import Agreement, StaffMember
from imref.desk.duty.order import Channel
from imref.desk.intervals import Interval, joined, shared, without

ILL: Final = 0.05
"""The part of days on which somebody is not there, and nobody else comes instead."""

BACKUP: Final = 0.5
"""The part of stretches in which those who are in no first tier are there."""

OUTAGE: Final = 5400.0
"""Seconds for which imref is down, once in half a year: the server was being moved."""


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody at the counter or on the phone keeps a librarian."""

    staff: str
    kind: Channel
    when: Interval


@dataclass(slots=True)
class Rota:
    """All of the year that is settled before anybody asks.

    ``running`` is when imref ran, ``open`` the hours by desk, ``present`` the time of duty by
    name, ``busy`` what kept people from messages, ``visits`` the same by name.
    """

    running: tuple[Interval, ...]
    open: dict[str, tuple[Interval, ...]]
    present: dict[str, tuple[Interval, ...]]
    busy: list[Busy] = field(default_factory=list)
    visits: dict[str, list[Interval]] = field(default_factory=dict)

    def stints(self, agreement: Agreement) -> Iterator[tuple[str, str, Interval]]:
        """Desk, staff and time of each stint, with "" where it is nobody's."""
        for each in self.running:
            yield "", "", each
        for name, stretches in self.open.items():
            for each in shared(stretches, self.running):
                yield name, "", each
        for desk in agreement.desks.values():
            for name in desk.staff:
                for each in shared(self.present[name], self.running):
                    yield desk.name, name, each


def make_rota(chance: Random, agreement: Agreement, start: float, end: float) -> Rota:
    """A rota from ``start`` to ``end`` (Unix seconds), as the agreement has it, with its lapses."""
    whole = Interval(start, end)
    down = tuple(
        Interval(at, at + OUTAGE) for at in (start + (end - start) * part for part in (0.31, 0.78))
    )
    hours = {desk.name: tuple(desk.hours.promised(start, end)) for desk in agreement.desks.values()}
    present = {
        member.name: tuple(_attendance(chance, agreement, member, hours, whole))
        for member in agreement.staff.values()
    }
    rota = Rota(without((whole,), down), hours, present)
    for name, stretches in present.items():
        visits = list(_visits(chance, name, stretches))
        rota.visits[name] = [each.when for each in visits]
        rota.busy += visits
    rota.busy.sort(key=lambda each: each.when)
    return rota


def _attendance(
    chance: Random,
    agreement: Agreement,
    member: StaffMember,
    hours: Mapping[str, tuple[Interval, ...]],
    whole: Interval,
) -> Iterator[Interval]:
    """When somebody is really there: late at times, early gone, now and then ill."""
    own = [desk for desk in agreement.desks.values() if member.name in desk.staff]
    leads = any(member.name in desk.tiers[0] for desk in own)
    wanted = joined(each for desk in own for each in hours[desk.name])
    if member.shift is not None:
        wanted = shared(wanted, member.shift.promised(whole.start, whole.end))
    zone = own[0].hours.zone if own else agreement.desks[next(iter(agreement.desks))].hours.zone
    for day in days(whole.start, whole.end, zone):
        ill = chance.random() < ILL
        today = Interval(day.timestamp(), day.timestamp() + 24 * HOUR)
        for each in shared(wanted, (today,)):
            there = chance.random() < (1.0 if leads else BACKUP) and not ill
            begins = each.start + chance.expovariate(1 / 240.0) - 120.0
            ends = each.end - chance.expovariate(1 / 150.0)
            if there and ends - begins > 600.0:
                yield Interval(max(begins, whole.start), min(ends, whole.end))


def _visits(chance: Random, name: str, stretches: tuple[Interval, ...]) -> Iterator[Busy]:
    """Walk-ins and calls: some two in an hour, never two at once."""
    for stretch in stretches:
        at = stretch.start + chance.expovariate(1 / 2400.0)
        while at < stretch.end - 60.0:
            kind = Channel.PHONE if chance.random() < 0.3 else Channel.WALK_IN
            length = min(lognormal(chance, 240.0, 0.7), 2400.0)
            yield Busy(name, kind, Interval(at, min(at + length, stretch.end)))
            at += length + chance.expovariate(1 / 1800.0)
