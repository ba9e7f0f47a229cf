"""What is said when somebody asks to be forgotten."""

from imref.desk.phrases.registry import phrase

FORGET_ASK = phrase(
    "forget_ask",
    "Shall we forget you? All that you wrote and were answered is deleted, with your name and "
    "addresses; what is open or promised is withdrawn. Write {word_yes} to confirm; there is no "
    "way back.",
    "To a patron who writes forget me.",
)
FORGOTTEN = phrase(
    "forgotten",
    "We have forgotten you: what was written here is deleted, and nothing leads to you any more. "
    "Servers on the way and your own program may keep copies that are not ours to delete. "
    "Good-bye.",
    "To a patron who is forgotten: the last words.",
)
FORGET_NOT = phrase(
    "forget_not", "Then everything stays as it is.", "To a patron who would not be forgotten."
)
FORGOTTEN_STAFF = phrase(
    "forgotten_staff",
    "They have asked to be forgotten, so this conversation is over and its text is deleted. Please "
    "do the same in your own window.",
    "To the owner of a session whose patron is forgotten.",
)
FORGOTTEN_PROMISE = phrase(
    "forgotten_promise",
    "They have asked to be forgotten, so the answer promised by {when} is off the list.",
    "To the librarian who had promised an answer to a patron who is forgotten.",
)
