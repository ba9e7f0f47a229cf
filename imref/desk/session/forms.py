"""Forms about one patron: take, decline, transfer, note, close, invite, leave, block."""

from dataclasses import replace
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.colleagues.guests import invite
from imref.desk.commands import StaffCall
from imref.desk.duty.standing import ON_DUTY, Standing, standing, standing_at
from imref.desk.form.forms import Field, Option, Values, at_the_desk, form, plain_form
from imref.desk.form.sheets import Kind
from imref.desk.model import Outcome, Session, SessionState, Speaker
from imref.desk.room import Room
from imref.desk.session.closing import end_as
from imref.desk.session.outcomes import LABELS, READ_LEVELS
from imref.desk.staff.calls import SHOWN, ask_again, own_session
from imref.desk.staff.commands import pass_to_colleague, pass_to_desk

DESK: Final = "desk "
"""Begins the value of a desk among those to whom somebody can be passed on; no name has a space."""

_CLOSING: Final = tuple(each for each in LABELS if each is not Outcome.FOLLOW_UP)


# Where they make sense.


def mine(room: Room, call: StaffCall) -> bool:
    """With a patron of yours."""
    return call.session is not None and call.session.number in room.held.get(call.member.name, {})


def with_patron(_room: Room, call: StaffCall) -> bool:
    """With a patron."""
    return call.session is not None


def _in_play(room: Room, call: StaffCall) -> bool:
    """With a patron of yours, but not in a rehearsal."""
    return mine(room, call) and call.session is not None and not call.session.practice


def _to_take(room: Room, call: StaffCall) -> bool:
    """With a patron whom nobody has, and at a desk and the component while somebody waits."""
    if call.session is not None:
        return call.session.state is not SessionState.ACTIVE
    return at_the_desk(room, call) and bool(_waiting(room, call.member))


def _offered(_room: Room, call: StaffCall) -> bool:
    """With a patron who is offered to you."""
    session = call.session
    if session is None or session.state not in (SessionState.WAITING, SessionState.HELD):
        return False
    return session.reserved == call.member.name or call.member.name in (session.offers or ())


def _as_guest(_room: Room, call: StaffCall) -> bool:
    """With a patron of a colleague who has invited you."""
    return call.session is not None and call.member.name in call.session.guests


# What they ask for.


def _waiting(room: Room, member: StaffMember) -> list[Session]:
    return [*room.waiting_for(member.name), *room.kept_for(member.name)]


def _which(room: Room, call: StaffCall, _: Values) -> list[Field]:
    """Which of those that wait; in a patron's window it is they."""
    if call.session is not None:
        return []
    options = tuple(
        Option(
            str(each.patron.number),
            phrases.FORM_WAITING(
                alias=each.patron.alias,
                age=phrases.age(room.now - each.opened),
                question=phrases.snippet(_question(each)),
            ),
        )
        for each in _waiting(room, call.member)[:SHOWN]
    )
    first = options[0].value if options else ""
    return [Field("number", phrases.FORM_WHICH(), Kind.CHOICE, first, options, required=True)]


def _question(session: Session) -> str:
    return next((line.body for line in session.lines if line.speaker is Speaker.PATRON), "")


def why_field() -> Field:
    """A word for a colleague, who reads it with what they are given."""
    return Field("why", phrases.FORM_WHY())


def _to_whom(room: Room, call: StaffCall, _: Values) -> list[Field]:
    """Colleagues who can have this patron now, then other desks where somebody is."""
    session = call.session
    if session is None:
        return []
    options = [*_colleagues(room, call, session), *_desks(room, call, session)]
    value = options[0].value if options else ""
    whom = Field("to", phrases.FORM_TO_WHOM(), Kind.CHOICE, value, tuple(options), required=True)
    return [whom, why_field()] if options else []


def _colleagues(room: Room, call: StaffCall, session: Session) -> list[Option]:
    names = [one.name for one in room.agreement.staff.values() if one.name != call.member.name]
    able = [name for name in names if standing_at(room, name, session.desk) is Standing.ON]
    desk = room.agreement.desks.get(session.desk)
    at_home = desk.staff if desk else ()
    able.sort(key=lambda name: name not in at_home)
    return [Option(name, room.colleague(name)) for name in able]


def _desks(room: Room, call: StaffCall, session: Session) -> list[Option]:
    return [
        Option(DESK + desk.name, desk.title)
        for desk in room.agreement.desks.values()
        if desk.name != session.desk
        and any(
            standing_at(room, name, desk.name) in ON_DUTY
            for name in desk.staff
            if name != call.member.name
        )
    ]


def _how_it_ended(_room: Room, call: StaffCall, _: Values) -> list[Field]:
    outcomes = tuple(Option(each.value, LABELS[each]()) for each in _CLOSING)
    levels = [
        Option(str(level), text())
        for level, text in zip(READ_LEVELS, phrases.READ_LEVELS_TOLD, strict=True)
    ]
    unsaid = Option("", phrases.FORM_UNSAID())
    spoken = call.session is not None and any(
        line.speaker is Speaker.STAFF for line in call.session.lines
    )
    usual = Outcome.ANSWERED.value if spoken else ""
    return [
        Field("outcome", phrases.FORM_OUTCOME(), Kind.CHOICE, usual, (unsaid, *outcomes)),
        Field("read", phrases.FORM_READ(), Kind.CHOICE, "", (unsaid, *levels)),
    ]


def _note(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    return [Field("note", phrases.FORM_NOTE(), Kind.LINES, required=True)]


def _guest(room: Room, call: StaffCall, _: Values) -> list[Field]:
    session = call.session
    here = {call.member.name, *(session.guests if session else ())}
    options = tuple(
        Option(one.name, f"{room.colleague(one.name)}")
        for one in room.agreement.staff.values()
        if one.name not in here and standing(room, one.name) in (Standing.ON, Standing.FULL)
    )
    whom = Field("guest", phrases.FORM_INVITE(), Kind.CHOICE, "", options, required=True)
    return [replace(whom, value=options[0].value), why_field()] if options else []


# The forms.


plain_form("take", _which, sense=_to_take)
plain_form("decline", sense=_offered)
plain_form("leave", sense=_as_guest)
plain_form("note", _note, sense=with_patron)


@form("transfer", pages=[_to_whom], sense=_in_play)
def _transfer(room: Room, call: StaffCall, values: Values) -> None:
    session = own_session(room, call)
    if session is None:
        return
    to, why = values.get("to", ""), values.get("why", "")
    if not to:
        ask_again(room, call, phrases.FORM_NOBODY())
    elif to.startswith(DESK):
        pass_to_desk(room, call, session, to.removeprefix(DESK), why)
    else:
        pass_to_colleague(room, call, session, to, why)


@form("close", pages=[_how_it_ended], sense=mine)
def _close(room: Room, call: StaffCall, values: Values) -> None:
    session = own_session(room, call)
    if session is not None:
        outcome = Outcome(values["outcome"]) if values["outcome"] else None
        end_as(room, call, session, outcome, int(values["read"] or 0))


@form("invite", pages=[_guest], sense=_in_play)
def _invite(room: Room, call: StaffCall, values: Values) -> None:
    session = own_session(room, call)
    if session is None:
        return
    if not values.get("guest"):
        ask_again(room, call, phrases.FORM_NOBODY())
    else:
        invite(room, call, session, values["guest"], values["why"])
