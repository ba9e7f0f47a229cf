"""What a desk's door says to a patron who looks at it on the web: its state, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import Desk, Partner
from imref.desk.duty.standing import desk_has_time, desk_is_staffed
from imref.desk.phrases import Phrase, When, Words
from imref.desk.room import Room


class State(StrEnum):
    """What a patron may expect: an answer now, one soon, or one later."""

    OPEN = "open"
    BUSY = "busy"
    UNSTAFFED = "unstaffed"
    CLOSED = "closed"


LABELS: Final[Mapping[State, Phrase]] = {
    State.OPEN: phrases.WEB_OPEN,
    State.BUSY: phrases.WEB_BUSY,
    State.UNSTAFFED: phrases.WEB_UNSTAFFED,
    State.CLOSED: phrases.WEB_CLOSED,
}

_UNTIL: Final = {
    State.OPEN: (phrases.PLATE_OPEN_UNTIL, phrases.PLATE_OPEN),
    State.BUSY: (phrases.PLATE_BUSY_UNTIL, phrases.PLATE_BUSY),
    State.UNSTAFFED: (phrases.PLATE_UNSTAFFED_UNTIL, phrases.PLATE_UNSTAFFED),
}
"""What an open desk says: when it closes, and when it does not."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A desk at one moment: its state, and one or two true sentences for a patron."""

    state: State
    says: Words

    @property
    def label(self) -> Words:
        """The state in a word or two."""
        return LABELS[self.state]()


def plate_of(room: Room, desk: Desk, now: float) -> Plate:
    """What the door of a desk says at ``now`` (Unix seconds). It changes nothing in the room."""
    hours, zone = desk.hours, str(desk.hours.zone)
    if not hours.is_open(now):
        partner = _covering(desk, now)
        if partner is not None:
            return Plate(State.CLOSED, phrases.PLATE_PARTNER(partner=partner.title))
        opens = hours.opens(now)
        if opens is None:
            return Plate(State.CLOSED, phrases.PLATE_CLOSED())
        return Plate(State.CLOSED, phrases.PLATE_CLOSED_UNTIL(opens=When(opens, zone)))
    if not room.link:
        return Plate(State.UNSTAFFED, phrases.PLATE_CUT_OFF())
    state = _state(room, desk)
    if state is State.UNSTAFFED and (partner := _covering(desk, now)) is not None:
        return Plate(state, phrases.PLATE_PARTNER(partner=partner.title))
    until, always = _UNTIL[state]
    closes = hours.closes(now)
    if closes is None:
        return Plate(state, always())
    return Plate(state, until(closes=When(closes, zone, short=True)))


def _state(room: Room, desk: Desk) -> State:
    if not desk_is_staffed(room, desk.name):
        return State.UNSTAFFED
    return State.OPEN if desk_has_time(room, desk.name) else State.BUSY


def _covering(desk: Desk, now: float) -> Partner | None:
    return next((each for each in desk.partners if each.when.is_open(now)), None)
