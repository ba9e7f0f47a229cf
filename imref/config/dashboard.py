"""The section ``dashboard``: who sees what on the pages for staff, and for how long."""

from typing import Annotated

from pydantic import Field

from imref.config.kinds import SUGGESTION, Duration
from imref.config.section import Section


class Dashboard(Section):
    """The pages for staff, which the web server has beside the chat page (docs/dashboard.md).

    Whoever is on the staff gets in by !dashboard and sees the desks that they serve or supervise.
    """

    transcripts: Annotated[list[str], SUGGESTION] = Field(
        default=[],
        description="Who may read there what was said, and search it: staff names. They read the "
        "conversations of the desks that they serve or supervise, patrons under their aliases. "
        "Without any, nobody does. Each reading is noted in the log.",
        examples=[["cleo"]],
    )
    idle: Duration = Field(
        default=3600.0,
        ge=60,
        le=7 * 86_400,
        description="How long somebody stays logged in who opens no page.",
    )
    longest: Duration = Field(
        default=36_000.0,
        ge=60,
        le=30 * 86_400,
        description="How long somebody stays logged in at most, whatever they do.",
    )
