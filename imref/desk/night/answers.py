"""What a patron writes while their question is kept: a number, a yes or no, or more of it."""

from imref.desk import phrases
from imref.desk.model import (
    Ending,
    Moment,
    Outcome,
    Session,
    SessionState,
)
from imref.desk.night.faq import Page
from imref.desk.night.keeping import QUIET, kept_place, kept_words, put_by, tell_kept, with_opening
from imref.desk.night.nights import search
from imref.desk.phrases import Lines, Text
from imref.desk.room import Room
from imref.desk.session.offering import withdraw_all
from imref.desk.session.sessions import close, place_words


def answers(room: Room, session: Session, body: str, word: str | None) -> bool:
    """Do what a patron's answer asks for while their question waits or is kept; False if none.

    ``word`` is the name of what they wrote, in any language, or None. Anything else is theirs to
    say: it belongs to the question.
    """
    match session.state:
        case SessionState.WAITING:
            return _while_waiting(room, session, word)
        case SessionState.HELD if not session.partner:
            return _while_kept(room, session, body, word)
    return False


def _while_waiting(room: Room, session: Session, word: str | None) -> bool:
    if word == "keep":
        withdraw_all(room, session, phrases.KEPT_BY_PATRON())
        put_by(room, session)
        tell_kept(room, session, kept_words(room, session))
    elif word == "cancel":
        close(room, session, Ending.PATRON, phrases.CLOSED_BY_PATRON)
    elif word == "wait":
        room.tell_patron(session, phrases.WAITS_ON(place=place_words(room, session)))
    return word in ("keep", "cancel", "wait")


def _while_kept(room: Room, session: Session, body: str, word: str | None) -> bool:
    page = _chosen(room, session, body)
    if page is not None:
        _show(room, session, page)
    elif word == "keep" or (word == "no" and session.reading):
        session.reading = ""
        tell_kept(room, session, kept_words(room, session))
    elif word == "cancel":
        close(room, session, Ending.PATRON, phrases.CLOSED_BY_PATRON)
    elif word in ("yes", "thanks") and session.reading:
        room.turn(session, Moment.SETTLED, detail=session.reading)
        session.outcome = Outcome.HELP_PAGE
        close(room, session, Ending.HELP_PAGE, phrases.PAGE_SETTLED)
    else:
        return False
    return True


def _chosen(room: Room, session: Session, body: str) -> Page | None:
    """The page whose number somebody wrote: ``2``, ``2.`` or ``#2``."""
    number = body.strip().strip("#.)!")
    places = {str(place): slug for place, slug in enumerate(session.suggested, 1)}
    slug = places.get(number)
    return room.agreement.pages.get(slug) if slug else None


def _show(room: Room, session: Session, page: Page) -> None:
    session.reading = page.slug
    links: list[Text] = [
        phrases.PAGE_LINK(title=link.title, address=link.address) if link.title else link.address
        for link in page.links
    ]
    parts: list[Text] = [phrases.PAGE_SHOWN(title=page.title, text=page.text)]
    parts += ["", *links] if links else []
    parts += ["", phrases.PAGE_ANSWERS()]
    room.tell_patron(session, Lines(tuple(parts)))
    room.turn(session, Moment.READ, detail=page.slug)


def added(room: Room, session: Session, line: str) -> None:
    """A patron wrote more of a kept question: it belongs to it, and they see that it does."""
    if session.place_told == 0 or session.partner or session.reserved:
        return
    if not session.suggested:
        search(room, session, line)
    if room.now - session.reminded >= QUIET:
        words = phrases.KEPT_ADDED(place=kept_place(room, session))
        tell_kept(room, session, with_opening(room, session, words))
