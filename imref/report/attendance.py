"""What a desk promised and who was there, as stretches of time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from imref.desk.agreement import Agreement
from imref.desk.calendar.hours import Hours
from imref.desk.intervals import Interval, joined, shared, without
from imref.report.period import Period
from imref.store.evidence import View
from imref.store.presences import Presence, presences

SHORTEST: Final = 60.0
"""Seconds: while nobody is there for less, one librarian relieves another, or imref starts."""

Stretches = tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One desk in a period. All stretches are in order, apart from each other, and within it.

    ``promised`` is when it was open, ``staffed`` when anybody was on duty at it, ``kept`` both;
    ``down`` is the promised time in which imref did not run or had no link, ``nobody`` that in
    which it did and nobody was on duty, for a minute or more. ``duty`` is ``staffed`` by person.
    """

    desk: str
    promised: Stretches = ()
    staffed: Stretches = ()
    kept: Stretches = ()
    down: Stretches = ()
    nobody: Stretches = ()
    duty: Mapping[str, Stretches] = field(default_factory=dict)


def attendance(
    view: View,
    agreement: Agreement,
    period: Period,
    desks: Collection[str],
    now: float,
) -> dict[str, Attendance]:
    """The attendance of each of these desks in a period, as far as it is over ``now``."""
    over = period.until(now)
    return attendances(presences(view.connection, over.end, now), agreement, over, desks)


def attendances(
    presences: Iterable[Presence], agreement: Agreement, period: Interval, desks: Collection[str]
) -> dict[str, Attendance]:
    """The attendance of each of these desks in a period that ends now or earlier.

    Promised is what was recorded as open. Where imref did not run, nothing was: there it is what
    the agreement says now, from the first that is known of the desk.
    """
    found = list(presences)
    running = joined(each.when for each in found)
    linked = joined(each.when for each in found if not each.desk)
    by_desk: dict[str, list[Presence]] = {name: [] for name in sorted(desks)}
    for each in found:
        if each.desk in by_desk:
            by_desk[each.desk].append(each)
    return {
        name: _attendance(name, those, _hours(agreement, name), running, linked, period)
        for name, those in by_desk.items()
    }


def _hours(agreement: Agreement, name: str) -> Hours | None:
    desk = agreement.desks.get(name)
    return desk.hours if desk else None


def _attendance(
    name: str,
    presences: Sequence[Presence],
    hours: Hours | None,
    running: Stretches,
    linked: Stretches,
    period: Interval,
) -> Attendance:
    if not presences:
        return Attendance(name)
    known = Interval(max(period.start, presences[0].when.start), period.end)
    unseen = without((known,), running) if known.length > 0 else ()
    agreed = [part for each in unseen for part in _promised(hours, each)]
    recorded = (each.when for each in presences if not each.staff)
    promised = shared(joined([*recorded, *agreed]), (period,))
    duty = _duty(presences, period)
    staffed = joined(each for theirs in duty.values() for each in theirs)
    down = without(promised, linked)
    alone = without(without(promised, staffed), down)
    return Attendance(
        name,
        promised=promised,
        staffed=staffed,
        kept=shared(promised, staffed),
        down=down,
        nobody=tuple(each for each in alone if each.length >= SHORTEST),
        duty=duty,
    )


def _promised(hours: Hours | None, when: Interval) -> Iterable[Interval]:
    return hours.promised(when.start, when.end) if hours else ()


def _duty(presences: Iterable[Presence], period: Interval) -> dict[str, Stretches]:
    """Who of the staff was on duty when, by name."""
    found: dict[str, list[Interval]] = {}
    for each in presences:
        if each.staff:
            found.setdefault(each.staff, []).append(each.when)
    return {name: shared(joined(theirs), (period,)) for name, theirs in sorted(found.items())}
