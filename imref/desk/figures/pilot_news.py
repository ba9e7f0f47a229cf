"""Once a day supervisors are told how their desk's pilot stands, and once that it is over.

Figures are looked up as an errand. What was told is kept: hours at which imref did not run are made
up for once after the start, with the figures of then, and nobody is told the same twice.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.calendar.wallclock import date_at, moment
from imref.desk.effects import Keep
from imref.desk.errands import ReadPilots
from imref.desk.events import PilotsRead
from imref.desk.figures.pilot_figures import PilotStands, TargetStands, TargetState
from imref.desk.occasions import when_due
from imref.desk.phrases import Lines, Text
from imref.desk.records import Bulletin
from imref.desk.room import Room

PILOT: Final = "pilot"
"""The occasion at which supervisors are told; its key is the desk on whose clock it comes."""

_STATES: Final = {
    TargetState.MET: phrases.PILOT_MET,
    TargetState.MISSED: phrases.PILOT_MISSED,
    TargetState.WOULD_BE_MET: phrases.PILOT_WOULD_BE_MET,
    TargetState.WOULD_BE_MISSED: phrases.PILOT_WOULD_BE_MISSED,
    TargetState.NOTHING: phrases.PILOT_NOTHING,
}


def expect(room: Room) -> None:
    """See whether a telling is owed, and when the next is: at a start, under a new agreement."""
    first = room.first_desk()
    for desk in room.agreement.desks.values():
        at = room.agreement.pilot_at
        if at is not None and desk is first:
            room.agenda.enter(room.now, PILOT, desk.name)
        else:
            room.agenda.strike(PILOT, desk.name)


def _hour(desk: Desk, at: int, now: float, days: int) -> float:
    """The hour on this desk's clock that comes next (``days`` 1), or that came before it (0)."""
    zone = desk.hours.zone
    today = date_at(zone, now)
    later = moment(zone, today, at) <= now
    return moment(zone, today + timedelta(days=days - 1 + later), at)


@when_due(PILOT)
def _look_up(room: Room, name: str) -> None:
    desk, at = room.agreement.desks.get(name), room.agreement.pilot_at
    if desk is None or at is None:
        return
    room.agenda.enter(_hour(desk, at, room.now, 1), PILOT, name)
    hour = _hour(desk, at, room.now, 0)
    if room.bulletin is None:  # It begins with the next hour, not with one before imref came.
        _keep(room, Bulletin(room.next_record(), hour))
    elif room.bulletin.told < hour:
        room.out.append(ReadPilots(room.bulletin.told))


def _keep(room: Room, bulletin: Bulletin) -> None:
    room.file(bulletin)
    room.out.append(Keep(bulletin))


def pilots_read(room: Room, event: PilotsRead) -> None:
    """Tell of each pilot those who supervise its desk, and keep that they were told.

    Figures that were looked up twice, since the agreement changed meanwhile, are told once.
    """
    first, at, bulletin = room.first_desk(), room.agreement.pilot_at, room.bulletin
    if first is None or at is None or bulletin is None:
        return
    hour = _hour(first, at, room.now, 0)
    if bulletin.told >= hour:
        return
    bulletin.told = hour
    _keep(room, bulletin)
    for stands in event.pilots:
        for name, desk in _supervisors(room, stands.desk):
            member = room.agreement.member(name)
            if member is not None:
                room.tell_member(member, _words(room, stands), desk)


def _supervisors(room: Room, desk: str) -> Iterator[tuple[str, str]]:
    """(staff name, desk) of those who are told: at a desk, or once each for all of them."""
    told: set[str] = set()
    for each in room.agreement.desks.values():
        for name in each.supervisors if desk in ("", each.name) else ():
            if name not in told:
                told.add(name)
                yield name, each.name


def _words(room: Room, stands: PilotStands) -> Text:
    where = room.desk_title(stands.desk) if stands.desk else phrases.PILOT_EVERYWHERE()
    lines: list[Text] = [_line(target) for target in stands.targets]
    if stands.changed:
        lines.append(phrases.PILOT_CHANGED())
    if not stands.over:
        return phrases.PILOT_SO_FAR(
            where=where, day=stands.day, days=stands.days, lines=Lines(tuple(lines))
        )
    met = sum(target.state is TargetState.MET for target in stands.targets)
    return phrases.PILOT_OVER(
        where=where, met=met, targets=len(stands.targets), lines=Lines(tuple(lines))
    )


def _line(target: TargetStands) -> Text:
    state = _STATES[target.state]()
    return phrases.PILOT_STATE(target=target.target, value=target.value, state=state)
