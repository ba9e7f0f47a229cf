"""Evidence: when each question was answered, who was on duty when, pilots and their canaries."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ANSWERED = """
UPDATE sessions SET
    first_answer = told.first, answer_lines = told.lines
FROM (
    SELECT session, min(at) AS first, sum(replaces = '') AS lines
    FROM messages WHERE speaker = 'staff' GROUP BY session
) AS told
WHERE told.session = sessions.number
"""
ASKED = """
UPDATE sessions SET asked_lines = told.lines
FROM (
    SELECT session, count(*) AS lines
    FROM messages WHERE speaker = 'patron' AND replaces = '' GROUP BY session
) AS told
WHERE told.session = sessions.number
"""
HELD = """
UPDATE sessions SET first_held = told.first
FROM (SELECT session, min(at) AS first FROM turns WHERE what = 'held' GROUP BY session) AS told
WHERE told.session = sessions.number
"""
LEDGER = "what IN ('undelivered', 'sent on', 'came home', 'read', 'settled')"


def upgrade() -> None:
    """Add what the figures need, and fill it in for what was kept before."""
    for name, kind in (
        ("first_answer", sa.Double()),
        ("first_held", sa.Double()),
        ("asked_lines", sa.Integer()),
        ("answer_lines", sa.Integer()),
    ):
        op.add_column(
            "sessions", sa.Column(name, kind, nullable=False, server_default=sa.text("0"))
        )
    for statement in (ANSWERED, ASKED, HELD):
        op.execute(statement)
    op.create_index("sessions_opened", "sessions", ["opened"])
    op.create_index("turns_ledger", "turns", ["at"], sqlite_where=sa.text(LEDGER))
    _stints()
    _canaries()
    _pilots()
    _editions()


def _stints() -> None:
    op.create_table(
        "stints",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("began", sa.Double(), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("stints_began", "stints", ["began"])
    op.create_index("stints_live", "stints", ["number"], sqlite_where=sa.text("open != 0"))


def _canaries() -> None:
    times = ("asked", "kept", "heard", "answered")
    op.create_table(
        "canaries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Double(), nullable=False) for name in times),
        sa.Column("failed", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("canaries_live", "canaries", ["number"], sqlite_where=sa.text("done = 0"))


def _pilots() -> None:
    op.create_table(
        "pilots",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("made", sa.Double(), nullable=False),
        sa.Column("started", sa.Double(), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Double(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def _editions() -> None:
    times = ("since", "until", "due", "told")
    op.create_table(
        "editions",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Double(), nullable=False) for name in times),
        sa.Column("owed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
