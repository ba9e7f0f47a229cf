"""From rows back to what the desk held in memory: the ledger at a start, and single patrons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Connection, Row, Table, func, select

from imref.desk.effects import Fate, Say
from imref.desk.ledger import Ledger
from imref.desk.model import (
    Awaited,
    Duty,
    Message,
    Patron,
    Session,
    SessionState,
    Speaker,
    number_in,
)
from imref.desk.records import FollowUp, Mail, Record
from imref.desk.talk.conversation import LINES_HELD
from imref.desk.talk.repeats import add_line, remember_line
from imref.store.enclosures import read
from imref.store.queries import (
    LAST_SESSIONS,
    MESSAGES,
    OF_NUMBERS,
    OF_OPEN,
    OWED_ROWS,
    PATRONS,
    PATRONS_NUMBERED,
    WITH_EMAIL,
    SessionQueries,
)
from imref.store.schema import (
    LIVE,
    RECORDS,
    duties,
    messages,
    meta,
    outbox,
    patrons,
    sessions,
)

T = TypeVar("T")

SERVED = (SessionState.ACTIVE, SessionState.ABROAD)
"""Sessions that somebody has, of whom receipts are awaited."""

AT_ONCE = 400
"""Values in one IN list, well below what any database takes."""

LATELY = 26 * 3600.0
"""Seconds: what ended since then may be of today, however long today is."""

_FIELDS_OF_MESSAGE = [field.name for field in fields(Message) if field.name != "seen_by"]


def ledger(connection: Connection, now: float) -> Ledger:
    """Everything the switchboard needs to go on, read at ``now`` (Unix seconds)."""
    records = _records(connection, now - LATELY)
    restored = _restore(connection, OF_OPEN, {})
    restored += _reachable(connection, records, restored)
    restored.sort(key=lambda session: session.number)
    for session in restored:
        _no_later_than(session, now)
    first = Ledger()
    return Ledger(
        sessions=restored,
        duties={row.name: _duty(row) for row in connection.execute(select(duties))},
        owed=[_say(row) for row in connection.execute(OWED_ROWS)],
        records=records,
        next_patron=_next(connection, patrons, first.next_patron),
        next_session=_next(connection, sessions, first.next_session),
        next_message=_next(connection, messages, first.next_message),
        next_say=_next(connection, outbox, first.next_say),
        next_record=max(_next(connection, table, 1) for table in RECORDS.values()),
        clean=connection.scalar(select(meta.c.value).where(meta.c.name == "clean")) == "yes",
    )


def recall(
    connection: Connection, pairs: Sequence[tuple[str, str]]
) -> list[tuple[Patron, Session | None]]:
    """The patrons behind these pairs that are known, with their last session.

    A pair is a patron's address and a desk; or a partner's, who had that session, and an alias.
    """
    wanted = set(pairs)
    found: list[Row[Any]] = []
    for addresses in _portions(sorted({address for address, _ in wanted})):
        rows = connection.execute(PATRONS, {"addresses": addresses})
        found += [row for row in rows if (row.address, row.desk) in wanted]
    return [*_with_sessions(connection, found), *_with_partners(connection, wanted)]


def _with_partners(
    connection: Connection, wanted: Iterable[tuple[str, str]]
) -> list[tuple[Patron, Session | None]]:
    """The patrons of these aliases whose last session was with the partner who writes there."""
    numbers = {number: address for address, local in wanted if (number := number_in(local))}
    found: list[Row[Any]] = []
    for portion in _portions(sorted(numbers)):
        found += connection.execute(PATRONS_NUMBERED, {"numbers": portion})
    return [
        (patron, session)
        for patron, session in _with_sessions(connection, found)
        if session is not None and session.partner == numbers[patron.number]
    ]


def _with_sessions(
    connection: Connection, found: Sequence[Row[Any]]
) -> list[tuple[Patron, Session | None]]:
    """These patrons, each with their last session."""
    restored: dict[int, Session] = {}
    for numbers in _portions([row.latest for row in found if row.latest]):
        for session in _restore(connection, OF_NUMBERS, {"numbers": numbers}):
            restored[session.patron.number] = session
    return [
        (restored[row.number].patron, restored[row.number])
        if row.number in restored
        else (
            Patron(
                row.number,
                row.address,
                row.desk,
                language=row.language,
                email=row.email,
                name=row.name,
            ),
            None,
        )
        for row in found
    ]


def _restore(
    connection: Connection, queries: SessionQueries, values: Mapping[str, Any]
) -> list[Session]:
    """The chosen sessions as they were held in memory, oldest first."""
    by_number = _bare(connection, queries, values)
    if by_number:
        by_patron = {session.patron.number: session for session in by_number.values()}
        for message in map(_message, connection.execute(queries.messages, values)):
            _take_in(by_patron[message.patron], message)
        _note_readers(by_number, connection.execute(queries.readers, values))
        for row in connection.execute(queries.lines, values):
            session = by_number[row.session]  # its own row is older than its last words
            session.asked_lines, session.answer_lines = row.asked_lines, row.answer_lines
        for row in connection.execute(queries.deliveries, values):
            _await(by_number[row.session], row)
        for row in connection.execute(queries.offers, values):
            session = by_number[row.session]
            if row.at >= session.since:
                session.shown = {**(session.shown or {}), row.staff: 0}
    return list(by_number.values())


def _note_readers(by_number: Mapping[int, Session], rows: Iterable[Row[Any]]) -> None:
    """Tell the lines of the patrons who knows them under their ids."""
    readers: dict[int, list[str]] = {}
    for row in rows:
        readers.setdefault(row.message, []).append(row.recipient)
    for session in by_number.values():
        for line in session.lines:
            if line.number in readers:
                line.seen_by = " ".join(readers[line.number])


def _reachable(
    connection: Connection, records: Iterable[Record], restored: Iterable[Session]
) -> list[Session]:
    """The last sessions, closed, of patrons to whom something may still be sent, or whose link is
    to be forgotten in time: they have a promise, or a mail under way, or gave a mail address.
    """
    wanted = {record.patron for record in records if isinstance(record, FollowUp | Mail)}
    wanted.update(connection.scalars(WITH_EMAIL))
    wanted -= {session.patron.number for session in restored}
    found: list[Session] = []
    for portion in _portions(sorted(wanted)):
        numbers = list(connection.scalars(LAST_SESSIONS, {"patrons": portion}))
        found += _restore(connection, OF_NUMBERS, {"numbers": numbers})
    return found


def _bare(
    connection: Connection, queries: SessionQueries, values: Mapping[str, Any]
) -> dict[int, Session]:
    """The sessions with what their own row tells, and the lines of earlier ones it names."""
    by_number: dict[int, Session] = {}
    quoted: dict[int, list[int]] = {}
    for row in connection.execute(queries.sessions, values):
        kept = dict(row._mapping)
        patron = Patron(
            kept.pop("who"),
            kept.pop("address"),
            kept.pop("door"),
            language=kept.pop("language"),
            email=kept.pop("email"),
            name=kept.pop("name"),
        )
        earlier = kept.pop("earlier")
        kept["state"] = SessionState(kept["state"])
        for name in ("guests", "suggested"):
            kept[name] = tuple(kept[name].split())
        session = patron.session = Session(patron=patron, **kept)
        by_number[session.number] = session
        if earlier:
            quoted[session.number] = [int(number) for number in earlier.split()]
    found: dict[int, Message] = {}
    for numbers in _portions([number for several in quoted.values() for number in several]):
        rows = connection.execute(MESSAGES, {"numbers": numbers})
        found.update((row.number, _message(row)) for row in rows)
    for session_number, several in quoted.items():
        lines = tuple(found[number] for number in several if number in found)
        by_number[session_number].earlier = lines
    return by_number


def _take_in(session: Session, message: Message) -> None:
    """Add one message to a session: its line, its id, and who spoke last."""
    if message.session != session.number:
        remember_line(session, message)
        return
    add_line(session, message)
    if message.retracted:
        remember_line(session, message)
        return
    if message.speaker is Speaker.STAFF:
        del session.lines[:-LINES_HELD]  # Answered; until then no line is let go.
    answers = session.owner or session.partner
    for_owner = message.guest or message.staff == answers
    if message.speaker is Speaker.PATRON:
        session.patron_spoke = max(session.patron_spoke, message.at)
    elif message.speaker is Speaker.STAFF and for_owner and message.at >= session.since:
        session.owner_spoke = max(session.owner_spoke, message.at)


def _await(session: Session, row: Row[Any]) -> None:
    """Remember a delivery that no client has acknowledged, or an answer that bounced."""
    bounced = row.fate == Fate.UNDELIVERABLE
    if row.retracted:
        return
    if row.speaker == Speaker.STAFF and bounced:
        session.unreached = [*(session.unreached or []), _message(row)]
    elif row.speaker == Speaker.STAFF:
        session.to_patron = {} if session.to_patron is None else session.to_patron
        session.to_patron[row.id] = Awaited(row.row, _message(row), row.origin or row.id)
    elif not bounced and session.state in SERVED and row.sent_at >= session.since:
        session.to_staff = {} if session.to_staff is None else session.to_staff
        session.to_staff[row.id] = row.row


def _say(row: Row[Any]) -> Say:
    return Say(**{**row._mapping, "enclosed": read(row.enclosed)})


def _duty(row: Row[Any]) -> Duty:
    kept = dict(row._mapping)
    kept["desks_off"] = tuple(kept["desks_off"].split())
    return Duty(**kept)


def _records(connection: Connection, lately: float) -> list[Record]:
    """The records that are still of use, in the order of their numbers."""
    found: list[Record] = []
    for kind, live in LIVE.items():
        rows = select(RECORDS[kind])
        if live is not None:
            rows = rows.where(live)
        found += [_record(kind, row) for row in connection.execute(rows, {"lately": lately})]
    return sorted(found, key=lambda record: record.number)


def _record(kind: type[Record], row: Row[Any]) -> Record:
    hints = get_type_hints(kind)
    return kind(**{name: hints[name](value) for name, value in row._mapping.items()})


def _message(row: Row[Any]) -> Message:
    values = {name: row._mapping[name] for name in _FIELDS_OF_MESSAGE}
    values["speaker"] = Speaker(values["speaker"])
    for name in ("guest", "retracted"):
        values[name] = bool(values[name])
    values["enclosed"] = read(values["enclosed"])
    return Message(**values)


def _next(connection: Connection, table: Table, first: int) -> int:
    return max(first, (connection.scalar(select(func.max(table.c.number))) or 0) + 1)


def _no_later_than(session: Session, now: float) -> None:
    """A clock that was put back must not make anybody wait until it has caught up."""
    for name in ("since", "patron_spoke", "owner_spoke", "owner_gone"):
        setattr(session, name, min(getattr(session, name), now))


def _portions(items: Sequence[T]) -> Iterable[Sequence[T]]:
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))
