"""The backchannel: colleagues ask each other, and nothing of it can reach a patron.

A question and its answer are commands, so that words for a colleague and words for a patron never
look alike; they go out as the desk's own words and are kept with no session. A question goes to
the colleagues on duty at the desk it was asked at, or where there is none, to all on duty.
"""

from dataclasses import replace

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.standing import ON_DUTY, standing
from imref.desk.phrases import Listed
from imref.desk.room import Room
from imref.desk.staff.calls import answer, ask_again, leading, names_of_staff


@staff_command(
    "ask", usage="!ask QUESTION", about="ask the colleagues on duty; the patron never sees it"
)
def _ask(room: Room, call: StaffCall) -> None:
    if not call.argument:
        ask_again(room, call, phrases.ASK_WHAT())
        return
    colleagues = _colleagues(room, call)
    if not colleagues:
        answer(room, call, phrases.ASK_NOBODY())
        return
    about = phrases.ASKED_ABOUT(alias=call.session.patron.alias) if call.session else ""
    text = phrases.ASKED_BY(name=room.colleague(call.member.name), about=about, text=call.argument)
    for member in colleagues:
        room.tell_member(member, text, _desk_between(room, call, member))
        room.questions.setdefault(member.name, {}).pop(call.member.name, None)
        room.questions[member.name][call.member.name] = call.window
    names = Listed(tuple(room.colleague(member.name) for member in colleagues))
    answer(room, replace(call, session=None), phrases.ASKED(names=names))


@staff_command("re", usage="!re [NAME] ANSWER", about="answer a colleague who asked you with !ask")
def _re(room: Room, call: StaffCall) -> None:
    asked = {
        name: window
        for name, window in room.questions.get(call.member.name, {}).items()
        if room.agreement.member(name)
    }
    if not asked:
        answer(room, call, phrases.ANSWER_WHOM())
        return
    names = {said: name for said, name in names_of_staff(room).items() if name in asked}
    to, text = leading(call.argument, names) or ([*asked][-1], call.argument)
    asker = room.agreement.member(to)
    if asker is None or not text:
        ask_again(room, call, phrases.ANSWER_WHAT(name=room.colleague(to)))
        return
    words = phrases.ANSWERED_BY(name=room.colleague(call.member.name), text=text)
    room.say(asked[to], asker.address, words)
    answer(room, replace(call, session=None), phrases.ANSWER_SENT(name=room.colleague(to)))


def _desk_of(room: Room, call: StaffCall) -> str:
    """The desk at which a question is asked: the patron's, the window's, or the asker's first."""
    if call.session is not None:
        return call.session.desk
    if call.window in room.agreement.desks:
        return call.window
    first = room.first_desk(call.member.name)
    return first.name if first else ""


def _colleagues(room: Room, call: StaffCall) -> list[StaffMember]:
    """Whom a question goes to: those on duty at its desk, else everybody on duty."""
    on_duty = [
        member
        for member in room.agreement.staff.values()
        if member.name != call.member.name and standing(room, member.name) in ON_DUTY
    ]
    desk = room.agreement.desks.get(_desk_of(room, call))
    there = [member for member in on_duty if desk and member.name in desk.staff]
    return there or on_duty


def _desk_between(room: Room, call: StaffCall, member: StaffMember) -> str:
    """The window in which a colleague is asked: the desk's if they serve it, else their own."""
    name = _desk_of(room, call)
    desk = room.agreement.desks.get(name)
    return name if desk is not None and member.name in desk.staff else ""
