"""The use of a form, from opening it to its answer; nothing of it is held in memory.

The name of a use (the sessionid of XEP-0050) tells when it began, and a page says by itself which
one it is and what was filled in before. So a form outlives lost links and restarts. That one is
done is kept with the other commands that were done: handed in again it is answered, and not done
twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall
from imref.desk.effects import HandForm, Refusal, RefuseForm
from imref.desk.events import FormUsed, device_of
from imref.desk.form.forms import Field, Form, Values, all_forms
from imref.desk.form.sheets import Action, Box, Choosable, Kind, Misuse, Sheet, Stage
from imref.desk.form.slip import Slip
from imref.desk.model import ALIAS_PREFIX, DIGITS, Session, Speaker
from imref.desk.phrases import Lines, Text
from imref.desk.room import Room
from imref.desk.staff.calls import hand_back, reply_on
from imref.desk.staff.done import mark_of, note_done, was_done

LASTS: Final = 6 * 3600.0
"""Seconds after which a form that was opened is too old to be handed in."""

PAGE: Final = "page"
"""The hidden field that tells which of several pages this is, from 0."""

_SEVERAL: Final = (Kind.LINES, Kind.CHOICES)
"""Fields that hold several values."""


def form_used(room: Room, used: FormUsed) -> None:
    """Open a form, turn its pages, do what it says, or say why not."""
    member = room.agreement.staff.get(used.sender)
    form = all_forms().get(used.node)
    if member is None and not used.to.startswith(ALIAS_PREFIX):
        _refuse(room, used, Refusal.FORBIDDEN)
    elif member is None or form is None or not _is_ours(room, used.to):
        _refuse(room, used, Refusal.ITEM_NOT_FOUND)
    elif used.action not in {each.value for each in Action}:
        _refuse(room, used, Refusal.BAD_REQUEST, Misuse.MALFORMED_ACTION)
    elif used.session:
        _go_on(room, member, form, used)
    else:
        _open(room, member, form, used)


def call_at(room: Room, member: StaffMember, window: str) -> StaffCall:
    """What a member could give a command about at one of our addresses."""
    patron = room.patron_at(window) if window.startswith(ALIAS_PREFIX) else None
    return StaffCall(member, window, patron.session if patron else None, "")


def named_forms(room: Room, member: StaffMember, window: str) -> dict[str, str]:
    """The forms that a member has at one of our addresses now, by node, with what they read."""
    call = call_at(room, member, window)
    return {
        node: capital(room.in_words(each.title(), member.language))
        for node, each in all_forms().items()
        if each.sense(room, call)
    }


def _is_ours(room: Room, local: str) -> bool:
    if local.startswith(ALIAS_PREFIX):
        return room.patron_at(local) is not None
    return not local or local in room.agreement.desks


def _open(room: Room, member: StaffMember, form: Form, used: FormUsed) -> None:
    call = call_at(room, member, used.to)
    if used.action != Action.EXECUTE:
        _refuse(room, used, Refusal.BAD_REQUEST, Misuse.BAD_SESSION)
    elif not form.sense(room, call):
        text = room.in_words(phrases.FORM_NOT_NOW(), member.language)
        _refuse(room, used, Refusal.NOT_ALLOWED, text=text)
    else:
        room.forms_opened += 1
        session = f"{int(room.now * 1000)}-{room.forms_opened}"
        use = _Use(room, form, _with_slip(call, used, session))
        if use.fields(0, {}):
            use.show(0, {})
        else:
            use.carry_out({})


def _go_on(room: Room, member: StaffMember, form: Form, used: FormUsed) -> None:
    call = _with_slip(call_at(room, member, used.to), used, used.session)
    use = _Use(room, form, call)
    began, page = _began(used.session), _page(used)
    if began is None:
        _refuse(room, used, Refusal.BAD_REQUEST, Misuse.BAD_SESSION)
    elif used.action == Action.CANCEL:
        use.answer(Stage.CANCELED)
    elif abs(room.now - began) > LASTS:
        text = room.in_words(phrases.FORM_EXPIRED(), member.language)
        _refuse(room, used, Refusal.NOT_ALLOWED, Misuse.SESSION_EXPIRED, text)
    elif was_done(room, member.name, use.mark):
        use.answer_once_more()
    elif not 0 <= page < len(form.pages) or (used.values is None and used.action != Action.PREV):
        _refuse(room, used, Refusal.BAD_REQUEST, Misuse.BAD_PAYLOAD)
    elif used.action == Action.PREV and page == 0:
        # COMPAT: poezio 0.14 sends "next" where only "complete" is offered: forward is forward.
        _refuse(room, used, Refusal.BAD_REQUEST, Misuse.BAD_ACTION)
    else:
        use.turn(used, page)


def _with_slip(call: StaffCall, used: FormUsed, session: str) -> StaffCall:
    slip = Slip(used.to, device_of(used), used.id, used.node, session)
    return replace(call, id=f"form-{session}", slip=slip)


def _began(session: str) -> float | None:
    """When a use of a form began; None when the name of it is none of ours."""
    moment, _, number = session.partition("-")
    ours = all(part.isascii() and part.isdigit() for part in (moment, number))
    return int(moment) / 1000 if ours and len(session) <= 2 * DIGITS else None


def _page(used: FormUsed) -> int:
    """Which page was handed in. Who goes back need not send the page: there are two at most."""
    if used.values is None:
        return int(used.action == Action.PREV)
    number = "".join(used.values.get(PAGE, ("0",)))
    return int(number) if number.isascii() and number.isdigit() and len(number) == 1 else -1


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a form: all that is known of it comes with each query."""

    room: Room
    form: Form
    call: StaffCall

    @property
    def slip(self) -> Slip:
        assert self.call.slip is not None
        return self.call.slip

    @property
    def mark(self) -> str:
        """What stands for it among the commands that were done."""
        return mark_of("form", self.slip.local, self.slip.session)

    def fields(self, page: int, values: Values) -> Sequence[Field]:
        """What a page asks for, when ``values`` were filled in before."""
        pages = self.form.pages
        return pages[page](self.room, self.call, values) if pages else ()

    def actions(self, page: int) -> tuple[Action, ...]:
        """What can be done with a page, the usual thing first."""
        forward = Action.NEXT if page + 1 < len(self.form.pages) else Action.COMPLETE
        return (forward, Action.PREV) if page else (forward,)

    def turn(self, used: FormUsed, page: int) -> None:
        """Take a page that was filled in: show another one, or do what the form is for."""
        values, amiss = self._read(used, page)
        if used.action == Action.PREV:
            self.show(page - 1, values)
        elif amiss is not None:
            self.show(page, values, amiss)
        elif page + 1 < len(self.form.pages):
            self.show(page + 1, values)
        else:
            self.carry_out(values, page)

    def _read(self, used: FormUsed, page: int) -> tuple[dict[str, str], Text | None]:
        """What was filled in, up to this page, and what is amiss with it."""
        values: dict[str, str] = {}
        amiss: Text | None = None
        sent = used.values or {}
        for number in range(page + 1):
            for field in self.fields(number, values):
                values[field.name] = "\n".join(sent.get(field.name, ())).strip()
                amiss = amiss or self._amiss(field, values[field.name])
        most = self.room.agreement.bounds.message_length
        if sum(map(len, values.values())) > most:
            amiss = phrases.TOO_LONG(limit=most)
        return values, amiss

    def _amiss(self, field: Field, value: str) -> Text | None:
        known = {option.value for option in field.options}
        chosen = set(value.split("\n")) if value or field.kind is Kind.CHOICE else set()
        if field.required and not value:
            return phrases.FORM_EMPTY(field=field.label)
        return phrases.FORM_CHOOSE(field=field.label) if known and chosen - known else None

    def carry_out(self, values: Values, page: int = 0) -> None:
        """Do what the form says, and answer with what its command has to say."""
        slip = self.slip
        self.form.rule(self.room, self.call, values)
        if slip.again:
            self.show(page, values, Lines(tuple(slip.said)))
        else:
            note_done(self.room, self.call.member.name, self.mark)
            if not slip.later:
                hand_back(self.room, self.call.member, slip)

    def show(self, page: int, values: Values, amiss: Text = "") -> None:
        """Show a page as it was filled in, with what is amiss if anything is."""
        if not self.fields(page, values):
            self.answer(Stage.COMPLETED, amiss)  # There is nothing to choose from any more.
            return
        self.room.out.append(
            replace(
                self._reply(Stage.EXECUTING, amiss),
                amiss=bool(amiss),
                sheet=self._sheet(page, values, amiss),
                actions=self.actions(page),
            )
        )

    def answer(self, stage: Stage, note: Text = "") -> None:
        """Say that it is over."""
        self.room.out.append(self._reply(stage, note))

    def answer_once_more(self) -> None:
        """It was done already: say what was said then, or that it is done."""
        last = self.room.answered_forms.get(self.call.member.name)
        if last is not None and last.session == self.slip.session:
            again = replace(last, recipient=self.slip.recipient, query=self.slip.query)
            self.room.out.append(again)
        else:
            self.answer(Stage.COMPLETED, phrases.FORM_DONE_ALREADY())

    def _reply(self, stage: Stage, note: Text) -> HandForm:
        words = self.room.in_words(note, self.call.member.language)
        return reply_on(self.slip, stage, words)

    def _sheet(self, page: int, values: Values, amiss: Text) -> Sheet:
        said, language = self.room.in_words, self.call.member.language
        boxes = [self._box(each, values) for each in self.fields(page, values)]
        if len(self.form.pages) > 1:
            boxes.append(_hidden(PAGE, str(page)))
        for number in range(page):
            earlier = self.fields(number, values)
            boxes += [_hidden(field.name, values.get(field.name, "")) for field in earlier]
        about = _about(self.call.session) if self.call.session else ""
        # COMPAT: poezio 0.14 shows no note beside a form, and nothing above it but the title.
        title = capital(said(amiss or self.form.title(), language))
        return Sheet(title, said(about, language), tuple(boxes))

    def _box(self, field: Field, values: Values) -> Box:
        said, language = self.room.in_words, self.call.member.language
        value = values[field.name] if field.name in values else said(field.value, language)
        return Box(
            field.name,
            field.kind,
            said(field.label, language),
            tuple(value.split("\n")) if field.kind in _SEVERAL else (value,) if value else (),
            tuple(Choosable(each.value, said(each.label, language)) for each in field.options),
            field.required,
            said(field.hint, language),
        )


def _hidden(name: str, value: str) -> Box:
    return Box(name, Kind.HIDDEN, "", (value,))


def _about(session: Session) -> Text:
    asked = (line.body for line in session.lines if line.speaker is Speaker.PATRON)
    question = phrases.snippet(next(asked, ""), 120)
    return phrases.FORM_ABOUT(alias=session.patron.alias, question=question)


def capital(text: str) -> str:
    """The text as a title: the help begins its lines with a small letter."""
    return text[:1].upper() + text[1:]


def _refuse(
    room: Room, used: FormUsed, why: Refusal, misuse: Misuse | None = None, text: str = ""
) -> None:
    room.out.append(RefuseForm(used.to, device_of(used), used.id, why, text, misuse))
