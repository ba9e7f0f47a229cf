"""Forms about promises: followup, and postpone, hand, drop and done where one is open."""

from imref.desk import phrases
from imref.desk.commands import StaffCall
from imref.desk.form.forms import Field, Option, Values, at_the_desk, form, plain_form
from imref.desk.form.sheets import Kind
from imref.desk.model import Session
from imref.desk.promise.commands import (
    give_to,
    just_closed,
    make_promise,
    may_change,
    may_promise,
    promise_meant,
    put_off,
    take_back,
    when_said,
)
from imref.desk.promise.promises import promise_to, session_of
from imref.desk.records import FollowUp
from imref.desk.room import Room
from imref.desk.session.forms import mine, why_field
from imref.desk.staff.calls import ask_again, own_session


def _may_follow(room: Room, call: StaffCall) -> bool:
    """With a patron of yours, or whom you had last."""
    theirs = mine(room, call) or just_closed(call) is not None
    return theirs and call.session is not None and not call.session.practice


def _promised(room: Room, call: StaffCall) -> FollowUp | None:
    """The promise to the patron of this window, if they may change it."""
    record = promise_to(room, call.session.patron) if call.session else None
    return record if record is not None and may_change(room, record, call.member.name) else None


def _has_promise(room: Room, call: StaffCall) -> bool:
    """With a patron to whom you have promised an answer, or at whose desk you supervise."""
    return _promised(room, call) is not None


def _may_hand(room: Room, call: StaffCall) -> bool:
    """With a patron to whom an answer is promised: anybody may take it over."""
    return call.session is not None and promise_to(room, call.session.patron) is not None


def _when_and_what(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    return [
        Field("due", phrases.FORM_DUE(), required=True, hint=phrases.FORM_DUE_HINT()),
        Field("what", phrases.FORM_WHAT(), hint=phrases.FORM_WHAT_HINT()),
    ]


def _until_when(room: Room, call: StaffCall, values: Values) -> list[Field]:
    return [_when_and_what(room, call, values)[0], *_words(room, call, values)]


def _words(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    return [Field("words", phrases.FORM_TO_PATRON(), Kind.LINES)]


def _to_whom(room: Room, call: StaffCall, _: Values) -> list[Field]:
    record = promise_to(room, call.session.patron) if call.session else None
    owner = record.owner if record else ""
    names = [one.name for one in room.agreement.staff.values() if one.name != owner]
    names.sort(key=lambda name: name != call.member.name)
    if record is not None and not may_change(room, record, call.member.name):
        names = [call.member.name]
    options = tuple(Option(name, room.colleague(name)) for name in names)
    first = options[0].value if options else ""
    return [
        Field("to", phrases.FORM_TO_WHOM(), Kind.CHOICE, first, options, required=True),
        why_field(),
    ]


def _whose(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    options = (Option("", phrases.FORM_MINE()), Option("all", phrases.FORM_ALL()))
    return [Field("whose", phrases.FORM_WHOSE(), Kind.CHOICE, "", options)]


@form("followup", pages=[_when_and_what], sense=_may_follow)
def _followup(room: Room, call: StaffCall, values: Values) -> None:
    session = just_closed(call) or own_session(room, call)
    if session is None or not may_promise(room, call, session):
        return
    due = _due(room, call, session, values["due"])
    if due is not None:
        make_promise(room, call, session, due, values["what"])


@form("postpone", pages=[_until_when], sense=_has_promise)
def _postpone(room: Room, call: StaffCall, values: Values) -> None:
    meant = promise_meant(room, call)
    if meant is None:
        return
    record, _ = meant
    due = _due(room, call, session_of(room, record), values["due"])
    if due is not None:
        put_off(room, call, record, due, values["words"])


@form("hand", pages=[_to_whom], sense=_may_hand)
def _hand(room: Room, call: StaffCall, values: Values) -> None:
    record = promise_to(room, call.session.patron) if call.session else None
    if record is None or values["to"] != call.member.name:
        meant = promise_meant(room, call)
        record = meant[0] if meant else None
    if record is not None:
        give_to(room, call, record, values["to"], values["why"])


@form("drop", pages=[_words], sense=_has_promise)
def _drop(room: Room, call: StaffCall, values: Values) -> None:
    meant = promise_meant(room, call)
    if meant is not None:
        take_back(room, call, meant[0], values["words"])


plain_form("done", sense=_has_promise)
plain_form("followups", _whose, sense=at_the_desk, title=phrases.FORM_FOLLOWUPS)


def _due(room: Room, call: StaffCall, session: Session, text: str) -> float | None:
    """The time that a field holds, and nothing else; the form comes back where it holds none."""
    found = when_said(room, call.member, session, text)
    if found is None or found[1]:
        ask_again(room, call, phrases.FORM_WHEN(text=phrases.snippet(text)))
        return None
    return found[0]
