"""Letting go: a closed session leaves memory, and with some of them the patron's address."""

from imref.desk.effects import ForgetPatron, Keep
from imref.desk.mailing import owes_mail
from imref.desk.model import Moment, Session
from imref.desk.promises import DAY, promise_to
from imref.desk.room import Room


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
    if last:
        _forget_address(room, session)
    room.mailed.pop(session.number, None)
    room.forget(session)


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
