"""The fate of a session: exactly one for each, so that the figures add up."""

from enum import StrEnum

from imref.desk.model import Ending, Outcome, SessionState
from imref.desk.records import Promise


class SessionFate(StrEnum):
    """What became of a question: asked = answered + lost + unanswered + held + referred.

    ANSWERED: a human answered, here or at a partner library, or a help page did. LOST: its patron
    left before anybody said a word. UNANSWERED: its patron stayed, and the library did not answer,
    or broke its promise. HELD: the answer is still to come. REFERRED: passed to somebody
    else by a librarian. PRACTICE and SPAM were no questions, and stand apart.
    """

    ANSWERED = "answered"
    LOST = "lost"
    UNANSWERED = "unanswered"
    HELD = "held"
    REFERRED = "referred"
    PRACTICE = "practice"
    SPAM = "spam"


APART = (SessionFate.PRACTICE, SessionFate.SPAM)
"""Fates of what is not counted as asked."""

_SAID = {
    Outcome.ANSWERED: SessionFate.ANSWERED,
    Outcome.HELP_PAGE: SessionFate.ANSWERED,
    Outcome.REFERRED: SessionFate.REFERRED,
    Outcome.LOST: SessionFate.LOST,
    Outcome.UNANSWERED: SessionFate.UNANSWERED,
    Outcome.PRACTICE: SessionFate.PRACTICE,
    Outcome.SPAM: SessionFate.SPAM,
}
_PROMISED = (Ending.PROMISE, Ending.DEALT, Ending.JOINED)


def fate_of(
    *,
    state: str,
    ended_by: str,
    outcome: str,
    answered: bool,
    practice: bool,
    promise: str = "",
) -> SessionFate:
    """The fate of a session, from its row and the state of its patron's follow-up ("": none).

    ``answered`` is whether a human has said a word to the patron. What a librarian said of it at
    the close counts before what is seen; a follow-up counts by what became of the promise.
    """
    if practice:
        return SessionFate.PRACTICE
    if ended_by == Ending.BLOCKED:  # What a librarian has answered was a question once.
        return SessionFate.ANSWERED if answered else SessionFate.SPAM
    if state != SessionState.CLOSED:
        return SessionFate.ANSWERED if answered else SessionFate.HELD
    if outcome == Outcome.FOLLOW_UP or (ended_by in _PROMISED and promise):
        return _fate_of_promise(promise, answered)
    if outcome:
        return _SAID[Outcome(outcome)]
    return SessionFate.ANSWERED if answered else SessionFate.LOST


def _fate_of_promise(promise: str, answered: bool) -> SessionFate:
    match promise:
        case Promise.KEPT | Promise.LATE:
            return SessionFate.ANSWERED
        case Promise.BROKEN:
            return SessionFate.UNANSWERED
        case Promise.DROPPED:
            return SessionFate.ANSWERED if answered else SessionFate.UNANSWERED
        case _:
            return SessionFate.HELD
