"""Partners: another library answers when we cannot, and the patron knows who it is beforehand."""

from imref.desk import phrases
from imref.desk.agreement import Partner
from imref.desk.events import Said
from imref.desk.model import (
    Ending,
    Message,
    Moment,
    Session,
    SessionState,
    Speaker,
)
from imref.desk.partner.abroad import (
    PRESENCE_SETTLES,
    bring_home,
    can_answer,
    covered_until,
    covering,
    presence_is_known,
    tell_partner,
)
from imref.desk.phrases import Phrase, Text, When, Words
from imref.desk.room import Room
from imref.desk.session.recount import unanswered_since
from imref.desk.session.sessions import close, welcome
from imref.desk.talk.conversation import relay_to_partner

# Before a question leaves the house.


def propose(room: Room, session: Session) -> bool:
    """Tell the patron of a new question who would answer, if a partner covers; False if none.

    The question is kept here until the pause is over, or the patron says yes or no.
    """
    partner = covering(room, session)
    if partner is None:
        return False
    room.lines[session.desk].remove(session)
    session.state = SessionState.HELD
    session.partner = partner.address
    room.put_by(session)
    room.tell_patron(session, _offer(room, session, partner))
    room.turn(session, Moment.PROPOSED, partner.address)
    room.wake(session, _departs(room, session))
    return True


def is_proposed(session: Session) -> bool:
    """Whether the patron was told of a partner, and the question has not gone there yet."""
    return session.state is SessionState.HELD and bool(session.partner)


def _offer(room: Room, session: Session, partner: Partner) -> Words:
    desk = room.agreement.desks[session.desk]
    pause = phrases.age(room.agreement.timings.partner_pause)
    until = covered_until(room, desk, partner)
    if until is None:
        return phrases.PARTNER_OFFER_ALWAYS(desk=desk.title, partner=partner.title, pause=pause)
    return phrases.PARTNER_OFFER(
        desk=desk.title,
        until=When(until, str(desk.hours.zone)),
        partner=partner.title,
        pause=pause,
    )


def _departs(room: Room, session: Session) -> float:
    return session.since + room.agreement.timings.partner_pause


def take_answer(room: Room, session: Session, word: str | None) -> bool:
    """Do what the patron says of the proposal; False when they say something else.

    What they take back is taken back also when the partner has it already; but once somebody there
    has written to them, it may be the answer to a question.
    """
    waits = session.state is SessionState.ABROAD and not session.owner_spoke
    match word:
        case "cancel" if is_proposed(session) or waits:
            close(room, session, Ending.PATRON, phrases.CLOSED_BY_PATRON)
        case _ if not is_proposed(session):
            return False
        case "yes":
            session.since = room.now - room.agreement.timings.partner_pause
            review_proposed(room, session)
        case "no" | "keep":
            room.turn(session, Moment.REFUSED, session.partner)
            bring_home(room, session)
            welcome(room, session)
        case _:
            return False
    return True


def review_proposed(room: Room, session: Session) -> None:
    """Let a question leave when its pause is over, if the partner is still needed, and covers."""
    desk = room.agreement.desks.get(session.desk)
    ours = desk is not None and desk.hours.is_open(room.now)
    departs = _departs(room, session)
    if not room.link:
        departs = max(departs, room.now + PRESENCE_SETTLES)
    elif ours and not presence_is_known(room):
        departs = max(departs, room.linked_at + PRESENCE_SETTLES)
    if departs > room.now:
        room.wake(session, departs)
        return
    partner = covering(room, session)
    if partner is not None and partner.address == session.partner:
        _depart(room, session)
        return
    bring_home(room, session)
    if desk is not None and can_answer(room, desk):
        room.tell_patron(session, phrases.PARTNER_NOT_NEEDED())
    welcome(room, session)


def _depart(room: Room, session: Session) -> None:
    """Send a question to the partner, with all that the patron has said of it."""
    room.kept[session.desk].remove(session)
    session.state = SessionState.ABROAD
    session.since = room.now
    room.turn(session, Moment.SENT_ON, session.partner)
    for message in session.lines:
        if message.speaker is Speaker.PATRON and not message.retracted:
            relay_to_partner(room, session, message, _said(message))
    address = f"{session.patron.desk}@{room.agreement.domain}"
    title = room.desk_title(session.patron.desk)
    tell_partner(room, session, phrases.PARTNER_NOTE(desk=title, address=address))
    title = room.agreement.partner_title(session.partner)
    room.tell_patron(session, phrases.PARTNER_HAS_IT(partner=title))
    await_partner(room, session)


def _said(message: Message) -> Said:
    """What a patron said some moments ago, with the time at which they said it."""
    return Said("", "", "", message.origin or message.id, message.body, sent=message.at)


# While the partner has it.


def await_partner(room: Room, session: Session) -> None:
    """See to it that somebody's silence is noticed, the partner's or the patron's."""
    room.wake(session, _silent_until(room, session))


def review_abroad(room: Room, session: Session) -> None:
    """Take a question back that the partner leaves unanswered; end a conversation that is over.

    The patron is told nothing at the end: the partner may have asked them whether there is more.
    """
    if not room.link or _silent_until(room, session) > room.now:
        room.wake(session, max(_silent_until(room, session), room.now + PRESENCE_SETTLES))
    elif _waits(session):
        come_home(room, session, phrases.PARTNER_SILENT, phrases.PARTNER_KEPT_HERE())
    else:
        close(room, session, Ending.IDLE)


def _waits(session: Session) -> bool:
    return session.patron_spoke > session.owner_spoke or not session.owner_spoke


def _silent_until(room: Room, session: Session) -> float:
    """When the silence has lasted too long; while there is no link nobody can break it."""
    timings = room.agreement.timings
    since = unanswered_since(session) if _waits(session) else session.owner_spoke
    patience = timings.partner_patience if _waits(session) else timings.close_idle
    return max(since, session.since, room.linked_at) + patience


def come_home(
    room: Room, session: Session, why: Phrase, to_partner: Text = "", *, reached: bool = True
) -> None:
    """Take a question back from the partner: the patron learns why, and it is served as ours."""
    title = room.agreement.partner_title(session.partner)
    bring_home(room, session, to_partner, reached=reached)
    room.tell_patron(session, why(partner=title))
    welcome(room, session)


# After the end.


def may_go_on(room: Room, last: Session) -> bool:
    """Whether a patron who writes again after the close is with the same partner still."""
    partner = covering(room, last) if last.partner else None
    soon = room.now - last.closed <= room.agreement.timings.comeback
    return soon and partner is not None and partner.address == last.partner


def go_on(room: Room, session: Session) -> None:
    """Open a closed session again, with the partner who had it."""
    session.state = SessionState.ABROAD
    session.since = room.now
    room.house(session)
    session.closed, session.ended_by, session.outcome = 0.0, "", ""
    session.to_staff = None
    room.turn(session, Moment.RETURNED, session.partner)
    await_partner(room, session)
