"""Kept questions are dealt to those on duty: oldest first, one at a time each, never in a burst."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.duty.hours import DUTY, look_at_duty
from imref.desk.duty.standing import Standing, limit, load, standing_at
from imref.desk.effects import Keep, KeepSession
from imref.desk.model import (
    Ending,
    Moment,
    Offer,
    Outcome,
    Session,
    SessionState,
    Speaker,
)
from imref.desk.night.keeping import DEAL, LOOKED_AFTER, look_after, take_out
from imref.desk.night.nights import tell_first
from imref.desk.occasions import when_due
from imref.desk.phrases import When, Words
from imref.desk.promise.promises import begin, due_in_words, open_promises, promise_to, withdraw
from imref.desk.records import FollowUp
from imref.desk.room import NEVER, Hand, Room
from imref.desk.session.offering import advance, make_offer, withdraw_all
from imref.desk.session.routing import is_swamped
from imref.desk.session.sessions import close

A_WORKING_DAY = 8 * 3600.0
"""Seconds until a promise is due at a desk that never closes."""


@when_due(DEAL)
def deal(room: Room, key: str) -> None:
    """Give out what can be given out now of a desk's kept questions, and set the next look."""
    desk, kept = room.agreement.desks.get(key), room.kept.get(key)
    if desk is None or not kept:
        return
    if not desk.hours.is_open(room.now):
        opens = desk.hours.opens(room.now)
        if opens is not None:
            room.agenda.enter(opens, DEAL, key)
        return
    _let_duties_begin(room, desk)
    if not room.link or not _on_duty(room, desk, desk.staff):
        return  # Whoever comes calls for it (offering.look_for_work).
    free = {name for name in desk.staff if _has_time(room, desk, name)}
    owed = Counter(each.owner for each in open_promises(room) if not each.answered)
    for session in kept:
        if not free:
            break  # Looked at once for all: there may be ten thousand, and nobody to take one.
        if session.place_told and not session.reserved and not session.partner:
            name = _whom(room, desk, session, free, owed)
            if name:
                _hand_to(room, session, name)
                free.discard(name)
    room.agenda.enter(room.now + room.agreement.timings.deal, DEAL, key)


def _let_duties_begin(room: Room, desk: Desk) -> None:
    """Have all begin whose duty begins at this very moment: a shift is dealt to as a whole."""
    for name in desk.staff:
        begins = room.agenda.when(DUTY, name)
        if begins is not None and begins <= room.now:
            look_at_duty(room, name)


def _whom(room: Room, desk: Desk, session: Session, free: Set[str], owed: Mapping[str, int]) -> str:
    """Who is given this question, or "": of the first tier that is there, who has least to do.

    ``owed`` counts the answers that each has promised; of equals it is who was dealt none longest.
    The next tier is asked only when the whole first has declined.
    """

    def burden(name: str) -> tuple[int, float]:
        return load(room, name) + owed.get(name, 0), _hand(room, name).last

    for tier in desk.tiers:
        willing = [name for name in _on_duty(room, desk, tier) if not _declined(session, name)]
        able = [name for name in willing if name in free]
        if able:
            return min(able, key=burden)
        if willing:
            return ""
    return ""


def _on_duty(room: Room, desk: Desk, names: Iterable[str]) -> list[str]:
    here = (Standing.ON, Standing.FULL)
    return [name for name in names if standing_at(room, name, desk.name) in here]


def _declined(session: Session, name: str) -> bool:
    offer = session.offers.get(name) if session.offers else None
    return offer is not None and offer.declined


def _hand(room: Room, name: str) -> Hand:
    return room.hands.setdefault(name, Hand())


def _has_time(room: Room, desk: Desk, name: str) -> bool:
    """Whether somebody can be given one more: within their limit, and done with the last one."""
    member = room.agreement.member(name)
    if member is None or standing_at(room, name, desk.name) is not Standing.ON:
        return False
    if is_swamped(room, name) or room.paused.get(name, NEVER) > room.now:
        return False
    if load(room, name) + len(room.asked.get(name, ())) >= limit(room, member):
        return False
    hand = _hand(room, name)
    rested = not hand.session or room.now - hand.last >= room.agreement.timings.deal
    return rested and not _still_has(room, name, hand)


def _still_has(room: Room, name: str, hand: Hand) -> bool:
    """Whether what somebody was dealt last is theirs still, without an answer."""
    session = room.sessions.get(hand.session)
    if session is None:
        return False
    match session.state:
        case SessionState.HELD:
            return session.reserved == name
        case SessionState.WAITING:
            return session.number in room.asked.get(name, ())
        case SessionState.ACTIVE:
            return session.owner == name and not session.owner_spoke
        case SessionState.CLOSED:
            return _is_yet_to_do(promise_to(room, session.patron), room.now, name, hand)
        case SessionState.ABROAD:
            return False


def _is_yet_to_do(promise: FollowUp | None, now: float, name: str, hand: Hand) -> bool:
    """Whether a promise is as it was dealt: theirs, not answered, not moved, and in time.

    One that is late holds back nobody else's question: it is its owner's still, supervisors hear
    of it, and where there is one librarian the others would be kept for as long as it is.
    """
    if promise is None or promise.owner != name or promise.session != hand.session:
        return False
    return not promise.answered and promise.due == hand.due > now


def _hand_to(room: Room, session: Session, name: str) -> None:
    """Show a kept question to one librarian, and ask its patron for a sign of life."""
    hand = _hand(room, name)
    hand.session, hand.last, hand.due = session.number, room.now, 0.0
    session.reserved = name
    session.since = room.now
    make_offer(room, session, name)
    room.turn(session, Moment.DEALT, name)
    question = phrases.snippet(_question(session))
    words = phrases.DEALT_LOOKED_AT(name=room.screen_name(name), question=question)
    room.tell_patron(session, words)
    room.wake(session, room.now + room.agreement.timings.there)


def dealt_to(room: Room, session: Session) -> str:
    """To whom this question was dealt last, as far as memory knows; "" when to nobody."""
    return next((name for name, hand in room.hands.items() if hand.session == session.number), "")


def _question(session: Session) -> str:
    return next((one.body for one in session.lines if one.speaker is Speaker.PATRON), "")


# Whether the patron is there.


def is_there(room: Room, session: Session) -> None:
    """A receipt, a chat state or a word proves that the patron is there: it is a session now.

    Nothing, for a question that was not dealt.
    """
    name = session.reserved
    offer = session.offers.get(name) if session.offers else None
    if session.state is not SessionState.HELD or offer is None or not offer.live:
        return
    take_out(room, session)
    session.state = SessionState.WAITING
    session.since = room.now
    session.reassurances = 0
    room.enqueue(session)
    session.place_told = room.place(session)
    offer.expires = room.now + room.agreement.timings.offer
    session.reassure_at = offer.expires + room.agreement.timings.reassure
    room.tell_staff(session, name, phrases.DEALT_THERE())
    room.out.append(KeepSession(session))
    advance(room, session)


def is_not_there(room: Room, session: Session) -> None:
    """What was dealt becomes a promise of whom it was dealt to, due by closing time.

    Somebody to whom an answer is promised already has one promise still: the question joins it.
    """
    name = session.reserved
    if (before := promise_to(room, session.patron)) is not None:
        _join(room, session, before)
        return
    desk = room.agreement.desks[session.desk]
    due = desk.hours.closes(room.now) or room.now + A_WORKING_DAY
    when = When(due, str(desk.hours.zone))
    _hand(room, name).due = due
    begin(room, session, name, due, phrases.snippet(_question(session), 200))
    withdraw_all(room, session, "", spare=(*(session.offers or ()), *(session.shown or ())))
    room.tell_staff(session, name, phrases.DEALT_ABSENT(when=when))
    session.owner = name
    session.outcome = Outcome.FOLLOW_UP

    def promised(name: str) -> Words:
        return phrases.DEALT_PROMISE(name=name, when=when)

    close(room, session, Ending.DEALT, promised)


def _join(room: Room, session: Session, promise: FollowUp) -> None:
    """Add a kept question to what its patron was promised before; all concerned are told."""
    dealt_to, question = session.reserved, _question(session)
    promise.what = f"{promise.what}; {phrases.snippet(question)}"
    room.out.append(Keep(promise))
    shown = (*(session.offers or ()), *(session.shown or ()))
    withdraw_all(room, session, "", spare=shown)
    when = due_in_words(room, promise)
    words = phrases.DEALT_JOINS(
        name=room.colleague(promise.owner), when=when, question=phrases.snippet(question)
    )
    for name in dict.fromkeys((dealt_to, promise.owner)):
        room.tell_staff(session, name, words)
    session.owner = promise.owner
    session.outcome = Outcome.FOLLOW_UP

    def promised(name: str) -> Words:
        return phrases.PROMISED_STILL(name=name, when=when)

    close(room, session, Ending.JOINED, promised)


def give_back(room: Room, session: Session, name: str) -> bool:
    """Take a no of the one whose promise a dealt question has become: it goes to the next.

    False when it is none.
    """
    promise = promise_to(room, session.patron)
    dealt = session.state is SessionState.CLOSED and session.ended_by == Ending.DEALT
    if promise is None or promise.owner != name or not dealt:
        return False
    withdraw(room, promise)
    session.state = SessionState.HELD
    session.owner = session.outcome = session.ended_by = ""
    session.closed = 0.0
    room.house(session)
    session.offers = {name: Offer(room.now, live=False, declined=True)}
    room.put_by(session)
    session.place_told = room.place(session)
    room.turn(session, Moment.DECLINED, name)
    look_after(room, session)
    return True


def review_kept(room: Room, session: Session) -> None:
    """Look at a kept question whose deadline has come."""
    timings = room.agreement.timings
    if session.place_told == 0:
        tell_first(room, session)
    if session.reserved:
        offer = session.offers.get(session.reserved) if session.offers else None
        if offer is None or not offer.live:
            session.reserved = ""  # After a restart, or a lost link: it is dealt again.
        elif room.now >= session.since + timings.there:
            is_not_there(room, session)
            return
        else:
            room.wake(session, session.since + timings.there)
    _ask_anew(room, session)
    look_after(room, session)


def _ask_anew(room: Room, session: Session) -> None:
    """Let a no of an hour ago count no longer, or what all have declined would be nobody's."""
    for offer in (session.offers or {}).values():
        if offer.declined and room.now >= offer.expires + LOOKED_AFTER:
            offer.declined = False
