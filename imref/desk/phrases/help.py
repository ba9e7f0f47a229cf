"""What !help says: a line for each thing that a librarian may want to do."""

from imref.desk.phrases.registry import phrase

HELP_FIRST = phrase(
    "help_first",
    "Answer in a patron's window; the first answer takes the question. The rest is for when you "
    "need it:",
    "To staff, before the commands of !help.",
)
HELP_QUESTIONS = phrase("help_questions", "Questions: {commands}", "To staff, a line of !help.")
HELP_DUTY = phrase("help_duty", "Your duty: {commands}", "To staff, a line of !help.")
HELP_BUSY = phrase(
    "help_busy", "Busy: {commands}", "To staff, a line of !help: walk-ins and calls."
)
HELP_COLLEAGUES = phrase("help_colleagues", "Colleagues: {commands}", "To staff, a line of !help.")
HELP_LATER = phrase(
    "help_later", "Answers for later: {commands}", "To staff, a line of !help: promises."
)
HELP_READY = phrase(
    "help_ready", "Answers kept ready: {commands}", "To staff, a line of !help: canned answers."
)
HELP_MORE = phrase("help_more", "And: {commands}", "To staff, a line of !help: what is left.")
HELP_LAST = phrase(
    "help_last",
    "!help walkin tells how to use one; !help all, each of them.",
    "To staff, after the commands of !help.",
)
