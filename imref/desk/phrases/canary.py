"""The daily check: what the made-up patron asks, what it is answered, and what is told of it."""

from imref.desk.phrases.registry import phrase

CANARY_QUESTION = phrase(
    "canary_question",
    "This is the daily check of the reference desk. Does this reach you?",
    "The question of the daily check. No patron reads it.",
)
CANARY_ANSWER = phrase(
    "canary_answer",
    "It does. This is imref itself.",
    "The answer to the daily check where imref gives it. No patron reads it.",
)
CANARY_OFFER = phrase(
    "canary_offer",
    "Daily check, nobody real; a word in this window is enough. {offer}",
    "To staff, from the alias: the offer of the daily check; {offer} is what a real one's says.",
)
CANARY_THANKS = phrase(
    "canary_thanks",
    "Thank you. That was the daily check, and your answer arrived {age} after it was asked. It "
    "counts in no figures.",
    "To the librarian who answered the daily check.",
)
CANARY_TAKEN_OFF = phrase(
    "canary_taken_off",
    "Somebody real comes first, so imref has answered the daily check itself.",
    "To a librarian who took the daily check and then a real question.",
)
CANARY_ENDED = phrase(
    "canary_ended",
    "The daily check is over.",
    "To a librarian who took the daily check and has not answered it in time.",
)
CANARY_FAILED = phrase(
    "canary_failed",
    "The daily check of {desk} failed {when}: {why}. We check again, and tell you when it is well.",
    "To the supervisors of a desk, once, until the check succeeds again. {why} is one of those "
    "below.",
)
CANARY_WELL = phrase(
    "canary_well",
    "The daily check of {desk} is well again: its question was answered {age} after it was asked.",
    "To the supervisors of a desk whose check had failed before.",
)
CANARY_NO_LINK = phrase(
    "canary_no_link",
    "imref had no link to the server, so nobody could write to the desk",
    "Why the daily check failed, within another sentence.",
)
CANARY_NOT_KEPT = phrase(
    "canary_not_kept",
    "its question did not arrive at the desk, and patrons' questions may not arrive either",
    "Why the daily check failed, within another sentence.",
)
CANARY_NOT_HEARD = phrase(
    "canary_not_heard",
    "no word of the desk came back to who had asked, and patrons may hear nothing either",
    "Why the daily check failed, within another sentence.",
)
CANARY_NOBODY = phrase(
    "canary_nobody",
    "the desk is open, and nobody was on duty to be asked",
    "Why the daily check failed, within another sentence.",
)
CANARY_NOT_ANSWERED = phrase(
    "canary_not_answered",
    "there was no answer within {age}",
    "Why the daily check failed, within another sentence.",
)
