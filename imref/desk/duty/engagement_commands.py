"""Commands of engagements: !walkin, !phone and !back, and a patron's colleague."""

from imref.desk import phrases
from imref.desk.calendar.durations import MINUTE, leading_length
from imref.desk.commands import PatronCall, StaffCall, patron_command, staff_command
from imref.desk.duty.engagement import (
    LONGEST,
    begin,
    come_back,
    has_colleague,
    is_with_others,
    noted,
    prolong,
)
from imref.desk.duty.order import ENGAGED_WITH, Channel
from imref.desk.patron.patron_side import open_session_of, tell_status
from imref.desk.room import Room
from imref.desk.session.sessions import release
from imref.desk.staff.calls import answer, ask_again


@staff_command(
    "walkin", "w", "walk",
    usage="!walkin [minutes] [what]",
    about="somebody is at your desk; your patrons are told, others are asked",
)  # fmt: skip
def _walkin(room: Room, call: StaffCall) -> None:
    _engage(room, call, Channel.WALK_IN, call.argument.removeprefix("-in").lstrip())


@staff_command(
    "phone", "p", "call",
    usage="!phone [minutes] [what]",
    about="somebody is on the phone with you",
)  # fmt: skip
def _phone(room: Room, call: StaffCall) -> None:
    _engage(room, call, Channel.PHONE, call.argument)


def _engage(room: Room, call: StaffCall, kind: Channel, argument: str) -> None:
    """Begin one; the same kind with nothing but minutes is more time for the one that runs."""
    length = leading_length(argument, MINUTE)
    seconds, detail = length or (room.agreement.timings.engagement, argument)
    if not MINUTE <= seconds <= LONGEST and length:
        usage = "!walkin 5" if kind is Channel.WALK_IN else "!phone 5"
        ask_again(room, call, phrases.ENGAGEMENT_ASK(most=int(LONGEST // MINUTE), usage=usage))
        return
    running = room.engagements.get(call.member.name)
    if running is not None and running.kind == kind and length and not detail:
        prolong(room, running, seconds)
    else:
        begin(room, call.member, kind, seconds, " ".join(detail.lower().split()))
    answer(room, call, noted(room, call.member))


@staff_command("back", "b", usage="!back", about="the walk-in or the call is over")
def _back(room: Room, call: StaffCall) -> None:
    ended = come_back(room, call.member)
    if ended is None:
        answer(room, call, phrases.NOT_ENGAGED())
        return
    what = ENGAGED_WITH[ended.kind]()
    age = phrases.age(ended.ended - ended.began)
    answer(room, call, phrases.BACK_NOTED(what=what, age=age))


@patron_command("colleague", about="somebody else, while your librarian is with others")
def _colleague(room: Room, call: PatronCall) -> None:
    session = open_session_of(call.patron)
    if session is None or not is_with_others(room, session):
        tell_status(room, call)
        return
    name = room.screen_name(session.owner)
    if has_colleague(room, session):
        to_patron = phrases.COLLEAGUE_ASKED(name=name)
        release(room, session, to_patron, phrases.TAKEN_FOR_COLLEAGUE(), "engaged")
    else:
        room.tell_patron(session, phrases.COLLEAGUE_NONE(name=name))
