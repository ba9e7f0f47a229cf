"""Commands by which librarians set their own duty: when, at which desks, and how many at once."""

from imref.desk import phrases
from imref.desk.calls import answer, open_numbers
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty import MOST_PATRONS, limit, load, shows_available
from imref.desk.effects import KeepDuty
from imref.desk.offering import look_for_work, show_waiting, withdraw_from
from imref.desk.room import DIGITS, Room


@staff_command("on", usage="!on", about="sign on for offers")
def _on(room: Room, call: StaffCall) -> None:
    duty = room.duty(call.member.name)
    duty.signed_off = False
    room.out.append(KeepDuty(duty))
    desks = [d.title for d in room.agreement.desks.values() if call.member.name in d.staff]
    if shows_available(room, call.member.name):
        text = phrases.ON_DUTY(desks=", ".join(desks), limit=limit(room, call.member))
    else:
        text = phrases.ON_BUT_AWAY()
    answer(room, call, text)
    show_waiting(room, call.member.name)


@staff_command("off", usage="!off", about="sign off; what is yours stays yours")
def _off(room: Room, call: StaffCall) -> None:
    name = call.member.name
    duty = room.duty(name)
    duty.signed_off = True
    room.out.append(KeepDuty(duty))
    answer(room, call, phrases.OFF_DUTY(open=open_numbers(room, name)))
    withdraw_from(room, name)


@staff_command("limit", usage="!limit N", about="how many patrons at once you take")
def _limit(room: Room, call: StaffCall) -> None:
    name = call.member.name
    wanted = call.argument
    figures = wanted.isascii() and wanted.isdigit() and len(wanted) <= DIGITS
    if not figures or int(wanted) > MOST_PATRONS:
        answer(room, call, phrases.LIMIT_ASK(most=MOST_PATRONS))
        return
    duty = room.duty(name)
    duty.limit = int(wanted)
    room.out.append(KeepDuty(duty))
    answer(room, call, phrases.LIMIT_SET(limit=duty.limit, load=load(room, name)))
    if load(room, name) >= duty.limit:
        withdraw_from(room, name)
    else:
        look_for_work(room, name)
