"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

OPEN = sa.text("state != 'closed'")
OWED = sa.text("fate = 'owed'")
RELAYED = sa.text("message IS NOT NULL")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _time(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    """Create every table and index, and the rows of ``meta``."""
    _people()
    _conversations()
    _deliveries()
    _own_state()


def _people() -> None:
    op.create_table(
        "patrons",
        _number("number"),
        _text("address"),
        _text("desk"),
        _time("first_seen"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("address", "desk", name="patrons_address_desk"),
    )
    op.create_table(
        "duties",
        _text("name"),
        sa.Column("signed_off", sa.Boolean(), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=True),
        _time("last_claim"),
        sa.Column("subscribed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _conversations() -> None:
    op.create_table(
        "sessions",
        _number("number"),
        _number("patron"),
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
        sa.Column("passed", sa.Boolean(), nullable=False),
        _text("why"),
        _number("place_told"),
        _time("reassure_at"),
        _number("reassurances"),
        _time("reminded"),
        _text("earlier"),
        sa.ForeignKeyConstraint(["patron"], ["patrons.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("sessions_open", "sessions", ["number"], sqlite_where=OPEN)
    op.create_index("sessions_patron", "sessions", ["patron"])
    op.create_table(
        "messages",
        _number("number"),
        _number("session"),
        _number("patron"),
        _time("at"),
        _text("speaker"),
        _text("staff"),
        _text("body"),
        _text("id"),
        _text("origin"),
        _text("replaces"),
        sa.ForeignKeyConstraint(["session"], ["sessions.number"]),
        sa.ForeignKeyConstraint(["patron"], ["patrons.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("patron", "speaker", "id", name="messages_patron_speaker_id"),
    )
    op.create_index("messages_session", "messages", ["session"])
    op.create_table(
        "turns",
        _number("number"),
        _number("session"),
        _time("at"),
        _text("what"),
        _text("staff"),
        _text("detail"),
        sa.ForeignKeyConstraint(["session"], ["sessions.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("turns_session", "turns", ["session"])


def _deliveries() -> None:
    op.create_table(
        "outbox",
        _number("number"),
        _text("sender"),
        _text("recipient"),
        sa.Column("body", sa.Text(), nullable=True),
        _text("id"),
        _time("at"),
        sa.Column("session", sa.Integer(), nullable=True),
        sa.Column("message", sa.Integer(), nullable=True),
        _text("replaces"),
        sa.Column("active", sa.Boolean(), nullable=False),
        _time("sent"),
        _text("fate"),
        sa.ForeignKeyConstraint(["message"], ["messages.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("outbox_owed", "outbox", ["number"], sqlite_where=OWED)
    op.create_index("outbox_message", "outbox", ["message"], sqlite_where=RELAYED)


def _own_state() -> None:
    meta = op.create_table("meta", _text("name"), _text("value"), sa.PrimaryKeyConstraint("name"))
    op.bulk_insert(meta, [{"name": "clean", "value": "yes"}, {"name": "probe", "value": ""}])
