"""Stints: for how long a desk was open, who was on duty at it, and whether imref was there at all.

They are what coverage is counted from later, so they say what was so and not what was agreed on: a
desk that was open under hours that have changed since was open. What is true now is looked at after
every event that can change it, and renewed every few minutes: if imref ends without notice, or its
machine sleeps, a stint ends when it was renewed last.
"""

from collections.abc import Iterator
from typing import Final

from imref.desk.agenda import Occasion
from imref.desk.duty.standing import is_on_duty_at
from imref.desk.effects import Effect, Keep, KeepDuty
from imref.desk.events import (
    AgreementChanged,
    Bounced,
    Event,
    LinkDown,
    LinkUp,
    PresenceChanged,
    Stopping,
)
from imref.desk.occasions import when_due
from imref.desk.records import Engagement, Stint
from imref.desk.room import Room

RENEWAL: Final = Occasion("stints", "")
"""The occasion at which stints are renewed. Where it is left alone, none are recorded at all."""

EVERY: Final = 300.0
"""Seconds between two renewals: as much may be lost when imref ends without notice."""

ASLEEP: Final = 2 * EVERY
"""Seconds without a renewal after which nobody can say what was so meanwhile."""

HOUSE: Final = frozenset({LinkUp, LinkDown, AgreementChanged, Stopping})
"""Events after which it is looked at who is on duty, whatever came of them."""

PERSONAL: Final = (PresenceChanged, Bounced)
"""Events after which it is if they are a librarian's."""

Key = tuple[str, str]
"""A desk and somebody at it, as in a `Stint`."""


def resume(room: Room) -> None:
    """What the last run left open ends at the first look, which comes at once."""
    room.agenda.enter(room.now, *RENEWAL)


def look_after(room: Room, event: Event, effects: list[Effect]) -> None:
    """Look at the stints if an event, or what came of it, may have changed who is on duty."""
    if type(event) in HOUSE or _is_of_staff(room, event) or _are_about_duty(effects):
        look(room)


def _is_of_staff(room: Room, event: Event) -> bool:
    return isinstance(event, PERSONAL) and event.sender in room.agreement.staff


def _are_about_duty(effects: list[Effect]) -> bool:
    kinds = set(map(type, effects))
    if KeepDuty in kinds or Keep not in kinds:
        return KeepDuty in kinds
    kept = [effect.record for effect in effects if type(effect) is Keep]
    return Engagement in map(type, kept)


def look(room: Room) -> None:
    """Begin and end stints by what is true now."""
    if RENEWAL in room.left_alone:
        return
    if room.now - room.stints_renewed > ASLEEP:
        _end_all_when_renewed(room)
        _expect_renewal(room)
    now_true = dict.fromkeys(_now_true(room))
    for key in [key for key in room.stints if key not in now_true]:
        room.stints[key].until = room.now
        _end(room, key)
    for key in now_true:
        if key not in room.stints:
            stint = room.stints[key] = Stint(room.next_record(), *key, room.now, room.now)
            room.out.append(Keep(stint))


def _now_true(room: Room) -> Iterator[Key]:
    """All that is a stint now; nothing once imref takes its leave."""
    if room.stopping:
        return
    if room.link:
        yield "", ""
    for desk in room.agreement.desks.values():
        if desk.hours.is_open(room.now):
            yield desk.name, ""
        for name in desk.staff:
            if is_on_duty_at(room, name, desk.name):
                yield desk.name, name


def _end(room: Room, key: Key) -> None:
    stint = room.stints.pop(key)
    stint.open = False
    room.out.append(Keep(stint))


def _end_all_when_renewed(room: Room) -> None:
    for key in list(room.stints):
        _end(room, key)


def _expect_renewal(room: Room) -> None:
    room.stints_renewed = room.now
    room.agenda.enter(room.now + EVERY, *RENEWAL)


@when_due(RENEWAL.what)
def _renew(room: Room, _: str) -> None:
    look(room)
    for stint in room.stints.values():
        stint.until = room.now
        room.out.append(Keep(stint))
    _expect_renewal(room)
