"""What a patron and librarians said to each other, read beside the writer for the patron."""

from pathlib import Path

from sqlalchemy import Connection, func, or_, select

from imref.desk.errands import Line, ReadTranscript
from imref.desk.events import TranscriptRead
from imref.desk.model import Speaker
from imref.store.reader import glance
from imref.store.schema import messages, sessions


def read(path: Path, asked: ReadTranscript) -> TranscriptRead:
    """Read what was asked for in the database at ``path``. Raises StoreError."""
    with glance(path) as connection:
        return TranscriptRead(asked, tuple(said(connection, asked.patron, asked.since)))


def said(connection: Connection, patron: int, since: float) -> list[Line]:
    """What both sides said in a patron's sessions since a moment, and in the last one.

    Notes are left out, and so is what was taken back; what was corrected reads as it was corrected.
    """
    last = select(func.max(sessions.c.number)).where(sessions.c.patron == patron)
    ours = select(sessions.c.number).where(
        sessions.c.patron == patron,
        or_(sessions.c.opened >= since, sessions.c.number == last.scalar_subquery()),
    )
    query = (
        select(messages)
        .where(
            messages.c.session.in_(ours),
            messages.c.speaker.in_((Speaker.PATRON, Speaker.STAFF)),
            messages.c.retracted.is_(False),
        )
        .order_by(messages.c.number)
    )
    lines: list[Line] = []
    known: dict[tuple[str, str], Line] = {}
    for row in connection.execute(query):
        line = known.get((row.speaker, row.replaces)) if row.replaces else None
        if line is None:
            line = Line(row.at, row.staff, row.body)
            lines.append(line)
        line.body = row.body
        known[row.speaker, row.id] = line  # a correction may be corrected in its turn
    return [line for line in lines if line.body]
