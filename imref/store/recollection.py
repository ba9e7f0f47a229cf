"""From rows back to what the desk held in memory: the ledger at a start, and single patrons."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    func,
    select,
)

from imref.desk.conversation import IDS_HELD, LINES_HELD
from imref.desk.effects import Fate, Say
from imref.desk.ledger import Ledger
from imref.desk.model import (
    Awaited,
    Duty,
    Message,
    Moment,
    Patron,
    Session,
    SessionState,
    Speaker,
)
from imref.store.schema import OPEN, OWED, duties, messages, meta, outbox, patrons, sessions, turns

T = TypeVar("T")

SESSIONS_SEARCHED = 4
"""How many sessions of a patron are searched for ids that may come again; bounds the work."""

AT_ONCE = 400
"""Values in one IN list, well below what any database takes."""


def ledger(connection: Connection, now: float) -> Ledger:
    """Everything the switchboard needs to go on, read at ``now`` (Unix seconds)."""
    restored = restore(connection, OPEN)
    for session in restored:
        _no_later_than(session, now)
    first = Ledger()
    return Ledger(
        sessions=restored,
        patrons=[session.patron for session in restored],
        duties={row.name: Duty(**row._mapping) for row in connection.execute(select(duties))},
        owed=_owed(connection),
        next_patron=_next(connection, patrons, first.next_patron),
        next_session=_next(connection, sessions, first.next_session),
        next_message=_next(connection, messages, first.next_message),
        next_say=_next(connection, outbox, first.next_say),
        clean=connection.scalar(select(meta.c.value).where(meta.c.name == "clean")) == "yes",
    )


def recall(
    connection: Connection, pairs: Sequence[tuple[str, str]]
) -> list[tuple[Patron, Session | None]]:
    """The patrons behind these (address, desk) pairs that are known, with their last session."""
    wanted = set(pairs)
    found: list[Row[Any]] = []
    for addresses in _portions(sorted({address for address, _ in wanted})):
        rows = connection.execute(_with_latest(patrons.c.address.in_(addresses)))
        found += [row for row in rows if (row.address, row.desk) in wanted]
    restored: dict[int, Session] = {}
    for numbers in _portions([row.latest for row in found if row.latest]):
        for session in restore(connection, sessions.c.number.in_(numbers)):
            restored[session.patron.number] = session
    return [
        (restored[row.number].patron, restored[row.number])
        if row.number in restored
        else (Patron(row.number, row.address, row.desk), None)
        for row in found
    ]


def _with_latest(known: ColumnElement[bool]) -> Select[Any]:
    last = select(func.max(sessions.c.number)).where(sessions.c.patron == patrons.c.number)
    return select(patrons, last.scalar_subquery().label("latest")).where(known)


def restore(connection: Connection, chosen: ColumnElement[bool]) -> list[Session]:
    """The chosen sessions as they were held in memory, oldest first."""
    by_number = {session.number: session for session in _bare(connection, chosen)}
    if by_number:
        by_patron = {session.patron.number: session for session in by_number.values()}
        for message in _said(connection, chosen):
            _take_in(by_patron[message.patron], message)
        for row in connection.execute(_latest_deliveries(chosen)):
            _await(by_number[row.of_session], row)
        for row in connection.execute(_offers_made(chosen)):
            session = by_number[row.session]
            if row.at >= session.since:
                session.shown = {**(session.shown or {}), row.staff: 0}
    return list(by_number.values())


def _bare(connection: Connection, chosen: ColumnElement[bool]) -> list[Session]:
    columns = [column for column in sessions.columns if column.name != "patron"]
    patron = (patrons.c.number.label("who"), patrons.c.address, patrons.c.desk.label("door"))
    query = (
        select(*columns, *patron)
        .join_from(sessions, patrons, sessions.c.patron == patrons.c.number)
        .where(chosen)
        .order_by(sessions.c.number)
    )
    restored = []
    quoted: dict[int, str] = {}
    for row in connection.execute(query):
        values = dict(row._mapping)
        person = Patron(values.pop("who"), values.pop("address"), values.pop("door"))
        earlier = values.pop("earlier")
        values["state"] = SessionState(values["state"])
        session = person.session = Session(patron=person, **values)
        if earlier:
            quoted[session.number] = earlier
        restored.append(session)
    _quote_earlier(connection, restored, quoted)
    return restored


def _quote_earlier(
    connection: Connection, restored: Iterable[Session], quoted: dict[int, str]
) -> None:
    wanted = [int(number) for numbers in quoted.values() for number in numbers.split()]
    found: dict[int, Message] = {}
    for numbers in _portions(wanted):
        rows = connection.execute(select(messages).where(messages.c.number.in_(numbers)))
        found.update((row.number, _message(row)) for row in rows)
    for session in restored:
        numbers_quoted = map(int, quoted.get(session.number, "").split())
        session.earlier = tuple(found[number] for number in numbers_quoted if number in found)


def _said(connection: Connection, chosen: ColumnElement[bool]) -> Iterable[Message]:
    """The last messages of the chosen sessions' patrons, earlier sessions included."""
    near = sessions.alias("near")
    lately = (
        select(near.c.number)
        .where(near.c.patron == sessions.c.patron)
        .order_by(near.c.number.desc())
        .limit(SESSIONS_SEARCHED)
        .correlate(sessions)
    )
    query = (
        select(messages)
        .join_from(sessions, messages, messages.c.number.in_(_last_messages(lately)))
        .where(chosen)
        .order_by(messages.c.number)
    )
    return map(_message, connection.execute(query))


def _last_messages(of_sessions: Select[tuple[int]]) -> Select[tuple[int]]:
    recent = messages.alias("recent")
    return (
        select(recent.c.number)
        .where(recent.c.session.in_(of_sessions))
        .order_by(recent.c.number.desc())
        .limit(IDS_HELD)
        .correlate(sessions)
    )


def _take_in(session: Session, message: Message) -> None:
    """Add one message to a session: its line, its id, and who spoke last."""
    known = (message.origin or message.id, (hash(message.body), message.id))
    if message.speaker is Speaker.PATRON:
        session.heard = session.heard or {}
        session.heard.update([known])
    elif message.speaker is Speaker.STAFF:
        session.answered = session.answered or {}
        session.answered.update([known])
    if message.session != session.number:
        return
    session.lines.append(message)
    del session.lines[:-LINES_HELD]
    spoke_as_owner = message.staff == session.owner and message.at >= session.since
    if message.speaker is Speaker.PATRON:
        session.patron_spoke = max(session.patron_spoke, message.at)
    elif message.speaker is Speaker.STAFF and spoke_as_owner:
        session.owner_spoke = max(session.owner_spoke, message.at)


def _latest_deliveries(chosen: ColumnElement[bool]) -> Select[Any]:
    """The newest outbox row of each recent message of the chosen sessions, oldest first."""
    here = select(sessions.c.number).correlate(sessions)
    sent = outbox.alias("sent")
    newest = select(func.max(sent.c.number)).where(sent.c.message == messages.c.number)
    return (
        select(outbox.c.number.label("row"), outbox.c.at.label("sent_at"), outbox.c.fate, messages,
               messages.c.session.label("of_session"))
        .select_from(sessions)
        .join(messages, messages.c.number.in_(_last_messages(here)))
        .join(outbox, outbox.c.number == newest.correlate(messages).scalar_subquery())
        .where(chosen, outbox.c.fate != Fate.DELIVERED)
        .order_by(outbox.c.number)
    )  # fmt: skip


def _await(session: Session, row: Row[Any]) -> None:
    """Remember a delivery that no client has acknowledged, or an answer that bounced."""
    bounced = row.fate == Fate.UNDELIVERABLE
    if row.speaker == Speaker.STAFF and bounced:
        session.unreached = [*(session.unreached or []), _message(row)]
    elif row.speaker == Speaker.STAFF:
        session.to_patron = session.to_patron or {}
        session.to_patron[row.id] = Awaited(row.row, row.staff, row.origin or row.id)
    elif not bounced and session.state is SessionState.ACTIVE and row.sent_at >= session.since:
        session.to_staff = session.to_staff or {}
        session.to_staff[row.id] = row.row


def _offers_made(chosen: ColumnElement[bool]) -> Select[Any]:
    """To whom the chosen sessions were offered while they waited, and when."""
    waiting = and_(chosen, sessions.c.state == SessionState.WAITING)
    return select(turns.c.session, turns.c.staff, turns.c.at).where(
        turns.c.session.in_(select(sessions.c.number).where(waiting)),
        turns.c.what == Moment.OFFERED,
    )


def _owed(connection: Connection) -> list[Say]:
    """What no server has accepted yet, in order; words come from the message where it has them."""
    columns = [outbox.c[field.name] for field in fields(Say) if field.name != "body"]
    words = func.coalesce(outbox.c.body, messages.c.body, "").label("body")
    query = (
        select(*columns, words)
        .join_from(outbox, messages, messages.c.number == outbox.c.message, isouter=True)
        .where(OWED)
        .order_by(outbox.c.number)
    )
    return [Say(**row._mapping) for row in connection.execute(query)]


def _message(row: Row[Any]) -> Message:
    values = {field.name: row._mapping[field.name] for field in fields(Message)}
    values["speaker"] = Speaker(values["speaker"])
    return Message(**values)


def _next(connection: Connection, table: Table, first: int) -> int:
    return max(first, (connection.scalar(select(func.max(table.c.number))) or 0) + 1)


def _no_later_than(session: Session, now: float) -> None:
    """A clock that was put back must not make anybody wait until it has caught up."""
    for name in ("since", "patron_spoke", "owner_spoke", "owner_gone"):
        setattr(session, name, min(getattr(session, name), now))


def _portions(items: Sequence[T]) -> Iterable[Sequence[T]]:
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))
