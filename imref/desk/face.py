"""What a desk looks like from outside, and what of it rosters were shown last."""

from dataclasses import dataclass
from enum import StrEnum

from imref.desk.phrases import Words


class DeskState(StrEnum):
    """Whether an answer can be expected: open with somebody there, open with nobody, closed."""

    STAFFED = "staffed"
    UNSTAFFED = "unstaffed"
    CLOSED = "closed"


SHOWS = {
    DeskState.STAFFED: "available",
    DeskState.UNSTAFFED: "away",
    DeskState.CLOSED: "xa",
}
"""What a roster shows of it (RFC 6121, section 4.7.2.1)."""


@dataclass(frozen=True, slots=True)
class Face:
    """A desk at one moment: its state, and the words for it."""

    state: DeskState
    words: Words

    @property
    def show(self) -> str:
        """The presence that goes with it."""
        return SHOWS[self.state]


@dataclass(slots=True)
class Shown:
    """What rosters were shown: the face, its text in the library's language, and when (Unix s).

    ``stale`` means that the same words may read otherwise by now: a day has begun.
    """

    face: Face
    text: str
    at: float
    stale: bool = False
