"""Which kept message somebody means by an id, and under which id somebody else knows it.

Each side knows its own messages by its own ids and the other's by the relayed ones. A name is ""
for the patron, that of a staff member, or the address of a partner.
"""

from collections.abc import Iterator

from imref.desk.model import Message, Session, Speaker


def _spoken(session: Session) -> Iterator[Message]:
    """What memory holds of a conversation, newest first, without notes."""
    for lines in (session.lines, session.earlier):
        for message in reversed(lines):
            if message.speaker is not Speaker.NOTE:
                yield message


def own_id(message: Message) -> str:
    """What its author calls a message."""
    return message.origin or message.id


def is_by(message: Message, name: str) -> bool:
    """Whether somebody wrote this."""
    if message.speaker is Speaker.PATRON:
        return not name
    return message.staff == name


def own(session: Session, name: str, stanza: str) -> Message | None:
    """The message of their own that somebody means, as it was before any correction of it."""
    for message in _spoken(session):
        if is_by(message, name) and own_id(message) == stanza:
            return first_of(session, message)
    return None


def other(session: Session, name: str, address: str, stanza: str) -> Message | None:
    """The message of the other side that somebody means, who reads at this address."""
    for message in _spoken(session):
        if message.id == stanza and not is_by(message, name):
            if known_as(message, name, address):
                return first_of(session, message)
            return None
    return None


def meant(session: Session, name: str, address: str, stanza: str) -> Message | None:
    """The message that somebody means, the other side's or their own."""
    if not stanza:
        return None
    return other(session, name, address, stanza) or own(session, name, stanza)


def known_as(message: Message, name: str, address: str) -> str:
    """The id under which somebody knows a message; "" if they were only told of it."""
    if is_by(message, name):
        return own_id(message)
    if message.speaker is Speaker.PATRON:
        return message.id if address in message.seen_by.split() else ""
    return "" if name else message.id


def first_of(session: Session, message: Message) -> Message:
    """The message that this one corrects, or itself: corrections name the first (XEP-0308)."""
    if message.replaces:
        for earlier in _spoken(session):
            if earlier.id == message.replaces and earlier.speaker is message.speaker:
                return earlier
    return message


def relayed(session: Session, stanza: str, author: Speaker) -> Message | None:
    """The message that went on under an id; of two, the one that ``author`` did not write."""
    found = [message for message in _spoken(session) if message.id == stanza]
    return next((each for each in found if each.speaker is not author), next(iter(found), None))


def versions(session: Session, first: Message) -> list[Message]:
    """A message and all its corrections, newest first."""
    return [
        message
        for message in _spoken(session)
        if message is first or (message.replaces == first.id and message.speaker is first.speaker)
    ]


def wording_of(session: Session, first: Message) -> str:
    """The words of a message as they stand after its last correction."""
    return next((message.body for message in versions(session, first)), first.body)
