"""Hours of duty: they end by themselves, after one question, and begin again when agreed.

Nobody stays signed in overnight. When somebody's time is over (by their own ``!on till 17:00``, or
by the shift agreed with them) they stay on duty for a grace time, are asked once whether they are
still there, and are signed off when nothing comes back. Whatever they write is a yes, for an hour.
What ended by itself begins again with their next shift, or, where none is agreed, with the next
opening of a desk of theirs. What ended by their own ``!off`` begins again by their own ``!on``.
"""

from datetime import tzinfo
from math import inf

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.calendar.hours import DAY, Hours
from imref.desk.duty.standing import is_present
from imref.desk.effects import KeepDuty
from imref.desk.model import Duty
from imref.desk.occasions import when_due
from imref.desk.phrases import When
from imref.desk.room import Room
from imref.desk.session.offering import show_waiting, withdraw_from

DUTY = "duty"
"""The occasion at which somebody's duty is looked at; its key is their name."""


def zone_of(room: Room, member: StaffMember) -> tzinfo:
    """The time zone in which somebody reads a clock: their shift's, or their first desk's."""
    if member.shift is not None:
        return member.shift.zone
    desk = room.first_desk(member.name) or room.first_desk()
    return (desk.hours if desk else Hours()).zone


def when(room: Room, member: StaffMember, at: float, *, short: bool = False) -> When:
    """A moment as somebody reads it on their own clock; a ``short`` one follows "until"."""
    return When(at, str(zone_of(room, member)), short)


def end_of_duty(room: Room, member: StaffMember) -> float | None:
    """When the duty of somebody who is on ends, or ended (Unix seconds); None: not by itself."""
    until = room.duties[member.name].until
    if until or member.shift is None:
        return until or None
    if member.shift.is_open(room.now):
        return member.shift.closes(room.now)
    lately = member.shift.promised(room.now - DAY, room.now)
    return lately[-1].end if lately else -inf


def look_at_all(room: Room) -> None:
    """Bring everybody's duty up to date: at a start, and under a new agreement."""
    for member in room.agreement.staff.values():
        look_at_duty(room, member.name)


@when_due(DUTY)
def look_at_duty(room: Room, name: str) -> None:
    """Bring somebody's duty up to date with the clock, and enter when to look again."""
    room.agenda.strike(DUTY, name)
    member = room.agreement.member(name)
    if member is None:
        return
    duty = room.duties[name]
    if duty.ended:
        _look_at_beginning(room, member, duty)
    elif not duty.signed_off and (end := end_of_duty(room, member)) is not None:
        _look_at_end(room, member, duty, end)


def _look_at_end(room: Room, member: StaffMember, duty: Duty, end: float) -> None:
    timings, now = room.agreement.timings, room.now
    over = end + timings.shift_grace
    settled = room.linked_at + timings.grace
    if now >= over + timings.overtime:
        end_duty(room, member.name)  # Too long ago for a question: nobody was here to ask it.
    elif not duty.asked and now < over - timings.objection:
        room.agenda.enter(over - timings.objection, DUTY, member.name)
    elif not room.link:
        pass  # Nobody can be asked and nobody can answer; it is looked at when the link is back.
    elif duty.asked:
        answered_by = max(over, max(duty.asked, room.linked_at) + timings.objection)
        if now < answered_by:
            room.agenda.enter(answered_by, DUTY, member.name)
        else:
            end_duty(room, member.name)
            room.tell_member(member, phrases.SIGNED_OFF())
    elif is_present(room, member.name):
        _ask(room, member, duty, end, max(over, now + timings.objection))
    elif now < max(over, settled):  # They may still come, or their presence is on its way.
        room.agenda.enter(max(over, settled), DUTY, member.name)
    else:
        end_duty(room, member.name)


def _ask(room: Room, member: StaffMember, duty: Duty, end: float, over: float) -> None:
    duty.asked = room.now
    room.out.append(KeepDuty(duty))
    words = phrases.STILL_THERE(end=when(room, member, end), over=when(room, member, over))
    room.tell_member(member, words)
    room.agenda.enter(over, DUTY, member.name)


def still_there(room: Room, member: StaffMember) -> None:
    """Take whatever somebody wrote who was asked whether they are still there for a yes."""
    duty = room.duties[member.name]
    if duty.asked:
        begin_duty(room, member, until_when(room, member))
        if end := end_of_duty(room, member):
            room.tell_member(member, phrases.STAYS_ON(end=when(room, member, end, short=True)))


def until_when(room: Room, member: StaffMember) -> float:
    """Until when somebody is on duty who says so without a time; 0.0: as agreed with them.

    Outside their hours, and after the question whether they are still there, it is an hour; if
    their shift begins within it, it is the end of that.
    """
    until = room.now + room.agreement.timings.overtime
    if member.shift is None:
        return until if room.duties[member.name].asked else 0.0
    begins = member.shift.opens(room.now)
    if begins is None or begins > until:
        return until
    return 0.0 if begins <= room.now else member.shift.closes(begins) or 0.0


def begin_duty(room: Room, member: StaffMember, until: float) -> None:
    """Sign somebody on by their own word, until a moment (Unix seconds; 0.0: as agreed)."""
    duty = room.duties[member.name]
    duty.signed_off, duty.ended, duty.asked, duty.until = False, 0.0, 0.0, until
    room.out.append(KeepDuty(duty))
    look_at_duty(room, member.name)


def end_duty(room: Room, name: str, *, own_word: bool = False) -> None:
    """Sign somebody off: nothing more is offered to them, what is theirs stays theirs.

    By their ``own_word`` it holds until they say otherwise, else until their hours begin again.
    """
    duty = room.duties[name]
    duty.signed_off = duty.signed_off or own_word
    duty.ended, duty.until, duty.asked = room.now, 0.0, 0.0
    room.out.append(KeepDuty(duty))
    withdraw_from(room, name)
    look_at_duty(room, name)


def _look_at_beginning(room: Room, member: StaffMember, duty: Duty) -> None:
    begins = begins_again(room, member)
    if begins is None:
        return
    if room.now < begins:
        room.agenda.enter(begins, DUTY, member.name)
        return
    duty.ended = 0.0
    room.out.append(KeepDuty(duty))
    if duty.signed_off:
        if is_present(room, member.name):
            room.tell_member(member, phrases.HOURS_BEGAN(begin=when(room, member, begins)))
        return
    show_waiting(room, member.name)
    look_at_duty(room, member.name)


def begins_again(room: Room, member: StaffMember) -> float | None:
    """When the hours of somebody whose duty ended begin anew; None: only by their own word.

    A desk that opens again after a break begins them too, as long as their shift lasts.
    """
    shift, duty = member.shift, room.duties[member.name]
    if shift is None and duty.signed_off:
        return None
    desks = [desk for desk in room.agreement.desks.values() if member.name in desk.staff]
    openings = [_next_opening(desk.hours, duty.ended) for desk in desks]
    begins = [at for at in openings if at is not None and (shift is None or shift.is_open(at))]
    if shift is not None and (at := _next_opening(shift, duty.ended)) is not None:
        begins.append(at)
    return min(begins, default=None)


def _next_opening(hours: Hours, at: float) -> float | None:
    """When hours begin for the first time after a moment; hours that last then do not count."""
    if not hours.is_open(at):
        return hours.opens(at)
    closes = hours.closes(at)
    return None if closes is None else hours.opens(closes)
