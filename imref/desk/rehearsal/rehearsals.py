"""Rehearsals: what sets a made-up patron apart from a real one, and for whom it plays.

A made-up patron writes from an address in our own domain, which the server lets nobody else use,
so its words go out and come back as anybody's do. It is offered only to whoever asked for it,
stands in nobody's line, fills no place in anybody's limit, and counts as practice.
"""

from imref.desk import phrases
from imref.desk.model import Rehearsal, Session, Speaker
from imref.desk.phrases import Text
from imref.desk.room import Room

PRACTICE_PREFIX = "practice-"


def is_made_up(room: Room, address: str) -> bool:
    """Whether a bare JID is a made-up patron's, of now or of an earlier run."""
    local, _, domain = address.rpartition("@")
    return domain == room.agreement.domain and local.startswith(PRACTICE_PREFIX)


def next_local(room: Room) -> str:
    """The local part of the next made-up patron's address; none is used twice."""
    number = room.next_rehearsal = max(room.next_rehearsal, room.next_patron)
    room.next_rehearsal += 1
    return f"{PRACTICE_PREFIX}{number}"


def rehearsal_of(room: Room, session: Session) -> Rehearsal | None:
    """The rehearsal that a session is part of, while it goes on."""
    return room.rehearsals.get(session.patron.address.partition("@")[0])


def rehearsing(room: Room, name: str) -> Rehearsal | None:
    """The rehearsal that a librarian has asked for, while it goes on."""
    return next((one for one in room.rehearsals.values() if one.staff == name), None)


def session_of(room: Room, rehearsal: Rehearsal) -> Session | None:
    """The session of a rehearsal, once its question has come back from the server."""
    patron = room.patron(f"{rehearsal.local}@{room.agreement.domain}", rehearsal.desk)
    return patron.session if patron else None


def no_part_in(room: Room, session: Session, name: str) -> Text | None:
    """Why a librarian cannot play with this made-up patron; None when they can."""
    rehearsal = rehearsal_of(room, session)
    if rehearsal is None:
        return phrases.PRACTICE_IS_OVER()
    if not rehearsal.for_all and rehearsal.staff != name:
        return phrases.PRACTICE_NOT_FOR_YOU()
    return None


def is_cut_off(room: Room, session: Session) -> bool:
    """Whether a session is part of a rehearsal that nobody plays any more: imref was restarted."""
    return session.practice and session.open and rehearsal_of(room, session) is None


def make_way(room: Room, name: str) -> None:
    """Somebody takes a real question: what they rehearse ends, right after this."""
    for rehearsal in room.rehearsals.values():
        session = session_of(room, rehearsal)
        if name == rehearsal.staff or (session is not None and session.owner == name):
            room.agenda.enter(room.now, "practice_makes_way", rehearsal.local)


def leave(room: Room, rehearsal: Rehearsal) -> None:
    """Forget a rehearsal; what is still under way from it will reach nobody."""
    room.rehearsals.pop(rehearsal.local, None)
    for occasion in ("practice", "practice_makes_way"):
        room.agenda.strike(occasion, rehearsal.local)


def curtain(room: Room, session: Session) -> None:
    """A rehearsal's session has closed: it is over, and whoever played is told how it went."""
    rehearsal = rehearsal_of(room, session)
    if rehearsal is not None:
        leave(room, rehearsal)
        if rehearsal.canary is None:
            room.tell_staff(session, session.owner or rehearsal.staff, _summary(session))


def _summary(session: Session) -> Text:
    answers = [line.at for line in session.lines if line.speaker is Speaker.STAFF]
    if not answers:
        return phrases.PRACTICE_UNANSWERED()
    return phrases.PRACTICE_SUMMARY(
        wait=phrases.age(answers[0] - session.opened),
        count=len(answers),
        length=phrases.age(session.closed - session.opened),
    )
