"""Bounces: what happens when somebody cannot be reached."""

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.colleagues.guests import leaves
from imref.desk.effects import Fate, Settle, own_number
from imref.desk.events import Bounced
from imref.desk.model import Moment, Session, SessionState
from imref.desk.partner.partners import come_home
from imref.desk.promise.mailing import answer_bounced
from imref.desk.room import Room
from imref.desk.roster.presence import look_after_sessions
from imref.desk.session.offering import withdraw_from
from imref.desk.session.sessions import release
from imref.desk.talk.conversation import patron_unreachable


def staff_bounced(room: Room, member: StaffMember, session: Session | None, event: Bounced) -> None:
    """An unreachable librarian is not on duty: offers end, and what is theirs is offered again."""
    number = own_number(event.id)
    if number is None and session is not None and session.to_staff:
        number = session.to_staff.pop(event.id, None)
    if number is not None:
        room.out.append(Settle(number, event.sender, Fate.UNDELIVERABLE))
    if not event.id or (number is None and session is None):
        return
    room.presence[member.name] = {}
    look_after_sessions(room, member.name)
    withdraw_from(room, member.name)
    if session is not None and member.name in session.guests:
        leaves(room, session, member.name)
    if (
        session is not None
        and session.state is SessionState.ACTIVE
        and session.owner == member.name
    ):
        room.turn(session, Moment.UNDELIVERED, member.name, event.condition)
        lost = phrases.OWNER_LOST(name=member.screen_name)
        release(room, session, lost, phrases.RELEASED_UNREACHABLE(), "unreachable")


def patron_bounced(room: Room, session: Session, event: Bounced) -> None:
    """An answer could not reach the patron: it waits for their return, and the owner knows."""
    own = own_number(event.id)
    if own is not None:
        room.out.append(Settle(own, event.sender, Fate.UNDELIVERABLE))
        return
    awaited = session.to_patron.pop(event.id, None) if session.to_patron else None
    if awaited is not None:
        patron_unreachable(room, session, awaited)
        answer_bounced(room, session, awaited.message)


def partner_bounced(room: Room, session: Session | None, event: Bounced) -> None:
    """The partner cannot be reached: the question is ours again, and the patron is told."""
    number = own_number(event.id)
    if number is None and session is not None and session.to_staff:
        number = session.to_staff.get(event.id)
    if number is None:
        return
    room.out.append(Settle(number, event.sender, Fate.UNDELIVERABLE))
    if session is not None and session.state is SessionState.ABROAD:
        room.turn(session, Moment.UNDELIVERED, session.partner, event.condition)
        come_home(room, session, phrases.PARTNER_UNREACHABLE, reached=False)
