"""Letting go: a closed session leaves memory, and with some of them the patron's address."""

from typing import Final

from imref.desk.effects import ForgetPatron, Keep
from imref.desk.model import Moment, Session
from imref.desk.promise.mailing import can_mail, owes_mail
from imref.desk.promise.promises import DAY, GIVEN_UP, promise_to
from imref.desk.room import Room

SENT_BY_THEN: Final = 60.0
"""Seconds after the link is back in which what was owed has been sent."""


def let_go(room: Room, session: Session) -> None:
    """Let a closed session go once its patron can be expected no more.

    While an answer is promised or a mail is under way it stays. Somebody who had a promise, or
    gave a mail address, is forgotten for good: nothing links the conversation to them any more.
    """
    last = session.patron.session is session
    if last and (promise_to(room, session.patron) is not None or owes_mail(room, session)):
        room.wake(session, room.now + DAY)
        return
    end = _end(room, session)
    if end > room.now:
        room.wake(session, end)
        return
    if last and _must_be_forgotten(room, session) and _is_owed_words(room, session):
        room.wake(session, room.now + room.agreement.timings.comeback)
        return
    if last:
        _forget_address(room, session)
    room.mailed.pop(session.number, None)
    room.forget(session)
    if last:
        session.patron.session = None  # Each holds the other, and nobody else does: no garbage.


def _must_be_forgotten(room: Room, session: Session) -> bool:
    """Whether their address goes for good: it had a promise, or a mail address beside it."""
    return session.patron.number in room.followups or bool(session.patron.email)


def _is_owed_words(room: Room, session: Session) -> bool:
    """Whether words are still on their way: the link is lost, or an answer waits for their return.

    What nobody has come back for thirty days after the end is let go.
    """
    if not room.link or room.now - room.linked_at < SENT_BY_THEN:
        return True
    waits = bool(session.unreached) and not can_mail(room, session)
    return waits and room.now < _end(room, session) + GIVEN_UP


def _end(room: Room, session: Session) -> float:
    """When nobody comes back any more (Unix seconds)."""
    record = room.followups.get(session.patron.number)
    over = max(session.closed, record.settled) if record is not None else session.closed
    return over + room.agreement.timings.comeback


def _forget_address(room: Room, session: Session) -> None:
    patron = session.patron
    record = room.followups.pop(patron.number, None)
    if record is not None:
        record.forgotten = room.now
        room.out.append(Keep(record))
    if record is not None or patron.email:
        room.turn(session, Moment.FORGOTTEN)
        room.out.append(ForgetPatron(patron.number))
