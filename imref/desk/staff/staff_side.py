"""The librarian's side: a reply goes to the patron, a command is done, a late reply is not sent."""

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.colleagues.guests import guest_says, overhear
from imref.desk.commands import STAFF, StaffCall, nearest, parse_staff
from imref.desk.duty.standing import limit, load
from imref.desk.effects import Refusal
from imref.desk.events import RoomSaid, Said
from imref.desk.model import ALIAS_PREFIX, Session, SessionState, Speaker
from imref.desk.patron.patron_side import refuse
from imref.desk.phrases import Text
from imref.desk.promise.followups import answer_promise
from imref.desk.rehearsal.rehearsals import no_part_in
from imref.desk.room import Room
from imref.desk.session.sessions import claim
from imref.desk.staff.done import mark_of, note_done, was_done
from imref.desk.talk.conversation import (
    acknowledge,
    relay_to_patron,
    send_unreached,
    staff_message,
)
from imref.desk.talk.repeats import is_repeat, relayed_as

REPEATED_WITHIN = 600.0
"""Seconds in which a command may come again; later a client that counts from 1 uses the id anew."""


def staff_said(room: Room, member: StaffMember, said: Said) -> None:
    """Take what a librarian wrote to one of our addresses."""
    patron = room.patron_at(said.to) if said.to.startswith(ALIAS_PREFIX) else None
    session = patron.session if patron else None
    if session is not None and is_repeat(session, Speaker.STAFF, said.id, said.body, member.name):
        acknowledge_if_delivered(room, session, said)
    elif len(said.body) > room.agreement.bounds.message_length:
        most = room.agreement.bounds.message_length
        refuse(room, said, Refusal.NOT_ACCEPTABLE, phrases.TOO_LONG(limit=most))
    elif (command := parse_staff(said.body)) is not None:
        _command(room, member, session, said, *command)
    elif session is not None:
        reply(room, member, session, said)
    elif said.to.startswith(ALIAS_PREFIX):
        room.tell_member(member, phrases.NOT_RELAYED_GONE(), said.to)
    else:
        if not room.duties[member.name].asked:  # It may be the answer to a question of ours.
            room.tell_member(member, phrases.TALK_TO_DESK(), said.to)
        acknowledge(room, said)


def acknowledge_if_delivered(room: Room, session: Session, said: Said) -> None:
    """A reply came twice: its receipt is the patron's, so it is repeated only if that came."""
    relayed = relayed_as(session, Speaker.STAFF, said.id)
    bounced = any(message.id == relayed for message in session.unreached or ())
    if relayed not in (session.to_patron or {}) and not bounced:
        acknowledge(room, said)


def _command(
    room: Room, member: StaffMember, session: Session | None, said: Said, word: str, argument: str
) -> None:
    acknowledge(room, said)
    if said.id and is_done(room, member.name, said):
        return
    known = STAFF.get(word)
    if known is not None and _stands(room, member.name, said):
        room.say(said.to, member.address, phrases.COMMAND_STANDS(), session)
        return
    if known is not None:
        known[1](room, StaffCall(member, said.to, session, argument, said.id))
        return
    close = nearest(word)
    text = (
        phrases.DID_YOU_MEAN(word=word, usage=close.usage, help=close.about())
        if close
        else phrases.UNKNOWN_COMMAND(word=word)
    )
    room.say(said.to, member.address, text, session)


def is_done(room: Room, name: str, said: Said | RoomSaid) -> bool:
    """Whether this very command was done already; it counts as done from now on."""
    mark = mark_of(said.to, said.id, said.body)
    before = was_done(room, name, mark, REPEATED_WITHIN)
    if not before:
        note_done(room, name, mark)
    return before


def _stands(room: Room, name: str, said: Said) -> bool:
    """Whether this corrects a command that was done: doing another instead would be doing both.

    Of a command corrected twice the second correction names the first version (XEP-0308), so what
    is done now counts under that id, too.
    """
    under = [mark_of("stanza", said.to, stanza) for stanza in (said.replaces, said.id) if stanza]
    if said.replaces and was_done(room, name, under[0]):
        return True
    for mark in under:
        note_done(room, name, mark)
    return False


def reply(room: Room, member: StaffMember, session: Session, said: Said) -> None:
    """Take a librarian's own words to a patron: they claim what waits, or are not sent."""
    room.previews.pop((member.name, session.number), None)
    match session.state:
        case SessionState.ACTIVE if session.owner == member.name:
            _answer(room, session, said, member.name)
        case SessionState.ACTIVE if member.name in session.guests:
            guest_says(room, session, said, member.name)
        case SessionState.ACTIVE:
            owner = room.colleague(session.owner)
            room.tell_staff(session, member.name, phrases.NOT_RELAYED_TAKEN(name=owner))
        case SessionState.WAITING | SessionState.HELD if _is_passed_on(session, member.name):
            text = phrases.NOT_RELAYED_PASSED(
                target=room.colleague(session.reserved)
                if session.reserved
                else room.desk_title(session.desk),
                number=session.patron.number,
            )
            room.tell_staff(session, member.name, text)
        case SessionState.WAITING | SessionState.HELD:
            why_not = obstacle(room, member, session)
            if why_not is not None:
                room.tell_staff(session, member.name, why_not)
                return
            claim(room, session, member.name)
            _answer(room, session, said, member.name)
        case SessionState.ABROAD:
            partner = room.agreement.partner_title(session.partner)
            room.tell_staff(session, member.name, phrases.NOT_RELAYED_PARTNER(partner=partner))
        case SessionState.CLOSED if answer_promise(room, member, session, said):
            pass
        case SessionState.CLOSED:
            number = session.patron.number
            room.tell_staff(session, member.name, phrases.NOT_RELAYED_CLOSED(number=number))


def _is_passed_on(session: Session, name: str) -> bool:
    """Whether a transfer stands between ``name`` and this session, so that only !take claims it.

    What the former owner still writes is meant as a good-bye, not as a claim.
    """
    if session.reserved:
        return session.reserved != name
    return session.passed and session.former == name and name not in (session.offers or ())


def _answer(room: Room, session: Session, said: Said, name: str) -> None:
    message = staff_message(room, session, said, name)
    send_unreached(room, session)
    relay_to_patron(room, session, message, said)
    overhear(room, session, message)


def obstacle(room: Room, member: StaffMember, session: Session) -> Text | None:
    """Why a librarian cannot have this session now, and what to do; None when they can."""
    if session.practice:
        return no_part_in(room, session, member.name)
    desk = room.agreement.desks.get(session.desk)
    concerned = (session.owner, session.former, *(session.offers or ()), *(session.shown or ()))
    if desk is not None and member.name not in (*desk.staff, *concerned):
        return phrases.NOT_YOUR_DESK(desk=desk.title)
    has, most = load(room, member.name), limit(room, member)
    return phrases.FULL(load=has, limit=most, more=has + 1) if has >= most else None
