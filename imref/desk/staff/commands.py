"""What staff commands do, each rule beside its words and its help."""

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.hours import end_of_duty, when
from imref.desk.duty.standing import (
    ON_DUTY,
    Standing,
    limit,
    load,
    standing,
    standing_at,
    standing_words,
)
from imref.desk.model import Session, SessionState, Speaker
from imref.desk.night.dealing import give_back
from imref.desk.phrases import Lines, Text
from imref.desk.room import Room
from imref.desk.session.offering import decline
from imref.desk.session.recount import waiting_since
from imref.desk.session.sessions import (
    claim,
    take_up_again,
    transfer_to_colleague,
    transfer_to_desk,
)
from imref.desk.staff.calls import (
    answer,
    answer_at,
    ask_again,
    leading,
    names_of_desks,
    names_of_staff,
    numbered,
    open_numbers,
    own_session,
)
from imref.desk.staff.staff_side import obstacle
from imref.desk.talk.conversation import keep_note

QUEUE_SHOWN = 15
"""Lines of a long queue that one message shows."""


@staff_command("status", usage="!status", about="your duty, your conversations, what waits")
def _status(room: Room, call: StaffCall) -> None:
    name = call.member.name
    text = phrases.STATUS(
        duty=_duty(room, call.member),
        load=load(room, name),
        limit=limit(room, call.member),
        open=open_numbers(room, name),
        waiting=sum(1 for _ in room.waiting_for(name)),
    )
    kept = sum(1 for _ in room.kept_for(name))
    answer(room, call, Lines((text, phrases.KEPT_COUNT(count=kept))) if kept else text)


def _duty(room: Room, member: StaffMember) -> Text:
    state = standing(room, member.name)
    end = end_of_duty(room, member) if state is not Standing.OFF else None
    words = standing_words(room, member.name, state)
    return phrases.DUTY_UNTIL(duty=words, end=when(room, member, end, short=True)) if end else words


@staff_command("queue", "q", usage="!queue", about="who is waiting at your desks, and how long")
def _queue(room: Room, call: StaffCall) -> None:
    waiting = list(room.waiting_for(call.member.name))
    lines: list[Text] = [
        phrases.QUEUE_LINE(
            number=session.patron.number,
            desk=room.desk_title(session.desk),
            age=phrases.age(room.now - waiting_since(session)),
            question=phrases.snippet(_question(session)),
        )
        for session in waiting[:QUEUE_SHOWN]
    ]
    if len(waiting) > QUEUE_SHOWN:
        lines.append(phrases.QUEUE_MORE(count=len(waiting) - QUEUE_SHOWN))
    lines += [*_with_partners(room, call.member.name), *_kept(room, call.member.name)]
    answer(room, call, Lines(tuple(lines)) if lines else phrases.QUEUE_EMPTY())


def _with_partners(room: Room, name: str) -> list[Text]:
    """A line for each question of their desks that another library has; anybody may take it."""
    desks = {desk.name for desk in room.agreement.desks.values() if name in desk.staff}
    abroad = [
        each
        for each in room.sessions.values()
        if each.state is SessionState.ABROAD and each.desk in desks
    ]
    return [
        phrases.QUEUE_PARTNER(
            number=session.patron.number,
            desk=room.desk_title(session.desk),
            partner=room.agreement.partner_title(session.partner),
            age=phrases.age(room.now - session.since),
            question=phrases.snippet(_question(session)),
        )
        for session in abroad[:QUEUE_SHOWN]
    ]


def _kept(room: Room, name: str) -> list[Text]:
    """A line for each kept question of their desks."""
    kept = list(room.kept_for(name))
    lines: list[Text] = [_kept_line(room, session) for session in kept[:QUEUE_SHOWN]]
    if len(kept) > QUEUE_SHOWN:
        lines.append(phrases.QUEUE_MORE(count=len(kept) - QUEUE_SHOWN))
    return lines


def _kept_line(room: Room, session: Session) -> Text:
    return phrases.KEPT_LINE(
        number=session.patron.number,
        desk=room.desk_title(session.desk),
        age=phrases.age(room.now - session.opened),
        question=phrases.snippet(_question(session)),
    )


def _question(session: Session) -> str:
    said = (line.body for line in session.lines if line.speaker is Speaker.PATRON)
    return next(said, "")


@staff_command(
    "take", "t", usage="!take 1042", about="take a waiting question, or reopen a closed one"
)
def _take(room: Room, call: StaffCall) -> None:
    patron = room.patron_at(call.argument or call.window)
    session = patron.session if patron else None
    name = call.member.name
    if patron is None and not call.argument:
        ask_again(room, call, phrases.TAKE_WHICH())
    elif session is None:
        meant = phrases.snippet(call.argument) or call.window
        ask_again(room, call, phrases.NO_SUCH_NUMBER(number=meant))
    elif session.state is SessionState.ACTIVE:
        alias = session.patron.alias
        mine = session.owner == name
        owner = room.colleague(session.owner)
        text = (
            phrases.ALREADY_YOURS(alias=alias)
            if mine
            else phrases.OWNED_BY(name=owner, alias=alias)
        )
        answer(room, call, text)
    elif (why_not := obstacle(room, call.member, session)) is not None:
        answer_at(room, call, session, why_not)
    elif session.state in (SessionState.WAITING, SessionState.HELD, SessionState.ABROAD):
        claim(room, session, name)
        answer_at(room, call, session, _yours(call, session))
    else:
        take_up_again(room, session, name)
        answer_at(room, call, session, _yours(call, session))
        room.tell_patron(session, phrases.JOINED(name=call.member.screen_name))


def _yours(call: StaffCall, session: Session) -> Text:
    """A form is answered elsewhere than in the window that it speaks of."""
    return (phrases.FORM_TAKEN if call.slip else phrases.YOURS)(alias=session.patron.alias)


@staff_command(
    "decline", "d", "pass", usage="!decline [1042]", about="pass on what is offered to you"
)
def _decline(room: Room, call: StaffCall) -> None:
    name = call.member.name
    named = numbered(room, call)
    if named is None:
        return
    session = named.session
    if session is None:
        offered = [room.sessions[number] for number in room.asked.get(name, ())]
        session = offered[0] if len(offered) == 1 else None
    passed = session is not None and (
        decline(room, session, name) or give_back(room, session, name)
    )
    if passed:
        answer(room, call, phrases.DECLINED())
    else:
        answer(room, call, phrases.NOTHING_TO_DECLINE())


@staff_command(
    "transfer", usage="!transfer NAME|DESK [why]", about="pass the patron on to a colleague or desk"
)
def _transfer(room: Room, call: StaffCall) -> None:
    session = own_session(room, call)
    if session is None:
        return
    if session.practice:
        answer(room, call, phrases.PRACTICE_STAYS(command="!transfer"))
        return
    if found := leading(call.argument, names_of_staff(room)):
        pass_to_colleague(room, call, session, *found)
    elif found := leading(call.argument, names_of_desks(room)):
        pass_to_desk(room, call, session, *found)
    else:
        staff = (room.colleague(one.name) for one in room.agreement.staff.values())
        known = ", ".join([*staff, *room.agreement.desks])
        text = phrases.TRANSFER_TO_WHOM(names=known)
        if call.argument:
            target = phrases.snippet(call.argument)
            text = phrases.NO_SUCH_TARGET(target=target, names=known)
        ask_again(room, call, text)


def pass_to_colleague(room: Room, call: StaffCall, session: Session, name: str, why: str) -> None:
    """Pass a session on to a colleague, if they can take it now."""
    state = standing_at(room, name, session.desk)
    target = room.colleague(name)
    if name == call.member.name:
        ask_again(room, call, phrases.PASS_TO_SELF())
    elif state is not Standing.ON:
        words = standing_words(room, name, state)
        ask_again(room, call, phrases.CANNOT_PASS_AWAY(target=target, state=words))
    else:
        answer(room, call, phrases.PASSED_ON(target=target))
        transfer_to_colleague(room, session, name, why)


def pass_to_desk(room: Room, call: StaffCall, session: Session, desk: str, why: str) -> None:
    """Pass a session on to another desk, if anybody is there."""
    title = room.desk_title(desk)
    staff = [name for name in room.agreement.desks[desk].staff if name != call.member.name]
    if desk == session.desk:
        ask_again(room, call, phrases.PASS_TO_SELF())
    elif not any(standing_at(room, name, desk) in ON_DUTY for name in staff):
        words = phrases.DUTY_AWAY()
        ask_again(room, call, phrases.CANNOT_PASS_AWAY(target=title, state=words))
    else:
        answer(room, call, phrases.PASSED_ON(target=title))
        transfer_to_desk(room, session, desk, why)


@staff_command("note", "n", usage="!note TEXT", about="keep a note; the patron never sees it")
def _note(room: Room, call: StaffCall) -> None:
    session = call.session or own_session(room, call)
    if session is None:
        return
    if not call.argument:
        ask_again(room, call, phrases.NOTE_EMPTY())
        return
    new = keep_note(room, session, call.member.name, call.argument, call.id)
    answer(room, call, phrases.NOTE_KEPT())
    if not new:
        return
    concerned = {session.owner, *session.guests} if session.owner else {*(session.shown or ())}
    text = phrases.NOTE_FROM(name=room.colleague(call.member.name), text=call.argument)
    for name in sorted(concerned - {call.member.name}):
        room.tell_staff(session, name, text)


@staff_command("who", usage="!who", about="who is on duty, and how busy")
def _who(room: Room, call: StaffCall) -> None:
    lines = tuple(
        phrases.WHO_LINE(
            name=room.colleague(person.name),
            duty=standing_words(room, person.name, standing(room, person.name)),
            load=load(room, person.name),
            limit=limit(room, person),
        )
        for person in room.agreement.staff.values()
    )
    answer(room, call, Lines(lines))
