"""The section ``staff``: the librarians."""

from typing import Annotated

from pydantic import (
    Field,
)

from imref.config.hours import Hours
from imref.config.kinds import (
    SUGGESTION,
    BareJid,
    Whole,
)
from imref.config.section import Section
from imref.config.wording import Language
from imref.desk import agreement as desk


class StaffMember(Section):
    """One librarian. The key is the name that colleagues use in commands (!transfer ben)."""

    address: BareJid = Field(
        description="Their own Jabber address, without a device. Patrons never see it.",
        examples=["ana@library.example"],
    )
    screen_name: str | None = Field(
        default=None,
        min_length=1,
        description="The name that patrons read. Without it, the key with a capital letter.",
        examples=["Ana"],
    )
    real_name: str | None = Field(
        default=None,
        min_length=1,
        description="The name that colleagues read beside the screen name. No patron ever does.",
        examples=["Anna Meier"],
    )
    shift: Annotated[Hours | None, SUGGESTION] = Field(
        default=None,
        description="The hours of duty agreed with them, with the keys of the section hours; what "
        "is left out is as there. Outside these nothing is offered to them unless they say !on. "
        "Without it they are on duty whenever their client shows that they are available.",
        examples=[{"weekly": {"mon-thu": "9:00-13:00", "fri": "13:00-17:00"}}],
    )
    limit: Whole = Field(
        default=2,
        ge=1,
        le=20,
        description="How many patrons they serve at once, until they set their own with !limit.",
    )
    language: Language | None = Field(
        default=None,
        description="The language in which imref speaks with them. Without it, the library's.",
    )

    def agreed(self, name: str, library: Hours) -> desk.StaffMember:
        """What the rules know of this librarian, whose key is ``name``, at this library."""
        return desk.StaffMember(
            name,
            self.address,
            self.screen_name or name.capitalize(),
            self.limit,
            self.real_name or "",
            shift=self.shift.inheriting(library).agreed() if self.shift else None,
            language=self.language or "",
        )
