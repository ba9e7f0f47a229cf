"""The section ``pilot``: when supervisors are told how it stands."""

from pydantic import Field

from imref.config.canary import TimeOfDay
from imref.config.section import Section
from imref.config.weekly import parse_time


class Pilot(Section):
    """A pilot (docs/pilot.md), whose targets are set with `imref pilot start`."""

    tell_at: TimeOfDay | None = Field(
        default="17:00",
        description="At what time the supervisors of a desk are told every day, by message, how "
        "its pilot stands, on the clock of the first desk (its hours.zone, or UTC); "
        "nothing is told while there is none. null: never.",
    )

    def agreed(self) -> int | None:
        """Minutes after midnight, or None."""
        return None if self.tell_at is None else parse_time(self.tell_at)
