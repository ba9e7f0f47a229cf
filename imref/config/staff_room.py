"""The section ``staff_room``: a group chat of the staff in which the desk sits."""

from typing import Annotated

from pydantic import Field

from imref.config.kinds import SUGGESTION, BareJid
from imref.config.section import Section
from imref.desk import agreement as desk


class StaffRoom(Section):
    """A group chat of the staff (XEP-0045), where they read what waits and who took what.

    Without an address there is none. docs/staff-room.md tells more.
    """

    address: Annotated[BareJid | None, SUGGESTION] = Field(
        default=None,
        description="The room's address, on the library's own server. A room that is not there is "
        "made, if the server lets imref do so: for members only, each of whom sees who is who.",
        examples=["reference@rooms.library.example"],
    )
    nick: str = Field(
        default="Desk",
        min_length=1,
        max_length=60,
        description="The name under which imref sits there.",
    )
    desks: Annotated[list[str], SUGGESTION] = Field(
        default=[],
        description="The desks that the room hears of: names from the section desks. Without any, "
        "it is all of them.",
        examples=[["ask"]],
    )
    show_questions: bool = Field(
        default=False,
        description="Whether the room reads how a new question begins. It does so only while "
        "nobody but staff is in the room. A patron's address is never shown.",
    )

    def agreed(self) -> desk.StaffRoom | None:
        """What the rules know of the room; None where there is none."""
        if self.address is None:
            return None
        return desk.StaffRoom(self.address, self.nick, tuple(self.desks), self.show_questions)
