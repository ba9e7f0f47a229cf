"""The life of a session: opened, claimed, released, transferred, closed, and taken up again."""

from collections.abc import Callable

from imref.desk import phrases
from imref.desk.colleagues.guests import dismiss, heir
from imref.desk.duty.order import with_order
from imref.desk.duty.standing import desk_has_time, desk_is_staffed, limit, load
from imref.desk.duty.swamped import took_one
from imref.desk.effects import KeepDuty, KeepPatron, KeepSession
from imref.desk.model import Ending, Moment, Outcome, Patron, Session, SessionState
from imref.desk.night.keeping import is_closed, take_out
from imref.desk.night.nights import keep
from imref.desk.partner.abroad import bring_home, conclude
from imref.desk.patron.introduction import channel_of
from imref.desk.patron.rating import looking_back
from imref.desk.phrases import Text, Words
from imref.desk.promise.mailing import mail_unreached
from imref.desk.promise.promises import move_to, promise_to
from imref.desk.rehearsal.rehearsals import curtain, is_made_up, make_way
from imref.desk.room import Room
from imref.desk.session.offering import (
    advance,
    look_for_work,
    make_offer,
    tell_earlier,
    withdraw_all,
    withdraw_from,
)
from imref.desk.session.outcomes import seen_outcome
from imref.desk.session.recount import LINES_RETOLD, chunks, untold
from imref.desk.session.routing import may_be_offered
from imref.desk.talk.choices import concluding
from imref.desk.talk.repeats import carry_over

PLACES_TOLD = 5
"""How many at the head of the line are told when they move up; further back it is only noise."""


def open_session(room: Room, address: str, desk: str, language: str = "") -> Session:
    """Begin a session for the patron at ``address``; a patron new to this desk gets an alias.

    ``language`` is what a new patron reads ("": the library's own).
    """
    serving = room.desk_for(desk)  # whoever has a promise may still write to one that is gone
    patron = room.patron(address, desk)
    desk = serving.name if serving else desk  # one string for all, not one from each stanza
    if patron is None:
        patron = Patron(room.next_patron, address, desk, language=language)
        room.next_patron += 1
        room.remember(patron)
        room.out.append(KeepPatron(patron))
    last = patron.session
    session = Session(room.next_session, patron, desk, opened=room.now, since=room.now)
    room.next_session += 1
    session.reassure_at = room.now + room.agreement.timings.reassure
    session.practice = is_made_up(room, address)
    session.channel = channel_of(room, address)
    if last is not None:
        session.earlier = tuple(last.lines[-LINES_RETOLD // 2 :])
        carry_over(last, session)
        session.to_patron = last.to_patron
        session.unreached, last.unreached = last.unreached, None
    patron.session = session
    room.sessions[session.number] = session
    move_to(room, session)
    room.enqueue(session)
    room.turn(session, Moment.OPENED)
    return session


def welcome(room: Room, session: Session) -> None:
    """Tell the patron at once that the question is here, and ask the librarians."""
    if is_closed(room, session.desk) and not session.practice:
        keep(room, session)
        return
    if desk_has_time(room, session.desk):
        phrase = phrases.RECEIVED
    elif desk_is_staffed(room, session.desk):
        phrase = phrases.RECEIVED_BUSY
    else:
        phrase = phrases.RECEIVED_NOBODY
    words = phrase(desk=room.desk_title(session.desk), place=place_words(room, session))
    room.tell_patron(session, with_order(room, session, words, engaged_only=True))
    advance(room, session)


def place_words(room: Room, session: Session) -> Words:
    """The patron's place in line as a sentence; remembers that they were told."""
    place = room.place(session)
    session.place_told = place
    return phrases.PLACE_NEXT() if place <= 1 else phrases.PLACE(place=place)


def claim(room: Room, session: Session, name: str) -> None:
    """Give a waiting session to ``name``, who has room for it; tell everybody whom it concerns."""
    news = untold(session, name)
    if session.partner:
        bring_home(room, session, phrases.PARTNER_TAKEN_BACK())
    tell_earlier(room, session, name)
    _leave_queue(room, session)
    withdraw_all(room, session, phrases.TAKEN_BY(name=room.colleague(name)), spare=(name,))
    _assign(room, session, name)
    for piece in chunks(room, news):
        room.tell_staff(session, name, phrases.SO_FAR(lines=piece))
    room.tell_patron(session, phrases.JOINED(name=room.screen_name(name)))
    if room.left.get(session.patron.number):
        room.tell_staff(session, name, phrases.PATRON_IS_AWAY())
    room.turn(session, Moment.CLAIMED, name)


def _assign(room: Room, session: Session, name: str) -> None:
    session.state = SessionState.ACTIVE
    session.owner = name
    session.since = room.now
    session.former, session.passed, session.why = "", False, ""
    session.earlier = ()
    session.owner_gone = 0.0 if room.presence.get(name) else room.now
    session.owner_spoke = 0.0
    session.reminded = 0.0
    if not session.practice:
        make_way(room, name)
    room.held.setdefault(name, {})[session.number] = session
    duty = room.duties[name]
    duty.last_claim = room.now
    room.out.append(KeepDuty(duty))
    if not session.practice:
        took_one(room, name)
    room.wake(session, room.now + room.agreement.timings.silent_owner)
    if session.owner_gone:
        room.wake(session, room.now + room.agreement.timings.grace)
    member = room.agreement.member(name)
    if member is not None and load(room, name) >= limit(room, member):
        withdraw_from(room, name)


def _leave_queue(room: Room, session: Session) -> None:
    if session.state is SessionState.HELD:
        take_out(room, session)
        return
    line = room.lines[session.desk]
    line.remove(session)
    for place, behind in enumerate(line.first(PLACES_TOLD), 1):
        if behind.place_told > place:
            room.tell_patron(behind, place_words(room, behind))


def release(room: Room, session: Session, to_patron: Text, to_owner: Text, why: str) -> None:
    """Take a session from its owner and offer it again with its history; both are told.

    A guest who is free for it is asked before everybody else.
    """
    owner, guest = session.owner, heir(room, session)
    unassign(room, session, spare=guest)
    room.tell_patron(session, to_patron)
    room.tell_staff(session, owner, to_owner)
    room.turn(session, Moment.RELEASED, owner, why)
    if guest and may_be_offered(room, session, guest):
        session.reserved = guest
        make_offer(room, session, guest)
    advance(room, session)
    look_for_work(room, owner)


def unassign(room: Room, session: Session, spare: str = "") -> None:
    """Put a session back among the waiting of its desk; whose it was is its ``former``.

    The places of guests end with it, without a word to the one who is asked next (``spare``).
    """
    over = phrases.GUEST_PLACE_ENDS(name=room.colleague(session.owner))
    dismiss(room, session, over, spare)
    room.held.get(session.owner, {}).pop(session.number, None)
    session.former, session.owner = session.owner, ""
    session.passed, session.why = False, ""
    session.state = SessionState.WAITING
    session.since = room.now
    session.reassure_at = room.now + room.agreement.timings.reassure
    session.reassurances = 0
    session.owner_gone = 0.0
    session.offers = None
    session.shown = None
    session.to_staff = None
    room.enqueue(session)


def transfer_to_desk(room: Room, session: Session, desk: str, why: str) -> None:
    """Pass a session on to another desk: its staff are offered it with the whole story."""
    former = session.owner
    unassign(room, session)
    room.lines[session.desk].remove(session)
    session.desk = desk
    room.enqueue(session)
    _passed(room, session, why)
    passed = phrases.PASSED_TO_DESK(name=room.screen_name(former), desk=room.desk_title(desk))
    room.tell_patron(session, passed)
    advance(room, session)
    look_for_work(room, former)


def transfer_to_colleague(room: Room, session: Session, name: str, why: str) -> None:
    """Pass a session on to one colleague, for whom it is kept until the offer runs out."""
    former = session.owner
    unassign(room, session, spare=name)
    _passed(room, session, why)
    session.reserved = name
    passed = phrases.PASSED_TO_PERSON(
        name=room.screen_name(former), colleague=room.screen_name(name)
    )
    room.tell_patron(session, passed)
    make_offer(room, session, name)
    advance(room, session)
    look_for_work(room, former)


def _passed(room: Room, session: Session, why: str) -> None:
    session.passed, session.why = True, why
    room.turn(session, Moment.TRANSFERRED, session.former, why)


def close(
    room: Room,
    session: Session,
    ended_by: Ending,
    to_patron: Callable[..., Words] | None = None,
) -> None:
    """End a session; for a while it can be taken up again, then memory lets it go.

    ``to_patron`` makes the last words, of the owner's ``name``. The outcome is what was said
    before, or else what is seen to have happened.
    """
    owner = session.owner
    if session.state in (SessionState.WAITING, SessionState.HELD):
        _leave_queue(room, session)
        withdraw_all(room, session, phrases.PATRON_WITHDREW())
        session.partner = ""
    elif session.state is SessionState.ABROAD:
        conclude(room, session)
    dismiss(room, session, phrases.GUEST_OVER())
    room.held.get(owner, {}).pop(session.number, None)
    session.state = SessionState.CLOSED
    session.closed = room.now
    session.ended_by = ended_by
    if to_patron is not None:
        last_words = to_patron(name=room.screen_name(owner) if owner else "")
        text, reads = looking_back(room, session, last_words, ended_by), session.patron.language
        over = concluding(room.agreement.wording, text, reads)
        room.tell_patron(session, text, over)
    if session.practice:
        session.outcome = Outcome.PRACTICE
        curtain(room, session)
    elif not session.outcome:
        promised = promise_to(room, session.patron) is not None
        session.outcome = Outcome.FOLLOW_UP if promised else seen_outcome(session)
    room.turn(session, Moment.CLOSED, owner or session.partner, ended_by)
    room.wake(session, room.now + room.agreement.timings.comeback)
    mail_unreached(room, session)
    if owner:
        look_for_work(room, owner, afresh=True)


def take_up_again(room: Room, session: Session, name: str) -> None:
    """Open a closed session again with ``name``, who has room for it."""
    for piece in chunks(room, untold(session, name) if session.owner != name else ()):
        room.tell_staff(session, name, phrases.SO_FAR(lines=piece))
    session.closed = 0.0
    session.ended_by = session.partner = ""
    session.outcome, session.read = "", 0
    room.house(session)
    session.patron.session = session
    room.sessions[session.number] = session
    _assign(room, session, name)
    room.turn(session, Moment.RETURNED, name)
    room.out.append(KeepSession(session))
