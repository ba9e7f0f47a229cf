"""The section ``duty``: which presence is duty."""

from enum import StrEnum

from pydantic import (
    Field,
)

from imref.config.section import Section


class Show(StrEnum):
    """What a client shows of its owner (RFC 6121, section 4.7.2.1)."""

    AVAILABLE = "available"
    CHAT = "chat"
    AWAY = "away"
    XA = "xa"
    DND = "dnd"


class DutyRule(Section):
    """Presence is duty: which of a librarian's states mean that questions may be offered."""

    shows: frozenset[Show] = Field(
        default=frozenset({Show.AVAILABLE, Show.CHAT}),
        min_length=1,
        description="The states that count as on duty, out of available, chat, away, xa and dnd.",
    )
