"""How it was: the patron is asked once at the end of a conversation, and may say a number."""

from typing import Final

from imref.desk import phrases
from imref.desk.effects import KeepSession
from imref.desk.model import Ending, Outcome, Session, SessionState, Speaker
from imref.desk.phrases import Lines, Text
from imref.desk.promise.promises import promise_to
from imref.desk.room import NEVER, Room

LISTENED_FOR: Final = 3600.0
"""Seconds after the question in which a number is the answer to it."""

RATINGS: Final = range(1, 6)
CONTENT: Final = 3
"""The least of them that is no complaint."""

ENDS: Final = frozenset({Ending.STAFF, Ending.PATRON, Ending.IDLE})
"""The ends of a conversation after which a patron may look back on it."""

NOT_THEIRS: Final = frozenset({Outcome.SPAM, Outcome.PRACTICE, Outcome.UNANSWERED})
"""Outcomes that nobody is asked about."""

_STARS = "★⭐"


def looking_back(room: Room, session: Session, last_words: Text, end: Ending) -> Text:
    """The last words of a conversation that a librarian was in, with what may be said after it.

    The patron is asked how it was, once for a session, and where nothing is to come any more.
    """
    answered = any(line.speaker is Speaker.STAFF for line in session.lines)
    if end not in ENDS or not session.owner or not answered or session.practice:
        return last_words
    rated = session.rating_asked != NEVER or promise_to(room, session.patron) is not None
    if rated or not room.agreement.ratings or session.outcome in NOT_THEIRS:
        return Lines((last_words, phrases.TRANSCRIPT_OFFERED()))
    session.rating_asked = room.now
    return Lines((last_words, phrases.RATE()))


def rated(room: Room, session: Session, body: str) -> bool:
    """Take a number as the answer to the question how it was; False when it is none."""
    closed = session.state is SessionState.CLOSED and session.rating_asked != NEVER
    if not closed or room.now - session.rating_asked > LISTENED_FOR:
        return False
    rating = _number(body)
    if rating not in RATINGS:
        return False
    session.rating = rating
    room.out.append(KeepSession(session))
    kind = phrases.RATED_WELL if rating > CONTENT else phrases.RATED
    room.tell_patron(session, kind())
    return True


def _number(body: str) -> int:
    """The number in "4", "4.", "4/5" or "★★★★"; 0 when it is something else."""
    text = body.strip().removesuffix("\ufe0f").rstrip(".! ").removesuffix("/5")
    if text and not text.strip(_STARS):
        return len(text)
    return int(text) if len(text) == 1 and text.isascii() and text.isdigit() else 0
