"""What commands of staff have in common: the answer, the session that is meant, and names."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall
from imref.desk.effects import HandForm
from imref.desk.form.sheets import Stage
from imref.desk.form.slip import Slip
from imref.desk.model import Session
from imref.desk.phrases import Lines, Text, Words
from imref.desk.room import Room

SHOWN: Final = 20
"""Lines of a long list that one message or one form shows."""


def answer(room: Room, call: StaffCall, text: Text) -> None:
    """Answer a command where it was given: in the window it was written in, or on its form."""
    if call.slip is not None:
        call.slip.said.append(text)
    else:
        room.say(call.window, call.member.address, text, call.session)


def answer_at(room: Room, call: StaffCall, session: Session, text: Text) -> None:
    """Answer a command in the window of the patron it is about; one given by a form, there."""
    if call.slip is not None:
        call.slip.said.append(text)
    else:
        room.tell_staff(session, call.member.name, text)


def ask_again(room: Room, call: StaffCall, text: Text) -> None:
    """Say what was amiss with a command: nothing was done, and its form comes back as filled in."""
    if call.slip is not None:
        call.slip.again = True
    answer(room, call, text)


def hand_back(room: Room, member: StaffMember, slip: Slip) -> None:
    """Answer whoever gave a command by a form with all that it had to say."""
    text = Lines(tuple(slip.said)) if slip.said else phrases.FORM_DONE()
    reply = reply_on(slip, Stage.COMPLETED, room.in_words(text, member.language))
    room.answered_forms[member.name] = reply
    room.out.append(reply)


def reply_on(slip: Slip, stage: Stage, note: str = "") -> HandForm:
    """The answer to the query that a slip came with."""
    return HandForm(slip.local, slip.recipient, slip.query, slip.node, slip.session, stage, note)


def numbered(room: Room, call: StaffCall) -> StaffCall | None:
    """The call, about the session whose number it names if it does; None, and said so, if none."""
    if not call.argument:
        return call
    patron = room.patron_at(call.argument)
    if patron is None or patron.session is None:
        ask_again(room, call, phrases.NO_SUCH_NUMBER(number=phrases.snippet(call.argument)))
        return None
    return replace(call, session=patron.session)


def own_session(room: Room, call: StaffCall) -> Session | None:
    """The open session that a command means: the window's, or the only one; else say why not."""
    name = call.member.name
    held = room.held.get(name, {})
    if call.session is not None:
        if call.session.number in held:
            return call.session
        if call.session.open:
            text = _whose(room, call.session)
        else:
            text = phrases.IS_OVER(number=call.session.patron.number)
        answer(room, call, text)
        return None
    if len(held) == 1:
        return next(iter(held.values()))
    numbers = ", ".join(session.patron.alias for session in held.values())
    text = phrases.WHICH_SESSION(numbers=numbers) if held else phrases.NO_SESSION()
    answer(room, call, text)
    return None


def _whose(room: Room, session: Session) -> Words:
    if session.owner or session.partner:
        return phrases.NOT_YOURS(name=room.colleague(session.owner or session.partner))
    return phrases.NOBODYS_YET(number=session.patron.number)


def open_numbers(room: Room, name: str) -> Text:
    """What is still theirs, to end a sentence with."""
    held = room.held.get(name, {})
    numbers = ", ".join(session.patron.alias for session in held.values())
    return phrases.STILL_YOURS(numbers=numbers) if numbers else ""


def names_of_staff(room: Room) -> dict[str, str]:
    """All that colleagues may call each other by, and whose staff name it means."""
    staff = room.agreement.staff.values()
    shown = {name: one.name for one in staff for name in (one.real_name, one.screen_name) if name}
    return shown | {one.name: one.name for one in staff}


def names_of_desks(room: Room) -> dict[str, str]:
    """All that a desk may be called by, and which it means."""
    desks = room.agreement.desks.values()
    return {desk.title: desk.name for desk in desks} | {desk.name: desk.name for desk in desks}


def leading(text: str, names: Mapping[str, str]) -> tuple[str, str] | None:
    """Whom the first words of ``text`` mean, and the words after them; the longest name wins."""
    for name in sorted(names, key=len, reverse=True):
        head, rest = text[: len(name)], text[len(name) :]
        if head.casefold() == name.casefold() and not rest[:1].isalnum():
            return names[name], rest.lstrip(" \t\n,:;.-–").strip()
    return None
