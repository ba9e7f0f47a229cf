"""Words between a patron and a librarian: kept, passed on once, acknowledged, corrected."""

from typing import Any

from imref.desk import phrases
from imref.desk.effects import (
    Acknowledge,
    Convey,
    Fate,
    KeepMessage,
    Say,
    Settle,
)
from imref.desk.events import Delivered, Said, Typed
from imref.desk.model import Awaited, Message, Moment, Session, SessionState, Speaker
from imref.desk.room import Room

LINES_HELD = 64
"""Lines of a session held in memory for whoever takes over; the store has them all."""

IDS_HELD = 512
"""Stanza ids remembered in each direction, so that a repeated stanza is known."""


def is_repeat(known: dict[str, tuple[int, str]] | None, said: Said) -> bool:
    """Whether this very stanza came before. The same id with other words is a new message."""
    if known is None or not said.id:
        return False
    seen = known.get(said.id)
    return seen is not None and seen[0] == hash(said.body)


def patron_message(room: Room, session: Session, said: Said) -> Message:
    """Keep what a patron said and remember its id."""
    if session.heard is None:
        session.heard = {}
    message = _keep(room, session, said, Speaker.PATRON, "", session.heard)
    session.patron_spoke = room.now
    return message


def staff_message(room: Room, session: Session, said: Said, name: str) -> Message:
    """Keep what a librarian said and remember its id."""
    if session.answered is None:
        session.answered = {}
    message = _keep(room, session, said, Speaker.STAFF, name, session.answered)
    session.owner_spoke = room.now
    return message


def keep_note(room: Room, session: Session, name: str, text: str) -> None:
    """Keep a note: for staff, never for the patron."""
    message = Message(
        room.next_message,
        session.number,
        session.patron.number,
        room.now,
        Speaker.NOTE,
        name,
        text,
        f"note-{room.next_message}",
    )
    room.next_message += 1
    session.lines.append(message)
    room.out.append(KeepMessage(message))


def _keep(
    room: Room,
    session: Session,
    said: Said,
    speaker: Speaker,
    staff: str,
    known: dict[str, tuple[int, str]],
) -> Message:
    number = room.next_message
    room.next_message = number + 1
    origin = said.id
    # An id that came before with other words was reused by the client: relayed under another.
    relayed = origin if origin and origin not in known else f"{origin or 'm'}~{number}"
    replaces = said.replaces
    if replaces:
        corrected = known.get(replaces)
        replaces = corrected[1] if corrected else replaces
    message = Message(
        number,
        session.number,
        session.patron.number,
        room.now,
        speaker,
        staff,
        said.body,
        relayed,
        origin if origin != relayed else "",
        replaces,
    )
    room.out.append(KeepMessage(message))
    if origin:
        known[origin] = (hash(said.body), relayed)
        if len(known) > IDS_HELD:
            _drop_older_half(known)
    session.lines.append(message)
    if len(session.lines) > LINES_HELD and session.state is SessionState.ACTIVE:
        del session.lines[: LINES_HELD // 2]
    return message


def _drop_older_half(known: dict[str, Any]) -> None:
    for key in list(known)[: len(known) // 2]:
        del known[key]


def relay_to_staff(room: Room, session: Session, message: Message, said: Said, name: str) -> None:
    """Pass a patron's words to one librarian, from the alias, under the same id each time."""
    member = room.agreement.member(name)
    if member is None:
        return
    number = room.next_say
    room.next_say = number + 1
    room.out.append(
        Say(
            number,
            session.patron.alias,
            member.address,
            message.body,
            message.id,
            room.now,
            session.number,
            message.number,
            message.replaces,
            said.active,
            said.sent,
        )
    )
    if name == session.owner:
        awaited = session.to_staff
        if awaited is None:
            awaited = session.to_staff = {}
        awaited[message.id] = number
        if len(awaited) > IDS_HELD:
            _drop_older_half(awaited)


def relay_to_patron(room: Room, session: Session, message: Message, said: Said) -> None:
    """Pass a librarian's words to the patron, from the desk they wrote to."""
    number = room.next_say
    room.next_say = number + 1
    patron = session.patron
    room.out.append(
        Say(
            number,
            patron.desk,
            patron.address,
            message.body,
            message.id,
            room.now,
            session.number,
            message.number,
            message.replaces,
            said.active,
            said.sent,
        )
    )
    awaited = session.to_patron
    if awaited is None:
        awaited = session.to_patron = {}
    awaited[message.id] = Awaited(number, message.staff, said.id if said.receipt else "")
    if len(awaited) > IDS_HELD:
        _drop_older_half(awaited)


def acknowledge(room: Room, said: Said) -> None:
    """Send the sender's device its receipt; it leaves only after the commit (XEP-0184)."""
    if said.receipt and said.id:
        room.out.append(Acknowledge(said.to, _full(said), said.id))


def _full(said: Said) -> str:
    return f"{said.sender}/{said.resource}" if said.resource else said.sender


def staff_received(room: Room, session: Session, event: Delivered, name: str) -> None:
    """A librarian's client has the patron's message: its outbox row is settled."""
    number = session.to_staff.pop(event.id, None) if session.to_staff else None
    if number is not None and name == session.owner:
        room.out.append(Settle(number, event.sender, Fate.DELIVERED))


def patron_received(room: Room, session: Session, event: Delivered) -> None:
    """The patron's client has an answer: settle it, and let its author's client know."""
    awaited = session.to_patron.pop(event.id, None) if session.to_patron else None
    if awaited is None:
        return
    room.out.append(Settle(awaited.number, event.sender, Fate.DELIVERED))
    author = room.agreement.member(awaited.author)
    if author is not None and awaited.author_id:
        room.out.append(Acknowledge(session.patron.alias, author.address, awaited.author_id))


def convey(room: Room, session: Session, event: Typed, from_staff: str) -> None:
    """Pass a chat state on between the patron and the owner; nobody else sees it (XEP-0085)."""
    owner = room.agreement.member(session.owner)
    if owner is None or session.state is not SessionState.ACTIVE:
        return
    patron = session.patron
    if not from_staff:
        room.out.append(Convey(patron.alias, owner.address, event.state))
    elif from_staff == session.owner:
        room.out.append(Convey(patron.desk, patron.address, event.state))


def patron_unreachable(room: Room, session: Session, number: int, message: Message | None) -> None:
    """An answer bounced: it is kept for the patron's return, and the owner is told once."""
    room.out.append(Settle(number, session.patron.address, Fate.UNDELIVERABLE))
    room.turn(session, Moment.UNDELIVERED, session.owner)
    told = bool(session.unreached)
    if message is not None:
        session.unreached = [*(session.unreached or []), message]
    if not told and session.state is SessionState.ACTIVE:
        room.tell_staff(session, session.owner, phrases.PATRON_UNREACHABLE())


def send_unreached(room: Room, session: Session) -> None:
    """The patron is back: say again, under the same ids, what could not reach them."""
    for message in session.unreached or ():
        again = Said("", "", "", message.id, message.body, sent=message.at)
        relay_to_patron(room, session, message, again)
    session.unreached = None
