"""A patron leaves the page, or goes offline: it counts after a grace, and is told once.

Known of those alone who show the desk their presence (RFC 6121, section 4.6), as the library's page
does. Whoever is answered finds the answer when they come back; whoever waits keeps their place for
a while, and then the place is others'.
"""

from typing import Final

from imref.desk import phrases
from imref.desk.events import UNAVAILABLE, PresenceChanged
from imref.desk.model import Ending, Patron, Session, SessionState
from imref.desk.night.keeping import kept_words, put_by, tell_kept
from imref.desk.occasions import when_due
from imref.desk.promise.mailing import can_mail
from imref.desk.room import Room
from imref.desk.roster import beacon
from imref.desk.session.offering import withdraw_all
from imref.desk.session.sessions import close

LEFT: Final = "left"
"""The occasion at which it counts that somebody has left; its key is the patron's number."""

MISSED: Final = "missed"
"""The occasion at which they have been away for so long that nobody waits for them."""

MOST_VISITORS: Final = 2_000
"""How many at one desk are followed; who comes later is shown the desk once."""


def visitor_shows(room: Room, event: PresenceChanged) -> None:
    """Take the presence of somebody who is not on the staff, directed at a desk."""
    if event.show == UNAVAILABLE:
        _goes(room, event)
    else:
        _comes(room, event)


def is_here(room: Room, patron: Patron) -> bool:
    """Whether a patron shows their desk that they are there."""
    return patron.address in room.visitors.get(patron.desk, ())


def _comes(room: Room, event: PresenceChanged) -> None:
    desk = room.agreement.desks.get(event.to)
    if desk is None:
        return
    here = room.visitors.setdefault(desk.name, {})
    devices = here.get(event.sender, set())
    if event.resource not in devices:  # Once: two desks must not greet each other for ever.
        device = f"{event.sender}/{event.resource}" if event.resource else event.sender
        beacon.show_to(room, desk, device)
    if event.sender in here or len(here) < MOST_VISITORS:
        here[event.sender] = devices | {event.resource}
    patron = room.patron(event.sender, event.to)
    if patron is not None:
        shows_life(room, patron)


def _goes(room: Room, event: PresenceChanged) -> None:
    here = room.visitors.get(event.to, {})
    devices = here.pop(event.sender, None)
    if devices is None:
        return
    left = devices - {event.resource} if event.resource else set()
    if left:
        here[event.sender] = left
        return
    patron = room.patron(event.sender, event.to)
    if patron is not None and patron.session is not None and patron.session.open:
        room.left[patron.number] = False
        room.agenda.enter(room.now + room.agreement.timings.left, LEFT, str(patron.number))


def shows_life(room: Room, patron: Patron) -> None:
    """A patron is there (again): whoever was told that they had left is told."""
    missed, session = room.left.pop(patron.number, None), patron.session
    if missed is None:
        return
    room.agenda.strike(LEFT, str(patron.number))
    room.agenda.strike(MISSED, str(patron.number))
    if missed and session is not None and session.state is SessionState.ACTIVE:
        room.tell_staff(session, session.owner, phrases.PATRON_IS_BACK())


def _still_away(room: Room, key: str) -> Session | None:
    """The open session of a patron who has not come back."""
    patron = room.aliases.get(int(key))
    session = patron.session if patron else None
    away = patron is not None and not is_here(room, patron)
    return session if away and session is not None and session.open else None


def link_down(room: Room) -> None:
    """The stream is lost: whoever was away may be back, and we would not hear of it.

    A server that stops shows everybody as gone before it goes itself; they come back with it, maybe
    sooner than we do. So nobody is missed until they are seen to leave again.
    """
    for number in room.left:
        room.agenda.strike(LEFT, str(number))
        room.agenda.strike(MISSED, str(number))
    room.left.clear()


@when_due(LEFT)
def _has_left(room: Room, key: str) -> None:
    session = _still_away(room, key)
    if session is None:
        room.left.pop(int(key), None)
        return
    room.left[int(key)] = True
    room.agenda.enter(room.now + room.agreement.timings.left_waiting, MISSED, key)
    if session.state is SessionState.ACTIVE:
        room.tell_staff(session, session.owner, phrases.PATRON_IS_AWAY())


@when_due(MISSED)
def _is_missed(room: Room, key: str) -> None:
    """A question whose patron has gone waits no longer: it is kept if mail can answer it."""
    session = _still_away(room, key)
    if session is None:
        room.left.pop(int(key), None)
    elif session.state is not SessionState.WAITING:  # It may come to wait again.
        room.agenda.enter(room.now + room.agreement.timings.left_waiting, MISSED, key)
    elif can_mail(room, session):
        withdraw_all(room, session, phrases.KEPT_BY_PATRON())
        put_by(room, session)
        tell_kept(room, session, kept_words(room, session))
    else:
        room.left.pop(int(key), None)
        close(room, session, Ending.LEFT, phrases.CLOSED_LEFT)
