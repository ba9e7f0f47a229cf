"""The section ``canary``: a daily question of imref's own, which shows that the way is open."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from imref.config.kinds import SUGGESTION, Duration
from imref.config.section import Section
from imref.config.weekly import parse_time
from imref.desk.agreement import DailyCheck


class AnsweredBy(StrEnum):
    """Who answers the daily check."""

    SERVICE = "service"
    STAFF = "staff"


def _time(value: object) -> object:
    if value is not None:
        parse_time(value)
    return value


TimeOfDay = Annotated[str, BeforeValidator(_time)]


class Canary(Section):
    """The daily check: a question of imref's own takes the whole way, through the server and back.

    When it does not arrive, or is not answered in time, the supervisors of the desk are told once,
    and once more when it is well again. It counts in no figures. Without a time there is none.
    """

    at: Annotated[TimeOfDay | None, SUGGESTION] = Field(
        default=None,
        description="At what time of day it comes, on the clock of the desk (its hours.zone, or "
        "UTC): best a little before the desk opens if imref answers, a little after if librarians "
        "do.",
        examples=["8:45"],
    )
    desk: Annotated[str, SUGGESTION] = Field(
        default="",
        description="The desk that is asked: a name from the section desks. Without one, the "
        "first.",
        examples=["ask"],
    )
    answered_by: AnsweredBy = Field(
        default=AnsweredBy.SERVICE,
        description="Who answers. service: imref itself; no librarian sees anything. staff: the "
        "first librarian on duty who has no patron; when the desk is closed, or all have one, it "
        "is imref.",
    )
    within: Duration = Field(
        default=60.0,
        ge=5,
        le=1800,
        description="How soon the answer must be back.",
    )

    def agreed(self, first: str) -> DailyCheck | None:
        """What the rules know of it; ``first`` is the first desk. None without a time."""
        if self.at is None:
            return None
        by_staff = self.answered_by is AnsweredBy.STAFF
        return DailyCheck(self.desk or first, parse_time(self.at), by_staff, self.within)
