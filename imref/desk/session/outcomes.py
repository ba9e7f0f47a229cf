"""What became of a question: said by the librarian at the close, or seen from what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from imref.desk import phrases
from imref.desk.model import (
    ALIAS_PREFIX,
    Ending,
    Outcome,
    Session,
    Speaker,
)
from imref.desk.phrases import Phrase

READ_LEVELS: Final = range(1, 7)
"""The READ scale of effort (Gerlich and Berard, 2007): 1 is under five minutes, 6 is research."""


LABELS: Final[Mapping[Outcome, Phrase]] = {
    Outcome.ANSWERED: phrases.OUTCOME_ANSWERED,
    Outcome.FOLLOW_UP: phrases.OUTCOME_FOLLOW_UP,
    Outcome.REFERRED: phrases.OUTCOME_REFERRED,
    Outcome.LOST: phrases.OUTCOME_LOST,
    Outcome.UNANSWERED: phrases.OUTCOME_UNANSWERED,
    Outcome.PRACTICE: phrases.OUTCOME_PRACTICE,
    Outcome.SPAM: phrases.OUTCOME_SPAM,
}
"""What librarians call those that they can say."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What was said at a close: of which patron ("" is the window's), how it ended, its level.

    ``unknown`` is a word that means none of these.
    """

    number: str = ""
    outcome: Outcome | None = None
    read: int = 0
    unknown: str = ""


def parse_closing(text: str, labels: Mapping[str, Outcome]) -> Closing:
    """Read "1042 answered 3", in any order. ``labels`` are the outcomes' names in lower case."""
    number, outcome, read = "", None, 0
    for word in text.replace(",", " ").casefold().split():
        if word.isascii() and word.isdigit() and len(word) == 1:
            if int(word) not in READ_LEVELS or read:
                return Closing(unknown=word)
            read = int(word)
        elif word.removeprefix(ALIAS_PREFIX).isdigit() and not number:
            number = word
        elif (meant := _meant(word, labels)) is not None and outcome is None:
            outcome = meant
        else:
            return Closing(unknown=word)
    return Closing(number, outcome, read)


def _meant(word: str, labels: Mapping[str, Outcome]) -> Outcome | None:
    """The outcome that a word names; its first three letters will do, if they are one's alone."""
    if word in labels:
        return labels[word]
    begun = {outcome for label, outcome in labels.items() if label.startswith(word)}
    return begun.pop() if len(word) >= 3 and len(begun) == 1 else None


def names_of_outcomes(labels: Iterable[tuple[Outcome, str]]) -> dict[str, Outcome]:
    """What may be said for each outcome: its English name, and what the reader calls it."""
    names = {name: outcome for outcome in LABELS for name in (outcome, outcome.replace("-", ""))}
    return names | {label.casefold(): outcome for outcome, label in labels}


def seen_outcome(session: Session) -> Outcome | Literal[""]:
    """The outcome of a session that ends without a word about it.

    Answered, if a librarian said anything. If not: lost, if it was the patron who left. A block
    says nothing of the question.
    """
    if session.ended_by == Ending.BLOCKED:
        return ""
    if any(line.speaker is Speaker.STAFF for line in session.lines):
        return Outcome.ANSWERED
    return Outcome.UNANSWERED if session.ended_by == Ending.STAFF else Outcome.LOST
