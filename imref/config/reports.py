"""The section ``reports``: who is sent the figures of the week, and when."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from imref.config.canary import TimeOfDay
from imref.config.kinds import SUGGESTION, LocalPart
from imref.config.section import Section
from imref.config.weekly import parse_days, parse_time
from imref.config.wording import Language
from imref.desk.agreement import WeeklyReport
from imref.desk.promise.mailaddress import is_mail_address


def _one_day(value: object) -> object:
    if len(parse_days(value)) != 1:
        raise ValueError(f'"{value}" must be one day, such as mon')
    return value


def _mail_address(text: str) -> str:
    if not is_mail_address(text):
        raise ValueError(f'"{text}" is not a mail address such as "head@library.example"')
    return text


class Reports(Section):
    """The weekly report: the figures of the last week, Monday to Sunday, at all desks.

    Staff read some lines in their client; mail brings a page for all readers, in which small
    numbers are hidden. Without anybody in staff or mail there is none. docs/reports.md tells more.
    """

    day: Annotated[str, BeforeValidator(_one_day)] = Field(
        default="mon", description="The day of the week on which it comes."
    )
    time: TimeOfDay = Field(
        default="8:00",
        description="At what time, on the clock of the first desk (its hours.zone, or UTC).",
    )
    staff: Annotated[list[LocalPart], SUGGESTION] = Field(
        default=[],
        description="Who reads it in their client: names from the section staff. It is about the "
        "desks, never about one librarian.",
        examples=[["cleo"]],
    )
    mail: Annotated[list[Annotated[str, AfterValidator(_mail_address)]], SUGGESTION] = Field(
        default=[],
        description="Who gets it by mail, which needs the section mail. The page with plots is "
        "enclosed if matplotlib is installed.",
        examples=[["head.of.reference@library.example"]],
    )
    language: Annotated[Language | None, SUGGESTION] = Field(
        default=None,
        description="The language of the lines in the mail; without it, the library's own. The "
        "page is in English.",
        examples=["de"],
    )

    def agreed(self) -> WeeklyReport | None:
        """What the rules know of it; None where nobody is to have it."""
        if not self.staff and not self.mail:
            return None
        (day,) = parse_days(self.day)
        return WeeklyReport(
            day, parse_time(self.time), tuple(self.staff), tuple(self.mail), self.language or ""
        )
