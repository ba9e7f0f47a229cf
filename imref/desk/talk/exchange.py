"""What people say of earlier words: reactions, words taken back, and how far somebody has read.

None of it is an answer: it claims nothing, opens nothing, and nobody's silence ends with it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from imref.desk import phrases
from imref.desk.effects import Mark
from imref.desk.events import Delivered, Marked, Reacted, Said
from imref.desk.model import ALIAS_PREFIX, Message, Moment, Session, SessionState
from imref.desk.patron.blocking import is_blocked
from imref.desk.phrases import Words
from imref.desk.room import Room
from imref.desk.roster.devices import Feature
from imref.desk.talk.conversation import patron_received
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.rendition import Reader, voice
from imref.desk.talk.targets import known_as, meant, other, own_id, wording_of

REACTIONS_HELD: Final = 4096
"""Reactions remembered, so that one that comes twice is told once."""


def reacted(room: Room, session: Session | None, event: Reacted) -> None:
    """Pass on all the reactions that somebody has now for a message, instead of those before."""
    name = author_of(room, event.sender, event.to)
    if session is None or is_blocked(room, event.sender):
        return
    target = meant(session, name, event.sender, event.target)
    if target is None or target.retracted or not _is_news(room, session, target, name, event):
        return
    if not name and not room.patron_throttle.allow(event.sender, room.now):
        return
    room.turn(session, Moment.REACTED, name, " ".join(event.emojis))
    for reader in readers(room, session, name, target):
        _show(room, session, target, name, reader, event.emojis)


def _is_news(room: Room, session: Session, target: Message, name: str, event: Reacted) -> bool:
    """Whether this set of reactions is another than the last; it counts as the last from now on."""
    key = (session.number, name, target.number)
    if room.reactions.get(key) == event.emojis:
        return False
    if len(room.reactions) >= REACTIONS_HELD:
        for old in list(room.reactions)[: REACTIONS_HELD // 2]:
            del room.reactions[old]
    room.reactions[key] = event.emojis
    return True


def _show(
    room: Room,
    session: Session,
    target: Message,
    name: str,
    reader: Reader,
    emojis: tuple[str, ...],
) -> None:
    """Show somebody's reactions to one reader: as such where they can be seen, else in words.

    A client shows one set of reactions for each address, so those of a guest, who writes from the
    owner's, are told in words.
    """
    phrase = phrases.REACTION if emojis else phrases.REACTION_GONE
    snippet = phrases.snippet(wording_of(session, target))
    words = phrase(text=snippet, emojis=" ".join(emojis))
    guest = name in session.guests
    known = "" if guest else known_as(target, reader.name, reader.address)
    enclosed = Enclosure(reaction_to=known, reactions=emojis) if known else None
    tell(room, session, name, reader, words, enclosed, Feature.REACTIONS)


def tell(
    room: Room,
    session: Session,
    name: str,
    reader: Reader,
    words: Words,
    enclosed: Enclosure | None,
    feature: Feature,
) -> None:
    """Tell a reader what an author has done with earlier words.

    ``enclosed`` says it to a client that can show it, ``words`` to a person; unless all that the
    reader has is known to show it, both go out, the words as standing in.
    """
    nick = voice(room.screen_name(name)) if name and not reader.name else None
    able = room.devices.can(reader.address, feature)
    body = room.in_words(words, room.language_of(reader.address, reader.window))
    if enclosed is None or able is False:
        before = f"{room.screen_name(name)}: " if name in session.guests else ""
        room.say(reader.window, reader.address, before + body, session, enclosed=nick)
        return
    if nick is not None:
        enclosed = replace(enclosed, nick=nick.nick)
    enclosed = replace(enclosed, fallback=not able)
    room.say(reader.window, reader.address, "" if able else body, session, enclosed=enclosed)


def marked(room: Room, session: Session | None, event: Marked) -> None:
    """Somebody has looked at a message: its author's client may show it (XEP-0333).

    Of staff that is whoever has the session; what a colleague reads beside them is no sign to the
    patron that they are being served.
    """
    name = author_of(room, event.sender, event.to)
    if session is None or is_blocked(room, event.sender):
        return
    if not name:
        seen = Delivered(event.sender, event.to, event.target)
        patron_received(room, session, seen)  # whatever was looked at has arrived
    elif name != serving(session):
        return
    target = other(session, name, event.sender, event.target)
    if target is None:
        return
    patron = session.patron
    author = room.address_of(target.staff) if not name else patron.address
    if author and room.devices.can(author, Feature.MARKERS) is not False:
        window = patron.desk if name else patron.alias
        room.out.append(Mark(window, author, own_id(target)))


def unquote(said: Said) -> None:
    """Leave of an answer to a message what its writer says, without what their client quotes.

    What is quoted may be a summary with notes in it, or words that were taken back; and "keep" is
    a command also in an answer to the sentence that offers it. What is passed on quotes anew.
    """
    own = said.body[said.quoted :].strip()
    if own:
        said.body = own
    said.quoted = 0


# Who is who.


def author_of(room: Room, sender: str, to: str) -> str:
    """The name of whoever writes to one of our addresses, as in `targets`: "" is a patron."""
    member = room.agreement.staff.get(sender)
    if member is not None:
        return member.name
    return sender if to.startswith(ALIAS_PREFIX) else ""


def serving(session: Session) -> str:
    """Who has a session now, or had it at its end; "" while nobody has."""
    match session.state:
        case SessionState.ACTIVE:
            return session.owner
        case SessionState.ABROAD:
            return session.partner
        case SessionState.CLOSED:
            return session.owner or session.partner
        case _:
            return ""


def readers(room: Room, session: Session, name: str, target: Message) -> Iterable[Reader]:
    """Who shall see what somebody says of a message: the other side of the conversation.

    After the close the patron's goes to its author, if it was they who had the session.
    """
    patron, has_it = session.patron, serving(session)
    if name:
        if name == has_it or name in session.guests:
            yield Reader("", patron.address, patron.desk)
        return
    if session.state is SessionState.CLOSED and target.staff != has_it:
        return
    for each in (has_it, *session.guests):
        if address := room.address_of(each):
            yield Reader(each, address, patron.alias)
