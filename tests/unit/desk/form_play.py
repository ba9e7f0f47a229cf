"""Forms (XEP-0050) for the machine: opened anywhere, filled in at any time, handed in again."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from imref.desk.effects import Effect, HandForm, Keep, Refusal, RefuseForm, ShowPresence
from imref.desk.events import Event, FormUsed
from imref.desk.form.filling import LASTS, named_forms
from imref.desk.form.forms import all_forms
from imref.desk.form.sheets import Action, Box, Kind, Stage
from imref.desk.model import ALIAS_PREFIX
from imref.desk.records import Done

from .promises import PATRONS, READY, STAFF
from .scene import address_of
from .stint_play import StintPlay

LEFT_OUT = {"practice"}
"""Forms that another machine plays."""
LATER = {"mine", "dashboard"}
"""Forms whose answer takes a while."""
DUES = ["tomorrow 17:00", "in 2 hours", "in 1 hour", "when it rains"]
TO_PATRON = {("postpone", "words"), ("drop", "words")}
"""Fields whose words a patron reads."""

picks = st.integers(0, 1000)
actions = st.sampled_from([Action.EXECUTE, Action.EXECUTE, *Action, "dance"])


class FormPlay(StintPlay):
    """Librarians whose clients show forms, some of them left open for long."""

    def __init__(self) -> None:
        super().__init__()
        self.asking: set[str] = set()
        self.forms_open: list[HandForm] = []
        self.handed_in: list[FormUsed] = []
        self.forms_done: dict[str, float] = {}

    def happens(self, event: Event) -> list[Effect]:
        if isinstance(event, FormUsed):
            self.asking.add(event.id)
        effects = super().happens(event)
        for effect in effects:
            if isinstance(effect, HandForm | RefuseForm):
                assert effect.query in self.asking, "nobody asks, or they were answered"
                self.asking.remove(effect.query)
                assert "home.example" not in repr(replace(effect, recipient=""))
        return effects

    def uses(self, used: FormUsed) -> HandForm | None:
        """Somebody does something with a form, and is answered once, at once or later."""
        effects = self.happens(used)
        assert used.id not in self.asking or used.node in LATER
        if used.session and any(
            isinstance(each, Keep) and isinstance(each.record, Done) for each in effects
        ):
            self.handed_in.append(used)
            self.forms_done[used.session] = self.now
        for answer in effects:
            if isinstance(answer, HandForm) and answer.query == used.id:
                if answer.stage is Stage.EXECUTING:
                    self.forms_open.append(answer)
                return answer
        return None

    @rule(name=st.sampled_from(STAFF), pick=picks, node=picks, window=st.sampled_from("dlcaa"))
    def a_form_is_opened(self, name: str, pick: int, node: int, window: str) -> None:
        aliases = [f"{ALIAS_PREFIX}{number}" for number in self.records.patrons]
        alias = aliases[pick % len(aliases)] if aliases else "ask"
        self.opens(name, {"d": "ask", "l": "law", "c": "", "a": alias}[window], node)

    def opens(self, name: str, window: str, node: int) -> HandForm | None:
        """Somebody opens one of the forms that they see there, or now and then any other."""
        member = self.room.agreement.staff.get(address_of(name))
        if member is None:
            return None
        seen = [*named_forms(self.room, member, window)] if node % 8 else [*all_forms()]
        nodes = [each for each in seen if each not in LEFT_OUT]
        chosen = nodes[node % len(nodes)]
        self.words += 1
        query = f"q{self.words}"
        return self.uses(
            FormUsed(member.address, "pc", window, query, chosen, "", Action.EXECUTE, None)
        )

    @rule(name=st.sampled_from(STAFF), pick=picks, node=picks, value=picks, again=st.booleans())
    def a_form_is_used_to_the_end(
        self, name: str, pick: int, node: int, value: int, again: bool
    ) -> None:
        """Whoever has a patron does something about them; others, at the desk."""
        held = [*self.room.held.get(name, {}).values()]
        waiting = [each for each in self.room.sessions.values() if each.open]
        about = held or waiting
        window = about[pick % len(about)].patron.alias if about and pick % 3 else "ask"
        form, pages = self.opens(name, window, node), 0
        while form is not None and form.stage is Stage.EXECUTING and pages < 3:
            form, pages = self.fills_in(form, value, Action.EXECUTE), pages + 1
        if again:
            self.a_form_is_handed_in_again(0)

    @rule(pick=picks, value=picks, action=actions)
    def a_form_is_filled_in(self, pick: int, value: int, action: str) -> None:
        if self.forms_open:
            form = self.forms_open[-1 - pick % min(4, len(self.forms_open))]
            self.fills_in(form, value, action)

    def fills_in(self, form: HandForm, value: int, action: str) -> HandForm | None:
        """Somebody fills a form in and hands it in."""
        assert form.sheet is not None
        values = {box.name: self.written(form.node, box, value) for box in form.sheet.boxes}
        sender, _, device = form.recipient.partition("/")
        self.words += 1
        query = f"q{self.words}"
        return self.uses(
            FormUsed(sender, device, form.sender, query, form.node, form.session, action, values)
        )

    def written(self, node: str, box: Box, value: int) -> tuple[str, ...]:
        """What somebody writes into a field, or leaves in it."""
        self.words += 1
        match box:
            case Box(kind=Kind.CHOICE | Kind.CHOICES, choosable=choosable) if choosable:
                some = choosable[value % len(choosable)].value if value % 9 else "nothing of these"
                return (some,)
            case Box(kind=Kind.HIDDEN):
                return box.values
            case Box(name="due"):
                return (DUES[value % len(DUES)],)
            case Box(name="keyword"):
                return ("k",)
            case Box(name="text"):
                return box.values if node == "say" else (f"{READY}{self.words}.",)
            case Box(name=name) if (node, name) in TO_PATRON:
                return (f"word{self.words}.",) if value % 2 else ()
            case Box(kind=Kind.TEXT) if value % 3 == 0:
                return box.values
            case _:
                return (f"secret{self.words}.",)

    @rule(pick=picks)
    def a_form_is_handed_in_again(self, pick: int) -> None:
        """What was done is not done twice, whatever has happened in between."""
        if not self.handed_in:
            return
        self.words += 1
        last = self.handed_in[-1 - pick % min(4, len(self.handed_in))]
        effects = self.happens(replace(last, id=f"q{self.words}"))
        if self.now - self.forms_done[last.session] < LASTS:
            told = [each for each in effects if not isinstance(each, ShowPresence)]
            assert [type(each) for each in told] in ([HandForm], [RefuseForm]), told

    @rule(patron=st.sampled_from(PATRONS), pick=picks, session=st.sampled_from(["", "1000-1"]))
    def a_patron_meddles_with_forms(self, patron: str, pick: int, session: str) -> None:
        nodes = [*all_forms()]
        aliases = [f"{ALIAS_PREFIX}{number}" for number in self.records.patrons]
        window = ["ask", "", *aliases][pick % (2 + len(aliases))]
        node = nodes[pick % len(nodes)]
        self.words += 1
        query = f"q{self.words}"
        used = FormUsed(patron, "phone", window, query, node, session, "execute", {})
        (answer,) = self.happens(used)
        assert isinstance(answer, RefuseForm)
        assert answer.condition in (Refusal.FORBIDDEN, Refusal.ITEM_NOT_FOUND)
