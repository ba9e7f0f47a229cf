"""The section ``desks``: public addresses and who is behind them."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    Field,
)

from imref.config.avatar import AvatarFile
from imref.config.hours import Hours
from imref.config.kinds import (
    SUGGESTION,
    LocalPart,
)
from imref.config.order import FIRST_COME, Order
from imref.config.partners import Partner
from imref.config.section import Section
from imref.desk.agreement import Strategy
from imref.desk.model import ALIAS_PREFIX
from imref.desk.rehearsal.rehearsals import PRACTICE_PREFIX
from imref.desk.talk.file_rules import FilePolicy


def _check_desk_name(name: str) -> str:
    if name.startswith(ALIAS_PREFIX):
        raise ValueError(f'a desk must not begin with "{ALIAS_PREFIX}": patrons\' aliases do')
    if name.startswith(PRACTICE_PREFIX):
        raise ValueError(f'a desk must not begin with "{PRACTICE_PREFIX}": rehearsals do')
    return name


DeskName = Annotated[LocalPart, AfterValidator(_check_desk_name)]


class Desk(Section):
    """A public address and the staff behind it. The key is the part before the @."""

    title: str = Field(
        min_length=1,
        description="What patrons and staff see as the name of this desk.",
        examples=["Ask a librarian"],
    )
    avatar: Annotated[AvatarFile, SUGGESTION] = Field(
        default=None,
        description="The picture of this desk, where it is not the library's (component.avatar).",
        examples=["law.png"],
    )
    strategy: Strategy = Field(
        default=Strategy.EVERYONE,
        description="How a waiting question is offered within a tier. everyone: to all at once, "
        "the first answer takes it. least_loaded: to one at a time, fewest sessions first, then "
        "whoever has had none for longest. in_order: to one at a time, as listed.",
    )
    tiers: list[Annotated[list[str], Field(min_length=1)]] = Field(
        min_length=1,
        description="Who serves this desk: lists of names from the staff section. A question goes "
        "to the first tier; when nobody takes it, the next tier is asked as well (timings.widen).",
        examples=[[["ana", "ben"], ["cleo"]]],
    )
    hours: Annotated[Hours | None, SUGGESTION] = Field(
        default=None,
        description="Where the hours of this desk differ from those of the section hours: the "
        "same keys, and what is left out is as there.",
        examples=[{"weekly": {"mon-fri": "10:00-16:00"}}],
    )
    order: Annotated[Order, SUGGESTION] = Field(
        default=FIRST_COME,
        description="The order of service: a list of walk_in, phone and im (messages). A librarian "
        "who is with somebody that comes before messages (!walkin, !phone) is offered none. "
        "first_come: they are asked only when nobody else can answer.",
        examples=[["walk_in", "phone", "im"]],
    )
    order_text: Annotated[str, SUGGESTION] = Field(
        default="",
        description="How the library says its order of service to a waiting patron, once. Without "
        "it, a sentence is made from order.",
        examples=["People at the desk come first, then the phone, then messages."],
    )
    supervisors: Annotated[list[str], SUGGESTION] = Field(
        default=[],
        description="Who is told when something at this desk is not as agreed: names from the "
        "staff section.",
        examples=[["cleo"]],
    )
    partners: Annotated[list[Partner], SUGGESTION] = Field(
        default=[],
        description="Other libraries that answer while this desk cannot; the first whose hours "
        "cover the moment is asked.",
        examples=[
            [
                {
                    "address": "ask@ref.other.example",
                    "title": "Other City Library",
                    "when": "22:00-8:00",
                }
            ]
        ],
    )
    files: Annotated[FilePolicy | None, SUGGESTION] = Field(
        default=None,
        description="What becomes of files at this desk, where it is not what files.policy says.",
        examples=["refuse"],
    )
