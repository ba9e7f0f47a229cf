"""The daily check: a question of our own takes the whole way, and supervisors hear when it cannot.

It is a rehearsal that nobody asked for: its words go to the server and come back as a patron's do.
Real patrons come first, always: it is shown to those on duty who have none, and where that is
nobody, or the desk is closed, imref answers it itself.

A check that fails because the way is broken is made again soon; one that nobody answered only on
the next day, since asking people every quarter of an hour would keep them from their work.
"""

from datetime import timedelta
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import DailyCheck, Desk
from imref.desk.calendar.wallclock import date_at, moment
from imref.desk.duty.standing import Standing, desk_is_staffed, load, standing_at
from imref.desk.effects import OWN_ID_PREFIX, Keep, Remove
from imref.desk.events import Said
from imref.desk.model import Ending, Rehearsal, Session
from imref.desk.occasions import when_due
from imref.desk.records import Canary
from imref.desk.rehearsal.canary_news import PEOPLE, Failure, alarm, all_clear
from imref.desk.rehearsal.rehearsals import leave, next_local, rehearsal_of, session_of
from imref.desk.room import Room
from imref.desk.session.sessions import close

DAILY: Final = "canary"
"""The occasion of the daily hour; its key is the desk's name, as in the two below."""

AGAIN: Final = "canary_again"
"""The occasion to make a check that is owed: one that failed, was cut off, or was missed."""

OVER: Final = "canary_over"
"""The occasion at which an answer should have come."""

PAUSE: Final = 900.0
"""Seconds after a failure until the next try."""

CALM: Final = 60.0
"""Seconds after the link is up until a check that is owed: first everybody has to be there."""


def last_of(room: Room, desk: str, but: int = 0) -> Canary | None:
    """The last check of a desk that came to its end, a good one or not, ``but`` that number."""
    checks = room.canaries.values()
    found = [one for one in checks if one.desk == desk and one.over and one.number != but]
    return max(found, key=lambda each: each.number, default=None)


def expect(room: Room) -> None:
    """Enter when the next check comes: at a start, and under a new agreement."""
    check = room.agreement.canary
    for desk in room.agreement.desks.values():
        if check is not None and check.desk == desk.name:
            room.agenda.enter(daily_hour(check, desk, room.now, 1), DAILY, desk.name)
        else:
            room.agenda.strike(DAILY, desk.name)
            room.agenda.strike(AGAIN, desk.name)


def link_up(room: Room) -> None:
    """See to it that a check which is owed is made soon."""
    found = _agreed(room)
    if found is not None and _is_owed(room, *found):
        room.agenda.enter(room.now + CALM, AGAIN, found[1].name)


def _agreed(room: Room) -> tuple[DailyCheck, Desk] | None:
    check = room.agreement.canary
    desk = room.agreement.desks.get(check.desk) if check else None
    return (check, desk) if check and desk else None


def daily_hour(check: DailyCheck, desk: Desk, now: float, ahead: int) -> float:
    """The first daily hour after ``now`` (``ahead`` is 1), or the last one before (0)."""
    zone = desk.hours.zone
    today = date_at(zone, now)
    hours = (moment(zone, today + timedelta(days=days), check.at) for days in (-1, 0, 1))
    if ahead:
        return min(hour for hour in hours if hour > now)
    return max(hour for hour in hours if hour <= now)


def _is_owed(room: Room, check: DailyCheck, desk: Desk) -> bool:
    """Whether a check was cut off, or the last was missed or has failed for want of a way."""
    if any(not each.over and each.desk == desk.name for each in room.canaries.values()):
        return _under_way(room, desk.name) is None
    last = last_of(room, desk.name)
    if last is None:
        return False
    missed = last.asked < daily_hour(check, desk, room.now, 0)
    return missed or bool(last.failed and last.failed not in PEOPLE)


def _under_way(room: Room, desk: str) -> Rehearsal | None:
    """The rehearsal that is the check of a desk, while it goes on."""
    running = room.rehearsals.values()
    return next((each for each in running if each.canary and each.desk == desk), None)


@when_due(DAILY)
def _the_hour(room: Room, name: str) -> None:
    found = _agreed(room)
    if found is None or found[1].name != name:
        return
    check, desk = found
    room.agenda.enter(daily_hour(check, desk, room.now, 1), DAILY, name)
    if _under_way(room, name) is not None:
        return
    if room.link:
        _ask(room, check, desk)
    else:
        canary = Canary(room.next_record(), name, room.now)
        room.file(canary)
        _end(room, canary, Failure.NO_LINK)


@when_due(AGAIN)
def _once_more(room: Room, name: str) -> None:
    """Make a check that is owed; without a link it is made when that is back."""
    found = _agreed(room)
    if found is not None and found[1].name == name and room.link and _is_owed(room, *found):
        _ask(room, *found)


def _ask(room: Room, check: DailyCheck, desk: Desk) -> None:
    """Send the question to the desk's public address, as anybody would."""
    for canary in [one for one in room.canaries.values() if one.desk == desk.name]:
        if not canary.over:  # It was under way when imref stopped, which is no failure.
            del room.canaries[canary.number]
            room.out.append(Remove(canary))
    canary = Canary(room.next_record(), desk.name, room.now)
    room.file(canary)
    room.out.append(Keep(canary))
    local = next_local(room)
    by_staff = check.by_staff and _may_ask_staff(room, desk)
    room.rehearsals[local] = Rehearsal(local, "", desk.name, [], by_staff, canary=canary)
    room.agenda.strike(AGAIN, desk.name)
    room.agenda.enter(room.now + check.within, OVER, desk.name)
    room.say(local, f"{desk.name}@{room.agreement.domain}", phrases.CANARY_QUESTION())


def _may_ask_staff(room: Room, desk: Desk) -> bool:
    """Whether the desk is open and nobody real is kept waiting by it.

    Where nobody is on duty they are asked all the same, in vain: that is what is to be found out.
    """
    if not desk.hours.is_open(room.now) or room.lines.get(desk.name):
        return False
    return not desk_is_staffed(room, desk.name) or any(
        standing_at(room, name, desk.name) is Standing.ON and not load(room, name)
        for name in desk.staff
    )


# The steps of the way, in order.


def has_arrived(room: Room, rehearsal: Rehearsal) -> None:
    """A made-up patron's words have come back from the server, and the desk has taken them."""
    canary = rehearsal.canary
    if canary is not None and not canary.kept and session_of(room, rehearsal) is not None:
        canary.kept = room.now
        room.out.append(Keep(canary))


def was_heard(room: Room, session: Session) -> None:
    """A librarian's client has acknowledged something of a rehearsal: it may be the check."""
    rehearsal = rehearsal_of(room, session)
    if rehearsal is not None and rehearsal.canary is not None:
        _hears(room, rehearsal.canary)


def words_came_back(room: Room, rehearsal: Rehearsal, said: Said) -> None:
    """Words of the desk have reached the made-up patron: the answer, or some before it."""
    if rehearsal.canary is None:
        return
    if said.id == rehearsal.awaits or not said.id.startswith(OWN_ID_PREFIX):
        _is_well(room, rehearsal, rehearsal.canary)
    elif not rehearsal.for_all and not rehearsal.awaits:
        _hears(room, rehearsal.canary)
        _answer(room, rehearsal)


def make_way(room: Room, rehearsal: Rehearsal) -> None:
    """Whoever has the check has taken a real question: imref answers the check itself."""
    rehearsal.for_all = False
    _answer(room, rehearsal)
    session = session_of(room, rehearsal)
    if session is not None:
        room.tell_staff(session, session.owner, phrases.CANARY_TAKEN_OFF())


def _hears(room: Room, canary: Canary) -> None:
    if not canary.heard:
        canary.heard = room.now
        room.out.append(Keep(canary))


def _answer(room: Room, rehearsal: Rehearsal) -> None:
    """Answer in the desk's name; the check is well once these very words have come back."""
    session = session_of(room, rehearsal)
    if session is not None:
        rehearsal.awaits = f"{OWN_ID_PREFIX}{room.next_say}"
        room.tell_patron(session, phrases.CANARY_ANSWER())


def _is_well(room: Room, rehearsal: Rehearsal, canary: Canary) -> None:
    session = session_of(room, rehearsal)
    canary.answered = room.now
    canary.heard = canary.heard or room.now
    owner = session.owner if session and rehearsal.for_all else ""
    age = phrases.age(room.now - canary.asked)
    if session is not None and owner:
        room.tell_staff(session, owner, phrases.CANARY_THANKS(age=age))
    _send_home(room, rehearsal)
    _end(room, canary)


@when_due(OVER)
def _too_late(room: Room, name: str) -> None:
    """The answer should have come by now. Its conversation may be over, without one.

    Whom real patrons have kept from answering has not failed.
    """
    rehearsal = _under_way(room, name)
    found = _agreed(room)
    if rehearsal and rehearsal.for_all and found and not _may_ask_staff(room, found[1]):
        make_way(room, rehearsal)
        room.agenda.enter(room.now + found[0].within, OVER, name)
        return
    for canary in [one for one in room.canaries.values() if one.desk == name and not one.over]:
        failure = _why(room, canary, rehearsal)
        if rehearsal is not None:
            session = session_of(room, rehearsal)
            if session is not None:
                room.tell_staff(session, session.owner, phrases.CANARY_ENDED())
            _send_home(room, rehearsal)
        _end(room, canary, failure)


def _why(room: Room, canary: Canary, rehearsal: Rehearsal | None) -> Failure:
    """The first step of the way that was not taken."""
    if not room.link or room.linked_at > canary.asked:
        return Failure.NO_LINK
    if not canary.kept:
        return Failure.NOT_KEPT
    by_staff = rehearsal is None or rehearsal.for_all
    if not by_staff:
        return Failure.NOT_HEARD
    session = session_of(room, rehearsal) if rehearsal else None
    shown = session is None or session.owner or session.shown
    return Failure.NOT_ANSWERED if shown else Failure.NOBODY


def _send_home(room: Room, rehearsal: Rehearsal) -> None:
    """The made-up patron leaves without a word."""
    session = session_of(room, rehearsal)
    leave(room, rehearsal)
    if session is not None and session.open:
        close(room, session, Ending.PATRON)


# What becomes of it.


def _end(room: Room, canary: Canary, failure: Failure | None = None) -> None:
    """Keep how a check ended, and tell the supervisors what is new about it."""
    before = last_of(room, canary.desk, but=canary.number)
    canary.failed = failure or ""
    room.agenda.strike(OVER, canary.desk)
    room.out.append(Keep(canary))
    if before is not None:
        before.done = True
        room.out.append(Keep(before))
        del room.canaries[before.number]
    if failure is not None and failure not in PEOPLE:
        room.agenda.enter(room.now + PAUSE, AGAIN, canary.desk)
    failed_before = before is not None and before.failed
    if failure is not None and not failed_before:
        alarm(room, canary, failure)
    elif failure is None and failed_before:
        all_clear(room, canary)
