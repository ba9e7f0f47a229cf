"""A patron asks for the conversation as text: it is said here, or goes by mail.

What was said is read back from the store, so it does not matter how long ago it was.
"""

from collections.abc import Iterator
from typing import Final

from imref.desk import phrases
from imref.desk.commands import PatronCall, patron_command
from imref.desk.errands import Line, ReadTranscript
from imref.desk.events import TranscriptRead
from imref.desk.model import Patron, Session, Speaker
from imref.desk.occasions import when_due
from imref.desk.phrases import Clock, Lines, Text, Words
from imref.desk.promise.mailaddress import is_mail_address
from imref.desk.promise.mailing import post
from imref.desk.promise.promises import zone_of
from imref.desk.room import Room

TRANSCRIPT: Final = "transcript"
"""The occasion at which somebody has waited too long for one; its key is the patron's number."""

PATIENCE: Final = 10.0
"""Seconds until they are told that it does not come."""

REACHES_BACK: Final = 86_400.0
"""Seconds: earlier sessions that began within them are the same conversation to a patron."""

PIECE: Final = 3_000
"""Characters of one message, so that it can be read in a chat window."""

PIECES: Final = 10
"""Messages at most; of a longer conversation the end is shown."""

LONGEST_MAIL: Final = 400_000
"""Characters of the text of a mail."""


@patron_command("transcript", about="the conversation as text; and a mail address: by mail")
def _transcript(room: Room, call: PatronCall) -> None:
    patron = call.patron
    session = patron.session if patron else None
    if patron is None or session is None:
        room.say(call.desk, call.address, phrases.TRANSCRIPT_NOTHING(), language=call.language)
        return
    answered = any(line.speaker is Speaker.STAFF for line in session.lines)
    where = call.argument or patron.email
    if where and not room.agreement.mails:
        where = ""
        if call.argument:
            room.tell_patron(session, phrases.EMAIL_NONE())
    if call.argument and where and not is_mail_address(where):
        room.tell_patron(session, phrases.EMAIL_WRONG(text=phrases.snippet(where)))
        return
    if where and not answered:  # Or we would carry anybody's words to anybody.
        where = ""
        if call.argument:
            room.tell_patron(session, phrases.TRANSCRIPT_HERE())
    if where and not room.transcripts_mailed.allow(call.address, room.now):
        room.tell_patron(session, phrases.TRANSCRIPT_ENOUGH())
        return
    room.transcripts[patron.number] = where
    room.out.append(ReadTranscript(patron.number, session.opened - REACHES_BACK))
    room.agenda.enter(room.now + PATIENCE, TRANSCRIPT, str(patron.number))


@when_due(TRANSCRIPT)
def _too_late(room: Room, key: str) -> None:
    patron = room.aliases.get(int(key))
    if room.transcripts.pop(int(key), None) is not None and patron and patron.session:
        room.tell_patron(patron.session, phrases.TRANSCRIPT_LATER())


def transcript_read(room: Room, event: TranscriptRead) -> None:
    """Bring what was read to whoever asked for it."""
    number = event.asked.patron
    patron, where = room.aliases.get(number), room.transcripts.pop(number, None)
    room.agenda.strike(TRANSCRIPT, str(number))
    if where is None or patron is None or patron.session is None:
        return
    lines = [_line(room, patron, line) for line in event.lines]
    if not lines:
        room.tell_patron(patron.session, phrases.TRANSCRIPT_NOTHING())
    elif where:
        _mail(room, patron, patron.session, where, lines)
    else:
        _say(room, patron.session, lines, event.lines)


def _line(room: Room, patron: Patron, line: Line) -> Words:
    """What somebody said, under the name by which the patron knows them."""
    zone = zone_of(room, patron.session) if patron.session else "UTC"
    name: Text = room.screen_name(line.staff) if line.staff else phrases.TRANSCRIPT_YOU()
    return phrases.TRANSCRIPT_LINE(time=Clock(line.at, zone), name=name, text=line.body)


def _say(room: Room, session: Session, lines: list[Words], said: tuple[Line, ...]) -> None:
    pieces = list(_pieces(lines, said))
    if len(pieces) > PIECES:
        pieces = pieces[-PIECES:]
        pieces[0].insert(0, phrases.TRANSCRIPT_CUT())
    title = phrases.TRANSCRIPT(
        desk=room.desk_title(session.patron.desk), lines=Lines(tuple(pieces[0]))
    )
    room.tell_patron(session, title)
    for piece in pieces[1:]:
        room.tell_patron(session, Lines(tuple(piece)))


def _pieces(lines: list[Words], said: tuple[Line, ...]) -> Iterator[list[Words]]:
    piece: list[Words] = []
    length = 0
    for words, line in zip(lines, said, strict=True):
        if piece and length + len(line.body) > PIECE:
            yield piece
            piece, length = [], 0
        piece.append(words)
        length += len(line.body)
    yield piece


def _mail(room: Room, patron: Patron, session: Session, where: str, lines: list[Words]) -> None:
    desk = room.desk_title(patron.desk)
    body = phrases.TRANSCRIPT_BODY(
        desk=desk,
        lines=room.in_words(Lines(tuple(lines)), patron.language)[-LONGEST_MAIL:],
        address=f"{patron.desk}@{room.agreement.domain}",
    )
    post(room, session, "", where, phrases.TRANSCRIPT_SUBJECT(desk=desk), body)
    room.tell_patron(session, phrases.TRANSCRIPT_MAILED(address=where))
