"""Commands by which librarians set their own duty: when, at which desks, and how many at once."""

import re
from datetime import timedelta

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.calendar.daytime import time_at
from imref.desk.calendar.wallclock import date_at, moment
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty import engagement
from imref.desk.duty.hours import begin_duty, end_duty, end_of_duty, until_when, when, zone_of
from imref.desk.duty.standing import MOST_PATRONS, limit, load, shows_available
from imref.desk.effects import KeepDuty
from imref.desk.model import DIGITS
from imref.desk.phrases import Lines, Text
from imref.desk.room import Room
from imref.desk.session.offering import look_for_work, show_waiting, withdraw_from
from imref.desk.staff.calls import answer, ask_again, leading, names_of_desks, open_numbers

_TILL = re.compile(r"(?:until|till?|bis|hasta|jusqu['’]?\s?à)\b\s*", re.IGNORECASE)


@staff_command("on", usage="!on [till 17:00]", about="sign on for offers, until then if you say so")
def _on(room: Room, call: StaffCall) -> None:
    until = end_meant(room, call.member, call.argument)
    if until is not None:
        go_on_duty(room, call, until)
    elif found := leading(call.argument, names_of_desks(room)):
        _turn(room, call, found[0], on=True)
    else:
        ask_again(room, call, phrases.TILL_WHEN())


def go_on_duty(room: Room, call: StaffCall, until: float) -> None:
    """Sign somebody on until a moment (Unix seconds; 0.0: as agreed)."""
    begin_duty(room, call.member, until)
    answer(room, call, _signed_on(room, call.member))
    show_waiting(room, call.member.name)


def end_meant(room: Room, member: StaffMember, said: str) -> float | None:
    """Until when ``!on`` is meant (0.0: as agreed); None when its words are no time."""
    words = _TILL.sub("", said)
    if said and not words:
        return None
    if not words:
        return until_when(room, member)
    found = time_at(f"at {words}" if words[0].isdigit() else words, 0)
    if found is None:
        return None
    zone, hour = zone_of(room, member), found[0]
    today, minutes = date_at(zone, room.now), hour.hour * 60 + hour.minute
    at = moment(zone, today, minutes)
    return at if at > room.now else moment(zone, today + timedelta(days=1), minutes)


def _signed_on(room: Room, member: StaffMember) -> Text:
    if not shows_available(room, member.name):
        return phrases.ON_BUT_AWAY()
    desks = ", ".join(desk.title for desk in room.desks_of(member.name))
    most = limit(room, member)
    if (end := end_of_duty(room, member)) is not None:
        until = when(room, member, end, short=True)
        return phrases.ON_DUTY_UNTIL(end=until, desks=desks, limit=most)
    return phrases.ON_DUTY(desks=desks, limit=most)


@staff_command("off", usage="!off [DESK]", about="sign off; what is yours stays yours")
def _off(room: Room, call: StaffCall) -> None:
    if call.argument and (found := leading(call.argument, names_of_desks(room))):
        _turn(room, call, found[0], on=False)
        return
    go_off_duty(room, call)


def go_off_duty(room: Room, call: StaffCall) -> None:
    """Sign somebody off by their own word."""
    answer(room, call, phrases.OFF_DUTY(open=open_numbers(room, call.member.name)))
    end_duty(room, call.member.name, own_word=True)
    engagement.end(room, call.member.name)


@staff_command("desk", usage="!desk [DESK on|off]", about="which of your desks you serve for now")
def _desk(room: Room, call: StaffCall) -> None:
    first, _, rest = call.argument.partition(" ")
    desk_first = f"{rest} {first}" if first.lower() in ("on", "off") else call.argument
    found = leading(desk_first, names_of_desks(room))
    if found and found[1].lower() in ("on", "off"):
        _turn(room, call, found[0], on=found[1].lower() == "on")
    elif call.argument and not found:
        ask_again(room, call, phrases.NO_SUCH_DESK(desks=_desks_of(room, call.member)))
    else:
        answer(room, call, desks_in_words(room, call.member))


def _turn(room: Room, call: StaffCall, desk: str, *, on: bool) -> None:
    """Let somebody serve a desk of theirs again, or no longer."""
    name = call.member.name
    if name not in room.agreement.desks[desk].staff:
        ask_again(room, call, phrases.NO_SUCH_DESK(desks=_desks_of(room, call.member)))
        return
    serve(room, name, desk, on=on)
    answer(room, call, desks_in_words(room, call.member))
    show_or_withdraw(room, name, desk, on=on)


def serve(room: Room, name: str, desk: str, *, on: bool) -> None:
    """Note that somebody serves a desk of theirs from now on, or no longer."""
    duty = room.duties[name]
    others = tuple(each for each in duty.desks_off if each != desk)
    duty.desks_off = others if on else (*others, desk)
    room.out.append(KeepDuty(duty))


def show_or_withdraw(room: Room, name: str, desk: str, *, on: bool) -> None:
    """Show somebody what waits at a desk that they serve now, or take it from them."""
    if on:
        show_waiting(room, name)
    else:
        withdraw_from(room, name, desk=desk)


def desks_in_words(room: Room, member: StaffMember) -> Text:
    served = room.desks_of(member.name)
    return Lines(
        tuple(
            phrases.DESK_ON(desk=desk.title)
            if desk in served
            else phrases.DESK_OFF(desk=desk.title, name=desk.name)
            for desk in room.agreement.desks.values()
            if member.name in desk.staff
        )
        or (phrases.NO_SUCH_DESK(desks="–"),)
    )


def _desks_of(room: Room, member: StaffMember) -> str:
    desks = room.agreement.desks.values()
    return ", ".join(desk.name for desk in desks if member.name in desk.staff) or "–"


@staff_command("limit", usage="!limit N", about="how many patrons at once you take")
def _limit(room: Room, call: StaffCall) -> None:
    name = call.member.name
    wanted = call.argument
    figures = wanted.isascii() and wanted.isdigit() and len(wanted) <= DIGITS
    if not figures or int(wanted) > MOST_PATRONS:
        ask_again(room, call, phrases.LIMIT_ASK(most=MOST_PATRONS))
        return
    duty = room.duties[name]
    duty.limit = int(wanted)
    room.out.append(KeepDuty(duty))
    answer(room, call, phrases.LIMIT_SET(limit=duty.limit, load=load(room, name)))
    if load(room, name) >= duty.limit:
        withdraw_from(room, name)
    else:
        look_for_work(room, name)
