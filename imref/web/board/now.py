"""What is going on: who waits, who is on duty, and what is wrong. It is read off the room."""

from dataclasses import dataclass
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.duty.standing import ON_DUTY, limit, load, standing_at, standing_words
from imref.desk.model import SessionState
from imref.desk.phrases import Words
from imref.desk.rehearsal.canary import last_of
from imref.desk.room import Room
from imref.desk.roster.doorplate import Plate, plate_of
from imref.desk.roster.unstaffed import is_deserted
from imref.desk.session.recount import waiting_since
from imref.store.waiting import NOTHING, Owed

SHOWN: Final = 10
"""Those who wait at a desk and are shown one by one."""

LATE: Final = 60.0
"""Seconds that something may wait to be sent before it is an alarm."""

STEP: Final = 10.0
"""Seconds by which the age of an alarm grows: pages are not drawn anew each second for it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A patron who waits, ``since`` when (Unix seconds)."""

    alias: str
    since: float


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who serves a desk: where they stand, and how many patrons they have of how many."""

    name: str
    duty: Words
    on: bool
    load: int
    limit: int


@dataclass(frozen=True, slots=True)
class DeskNow:
    """One desk. ``waiting`` are the first of ``waits``; the others are numbers of sessions."""

    name: str
    title: str
    plate: Plate
    waits: int
    waiting: tuple[Waiting, ...]
    active: int
    held: int
    abroad: int
    staff: tuple[Colleague, ...]


@dataclass(frozen=True, slots=True)
class Now:
    """Some desks at one moment, and what is wrong. Two that are equal look the same."""

    desks: tuple[DeskNow, ...]
    alarms: tuple[Words, ...]

    @property
    def waits(self) -> int:
        """How many people wait in all."""
        return sum(desk.waits for desk in self.desks)


def now_of(
    room: Room, names: tuple[str, ...], now: float, *, ailing: bool = False, owed: Owed = NOTHING
) -> Now:
    """These desks at ``now`` (Unix seconds). It changes nothing in the room."""
    desks = [room.agreement.desks[name] for name in names if name in room.agreement.desks]
    return Now(
        tuple(_desk(room, desk, now) for desk in desks),
        tuple(_alarms(room, desks, now, ailing, owed)),
    )


def _desk(room: Room, desk: Desk, now: float) -> DeskNow:
    line = room.lines.get(desk.name)
    here = [each for each in room.sessions.values() if each.desk == desk.name and each.open]
    return DeskNow(
        name=desk.name,
        title=desk.title,
        plate=plate_of(room, desk, now),
        waits=len(line) if line is not None else 0,
        waiting=tuple(
            Waiting(each.patron.alias, waiting_since(each))
            for each in (line.first(SHOWN) if line is not None else ())
        ),
        active=sum(each.state is SessionState.ACTIVE and not each.practice for each in here),
        held=len(room.kept.get(desk.name, ())),
        abroad=sum(each.state is SessionState.ABROAD for each in here),
        staff=tuple(_colleagues(room, desk)),
    )


def _colleagues(room: Room, desk: Desk) -> list[Colleague]:
    found = []
    for name in desk.staff:
        member, state = room.agreement.member(name), standing_at(room, name, desk.name)
        if member is not None:
            words = standing_words(room, name, state)
            found.append(
                Colleague(
                    room.colleague(name),
                    words,
                    state in ON_DUTY,
                    load(room, name),
                    limit(room, member),
                )
            )
    return found


def _alarms(room: Room, desks: list[Desk], now: float, ailing: bool, owed: Owed) -> list[Words]:
    alarms = []
    if ailing:
        alarms.append(phrases.BOARD_ALARM_STORE())
    if not room.link:
        alarms.append(phrases.BOARD_ALARM_LINK())
    else:
        alarms += [
            phrases.BOARD_ALARM_CANARY(desk=desk.title)
            for desk in desks
            if (check := last_of(room, desk.name)) is not None and check.failed
        ]
        alarms += [
            phrases.BOARD_ALARM_UNSTAFFED(desk=desk.title)
            for desk in desks
            if is_deserted(room, desk)
        ]
    if owed.count and now - owed.since >= LATE:
        age = phrases.age((now - owed.since) // STEP * STEP)
        alarms.append(phrases.BOARD_ALARM_OWED(count=owed.count, age=age))
    return alarms
