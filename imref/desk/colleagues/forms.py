"""Forms about what colleagues share: canned answers, blocks, questions to each other."""

from imref.desk import phrases
from imref.desk.calendar.durations import HOUR
from imref.desk.colleagues.canned import find, known_to, send_words
from imref.desk.commands import StaffCall
from imref.desk.duty.forms import one_of
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
from imref.desk.model import SessionState
from imref.desk.phrases import Lapse
from imref.desk.room import Room
from imref.desk.session.forms import mine, with_patron
from imref.desk.staff.calls import answer, own_session
from imref.desk.staff.staff_side import obstacle

LENGTHS = (1, 24, 72, 168, 720)
"""Hours of a block that are proposed."""


# Canned answers.


def _can_say(room: Room, call: StaffCall) -> bool:
    """With a patron of yours or one who waits, if any answers are kept ready."""
    session = call.session
    waits = session is not None and session.state is SessionState.WAITING
    return (mine(room, call) or waits) and bool(known_to(room, call.member.name))


def _keyword(room: Room, call: StaffCall, _: Values) -> list[Field]:
    options = tuple(
        Option(keyword, f"{keyword}: {phrases.snippet(text)}")
        for keyword, (text, _mine) in sorted(known_to(room, call.member.name).items())
    )
    first = options[0].value if options else ""
    return [Field("keyword", phrases.FORM_CANNED(), Kind.CHOICE, first, options, required=True)]


def _text(room: Room, call: StaffCall, values: Values) -> list[Field]:
    patron = call.session.patron if call.session else None
    language = (patron.language if patron else "") or room.agreement.language
    text = find(room, call.member.name, values.get("keyword", ""), language)
    return [Field("text", phrases.FORM_TEXT(), Kind.LINES, text or "", required=True)]


@form("say", "send", pages=[_keyword, _text], sense=_can_say, title=phrases.FORM_SAY)
def _say(room: Room, call: StaffCall, values: Values) -> None:
    session = call.session if _can_say(room, call) else own_session(room, call)
    if session is None:
        return
    waits = session.state is SessionState.WAITING
    if waits and (why_not := obstacle(room, call.member, session)) is not None:
        answer(room, call, why_not)
        return
    send_words(room, call, session, values["text"])
    room.tell_staff(session, call.member.name, phrases.FORM_SENT_WORDS(text=values["text"]))
    answer(room, call, phrases.FORM_SENT(alias=session.patron.alias))


def _which(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    what = (
        ("", phrases.FORM_CANNED_SHOW()),
        ("add", phrases.FORM_CANNED_ADD()),
        ("share", phrases.FORM_CANNED_SHARE()),
        ("remove", phrases.FORM_CANNED_REMOVE()),
    )
    return [
        one_of("what", phrases.FORM_CANNED_WHAT(), what),
        Field("keyword", phrases.FORM_KEYWORD()),
        Field("text", phrases.FORM_TEXT(), Kind.LINES),
    ]


@form("canned", pages=[_which], sense=at_the_desk, title=phrases.FORM_CANNED_TITLE)
def _canned(room: Room, call: StaffCall, values: Values) -> None:
    as_text("canned", room, call, values.values() if values["what"] else ())


# Blocks.


def _how_long(room: Room, _call: StaffCall, _: Values) -> list[Field]:
    usual = int(room.agreement.timings.block // HOUR)
    hours = dict.fromkeys((usual, *LENGTHS))
    return [
        one_of(
            "length", phrases.FORM_BLOCK(), ((f"{each}h", Lapse(each * HOUR)) for each in hours)
        ),
        Field("why", phrases.FORM_WHY_BLOCK()),
    ]


def _is_blocked(room: Room, call: StaffCall) -> bool:
    """With a patron who is blocked, and at a desk and the component while anybody is."""
    if call.session is not None:
        return call.session.patron.address in room.blocks
    return at_the_desk(room, call) and bool(room.blocks)


def _whom(room: Room, call: StaffCall, _: Values) -> list[Field]:
    if call.session is not None:
        return []
    aliases = [(str(each.patron), f"patron-{each.patron}") for each in room.blocks.values()]
    return [one_of("number", phrases.FORM_WHICH(), aliases)] if aliases else []


# Colleagues.


def _question(_room: Room, _call: StaffCall, _: Values) -> list[Field]:
    return [Field("question", phrases.FORM_ASK(), Kind.LINES, required=True)]


def _was_asked(room: Room, call: StaffCall) -> bool:
    """Everywhere, once a colleague has asked you something."""
    return bool(_askers(room, call))


def _askers(room: Room, call: StaffCall) -> list[str]:
    asked = room.questions.get(call.member.name, {})
    return [name for name in reversed(asked) if room.agreement.member(name)]


def _answer(room: Room, call: StaffCall, _: Values) -> list[Field]:
    askers = [(name, room.colleague(name)) for name in _askers(room, call)]
    text = Field("answer", phrases.FORM_TEXT(), Kind.LINES, required=True)
    return [one_of("to", phrases.FORM_TO_WHOM(), askers), text] if askers else []


plain_form("block", _how_long, sense=with_patron)
plain_form("unblock", _whom, sense=_is_blocked)
plain_form("blocks", sense=at_the_desk)
plain_form("ask", _question, sense=everywhere)
plain_form("re", _answer, sense=_was_asked, title=phrases.FORM_RE)
