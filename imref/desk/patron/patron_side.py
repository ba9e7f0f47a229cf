"""The patron's side: a question arrives, goes on, or is taken back."""

from itertools import takewhile

from imref.desk import phrases
from imref.desk.colleagues.guests import relay_to_guests
from imref.desk.commands import (
    PATRON,
    Audience,
    PatronCall,
    commands_for,
    patron_command,
)
from imref.desk.duty.standing import Standing, standing_at
from imref.desk.effects import Refusal, Refuse
from imref.desk.events import (
    Said,
    device_of,
)
from imref.desk.model import (
    ALIAS_PREFIX,
    Ending,
    Patron,
    Session,
    SessionState,
    Speaker,
)
from imref.desk.night.answers import added, answers
from imref.desk.night.dealing import is_there
from imref.desk.night.keeping import kept_words
from imref.desk.partner.partners import (
    await_partner,
    go_on,
    is_proposed,
    may_go_on,
    propose,
    take_answer,
)
from imref.desk.patron.introduction import introduce
from imref.desk.patron.languages import heed
from imref.desk.patron.leaving import shows_life
from imref.desk.patron.oblivion import takes_answer
from imref.desk.patron.rating import rated
from imref.desk.patron.words import with_words
from imref.desk.phrases import Lines, Text, Word
from imref.desk.promise.promises import due_in_words, just_kept, promise_to
from imref.desk.room import Room
from imref.desk.session.recount import has_missed, mark_shown, waiting_since
from imref.desk.session.sessions import close, open_session, place_words, take_up_again, welcome
from imref.desk.talk.conversation import (
    acknowledge,
    patron_message,
    relay_to_partner,
    relay_to_staff,
    send_unreached,
)
from imref.desk.talk.repeats import is_repeat, remember_done
from imref.desk.wording import LONGEST_COMMAND

ANSWERS_TOO = frozenset({"colleague", "email", "hours", "sooner"})
"""Commands that may as well be said to a librarian ("by email or by post?"): then they hear it."""


def patron_said(room: Room, said: Said) -> None:
    """Take a patron's message: keep it, bring it to whom it is for, and acknowledge it."""
    patron = room.patron(said.sender, said.to)
    session = patron.session if patron else None
    if said.to not in room.agreement.desks and not _is_expected(room, session):
        _refuse_address(room, said)
    elif room.just_forgotten.get(said.sender) == room.now:
        # In the same batch: what they say now would be forgotten with what they said before.
        refuse(room, said, Refusal.RESOURCE_CONSTRAINT, phrases.TOO_FAST())
    elif not room.patron_throttle.allow(said.sender, room.now):
        refuse(room, said, Refusal.RESOURCE_CONSTRAINT, phrases.TOO_FAST())
    elif session is not None and is_repeat(session, Speaker.PATRON, said.id, said.body, ""):
        acknowledge(room, said)
    elif len(said.body) > room.agreement.bounds.message_length:
        limit = room.agreement.bounds.message_length
        refuse(room, said, Refusal.NOT_ACCEPTABLE, phrases.TOO_LONG(limit=limit))
    else:
        _take(room, patron, session, said)


def _take(room: Room, patron: Patron | None, session: Session | None, said: Said) -> None:
    short = len(said.body) <= LONGEST_COMMAND
    name = room.agreement.wording.understand(said.body) if short else None
    command = (name, "") if name in PATRON else with_words(room, patron, said.body)
    if command is not None or said.language or patron is None:
        language = heed(room, patron, said, command=command is not None)
    else:
        language = patron.language
    if room.forget_asked and takes_answer(room, said, name, language):
        acknowledge(room, said)
        return
    if patron is not None:
        if said.nick or said.email:
            introduce(room, patron, said)
        if room.left:
            shows_life(room, patron)
    if command is not None:
        name, words = command
        may_be_an_answer = name in ANSWERS_TOO and not words
        served = session is not None and session.state is SessionState.ACTIVE
        if session is not None and served and may_be_an_answer:
            _goes_on(room, session, said)
        elif session is not None:
            remember_done(session, said.id, said.body)
        PATRON[name][1](room, PatronCall(said.sender, said.to, patron, language, words))
        acknowledge(room, said)
    elif session is not None and _is_answer(room, session, name, said.body):
        remember_done(session, said.id, said.body)
        acknowledge(room, said)
    elif session is not None and session.open and _piles_up(room, session):
        count = room.agreement.bounds.unanswered
        refuse(room, said, Refusal.RESOURCE_CONSTRAINT, phrases.TOO_MUCH_UNREAD(count=count))
    elif session is not None and session.open:
        _goes_on(room, session, said)
        acknowledge(room, said)
    elif name == "cancel":  # Once more, to be sure: that is no question for a librarian.
        _tell_of_no_session(room, PatronCall(said.sender, said.to, patron, language))
        acknowledge(room, said)
    else:
        _begins(room, session, said, language)


def _is_answer(room: Room, session: Session, name: str | None, body: str) -> bool:
    """Whether this answers what the desk asked, and is done; a librarian's patron is not asked."""
    if session.state is SessionState.ACTIVE:
        return False
    if session.state is SessionState.CLOSED:
        return rated(room, session, body)
    return take_answer(room, session, name) or answers(room, session, body, name)


def _piles_up(room: Room, session: Session) -> bool:
    """Whether so much waits for an answer already that nobody would read more of it."""
    if session.state not in (SessionState.WAITING, SessionState.HELD):
        return False
    if len(session.lines) < room.agreement.bounds.unanswered:
        return False  # as nearly always, without counting
    since_answer = takewhile(
        lambda line: line.speaker is not Speaker.STAFF, reversed(session.lines)
    )
    asked = sum(line.speaker is Speaker.PATRON for line in since_answer)
    return asked >= room.agreement.bounds.unanswered


def _is_expected(room: Room, session: Session | None) -> bool:
    """Whether somebody may write to a desk that is no more: they have a session or a promise."""
    if session is None:
        return False
    return session.open or promise_to(room, session.patron) is not None


def refuse(room: Room, said: Said, condition: Refusal, text: Text) -> None:
    """Answer the sender's device with a stanza error that says what to do."""
    marked = room.agreement.wording.marked(said.language)
    words = room.in_words(text, room.language_of(said.sender, said.to, marked))
    room.out.append(Refuse(said.to, device_of(said), said.id, condition, words))


def _refuse_address(room: Room, said: Said) -> None:
    desk = room.first_desk()
    address = f"{desk.name}@{room.agreement.domain}" if desk else room.agreement.domain
    if said.to.startswith(ALIAS_PREFIX):
        refuse(room, said, Refusal.FORBIDDEN, phrases.STAFF_ONLY(desk=address))
    else:
        refuse(room, said, Refusal.ITEM_NOT_FOUND, phrases.NO_SUCH_ADDRESS(desk=address))


def _goes_on(room: Room, session: Session, said: Said) -> None:
    message = patron_message(room, session, said)
    if session.state is SessionState.ACTIVE:
        relay_to_staff(room, session, message, said, session.owner)
        if session.guests:
            relay_to_guests(room, session, message, said)
        # The owner's silence is counted from here; the deadline may lie further ahead.
        room.wake(session, room.now + room.agreement.timings.silent_owner)
    elif session.state is SessionState.ABROAD:
        relay_to_partner(room, session, message, said)
        await_partner(room, session)
    else:
        for name in [name for name in session.shown or () if _follows(room, session, name)]:
            relay_to_staff(room, session, message, said, name)
            mark_shown(session, name)
        if session.state is SessionState.HELD:
            added(room, session, said.body)
            is_there(room, session)
    if session.unreached:
        send_unreached(room, session)


def _follows(room: Room, session: Session, name: str) -> bool:
    """Whether somebody who was shown a question wants more of it as it comes.

    Others are told what they have missed when they are asked again, or when they claim.
    """
    offer = session.offers.get(name) if session.offers else None
    if offer is not None and offer.declined:
        return False
    asked = offer is not None and offer.live
    able = asked or standing_at(room, name, session.desk) is Standing.ON
    return able and not has_missed(session, name)


def _begins(room: Room, last: Session | None, said: Said, language: str) -> None:
    if last is not None and (owner := _returns_to(room, last)):
        _comes_back(room, last, owner, said)
    elif last is not None and may_go_on(room, last):
        go_on(room, last)
        again = phrases.PARTNER_AGAIN(partner=room.agreement.partner_title(last.partner))
        room.tell_patron(last, again)
        _goes_on(room, last, said)
    elif not room.domain_throttle.allow(said.sender.rpartition("@")[2], room.now):
        refuse(room, said, Refusal.RESOURCE_CONSTRAINT, phrases.TOO_MANY())
        return
    else:
        session = open_session(room, said.sender, said.to, language)
        introduce(room, session.patron, said)
        patron_message(room, session, said)
        if not propose(room, session):
            welcome(room, session)
        send_unreached(room, session)
    acknowledge(room, said)


def _returns_to(room: Room, last: Session) -> str:
    """To whom a patron comes back who writes after the close; "" is to whoever has time.

    That is who has promised them an answer, or has just kept that promise, or had them just now,
    if they are free for them.
    """
    promised = promise_to(room, last.patron) or just_kept(room, last.patron)
    soon = room.now - last.closed <= room.agreement.timings.comeback
    owner = promised.owner if promised else last.owner if soon else ""
    return owner if owner and standing_at(room, owner, last.desk) is Standing.ON else ""


def _comes_back(room: Room, session: Session, owner: str, said: Said) -> None:
    kept = just_kept(room, session.patron)
    age = phrases.age(room.now - (kept.settled if kept else session.closed))
    again = session.owner == owner and session.owner_spoke
    take_up_again(room, session, owner)
    greeting = phrases.BACK_WITH if again else phrases.JOINED
    room.tell_patron(session, greeting(name=room.screen_name(owner)))
    promised = promise_to(room, session.patron)
    news = (
        phrases.BACK_FOR_PROMISE(when=due_in_words(room, promised))
        if promised
        else phrases.BACK_AGAIN(age=age)
    )
    room.tell_staff(session, owner, news)
    _goes_on(room, session, said)


def open_session_of(patron: Patron | None) -> Session | None:
    """The session of a patron that is not over, if they have one."""
    session = patron.session if patron else None
    return session if session is not None and session.open else None


@patron_command("help", about="what you can write here")
def _help(room: Room, call: PatronCall) -> None:
    lines = tuple(
        phrases.PATRON_HELP_LINE(word=Word(command.name), help=command.about())
        for command in commands_for(Audience.PATRON)
        if room.agreement.mails or command.name != "email"
    )
    text = phrases.PATRON_HELP(desk=room.desk_title(call.desk), commands=Lines(lines))
    room.say(call.desk, call.address, text, language=call.language)


@patron_command("status", about="your place in line, or who is with you")
def tell_status(room: Room, call: PatronCall) -> None:
    """Tell a patron where they stand."""
    session = open_session_of(call.patron)
    text: Text
    promised = promise_to(room, call.patron)
    if session is None and promised is not None:
        name = room.screen_name(promised.owner)
        text = phrases.PROMISED_STILL(name=name, when=due_in_words(room, promised))
    elif session is None:
        text = phrases.PATRON_NO_SESSION(desk=room.desk_title(call.desk))
    elif session.state in (SessionState.ACTIVE, SessionState.ABROAD):
        text = phrases.PATRON_SERVED(name=room.screen_name(session.owner or session.partner))
    elif is_proposed(session):
        text = phrases.PATRON_BEFORE_PARTNER(partner=room.agreement.partner_title(session.partner))
    elif session.state is SessionState.HELD:
        text = kept_words(room, session)
    else:
        age = phrases.age(room.now - waiting_since(session))
        text = phrases.PATRON_WAITING(age=age, place=place_words(room, session))
    room.say(call.desk, call.address, text, session, call.language)


@patron_command("bye", about="end the conversation, or take your question back")
def _bye(room: Room, call: PatronCall) -> None:
    session = open_session_of(call.patron)
    if session is None:
        _tell_of_no_session(room, call)
        return
    if session.state is SessionState.ACTIVE:
        room.tell_staff(session, session.owner, phrases.PATRON_LEFT())
    close(room, session, Ending.PATRON, phrases.CLOSED_BY_PATRON)


def _tell_of_no_session(room: Room, call: PatronCall) -> None:
    text = phrases.PATRON_NO_SESSION(desk=room.desk_title(call.desk))
    room.say(call.desk, call.address, text, language=call.language)
