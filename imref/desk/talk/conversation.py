"""Words between a patron and a librarian: kept, passed on once, acknowledged, corrected."""

from imref.desk import phrases
from imref.desk.effects import (
    Acknowledge,
    Convey,
    Fate,
    KeepMessage,
    KeepSession,
    Say,
    Settle,
)
from imref.desk.events import (
    Delivered,
    Said,
    Typed,
    device_of,
)
from imref.desk.model import Awaited, Message, Moment, Session, SessionState, Speaker
from imref.desk.room import Room
from imref.desk.roster.capabilities import device_wrote
from imref.desk.roster.names import name_of
from imref.desk.talk.courtesy import LONGEST, rounds_off
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.rendition import Reader, render, voice
from imref.desk.talk.repeats import ID_LENGTH, IDS_HELD, add_line, forget_older, free_id
from imref.desk.talk.targets import meant, own

OLDEST_STAMP = 30 * 86_400.0
"""Seconds: a delay stamp from longer ago, or from the future, is not passed on."""

LINES_HELD = 64
"""Lines of a session held in memory for whoever takes over; the store has them all."""


def patron_message(room: Room, session: Session, said: Said) -> Message:
    """Keep what a patron said and remember its id."""
    short = len(said.body) <= LONGEST
    courtesy = short and rounds_off(room.agreement.wording, session, said.body)
    message = _keep(room, session, said, Speaker.PATRON, "")
    session.asked_lines += not message.replaces
    if courtesy:
        session.rounded_off = message.number
    else:
        session.patron_spoke = room.now
    return message


def staff_message(
    room: Room, session: Session, said: Said, name: str, *, guest: bool = False
) -> Message:
    """Keep what a librarian said and remember its id."""
    message = _keep(room, session, said, Speaker.STAFF, name, guest=guest)
    session.owner_spoke = room.now
    session.answer_lines += not message.replaces
    if not session.first_answer:
        session.first_answer = room.now
        room.out.append(KeepSession(session))
    if session.owner_gone and not guest:
        session.owner_gone = room.now  # Words prove that they are there, whatever presence says.
    if len(session.lines) > LINES_HELD:
        del session.lines[: LINES_HELD // 2]  # Answered now; until then no line is let go.
    return message


def keep_note(room: Room, session: Session, name: str, text: str, stanza_id: str = "") -> bool:
    """Keep a note, for staff and never for the patron; False when this very note is kept already.

    A client that saw no receipt sends it again, also after a restart, which forgets what commands
    were done: so its id is made of the author's own.
    """
    number = room.next_message
    known_as = f"note-{name}-{stanza_id}" if stanza_id else f"note-{number}"
    alike = [line for line in session.lines if line.id.startswith(known_as)]
    if any(line.body == text for line in alike):
        return False
    message = Message(
        number,
        session.number,
        session.patron.number,
        room.now,
        Speaker.NOTE,
        name,
        text,
        f"{known_as}~{number}" if alike else known_as,
    )
    room.next_message = number + 1
    add_line(session, message)
    room.out.append(KeepMessage(message))
    return True


def _keep(
    room: Room,
    session: Session,
    said: Said,
    speaker: Speaker,
    staff: str,
    *,
    guest: bool = False,
) -> Message:
    number = room.next_message
    room.next_message = number + 1
    origin = said.id if len(said.id) <= ID_LENGTH else ""
    relayed = free_id(session, speaker, origin, number)
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
        _corrected(session, said, staff) if said.replaces else "",
        guest,
        _came_with(session, said, staff),
    )
    room.out.append(KeepMessage(message))
    add_line(session, message)
    if not room.devices.knows(said.sender, said.resource):
        device_wrote(room, said)
    return message


def _corrected(session: Session, said: Said, name: str) -> str:
    """The relayed id of the words of their own that somebody corrects.

    A correction of what was never passed on (a mistyped command), of what was taken back, or of
    what is so old that memory has let it go, is a message of its own: "".
    """
    first = own(session, name, said.replaces)
    return first.id if first is not None and not first.retracted else ""


def _came_with(session: Session, said: Said, name: str) -> Enclosure | None:
    """What goes on with the words; the id of a message that they answer becomes its relayed one."""
    if not (said.reply or said.url or said.unstyled):
        return None
    answered = meant(session, name, said.sender, said.reply)
    reply = answered.id if answered is not None else ""
    if not (reply or said.url or said.unstyled):
        return None
    return Enclosure(reply=reply, url=said.url, unstyled=said.unstyled)


def relay_to_staff(room: Room, session: Session, message: Message, said: Said, name: str) -> None:
    """Pass a patron's words to one librarian, from the alias, under the same id each time."""
    member = room.agreement.member(name)
    if member is None:
        return
    patron, nick = session.patron, None
    if patron.name:
        nick = voice(room.in_words(name_of(patron), member.language))
    number = _pass_on(room, session, message, said, name, member.address, nick)
    if message.seen_by:
        _has_seen(message, member.address)
    else:
        message.seen_by = member.address  # most have one reader: one string for all of them
    if name == session.owner:
        _await_receipt(session, message, number)


def relay_to_partner(room: Room, session: Session, message: Message, said: Said) -> None:
    """Pass a patron's words to the partner library that has the session, from the alias."""
    number = _pass_on(room, session, message, said, session.partner, session.partner)
    _has_seen(message, session.partner)
    _await_receipt(session, message, number)


def _has_seen(message: Message, address: str) -> None:
    """Remember that somebody knows a message under its id."""
    if not message.seen_by:
        message.seen_by = address
    elif address not in message.seen_by.split():
        message.seen_by += f" {address}"


def relay_to_patron(room: Room, session: Session, message: Message, said: Said) -> None:
    """Pass a librarian's words to the patron, from the desk they wrote to."""
    called = room.screen_name(message.staff)
    before = f"{called}: " if message.guest else ""
    patron = session.patron.address
    number = _pass_on(room, session, message, said, "", patron, voice(called), before)
    awaited = session.to_patron
    if awaited is None:
        awaited = session.to_patron = {}
    awaited[message.id] = Awaited(number, message, said.id if said.receipt else "")
    forget_older(awaited)


def _pass_on(
    room: Room,
    session: Session,
    message: Message,
    said: Said,
    name: str,
    address: str,
    nick: Enclosure | None = None,
    before: str = "",
) -> int:
    """Send kept words on, under their own id; gives the number of the outbox row.

    ``name`` is who reads them, as in `targets`: "" is the patron. ``before`` goes before the
    words, so that several speakers can be told apart.
    """
    window = session.patron.alias if name else session.patron.desk
    number = room.next_say
    room.next_say = number + 1
    body, replaces, enclosed = before + message.body, "", nick
    if message.replaces or message.enclosed is not None:
        reader = Reader(name, address, window)
        as_read = render(room, session, message, reader, nick, before)
        body, replaces, enclosed = as_read.body, as_read.replaces, as_read.enclosed
    room.out.append(
        Say(
            number,
            window,
            address,
            body,
            message.id,
            room.now,
            session.number,
            message.number,
            replaces,
            said.active,
            _stamp(room, said) if said.sent else 0.0,
            body != message.body,
            enclosed,
        )
    )
    return number


def _await_receipt(session: Session, message: Message, number: int) -> None:
    """Remember that whoever has the session has not acknowledged these words yet."""
    awaited = session.to_staff
    if awaited is None:
        awaited = session.to_staff = {}
    awaited[message.id] = number
    if len(awaited) > IDS_HELD:
        forget_older(awaited)


def _stamp(room: Room, said: Said) -> float:
    """When it was first sent (XEP-0203), if that can be true; clients sort by it."""
    return said.sent if room.now - OLDEST_STAMP < said.sent <= room.now else 0.0


def acknowledge(room: Room, said: Said) -> None:
    """Send the sender's device its receipt; it leaves only after the commit (XEP-0184)."""
    if said.receipt and said.id:
        room.out.append(Acknowledge(said.to, device_of(said), said.id))


def staff_received(room: Room, session: Session, event: Delivered, name: str) -> None:
    """A librarian's client has the patron's message: its outbox row is settled."""
    if name == session.owner:
        question_received(room, session, event)


def question_received(room: Room, session: Session, event: Delivered) -> None:
    """Whoever has the session, a librarian or a partner, has the patron's message."""
    number = session.to_staff.pop(event.id, None) if session.to_staff else None
    session.to_staff = session.to_staff or None
    if number is not None:
        room.out.append(Settle(number, event.sender, Fate.DELIVERED))


def patron_received(room: Room, session: Session, event: Delivered) -> None:
    """The patron's client has an answer: settle it, and let its author's client know."""
    awaited = session.to_patron.pop(event.id, None) if session.to_patron else None
    session.to_patron = session.to_patron or None
    if awaited is None:
        return
    room.out.append(Settle(awaited.number, event.sender, Fate.DELIVERED))
    author = room.address_of(awaited.message.staff)
    if author and awaited.author_id:
        room.out.append(Acknowledge(session.patron.alias, author, awaited.author_id))


def convey(room: Room, session: Session, event: Typed, from_staff: str) -> None:
    """Pass a chat state on between the patron and who has the session; nobody else sees it.

    That is the owner or a partner; ``from_staff`` is "" when it is the patron's (XEP-0085).
    """
    states = {SessionState.ACTIVE: session.owner, SessionState.ABROAD: session.partner}
    answers = states.get(session.state, "")
    address = room.address_of(answers)
    if not address:
        return
    patron = session.patron
    if not from_staff:
        room.out.append(Convey(patron.alias, address, event.state))
    elif from_staff == answers:
        room.out.append(Convey(patron.desk, patron.address, event.state))


def patron_unreachable(room: Room, session: Session, answer: Awaited) -> None:
    """An answer bounced: it is kept for the patron's return, and the owner is told once."""
    room.out.append(Settle(answer.number, session.patron.address, Fate.UNDELIVERABLE))
    room.turn(session, Moment.UNDELIVERED, session.owner)
    told = bool(session.unreached)
    session.unreached = [*(session.unreached or []), answer.message]
    if not told and session.state is SessionState.ACTIVE:
        room.tell_staff(session, session.owner, phrases.PATRON_UNREACHABLE())


def send_unreached(room: Room, session: Session) -> None:
    """Say again, under the same ids and in their order, what could not reach the patron."""
    unreached, session.unreached = session.unreached or (), None
    for message in sorted(unreached, key=lambda message: message.number):
        if message.retracted:
            continue
        own_id = message.origin or message.id
        again = Said("", "", "", own_id, message.body, receipt=True, sent=message.at)
        relay_to_patron(room, session, message, again)
