"""The order of service: whether messages wait for somebody at the desk or on the phone."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.effects import KeepSession
from imref.desk.model import Session
from imref.desk.phrases import Lines, Phrase, Text
from imref.desk.records import Engagement
from imref.desk.room import Room


class Channel(StrEnum):
    """The ways in which people come to a librarian. Messages are what imref brings itself."""

    WALK_IN = "walk_in"
    PHONE = "phone"
    IM = "im"


ENGAGING: Final = (Channel.WALK_IN, Channel.PHONE)
"""What keeps a librarian from messages."""


class Precedence(StrEnum):
    """How messages stand at a desk while a librarian is engaged.

    They go ``FIRST``: offers go on. They are ``EQUAL`` (first come, first served): an offer is
    made if nobody else can take it. They go ``LAST``: no offers.
    """

    FIRST = "first"
    EQUAL = "equal"
    LAST = "last"


def precedence(desk: Desk, kind: str) -> Precedence:
    """How messages stand against a kind of engagement; what the order does not name is equal."""
    if kind not in desk.order or Channel.IM not in desk.order:
        return Precedence.EQUAL
    messages_first = desk.order.index(Channel.IM) < desk.order.index(kind)
    return Precedence.FIRST if messages_first else Precedence.LAST


def precedence_for(room: Room, name: str, desk_name: str) -> Precedence:
    """How the messages of a desk stand with a librarian now: first, unless they are engaged."""
    engagement = room.engagements.get(name)
    desk = room.agreement.desks.get(desk_name)
    if engagement is None or desk is None:
        return Precedence.FIRST
    return precedence(desk, engagement.kind)


def precedence_by_desk(room: Room, name: str, kind: str) -> dict[str, Precedence]:
    """How messages stand against a kind of engagement, at each desk that a librarian serves."""
    return {desk.name: precedence(desk, kind) for desk in room.desks_of(name)}


def is_held_back(room: Room, name: str, desk_name: str = "") -> bool:
    """Whether an engagement keeps a librarian from the messages of a desk, or ("") of any."""
    engagement = room.engagements.get(name)
    if engagement is None:
        return False
    if desk_name:
        return precedence_for(room, name, desk_name) is not Precedence.FIRST
    by_desk = precedence_by_desk(room, name, engagement.kind)
    return any(each is not Precedence.FIRST for each in by_desk.values())


def engaged_at(room: Room, desk_name: str) -> Iterator[Engagement]:
    """The engagements of a desk's staff who are online, for what the desk shows of itself."""
    desk = room.agreement.desks.get(desk_name)
    for name in desk.staff if desk else ():
        engagement = room.engagements.get(name)
        if engagement is not None and room.presence.get(name):
            yield engagement


ENGAGED_WITH: Final[Mapping[str, Phrase]] = {
    Channel.WALK_IN: phrases.WITH_WALK_IN,
    Channel.PHONE: phrases.WITH_PHONE,
}
"""What colleagues read of an engagement, by its kind."""

_FIRST: Final = {
    Channel.WALK_IN: phrases.FIRST_WALK_IN,
    Channel.PHONE: phrases.FIRST_PHONE,
    Channel.IM: phrases.FIRST_IM,
}
_THEN: Final = {
    Channel.WALK_IN: phrases.THEN_WALK_IN,
    Channel.PHONE: phrases.THEN_PHONE,
    Channel.IM: phrases.THEN_IM,
}


def order_words(desk: Desk) -> Text:
    """A desk's order of service as the library says it, or a sentence made from it."""
    if desk.order_text:
        return desk.order_text
    match [Channel(each) for each in desk.order]:
        case [first, second]:
            return phrases.ORDER_TWO(first=_FIRST[first](), second=_THEN[second]())
        case [first, second, third]:
            parts = {"second": _THEN[second](), "third": _THEN[third]()}
            return phrases.ORDER_THREE(first=_FIRST[first](), **parts)
        case _:
            return phrases.ORDER_FIRST_COME()


def with_order(room: Room, session: Session, words: Text, *, engaged_only: bool) -> Text:
    """The words, and below them the order of service, unless this patron was told already.

    It is worth a word when somebody who could answer is engaged, or (not ``engaged_only``) where
    the library has one to tell.
    """
    desk = room.agreement.desks.get(session.desk)
    if desk is None or session.order_told:
        return words
    stated = bool(desk.order or desk.order_text) and not engaged_only
    if not stated and next(engaged_at(room, desk.name), None) is None:
        return words
    session.order_told = True
    room.out.append(KeepSession(session))
    return Lines((words, order_words(desk)))
