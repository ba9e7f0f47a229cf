"""What time alone brings about: offers run out, patrons are reassured, silence is answered."""

from imref.desk import phrases
from imref.desk.duty.engagement import excused_until
from imref.desk.duty.order import with_order
from imref.desk.duty.standing import desk_is_staffed, is_present
from imref.desk.model import (
    Ending,
    Session,
    SessionState,
)
from imref.desk.night.dealing import dealt_to, review_kept
from imref.desk.night.nights import keep
from imref.desk.partner.partners import is_proposed, review_abroad, review_proposed
from imref.desk.phrases import Text, Words
from imref.desk.promise.followups import rest_on_promise
from imref.desk.rehearsal.rehearsals import is_cut_off
from imref.desk.room import Room
from imref.desk.session.forgetting import let_go
from imref.desk.session.offering import advance, expire, look_for_work, remind_all
from imref.desk.session.recount import unanswered_since
from imref.desk.session.sessions import close, place_words, release


def review(room: Room, session: Session) -> None:
    """Look at one session whose deadline has come, do what is due, and set the next deadline."""
    if is_cut_off(room, session):
        _cut_off(room, session)
        return
    match session.state:
        case SessionState.WAITING:
            free_again = expire(room, session)
            if _is_alone(room, session):
                keep(room, session)
                return
            _reassure(room, session)
            advance(room, session)
            for name in free_again:
                look_for_work(room, name)
        case SessionState.HELD if is_proposed(session):
            review_proposed(room, session)
        case SessionState.HELD:
            review_kept(room, session)
        case SessionState.ACTIVE:
            _review_active(room, session)
        case SessionState.ABROAD:
            review_abroad(room, session)
        case SessionState.CLOSED:
            let_go(room, session)


def _cut_off(room: Room, session: Session) -> None:
    """imref was started anew in the middle of a rehearsal, and nobody plays the patron now."""
    if session.owner:
        room.tell_staff(session, session.owner, phrases.PRACTICE_CUT_OFF())
    close(room, session, Ending.RESTART, phrases.CLOSED_IDLE)


def _is_alone(room: Room, session: Session) -> bool:
    """Whether a question has waited long enough at an open desk that nobody has come to."""
    since = max(session.since, room.linked_at)
    waited = room.now - since >= room.agreement.timings.hold
    alone = room.link and not desk_is_staffed(room, session.desk)
    return waited and alone and not session.practice


def _reassure(room: Room, session: Session) -> None:
    if room.now < session.reassure_at:
        return
    if not room.link:
        session.reassure_at = room.now + room.agreement.timings.reassure
        return
    staffed = desk_is_staffed(room, session.desk)
    choice = session.since + room.agreement.timings.choice
    if not staffed and not session.reassurances and room.now < choice:
        session.reassure_at = choice  # The truth was told at once; what comes now is the choice.
        return
    # Each waits twice as long as the one before, so that it stays a reassurance.
    session.reassurances += 1
    interval = room.agreement.timings.reassure * 2**session.reassurances
    session.reassure_at = room.now + interval
    words = with_order(room, session, _still(room, session, staffed=staffed), engaged_only=False)
    room.tell_patron(session, words)
    if session.place_told <= 1:
        remind_all(session)


def _still(room: Room, session: Session, *, staffed: bool) -> Words:
    """That we still look; of whom the patron was told that they look at it, that they do not."""
    place = place_words(room, session)
    if not staffed:
        return phrases.STILL_NOBODY(place=place)
    name = dealt_to(room, session) if session.reassurances == 1 else ""
    if name:
        return phrases.STILL_DEALT(name=room.screen_name(name), place=place)
    return phrases.STILL_LOOKING(place=place)


def _review_active(room: Room, session: Session) -> None:
    timings = room.agreement.timings
    owner = room.screen_name(session.owner)
    if not room.link:
        pass  # Nobody can write, so silence says nothing.
    elif session.owner_gone and room.now - session.owner_gone >= timings.grace:
        lost = phrases.OWNER_LOST(name=owner)
        _give_up(room, session, lost, phrases.TAKEN_BACK_LOST(), "offline")
    elif not session.owner_spoke and _quiet(room, session, session.since) >= timings.silent_owner:
        silent = phrases.OWNER_SILENT(name=owner)
        _give_up(room, session, silent, phrases.TAKEN_BACK_SILENT(), "silent")
    elif session.owner_spoke >= session.patron_spoke > 0 or not session.patron_spoke:
        _review_idle_patron(room, session, owner)
    elif session.owner_spoke:  # Who has not said a word yet has that deadline, and no other.
        _hurry_owner(room, session, owner)
    if session.state is SessionState.ACTIVE:
        room.wake(session, _next_look(room, session))


def _give_up(room: Room, session: Session, to_patron: Text, to_owner: Text, why: str) -> None:
    """Its owner does not answer: colleagues are asked, unless the answer is promised for later."""
    if not rest_on_promise(room, session):
        release(room, session, to_patron, to_owner, why)


def _quiet(room: Room, session: Session, since: float) -> float:
    """Seconds of silence after ``since``, as far as somebody could and should have broken it."""
    return room.now - max(since, _no_silence_before(room, session))


def _no_silence_before(room: Room, session: Session) -> float:
    """While there was no link nobody could write, and an engaged owner has said that they are."""
    return max(room.linked_at, excused_until(room, session))


def _review_idle_patron(room: Room, session: Session, owner: str) -> None:
    timings = room.agreement.timings
    quiet = _quiet(room, session, session.owner_spoke)
    if not session.owner_spoke:
        return
    if quiet >= timings.close_idle and session.reminded > session.owner_spoke:
        room.tell_staff(session, session.owner, phrases.CLOSED_FOR_IDLE())
        close(room, session, Ending.IDLE, phrases.CLOSED_IDLE)
    elif quiet >= timings.remind_idle and session.reminded <= session.owner_spoke:
        session.reminded = room.now
        room.tell_patron(session, phrases.IDLE_REMINDER(name=owner))


def _hurry_owner(room: Room, session: Session, owner: str) -> None:
    """A patron waits for an answer: the owner is reminded once, then colleagues are asked."""
    timings = room.agreement.timings
    since = unanswered_since(session)
    quiet, waited = _quiet(room, session, since), room.now - since
    reminded = session.reminded >= since
    if reminded and quiet >= timings.close_idle:
        to_owner = phrases.TAKEN_BACK_UNANSWERED(age=phrases.age(waited))
        _give_up(room, session, phrases.OWNER_SILENT(name=owner), to_owner, "silent")
    elif not reminded and quiet >= timings.silent_owner and is_present(room, session.owner):
        session.reminded = room.now
        room.tell_staff(session, session.owner, phrases.OWNER_REMINDER(age=phrases.age(waited)))


def _next_look(room: Room, session: Session) -> float:
    """When an active session wants to be looked at again, if nothing happens before."""
    timings = room.agreement.timings
    excused = _no_silence_before(room, session)
    moments = []
    if session.owner_gone and room.link:
        moments.append(session.owner_gone + timings.grace)
    if not session.owner_spoke:
        moments.append(max(session.since, excused) + timings.silent_owner)
    elif session.owner_spoke >= session.patron_spoke:
        reminded = session.reminded > session.owner_spoke
        moments.append(
            max(session.owner_spoke, excused)
            + (timings.close_idle if reminded else timings.remind_idle)
        )
    else:
        since = unanswered_since(session)
        patience = timings.silent_owner if session.reminded < since else timings.close_idle
        moments.append(max(since, excused) + patience)
    later = [moment for moment in moments if moment > room.now]
    next_look = min(later, default=room.now + timings.silent_owner)
    return min(next_look, room.now + timings.close_idle)
