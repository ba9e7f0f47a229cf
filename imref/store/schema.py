"""The tables: patrons, sessions, what was said, what happened, and what is still to be sent.

All times are Unix seconds. The words in ``state``, ``speaker``, ``what`` and ``fate`` are those
of the enumerations in `imref.desk`. "" stands for "nobody" and "nothing"; NULL is used only
where a row may point at no other row.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    insert,
    literal_column,
    or_,
    text,
)
from sqlalchemy.types import TypeEngine

from imref.desk.effects import Fate
from imref.desk.model import Moment, SessionState
from imref.desk.records import (
    Block,
    Bulletin,
    Canary,
    Canned,
    Done,
    Edition,
    Engagement,
    FollowUp,
    Mail,
    MailFate,
    Parcel,
    Record,
    RosterItem,
    Stint,
    Watcher,
)

REVISION = "0005"
"""The newest migration. Kept here so that a normal start need not import Alembic."""

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _time(name: str) -> Column[float]:
    return Column(name, Double, nullable=False)


# A column that came later has a default, for the rows that were there before it.


def _later_text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _later_number(name: str, kind: type[TypeEngine[Any]]) -> Column[Any]:
    return Column(name, kind, nullable=False, server_default=text("0"))


patrons = Table(
    "patrons",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("address"),
    _text("desk"),
    _time("first_seen"),
    _later_text("language"),
    _later_text("email"),
    _later_text("name"),
    UniqueConstraint("address", "desk", name="patrons_address_desk"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("patron", Integer, ForeignKey(patrons.c.number), nullable=False),
    _text("desk"),
    _text("state"),
    _text("owner"),
    _time("opened"),
    _time("since"),
    _time("closed"),
    _text("ended_by"),
    _time("patron_spoke"),
    _time("owner_spoke"),
    _time("owner_gone"),
    _text("reserved"),
    _text("former"),
    Column("passed", Boolean, nullable=False),
    _text("why"),
    Column("place_told", Integer, nullable=False),
    _time("reassure_at"),
    Column("reassurances", Integer, nullable=False),
    _time("reminded"),
    _text("earlier"),  # the numbers of the messages shown from an earlier session, with spaces
    _later_text("outcome"),
    _later_number("read", Integer),
    _later_number("practice", Boolean),
    _later_text("guests"),  # names, with spaces
    _later_text("partner"),
    _later_text("suggested"),  # names of help pages, with spaces
    _later_text("reading"),
    _later_number("order_told", Boolean),
    _later_text("channel"),
    _later_number("rating", Integer),
    _later_number("rating_asked", Double),
    _later_number("first_answer", Double),
    _later_number("first_held", Double),
    _later_number("asked_lines", Integer),
    _later_number("answer_lines", Integer),
    Index("sessions_patron", "patron"),
    Index("sessions_opened", "opened"),
)

# One row a message; nothing can be kept twice. Speaker is part of the key because patrons and
# staff choose their ids independently of each other.
messages = Table(
    "messages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("session", Integer, ForeignKey(sessions.c.number), nullable=False),
    Column("patron", Integer, ForeignKey(patrons.c.number), nullable=False),
    _time("at"),
    _text("speaker"),
    _text("staff"),
    _text("body"),
    _text("id"),
    _text("origin"),
    _text("replaces"),
    _later_number("guest", Boolean),
    _later_text("enclosed"),
    _later_number("retracted", Boolean),
    UniqueConstraint("patron", "speaker", "id", name="messages_patron_speaker_id"),
    Index("messages_session", "session"),
)

turns = Table(
    "turns",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("session", Integer, ForeignKey(sessions.c.number), nullable=False),
    _time("at"),
    _text("what"),
    _text("staff"),
    _text("detail"),
    Index("turns_session", "session"),
)

# ``body`` is NULL where ``message`` has the very words. ``session`` is no foreign key: nothing
# needs the check. It is looked up only when a patron is forgotten, as is ``recipient`` without one.
outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("sender"),
    _text("recipient"),
    Column("body", Text),
    _text("id"),
    _time("at"),
    Column("session", Integer),
    Column("message", Integer, ForeignKey(messages.c.number)),
    _text("replaces"),
    Column("active", Boolean, nullable=False),
    _time("sent"),
    _text("fate"),
    _later_text("enclosed"),
)

duties = Table(
    "duties",
    metadata,
    Column("name", Text, primary_key=True),
    Column("signed_off", Boolean, nullable=False),
    Column("limit", Integer),
    _time("last_claim"),
    Column("subscribed", Boolean, nullable=False),
    _later_number("until", Double),
    _later_text("desks_off"),  # names, with spaces
    _later_number("swamped", Double),
    _later_number("asked", Double),
    _later_number("ended", Double),
)

_KINDS: Mapping[object, type[TypeEngine[Any]]] = {
    int: Integer,
    float: Double,
    str: Text,
    bool: Boolean,
}


def _record_table(name: str, record: type[Record]) -> Table:
    """A table whose columns are the fields of a record; none may be NULL."""
    hints = get_type_hints(record)
    columns = [
        Column(
            field.name,
            _KINDS.get(hints[field.name], Text),  # what is left is an enumeration's word
            primary_key=field.name == "number",
            nullable=False,
        )
        for field in fields(record)
    ]
    return Table(name, metadata, *columns)


RECORDS: Mapping[type[Record], Table] = {
    Engagement: _record_table("engagements", Engagement),
    FollowUp: _record_table("followups", FollowUp),
    Canned: _record_table("canned", Canned),
    Block: _record_table("blocks", Block),
    Watcher: _record_table("watchers", Watcher),
    Mail: _record_table("mails", Mail),
    RosterItem: _record_table("roster_items", RosterItem),
    Parcel: _record_table("parcels", Parcel),
    Done: _record_table("done", Done),
    Stint: _record_table("stints", Stint),
    Canary: _record_table("canaries", Canary),
    Edition: _record_table("editions", Edition),
    Bulletin: _record_table("bulletins", Bulletin),
}
"""The table of each kind of record. All draw their numbers from one row of them."""

# A pilot and the targets that were set before it, as JSON; ``digest`` is what they were hashed to
# then. Written by the command line beside the service, so it has numbers of its own.
pilots = Table(
    "pilots",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("desk"),
    _time("made"),
    _time("started"),
    _time("until"),
    _text("targets"),
    _text("digest"),
    _time("stopped"),
    _text("why"),
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
)

# Literals, not parameters: SQLite uses a partial index only when it can see, while it prepares
# the statement, that the query's condition is the index's own.
OPEN = sessions.c.state != literal_column(f"'{SessionState.CLOSED.value}'")
OWED = outbox.c.fate == literal_column(f"'{Fate.OWED.value}'")

# What start-up reads, however many archived rows lie beside it. (No `postgresql_where` here: it
# would import that dialect, 0.1 s, at every start. PostgreSQL would just have whole indexes.)
Index("sessions_open", sessions.c.number, sqlite_where=OPEN)
Index("outbox_owed", outbox.c.number, sqlite_where=OWED)

TAKEN = turns.c.what.in_(
    [literal_column(f"'{what.value}'") for what in (Moment.CLAIMED, Moment.RETURNED)]
)
Index("turns_taken", turns.c.at, sqlite_where=TAKEN)
RATED = sessions.c.rating > literal_column("0")
Index("sessions_rated", sessions.c.closed, sqlite_where=RATED)
Index("followups_settled", RECORDS[FollowUp].c.settled)

LEDGER = turns.c.what.in_(
    [
        literal_column(f"'{what.value}'")
        for what in (
            Moment.UNDELIVERED,
            Moment.SENT_ON,
            Moment.CAME_HOME,
            Moment.READ,
            Moment.SETTLED,
        )
    ]
)
"""The rare turns that figures are made of."""
Index("turns_ledger", turns.c.at, sqlite_where=LEDGER)
Index("stints_began", RECORDS[Stint].c.began)

RUNNING = RECORDS[Engagement].c.ended == literal_column("0")
LATELY = RECORDS[Engagement].c.ended >= bindparam("lately")
Index("engagements_ended", RECORDS[Engagement].c.ended)

LIVE: Mapping[type[Record], ColumnElement[bool] | None] = {
    Engagement: or_(RUNNING, LATELY),
    FollowUp: RECORDS[FollowUp].c.forgotten == literal_column("0"),
    Canned: None,
    Block: None,
    Watcher: None,
    Mail: RECORDS[Mail].c.fate == literal_column(f"'{MailFate.OWED.value}'"),
    RosterItem: None,
    Parcel: None,
    Done: None,
    Stint: RECORDS[Stint].c.open != literal_column("0"),
    Edition: None,
    Bulletin: None,
    Canary: RECORDS[Canary].c.done == literal_column("0"),
}
"""Which records the desk still needs after a start; None is all of them.

Of engagements it needs those that run, and those that ended since ``lately``.
"""

for _record, _condition in LIVE.items():
    if _condition is not None and _record is not Engagement:
        _table = RECORDS[_record]
        Index(f"{_table.name}_live", _table.c.number, sqlite_where=_condition)
# From a message to its deliveries. Message numbers only grow, so inserting here always appends.
RELAYED = outbox.c.message.is_not(None)
Index("outbox_message", outbox.c.message, sqlite_where=RELAYED)

EMAIL = patrons.c.email != literal_column("''")
Index("patrons_email", patrons.c.number, sqlite_where=EMAIL)
Index("outbox_session", outbox.c.session, sqlite_where=outbox.c.session.is_not(None))
ALONE = outbox.c.session.is_(None)
Index("outbox_recipient", outbox.c.recipient, sqlite_where=ALONE)

FIRST_ROWS = ({"name": "clean", "value": "yes"}, {"name": "probe", "value": ""})
"""What ``meta`` holds from the start: whether the last run ended well, and room for a probe."""


def create(connection: Connection) -> None:
    """Make everything in an empty database, as walking through all the migrations would."""
    metadata.create_all(connection)
    connection.execute(insert(meta), FIRST_ROWS)
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(
        text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION}
    )
