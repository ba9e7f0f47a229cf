"""What became of a question, in words."""

from imref.desk.phrases.registry import phrase

OUTCOME_ANSWERED = phrase("outcome_answered", "answered", "An outcome: the question was answered.")
OUTCOME_FOLLOW_UP = phrase(
    "outcome_follow_up", "follow-up", "An outcome: an answer is promised for a later day."
)
OUTCOME_REFERRED = phrase(
    "outcome_referred", "referred", "An outcome: the patron was sent on to somebody else."
)
OUTCOME_LOST = phrase(
    "outcome_lost", "lost", "An outcome: the patron left before anybody had answered."
)
OUTCOME_UNANSWERED = phrase(
    "outcome_unanswered", "unanswered", "An outcome: the conversation ended without an answer."
)
OUTCOME_PRACTICE = phrase("outcome_practice", "practice", "An outcome: it was a rehearsal.")
OUTCOME_SPAM = phrase("outcome_spam", "spam", "An outcome: it was no question at all.")

CLOSED_AS = phrase(
    "closed_as",
    "Closed as {outcome}{read}. Thank you.",
    "To staff, after !close with an outcome.",
)
READ_LEVEL = phrase(
    "read_level",
    ", READ {level}",
    "The level of effort (READ scale, 1 to 6), after the outcome.",
)
CLOSE_HOW = phrase(
    "close_how",
    "“{word}” is no outcome, so nothing is closed. Say what became of it: {outcomes}; and, if you "
    "like, its READ level from 1 to 6. For example: !close {example} 3",
    "To staff, after !close with a word that is no outcome.",
)
CLOSE_NEEDS_DATE = phrase(
    "close_needs_date",
    "A follow-up needs a time: !followup tomorrow 17:00 and what you promise. Nothing is closed.",
    "To staff, after !close follow-up.",
)
