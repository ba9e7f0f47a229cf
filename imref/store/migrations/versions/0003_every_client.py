"""Every client: what goes with words, where a question came in, and how it was for the patron."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def upgrade() -> None:
    """Add the columns, in place, and the tables of roster names, of files and of commands done."""
    op.add_column("patrons", _text("name"))
    op.add_column("sessions", _text("channel"))
    op.add_column(
        "sessions", sa.Column("rating", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column(
        "sessions",
        sa.Column("rating_asked", sa.Double(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("messages", _text("enclosed"))
    op.add_column(
        "messages",
        sa.Column("retracted", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("outbox", _text("enclosed"))
    op.create_index("sessions_rated", "sessions", ["closed"], sqlite_where=sa.text("rating > 0"))
    op.create_table(
        "roster_items",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "parcels",
        sa.Column("number", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
                "sender", "resource", "window", "stanza", "url", "body", "language", "nick",
                "email",
            )
        ),
        sa.Column("made", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )  # fmt: skip
    op.create_table(
        "done",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
