"""How a pilot stands, as the service tells it: no more than fits a message."""

from dataclasses import dataclass
from enum import StrEnum


class TargetState(StrEnum):
    """How a target of a pilot stands; what would be so may change in the days to come."""

    MET = "met"
    MISSED = "missed"
    WOULD_BE_MET = "would be met"
    WOULD_BE_MISSED = "would be missed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class TargetStands:
    """A target as it was written, its figure so far, and how it stands."""

    target: str
    value: str
    state: TargetState


@dataclass(frozen=True, slots=True)
class PilotStands:
    """A pilot of a desk ("": of all) on a day of its days, or ``over``.

    ``changed`` is whether what is kept of it is not what was agreed on.
    """

    desk: str
    day: int
    days: int
    over: bool
    targets: tuple[TargetStands, ...]
    changed: bool = False
