"""Forms about a librarian's own duty: on or off, desks, limit, engagements, figures."""

from collections.abc import Iterable
from typing import Final

from imref.desk import phrases
from imref.desk.calendar.durations import MINUTE
from imref.desk.commands import StaffCall
from imref.desk.duty.commands import (
    desks_in_words,
    end_meant,
    go_off_duty,
    go_on_duty,
    serve,
    show_or_withdraw,
)
from imref.desk.duty.standing import MOST_PATRONS, is_off, limit
from imref.desk.figures.own_figures import SPANS
from imref.desk.form.forms import (
    Field,
    Option,
    Values,
    as_text,
    at_the_desk,
    everywhere,
    form,
    plain_form,
)
from imref.desk.form.sheets import Kind
from imref.desk.phrases import Text
from imref.desk.rehearsal.practice import ALL, STOP
from imref.desk.rehearsal.rehearsals import rehearsing
from imref.desk.room import Room
from imref.desk.session.routing import is_swamped
from imref.desk.staff.calls import answer, ask_again

ON: Final = "on"
OFF: Final = "off"


def one_of(name: str, label: Text, options: Iterable[tuple[str, Text]]) -> Field:
    """A field in which one thing is chosen; the first is the usual one."""
    choices = tuple(Option(value, text) for value, text in options)
    return Field(name, label, Kind.CHOICE, choices[0].value, choices)


def _duty(room: Room, call: StaffCall, _: Values) -> list[Field]:
    """Whoever asks wants to change it."""
    on, off = (ON, phrases.FORM_ON()), (OFF, phrases.FORM_OFF())
    return [
        one_of(
            "duty", phrases.FORM_STATE(), (on, off) if is_off(room, call.member.name) else (off, on)
        ),
        Field("until", phrases.FORM_UNTIL(), hint=phrases.FORM_UNTIL_HINT()),
    ]


@form("on", "off", node="duty", title=phrases.FORM_DUTY, pages=[_duty], sense=at_the_desk)
def _change_duty(room: Room, call: StaffCall, values: Values) -> None:
    if values["duty"] == OFF and not values["until"]:
        go_off_duty(room, call)
        return
    until = end_meant(room, call.member, values["until"])
    if until is None:
        ask_again(room, call, phrases.FORM_WHEN(text=phrases.snippet(values["until"])))
    else:
        go_on_duty(room, call, until)


def _has_desks(room: Room, call: StaffCall) -> bool:
    """At a desk and at the component, if you serve several desks."""
    return at_the_desk(room, call) and len(_own_desks(room, call)) > 1


def _own_desks(room: Room, call: StaffCall) -> list[Option]:
    return [
        Option(desk.name, desk.title)
        for desk in room.agreement.desks.values()
        if call.member.name in desk.staff
    ]


def _desks(room: Room, call: StaffCall, _: Values) -> list[Field]:
    served = "\n".join(desk.name for desk in room.desks_of(call.member.name))
    options = tuple(_own_desks(room, call))
    return [Field("desks", phrases.FORM_DESKS(), Kind.CHOICES, served, options)]


@form("desk", pages=[_desks], sense=_has_desks)
def _change_desks(room: Room, call: StaffCall, values: Values) -> None:
    name, wanted = call.member.name, values["desks"].split("\n")
    served = [desk.name for desk in room.desks_of(name)]
    for option in _own_desks(room, call):
        if (option.value in wanted) != (option.value in served):
            serve(room, name, option.value, on=option.value in wanted)
            show_or_withdraw(room, name, option.value, on=option.value in wanted)
    answer(room, call, desks_in_words(room, call.member))


def _how_many(room: Room, call: StaffCall, _: Values) -> list[Field]:
    now = str(limit(room, call.member))
    hint = phrases.LIMIT_ASK(most=MOST_PATRONS)
    return [Field("limit", phrases.FORM_LIMIT(), value=now, required=True, hint=hint)]


def _engagement(room: Room, _call: StaffCall, _: Values) -> list[Field]:
    minutes = str(int(room.agreement.timings.engagement // MINUTE))
    return [
        Field("minutes", phrases.FORM_MINUTES(), value=minutes, required=True),
        Field("what", phrases.FORM_ENGAGED_WITH()),
    ]


def _is_engaged(room: Room, call: StaffCall) -> bool:
    """Everywhere, while you are with a walk-in or on the phone."""
    return call.member.name in room.engagements


def _swamped(room: Room, call: StaffCall, _: Values) -> list[Field]:
    """Nothing to ask of somebody who calls for help for the first time."""
    if not is_swamped(room, call.member.name):
        return []
    over, still = ("off", phrases.FORM_CALM()), ("", phrases.FORM_STILL_SWAMPED())
    return [one_of("swamped", phrases.FORM_SWAMPED(), (over, still))]


def _counted(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    kinds = (("walkin", phrases.FORM_WALK_IN()), ("phone", phrases.FORM_CALL()))
    return [
        one_of("kind", phrases.FORM_TALLY(), (*kinds, ("", phrases.FORM_DAY()))),
        Field("what", phrases.FORM_ENGAGED_WITH()),
        Field("count", phrases.FORM_COUNT(), value="1"),
    ]


@form("tally", pages=[_counted], sense=at_the_desk, title=phrases.FORM_TALLY_TITLE)
def _tally(room: Room, call: StaffCall, values: Values) -> None:
    words = [values["kind"], values["what"], values["count"]] if values["kind"] else []
    as_text("tally", room, call, words)


def _span(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    order = ("week", "today", "month")
    return [one_of("span", phrases.FORM_SPAN(), ((span, SPANS[span]()) for span in order))]


def _rehearsal(room: Room, call: StaffCall, _: Values) -> list[Field]:
    if rehearsing(room, call.member.name):
        return [one_of("desk", phrases.FORM_PRACTICE(), ((STOP, phrases.FORM_PRACTICE_STOP()),))]
    desks = [(option.value, option.label) for option in _own_desks(room, call)]
    return [one_of("desk", phrases.FORM_PRACTICE(), (*desks, (ALL, phrases.FORM_PRACTICE_ALL())))]


for name in ("status", "queue", "who", "hours"):
    plain_form(name, sense=at_the_desk)
plain_form("limit", _how_many, sense=at_the_desk)
plain_form("walkin", _engagement, sense=everywhere)
plain_form("phone", _engagement, sense=everywhere)
plain_form("back", sense=_is_engaged)
plain_form("swamped", _swamped, sense=everywhere)
plain_form("mine", _span, sense=at_the_desk)
plain_form("dashboard", sense=at_the_desk)
plain_form("practice", _rehearsal, sense=at_the_desk)
