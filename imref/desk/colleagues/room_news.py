"""What the staff room is told of questions: what waits and who took what, each thing once.

Nothing here follows single rules: after each event, the sessions whose history has a new row are
compared with what the room was told of them last.
"""

from collections.abc import Iterable

from imref.desk import phrases
from imref.desk.calendar.wallclock import date_at
from imref.desk.effects import KeepTurn, SayInRoom
from imref.desk.model import Moment, Session, SessionState, Speaker, Turn
from imref.desk.phrases import Lines, Text, Words
from imref.desk.room import Room
from imref.desk.session.recount import waiting_since

QUESTION_SHOWN = 120
"""Characters of a question that the room is shown, where it is shown any."""

WAITS, KEPT, OVER = "waits", "kept", "over"


def say(room: Room, text: Text) -> None:
    """Say something in the staff room, in the library's own language."""
    circle = room.circle
    circle.spoken += 1
    number = f"room-{int(circle.began)}-{circle.spoken}"
    room.out.append(SayInRoom(circle.place, number, room.in_words(text, "")))


def look(room: Room) -> None:
    """Tell the staff room what this event has changed."""
    turns = [effect.turn for effect in room.out if type(effect) is KeepTurn]
    if not turns:
        return
    for turn in turns:
        if turn.what is Moment.OPENED:
            _count_in(room, turn)
    if room.circle.inside:
        _tell(room, (room.sessions.get(each) for each in dict.fromkeys(t.session for t in turns)))


def tell_of_all(room: Room) -> None:
    """We have come in: tell what waits and what is kept, as far as it was not told before."""
    lines = [*room.lines.values(), *room.kept.values()]
    _tell(room, (session for line in lines for session in line))


def _tell(room: Room, sessions: Iterable[Session | None]) -> None:
    news = [words for each in sessions if each and (words := _news_of(room, each))]
    if news:
        say(room, Lines(tuple(news)))


def _count_in(room: Room, turn: Turn) -> None:
    """Remember a desk's first question of a day, in the time zone of the desk."""
    session = room.sessions.get(turn.session)
    desk = room.agreement.desks.get(session.desk) if session else None
    if session is None or desk is None or session.practice:
        return
    today = date_at(desk.hours.zone, room.now)
    if room.circle.first.get(desk.name, (None, 0))[0] != today:
        room.circle.first[desk.name] = today, session.number


def _is_first_of_day(room: Room, session: Session) -> bool:
    """Whether this is its desk's first question today; false where memory begins today."""
    desk = room.agreement.desks.get(session.desk)
    if desk is None:
        return False
    today = date_at(desk.hours.zone, room.now)
    began = date_at(desk.hours.zone, room.circle.began)
    return began != today and room.circle.first.get(desk.name) == (today, session.number)


def concerns(room: Room, desk: str) -> bool:
    """Whether the staff room hears of this desk."""
    agreed = room.agreement.staff_room
    return agreed is not None and (not agreed.desks or desk in agreed.desks)


def _news_of(room: Room, session: Session) -> Text | None:
    """What the room has to be told of a session now, None for nothing; remembers that it was."""
    told = room.circle.told
    if session.practice or not concerns(room, session.desk):
        told.pop(session.number, None)
        return None
    before, now = told.get(session.number, ""), _stage(session)
    if now == before:
        return None
    if now == OVER:
        told.pop(session.number, None)
        waited = before in (WAITS, KEPT)
        return phrases.ROOM_WITHDRAWN(number=session.patron.number) if waited else None
    told[session.number] = now
    return _words(room, session, before)


def _stage(session: Session) -> str:
    """Where a session stands, as far as the room hears of it."""
    match session.state:
        case SessionState.WAITING if session.reserved:
            return f"for {session.reserved}"
        case SessionState.WAITING:
            return WAITS
        case SessionState.HELD if session.partner:
            return f"soon at {session.partner}"
        case SessionState.HELD:
            return KEPT
        case SessionState.ACTIVE:
            return f"with {session.owner}"
        case SessionState.ABROAD:
            return f"at {session.partner}"
        case SessionState.CLOSED:
            return OVER


def _words(room: Room, session: Session, before: str) -> Text | None:
    number, desk = session.patron.number, room.desk_title(session.desk)
    match session.state:
        case SessionState.WAITING if session.reserved:
            if not session.passed:
                return None
            former, target = (
                colleague_in_room(room, name) for name in (session.former, session.reserved)
            )
            return phrases.ROOM_PASSED(name=former, number=number, colleague=target)
        case SessionState.WAITING if before or session.former:
            age = phrases.age(room.now - waiting_since(session))
            return phrases.ROOM_WAITS_AGAIN(number=number, desk=desk, age=age)
        case SessionState.WAITING:
            first = _is_first_of_day(room, session)
            waits = phrases.ROOM_WAITS_FIRST if first else phrases.ROOM_WAITS
            return _with_question(room, session, waits(number=number, desk=desk))
        case SessionState.HELD if not session.partner:
            return _with_question(room, session, phrases.ROOM_KEPT(number=number, desk=desk))
        case SessionState.ACTIVE:
            return phrases.ROOM_TAKEN(name=colleague_in_room(room, session.owner), number=number)
        case SessionState.ABROAD:
            partner = room.agreement.partner_title(session.partner)
            return phrases.ROOM_ABROAD(partner=partner, number=number)
    return None


def _with_question(room: Room, session: Session, words: Words) -> Words:
    """A line with how the question begins, where that is agreed and only staff can read it."""
    agreed = room.agreement.staff_room
    if agreed is None or not agreed.show_questions or not among_staff(room):
        return words
    said = (line.body for line in session.lines if line.speaker is Speaker.PATRON)
    question = phrases.snippet(next(said, ""), QUESTION_SHOWN)
    return phrases.ROOM_QUESTION(line=words, question=question) if question else words


def among_staff(room: Room) -> bool:
    """Whether everybody in the room is known to be on the staff."""
    staff, circle = room.agreement.staff, room.circle
    others = (address for nick, address in circle.occupants.items() if nick != circle.nick)
    return all(address in staff for address in others)


def colleague_in_room(room: Room, name: str) -> str:
    """What the room reads for a staff name: the real name only while none but staff is there."""
    return room.colleague(name) if among_staff(room) else room.screen_name(name)
