"""Stanza ids lately heard, so that a stanza sent twice is one message and keeps one id."""

from typing import Any

from imref.desk.effects import OWN_ID_PREFIX
from imref.desk.model import Heard, Message, Session, Speaker

IDS_HELD = 512
"""Stanza ids remembered in each direction, so that a repeated stanza is known."""

NEAR = 4
"""Lines that are looked through for an id; only ids of older ones take memory of their own."""

ID_LENGTH = 255
"""Characters of a stanza id that we pass on and remember; nobody needs more to be unique."""


def fingerprint(body: str, staff: str = "") -> int:
    """What tells apart two stanzas with one id: the words, and which librarian wrote them."""
    return hash((staff, body)) if staff else hash(body)


def add_line(session: Session, message: Message) -> None:
    """Add a message to the lines of a session, and see to it that its id stays known."""
    lines = session.lines
    lines.append(message)
    if len(lines) > NEAR:
        remember_line(session, lines[-NEAR - 1])


def remember_line(session: Session, message: Message) -> None:
    """Remember the id of a message that is, or soon will be, out of sight."""
    heard = _heard(session, message.speaker)
    origin = message.origin or message.id
    if heard is not None and not (message.retracted and origin in heard):
        _remember(heard, origin, fingerprint(message.body, message.staff), message.id)


def remember_done(session: Session, stanza_id: str, body: str, author: str = "") -> None:
    """Remember the id of what was not kept: the same stanza again must not be done twice.

    That is a patron's command, or with an ``author`` what a partner's desk said by itself.
    """
    heard = _heard(session, Speaker.STAFF if author else Speaker.PATRON)
    if heard is not None and 0 < len(stanza_id) <= ID_LENGTH:
        _remember(heard, stanza_id, fingerprint(body, author), "")


def is_repeat(session: Session, speaker: Speaker, stanza_id: str, body: str, staff: str) -> bool:
    """Whether this very stanza came before. The same id with other words is a new message."""
    seen = _look_up(session, speaker, stanza_id) if stanza_id else None
    return seen is not None and seen[0] == fingerprint(body, staff)


def relayed_as(session: Session, speaker: Speaker, stanza_id: str) -> str:
    """The id under which a sender's stanza went on; "" when it did not, or is not known."""
    seen = _look_up(session, speaker, stanza_id) if stanza_id else None
    return seen[1] if seen else ""


def free_id(session: Session, speaker: Speaker, origin: str, number: int) -> str:
    """The sender's own id where it is free; else one that nothing else can have.

    An id may have come before with other words (a client that counts from 1 at every start),
    look like the desk's own, or like one that was made here.
    """
    if origin and "~" not in origin and _look_up(session, speaker, origin) is None:
        if not origin.startswith(OWN_ID_PREFIX):
            return origin
        origin = origin.removeprefix(OWN_ID_PREFIX)
    return f"{origin or 'm'}~{number}"


def carry_over(last: Session, session: Session) -> None:
    """Let a patron's new session know the ids of the one before."""
    for message in last.lines[-NEAR:]:
        remember_line(last, message)
    session.heard, session.answered = last.heard, last.answered


def forget_older(by_id: dict[str, Any]) -> None:
    """Let the older half go when more than ``IDS_HELD`` are held; in halves, so that it is rare."""
    if len(by_id) > IDS_HELD:
        for key in list(by_id)[: len(by_id) // 2]:
            del by_id[key]


def _look_up(session: Session, speaker: Speaker, stanza_id: str) -> tuple[int, str] | None:
    """The fingerprint that last came under an id, and the id it went on under."""
    for message in session.lines[: -NEAR - 1 : -1]:
        if (message.origin or message.id) == stanza_id and message.speaker is speaker:
            if message.retracted:
                break  # its words are gone, but not what told them apart
            return fingerprint(message.body, message.staff), message.id
    heard = session.heard if speaker is Speaker.PATRON else session.answered
    seen = heard.get(stanza_id) if heard else None
    return (seen, stanza_id) if isinstance(seen, int) else seen


def _heard(session: Session, speaker: Speaker) -> Heard | None:
    match speaker:
        case Speaker.PATRON:
            if session.heard is None:
                session.heard = {}
            return session.heard
        case Speaker.STAFF:
            if session.answered is None:
                session.answered = {}
            return session.answered
        case Speaker.NOTE:
            return None


def _remember(heard: Heard, stanza_id: str, mark: int, relayed: str) -> None:
    heard.pop(stanza_id, None)  # The newest is forgotten last.
    heard[stanza_id] = mark if relayed == stanza_id else (mark, relayed)
    if len(heard) > IDS_HELD:
        forget_older(heard)
