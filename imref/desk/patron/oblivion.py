"""A patron asks to be forgotten: at every desk, with all that was said, at once and for good.

Figures stay. What has left the house (the servers on the way, a partner, a mail) is beyond us, and
they are told so.
"""

from typing import Final

from imref.desk import phrases
from imref.desk.commands import PatronCall, patron_command
from imref.desk.effects import ForgetPerson, Keep, Remove
from imref.desk.events import Said
from imref.desk.model import Channel, Ending, Moment, Session, SessionState
from imref.desk.patron.introduction import channel_of
from imref.desk.phrases import Text
from imref.desk.promise.mailing import MAIL
from imref.desk.promise.promises import due_in_words, promise_to, settle
from imref.desk.records import MailFate, Promise
from imref.desk.room import Room
from imref.desk.session.sessions import close

LISTENED_FOR: Final = 600.0
"""Seconds in which yes, or the same words again, is the answer to the question whether."""


@patron_command("forget", said="forget me", about="have all that you wrote to us deleted")
def _forget(room: Room, call: PatronCall) -> None:
    if channel_of(room, call.address) is Channel.WEB:  # The page has asked already.
        _do_forget(room, call.address, call.desk, call.language)
        return
    over = [who for who, at in room.forget_asked.items() if room.now - at > LISTENED_FOR]
    for who in over:
        del room.forget_asked[who]
    room.forget_asked[call.address] = room.now
    room.say(call.desk, call.address, phrases.FORGET_ASK(), language=call.language)


def takes_answer(room: Room, said: Said, word: str | None, language: str) -> bool:
    """Take the answer to the question whether somebody shall be forgotten; False if it is none.

    Anything else than yes leaves everything as it is.
    """
    asked = room.forget_asked.pop(said.sender, None)
    if asked is None or room.now - asked > LISTENED_FOR:
        return False
    match word:
        case "yes" | "forget":
            _do_forget(room, said.sender, said.to, language)
        case "no":
            room.say(said.to, said.sender, phrases.FORGET_NOT(), language=language)
        case _:
            return False
    return True


def _do_forget(room: Room, address: str, desk: str, language: str) -> None:
    forget_person(room, address)
    room.say(desk, address, phrases.FORGOTTEN(), language=language)


def forget_person(room: Room, address: str) -> None:
    """Let go of everything that was said to and by whoever is at this bare JID, at every desk."""
    theirs = [each for each in room.sessions.values() if each.patron.address == address]
    for session in sorted(theirs, key=lambda each: each.number):
        _end(room, session)
    for session in theirs:
        _empty(room, session)
        room.forget(session)
    for watchers in room.watchers.values():
        watcher = watchers.pop(address, None)
        if watcher is not None:
            room.out.append(Remove(watcher))
    for parcel in [each for each in room.parcels.values() if each.sender == address]:
        del room.parcels[parcel.number]
        room.out.append(Remove(parcel))
    room.out.append(ForgetPerson(address))
    room.just_forgotten = {address: room.now}


def _end(room: Room, session: Session) -> None:
    """End what is open or promised in a session, with a word to whom it concerns."""
    session.unreached = None  # nothing goes by mail any more
    record = promise_to(room, session.patron)
    if session.open:
        if session.state is SessionState.ACTIVE:
            _tell(room, session, session.owner, phrases.FORGOTTEN_STAFF())
        close(room, session, Ending.PATRON)
    if record is not None:
        when = due_in_words(room, record)
        _tell(room, session, record.owner, phrases.FORGOTTEN_PROMISE(when=when))
        settle(room, record, Promise.DROPPED)


def _tell(room: Room, session: Session, name: str, text: Text) -> None:
    """Tell a librarian something that is no part of the session: its own rows are emptied."""
    member = room.agreement.member(name)
    if member is not None:
        room.say(session.patron.alias, member.address, text)


def _empty(room: Room, session: Session) -> None:
    """Let what memory and records hold of a closed session go."""
    number = session.patron.number
    session.lines, session.earlier = [], ()
    session.why = session.reading = ""
    session.suggested = ()
    room.turn(session, Moment.FORGOTTEN)
    room.mailed.pop(session.number, None)
    room.transcripts.pop(number, None)
    record = room.followups.pop(number, None)
    if record is not None:
        record.what, record.forgotten = "", room.now
        room.out.append(Keep(record))
    for mail in [each for each in room.mails.values() if each.patron == number]:
        mail.recipient = mail.subject = mail.body = ""
        mail.fate = MailFate.REFUSED
        del room.mails[mail.number]
        room.agenda.strike(MAIL, str(mail.number))
        room.out.append(Keep(mail))
