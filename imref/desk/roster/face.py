"""What a desk looks like from outside, and what of it rosters were shown last."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from imref.desk import phrases
from imref.desk.phrases import When, Words


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

_ENGAGED = {"walk_in": phrases.SHOWN_WALK_IN, "phone": phrases.SHOWN_PHONE}
"""What it says of an engagement, by the channel of the agreement."""


class Face(NamedTuple):
    """A desk at one moment: the facts that rosters are shown. Two that are equal look alike.

    ``until`` is when a closed desk opens and an open one closes (Unix seconds; None: not in sight),
    ``waiting`` how many wait there, and ``engaged`` what keeps everybody on duty from messages: a
    channel of the agreement, or "".
    """

    state: DeskState
    until: float | None
    waiting: int = 0
    engaged: str = ""

    @property
    def show(self) -> str:
        """The presence that goes with it."""
        return SHOWS[self.state]

    def words(self, zone: str) -> Words:
        """The sentence beside it, on the clock of a time zone (an IANA name)."""
        if self.state is DeskState.CLOSED:
            if self.until is None:
                return phrases.DESK_CLOSED()
            return phrases.DESK_CLOSED_UNTIL(opens=When(self.until, zone))
        until = None if self.until is None else When(self.until, zone, short=True)
        if self.state is DeskState.STAFFED:
            return self._staffed(until)
        if until is None:
            return phrases.DESK_UNSTAFFED()
        return phrases.DESK_UNSTAFFED_UNTIL(closes=until)

    def _staffed(self, until: When | None) -> Words:
        count = self.waiting
        waiting = phrases.WAITING(count=count) if count else phrases.WAITING_NOBODY()
        engaged = _ENGAGED[self.engaged]() if self.engaged else None
        if engaged is not None and until is not None:
            return phrases.DESK_ENGAGED_UNTIL(closes=until, engaged=engaged, waiting=waiting)
        if engaged is not None:
            return phrases.DESK_ENGAGED(engaged=engaged, waiting=waiting)
        if until is not None:
            return phrases.DESK_OPEN_UNTIL(closes=until, waiting=waiting)
        return phrases.DESK_OPEN(waiting=waiting)


@dataclass(slots=True)
class Shown:
    """What rosters were shown: the face, its text in the library's language, and when (Unix s).

    ``stale`` means that the same words may read otherwise by now: a day has begun.
    """

    face: Face
    text: str
    at: float
    stale: bool = False
