"""Guests: colleagues invited into a conversation, who read along and may write to the patron.

The session keeps one owner. A guest's place takes nothing from their limit, which is about the
patrons they have to answer; it ends by ``!leave``, with the session, and when the session leaves
its owner. The patron reads a guest's words with the screen name before them, and learns who it is
before the first; owner and guests see each other's words as the desk's own.
"""

from imref.desk import phrases
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.standing import Standing, standing, standing_at, standing_words
from imref.desk.effects import KeepSession
from imref.desk.events import Said
from imref.desk.model import Message, Moment, Session, Speaker
from imref.desk.phrases import Words
from imref.desk.room import Room
from imref.desk.session.recount import chunks, untold
from imref.desk.staff.calls import answer, ask_again, leading, names_of_staff, own_session
from imref.desk.talk.conversation import (
    relay_to_patron,
    relay_to_staff,
    send_unreached,
    staff_message,
)


@staff_command("invite", usage="!invite NAME [why]", about="ask a colleague into your conversation")
def _invite(room: Room, call: StaffCall) -> None:
    session = own_session(room, call)
    if session is None:
        return
    if session.practice:
        answer(room, call, phrases.PRACTICE_STAYS(command="!invite"))
        return
    found = leading(call.argument, names_of_staff(room))
    if found is None:
        names = ", ".join(room.colleague(one.name) for one in room.agreement.staff.values())
        ask_again(room, call, phrases.INVITE_WHOM(names=names))
        return
    invite(room, call, session, *found)


def invite(room: Room, call: StaffCall, session: Session, name: str, why: str) -> None:
    """Ask a colleague into somebody's session, if they can come."""
    state = standing(room, name)
    if name == session.owner:
        ask_again(room, call, phrases.INVITE_SELF())
    elif name in session.guests:
        ask_again(room, call, phrases.ALREADY_GUEST(name=room.colleague(name)))
    elif state not in (Standing.ON, Standing.FULL):
        words = standing_words(room, name, state)
        ask_again(room, call, phrases.CANNOT_INVITE(name=room.colleague(name), state=words))
    else:
        answer(room, call, phrases.GUEST_INVITED(name=room.colleague(name)))
        _welcome(room, session, name, why)


def _welcome(room: Room, session: Session, name: str, why: str) -> None:
    """Give a colleague a place in a session, with the story so far."""
    session.guests = (*session.guests, name)
    room.turn(session, Moment.INVITED, name)
    pieces = chunks(room, untold(session, name))
    text = phrases.INVITED(
        name=room.colleague(session.owner),
        why=phrases.WHY(why=why) if why else "",
        lines=pieces[0] if pieces else "",
    )
    room.tell_staff(session, name, text)
    for piece in pieces[1:]:
        room.tell_staff(session, name, piece)


@staff_command("leave", usage="!leave", about="leave a conversation that you were invited into")
def _leave(room: Room, call: StaffCall) -> None:
    name = call.member.name
    theirs = [one for one in room.sessions.values() if name in one.guests]
    session = call.session or (theirs[0] if len(theirs) == 1 else None)
    if session is not None and name in session.guests:
        answer(room, call, phrases.GUEST_LEAVES())
        leaves(room, session, name)
    elif session is not None and session.owner == name and session.open:
        answer(room, call, phrases.LEAVE_YOURS())
    else:
        answer(room, call, phrases.LEAVE_NOTHING())


def leaves(room: Room, session: Session, name: str) -> None:
    """A guest goes; the others hear it, the patron only if they have read anything of theirs."""
    session.guests = tuple(guest for guest in session.guests if guest != name)
    room.turn(session, Moment.LEFT, name)
    for other in (session.owner, *session.guests):
        room.tell_staff(session, other, phrases.GUEST_LEFT(name=room.colleague(name)))
    if has_spoken(session, name):
        guest, owner = room.screen_name(name), room.screen_name(session.owner)
        room.tell_patron(session, phrases.GUEST_LEFT_PATRON(guest=guest, owner=owner))


def has_spoken(session: Session, name: str) -> bool:
    """Whether the patron has read anything of a librarian's in this session."""
    return any(line.staff == name and line.speaker is Speaker.STAFF for line in session.lines)


def guest_says(room: Room, session: Session, said: Said, name: str) -> None:
    """Take what a guest wrote to the patron, who learns first who that is."""
    if not has_spoken(session, name):
        guest, owner = room.screen_name(name), room.screen_name(session.owner)
        room.tell_patron(session, phrases.GUEST_JOINS(guest=guest, owner=owner))
    message = staff_message(room, session, said, name, guest=True)
    send_unreached(room, session)
    relay_to_patron(room, session, message, said)
    overhear(room, session, message)


def overhear(room: Room, session: Session, message: Message) -> None:
    """Show what one librarian wrote to the patron to the others who are in the session."""
    if not session.guests:
        return
    phrase = phrases.COLLEAGUE_CORRECTS if message.replaces else phrases.COLLEAGUE_SAYS
    text = phrase(name=room.colleague(message.staff), text=message.body)
    for name in (session.owner, *session.guests):
        if name != message.staff:
            room.tell_staff(session, name, text)


def relay_to_guests(room: Room, session: Session, message: Message, said: Said) -> None:
    """Pass the patron's words on to everybody who was invited."""
    for name in session.guests:
        relay_to_staff(room, session, message, said, name)


def dismiss(room: Room, session: Session, text: Words, spare: str = "") -> None:
    """End every guest's place in a session, and tell all of them but ``spare``."""
    for name in session.guests:
        if name != spare:
            room.tell_staff(session, name, text)
    if session.guests:
        session.guests = ()
        room.out.append(KeepSession(session))


def heir(room: Room, session: Session) -> str:
    """The guest who could take the session over now, or ""."""
    able = (name for name in session.guests if standing_at(room, name, session.desk) is Standing.ON)
    return next(able, "")


def forget_strangers(room: Room) -> None:
    """Whoever has left the staff is nobody's guest any longer."""
    for session in room.sessions.values():
        known = tuple(name for name in session.guests if room.agreement.member(name))
        if known != session.guests:
            session.guests = known
            room.out.append(KeepSession(session))
