"""What an unclean stop or a changed agreement does to open sessions, and what people are told."""

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.model import Moment, Session, SessionState, Speaker
from imref.desk.presence import agreement_changed
from imref.desk.room import Room


def tell_interrupted(room: Room) -> None:
    """Tell both sides of each open session the last words of theirs that were kept."""
    for session in list(room.sessions.values()):
        if not session.open:
            continue
        last = _last(session, Speaker.PATRON)
        if last:
            room.tell_patron(session, phrases.INTERRUPTED(text=phrases.snippet(last)))
        mine = _last(session, Speaker.STAFF, session.owner)
        if session.owner and mine:
            text = phrases.INTERRUPTED_STAFF(text=phrases.snippet(mine))
            room.tell_staff(session, session.owner, text)


def _last(session: Session, speaker: Speaker, staff: str = "") -> str:
    spoken = (
        line.body
        for line in reversed(session.lines)
        if line.speaker is speaker and line.staff == staff
    )
    return next(spoken, "")


def take_over(room: Room, agreement: Agreement) -> None:
    """Go on under a new agreement: nobody's session is lost when staff or desks change."""
    former = room.agreement
    room.agreement = agreement
    if agreement.bounds != former.bounds:
        room.set_bounds()
    for name in [name for name, held in room.held.items() if held and not agreement.member(name)]:
        _offer_again(room, name, former)
    for desk in [name for name in room.queues if name not in agreement.desks]:
        _move_queue(room, desk)
    agreement_changed(room)


def _offer_again(room: Room, name: str, former: Agreement) -> None:
    member = former.member(name)
    for session in list(room.held.pop(name, {}).values()):
        session.owner = ""
        session.state = SessionState.WAITING
        session.since = room.now
        session.offers = session.shown = session.to_staff = None
        room.enqueue(session)
        lost = phrases.OWNER_LOST(name=member.screen_name if member else name)
        room.tell_patron(session, lost)
        room.turn(session, Moment.RELEASED, name, "left the staff")
    if member is not None:
        room.tell_member(member, phrases.NO_LONGER_STAFF())


def _move_queue(room: Room, desk: str) -> None:
    """A desk is gone: what waits there waits at the first desk there is, in its own order."""
    first = room.first_desk()
    if first is None:
        return
    for session in room.queues.pop(desk).values():
        session.desk = first.name
        session.offers = session.shown = None
        room.enqueue(session)
        room.turn(session, Moment.TRANSFERRED, "", "desk closed")
