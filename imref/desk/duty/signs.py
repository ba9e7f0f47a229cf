"""Signs of an engagement in what a librarian's own client shows."""

from imref.desk.agreement import StaffMember
from imref.desk.duty.engagement import begin, come_back, noted
from imref.desk.duty.standing import is_off
from imref.desk.duty.status_words import Reading, read_status
from imref.desk.events import PresenceChanged
from imref.desk.room import Room

STATUSES_REMEMBERED = 8
"""Devices of one librarian whose status is remembered; some clients name theirs anew each time."""


def status_changed(room: Room, member: StaffMember, event: PresenceChanged) -> None:
    """Take what a librarian's own client says of them for an engagement, where that is certain.

    A status counts when it changes: clients show the same one again with each presence, also
    when its time is long over. One that says no time counts only beside away, xa or dnd: "at the
    desk" of somebody who shows available is an invitation.
    """
    statuses = room.statuses.setdefault(member.name, {})
    before = statuses.get(event.resource, "")
    if event.status == before:
        return
    reading = _reading(room, member, event)
    _remember(statuses, event.resource, event.status if reading else "")
    running = room.engagements.get(member.name)
    if running is not None and running.status == event.status != "":
        return
    if reading is not None and not is_off(room, member.name):
        seconds = reading.until - room.now if reading.until else room.agreement.timings.engagement
        begin(room, member, reading.kind, seconds, status=event.status)
        room.tell_member(member, noted(room, member))
    elif running is not None and before and running.status == before:
        come_back(room, member)


def _reading(room: Room, member: StaffMember, event: PresenceChanged) -> Reading | None:
    desk = room.first_desk(member.name)
    words = room.agreement.status_words
    if desk is None or not event.status or not words:
        return None
    reading = read_status(event.status, words, room.now, desk.hours.zone)
    certain = reading and (reading.until or event.show not in room.agreement.on_duty_shows)
    return reading if certain else None


def _remember(statuses: dict[str, str], device: str, status: str) -> None:
    """Keep the status of a device that was understood; "" when its status says nothing."""
    statuses.pop(device, None)
    if status:
        statuses[device] = status
        if len(statuses) > STATUSES_REMEMBERED:
            del statuses[next(iter(statuses))]
