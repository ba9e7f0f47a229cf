"""The section ``timings``: how long things may take."""

from pydantic import (
    Field,
    ValidationInfo,
    field_validator,
)

from imref.config.kinds import (
    Duration,
)
from imref.config.section import Section

LONGEST_DAY = 86400.0


class Timings(Section):
    """How long things may take: seconds, or with a unit ("20 s", "4 min", "1 h")."""

    offer: Duration = Field(
        default=20.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long one librarian is asked before the question goes to the next.",
    )
    widen: Duration = Field(
        default=40.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a question waits before the next tier is asked as well.",
    )
    decline_pause: Duration = Field(
        default=20.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long a librarian who declined is offered nothing.",
    )
    grace: Duration = Field(
        default=60.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long a librarian who goes offline in the middle of a session keeps it, "
        "before it is offered again and the patron is told.",
    )
    comeback: Duration = Field(
        default=600.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after the close a patron who writes again comes back to the same "
        "librarian.",
    )
    silent_owner: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a librarian may leave a patron without an answer. After that a "
        "session in which they have said nothing yet is offered again; in others they are "
        "reminded.",
    )
    reassure: Duration = Field(
        default=45.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a waiting patron goes without a word before they are told that "
        "the question is not forgotten, and their place. Each wait is twice the one before.",
    )
    remind_idle: Duration = Field(
        default=240.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long after the librarian's last word a silent patron is asked whether "
        "they are still there.",
    )
    close_idle: Duration = Field(
        default=360.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long after the librarian's last word the session of a silent patron is "
        "closed.",
    )

    closing_grace: Duration = Field(
        default=300.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after a desk has closed its staff are signed off, those in a "
        "session when it ends.",
    )
    unstaffed: Duration = Field(
        default=300.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a desk may be open with nobody on duty before its supervisors are "
        "told.",
    )
    choice: Duration = Field(
        default=60.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a patron waits at a desk without anybody on duty before they are "
        "offered to leave the question.",
    )
    hold: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a question waits at an open desk with nobody on duty before it is "
        "kept: the patron need not stay, and whoever comes is dealt it.",
    )
    there: Duration = Field(
        default=30.0,
        ge=1,
        le=600,
        description="How long a patron may take for a sign of life (a receipt, a chat state, a "
        "word) when their kept question is dealt. Without one it becomes a follow-up.",
    )
    left: Duration = Field(
        default=45.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a patron may be away from the page (a reload, a tunnel) before it "
        "counts as leaving, and their librarian is told.",
    )
    left_waiting: Duration = Field(
        default=600.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long after that their waiting question keeps its place. Then it is kept "
        "if mail can bring the answer, and else closed as lost.",
    )
    deal: Duration = Field(
        default=60.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long one librarian is left in peace between two kept questions; the next "
        "one comes only when the one before was answered, handed on or let run out. What was "
        "promised for them holds back the next until it is answered, moved, or late.",
    )
    partner_pause: Duration = Field(
        default=15.0,
        ge=5,
        le=600,
        description="How long after a patron was told that a partner would answer their question "
        "goes there, if they have said neither yes nor no.",
    )
    partner_patience: Duration = Field(
        default=900.0,
        ge=60,
        le=LONGEST_DAY,
        description="How long a partner may leave a patron without an answer before the question "
        "comes back to us.",
    )
    shift_grace: Duration = Field(
        default=900.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after the end of their hours a librarian stays on duty, before they "
        "are signed off unless they say that they are still there.",
    )
    objection: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long before that they are asked.",
    )
    overtime: Duration = Field(
        default=3600.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long they stay on duty when they do, and with !on outside their hours.",
    )
    swamped: Duration = Field(
        default=600.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long the next tier is asked at once, and the caller last, after !swamped.",
    )
    engagement: Duration = Field(
        default=300.0,
        ge=60,
        le=8 * 3600.0,
        description="How long a walk-in or a call is expected to last when the librarian does not "
        "say (!walkin, !phone).",
    )
    engagement_limit: Duration = Field(
        default=600.0,
        ge=60,
        le=LONGEST_DAY,
        description="From how long a walk-in or a call the librarian's own patrons may choose a "
        "colleague instead.",
    )
    engagement_objection: Duration = Field(
        default=90.0,
        ge=10,
        le=LONGEST_DAY,
        description="How long a librarian whose walk-in or call should be over has to say that it "
        "is not, before they count as back.",
    )
    block: Duration = Field(
        default=LONGEST_DAY,
        ge=60,
        le=366 * LONGEST_DAY,
        description="How long a patron is blocked when the librarian does not say (!block).",
    )

    promise_reminder: Duration = Field(
        default=3600.0,
        ge=1,
        le=30 * LONGEST_DAY,
        description="How long before a promised answer is due its librarian is reminded, once, "
        "when they are online. They are told once more when it is late.",
    )
    promise_grace: Duration = Field(
        default=3600.0,
        ge=1,
        le=30 * LONGEST_DAY,
        description="How long after a promised answer was due the supervisors of the desk are "
        "told, once.",
    )

    @field_validator("close_idle")
    @classmethod
    def _closes_after_the_reminder(cls, value: float, info: ValidationInfo) -> float:
        if value <= info.data.get("remind_idle", 0.0):
            raise ValueError("must be longer than timings.remind_idle")
        return value
