"""Reading what is kept, beside a service that goes on writing: sessions and transcripts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from imref.desk.effects import Fate
from imref.desk.model import ALIAS_PREFIX, Moment, SessionState, Speaker
from imref.store.database import failures_named
from imref.store.reader import Reader
from imref.store.schema import OPEN, messages, outbox, sessions, turns

FARTHEST_FIRST = (Fate.DELIVERED, Fate.ACCEPTED, Fate.OWED, Fate.UNDELIVERABLE)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session in a list. Times are Unix seconds; ``closed`` is 0 while it is open."""

    number: int
    alias: str
    desk: str
    state: SessionState
    owner: str
    opened: float
    closed: float
    ended_by: str
    outcome: str
    read: int
    messages: int
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message or a note. ``fate`` is how far it got: None for what was never to be sent.

    Of one that was ``retracted`` the words are gone.
    """

    at: float
    speaker: Speaker
    staff: str
    body: str
    id: str
    replaces: str
    fate: Fate | None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """A turn in the session's life."""

    at: float
    what: Moment
    staff: str
    detail: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """One session with everything said and done in it, in the order of time."""

    session: SessionSummary
    lines: tuple[Spoken | Happened, ...]


class Archive(Reader):
    """What is kept, for people to read: sessions and transcripts."""

    def sessions(self, *, limit: int = 50, only_open: bool = False) -> list[SessionSummary]:
        """The latest sessions, newest first."""
        query = _summaries().order_by(sessions.c.number.desc()).limit(limit)
        return self._summaries(query.where(OPEN) if only_open else query)

    def sessions_at(
        self, desks: Collection[str], opened: tuple[float, float], *, limit: int, skip: int = 0
    ) -> list[SessionSummary]:
        """Sessions of some desks that were opened in a time (Unix seconds), newest first."""
        since, until = opened
        there = sessions.c.desk.in_(desks)
        query = _summaries().where(there, sessions.c.opened >= since, sessions.c.opened < until)
        return self._summaries(query.order_by(sessions.c.opened.desc()).limit(limit).offset(skip))

    def sessions_of(self, alias: str) -> list[SessionSummary]:
        """All sessions of one patron (``patron-1042``, or just 1042), oldest first."""
        digits = alias.removeprefix(ALIAS_PREFIX)
        if not (digits.isascii() and digits.isdigit()):
            return []
        of_patron = sessions.c.patron == int(digits)
        return self._summaries(_summaries().where(of_patron).order_by(sessions.c.number))

    def transcript(self, number: int) -> Transcript | None:
        """Everything said and done in session ``number``; None when there is no such session."""
        with failures_named(self._path), self._engine.begin() as transaction:
            rows = transaction.execute(_summaries().where(sessions.c.number == number))
            summary = next(map(_summary, rows), None)
            if summary is None:
                return None
            # Turns first: where the clock shows the same time, "opened" comes before the words.
            lines: list[Spoken | Happened] = [*_happened(transaction, number)]
            lines += _spoken(transaction, number)
        return Transcript(summary, tuple(sorted(lines, key=lambda line: line.at)))

    def _summaries(self, query: Select[Any]) -> list[SessionSummary]:
        with failures_named(self._path), self._engine.begin() as transaction:
            return [_summary(row) for row in transaction.execute(query)]


def _summaries() -> Select[Any]:
    said = _count(messages.c.session == sessions.c.number).label("messages")
    return select(sessions, said)


def _count(condition: ColumnElement[bool]) -> Any:
    return select(func.count()).where(condition).correlate(sessions).scalar_subquery()


def _summary(row: Any) -> SessionSummary:
    return SessionSummary(
        number=row.number,
        alias=f"{ALIAS_PREFIX}{row.patron}",
        desk=row.desk,
        state=SessionState(row.state),
        owner=row.owner,
        partner=row.partner,
        opened=row.opened,
        closed=row.closed,
        ended_by=row.ended_by,
        outcome=row.outcome,
        read=row.read,
        messages=row.messages,
    )


def _happened(connection: Connection, number: int) -> Iterable[Happened]:
    query = select(turns).where(turns.c.session == number).order_by(turns.c.number)
    for row in connection.execute(query):
        yield Happened(row.at, Moment(row.what), row.staff, row.detail)


def _spoken(connection: Connection, number: int) -> Iterable[Spoken]:
    fates: dict[int, set[str]] = {}
    deliveries = (
        select(outbox.c.message, outbox.c.fate)
        .join_from(messages, outbox, outbox.c.message == messages.c.number)
        .where(messages.c.session == number)
    )
    for message, fate in connection.execute(deliveries):
        fates.setdefault(message, set()).add(fate)
    query = select(messages).where(messages.c.session == number).order_by(messages.c.number)
    for row in connection.execute(query):
        reached = fates.get(row.number, set())
        yield Spoken(
            at=row.at,
            speaker=Speaker(row.speaker),
            staff=row.staff,
            body=row.body,
            id=row.id,
            replaces=row.replaces,
            fate=next((fate for fate in FARTHEST_FIRST if fate in reached), None),
            retracted=bool(row.retracted),
        )
