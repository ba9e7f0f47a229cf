"""Stanza ids lately heard, so that a stanza sent twice is one message and keeps one id."""

from typing import Any

from imref.desk.effects import OWN_ID_PREFIX

IDS_HELD = 512
"""Stanza ids remembered in each direction, so that a repeated stanza is known."""

ID_LENGTH = 255
"""Characters of a stanza id that we pass on and remember; nobody needs more to be unique."""

Heard = dict[str, int | tuple[int, str]]
"""By the sender's id: the fingerprint of the words, and the id they went on under if another.

There is one for each direction of every open session, so it is kept small.
"""


def fingerprint(body: str, staff: str = "") -> int:
    """What tells apart two stanzas with one id: the words, and which librarian wrote them."""
    return hash((staff, body)) if staff else hash(body)


def is_repeat(heard: Heard | None, stanza_id: str, body: str, staff: str = "") -> bool:
    """Whether this very stanza came before. The same id with other words is a new message."""
    seen = heard.get(stanza_id) if heard and stanza_id else None
    if seen is None:
        return False
    mark = seen if isinstance(seen, int) else seen[0]
    return mark == fingerprint(body, staff)


def relayed_as(heard: Heard | None, stanza_id: str) -> str:
    """The id under which a sender's stanza went on; "" when it did not, or is not known."""
    seen = heard.get(stanza_id) if heard and stanza_id else None
    if seen is None:
        return ""
    return stanza_id if isinstance(seen, int) else seen[1]


def remember(heard: Heard, stanza_id: str, mark: int, relayed: str) -> None:
    """Note an id with the fingerprint of its words; ``relayed`` is "" for what stays here."""
    heard[stanza_id] = mark if relayed == stanza_id else (mark, relayed)
    forget_older(heard)


def forget_older(by_id: dict[str, Any]) -> None:
    """Let the older half go when more than ``IDS_HELD`` are held; in halves, so that it is rare."""
    if len(by_id) > IDS_HELD:
        for key in list(by_id)[: len(by_id) // 2]:
            del by_id[key]


def free_id(origin: str, heard: Heard, number: int) -> str:
    """The sender's own id where it is free; else one that nothing else can have.

    An id may have come before with other words (a client that counts from 1 at every start),
    look like the desk's own, or like one that was made here.
    """
    if origin and origin not in heard and "~" not in origin:
        if not origin.startswith(OWN_ID_PREFIX):
            return origin
        origin = origin.removeprefix(OWN_ID_PREFIX)
    return f"{origin or 'm'}~{number}"
