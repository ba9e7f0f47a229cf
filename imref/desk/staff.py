"""The librarian's side: a reply goes to the patron, a command is done, a late reply is not sent."""

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import STAFF, StaffCall, nearest, parse_staff
from imref.desk.conversation import acknowledge, is_repeat, relay_to_patron, staff_message
from imref.desk.duty import limit, load
from imref.desk.effects import Refusal
from imref.desk.events import Said
from imref.desk.model import ALIAS_PREFIX, Session, SessionState
from imref.desk.patrons import refuse
from imref.desk.room import Room
from imref.desk.sessions import claim

COMMANDS_REMEMBERED = 64
"""Ids of the last commands of one librarian: the same stanza again is not done twice."""


def staff_said(room: Room, member: StaffMember, said: Said) -> None:
    """Take what a librarian wrote to one of our addresses."""
    patron = room.patron_at(said.to) if said.to.startswith(ALIAS_PREFIX) else None
    session = patron.session if patron else None
    if session is not None and is_repeat(session.answered, said):
        acknowledge_if_delivered(room, session, said)
    elif len(said.body) > room.agreement.bounds.message_length:
        most = room.agreement.bounds.message_length
        refuse(room, said, Refusal.NOT_ACCEPTABLE, phrases.TOO_LONG(limit=most))
    elif (command := parse_staff(said.body)) is not None:
        _command(room, member, session, said, *command)
    elif session is not None:
        _reply(room, member, session, said)
    elif said.to.startswith(ALIAS_PREFIX):
        room.tell_member(member, phrases.NOT_RELAYED_GONE(), said.to)
    else:
        room.tell_member(member, phrases.TALK_TO_DESK(), said.to)
        acknowledge(room, said)


def acknowledge_if_delivered(room: Room, session: Session, said: Said) -> None:
    """A reply came twice: its receipt is the patron's, so it is repeated only if that came."""
    seen = session.answered[said.id] if session.answered else None
    if seen is not None and seen[1] not in (session.to_patron or {}):
        acknowledge(room, said)


def _command(
    room: Room, member: StaffMember, session: Session | None, said: Said, word: str, argument: str
) -> None:
    acknowledge(room, said)
    done = room.commanded.setdefault(member.name, [])
    if said.id:
        if said.id + said.body in done:
            return
        done.append(said.id + said.body)
        del done[:-COMMANDS_REMEMBERED]
    known = STAFF.get(word)
    if known is not None:
        known[1](room, StaffCall(member, said.to, session, argument))
        return
    close = nearest(word)
    text = (
        phrases.DID_YOU_MEAN(word=word, usage=close.usage, help=close.help)
        if close
        else phrases.UNKNOWN_COMMAND(word=word)
    )
    room.say(said.to, member.address, text, session)


def _reply(room: Room, member: StaffMember, session: Session, said: Said) -> None:
    match session.state:
        case SessionState.ACTIVE if session.owner == member.name:
            _answer(room, session, said, member.name)
        case SessionState.ACTIVE:
            owner = room.screen_name(session.owner)
            room.tell_staff(session, member.name, phrases.NOT_RELAYED_TAKEN(name=owner))
        case SessionState.WAITING if may_claim(room, member, session):
            claim(room, session, member.name)
            _answer(room, session, said, member.name)
        case SessionState.WAITING:
            pass  # may_claim has said why not.
        case SessionState.CLOSED:
            number = session.patron.number
            room.tell_staff(session, member.name, phrases.NOT_RELAYED_CLOSED(number=number))


def _answer(room: Room, session: Session, said: Said, name: str) -> None:
    message = staff_message(room, session, said, name)
    if session.unreached:
        session.unreached.append(message)
    relay_to_patron(room, session, message, said)


def may_claim(room: Room, member: StaffMember, session: Session) -> bool:
    """Whether a librarian can have a waiting session now; if not, they are told why."""
    desk = room.agreement.desks.get(session.desk)
    asked = session.offers is not None and member.name in session.offers
    if desk is not None and member.name not in desk.staff and not asked:
        text = phrases.NOT_YOUR_DESK(desk=desk.title)
        room.tell_staff(session, member.name, text)
        return False
    return has_room(room, member, session)


def has_room(room: Room, member: StaffMember, session: Session) -> bool:
    """Whether one more patron is within their own limit; if not, they are told what to do."""
    has, most = load(room, member.name), limit(room, member)
    if has < most:
        return True
    room.tell_staff(session, member.name, phrases.FULL(load=has, limit=most, more=has + 1))
    return False
