"""What is said when a conversation is over: how it was, and the conversation as text."""

from imref.desk.phrases.choices import CHOICE_PREFIX
from imref.desk.phrases.registry import phrase

RATE = phrase(
    "rate",
    "How was it? Write a number from 1 (no help) to 5 (a great help), or {word_transcript} to have "
    "the conversation as text.",
    "To the patron, once, after the last words of a conversation with a librarian.",
)
RATED_WELL = phrase(
    "rated_well", "We are glad, and thank you for saying so.", "To a patron who has said 4 or 5."
)
RATED = phrase(
    "rated",
    "Thank you for telling us; we will try to do better.",
    "To a patron who has said 1, 2 or 3.",
)
CHOICE_RATE_LEAST = phrase(
    f"{CHOICE_PREFIX}rate_least", "1: no help", "On a button, on the web page: it writes 1."
)
CHOICE_RATE_MOST = phrase(
    f"{CHOICE_PREFIX}rate_most", "5: a great help", "On a button, on the web page: it writes 5."
)
TRANSCRIPT_OFFERED = phrase(
    "transcript_offered",
    "Write {word_transcript} to have the conversation as text.",
    "To the patron, after the last words, where they are not asked how it was.",
)
CHOICE_TRANSCRIPT = phrase(
    f"{CHOICE_PREFIX}transcript",
    "The conversation as text",
    "On a button, on the web page: it writes transcript.",
)

# The conversation as text.

TRANSCRIPT = phrase(
    "transcript",
    "Your conversation with {desk}:\n{lines}",
    "To the patron, after transcript; {lines} are lines as in the next phrase.",
)
TRANSCRIPT_LINE = phrase(
    "transcript_line", "{time}, {name}: {text}", "To the patron: what somebody said, and when."
)
TRANSCRIPT_YOU = phrase("transcript_you", "you", "To the patron, in their transcript: themselves.")
TRANSCRIPT_CUT = phrase(
    "transcript_cut",
    "(This is the end of it; the whole is too long for this window.)",
    "To the patron, above a transcript of which the beginning is left out.",
)
TRANSCRIPT_NOTHING = phrase(
    "transcript_nothing",
    "There is no conversation here to write down yet.",
    "To a patron who writes transcript and has asked nothing.",
)
TRANSCRIPT_LATER = phrase(
    "transcript_later",
    "The conversation cannot be read just now. Please write {word_transcript} again later.",
    "To the patron, after transcript, when the database does not answer.",
)
TRANSCRIPT_MAILED = phrase(
    "transcript_mailed",
    "The conversation is on its way to {address}.",
    "To the patron, after transcript with a mail address, or when they gave one before.",
)
TRANSCRIPT_HERE = phrase(
    "transcript_here",
    "We send a conversation by mail once a librarian has answered; this is what you wrote.",
    "To the patron, after transcript with a mail address, before anybody has answered.",
)
TRANSCRIPT_ENOUGH = phrase(
    "transcript_enough",
    "We have mailed this conversation several times already. Please try again in an hour.",
    "To the patron, after transcript with a mail address, too often.",
)
TRANSCRIPT_REFUSED = phrase(
    "transcript_refused",
    "The conversation could not be mailed. Write {word_transcript} and another mail address if you "
    "like.",
    "To the patron, when the mail server does not take the transcript.",
)
TRANSCRIPT_SUBJECT = phrase(
    "transcript_subject", "Your conversation with {desk}", "The subject of a mail."
)
TRANSCRIPT_BODY = phrase(
    "transcript_body",
    "Your conversation with {desk}:\n\n{lines}\n\n"
    "You asked for it in the chat at {address}. Please do not answer this mail.",
    "The text of a mail with a transcript.",
)
