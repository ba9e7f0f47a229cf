"""The forms beside the registry of commands: what each asks for, where it makes sense.

A command needs no form of its own to have one: without, it is done at once, or takes its words in
one field. What a form asks for is made anew each time, for whoever holds it and at that moment.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imref.desk.commands import STAFF, Audience, Command, StaffCall, commands_for
from imref.desk.form.sheets import Kind
from imref.desk.model import ALIAS_PREFIX
from imref.desk.phrases import Phrase, Text
from imref.desk.room import Room
from imref.desk.staff.help_command import TOPICS

TEXT_ONLY: Final = frozenset({"help"})
"""Commands without a form: a client that shows forms lists the commands by itself."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose in a field."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``value`` is what stands in it at first."""

    name: str
    label: Text
    kind: Kind = Kind.TEXT
    value: Text = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    hint: Text = ""


Values = Mapping[str, str]
"""What was filled in, by field, in the order of the fields; several values stand on lines."""

Page = Callable[[Room, StaffCall, Values], Sequence[Field]]
Sense = Callable[[Room, StaffCall], bool]
"""Whether a form is offered; its docstring says where, in docs/commands.md."""

FormRule = Callable[[Room, StaffCall, Values], None]


@dataclass(frozen=True, slots=True)
class Form:
    """One form: ``node`` is its name in the protocol, ``covers`` are the commands it stands for.

    ``pages`` are what it asks for, one after another: none is done at once, and a later one knows
    what was filled in before. ``sense`` is whether it is offered to this person at this address
    now. ``heading`` is a title of its own.
    """

    node: str
    covers: tuple[str, ...]
    rule: FormRule
    pages: tuple[Page, ...]
    sense: Sense
    heading: Phrase | None = None

    @property
    def title(self) -> Phrase:
        """What people read: what the help says of the first command, where nothing else."""
        return self.heading or STAFF[self.covers[0]][0].about


_OWN: dict[str, Form] = {}


def form(
    *covers: str,
    pages: Iterable[Page] = (),
    sense: Sense,
    node: str = "",
    title: Phrase | None = None,
) -> Callable[[FormRule], FormRule]:
    """Register a rule as the form of these commands."""

    def register(rule: FormRule) -> FormRule:
        name = node or covers[0]
        _OWN[name] = Form(name, covers, rule, tuple(pages), sense, title)
        return rule

    return register


def plain_form(command: str, *pages: Page, sense: Sense, title: Phrase | None = None) -> None:
    """Register the form of a command whose values, one after another, are the words after it."""
    form(command, pages=pages, sense=sense, title=title)(_as_words(command))


def _as_words(command: str) -> FormRule:
    def rule(room: Room, call: StaffCall, values: Values) -> None:
        as_text(command, room, call, values.values())

    return rule


def as_text(command: str, room: Room, call: StaffCall, words: Iterable[str]) -> None:
    """Give a command with these words after it."""
    STAFF[command][1](room, replace(call, argument=" ".join(filter(None, words))))


def everywhere(_room: Room, _call: StaffCall) -> bool:
    """At a desk, at the component and with a patron."""
    return True


def at_the_desk(_room: Room, call: StaffCall) -> bool:
    """At a desk and at the component."""
    return not call.window.startswith(ALIAS_PREFIX)


def all_forms() -> dict[str, Form]:
    """Every form by node, in the order of the help; a command that has none of its own gets one."""
    covered = {name for each in _OWN.values() for name in each.covers} | TEXT_ONLY
    missing = [each for each in commands_for(Audience.STAFF) if each.name not in covered]
    found = [*_OWN.values(), *map(_made_up, missing)]
    return {each.node: each for each in sorted(found, key=_place)}


def _made_up(command: Command) -> Form:
    """The form of a command that nobody wrote one for."""
    pages = (_words_after(command),) if " " in command.usage else ()
    return Form(command.name, (command.name,), _as_words(command.name), pages, everywhere)


def _words_after(command: Command) -> Page:
    words = command.usage.partition(" ")[2]

    def page(_room: Room, _call: StaffCall, _values: Values) -> list[Field]:
        return [Field("words", command.usage, required=not words.startswith("["))]

    return page


_ORDER: Final = {name: place for place, name in enumerate(sum(TOPICS.values(), ()))}


def _place(each: Form) -> tuple[int, str]:
    return _ORDER.get(each.covers[0], len(_ORDER)), each.node
