"""A closed desk tells the truth: when it opens, the question's place, what the help pages say."""

from imref.desk import phrases
from imref.desk.errands import SearchFaq
from imref.desk.events import FaqFound
from imref.desk.model import Session, SessionState, Speaker
from imref.desk.night.keeping import (
    is_closed,
    kept_place,
    opening,
    put_by,
    tell_kept,
    with_opening,
)
from imref.desk.phrases import Lines, Text, Words
from imref.desk.room import Room

SEARCH_PATIENCE = 0.8
"""Seconds that the first answer to the patron waits for the help pages; it is due within one."""


def keep(room: Room, session: Session) -> None:
    """Keep a waiting question; the patron is told as soon as the help pages were searched."""
    put_by(room, session)
    if room.agreement.pages:
        search(room, session, _question(session))
        room.wake(session, room.now + SEARCH_PATIENCE)
    else:
        tell_first(room, session)


def _question(session: Session) -> str:
    """All that the patron said of it, as far as it is held in memory."""
    return "\n".join(line.body for line in session.lines if line.speaker is Speaker.PATRON)


def search(room: Room, session: Session, question: str) -> None:
    """Have the help pages searched for what the patron wrote, if there are any."""
    if room.agreement.pages:
        language = session.patron.language or room.agreement.language
        room.out.append(SearchFaq(session.number, question, language))


def found(room: Room, event: FaqFound) -> None:
    """Offer the pages that the search has found, if the question is still kept."""
    session = room.sessions.get(event.session)
    if session is None or session.state is not SessionState.HELD or session.partner:
        return
    if not session.suggested and not session.reserved:
        known = [page.slug for page in event.pages if page.slug in room.agreement.pages]
        session.suggested = tuple(known)
        if session.place_told and known:
            tell_kept(room, session, offered(room, session))
    if session.place_told == 0:
        tell_first(room, session)


def tell_first(room: Room, session: Session) -> None:
    """Tell the patron that the question is kept, why, and which help pages there are."""
    words: list[Text] = [_why_kept(room, session)]
    if session.suggested:
        words += ["", offered(room, session)]
    tell_kept(room, session, Lines(tuple(words)))


def _why_kept(room: Room, session: Session) -> Text:
    place, desk = kept_place(room, session), room.desk_title(session.desk)
    if not is_closed(room, session.desk):
        return phrases.KEPT_ALONE(place=place)
    if _came_in_time(room, session):
        return with_opening(room, session, phrases.KEPT_AT_CLOSING(desk=desk, place=place))
    when = opening(room, session.desk)
    if when is None:
        return phrases.KEPT_CLOSED_LONG(desk=desk, place=place)
    return phrases.KEPT_CLOSED(desk=desk, place=place, when=when)


def _came_in_time(room: Room, session: Session) -> bool:
    desk = room.agreement.desks.get(session.desk)
    return desk is not None and desk.hours.is_open(session.opened)


def offered(room: Room, session: Session) -> Words:
    """The help pages that were found, with their numbers."""
    pages = [room.agreement.pages[slug] for slug in session.suggested]
    lines = [
        phrases.PAGE_LINE(number=number, title=page.title) for number, page in enumerate(pages, 1)
    ]
    return phrases.PAGES_OFFERED(pages=Lines(tuple(lines)))
