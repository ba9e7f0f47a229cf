"""Words taken back (XEP-0424): by their author alone, out of memory and out of the store.

Nobody is told the words once more: who cannot be shown that they are gone is told of when they
are.
"""

from collections.abc import Iterator

from imref.desk import phrases
from imref.desk.effects import Keep, KeepSession, TakeBack
from imref.desk.events import Retracted
from imref.desk.model import (
    ALIAS_PREFIX,
    Ending,
    Message,
    Session,
    SessionState,
    Speaker,
    number_in,
)
from imref.desk.phrases import When
from imref.desk.room import Room
from imref.desk.roster.devices import Feature
from imref.desk.session.sessions import close
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.erasing import without
from imref.desk.talk.exchange import author_of, serving, tell
from imref.desk.talk.rendition import Reader
from imref.desk.talk.repeats import remember_line
from imref.desk.talk.targets import known_as, own, own_id, versions


def retracted(room: Room, session: Session | None, event: Retracted) -> None:
    """Let go of the words of their own that somebody takes back, and tell whoever has read them."""
    name = author_of(room, event.sender, event.to)
    if session is None:
        _from_the_store_alone(room, event, name)
        return
    first = own(session, name, event.target) or _note(session, name, event.target)
    if first is None:
        if name or room.patron_throttle.allow(event.sender, room.now):
            _take_back(room, session.patron.number, name, event.target)
    elif not first.retracted:
        arrived = first not in (session.unreached or ())
        gone = versions(session, first) or [first]
        words = "\n".join(message.body for message in gone)
        _take_back(room, first.patron, name, own_id(first), first, words)
        _forget(room, session, gone, words)
        if first.speaker is not Speaker.NOTE:
            _tell_all(room, session, name, first, gone, arrived=arrived)


def _from_the_store_alone(room: Room, event: Retracted, name: str) -> None:
    """Memory has let go of the conversation: a librarian's words may still be kept."""
    number = number_in(event.to) if event.to.startswith(ALIAS_PREFIX) else None
    if number is not None and event.sender in room.agreement.staff:
        _take_back(room, number, name, event.target)


def _note(session: Session, name: str, stanza: str) -> Message | None:
    """The note that somebody wrote by this command, see `keep_note`."""
    known_as = f"note-{name}-{stanza}"
    notes = (line for line in reversed(session.lines) if line.speaker is Speaker.NOTE)
    return next((each for each in notes if each.id.partition("~")[0] == known_as), None)


def _take_back(
    room: Room,
    patron: int,
    name: str,
    stanza: str,
    message: Message | None = None,
    words: str = "",
) -> None:
    speaker = message.speaker if message else Speaker.STAFF if name else Speaker.PATRON
    number = message.number if message else 0
    room.out.append(TakeBack(patron, speaker, name, stanza, number, words))


def _forget(room: Room, session: Session, gone: list[Message], words: str) -> None:
    """Leave nothing of these words in memory."""
    numbers = {message.number for message in gone}
    session.unreached = [
        each for each in session.unreached or () if each.number not in numbers
    ] or None
    for mail in room.mails.values():
        if (
            mail.patron == session.patron.number
            and (rest := without(mail.body, words)) != mail.body
        ):
            mail.body = rest
            room.out.append(Keep(mail))
    awaited = [each.message for each in (session.to_patron or {}).values()]
    for message in (*gone, *(each for each in awaited if each.number in numbers)):
        if not message.retracted:
            remember_line(session, message)  # the same stanza once more brings nothing back
        message.body, message.enclosed, message.retracted = "", None, True
    spoken = (line.at for line in session.lines if _is_question(line))
    session.patron_spoke = min(session.patron_spoke, max(spoken, default=session.opened))
    room.out.append(KeepSession(session))


def _is_question(line: Message) -> bool:
    return line.speaker is Speaker.PATRON and not line.retracted


def _tell_all(
    room: Room,
    session: Session,
    name: str,
    first: Message,
    gone: list[Message],
    *,
    arrived: bool,
) -> None:
    if not name and _nothing_is_left(session):
        close(room, session, Ending.PATRON, phrases.CLOSED_BY_PATRON)
        return
    desk = room.desk_for(session.desk)
    when = When(first.at, str(desk.hours.zone) if desk else "UTC")
    if arrived:
        for reader in _readers(room, session, name):
            known = (known_as(each, reader.name, reader.address) for each in (first, *gone))
            known_id = next(filter(None, known), "")
            enclosed = Enclosure(retracts=known_id) if known_id else None
            words = phrases.TAKEN_BACK(when=when)
            tell(room, session, name, reader, words, enclosed, Feature.RETRACTIONS)
    if name and session.state is SessionState.ACTIVE:
        for colleague in (session.owner, *session.guests):
            if colleague != name:
                words = phrases.COLLEAGUE_TOOK_BACK(name=room.colleague(name), when=when)
                room.tell_staff(session, colleague, words)


def _nothing_is_left(session: Session) -> bool:
    """Whether a patron who waits has taken back all that they asked: there is no question left."""
    waits = session.state in (SessionState.WAITING, SessionState.HELD)
    return waits and not any(map(_is_question, session.lines))


def _readers(room: Room, session: Session, name: str) -> Iterator[Reader]:
    """Who has the words before them."""
    patron = session.patron
    if name:
        yield Reader("", patron.address, patron.desk)
        return
    asked = (each for each, offer in (session.offers or {}).items() if offer.live)
    for each in (serving(session), *session.guests, *asked):
        if address := room.address_of(each):
            yield Reader(each, address, patron.alias)
