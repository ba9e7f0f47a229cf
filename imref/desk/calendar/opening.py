"""A desk opens and closes: what follows, and when to look again."""

from imref.desk.agreement import Desk
from imref.desk.duty import signing_off, stints
from imref.desk.night.keeping import call_for_dealing
from imref.desk.occasions import when_due
from imref.desk.room import Room
from imref.desk.session.offering import advance

HOURS = "hours"
"""The occasion at which a desk opens or closes; its key is the desk's name."""

LOOK_AGAIN = 86400.0
"""Seconds until a desk that does not change in sight is looked at again."""


def keep_hours(room: Room) -> None:
    """Enter what comes next for every desk: at a start, and under a new agreement."""
    for desk in room.agreement.desks.values():
        _expect_change(room, desk)


def _expect_change(room: Room, desk: Desk) -> None:
    signing_off.expect(room, desk)
    if desk.hours.always:
        room.agenda.strike(HOURS, desk.name)
        return
    change = desk.hours.changes_after(room.now)
    room.agenda.enter(room.now + LOOK_AGAIN if change is None else change, HOURS, desk.name)


@when_due(HOURS)
def _change(room: Room, name: str) -> None:
    desk = room.agreement.desks.get(name)
    if desk is None:
        return
    _expect_change(room, desk)
    if desk.hours.is_open(room.now):
        opened(room, desk)
    else:
        closed(room, desk)
    stints.look(room)


def opened(room: Room, desk: Desk) -> None:
    """A desk has opened: what waited for it is offered, and what was kept is dealt."""
    for session in room.lines.get(desk.name, ()):
        advance(room, session)
    call_for_dealing(room, desk.name)


def closed(room: Room, desk: Desk) -> None:
    """A desk has closed: sessions that run go on, and what still waits is kept."""
    for session in room.lines.get(desk.name, ()):
        advance(room, session)
