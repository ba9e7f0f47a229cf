"""The rows of one commit, collected in memory and written by a single SQL statement.

Why a single statement: `sqlite3` lets go of the interpreter lock around each step of SQLite and
must take it back afterwards, which may last 5 ms (the switch interval) when the event loop is
busy. `executemany` does so for every row, and a batch of 200 messages took 2 s; one statement a
table took 50 ms; one statement for everything takes 10. So the rows travel as JSON into a view
whose trigger spreads them over the tables, in one step and one transaction of its own.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from sqlalchemy import Table

from imref.desk.effects import (
    Acknowledge,
    Effect,
    Fate,
    ForgetPatron,
    ForgetPerson,
    Keep,
    KeepDuty,
    KeepMessage,
    KeepPatron,
    KeepSession,
    KeepTurn,
    Remove,
    Say,
    Settle,
    SettleUpTo,
    TakeBack,
)
from imref.desk.model import Duty, Patron, Session
from imref.desk.records import Record
from imref.desk.talk.erasing import without
from imref.store import schema
from imref.store.enclosures import written
from imref.store.erasure import ERASURE
from imref.store.oblivion import OBLIVION

Row = tuple[str | int | float | bool | None, ...]

_to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Batch:
    """What is to be kept by the next commit.

    Patrons, sessions, duties and records are kept as they are when `settle_down` is called; all
    else as it was when it was added.
    """

    __slots__ = (
        "duties", "duty_rows", "forgotten", "messages", "outbox", "patron_rows", "patrons",
        "persons", "record_rows", "records", "removed", "session_rows", "sessions", "settled",
        "taken_back",
        "turns", "upto",
    )  # fmt: skip

    def __init__(self) -> None:
        self.patrons: dict[int, Patron] = {}
        self.messages: list[Row] = []
        self.outbox: list[Row] = []
        self.turns: list[Row] = []
        self.settled: list[Row] = []
        self.forgotten: list[int] = []
        self.persons: list[str] = []
        self.taken_back: list[Row] = []
        self.upto = 0
        self.sessions: dict[int, Session] = {}
        self.duties: dict[str, Duty] = {}
        self.records: dict[int, Record] = {}
        self.removed: dict[int, Record] = {}
        self.record_rows: dict[str, list[Row] | list[int]] = {}
        self.patron_rows: list[Row] = []
        self.session_rows: list[Row] = []
        self.duty_rows: list[Row] = []

    @property
    def pressing(self) -> bool:
        """Whether anything here must not wait: all but fates, whose loss only repeats a send."""
        return bool(
            self.outbox
            or self.messages
            or self.sessions
            or self.turns
            or self.patrons
            or self.duties
            or self.records
            or self.removed
            or self.forgotten
            or self.persons
            or self.taken_back
        )

    @property
    def size(self) -> int:
        """How many rows there are to write."""
        return (
            len(self.messages)
            + len(self.outbox)
            + len(self.settled)
            + len(self.turns)
            + len(self.sessions)
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to commit."""
        return not (self.settled or self.upto or self.pressing)

    def add(self, effects: Iterable[Effect]) -> None:
        """Collect what these effects keep, and pass over those that are only sent."""
        for effect in effects:
            match effect:
                case Say():
                    self.outbox.append(_outbox_row(effect))
                case KeepMessage(message=kept):
                    self.messages.append(
                        (
                            kept.number, kept.session, kept.patron, kept.at, kept.speaker,
                            kept.staff, kept.body, kept.id, kept.origin, kept.replaces, kept.guest,
                            written(kept.enclosed) if kept.enclosed else "", kept.retracted,
                        )
                    )  # fmt: skip
                case Acknowledge():
                    pass  # nothing to keep; there is one for each message, so it is asked early
                case Settle():
                    self.settled.append((effect.number, effect.recipient, effect.fate))
                case SettleUpTo():
                    self.upto = max(self.upto, effect.number)
                case KeepSession(session=session):
                    self.sessions[session.number] = session
                case KeepTurn(turn=turn):
                    self.turns.append((turn.session, turn.at, turn.what, turn.staff, turn.detail))
                case KeepPatron(patron=patron):
                    self.patrons[patron.number] = patron
                case KeepDuty(duty=duty):
                    self.duties[duty.name] = duty
                case Keep(record=record):
                    self.removed.pop(record.number, None)
                    self.records[record.number] = record
                case ForgetPatron(number=number):
                    self.forgotten.append(number)
                case ForgetPerson(address=address):
                    self.persons.append(address)
                case TakeBack():
                    self.taken_back.append(
                        (
                            effect.patron, effect.speaker, effect.staff, effect.stanza,
                            effect.number, effect.words,
                        )
                    )  # fmt: skip
                case Remove(record=record):
                    self.records.pop(record.number, None)
                    self.removed[record.number] = record
                case _:
                    pass

    def settle_down(self) -> None:
        """Take what may still change as it is now; from here on another thread may read."""
        self.patron_rows = [_patron_row(patron) for patron in self.patrons.values()]
        self.session_rows = [_session_row(session) for session in self.sessions.values()]
        self.duty_rows = [_duty_row(duty) for duty in self.duties.values()]
        self.record_rows = _record_rows(self.records.values(), self.removed.values())

    def parameters(self) -> list[str | int | None]:
        """The values for `KEEP`, in its order; NULL where a table gets nothing."""
        parts: tuple[Sequence[Row], ...] = (
            self.patron_rows, self.session_rows, self.messages, self.outbox,
            self.turns, self.duty_rows, self.settled,
        )  # fmt: skip
        return [
            *(_to_json(rows) if rows else None for rows in parts),
            self.upto or None,
            _to_json(self.record_rows) if self.record_rows else None,
            _to_json(self.forgotten) if self.forgotten else None,
            _to_json(self.persons) if self.persons else None,
            _to_json(self.taken_back) if self.taken_back else None,
        ]


def _outbox_row(say: Say) -> Row:
    return (
        say.number, say.sender, say.recipient,
        None if say.message is not None and not say.altered else say.body,
        say.id, say.at, say.session, say.message, say.replaces, say.active, say.sent, Fate.OWED,
        written(say.enclosed) if say.enclosed else "",
    )  # fmt: skip


def _patron_row(patron: Patron) -> Row:
    seen = patron.session.opened if patron.session else 0.0
    return (
        patron.number, patron.address, patron.desk, seen, patron.language, patron.email,
        patron.name,
    )  # fmt: skip


def _duty_row(duty: Duty) -> Row:
    return (
        duty.name, duty.signed_off, duty.limit, duty.last_claim, duty.subscribed,
        duty.until, " ".join(duty.desks_off), duty.swamped, duty.asked, duty.ended,
    )  # fmt: skip


def _record_rows(
    kept: Iterable[Record], removed: Iterable[Record]
) -> dict[str, list[Row] | list[int]]:
    """By table: the rows to keep, and under ``-table`` the numbers of those to let go."""
    rows: dict[str, list[Row]] = {}
    numbers: dict[str, list[int]] = {}
    for record in kept:
        table = schema.RECORDS[type(record)]
        values = tuple(getattr(record, column) for column in table.columns.keys())  # noqa: SIM118
        rows.setdefault(table.name, []).append(values)
    for record in removed:
        numbers.setdefault(f"-{schema.RECORDS[type(record)].name}", []).append(record.number)
    return {**rows, **numbers}


def _session_row(session: Session) -> Row:
    return (
        session.number, session.patron.number, session.desk, session.state, session.owner,
        session.opened, session.since, session.closed, session.ended_by,
        session.patron_spoke, session.owner_spoke, session.owner_gone,
        session.reserved, session.former, session.passed, session.why, session.place_told,
        session.reassure_at, session.reassurances, session.reminded,
        " ".join(str(message.number) for message in session.earlier),
        session.outcome, session.read, session.practice, " ".join(session.guests),
        session.partner, " ".join(session.suggested), session.reading,
        session.order_told, session.channel, session.rating, session.rating_asked,
        session.first_answer, session.first_held, session.asked_lines, session.answer_lines,
    )  # fmt: skip


# The statements. Column order in the rows above is column order in the schema; a test holds them
# to it. "WHERE true" keeps SQLite from reading ON CONFLICT as the condition of a join.


def _insert(table: Table, source: str, path: str = "") -> str:
    columns = [column.name for column in table.columns if not _counted(table, column.name)]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f"json_extract(value, '$[{place}]')" for place in range(len(columns)))
    rows = f"json_each(NEW.{source}{path})"
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {rows}"


def _insert_or_update(table: Table, source: str, path: str = "") -> str:
    key = next(iter(table.primary_key)).name
    changes = ", ".join(
        f'"{column.name}" = excluded."{column.name}"'
        for column in table.columns
        if not column.primary_key and column.name != "first_seen"
    )
    rows = _insert(table, source, path)
    return f"{rows} WHERE true ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _records(table: Table) -> str:
    """Keep the records of one kind that there are, and let go those whose numbers are given."""
    kept = _insert_or_update(table, "records", f", '$.{table.name}'")
    return (
        f"{kept}; DELETE FROM {table.name} WHERE number IN "
        f"""(SELECT value FROM json_each(NEW.records, '$."-{table.name}"'))"""
    )


def _counted(table: Table, column: str) -> bool:
    """Whether the database gives the number itself."""
    return table is schema.turns and column == "number"


# The recipient is part of the condition: a stranger's receipt settles nothing. A row that reached
# its reader stays delivered, and "accepted" is news only for a row that is owed.
_SETTLE = f"""
UPDATE outbox SET fate = news.fate FROM (
    SELECT json_extract(value, '$[0]') AS number, json_extract(value, '$[1]') AS recipient,
           json_extract(value, '$[2]') AS fate
    FROM json_each(NEW.settled)
) AS news
WHERE outbox.number = news.number AND outbox.recipient = news.recipient
  AND outbox.fate <> '{Fate.DELIVERED}'
  AND (news.fate <> '{Fate.ACCEPTED}' OR outbox.fate = '{Fate.OWED}')
"""

_SETTLE_UP_TO = f"""
UPDATE outbox SET fate = '{Fate.ACCEPTED}' WHERE fate = '{Fate.OWED}' AND number <= NEW.upto
"""

# What the desk itself said to a forgotten patron goes too: it may hold their mail address. Words
# of patrons and staff are messages, and stay. CROSS JOIN keeps SQLite from any other order.
_FORGET_WORDS = """
UPDATE outbox SET recipient = '', body = CASE WHEN body IS NULL THEN NULL ELSE '' END
WHERE number IN (
    SELECT theirs.number FROM json_each(NEW.forgotten) AS gone
    CROSS JOIN patrons ON patrons.number = gone.value
    {join}
    WHERE theirs.recipient = patrons.address
)
"""
_IN_SESSIONS = """
CROSS JOIN sessions ON sessions.patron = patrons.number
CROSS JOIN outbox AS theirs ON theirs.session = sessions.number
"""
_OUTSIDE = """
CROSS JOIN outbox AS theirs ON theirs.session IS NULL AND theirs.sender = patrons.desk
"""

# A name that they gave stands in what the desk said of them to staff, and beside their words.
_FORGET_NAMES = """
UPDATE outbox SET enclosed = '', body = CASE WHEN message IS NULL THEN '' ELSE body END
WHERE session IN (
    SELECT sessions.number FROM json_each(NEW.forgotten) AS gone
    CROSS JOIN patrons ON patrons.number = gone.value AND patrons.name <> ''
    CROSS JOIN sessions ON sessions.patron = patrons.number
)
"""

# The number keeps it unique.
_FORGET_PATRONS = """
UPDATE patrons SET address = 'forgotten ' || number, email = '', name = ''
WHERE number IN (SELECT value FROM json_each(NEW.forgotten))
"""

_PARTS = (
    "patrons", "sessions", "messages", "outbox", "turns", "duties", "settled", "upto", "records",
    "forgotten", "persons", "taken_back",
)  # fmt: skip

PREPARE = f"""
{OBLIVION}
{ERASURE}
CREATE TEMP VIEW batch AS SELECT {", ".join(f"NULL AS {part}" for part in _PARTS)};
CREATE TEMP TRIGGER keep INSTEAD OF INSERT ON batch BEGIN
    {_insert_or_update(schema.patrons, "patrons")};
    {_insert_or_update(schema.sessions, "sessions")};
    {_insert(schema.messages, "messages")};
    {_insert(schema.outbox, "outbox")};
    {_insert(schema.turns, "turns")};
    {_insert_or_update(schema.duties, "duties")};
    {_SETTLE};
    {_SETTLE_UP_TO};
    {_FORGET_WORDS.format(join=_IN_SESSIONS)};
    {_FORGET_WORDS.format(join=_OUTSIDE)};
    {_FORGET_NAMES};
    {_FORGET_PATRONS};
    INSERT INTO oblivion SELECT NEW.persons WHERE NEW.persons IS NOT NULL;
    INSERT INTO erasures SELECT NEW.taken_back WHERE NEW.taken_back IS NOT NULL;
END;
CREATE TEMP TRIGGER keep_records INSTEAD OF INSERT ON batch WHEN NEW.records IS NOT NULL BEGIN
    {";".join(_records(table) for table in schema.RECORDS.values())};
END;
"""
"""What `prepare` makes of a connection."""


def prepare(connection: sqlite3.Connection) -> None:
    """Make a connection ready to keep batches; views and triggers are gone when it closes."""
    connection.create_function("without", 2, without, deterministic=True)
    connection.executescript(PREPARE)


KEEP = f"INSERT INTO batch ({', '.join(_PARTS)}) VALUES ({', '.join('?' * len(_PARTS))})"
"""One batch, one step, one transaction: either all of it is kept or nothing."""
