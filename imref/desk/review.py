"""What time alone brings about: offers run out, patrons are reassured, silence is answered."""

from imref.desk import phrases
from imref.desk.duty import desk_is_staffed, is_present
from imref.desk.model import Session, SessionState
from imref.desk.offering import advance, expire
from imref.desk.room import Room
from imref.desk.sessions import close, place_words, release


def review(room: Room, session: Session) -> None:
    """Look at one session whose deadline has come, do what is due, and set the next deadline."""
    match session.state:
        case SessionState.WAITING:
            expire(room, session)
            _reassure(room, session)
            advance(room, session)
        case SessionState.ACTIVE:
            _review_active(room, session)
        case SessionState.CLOSED:
            _let_go(room, session)


def _let_go(room: Room, session: Session) -> None:
    end = session.closed + room.agreement.timings.comeback
    if end <= room.now:
        room.forget(session)
    else:
        room.wake(session, end)


def _reassure(room: Room, session: Session) -> None:
    if room.now < session.reassure_at:
        return
    # Each waits twice as long as the one before, so that it stays a reassurance.
    session.reassurances += 1
    interval = room.agreement.timings.reassure * 2**session.reassurances
    session.reassure_at = room.now + interval
    staffed = desk_is_staffed(room, session.desk)
    phrase = phrases.STILL_LOOKING if staffed else phrases.STILL_NOBODY
    room.tell_patron(session, phrase(place=place_words(room, session)))


def _review_active(room: Room, session: Session) -> None:
    timings = room.agreement.timings
    owner = room.screen_name(session.owner)
    if session.owner_gone and room.now - session.owner_gone >= timings.grace and room.link:
        lost = phrases.OWNER_LOST(name=owner)
        release(room, session, lost, phrases.TAKEN_BACK_LOST(), "offline")
    elif not session.owner_spoke and room.now - session.since >= timings.silent_owner:
        silent = phrases.OWNER_SILENT(name=owner)
        release(room, session, silent, phrases.TAKEN_BACK_SILENT(), "silent")
    elif session.owner_spoke >= session.patron_spoke > 0 or not session.patron_spoke:
        _review_idle_patron(room, session, owner)
    else:
        _remind_owner(room, session)
    if session.state is SessionState.ACTIVE:
        room.wake(session, _next_look(room, session))


def _review_idle_patron(room: Room, session: Session, owner: str) -> None:
    timings = room.agreement.timings
    quiet = room.now - session.owner_spoke
    if not session.owner_spoke:
        return
    if quiet >= timings.close_idle and session.reminded > session.owner_spoke:
        room.tell_staff(session, session.owner, phrases.CLOSED_FOR_IDLE())
        close(room, session, "idle", phrases.CLOSED_IDLE)
    elif quiet >= timings.remind_idle and session.reminded <= session.owner_spoke:
        session.reminded = room.now
        room.tell_patron(session, phrases.IDLE_REMINDER(name=owner))


def _remind_owner(room: Room, session: Session) -> None:
    waited = room.now - session.patron_spoke
    due = waited >= room.agreement.timings.silent_owner
    if due and session.reminded < session.patron_spoke and is_present(room, session.owner):
        session.reminded = room.now
        room.tell_staff(session, session.owner, phrases.OWNER_REMINDER(age=phrases.age(waited)))


def _next_look(room: Room, session: Session) -> float:
    """When an active session wants to be looked at again, if nothing happens before."""
    timings = room.agreement.timings
    moments = []
    if session.owner_gone and room.link:
        moments.append(session.owner_gone + timings.grace)
    if not session.owner_spoke:
        moments.append(session.since + timings.silent_owner)
    elif session.owner_spoke >= session.patron_spoke:
        reminded = session.reminded > session.owner_spoke
        moments.append(
            session.owner_spoke + (timings.close_idle if reminded else timings.remind_idle)
        )
    elif session.reminded < session.patron_spoke:
        moments.append(session.patron_spoke + timings.silent_owner)
    later = [moment for moment in moments if moment > room.now]
    return min(later, default=room.now + timings.silent_owner)
