"""After closing the staff are signed off: nobody stays signed in overnight.

It comes some minutes after their desk has closed, to those in a session when that ends, and each
is told once. It is not their own ``!off``: at the next opening their presence counts again,
without a word of theirs.
"""

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.duty.hours import begins_again, end_duty, when
from imref.desk.duty.standing import is_off, load, shows_available
from imref.desk.occasions import when_due
from imref.desk.room import Room

SIGN_OFF = "sign off"
"""The occasion at which the staff of a closed desk are signed off; its key is the desk's name."""


def expect(room: Room, desk: Desk) -> None:
    """Enter the sign-off after a closing that was not long ago, and no other."""
    grace = room.agreement.timings.closing_grace
    lately = [] if desk.hours.always else desk.hours.promised(room.now - grace, room.now)
    if lately and not desk.hours.is_open(room.now):
        room.agenda.enter(lately[-1].end + grace, SIGN_OFF, desk.name)
    else:
        room.agenda.strike(SIGN_OFF, desk.name)


@when_due(SIGN_OFF)
def _sign_off_all(room: Room, name: str) -> None:
    desk = room.agreement.desks.get(name)
    for member in desk.staff if desk is not None else ():
        _sign_off(room, name, member)


def _sign_off(room: Room, desk: str, name: str) -> None:
    """Sign somebody off whose desk has closed, unless another holds them or they have a session.

    Who said until when they are on duty is signed off then.
    """
    room.leaving.pop(name, None)
    member = room.agreement.member(name)
    if member is None or is_off(room, name) or not shows_available(room, name):
        return
    if room.duties[name].until > room.now or _has_an_open_desk(room, name):
        return
    if load(room, name):
        room.leaving[name] = desk
        return
    end_duty(room, name)
    title, begins = room.desk_title(desk), begins_again(room, member)
    if begins is None:
        room.tell_member(member, phrases.DESK_HAS_CLOSED(desk=title), desk)
    else:
        opens = when(room, member, begins)
        room.tell_member(member, phrases.DESK_HAS_CLOSED_UNTIL(desk=title, opens=opens), desk)


def _has_an_open_desk(room: Room, name: str) -> bool:
    return any(desk.hours.is_open(room.now) for desk in room.desks_of(name))


def let_go(room: Room) -> None:
    """Sign those off whose desk has closed and whose last session is over."""
    for name, desk in list(room.leaving.items()):
        if not load(room, name):
            _sign_off(room, desk, name)
