"""Stints: for how long a desk was open, who was on duty at it, and whether imref was there at all.

They are what coverage is counted from later, so they say what was so and not what was agreed on: a
desk that was open under hours that have changed since was open. What is true now is looked at after
every event that can change it, and renewed every few minutes: if imref ends without notice, or its
machine sleeps, a stint ends when it was renewed last.
"""

from collections.abc import Iterator
from typing import Final

from imref.desk.agenda import Occasion
from imref.desk.duty import is_on_duty_at
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

PERSONAL: Final = frozenset({KeepDuty, Keep})
"""Effects that may be about somebody's duty."""

HOUSE: Final = frozenset({LinkUp, LinkDown, AgreementChanged, Stopping})
"""Events after which it is looked at who is on duty, whatever came of them."""

Key = tuple[str, str]
"""A desk and somebody at it, as in a `Stint`."""


def resume(room: Room) -> None:
    """What the last run left open ends at the first look, which comes at once."""
    room.agenda.enter(room.now, *RENEWAL)


def look_after(room: Room, event: Event, effects: list[Effect]) -> None:
    """Look at the stints if an event, or what came of it, may have changed who is on duty."""
    of_staff = isinstance(event, PresenceChanged | Bounced) and (
        event.sender in room.agreement.staff
    )
    if of_staff or type(event) in HOUSE or _are_about_duty(effects):
        look(room)


def _are_about_duty(effects: list[Effect]) -> bool:
    return not PERSONAL.isdisjoint(map(type, effects)) and any(map(_is_about_duty, effects))


def _is_about_duty(effect: Effect) -> bool:
    return type(effect) is KeepDuty or (type(effect) is Keep and type(effect.record) is Engagement)


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
