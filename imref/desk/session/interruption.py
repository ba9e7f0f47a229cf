"""What an unclean stop or a changed agreement does to open sessions, and what people are told."""

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.calendar import opening
from imref.desk.colleagues.guests import forget_strangers
from imref.desk.model import Moment, Session, SessionState, Speaker
from imref.desk.night.keeping import call_for_dealing
from imref.desk.partner.abroad import tell_partner
from imref.desk.promise.followups import rehome_promises
from imref.desk.room import Room
from imref.desk.roster import beacon
from imref.desk.roster.presence import agreement_changed, look_after_sessions
from imref.desk.session.offering import advance, withdraw_all
from imref.desk.session.sessions import unassign


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
        theirs = _last(session, Speaker.STAFF, session.partner) if session.partner else ""
        if theirs and session.state is SessionState.ABROAD:
            tell_partner(room, session, phrases.INTERRUPTED_STAFF(text=phrases.snippet(theirs)))


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
    left = [name for name, held in room.held.items() if held and not agreement.member(name)]
    rehome(room, former)
    for member in former.staff.values():
        now = agreement.member(member.name)
        if now is None or now.address != member.address:
            room.presence.pop(member.name, None)
            look_after_sessions(room, member.name)
        if member.name in left:
            room.tell_member(member, phrases.NO_LONGER_STAFF())
    agreement_changed(room)
    beacon.retire(room, former)
    opening.keep_hours(room)
    for desk in list(room.kept):
        call_for_dealing(room, desk)


def rehome(room: Room, former: Agreement) -> None:
    """Give sessions whose desk or owner the agreement does not know to those it knows.

    Such are there after a change of the agreement (``former`` was in force before), and after a
    restart with another one.
    """
    for session in [each for each in room.sessions.values() if each.open]:
        if session.desk not in room.agreement.desks:
            _move(room, session)
    forget_strangers(room)
    for name in [name for name, held in room.held.items() if not room.agreement.member(name)]:
        member = former.member(name)
        known_as = member.screen_name if member else room.screen_name(name)
        for session in list(room.held.pop(name).values()):
            unassign(room, session)
            session.former = ""
            room.tell_patron(session, phrases.OWNER_LEFT(name=known_as))
            room.turn(session, Moment.RELEASED, name, "left the staff")
            advance(room, session)
    rehome_promises(room, former)


def _move(room: Room, session: Session) -> None:
    """A desk is gone: its sessions go on at the first desk there is."""
    first = room.first_desk()
    if first is None:
        return
    waiting = session.state is SessionState.WAITING
    if waiting:
        withdraw_all(room, session, phrases.MOVED(desk=first.title))
        room.lines[session.desk].remove(session)
    if session.state is SessionState.HELD:
        withdraw_all(room, session, phrases.MOVED(desk=first.title))
        room.kept[session.desk].remove(session)
    session.desk = first.name
    if waiting:
        room.enqueue(session)
    elif session.state is SessionState.HELD:
        room.put_by(session)
    room.turn(session, Moment.TRANSFERRED, "", "desk closed")
