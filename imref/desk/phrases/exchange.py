"""What stands in for corrections, reactions and retractions where a client cannot show them."""

from imref.desk.phrases.registry import phrase

CORRECTION = phrase(
    "correction",
    "Correction: {text}",
    "To a patron or to staff, whose client cannot change what it has shown: the other side "
    "corrected earlier words.",
)
REACTION = phrase(
    "reaction",
    "{emojis} to “{text}”",
    "To a patron or to staff, whose client shows no reactions: the other side reacted to words.",
)
REACTION_GONE = phrase(
    "reaction_gone",
    "No more reaction to “{text}”",
    "To a patron or to staff, whose client shows no reactions: one was taken back.",
)
TAKEN_BACK = phrase(
    "taken_back",
    "I take back what I wrote {when}.",
    "To a patron or to staff, in the name of the other side: they took back earlier words, and "
    "the client cannot remove them. The words are not repeated.",
)
COLLEAGUE_TOOK_BACK = phrase(
    "colleague_took_back",
    "{name} took back what they wrote to the patron {when}.",
    "To the owner and the guests of a conversation: a colleague took back words to the patron.",
)
GONE = phrase("gone", "(taken back)", "In a summary to staff, in place of words taken back.")
COMMAND_STANDS = phrase(
    "command_stands",
    "The command that you changed was done already, and stays so. Send what you want now as a new "
    "message.",
    "To staff who corrected a command that was done.",
)
