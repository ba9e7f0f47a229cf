"""A partner library's part in a session: whether one covers, and what we say to it."""

import re

from imref.desk.agreement import Desk, Partner
from imref.desk.duty.standing import desk_is_staffed
from imref.desk.model import ALIAS_PREFIX, Moment, Outcome, Session, SessionState
from imref.desk.phrases import Text
from imref.desk.room import Room

PRESENCE_SETTLES = 10.0
"""Seconds after the link is up in which staff's presence may still be on its way."""

FAREWELL = "bye"
"""What ends a conversation with a partner: another imref understands it, and so does a person."""

_AN_ALIAS = re.compile(rf"{re.escape(ALIAS_PREFIX)}\d+")


def covering(room: Room, session: Session) -> Partner | None:
    """The partner whom this question could go to now: the first whose hours cover it.

    None while we can answer ourselves, in a rehearsal, and for what another library sent to us:
    a question is passed on once, so two imrefs that are each other's partners make no loop.
    """
    desk = room.agreement.desks.get(session.desk)
    if desk is None or session.practice or can_answer(room, desk):
        return None
    if sent_to_us(room, session.patron.address):
        return None
    return next((each for each in desk.partners if each.when.is_open(room.now)), None)


def can_answer(room: Room, desk: Desk) -> bool:
    """Whether the desk is open and somebody is on duty there, or that is not known yet."""
    if not desk.hours.is_open(room.now):
        return False
    return desk_is_staffed(room, desk.name) or not presence_is_known(room)


def presence_is_known(room: Room) -> bool:
    """Whether the link has been up for long enough that staff are known to be there or not."""
    return room.link and room.now - room.linked_at >= PRESENCE_SETTLES


def covered_until(room: Room, desk: Desk, partner: Partner) -> float | None:
    """When the partner no longer covers: their hours end, or ours begin; None: not in sight."""
    ends = [partner.when.closes(room.now)]
    if not desk.hours.is_open(room.now):
        ends.append(desk.hours.opens(room.now))
    return min((end for end in ends if end is not None), default=None)


def sent_to_us(room: Room, address: str) -> bool:
    """Whether a patron is another library's: an alias of an imref, or at home with a partner."""
    local, _, domain = address.partition("@")
    partners = (each for desk in room.agreement.desks.values() for each in desk.partners)
    at_home = any(each.address.partition("@")[2] == domain for each in partners)
    return at_home or _AN_ALIAS.fullmatch(local) is not None


def tell_partner(room: Room, session: Session, text: Text) -> None:
    """Say something to the partner who has a session, from the patron's alias."""
    room.say(session.patron.alias, session.partner, text, session)


def take_leave(room: Room, session: Session, text: Text = "") -> None:
    """End the conversation with the partner who has a session, with a sentence if one is due."""
    if text:
        tell_partner(room, session, text)
    tell_partner(room, session, FAREWELL)


def conclude(room: Room, session: Session) -> None:
    """A session ends while a partner has it: they are told, and it has its outcome."""
    take_leave(room, session)
    if not session.outcome:
        session.outcome = Outcome.ANSWERED if session.owner_spoke else Outcome.LOST


def bring_home(room: Room, session: Session, text: Text = "", *, reached: bool = True) -> None:
    """Put a session back in line here, whether a partner had it or was about to have it.

    ``text`` is for the partner; ``reached`` is false when nothing reaches them any more.
    """
    if session.state is SessionState.ABROAD:
        if reached:
            take_leave(room, session, text)
        room.turn(session, Moment.CAME_HOME, session.partner)
    elif session.desk in room.kept:
        room.kept[session.desk].remove(session)
    session.partner = ""
    session.to_staff = None
    session.state = SessionState.WAITING
    session.since = room.now
    session.reassure_at = room.now + room.agreement.timings.reassure
    session.reassurances = 0
    room.enqueue(session)
