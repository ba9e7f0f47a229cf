"""Whom to offer a waiting question to, in what order: a choice, made from what is known now."""

from imref.desk.agreement import Desk, Strategy
from imref.desk.duty.order import Precedence, precedence_for
from imref.desk.duty.standing import Standing, but_for_engagement, limit, load, standing_at
from imref.desk.model import Session
from imref.desk.rehearsal.rehearsals import rehearsal_of
from imref.desk.room import Room

OFFERS_EACH = 2
"""An offer and one reminder: remind once, then widen; a beep that goes on is switched off."""

ASKED_AT_ONCE = 3
"""How many unanswered offers one person may have before us, over what their limit leaves."""


def open_tiers(room: Room, session: Session, desk: Desk) -> int:
    """How many tiers are open to a session: one more for each ``widen`` seconds of waiting.

    One more, too, while somebody at the desk asks for help (`swamped`).
    A tier in which nobody could take it, or all have declined, is passed at once: waiting for
    nobody helps nobody.
    """
    most = len(desk.tiers)
    if most == 1:
        return most  # as at most desks
    waited = max(0.0, room.now - session.since)
    called = anybody_is_swamped(room, desk)
    tiers = min(1 + called + int(waited // room.agreement.timings.widen), most)
    while tiers < most and not any(
        _could_take(room, session, name) for tier in desk.tiers[:tiers] for name in tier
    ):
        tiers += 1
    return tiers


def _could_take(room: Room, session: Session, name: str) -> bool:
    offer = session.offers.get(name) if session.offers else None
    at_desk = standing_at(room, name, session.desk)
    return at_desk is Standing.ON and not (offer and offer.declined)


def is_free_for(room: Room, session: Session, name: str) -> bool:
    """Whether a librarian is free for this question, by the desk's order of service.

    Where people are served as they come, somebody who is with a walk-in or on a call is asked
    when nobody else can take it.
    """
    at_desk = standing_at(room, name, session.desk)
    if at_desk is not Standing.ENGAGED or but_for_engagement(room, name) is not Standing.ON:
        return at_desk is Standing.ON
    equal = precedence_for(room, name, session.desk) is Precedence.EQUAL
    return equal and not another_can(room, session, name)


def is_swamped(room: Room, name: str) -> bool:
    """Whether somebody has asked for help lately: offers come to them last and one at a time."""
    return room.duties[name].swamped > room.now


def anybody_is_swamped(room: Room, desk: Desk) -> bool:
    """Whether anybody at a desk has asked for help lately."""
    duties, now = room.duties, room.now
    return max([duties[name].swamped for name in desk.staff], default=0.0) > now


def another_can(room: Room, session: Session, name: str, *, at_ease: bool = False) -> bool:
    """Whether somebody else at the desk is being asked, or could be (and is not swamped)."""
    desk = room.agreement.desks.get(session.desk)
    offers = session.offers or {}
    return any(
        _could_take(room, session, other)
        and not (at_ease and is_swamped(room, other))
        and (other not in offers or offers[other].live or offers[other].times < OFFERS_EACH)
        for other in (desk.staff if desk else ())
        if other not in (name, session.former)
    )


def may_be_offered(room: Room, session: Session, name: str) -> bool:
    """Whether this librarian can be shown this question now."""
    if not is_free_for(room, session, name) or room.paused.get(name, 0.0) > room.now:
        return False
    if name == session.former and room.now - session.since < room.agreement.timings.widen:
        return False
    if is_swamped(room, name) and (
        room.asked.get(name) or another_can(room, session, name, at_ease=True)
    ):
        return False
    offer = session.offers.get(name) if session.offers else None
    if offer is not None and (offer.live or offer.declined or offer.times >= OFFERS_EACH):
        return False
    member = room.agreement.member(name)
    asked = len(room.asked.get(name, ()))
    return member is not None and asked < limit(room, member) - load(room, name) + ASKED_AT_ONCE


def whom_to_ask(room: Room, session: Session) -> list[str]:
    """The librarians to offer ``session`` to now, by the strategy of its desk; often nobody."""
    desk = room.agreement.desks.get(session.desk)
    if desk is None or not room.link:
        return []
    if session.practice:
        return _whom_to_ask_in_practice(room, session, desk)
    offers = session.offers or {}
    if session.reserved and may_be_offered(room, session, session.reserved):
        return [session.reserved]
    if session.reserved and any(offer.live for offer in offers.values()):
        return []  # Kept for them; when they can no longer be asked, the desk is.
    if not desk.hours.is_open(room.now):
        return []  # What a colleague is handed by name goes on; nobody else is asked.
    one_at_a_time = desk.strategy is not Strategy.EVERYONE
    if one_at_a_time and any(offer.live for offer in offers.values()):
        return []
    tiers = desk.tiers[: open_tiers(room, session, desk)]
    able = [name for tier in tiers for name in tier if may_be_offered(room, session, name)]
    new = [name for name in able if name not in offers or not offers[name].times]
    if not one_at_a_time:
        unanswered = any(offer.live for offer in offers.values())
        return new or ([] if unanswered else able)
    return _best(room, desk, new or able)


def _whom_to_ask_in_practice(room: Room, session: Session, desk: Desk) -> list[str]:
    """Whoever asked for a rehearsal, also off duty and after hours; all on duty if it is theirs.

    The daily check is for those on duty who have no patron.
    """
    rehearsal = rehearsal_of(room, session)
    if rehearsal is None or any(offer.live for offer in (session.offers or {}).values()):
        return []
    asked = session.offers or {}
    able = [
        name
        for name in desk.staff
        if name != rehearsal.staff and rehearsal.for_all and may_be_offered(room, session, name)
    ]
    if rehearsal.canary is not None:
        return [name for name in able if not load(room, name)]
    mine = asked.get(rehearsal.staff)
    if mine is None or not (mine.declined or mine.times >= OFFERS_EACH):
        able.insert(0, rehearsal.staff)
    return able


def _best(room: Room, desk: Desk, able: list[str]) -> list[str]:
    """The one to ask next: the order of the list, or fewest sessions, then longest without."""
    if not able:
        return []
    if desk.strategy is Strategy.LEAST_LOADED:
        able = sorted(able, key=lambda name: _burden(room, name))
    return able[:1]


def _burden(room: Room, name: str) -> tuple[int, int, float]:
    asked = len(room.asked.get(name, ()))
    return load(room, name) + asked, asked, room.duties[name].last_claim
