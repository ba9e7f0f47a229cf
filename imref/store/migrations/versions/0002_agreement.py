"""Hours, engagements, follow-ups, nights: what the library's agreement has to remember."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _text(name: str, *, new: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="" if new else None)


def _time(name: str, *, new: bool = False) -> sa.Column[float]:
    return sa.Column(
        name, sa.Double(), nullable=False, server_default=sa.text("0") if new else None
    )


def _number(name: str, *, new: bool = False) -> sa.Column[int]:
    return sa.Column(
        name, sa.Integer(), nullable=False, server_default=sa.text("0") if new else None
    )


def upgrade() -> None:
    """Add the columns, with what an older row would have had, and the tables of the records."""
    _add("patrons", _text("language", new=True), _text("email", new=True))
    _add(
        "sessions",
        _text("outcome", new=True),
        _number("read", new=True),
        sa.Column("practice", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        _text("guests", new=True),
        _text("partner", new=True),
        _text("suggested", new=True),
        _text("reading", new=True),
        sa.Column("order_told", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    _add(
        "messages",
        sa.Column("guest", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    _add(
        "duties",
        _time("until", new=True),
        _text("desks_off", new=True),
        _time("swamped", new=True),
        _time("asked", new=True),
        _time("ended", new=True),
    )
    _records()
    taken = sa.text("what IN ('claimed', 'returned')")
    op.create_index("turns_taken", "turns", ["at"], sqlite_where=taken)
    op.create_index("followups_settled", "followups", ["settled"])
    for column, which in (("session", "session IS NOT NULL"), ("recipient", "session IS NULL")):
        op.create_index(f"outbox_{column}", "outbox", [column], sqlite_where=sa.text(which))
    op.create_index("patrons_email", "patrons", ["number"], sqlite_where=sa.text("email != ''"))


def _add(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Column[float]) -> None:
    """Add columns in place: a table of ten million messages is not copied for them."""
    for column in columns:
        op.add_column(table, column)


def _table(
    name: str, live: str, *columns: sa.Column[str] | sa.Column[int] | sa.Column[float]
) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint("number"))
    if live:
        op.create_index(f"{name}_live", name, ["number"], sqlite_where=sa.text(live))


def _records() -> None:
    _table(
        "engagements", "",
        _number("number"), _text("staff"), _text("kind"), _text("detail"), _time("began"),
        _time("until"), _time("ended"), _number("count"), _text("status"),
        _time("asked"),
    )  # fmt: skip
    op.create_index("engagements_ended", "engagements", ["ended"])
    _table(
        "followups", "forgotten = 0",
        _number("number"), _number("session"), _number("patron"), _text("owner"), _text("what"),
        _time("made"), _time("due"), _text("state"), _time("answered"), _time("settled"),
        _number("told"), _time("raised"), _time("forgotten"),
    )  # fmt: skip
    _table("canned", "", _number("number"), _text("owner"), _text("keyword"), _text("text"))
    _table(
        "blocks", "",
        _number("number"), _text("address"), _time("until"), _text("by"), _text("why"),
        _number("patron"),
    )  # fmt: skip
    _table("watchers", "", _number("number"), _text("address"), _text("desk"))
    _table(
        "mails", "fate = 'owed'",
        _number("number"), _number("session"), _number("patron"), _text("author"),
        _text("recipient"), _text("subject"), _text("body"), _time("made"), _number("attempts"),
        _text("fate"),
    )  # fmt: skip
