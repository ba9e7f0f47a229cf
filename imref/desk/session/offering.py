"""Offers: shown, run out, declined, withdrawn, and made again."""

from collections.abc import Iterable

from imref.desk import phrases
from imref.desk.duty.standing import ON_DUTY, Standing, desk_is_staffed, limit, load, standing
from imref.desk.model import Moment, Offer, Session, SessionState, Speaker
from imref.desk.night.keeping import call_for_dealing, is_closed
from imref.desk.night.nights import keep
from imref.desk.phrases import Text, Words
from imref.desk.rehearsal.rehearsals import rehearsal_of
from imref.desk.room import Room
from imref.desk.roster.names import name_of
from imref.desk.session.recount import chunks, mark_shown, untold, waiting_since
from imref.desk.session.routing import (
    OFFERS_EACH,
    anybody_is_swamped,
    is_free_for,
    may_be_offered,
    open_tiers,
    whom_to_ask,
)


def advance(room: Room, session: Session) -> None:
    """Offer a waiting session to whoever is next, and set its next deadline."""
    if session.state is SessionState.HELD:
        call_for_dealing(room, session.desk)
    if session.state is not SessionState.WAITING:
        return
    if _must_be_kept(room, session):
        withdraw_all(room, session, phrases.KEPT_NOW())
        keep(room, session)
        return
    for name in whom_to_ask(room, session):
        make_offer(room, session, name)
    room.wake(session, _next_look(room, session))


def _must_be_kept(room: Room, session: Session) -> bool:
    """Whether the desk is closed for this one: not for a rehearsal, nor for a running transfer.

    Whoever it was passed on to may answer after closing time, too.
    """
    if session.practice or not is_closed(room, session.desk):
        return False
    offer = session.offers.get(session.reserved) if session.offers else None
    return offer is None or not offer.live


def _next_look(room: Room, session: Session) -> float:
    """When something changes for a waiting session by time alone."""
    timings = room.agreement.timings
    moments = [offer.expires for offer in (session.offers or {}).values() if offer.live]
    desk = room.agreement.desks.get(session.desk)
    if desk is not None and (open_tiers(room, session, desk) < len(desk.tiers) or session.former):
        waited = room.now - session.since
        moments.append(session.since + (1 + int(waited // timings.widen)) * timings.widen)
    if desk is not None and anybody_is_swamped(room, desk):
        moments.append(room.now + timings.offer)  # They are asked once nobody else can be.
    alone = session.since + timings.hold
    if alone > room.now and not desk_is_staffed(room, session.desk):
        moments.append(alone)
    pauses = [until for until in room.paused.values() if until > room.now]
    return max(room.now + 0.001, min([session.reassure_at, *moments, *pauses]))


def make_offer(room: Room, session: Session, name: str) -> None:
    """Show a waiting session to one librarian, with every line they have not seen."""
    if session.offers is None:
        session.offers = {}
    expires = room.now + room.agreement.timings.offer
    offer = session.offers.get(name)
    first = offer is None
    if offer is None:
        session.offers[name] = Offer(expires)
        tell_earlier(room, session, name)
    else:
        offer.times, offer.expires, offer.live = offer.times + 1, expires, True
    if not session.practice:
        room.asked.setdefault(name, set()).add(session.number)
    news = untold(session, name)
    pieces = chunks(room, news or session.lines[-1:])
    lines: Text = pieces[0] if pieces else ""
    if session.patron.name:
        lines = phrases.ASKS(name=name_of(session.patron), lines=lines)
    room.tell_staff(session, name, _shown(room, session, lines, first=first))
    for piece in pieces[1:]:
        room.tell_staff(session, name, piece)
    mark_shown(session, name)
    room.turn(session, Moment.OFFERED, name)


def _shown(room: Room, session: Session, lines: Text, *, first: bool) -> Words:
    """The words of an offer, with the patron's own below; a rehearsal's says that it is one."""
    offer = _offer_words(room, session, lines, first=first)
    if not session.practice:
        return offer
    rehearsal = rehearsal_of(room, session)
    checks = rehearsal is not None and rehearsal.canary is not None
    return (phrases.CANARY_OFFER if checks else phrases.PRACTICE_OFFER)(offer=offer)


def _offer_words(room: Room, session: Session, lines: Text, *, first: bool) -> Words:
    desk = room.desk_title(session.desk)
    age = phrases.age(room.now - waiting_since(session))
    if session.state is SessionState.HELD:
        return phrases.DEALT(desk=desk, age=age, lines=lines)
    if not first:
        return phrases.OFFER_AGAIN(desk=desk, age=age, lines=lines)
    if not session.passed:
        return phrases.OFFER(desk=desk, age=age, lines=lines)
    why = phrases.WHY(why=session.why) if session.why else ""
    former = room.colleague(session.former)
    return phrases.OFFER_PASSED(desk=desk, from_name=former, why=why, age=age, lines=lines)


def tell_earlier(room: Room, session: Session, name: str) -> None:
    """Show the last lines of this patron's session before to a librarian who did not have it."""
    had_it = next(
        (line.staff for line in reversed(session.earlier) if line.speaker is Speaker.STAFF), ""
    )
    if session.earlier and name != had_it and name not in (session.shown or {}):
        for piece in chunks(room, session.earlier):
            room.tell_staff(session, name, phrases.EARLIER(lines=piece))


def expire(room: Room, session: Session) -> list[str]:
    """End the offers whose time is up, and return whose they were.

    A transfer kept for one person opens to everybody.
    """
    over = [
        name
        for name, offer in (session.offers or {}).items()
        if offer.live and offer.expires <= room.now
    ]
    for name in over:
        if session.offers:
            _end(room, session, name, session.offers[name])
        room.turn(session, Moment.EXPIRED, name)
        _open_to_all(room, session, name)
    return over


def decline(room: Room, session: Session, name: str) -> bool:
    """Take a librarian's no: this one is not offered to them again, others not for a while."""
    offer = session.offers.get(name) if session.offers else None
    if not session.open or session.owner or offer is None or offer.declined:
        return False
    _end(room, session, name, offer)
    offer.declined = True
    room.paused[name] = room.now + room.agreement.timings.decline_pause
    room.turn(session, Moment.DECLINED, name)
    _open_to_all(room, session, name)
    advance(room, session)
    return True


def _end(room: Room, session: Session, name: str, offer: Offer) -> None:
    offer.live = False
    room.asked.get(name, set()).discard(session.number)


def _open_to_all(room: Room, session: Session, name: str) -> None:
    if session.reserved == name:
        session.reserved = ""
        if session.former:
            text = phrases.NOT_PICKED_UP(
                name=room.colleague(name), desk=room.desk_title(session.desk)
            )
            room.tell_staff(session, session.former, text)


def withdraw_all(room: Room, session: Session, text: Text, spare: Iterable[str] = ()) -> None:
    """End every offer of a session and tell all who were shown it, but those in ``spare``."""
    for name, offer in (session.offers or {}).items():
        _end(room, session, name, offer)
    for name in sorted({*(session.offers or {}), *(session.shown or {})} - set(spare)):
        room.tell_staff(session, name, text)
    session.offers = None
    session.shown = None
    session.reserved = ""


def withdraw_from(room: Room, name: str, *, desk: str = "", keep_reserved: bool = False) -> None:
    """End every live offer (of one ``desk``) to somebody who cannot take them now.

    The questions go on. ``keep_reserved`` when it is not their doing (the link is lost): what a
    colleague passed on to them is still theirs to take.
    """
    asked = room.asked.pop(name, set())
    if desk:
        room.asked[name] = {number for number in asked if room.sessions[number].desk != desk}
        asked -= room.asked[name]
    for number in sorted(asked):
        session = room.sessions.get(number)
        if session is not None and session.offers and name in session.offers:
            session.offers[name].live = False
            if not keep_reserved:
                _open_to_all(room, session, name)
            advance(room, session)


def withdraw_held_back(room: Room, name: str) -> None:
    """End the live offers that the order of service keeps from somebody who is engaged."""
    for number in sorted(room.asked.get(name, ())):
        session = room.sessions[number]
        if session.offers and not is_free_for(room, session, name):
            _end(room, session, name, session.offers[name])
            _open_to_all(room, session, name)
            advance(room, session)


def look_for_work(room: Room, name: str, *, afresh: bool = False) -> None:
    """Offer what is waiting to somebody who has become free, up to what their limit leaves.

    ``afresh`` brings back what they were asked before and could not see to then.
    """
    member = room.agreement.member(name)
    if member is None or standing(room, name) not in (Standing.ON, Standing.ENGAGED):
        return
    for desk in room.kept:
        if desk in room.agreement.desks and name in room.agreement.desks[desk].staff:
            call_for_dealing(room, desk)
    room_left = limit(room, member) - load(room, name)
    for session in room.waiting_for(name):
        if len(room.asked.get(name, ())) >= room_left:
            break
        if afresh:
            _renew(session, name)
        if may_be_offered(room, session, name):
            advance(room, session)


def show_waiting(room: Room, name: str) -> None:
    """Show somebody who comes on duty what is waiting: offers first, then the rest in a line."""
    member = room.agreement.member(name)
    if standing(room, name) not in ON_DUTY:
        return
    look_for_work(room, name, afresh=True)
    waiting = list(room.waiting_for(name))
    rest = [session for session in waiting if session.number not in room.asked.get(name, ())]
    if member is not None and rest:
        oldest = min(waiting_since(session) for session in rest)
        room.tell_member(
            member, phrases.ARRIVED(count=len(rest), age=phrases.age(room.now - oldest))
        )


def remind_all(session: Session) -> None:
    """Let everybody be asked once more, also who declined: the patron is told we still look.

    For the head of the line only, or reminders of the first would crowd out the others' first
    offers.
    """
    offers = (session.offers or {}).values()
    if not any(offer.live for offer in offers):
        for offer in offers:
            offer.declined = False
            offer.times = min(offer.times, OFFERS_EACH - 1)


def _renew(session: Session, name: str) -> None:
    """Let an offer that ran out be made anew to somebody who has just become free."""
    offer = session.offers.get(name) if session.offers else None
    if offer is not None and not offer.live and not offer.declined:
        offer.times = 0
