"""The staff room: how the desk comes in and stays in, and whom it sees there (XEP-0045).

What is known of the room is not kept: whenever the link is up, the desk joins anew.
"""

from typing import Final

from imref.desk import phrases
from imref.desk.colleagues.room_news import tell_of_all
from imref.desk.effects import JoinRoom, LeaveRoom
from imref.desk.errands import FurnishRoom
from imref.desk.events import (
    Bounced,
    InRoom,
    OccupantGone,
    OccupantKnown,
    PresenceRefused,
    RoomJoined,
    RoomLeft,
)
from imref.desk.occasions import when_due
from imref.desk.phrases import Phrase, Text
from imref.desk.room import Room

STAFF_ROOM: Final = "staff room"
"""What the agenda calls the next try to come in."""

FIRST_PAUSE: Final = 60.0
LONGEST_PAUSE: Final = 3600.0
"""Seconds between tries: twice as long each time."""

SETTLED: Final = 600.0
"""Seconds inside after which being sent out counts as the first time again."""

NICKS_TRIED: Final = 5
"""Names that are tried one after another while they are taken: "Desk", "Desk 2", …"""

OUTSIDE: Final = frozenset({"item-not-found", "not-acceptable", "not-allowed", "forbidden", "gone"})
"""Errors to words of ours which mean that we are in that room no longer (XEP-0045, 7.4)."""

WHY: Final = {
    "registration-required": phrases.ROOM_WHY_MEMBERS,
    "forbidden": phrases.ROOM_WHY_BANNED,
    "not-authorized": phrases.ROOM_WHY_PASSWORD,
    "item-not-found": phrases.ROOM_WHY_MISSING,
    "not-allowed": phrases.ROOM_WHY_MISSING,
    "conflict": phrases.ROOM_WHY_NICK,
}
"""What the errors to coming in mean (XEP-0045, 7.2 and 10.1)."""


def settle(room: Room) -> None:
    """Be in the room that the agreement names, and in no other; while there is no link, in none."""
    wanted, circle = room.agreement.staff_room, room.circle
    if not room.link:
        circle.place = ""
        circle.leave()
        return
    moved = wanted is None or (circle.place, circle.wanted) != (wanted.address, wanted.nick)
    if circle.place and moved:
        room.out.append(LeaveRoom(circle.place, circle.nick))
        circle.place = ""
        circle.leave()
        room.agenda.strike(STAFF_ROOM, "")
    if wanted is not None and not circle.place:
        circle.place, circle.wanted = wanted.address, wanted.nick
        circle.attempts, circle.complained = 0, False
        _enter(room)


def _enter(room: Room) -> None:
    """Ask to be let in; should nothing come of it, ask again later."""
    circle = room.circle
    circle.names_tried = 1
    circle.nick = circle.wanted
    pause = min(FIRST_PAUSE * 2 ** min(circle.attempts, 6), LONGEST_PAUSE)
    circle.attempts += 1
    room.agenda.enter(room.now + pause, STAFF_ROOM, "")
    room.out.append(JoinRoom(circle.place, circle.nick))


@when_due(STAFF_ROOM)
def _try_again(room: Room, _: str) -> None:
    if room.link and room.circle.place and not room.circle.inside:
        _enter(room)


def happened(room: Room, event: InRoom) -> None:
    """Take note of what happens in the staff room; other rooms are none of our business."""
    circle = room.circle
    if event.room != circle.place or not circle.place:
        return
    match event:
        case RoomJoined():
            _joined(room, event)
        case RoomLeft():
            _is_outside(room)
        case OccupantKnown(_, nick, address):
            circle.occupants[nick] = address
        case OccupantGone(_, nick) if nick == circle.nick and circle.inside:
            _is_outside(room)
        case OccupantGone(_, nick):
            circle.occupants.pop(nick, None)


def _joined(room: Room, event: RoomJoined) -> None:
    circle = room.circle
    circle.nick = event.nick
    if circle.inside:
        return  # The room has only changed something about us.
    circle.inside = room.now
    circle.complained = False
    room.agenda.strike(STAFF_ROOM, "")
    if event.owner:
        members = tuple(member.address for member in room.agreement.staff.values())
        room.out.append(FurnishRoom(event.room, members, new=event.created))
    tell_of_all(room)


def _is_outside(room: Room) -> None:
    """We were sent out, or the room is closed: come again after a while."""
    circle = room.circle
    if circle.inside and room.now - circle.inside >= SETTLED:
        circle.attempts = 0
    circle.leave()
    pause = min(FIRST_PAUSE * 2 ** min(circle.attempts, 6), LONGEST_PAUSE)
    room.agenda.enter(room.now + pause, STAFF_ROOM, "")


def refused(room: Room, event: PresenceRefused) -> bool:
    """We were not let in: under another name at once, or later; False if it was another room."""
    circle = room.circle
    if not circle.place or event.sender != circle.place:
        return False
    if circle.inside:
        return True
    if event.condition == "conflict" and circle.names_tried < NICKS_TRIED:
        circle.names_tried += 1
        circle.nick = f"{circle.wanted} {circle.names_tried}"
        room.out.append(JoinRoom(circle.place, circle.nick))
    elif not circle.complained:
        circle.complained = True
        _complain(room, event.condition)
    return True


def _complain(room: Room, condition: str) -> None:
    """Tell supervisors, once, that we cannot come in."""
    why: Phrase | None = WHY.get(condition)
    words: Text = why() if why else phrases.ROOM_WHY_OTHER(condition=condition)
    text = phrases.ROOM_CLOSED_TO_US(room=room.circle.place, why=words)
    desks = room.agreement.desks.values()
    for name in dict.fromkeys(name for desk in desks for name in desk.supervisors):
        member = room.agreement.member(name)
        if member is not None:
            room.tell_member(member, text)


def bounced(room: Room, event: Bounced) -> bool:
    """Words of ours came back from the room; False if they were for somebody else."""
    circle = room.circle
    if not circle.place or event.sender != circle.place:
        return False
    if circle.inside and event.condition in OUTSIDE:
        # What was told last has not been heard: it is told when we are in again.
        circle.told.clear()
        circle.leave()
        _enter(room)
    return True
