"""A call for help: the next tier is asked at once, the caller last and one at a time."""

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.hours import when
from imref.desk.duty.standing import is_off, is_present
from imref.desk.effects import KeepDuty
from imref.desk.occasions import when_due
from imref.desk.phrases import Listed
from imref.desk.room import Room
from imref.desk.session.offering import advance, look_for_work
from imref.desk.session.routing import is_swamped
from imref.desk.staff.calls import answer

CALM = "calm"
"""The occasion at which offers come to somebody as usual again; its key is their name."""

RUSH = 4
"""Conversations that somebody took in the time of one call: then it is suggested to them."""


@staff_command(
    "swamped", usage="!swamped [off]", about="call your colleagues in; offers come to you last"
)
def _swamped(room: Room, call: StaffCall) -> None:
    if call.argument.lower() == "off":
        answer(room, call, phrases.SWAMPED_OVER())
        _calm_down(room, call.member.name)
        return
    duty = room.duties[call.member.name]
    again = is_swamped(room, call.member.name)
    duty.swamped = room.now + room.agreement.timings.swamped
    room.out.append(KeepDuty(duty))
    room.agenda.enter(duty.swamped, CALM, call.member.name)
    helpers = _helpers(room, call.member)
    phrase = phrases.SWAMPED if helpers else phrases.SWAMPED_ALONE
    answer(room, call, phrase(end=when(room, call.member, duty.swamped, short=True)))
    if not again:
        _tell(room, call.member, helpers)
    for session in list(room.waiting_for(call.member.name)):
        advance(room, session)


def _helpers(room: Room, caller: StaffMember) -> list[StaffMember]:
    """The colleagues of the caller's desks, of every tier, who are online and not signed off."""
    names = dict.fromkeys(name for desk in room.desks_of(caller.name) for name in desk.staff)
    members = [room.agreement.member(name) for name in names if name != caller.name]
    return [
        member
        for member in members
        if member and is_present(room, member.name) and not is_off(room, member.name)
    ]


def _tell(room: Room, caller: StaffMember, helpers: list[StaffMember]) -> None:
    text = phrases.ASKS_FOR_HELP(
        name=room.colleague(caller.name),
        desks=Listed(tuple(desk.title for desk in room.desks_of(caller.name))),
        waiting=sum(1 for _ in room.waiting_for(caller.name)),
    )
    for member in helpers:
        room.tell_member(member, text)


@when_due(CALM)
def _calm_down(room: Room, name: str) -> None:
    """Offers come as usual again: the time is over, or the caller says so."""
    duty = room.duties[name]
    if duty.swamped > room.now:
        duty.swamped = 0.0
        room.out.append(KeepDuty(duty))
    room.agenda.strike(CALM, name)
    look_for_work(room, name)


def look_at_calls(room: Room) -> None:
    """Enter into the agenda when the calls for help end that were made before a start."""
    for duty in room.duties.values():
        if duty.swamped > room.now:
            room.agenda.enter(duty.swamped, CALM, duty.name)


def took_one(room: Room, name: str) -> None:
    """Somebody took a patron: a caller is free for the next offer, and a rush suggests a call."""
    if is_swamped(room, name):
        look_for_work(room, name)
        return
    since = room.now - room.agreement.timings.swamped
    lately = [at for at in room.taken.get(name, ()) if at > since]
    room.taken[name] = lately = [*lately, room.now]
    member = room.agreement.member(name)
    if len(lately) >= RUSH and member is not None:
        room.taken[name] = []
        room.tell_member(member, phrases.RUSH())
