"""Open, but nobody is there: the supervisors are told once, and once when it is mended."""

from collections.abc import Iterable

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.duty.standing import desk_is_staffed
from imref.desk.occasions import when_due
from imref.desk.room import Room
from imref.desk.roster.face import DeskState, Face


def look(room: Room, news: Iterable[tuple[Desk, Face]]) -> None:
    """Start, stop or end the alarm of each desk of which there is `news`, by what is true now.

    Without a link nobody's presence is known, so it is nobody's fault. What was told is forgotten
    at a restart: somebody who is not there after one is missed anew.
    """
    for desk, face in news:
        if room.link and face.state is DeskState.UNSTAFFED:
            if desk.name not in room.alarmed and room.agenda.when("unstaffed", desk.name) is None:
                room.agenda.enter(
                    room.now + room.agreement.timings.unstaffed, "unstaffed", desk.name
                )
        else:
            room.agenda.strike("unstaffed", desk.name)
            if room.link and desk.name in room.alarmed:
                _mended(room, desk)


def is_deserted(room: Room, desk: Desk) -> bool:
    """Whether a desk is open and nobody who could answer is on duty."""
    return desk.hours.is_open(room.now) and not desk_is_staffed(room, desk.name)


@when_due("unstaffed")
def _alarm(room: Room, name: str) -> None:
    desk = room.agreement.desks.get(name)
    if desk is None or not is_deserted(room, desk):
        return
    room.alarmed.add(name)
    _tell_supervisors(
        room,
        desk,
        phrases.UNSTAFFED(
            desk=desk.title,
            age=phrases.age(room.agreement.timings.unstaffed),
            count=len(room.lines.get(name, ())) + len(room.kept.get(name, ())),
        ),
    )


def _mended(room: Room, desk: Desk) -> None:
    """Somebody has come; or the desk has closed, which needs no word."""
    room.alarmed.discard(desk.name)
    if desk.hours.is_open(room.now):
        _tell_supervisors(room, desk, phrases.STAFFED_AGAIN(desk=desk.title))


def _tell_supervisors(room: Room, desk: Desk, text: phrases.Text) -> None:
    for name in desk.supervisors:
        member = room.agreement.member(name)
        if member is not None:
            room.tell_member(member, text, desk.name)
