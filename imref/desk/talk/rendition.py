"""How words that refer to other words reach one reader: by an id that they know, or in words."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from imref.desk import phrases
from imref.desk.model import Message, Session
from imref.desk.room import Room
from imref.desk.roster.devices import Feature
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.targets import first_of, known_as, relayed, wording_of

QUOTED_LINES: Final = 3
QUOTED_CHARACTERS: Final = 200
"""How much of a message is quoted before an answer to it, at most."""

NOTHING: Final = Enclosure()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: a name as in `targets`, and where they are. ``window`` is our local part there."""

    name: str
    address: str
    window: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """A message as one reader gets it; ``replaces`` is an id that they know."""

    body: str
    replaces: str
    enclosed: Enclosure | None


@lru_cache(maxsize=256)
def voice(nick: str) -> Enclosure:
    """What goes with the words of somebody who is called ``nick``: one object for all of them."""
    return Enclosure(nick=nick)


def render(
    room: Room,
    session: Session,
    message: Message,
    reader: Reader,
    nick: Enclosure | None = None,
    before: str = "",
) -> Rendition:
    """Put a message that refers to an earlier one, or has something with it, for one reader.

    ``before`` goes before the words, so that several speakers can be told apart.
    """
    body, replaces = message.body, ""
    if message.replaces:
        replaces = _correctable(room, session, message, reader)
        if not replaces:
            language = room.language_of(reader.address, reader.window)
            body = room.in_words(phrases.CORRECTION(text=body), language)
    enclosed = message.enclosed
    if enclosed is None:
        return Rendition(before + body, replaces, nick)
    reply, quotation = "", ""
    if enclosed.reply:
        reply, quotation = _answered(session, message, reader)
    enclosed = replace(
        enclosed,
        nick=nick.nick if nick else "",
        reply=reply,
        quoted=len(quotation) if reply else 0,
    )
    return Rendition(quotation + before + body, replaces, None if enclosed == NOTHING else enclosed)


def _correctable(room: Room, session: Session, message: Message, reader: Reader) -> str:
    """The id of what is corrected, if the reader knows it and all their devices can change it."""
    first = first_of(session, message)
    if first is message or room.devices.can(reader.address, Feature.CORRECTIONS) is False:
        return ""
    return known_as(first, reader.name, reader.address)


def _answered(session: Session, message: Message, reader: Reader) -> tuple[str, str]:
    """The id of what is answered, as the reader knows it, and its first words as a quotation.

    The quotation is made of what we kept: what a client quotes of our own words may hold a
    colleague's note.
    """
    assert message.enclosed is not None
    answered = relayed(session, message.enclosed.reply, message.speaker)
    if answered is None or answered.retracted:
        return "", ""
    lines = wording_of(session, answered).splitlines()
    shown = [phrases.snippet(line, QUOTED_CHARACTERS) for line in lines[:QUOTED_LINES]]
    if len(lines) > QUOTED_LINES:
        shown.append("…")
    quotation = "".join(f"> {line}\n" for line in shown)
    return known_as(answered, reader.name, reader.address), quotation
