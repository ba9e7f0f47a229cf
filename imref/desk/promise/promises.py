"""Promises to patrons as they stand: whose, until when, kept or not, and when to look again."""

from typing import Final

from imref.desk.effects import Keep, Remove
from imref.desk.model import Moment, Patron, Session
from imref.desk.phrases import When
from imref.desk.records import FollowUp, Promise
from imref.desk.room import Room

FOLLOW_UP: Final = "follow-up"
"""What the agenda calls the next look at a promise; its key is the patron's number."""

DAY: Final = 86_400.0

GIVEN_UP: Final = 30 * DAY
"""Seconds after its time at which a promise that nobody has seen to counts as broken for good."""

REMINDED: Final = 1
TOLD_LATE: Final = 2
"""How often the owner of a promise has heard of it: once before its time, once after."""


def promise_to(room: Room, patron: Patron | None) -> FollowUp | None:
    """The open promise to a patron, if there is one; there is never more than one."""
    record = room.followups.get(patron.number) if patron else None
    return record if record is not None and record.state is Promise.OPEN else None


def just_kept(room: Room, patron: Patron) -> FollowUp | None:
    """The promise to a patron that was kept within the time to come back, if there is one."""
    record = room.followups.get(patron.number)
    if record is None or record.state not in (Promise.KEPT, Promise.LATE):
        return None
    return record if room.now - record.settled <= room.agreement.timings.comeback else None


def promises_of(room: Room, name: str) -> list[FollowUp]:
    """The open promises of a librarian, those due first first."""
    return sorted(
        (each for each in open_promises(room) if each.owner == name), key=lambda each: each.due
    )


def open_promises(room: Room) -> list[FollowUp]:
    """Every open promise."""
    return [each for each in room.followups.values() if each.state is Promise.OPEN]


def session_of(room: Room, record: FollowUp) -> Session:
    """The patron's last session; memory holds it for as long as the promise."""
    return room.sessions[record.session]


def due_in_words(room: Room, record: FollowUp) -> When:
    """By when it is promised, as the clock of the desk shows it."""
    return When(record.due, zone_of(room, session_of(room, record)))


def what_in_words(record: FollowUp) -> str:
    """What is promised, without a mark at its end: a sentence goes on after it."""
    return record.what.rstrip(" .?!")


def zone_of(room: Room, session: Session) -> str:
    """The name of the time zone of the desk that a session is at."""
    desk = room.desk_for(session.desk)
    return str(desk.hours.zone) if desk else "UTC"


def begin(room: Room, session: Session, owner: str, due: float, what: str) -> FollowUp:
    """A promise to the patron of a session, or the one there is, to be kept by ``due``.

    Who makes it closes the session and tells the patron.
    """
    patron = session.patron
    record = promise_to(room, patron)
    if record is None:
        former = room.followups.get(patron.number)
        if former is not None:
            former.forgotten = room.now  # It is over; the new one holds the link from now on.
            room.out.append(Keep(former))
        record = FollowUp(
            room.next_record(), session.number, patron.number, owner, what, room.now, due
        )
        room.file(record)
    record.session, record.owner, record.what = session.number, owner, what
    reset(room, record, due)
    room.turn(session, Moment.PROMISED, owner)
    return record


def reset(room: Room, record: FollowUp, due: float) -> None:
    """Begin the reminders anew for a promise whose time is ``due``."""
    record.due = due
    soon = due - room.now <= room.agreement.timings.promise_reminder
    record.told = REMINDED if soon else 0
    record.raised = 0.0
    room.out.append(Keep(record))
    enter_on_agenda(room, record)


def withdraw(room: Room, record: FollowUp) -> None:
    """A promise has not been one: somebody else is asked."""
    del room.followups[record.patron]
    room.agenda.strike(FOLLOW_UP, str(record.patron))
    room.out.append(Remove(record))


def settle(room: Room, record: FollowUp, state: Promise) -> None:
    """A promise is open no longer; after the time to come back its patron is forgotten."""
    session = session_of(room, record)
    record.state = state
    record.settled = room.now
    room.out.append(Keep(record))
    room.agenda.strike(FOLLOW_UP, str(record.patron))
    room.turn(session, Moment.RESOLVED, record.owner, state)
    if not session.open:
        room.wake(session, room.now + room.agreement.timings.comeback)


def settle_answered(room: Room, record: FollowUp) -> None:
    """A promise was answered, in time or late."""
    in_time = (record.answered or room.now) <= record.due
    settle(room, record, Promise.KEPT if in_time else Promise.LATE)


def enter_on_agenda(room: Room, record: FollowUp) -> None:
    """See to it that a promise is looked at when time alone changes something for it."""
    timings = room.agreement.timings
    if record.answered:
        moments = [max(record.due, record.answered + DAY)]
    else:
        # What the owner misses while they are away they are told when they come.
        reminders = (record.due - timings.promise_reminder, record.due)
        moments = [record.due + GIVEN_UP, *(each for each in reminders if each > room.now)]
        if not record.raised:
            moments.append(record.due + timings.promise_grace)
    room.agenda.enter(max(room.now, min(moments)), FOLLOW_UP, str(record.patron))


def move_to(room: Room, session: Session) -> None:
    """A patron with a promise has opened another session: the promise goes along."""
    record = room.followups.get(session.patron.number)
    if record is not None:
        record.session = session.number
        room.out.append(Keep(record))
