"""Questions that are kept for another hour: put by, taken out again, and told of their place."""

from imref.desk import phrases
from imref.desk.effects import KeepSession
from imref.desk.model import Moment, Session, SessionState
from imref.desk.phrases import Lines, Text, When, Words
from imref.desk.room import Room

DEAL = "deal"
"""The occasion to look whom the kept questions of a desk can be given to; the key is the desk."""

LOOKED_AFTER = 3600.0
"""Seconds after which a kept question is looked after at the latest, whatever else happens."""

QUIET = 60.0
"""Seconds in which a patron who adds to a kept question is not told again that it is kept."""


def is_closed(room: Room, desk_name: str) -> bool:
    """Whether a desk is closed by its hours; one that the agreement does not know is not."""
    desk = room.agreement.desks.get(desk_name)
    return desk is not None and not desk.hours.is_open(room.now)


def opening(room: Room, desk_name: str) -> When | None:
    """When a desk opens, or None when it is open or no opening is known."""
    desk = room.agreement.desks.get(desk_name)
    if desk is None or desk.hours.is_open(room.now):
        return None
    opens = desk.hours.opens(room.now)
    return None if opens is None else When(opens, str(desk.hours.zone))


def put_by(room: Room, session: Session) -> None:
    """Take a waiting question out of the line and keep it; its offers are withdrawn already.

    The patron is not told yet (``place_told`` is 0 until they are).
    """
    room.lines[session.desk].remove(session)
    session.state = SessionState.HELD
    session.reserved = session.former = session.why = ""
    session.passed = False
    session.place_told = 0
    room.put_by(session)
    session.first_held = session.first_held or room.now
    room.turn(session, Moment.HELD)
    look_after(room, session)


def take_out(room: Room, session: Session) -> None:
    """Take a question out of those that are kept; what becomes of it is the caller's to say."""
    line = room.kept.get(session.desk)
    if line is not None:
        line.remove(session)
    session.suggested, session.reading = (), ""


def look_after(room: Room, session: Session) -> None:
    """See to it that a kept question is looked at again, and that somebody is looked for."""
    room.wake(session, room.now + LOOKED_AFTER)
    call_for_dealing(room, session.desk)


def call_for_dealing(room: Room, desk_name: str) -> None:
    """Have the kept questions of a desk looked at now, since something has changed."""
    if room.kept.get(desk_name):
        room.agenda.enter(room.now, DEAL, desk_name)


def kept_place(room: Room, session: Session) -> Words:
    """The place among the kept as a part of a sentence; remembers that the patron was told."""
    place = session.place_told = room.place(session)
    session.reminded = room.now
    return phrases.KEPT_PLACE_FIRST() if place <= 1 else phrases.KEPT_PLACE(place=place)


def with_opening(room: Room, session: Session, words: Words) -> Text:
    """The words, and on a line of its own when the desk opens, if that is known."""
    when = opening(room, session.desk)
    if when is None:
        return words
    opens = phrases.KEPT_OPENS(desk=room.desk_title(session.desk), when=when)
    return Lines((words, opens))


def kept_words(room: Room, session: Session) -> Text:
    """That a question is kept, its place, and when the desk opens: to a patron who asks."""
    words = phrases.KEPT_WISHED(place=kept_place(room, session))
    return with_opening(room, session, words)


def tell_kept(room: Room, session: Session, words: Text) -> None:
    """Tell the patron of a kept question something of it; that they were told is kept."""
    room.tell_patron(session, words)
    room.out.append(KeepSession(session))
