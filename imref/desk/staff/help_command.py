"""!help: the commands by what a librarian wants to do, and more of one of them."""

from collections.abc import Mapping
from typing import Final

from imref.desk import phrases
from imref.desk.commands import (
    STAFF,
    Audience,
    Command,
    StaffCall,
    commands_for,
    nearest,
    staff_command,
)
from imref.desk.phrases import Lines, Phrase, Words
from imref.desk.room import Room
from imref.desk.staff.calls import answer

TOPICS: Final[Mapping[Phrase, tuple[str, ...]]] = {
    phrases.HELP_QUESTIONS: ("queue", "take", "decline", "transfer", "note", "close"),
    phrases.HELP_DUTY: ("on", "off", "limit", "desk", "status", "mine", "dashboard"),
    phrases.HELP_BUSY: ("walkin", "phone", "back", "swamped", "tally"),
    phrases.HELP_COLLEAGUES: ("who", "ask", "re", "invite", "leave"),
    phrases.HELP_LATER: ("followup", "followups", "done", "postpone", "hand", "drop"),
    phrases.HELP_READY: ("say", "send", "canned"),
    phrases.HELP_MORE: ("hours", "practice", "block", "unblock", "blocks"),
}
"""Every command but this one, under what it is good for: forty lines would be read by nobody."""

EVERYTHING: Final = "all"


@staff_command("help", "h", usage="!help [COMMAND|all]", about="the commands, or more of one")
def _help(room: Room, call: StaffCall) -> None:
    wanted = call.argument.lower().lstrip("!/")
    if wanted == EVERYTHING:
        answer(room, call, Lines(tuple(map(_line, commands_for(Audience.STAFF)))))
    elif not wanted:
        answer(room, call, _overview())
    elif wanted in STAFF:
        answer(room, call, _line(STAFF[wanted][0]))
    else:
        close = nearest(wanted)
        answer(room, call, _line(close) if close else _overview())


def _line(command: Command) -> Words:
    return phrases.STAFF_HELP_LINE(usage=command.usage, help=command.about())


def _overview() -> Lines:
    topics = (
        topic(commands=" ".join(f"!{name}" for name in names)) for topic, names in TOPICS.items()
    )
    return Lines((phrases.HELP_FIRST(), *topics, phrases.HELP_LAST()))
