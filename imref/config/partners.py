"""The section of the config that says which other libraries answer for a desk, and when."""

from typing import Annotated

from pydantic import Field, PlainValidator

from imref.config.kinds import BareJid
from imref.config.section import Section
from imref.config.weekly import DAYS, parse_days, parse_spans
from imref.desk import agreement as desk
from imref.desk.calendar.hours import Hours, Span, Week


def parse_when(value: object) -> Week:
    """The hours of a week in ``22:00-8:00``, for every day, or in a mapping as in hours.weekly."""
    if not isinstance(value, dict):
        return (parse_spans(value),) * len(DAYS)
    week: dict[int, tuple[Span, ...]] = {}
    for days, spans in value.items():
        for day in parse_days(days):
            if day in week:
                raise ValueError(f"gives hours twice for {DAYS[day]}")
            week[day] = parse_spans(spans)
    return tuple(week.get(day, ()) for day in range(len(DAYS)))


class Partner(Section):
    """Another library that answers while this desk cannot: closed, or with nobody on duty.

    The patron is told who would answer before the question leaves the house, and can say no.
    docs/partners.md is for the agreement between the two.
    """

    address: BareJid = Field(
        description="The partner's public address. Another imref may answer there, or a person.",
        examples=["ask@ref.other.example"],
    )
    title: str = Field(
        min_length=1,
        description="What patrons and staff read for the partner.",
        examples=["Other City Library"],
    )
    when: Annotated[Week, PlainValidator(parse_when)] = Field(
        description="When the partner answers for us, in the zone of the desk's hours: the hours "
        'of every day ("22:00-8:00", "24 h"), or a week as in hours.weekly ({"mon-fri": '
        '"20:00-8:00", "sat, sun": "24 h"}). Outside of them nothing is passed on.',
        examples=["22:00-8:00"],
    )

    def agreed(self, hours: Hours) -> desk.Partner:
        """What the rules know of this partner; ``hours`` are those of the desk."""
        return desk.Partner(self.address, Hours(hours.zone, self.when), self.title)
