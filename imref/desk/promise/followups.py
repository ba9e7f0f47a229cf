"""Follow-ups: an answer is promised for later, and comes in the same window, also days later."""

from imref.desk import phrases
from imref.desk.agreement import Agreement, StaffMember
from imref.desk.duty.standing import is_present
from imref.desk.effects import Keep
from imref.desk.events import Said
from imref.desk.model import (
    Ending,
    Moment,
    Outcome,
    Patron,
    Session,
)
from imref.desk.occasions import when_due
from imref.desk.phrases import Phrase, Text, Words
from imref.desk.promise.promises import (
    FOLLOW_UP,
    GIVEN_UP,
    REMINDED,
    TOLD_LATE,
    begin,
    due_in_words,
    enter_on_agenda,
    open_promises,
    promise_to,
    promises_of,
    reset,
    session_of,
    settle,
    settle_answered,
    what_in_words,
)
from imref.desk.records import FollowUp, Promise
from imref.desk.room import Room
from imref.desk.session.recount import chunks, mark_shown
from imref.desk.session.sessions import close
from imref.desk.talk.conversation import keep_note, relay_to_patron, send_unreached, staff_message


def promise(room: Room, session: Session, owner: str, due: float, what: str) -> FollowUp:
    """Promise the patron of a session an answer by ``due``, and close the session.

    ``what`` is for staff alone. The patron is told who answers and when, and nothing else.
    """
    record = begin(room, session, owner, due, what)
    when = due_in_words(room, record)
    note = room.in_words(phrases.PROMISE_NOTE(when=when, what=what), "")
    keep_note(room, session, owner, note)
    session.outcome = Outcome.FOLLOW_UP

    def told(name: str) -> Words:
        offer = _offer_of_mail(room, session.patron)
        return phrases.PROMISED(name=name, when=when, mail=offer)

    if session.open:
        close(room, session, Ending.STAFF, told)
    else:
        room.tell_patron(session, told(room.screen_name(owner)))
    return record


def _offer_of_mail(room: Room, patron: Patron) -> Text:
    return phrases.PROMISED_MAIL() if room.agreement.mails and not patron.email else ""


# The answer.


def answer_promise(room: Room, member: StaffMember, session: Session, said: Said) -> bool:
    """Take what a librarian writes into a closed window as the answer that was promised here.

    False when nothing is promised. The session stays closed: the patron may be away for days, and
    nobody shall be asked after four minutes whether they are still there.
    """
    record = promise_to(room, session.patron)
    if record is None:
        return False
    if record.owner != member.name:
        text = phrases.NOT_RELAYED_PROMISED(
            name=room.colleague(record.owner),
            when=due_in_words(room, record),
            me=member.name,
            number=record.patron,
        )
        room.tell_staff(session, member.name, text)
        return True
    message = staff_message(room, session, said, member.name)
    send_unreached(room, session)
    relay_to_patron(room, session, message, said)
    if not record.answered:
        room.tell_staff(session, member.name, phrases.PROMISE_ANSWERED())
        record.answered = room.now
        room.out.append(Keep(record))
    enter_on_agenda(room, record)
    return True


def closed_as(room: Room, session: Session, outcome: Outcome | None) -> None:
    """A session with a patron who has a promise was closed with a word about it.

    What somebody else promised them is not kept by an answer to another question.
    """
    record = promise_to(room, session.patron)
    if record is None or record.owner != session.owner:
        return
    match outcome:
        case Outcome.ANSWERED | Outcome.REFERRED:
            record.answered = record.answered or room.now
            settle_answered(room, record)
        case Outcome.SPAM:
            settle(room, record, Promise.DROPPED)
        case _:
            pass


# In the meantime.


def rest_on_promise(room: Room, session: Session) -> bool:
    """Close what a patron wrote in the meantime, and leave the rest to the promise of its owner.

    False when its owner has promised them nothing.
    """
    record = promise_to(room, session.patron)
    if record is None or record.owner != session.owner:
        return False
    when = due_in_words(room, record)

    def still(name: str) -> Words:
        return phrases.PROMISED_STILL(name=name, when=when)

    room.tell_staff(
        session, record.owner, phrases.PROMISE_REMINDER(when=when, what=what_in_words(record))
    )
    close(room, session, Ending.PROMISE, still)
    return True


def postpone(room: Room, record: FollowUp, due: float, words: str) -> None:
    """Move a promise to another time, with a word of the librarian's to the patron."""
    phrase = phrases.MOVED_UP_PATRON if due < record.due else phrases.POSTPONED_PATRON
    reset(room, record, due)
    session = session_of(room, record)
    _tell_patron(room, record, phrase, words=_apart(words))
    room.turn(session, Moment.POSTPONED, record.owner)


def hand_over(room: Room, record: FollowUp, name: str, why: str, by: str) -> None:
    """Give a promise to ``name``, who is told the whole story; the patron is told of them.

    Whose it was is told, too, unless it is they who hand it on: ``by`` is who does.
    """
    former = record.owner
    given = phrases.HANDED_TO_YOU(
        name=room.colleague(former),
        when=due_in_words(room, record),
        what=what_in_words(record),
        why=phrases.WHY(why=why) if why else "",
        lines=_story(room, record),
    )
    _give(room, record, name, given)
    if former != by:
        gone = phrases.HANDED_FROM_YOU(
            when=due_in_words(room, record), what=record.what, name=room.colleague(name)
        )
        room.tell_staff(session_of(room, record), former, gone)


def drop(room: Room, record: FollowUp, words: str) -> None:
    """Take a promise back; the patron is told."""
    _tell_patron(room, record, phrases.DROPPED_PATRON, words=_apart(words))
    settle(room, record, Promise.DROPPED)


def _give(room: Room, record: FollowUp, name: str, given: Text) -> None:
    former, session = record.owner, session_of(room, record)
    record.owner = name
    reset(room, record, record.due)
    room.tell_staff(session, name, given)
    mark_shown(session, name)
    _tell_patron(room, record, phrases.HANDED_PATRON, former=room.screen_name(former))
    room.turn(session, Moment.HANDED, name)


def _tell_patron(room: Room, record: FollowUp, phrase: Phrase, **more: Text) -> None:
    words = phrase(name=room.screen_name(record.owner), when=due_in_words(room, record), **more)
    room.tell_patron(session_of(room, record), words)


def _apart(words: str) -> str:
    return f" {words}" if words else ""


def _story(room: Room, record: FollowUp) -> Text:
    """The last that was said, as far as one message holds it."""
    pieces = chunks(room, session_of(room, record).lines)
    return pieces[-1] if pieces else ""


def sooner(room: Room, session: Session, words: str) -> bool:
    """The patron needs what is promised sooner: the owner is told. False when nothing is."""
    record = promise_to(room, session.patron)
    if record is None:
        return False
    when, name = due_in_words(room, record), record.owner
    said = phrases.SOONER_WORDS(words=words) if words else ""
    room.tell_staff(session, name, phrases.SOONER_ASKED(when=when, words=said))
    phrase = phrases.SOONER_TOLD if is_present(room, name) else phrases.SOONER_LEFT
    _tell_patron(room, record, phrase)
    return True


# Reminders.


@when_due(FOLLOW_UP)
def _look_at(room: Room, key: str) -> None:
    record = room.followups.get(int(key))
    if record is None or record.state is not Promise.OPEN:
        return
    if record.answered:
        _settle_by_itself(room, record)
        return
    if room.now >= record.due + GIVEN_UP:
        _give_up(room, record)
        return
    if room.now >= record.due + room.agreement.timings.promise_grace and not record.raised:
        _raise(room, record)
    _remind(room, record)
    enter_on_agenda(room, record)


def remind_of_promises(room: Room, name: str) -> None:
    """Somebody has come: tell them what they would have heard of their promises before."""
    for record in promises_of(room, name):
        if not record.answered:
            _remind(room, record)


def _remind(room: Room, record: FollowUp) -> None:
    """Remind the owner once before the time and once after it, when they can be reached."""
    if not is_present(room, record.owner):
        return
    late = room.now >= record.due
    soon = room.now >= record.due - room.agreement.timings.promise_reminder
    if late and record.told < TOLD_LATE:
        record.told = TOLD_LATE
        phrase = phrases.PROMISE_LATE
    elif soon and not record.told:
        record.told = REMINDED
        phrase = phrases.PROMISE_REMINDER
    else:
        return
    room.out.append(Keep(record))
    text = phrase(when=due_in_words(room, record), what=what_in_words(record))
    room.tell_staff(session_of(room, record), record.owner, text)


def _raise(room: Room, record: FollowUp) -> None:
    record.raised = room.now
    room.out.append(Keep(record))
    _tell_supervisors(room, record, phrases.PROMISE_RAISED, what=what_in_words(record))


def _tell_supervisors(room: Room, record: FollowUp, phrase: Phrase, **more: Text) -> None:
    session = session_of(room, record)
    desk = room.agreement.desks.get(session.desk)
    text = phrase(
        name=room.colleague(record.owner),
        alias=session.patron.alias,
        number=record.patron,
        when=due_in_words(room, record),
        **more,
    )
    for name in desk.supervisors if desk else ():
        if name != record.owner:
            room.tell_staff(session, name, text)


def _give_up(room: Room, record: FollowUp) -> None:
    session = session_of(room, record)
    text = phrases.PROMISE_BROKEN(alias=session.patron.alias, when=due_in_words(room, record))
    room.tell_staff(session, record.owner, text)
    _tell_supervisors(room, record, phrases.PROMISE_BROKEN)
    settle(room, record, Promise.BROKEN)


def _settle_by_itself(room: Room, record: FollowUp) -> None:
    session = session_of(room, record)
    text = phrases.PROMISE_SETTLED(alias=session.patron.alias, number=record.patron)
    room.tell_staff(session, record.owner, text)
    settle_answered(room, record)


# The staff changes; the service starts.


def rehome_promises(room: Room, former: Agreement) -> None:
    """Give the promises of those who have left the staff to a supervisor, or to the first tier."""
    for record in open_promises(room):
        heir = _heir(room, record) if room.agreement.member(record.owner) is None else ""
        if heir:
            left = former.member(record.owner)
            given = phrases.LEFT_TO_YOU(
                name=left.screen_name if left else room.screen_name(record.owner),
                when=due_in_words(room, record),
                what=what_in_words(record),
                lines=_story(room, record),
            )
            _give(room, record, heir, given)


def _heir(room: Room, record: FollowUp) -> str:
    """Who of those in charge has promised least."""
    desk = room.desk_for(session_of(room, record).desk)
    named = (*desk.supervisors, *desk.staff) if desk else ()
    known = [name for name in named if room.agreement.member(name)]
    in_charge = [name for name in known if desk and name in desk.supervisors] or known
    return min(in_charge, key=lambda name: len(promises_of(room, name)), default="")


def resume_promises(room: Room) -> None:
    """Make the agenda's entries for the promises that the store handed back."""
    for record in open_promises(room):
        enter_on_agenda(room, record)
