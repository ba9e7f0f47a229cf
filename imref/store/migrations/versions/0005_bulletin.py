"""When supervisors were last told how pilots stand, so that a day imref was down is made up for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table of the last telling."""
    op.create_table(
        "bulletins",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("told", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
