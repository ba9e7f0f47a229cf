"""The section ``bounds``: what one sender may ask of imref."""

from typing import Annotated

from pydantic import (
    Field,
)

from imref.config.kinds import (
    Decimal,
    Unit,
    Whole,
)
from imref.config.section import Section


class Bounds(Section):
    """What one sender may ask of imref. The surplus is refused (resource-constraint)."""

    message_length: Annotated[Whole, Unit("characters")] = Field(
        default=16_000,
        ge=100,
        le=30_000,
        description="The longest message that is taken.",
    )
    patron_burst: Annotated[Decimal, Unit("messages")] = Field(
        default=20.0,
        ge=1,
        le=10_000,
        description="How many messages a patron may send in one go.",
    )
    patron_rate: Annotated[Decimal, Unit("messages a second")] = Field(
        default=1.0,
        gt=0,
        le=1_000,
        description="How many messages a patron may send in the long run.",
    )
    domain_burst: Annotated[Decimal, Unit("sessions")] = Field(
        default=30.0,
        ge=1,
        le=100_000,
        description="How many new sessions the patrons of one domain may open in one go.",
    )
    domain_rate: Annotated[Decimal, Unit("sessions a second")] = Field(
        default=0.5,
        gt=0,
        le=10_000,
        description="How many new sessions the patrons of one domain may open in the long run.",
    )
    unanswered: Annotated[Whole, Unit("messages")] = Field(
        default=50,
        ge=3,
        le=1_000,
        description="How many messages of a patron who waits are taken before a librarian has "
        "answered: somebody has to read them all.",
    )
