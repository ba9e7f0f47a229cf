"""The desk explained: its commands and its sentences, as pages made from the registries."""

from collections.abc import Iterable

from imref.desk import repertoire
from imref.desk.commands import Audience, Command, commands_for
from imref.desk.form.filling import capital
from imref.desk.form.forms import all_forms
from imref.desk.phrases import Phrase, in_order

__all__ = ["commands", "phrases", "repertoire"]  # Importing these registers the commands.

COMMANDS_HEAD = """\
# Commands

A librarian's command begins with `!`, in the window of a patron or of a desk; `/` is understood
too, where a client lets it through. A command that is not understood is answered with the nearest
one, and none ever reaches a patron. In a patron's window it is about that patron; a number in
square brackets may name another one.
"""
FORMS_HEAD = """\
## As forms

A client that knows ad-hoc commands (XEP-0050: Gajim, Psi, poezio, Movim …) shows these to
librarians, and to them alone, in the menu of a patron, of a desk or of the component: those that
make sense there at that moment. They do what the command does, say what it says, and say it on the
form instead of in the window. A date or a number that is not understood comes back with the form as
it was filled in. A form that is handed in twice is done once, and one that is open outlives a lost
connection and a restart, for six hours.
"""
PATRONS_HEAD = """\
## For patrons

Each is a whole message to the desk, with or without a `!`. Everything else goes to a librarian.
"""
PHRASES_HEAD = """\
# Phrases

Every sentence that imref says by itself, with who reads it and when. Words in braces are filled
in as it is said; `{word_bye}` and its like are what a patron writes for that command, in the
language of the sentence. [languages.md](languages.md) tells how a library puts its own words in
place of these, and how they are translated.
"""


def commands() -> str:
    """The text of ``docs/commands.md``: a table for staff and one for patrons."""
    parts = [
        COMMANDS_HEAD,
        _table(commands_for(Audience.STAFF)),
        FORMS_HEAD,
        _forms(),
        PATRONS_HEAD,
        _table(commands_for(Audience.PATRON)),
    ]
    return "\n".join(parts)


def phrases() -> str:
    """The text of ``docs/phrases.md``: a row a sentence."""
    lines = [PHRASES_HEAD, "| key | what it says | who reads it, and when |", "|---|---|---|"]
    lines += [
        f"| `{phrase.key}` | {_said(phrase)} | {_cell(phrase.about)} |" for phrase in in_order()
    ]
    return "\n".join(lines) + "\n"


def _said(phrase: Phrase) -> str:
    several = f"<br>*several:* {_cell(phrase.plural)}" if phrase.plural else ""
    return _cell(phrase.text) + several


def _table(chosen: Iterable[Command]) -> str:
    lines = ["| command | what it does | also |", "|---|---|---|"]
    for command in chosen:
        also = ", ".join(f"`{word}`" for word in command.words[1:])
        lines.append(f"| `{_cell(command.usage)}` | {_cell(command.about.text)} | {also} |")
    return "\n".join(lines) + "\n"


def _forms() -> str:
    lines = ["| in the menu | stands for | where |", "|---|---|---|"]
    for form in all_forms().values():
        commands = ", ".join(f"`!{name}`" for name in form.covers)
        title = capital(_cell(form.title.text))
        lines.append(f"| {title} | {commands} | {_cell(form.sense.__doc__ or '')} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.strip().replace("|", "\\|").replace("\n", "<br>")
