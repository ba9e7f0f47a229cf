"""Mail to patrons whose chat address is dead, and what their librarian hears of it."""

from typing import Final

from imref.desk import phrases
from imref.desk.effects import Keep
from imref.desk.errands import SendMail
from imref.desk.events import Mailed
from imref.desk.model import Message, Session, SessionState
from imref.desk.occasions import when_due
from imref.desk.phrases import Phrase, Words
from imref.desk.records import Mail, MailFate
from imref.desk.room import Room

MAIL: Final = "mail"
"""What the agenda calls the next attempt at a mail; its key is the mail's number."""

PATIENCE: Final = 300.0
"""Seconds after which a mail of which nothing was heard is sent again; under the same id."""

FIRST_PAUSE: Final = 60.0
LONGEST_PAUSE: Final = 3600.0
"""Seconds between attempts: twice as long each time."""

GIVEN_UP: Final = 86_400.0
"""Seconds after which nothing is tried any more."""

UNSENT: Final = (phrases.MAIL_REFUSED, phrases.MAIL_GIVEN_UP)
"""What is said of a mail that will not arrive."""


def answer_bounced(room: Room, session: Session, message: Message) -> None:
    """An answer to a closed session came back: by mail, if the patron gave an address.

    In a running conversation they may just have lost the line; then it is kept for their return,
    and goes by mail at the close.
    """
    if session.state is SessionState.ACTIVE:
        return
    if can_mail(room, session):
        _mail(room, session, [message])
    else:
        room.tell_staff(session, message.staff, phrases.PATRON_UNREACHABLE())


def mail_unreached(room: Room, session: Session) -> None:
    """A session has ended with answers that did not arrive: they go by mail, if they can."""
    gone = room.mailed.get(session.number, ())
    unreached = [each for each in session.unreached or () if each.number not in gone]
    if unreached and can_mail(room, session):
        _mail(room, session, unreached)


def can_mail(room: Room, session: Session) -> bool:
    """Whether what cannot reach the patron here goes by mail."""
    return room.agreement.mails and bool(session.patron.email)


def _mail(room: Room, session: Session, messages: list[Message]) -> None:
    patron, author = session.patron, messages[-1].staff
    desk = room.desk_title(patron.desk)
    body = phrases.MAIL_BODY(
        name=room.screen_name(author),
        desk=desk,
        text="\n\n".join(message.body for message in messages),
        address=f"{patron.desk}@{room.agreement.domain}",
    )
    gone = room.mailed.setdefault(session.number, set())
    gone.update(message.number for message in messages)
    post(room, session, author, patron.email, phrases.MAIL_SUBJECT(desk=desk), body)
    room.tell_staff(session, author, phrases.MAIL_UNDER_WAY())


def post(
    room: Room, session: Session, author: str, recipient: str, subject: Words, body: Words
) -> None:
    """Send a mail to the patron of a session, in their language.

    ``author`` is the staff name that hears how it went, "" when it is the patron who does.
    """
    patron = session.patron
    mail = Mail(
        room.next_record(),
        session.number,
        patron.number,
        author,
        recipient,
        room.in_words(subject, patron.language),
        room.in_words(body, patron.language),
        room.now,
    )
    room.file(mail)
    _send(room, mail)


def _send(room: Room, mail: Mail) -> None:
    room.out.append(Keep(mail))
    room.out.append(SendMail(mail))
    room.agenda.enter(room.now + PATIENCE, MAIL, str(mail.number))


@when_due(MAIL)
def _try_again(room: Room, key: str) -> None:
    mail = room.mails.get(int(key))
    if mail is not None:
        _send(room, mail)


def mailed(room: Room, event: Mailed) -> None:
    """Hear what became of a mail: its author is told, and it is tried again if it may help."""
    mail = room.mails.get(event.number)
    if mail is None:
        return
    match event.fate:
        case MailFate.ARRIVED:
            _finish(room, mail, MailFate.ARRIVED, phrases.MAIL_ARRIVED, event.detail)
        case MailFate.REFUSED:
            _finish(room, mail, MailFate.REFUSED, phrases.MAIL_REFUSED, event.detail)
        case MailFate.OWED if room.now - mail.made >= GIVEN_UP:
            _finish(room, mail, MailFate.REFUSED, phrases.MAIL_GIVEN_UP, event.detail)
        case MailFate.OWED:
            if not mail.attempts:
                _tell_author(room, mail, phrases.MAIL_LATER, event.detail)
            pause = min(FIRST_PAUSE * 2 ** min(mail.attempts, 6), LONGEST_PAUSE)
            mail.attempts += 1
            room.out.append(Keep(mail))
            room.agenda.enter(room.now + pause, MAIL, str(mail.number))


def _finish(room: Room, mail: Mail, fate: MailFate, phrase: Phrase, detail: str) -> None:
    """A mail is done with: nobody needs its address and its words any more."""
    _tell_author(room, mail, phrase, detail)
    mail.fate, mail.recipient, mail.body = fate, "", ""
    room.out.append(Keep(mail))
    del room.mails[mail.number]
    room.agenda.strike(MAIL, str(mail.number))
    session = room.sessions.get(mail.session)
    if session is not None and not session.open:
        room.wake(session, room.now)


def _tell_author(room: Room, mail: Mail, phrase: Phrase, detail: str) -> None:
    member = room.agreement.member(mail.author)
    patron = room.aliases.get(mail.patron) if not mail.author else None
    if patron is not None and patron.session is not None and phrase in UNSENT:
        room.tell_patron(patron.session, phrases.TRANSCRIPT_REFUSED())
    if member is not None:
        alias = f"patron-{mail.patron}"
        words = phrase(alias=alias, detail=detail or "?")
        room.say(alias, member.address, words, room.sessions.get(mail.session))


def owes_mail(room: Room, session: Session) -> bool:
    """Whether a mail to the patron of this session is still under way."""
    return any(mail.session == session.number for mail in room.mails.values())


def resume_mails(room: Room) -> None:
    """Make the agenda's entries for the mails that the store handed back as owed."""
    for mail in room.mails.values():
        room.agenda.enter(room.now + PATIENCE, MAIL, str(mail.number))
