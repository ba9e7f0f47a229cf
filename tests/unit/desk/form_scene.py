"""A librarian's client that shows forms (XEP-0050), for the scenes."""

from collections.abc import Mapping
from itertools import count

from imref.desk.effects import HandForm, RefuseForm, Say
from imref.desk.events import FormUsed
from imref.desk.form.filling import named_forms
from imref.desk.form.sheets import Action, Box, Kind, Sheet, Stage
from imref.desk.phrases import Phrase

from .scene import Librarian, PatronAt, Scene, address_of, says


class Client:
    """One use of a form after another, by somebody at their client."""

    def __init__(self, who: Librarian, window: str, device: str = "pc") -> None:
        self.scene: Scene = who.scene
        self.who = who
        self.window = window
        self.device = device
        self.answer: HandForm | None = None
        self._queries = count(1)

    def sees(self) -> list[str]:
        """The nodes of the forms that the client lists."""
        member = self.scene.agreed.staff[self.who.address]
        return list(named_forms(self.scene.room, member, self.window))

    def names(self) -> dict[str, str]:
        """What the client lists, as the librarian reads it."""
        member = self.scene.agreed.staff[self.who.address]
        return named_forms(self.scene.room, member, self.window)

    def uses(
        self,
        node: str,
        action: str = Action.EXECUTE,
        session: str = "",
        values: Mapping[str, str] | None = None,
    ) -> HandForm | RefuseForm | None:
        """One query; what answers it, if anything does at once."""
        query = f"q{next(self._queries)}"
        sent = None if values is None else {each: (text,) for each, text in values.items()}
        self.scene.happens(
            FormUsed(self.who.address, self.device, self.window, query, node, session, action, sent)
        )
        answers = [*self.scene.of_kind(HandForm), *self.scene.of_kind(RefuseForm)]
        assert len(answers) <= 1
        for answer in answers:
            assert answer.query == query
            assert answer.recipient == f"{self.who.address}/{self.device}"
            assert answer.sender == self.window
        return answers[0] if answers else None

    def opens(self, node: str) -> HandForm:
        """Open a form, or do at once what needs none; an answer that takes a while is awaited."""
        answer = self.uses(node)
        if answer is None:
            self.scene.passes(30)
            (answer,) = self.scene.of_kind(HandForm)
        assert isinstance(answer, HandForm), answer
        self.answer = answer
        return answer

    def fills(self, action: str = Action.EXECUTE, **values: str) -> HandForm:
        """Hand in the form that is open, with what stands in it and what is changed here."""
        assert self.answer is not None
        answer = self.uses(
            self.answer.node, action, self.answer.session, {**self.standing, **values}
        )
        assert isinstance(answer, HandForm), answer
        self.answer = answer
        return answer

    def does(self, node: str, **values: str) -> str:
        """Open a form, fill it in, and give the note that tells what came of it."""
        self.opens(node)
        answer = self.fills(Action.COMPLETE, **values)
        assert answer.stage is Stage.COMPLETED, answer
        return answer.note

    @property
    def sheet(self) -> Sheet:
        """The form that is open."""
        assert self.answer is not None
        assert self.answer.sheet is not None, self.answer
        return self.answer.sheet

    @property
    def standing(self) -> dict[str, str]:
        """What stands in the form that is open."""
        return {box.name: "\n".join(box.values) for box in self.sheet.boxes}

    def box(self, name: str) -> Box:
        """One field of the form that is open."""
        return next(box for box in self.sheet.boxes if box.name == name)

    def choices(self, name: str) -> dict[str, str]:
        """What may be chosen in a field, and what is read for it."""
        return {each.value: each.label for each in self.box(name).choosable}


def note_is(answer: HandForm, what: Phrase | str) -> bool:
    """Whether the note of an answer is this phrase, or contains these words."""
    return says(Say(0, "", "", answer.note, "", 0.0), what)


def client(who: Librarian, at: PatronAt | str = "ask") -> Client:
    """The client of a librarian, who right-clicks a patron's alias or an address of ours."""
    return Client(who, at if isinstance(at, str) else at.alias)


__all__ = ["Client", "Kind", "address_of", "client", "note_is"]
