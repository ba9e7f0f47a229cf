"""What was said so far, as a colleague is told it: never to a patron, for it may hold notes."""

from collections.abc import Iterable

from imref.desk import phrases
from imref.desk.model import Message, Session, SessionState, Speaker
from imref.desk.phrases import Lines, Text, Words
from imref.desk.room import Room

LINES_RETOLD = 12
"""How many lines a colleague is shown of a session that was under way."""

CHUNK = 8_000
"""Characters in one summary; a longer one goes out in several, so that no client cuts it."""


def line(room: Room, message: Message) -> Words:
    """One message on a line of a summary to staff."""
    match message.speaker:
        case Speaker.PATRON:
            return phrases.LINE_PATRON(text=_indented(message, "> "))
        case Speaker.STAFF:
            return phrases.LINE_STAFF(name=room.colleague(message.staff), text=_indented(message))
        case Speaker.NOTE:
            return phrases.LINE_NOTE(name=room.colleague(message.staff), text=_indented(message))


def _indented(message: Message, indent: str = "    ") -> Text:
    """Words of several lines as one paragraph, so that nobody can write another's line."""
    if message.retracted:
        return phrases.GONE()
    return f"\n{indent}".join(message.body.splitlines())


def untold(session: Session, name: str) -> list[Message]:
    """The lines that ``name`` has not been shown: all unanswered ones, and the last before them."""
    after = session.shown.get(name, 0) if session.shown else 0
    lines = [message for message in session.lines if message.number > after]
    unanswered = len(lines)
    while unanswered and lines[unanswered - 1].speaker is not Speaker.STAFF:
        unanswered -= 1
    return lines[max(0, min(unanswered, len(lines) - LINES_RETOLD)) :]


def waiting_since(session: Session) -> float:
    """Since when the patron has been without an answer, as people count it (Unix seconds)."""
    answer = next((line for line in reversed(session.lines) if line.speaker is Speaker.STAFF), None)
    if answer is None:
        return session.opened
    if session.patron_spoke > answer.at:
        return min(unanswered_since(session), session.since)
    # They have heard us last: what they wait for began when it was passed on, or put by.
    return answer.at if session.state is SessionState.HELD else session.since


def unanswered_since(session: Session) -> float:
    """When the patron spoke first after the last answer: asking again does not restart a wait."""
    since = session.patron_spoke
    for message in reversed(session.lines):
        if message.speaker is Speaker.STAFF or message.number == session.rounded_off:
            break
        if message.speaker is Speaker.PATRON:
            since = message.at
    return since


def chunks(room: Room, messages: Iterable[Message]) -> list[Lines]:
    """The messages, a line each, in pieces of about ``CHUNK`` characters."""
    pieces: list[list[Words]] = []
    length = CHUNK + 1  # the first one begins a piece
    for message in as_corrected(messages):
        length += len(message.body)
        if length > CHUNK:
            pieces.append([])
            length = len(message.body)
        pieces[-1].append(line(room, message))
    return [Lines(tuple(piece)) for piece in pieces]


def as_corrected(messages: Iterable[Message]) -> list[Message]:
    """The messages without those that a later one among them corrects (XEP-0308).

    Each correction stands where the first form of its words stood.
    """
    messages = list(messages)
    if not any(message.replaces for message in messages):
        return messages  # as mostly
    found: list[Message] = []
    places: dict[tuple[Speaker, str], int] = {}
    for message in messages:
        place = places.get((message.speaker, message.replaces)) if message.replaces else None
        if place is None:
            place = len(found)
            found.append(message)
        else:
            found[place] = message
            places[message.speaker, message.replaces] = place
        places[message.speaker, message.id] = place
    return found


def has_missed(session: Session, name: str) -> bool:
    """Whether ``name`` has not been shown all that the patron said before the last line."""
    shown = session.shown.get(name, 0) if session.shown else 0
    before = (line for line in reversed(session.lines[:-1]) if line.speaker is Speaker.PATRON)
    last = next(before, None)
    return last is not None and last.number > shown


def mark_shown(session: Session, name: str) -> None:
    """Remember that ``name`` has now been shown every line there is."""
    if session.shown is None:
        session.shown = {}
    session.shown[name] = session.lines[-1].number if session.lines else 0
