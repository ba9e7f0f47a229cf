"""The section ``practice``: what made-up patrons say."""

from typing import Annotated

from pydantic import (
    Field,
)

from imref.config.section import Section


class Script(Section):
    """What a made-up patron says in a rehearsal (!practice), after which it thanks and says bye."""

    question: Annotated[str, Field(min_length=1)] = Field(
        description="The question that it comes with.",
        examples=["Do you have a map of the town from about 1923?"],
    )
    further: list[Annotated[str, Field(min_length=1)]] = Field(
        default=[],
        description="What it says next, a line after each answer.",
        examples=[["Can I see it on a Saturday?"]],
    )
