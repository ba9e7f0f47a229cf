"""Commands of patrons that take words: "email pat@home.example", "sooner, I leave at noon"."""

from typing import Final

from imref.desk.model import Patron, SessionState
from imref.desk.promise.mailaddress import is_mail_address
from imref.desk.promise.promises import promise_to
from imref.desk.room import Room

ASKED_FOR: Final = 600.0
"""Seconds in which the next message counts as the mail address that was asked for."""

AROUND_IT: Final = 4
"""Words that a mail address comes in ("my email is …"); more words are meant for somebody."""


def with_words(room: Room, patron: Patron | None, body: str) -> tuple[str, str] | None:
    """The command with words after it that a patron's message is, and those words; or None.

    "email pat@home.example" is one, "email me the map" is a message for a librarian. "sooner, I
    leave at noon" is one while an answer is promised. An address alone is one, just after we asked.
    """
    if patron is not None and patron.asked_email:
        recent = room.now - patron.asked_email <= ASKED_FOR
        patron.asked_email = 0.0
        if recent and (address := _only_address(body)):
            return "email", address
    if "@" not in body and not _waits(room, patron):
        return None  # as nearly every message: none of what follows can be
    first, _, rest = body.strip().partition(" ")
    rest = rest.strip()
    match room.agreement.wording.understand(first.rstrip(":,.")):
        case ("email" | "transcript") as name if "@" in rest and len(rest.split()) == 1:
            return name, _bare(rest)
        case "sooner" if rest and _waits(room, patron):
            return "sooner", rest
    return None


def _waits(room: Room, patron: Patron | None) -> bool:
    here = patron.session if patron else None
    closed = here is not None and here.state is SessionState.CLOSED
    return closed and promise_to(room, patron) is not None


def _only_address(body: str) -> str:
    """The one mail address in a message that says nothing else; "" when there is none or more."""
    words = body.split()
    found = {bare for word in words if is_mail_address(bare := _bare(word))}
    alone = len(words) <= AROUND_IT and "?" not in body
    return found.pop() if len(found) == 1 and alone else ""


def _bare(word: str) -> str:
    return word.removeprefix("mailto:").strip("<>()[].,;:!?\"'“”")
