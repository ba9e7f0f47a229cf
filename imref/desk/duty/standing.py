"""Who is on duty: presence, their own word, and their own limit."""

from enum import StrEnum

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.duty.order import ENGAGED_WITH, is_held_back
from imref.desk.phrases import Words
from imref.desk.room import Room

MOST_PATRONS = 20
"""The highest limit that somebody can set, as in the config."""


class Standing(StrEnum):
    """Whether a librarian can be offered a question now, and if not, why."""

    ON = "on"
    FULL = "full"
    ENGAGED = "engaged"
    AWAY = "away"
    OFF = "off"
    UNKNOWN = "unknown"


ON_DUTY = (Standing.ON, Standing.FULL, Standing.ENGAGED)
"""Who is there for patrons, also if with others just now."""

_STANDING_PHRASES = {
    Standing.ON: phrases.DUTY_ON,
    Standing.FULL: phrases.DUTY_FULL,
    Standing.AWAY: phrases.DUTY_AWAY,
    Standing.OFF: phrases.DUTY_OFF,
    Standing.UNKNOWN: phrases.DUTY_UNKNOWN,
}


def standing_words(room: Room, name: str, state: Standing) -> Words:
    """A standing as colleagues read it; of somebody engaged, with what."""
    engagement = room.engagements.get(name) if state is Standing.ENGAGED else None
    if engagement is not None:
        return ENGAGED_WITH[engagement.kind]()
    return _STANDING_PHRASES[state]()


def load(room: Room, name: str) -> int:
    """How many open sessions a librarian has; a rehearsal keeps nobody from a real patron."""
    held = room.held.get(name)
    return sum([not session.practice for session in held.values()]) if held else 0


def limit(room: Room, member: StaffMember) -> int:
    """How many patrons at once: their own word, else the agreement's."""
    own = room.duties[member.name].limit
    return member.limit if own is None else own


def is_present(room: Room, name: str) -> bool:
    """Whether any device of theirs is online, whatever it shows."""
    return bool(room.presence.get(name))


def shows_available(room: Room, name: str) -> bool:
    """Whether any device shows what the agreement counts as duty."""
    devices = room.presence.get(name)
    return devices is not None and not room.agreement.on_duty_shows.isdisjoint(devices.values())


def is_off(room: Room, name: str) -> bool:
    """Whether somebody signed off or their duty has ended, whatever their client shows."""
    duty = room.duties[name]
    return duty.signed_off or duty.ended > 0.0


def standing(room: Room, name: str) -> Standing:
    """Where a librarian stands now. Nobody is on duty on stale presence."""
    return _engaged_or(room, name, but_for_engagement(room, name), is_held_back(room, name))


def standing_at(room: Room, name: str, desk: str) -> Standing:
    """Where a librarian stands with the messages of one desk, by its order of service.

    By their own word they may be off at this desk alone.
    """
    if desk in room.duties[name].desks_off:
        return Standing.OFF
    return _engaged_or(room, name, but_for_engagement(room, name), is_held_back(room, name, desk))


def _engaged_or(room: Room, name: str, state: Standing, held_back: bool) -> Standing:
    """Engaged says more than the client does: "away" because of a walk-in is engaged."""
    if not held_back:
        return state
    here = state in (Standing.ON, Standing.FULL, Standing.AWAY) and is_present(room, name)
    return Standing.ENGAGED if here else state


def but_for_engagement(room: Room, name: str) -> Standing:
    """Where a librarian would stand if no walk-in and no call kept them."""
    member = room.agreement.member(name)
    if member is None or is_off(room, name):
        return Standing.OFF
    if not room.link or name not in room.presence:
        return Standing.UNKNOWN
    if not shows_available(room, name):
        return Standing.AWAY
    if load(room, name) >= limit(room, member):
        return Standing.FULL
    return Standing.ON


def is_on_duty_at(room: Room, name: str, desk_name: str) -> bool:
    """Whether somebody is there for the patrons of a desk, even if busy: an answer will come.

    Somebody whose limit is 0 is online, and yet no answer will come from them. Else it is what
    `standing_at` says, without a look at their patrons: it is asked after every event.
    """
    member, duty = room.agreement.member(name), room.duties[name]
    if member is None or duty.signed_off or duty.ended > 0.0 or desk_name in duty.desks_off:
        return False
    if not room.link or not is_present(room, name) or limit(room, member) <= 0:
        return False
    return shows_available(room, name) or is_held_back(room, name, desk_name)


def desk_is_staffed(room: Room, desk_name: str) -> bool:
    """Whether somebody is on duty at a desk, even if busy: an answer will come."""
    desk = room.agreement.desks.get(desk_name)
    for name in desk.staff if desk is not None else ():
        if is_on_duty_at(room, name, desk_name):
            return True
    return False


def desk_has_time(room: Room, desk_name: str) -> bool:
    """Whether somebody at a desk could take one more patron now."""
    desk = room.agreement.desks.get(desk_name)
    return desk is not None and any(
        standing_at(room, name, desk_name) is Standing.ON for name in desk.staff
    )
