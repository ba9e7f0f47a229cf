"""Commands about promises: of staff, who make and see to them, and of patrons, who wait."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.calendar.dates import END_OF_WORK, LANGUAGES, leading_time
from imref.desk.calendar.hours import Hours
from imref.desk.commands import StaffCall, staff_command
from imref.desk.model import (
    Ending,
    Session,
    Speaker,
)
from imref.desk.phrases import Lines, Text
from imref.desk.promise.followups import drop, hand_over, postpone, promise
from imref.desk.promise.promises import (
    DAY,
    due_in_words,
    open_promises,
    promise_to,
    promises_of,
    session_of,
    settle_answered,
)
from imref.desk.records import FollowUp
from imref.desk.room import Room
from imref.desk.session.sessions import close
from imref.desk.staff.calls import SHOWN, answer, ask_again, leading, names_of_staff, own_session

FARTHEST: Final = 366 * DAY
"""Seconds ahead that somebody can promise something for."""

_NUMBER = re.compile(r"(?:patron-)?\d{3,18}(?![\w:./-])")


# Staff.


@staff_command(
    "followup",
    "fu",
    usage="!followup WHEN WHAT",
    about="promise the patron an answer for later, and close the conversation",
)
def _followup(room: Room, call: StaffCall) -> None:
    session = just_closed(call) or own_session(room, call)
    if session is None or not may_promise(room, call, session):
        return
    found = when_said(room, call.member, session, call.argument)
    if found is None:
        ask_again(room, call, phrases.PROMISE_WHEN())
    else:
        make_promise(room, call, session, *found)


def may_promise(room: Room, call: StaffCall, session: Session) -> bool:
    """Whether they can promise this patron an answer; if not, they are told why."""
    if session.practice:
        answer(room, call, phrases.PROMISE_PRACTICE())
        return False
    name = call.member.name
    promised = promise_to(room, session.patron)
    if promised is not None and promised.owner != name:
        text = phrases.PROMISED_ALREADY(
            name=room.colleague(promised.owner), when=due_in_words(room, promised), me=name
        )
        answer(room, call, text)
        return False
    return True


def make_promise(room: Room, call: StaffCall, session: Session, due: float, what: str) -> None:
    """Promise a patron an answer by ``due``; where ``what`` is "", it is what they asked."""
    made = promise(room, session, call.member.name, due, what or _question(session))
    answer(room, call, phrases.PROMISE_MADE(when=due_in_words(room, made)))


def just_closed(call: StaffCall) -> Session | None:
    """The session of this window, if they have just closed it: promises come to mind then."""
    session = call.session
    mine = session is not None and not session.open and session.owner == call.member.name
    return session if mine else None


def _question(session: Session) -> str:
    """What the patron asked, where the librarian does not say what they promise."""
    said = (line.body for line in session.lines if line.speaker is Speaker.PATRON)
    return phrases.snippet(next(said, ""), 200)


def when_said(
    room: Room, member: StaffMember, session: Session, text: str
) -> tuple[float, str] | None:
    """The time that ``text`` begins with, as the desk's clock shows it, and what follows it."""
    desk = room.desk_for(session.desk)
    hours = desk.hours if desk else Hours()
    own = (member.language[:2], room.agreement.language[:2])
    languages = dict.fromkeys(each for each in (*own, *LANGUAGES) if each in LANGUAGES)
    found = leading_time(text, room.now, hours.zone, tuple(languages), _end_of_work(hours))
    return found if found and found[0] <= room.now + FARTHEST else None


def _end_of_work(hours: Hours) -> Callable[[date], time]:
    """When the desk closes on a day, if it does so before midnight."""

    def ends(on: date) -> time:
        stretches = hours.day(on).open
        closing = datetime.fromtimestamp(stretches[-1].end, hours.zone) if stretches else None
        return closing.time() if closing and closing.date() == on else END_OF_WORK

    return ends


@staff_command(
    "followups", "fus", usage="!followups [all]", about="what you (or all) have promised, by time"
)
def _followups(room: Room, call: StaffCall) -> None:
    found = promises_of(room, call.member.name)
    if call.argument:
        found = sorted(_of_my_desks(room, call.member.name), key=lambda each: each.due)
    lines: list[Text] = [_line(room, record) for record in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(phrases.FOLLOWUPS_MORE(count=len(found) - SHOWN))
    answer(room, call, Lines(tuple(lines)) if lines else phrases.FOLLOWUPS_NONE())


def _of_my_desks(room: Room, name: str) -> list[FollowUp]:
    mine = {
        desk.name
        for desk in room.agreement.desks.values()
        if name in desk.staff or name in desk.supervisors
    }
    return [
        record
        for record in open_promises(room)
        if record.owner == name or session_of(room, record).desk in mine
    ]


def _line(room: Room, record: FollowUp) -> Text:
    return phrases.FOLLOWUPS_LINE(
        number=record.patron,
        name=room.colleague(record.owner),
        when=due_in_words(room, record),
        late=phrases.FOLLOWUPS_LATE() if room.now > record.due else "",
        what=phrases.snippet(record.what, 120),
    )


def promise_meant(room: Room, call: StaffCall) -> tuple[FollowUp, str] | None:
    """The promise that a command is about and the rest of its words; else say why there is none.

    A number in front names it, else the window, else it is the only one that is theirs.
    """
    number, rest = _leading_number(call.argument)
    patron = room.patron_at(number or call.window)
    record = promise_to(room, patron)
    if record is None and (number or patron):
        answer(room, call, phrases.NO_PROMISE())
        return None
    mine = promises_of(room, call.member.name)
    if record is None and len(mine) == 1:
        record = mine[0]
    if record is None:
        lines = tuple(_line(room, each) for each in mine[:SHOWN])
        text = phrases.WHICH_PROMISE(lines=Lines(("", *lines))) if lines else phrases.NO_PROMISE()
        answer(room, call, text)
        return None
    if not may_change(room, record, call.member.name):
        text = phrases.PROMISE_OF_ANOTHER(name=room.colleague(record.owner))
        answer(room, call, text)
        return None
    return record, rest


def _leading_number(text: str) -> tuple[str, str]:
    found = _NUMBER.match(text)
    return (found[0], text[found.end() :].strip()) if found else ("", text)


def may_change(room: Room, record: FollowUp, name: str) -> bool:
    """Whether it is theirs, or they supervise the desk where it was made."""
    desk = room.agreement.desks.get(session_of(room, record).desk)
    return record.owner == name or (desk is not None and name in desk.supervisors)


@staff_command("done", usage="!done [1042]", about="what you promised is answered")
def _done(room: Room, call: StaffCall) -> None:
    meant = promise_meant(room, call)
    if meant is None:
        return
    record, _ = meant
    session = session_of(room, record)
    answered = record.answered or _answered(session, record)
    if not answered:
        alias = session.patron.alias
        answer(room, call, phrases.PROMISE_UNANSWERED(alias=alias, number=record.patron))
        return
    record.answered = answered
    in_time = record.answered <= record.due
    answer(room, call, phrases.PROMISE_DONE() if in_time else phrases.PROMISE_DONE_LATE())
    settle_answered(room, record)
    if session.open and session.owner == call.member.name:
        close(room, session, Ending.STAFF, phrases.CLOSED_BY_STAFF)


def _answered(session: Session, record: FollowUp) -> float:
    """When whoever promised first wrote to the patron since then; 0.0 if they have not.

    A colleague's words answered another question; who answers a promise takes it over (!hand).
    """
    theirs = (
        line.at
        for line in session.lines
        if line.speaker is Speaker.STAFF and line.staff == record.owner and line.at > record.made
    )
    return min(theirs, default=0.0)


@staff_command(
    "postpone",
    usage="!postpone [1042] WHEN [a word to the patron]",
    about="promise it for another time; the patron is told, with your words",
)
def _postpone(room: Room, call: StaffCall) -> None:
    meant = promise_meant(room, call)
    if meant is None:
        return
    record, words = meant
    found = when_said(room, call.member, session_of(room, record), words)
    if found is None:
        ask_again(room, call, phrases.POSTPONE_WHEN())
    else:
        put_off(room, call, record, *found)


def put_off(room: Room, call: StaffCall, record: FollowUp, due: float, to_patron: str) -> None:
    """Promise it for another time, and tell the patron so."""
    postpone(room, record, due, to_patron)
    answer(room, call, phrases.POSTPONED(when=due_in_words(room, record)))


@staff_command(
    "hand",
    usage="!hand [1042] NAME [why]",
    about="give a promise to a colleague, or take one over",
)
def _hand(room: Room, call: StaffCall) -> None:
    names = names_of_staff(room)
    number, rest = _leading_number(call.argument)
    found = leading(rest, names)
    if found is None:
        known = ", ".join(person.screen_name for person in room.agreement.staff.values())
        ask_again(room, call, phrases.HAND_TO_WHOM(names=known))
        return
    name, why = found
    if not number:
        number, why = _leading_number(why)
    taking = name == call.member.name
    record = promise_to(room, room.patron_at(number or call.window)) if taking else None
    if record is None:
        meant = promise_meant(room, replace(call, argument=number))
        record = meant[0] if meant else None
    if record is not None:
        give_to(room, call, record, name, why)


def give_to(room: Room, call: StaffCall, record: FollowUp, name: str, why: str) -> None:
    """Give a promise to a colleague, or to themselves who says so."""
    if record.owner == name:
        answer(room, call, phrases.PROMISE_OF_ANOTHER(name=room.colleague(name)))
    else:
        hand_over(room, record, name, why, call.member.name)
        answer(room, call, phrases.HANDED_ON(name=room.colleague(name)))


@staff_command(
    "drop",
    usage="!drop [1042] [a word to the patron]",
    about="take a promise back; the patron is told, with your words",
)
def _drop(room: Room, call: StaffCall) -> None:
    meant = promise_meant(room, call)
    if meant is not None:
        take_back(room, call, *meant)


def take_back(room: Room, call: StaffCall, record: FollowUp, to_patron: str) -> None:
    """Take a promise back, and tell the patron so."""
    drop(room, record, to_patron)
    answer(room, call, phrases.PROMISE_DROPPED())
