"""What staff commands do, each rule beside its words and its help."""

from collections.abc import Mapping
from dataclasses import replace

from imref.desk import phrases
from imref.desk.commands import COMMANDS, Audience, StaffCall, staff_command
from imref.desk.conversation import keep_note
from imref.desk.duty import (
    MOST_PATRONS,
    STANDING_PHRASES,
    Standing,
    limit,
    load,
    shows_available,
    standing,
)
from imref.desk.effects import KeepDuty
from imref.desk.model import Session, SessionState, Speaker
from imref.desk.offering import decline, look_for_work, show_waiting, withdraw_from
from imref.desk.phrases import Lines, Text
from imref.desk.presence import show_desks
from imref.desk.recount import waiting_since
from imref.desk.room import DIGITS, Room
from imref.desk.sessions import (
    claim,
    close,
    take_up_again,
    transfer_to_colleague,
    transfer_to_desk,
)
from imref.desk.staff import may_claim

QUEUE_SHOWN = 15
"""Lines of a long queue that one message shows."""


def _reply(room: Room, call: StaffCall, text: Text) -> None:
    room.say(call.window, call.member.address, text, call.session)


def _numbered(room: Room, call: StaffCall) -> StaffCall | None:
    """The call, about the session whose number it names if it does; None, and said so, if none."""
    if not call.argument:
        return call
    patron = room.patron_at(call.argument)
    if patron is None or patron.session is None:
        _reply(room, call, phrases.NO_SUCH_NUMBER(number=phrases.snippet(call.argument)))
        return None
    return replace(call, session=patron.session)


def _own_session(room: Room, call: StaffCall) -> Session | None:
    """The open session that a command means: the window's, or the only one; else say why not."""
    name = call.member.name
    held = room.held.get(name, {})
    if call.session is not None:
        if call.session.number in held:
            return call.session
        if call.session.open:
            text = phrases.NOT_YOURS(holder=_holder(room, call.session))
        else:
            text = phrases.IS_OVER(number=call.session.patron.number)
        _reply(room, call, text)
        return None
    if len(held) == 1:
        return next(iter(held.values()))
    numbers = ", ".join(session.patron.alias for session in held.values())
    text = phrases.WHICH_SESSION(numbers=numbers) if held else phrases.NO_SESSION()
    _reply(room, call, text)
    return None


def _holder(room: Room, session: Session) -> Text:
    return room.screen_name(session.owner) if session.owner else phrases.STATE_WAITING()


@staff_command("help", "h", usage="!help", about="this list")
def _help(room: Room, call: StaffCall) -> None:
    lines = tuple(
        phrases.STAFF_HELP_LINE(usage=command.usage, help=command.about())
        for command in COMMANDS
        if command.audience is Audience.STAFF
    )
    _reply(room, call, Lines(lines))


@staff_command("status", usage="!status", about="your duty, your conversations, what waits")
def _status(room: Room, call: StaffCall) -> None:
    name = call.member.name
    text = phrases.STATUS(
        duty=STANDING_PHRASES[standing(room, name)](),
        load=load(room, name),
        limit=limit(room, call.member),
        open=_open_numbers(room, name),
        waiting=sum(1 for _ in room.waiting_for(name)),
    )
    _reply(room, call, text)


def _open_numbers(room: Room, name: str) -> Text:
    held = room.held.get(name, {})
    numbers = ", ".join(session.patron.alias for session in held.values())
    return phrases.STILL_YOURS(numbers=numbers) if numbers else ""


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
    _reply(room, call, Lines(tuple(lines)) if lines else phrases.QUEUE_EMPTY())


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
    if session is None:
        meant = phrases.snippet(call.argument) or call.window
        _reply(room, call, phrases.NO_SUCH_NUMBER(number=meant))
    elif session.state is SessionState.ACTIVE:
        alias = session.patron.alias
        mine = session.owner == name
        owner = room.screen_name(session.owner)
        text = (
            phrases.ALREADY_YOURS(alias=alias)
            if mine
            else phrases.OWNED_BY(name=owner, alias=alias)
        )
        _reply(room, call, text)
    elif session.state is SessionState.WAITING:
        if may_claim(room, call.member, session):
            claim(room, session, name)
            room.tell_staff(session, name, phrases.YOURS(alias=session.patron.alias))
    elif may_claim(room, call.member, session):
        take_up_again(room, session, name)
        room.tell_staff(session, name, phrases.YOURS(alias=session.patron.alias))
        room.tell_patron(session, phrases.JOINED(name=call.member.screen_name))


@staff_command(
    "decline", "d", "pass", usage="!decline [1042]", about="pass on what is offered to you"
)
def _decline(room: Room, call: StaffCall) -> None:
    name = call.member.name
    named = _numbered(room, call)
    if named is None:
        return
    session = named.session
    if session is None:
        offered = [room.sessions[number] for number in room.asked.get(name, ())]
        session = offered[0] if len(offered) == 1 else None
    if session is not None and decline(room, session, name):
        _reply(room, call, phrases.DECLINED())
    else:
        _reply(room, call, phrases.NOTHING_TO_DECLINE())


@staff_command(
    "transfer", usage="!transfer NAME|DESK [why]", about="pass the patron on to a colleague or desk"
)
def _transfer(room: Room, call: StaffCall) -> None:
    session = _own_session(room, call)
    if session is None:
        return
    colleagues = room.agreement.staff.values()
    names = {name: one.name for one in colleagues for name in (one.name, one.screen_name)}
    desks = {
        name: desk.name
        for desk in room.agreement.desks.values()
        for name in (desk.name, desk.title)
    }
    if found := _leading(call.argument, names):
        _transfer_to_colleague(room, call, session, *found)
    elif found := _leading(call.argument, desks):
        _transfer_to_desk(room, call, session, *found)
    else:
        known = ", ".join([*(one.screen_name for one in colleagues), *room.agreement.desks])
        text = phrases.TRANSFER_TO_WHOM(names=known)
        if call.argument:
            target = phrases.snippet(call.argument)
            text = phrases.NO_SUCH_TARGET(target=target, names=known)
        _reply(room, call, text)


def _leading(text: str, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Whom the first words of ``text`` mean, and the words after them; the longest name wins."""
    for name in sorted(names, key=len, reverse=True):
        head, rest = text[: len(name)], text[len(name) :]
        if head.casefold() == name.casefold() and not rest[:1].isalnum():
            return names[name], rest.lstrip(" \t\n,:;.-–").strip()
    return None


def _transfer_to_colleague(
    room: Room, call: StaffCall, session: Session, name: str, why: str
) -> None:
    state = standing(room, name)
    target = room.screen_name(name)
    if name == call.member.name:
        _reply(room, call, phrases.PASS_TO_SELF())
    elif state is not Standing.ON:
        words = STANDING_PHRASES[state]()
        _reply(room, call, phrases.CANNOT_PASS_AWAY(target=target, state=words))
    else:
        _reply(room, call, phrases.PASSED_ON(target=target))
        transfer_to_colleague(room, session, name, why)


def _transfer_to_desk(room: Room, call: StaffCall, session: Session, desk: str, why: str) -> None:
    title = room.desk_title(desk)
    staff = [name for name in room.agreement.desks[desk].staff if name != call.member.name]
    if desk == session.desk:
        _reply(room, call, phrases.PASS_TO_SELF())
    elif not any(standing(room, name) in (Standing.ON, Standing.FULL) for name in staff):
        words = phrases.DUTY_AWAY()
        _reply(room, call, phrases.CANNOT_PASS_AWAY(target=title, state=words))
    else:
        _reply(room, call, phrases.PASSED_ON(target=title))
        transfer_to_desk(room, session, desk, why)


@staff_command("note", "n", usage="!note TEXT", about="keep a note; the patron never sees it")
def _note(room: Room, call: StaffCall) -> None:
    session = call.session or _own_session(room, call)
    if session is None:
        return
    if not call.argument:
        _reply(room, call, phrases.NOTE_EMPTY())
        return
    new = keep_note(room, session, call.member.name, call.argument, call.id)
    _reply(room, call, phrases.NOTE_KEPT())
    if not new:
        return
    concerned = {session.owner} if session.owner else {*(session.shown or ())}
    text = phrases.NOTE_FROM(name=call.member.screen_name, text=call.argument)
    for name in sorted(concerned - {call.member.name}):
        room.tell_staff(session, name, text)


@staff_command("close", "end", usage="!close [1042]", about="end the conversation")
def _close(room: Room, call: StaffCall) -> None:
    named = _numbered(room, call)
    session = _own_session(room, named) if named else None
    if session is not None:
        _reply(room, call, phrases.CLOSED())
        close(room, session, "staff", phrases.CLOSED_BY_STAFF)


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
    _reply(room, call, text)
    show_desks(room)
    show_waiting(room, call.member.name)


@staff_command("off", usage="!off", about="sign off; what is yours stays yours")
def _off(room: Room, call: StaffCall) -> None:
    name = call.member.name
    duty = room.duty(name)
    duty.signed_off = True
    room.out.append(KeepDuty(duty))
    _reply(room, call, phrases.OFF_DUTY(open=_open_numbers(room, name)))
    withdraw_from(room, name)
    show_desks(room)


@staff_command("limit", usage="!limit N", about="how many patrons at once you take")
def _limit(room: Room, call: StaffCall) -> None:
    name = call.member.name
    wanted = call.argument
    figures = wanted.isascii() and wanted.isdigit() and len(wanted) <= DIGITS
    if not figures or int(wanted) > MOST_PATRONS:
        _reply(room, call, phrases.LIMIT_ASK(most=MOST_PATRONS))
        return
    duty = room.duty(name)
    duty.limit = int(wanted)
    room.out.append(KeepDuty(duty))
    _reply(room, call, phrases.LIMIT_SET(limit=duty.limit, load=load(room, name)))
    if load(room, name) >= duty.limit:
        withdraw_from(room, name)
    else:
        look_for_work(room, name)
    show_desks(room)


@staff_command("who", usage="!who", about="who is on duty, and how busy")
def _who(room: Room, call: StaffCall) -> None:
    lines = tuple(
        phrases.WHO_LINE(
            name=person.screen_name,
            duty=STANDING_PHRASES[standing(room, person.name)](),
            load=load(room, person.name),
            limit=limit(room, person),
        )
        for person in room.agreement.staff.values()
    )
    _reply(room, call, Lines(lines))
