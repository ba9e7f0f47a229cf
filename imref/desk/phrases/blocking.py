"""What is said when a patron is not listened to for a while."""

from imref.desk.phrases.registry import phrase

BLOCKED_PATRON = phrase(
    "blocked_patron",
    "We have ended this conversation and take no messages from you until {until}.",
    "To a patron, once, when a librarian blocks them.",
)
BLOCKED = phrase(
    "blocked",
    "We take no messages from you until {until}, so this one was not taken.",
    "In the stanza error to a blocked patron.",
)
BLOCK_DONE = phrase(
    "block_done",
    "{alias} is blocked until {until}. !unblock {number} ends it.",
    "To staff, after !block.",
)
BLOCK_WHOM = phrase(
    "block_whom",
    "Block whom? Please write it in that patron's window, or !block 1042 24h why.",
    "To staff, after a !block that names nobody.",
)
BLOCK_TOO_LONG = phrase(
    "block_too_long",
    "Please give a time of at most {most} days: !block 24h why.",
    "To staff, after a !block for longer than can be.",
)
BLOCK_REHEARSAL = phrase(
    "block_rehearsal",
    "This is a rehearsal; !close ends it.",
    "To staff, after a !block of a made-up patron.",
)
BLOCK_TOLD = phrase(
    "block_told",
    "{name} has blocked {alias} until {until}{why}.",
    "To the desk's supervisors, once, after !block. {why} is a reason in brackets, or nothing.",
)
BLOCK_CLOSED = phrase(
    "block_closed",
    "{name} has blocked this patron, so the conversation is over.",
    "To the librarian who was with a patron that a colleague has blocked.",
)
BLOCK_WITHDRAWN = phrase(
    "block_withdrawn",
    "This one is withdrawn: the patron is blocked.",
    "To those who were offered the question of a patron who is blocked now.",
)
BLOCK_DROPPED = phrase(
    "block_dropped",
    "{alias} is blocked, so the answer promised to them by {when} is off the list.",
    "To the librarian who had promised an answer to a patron who is blocked now.",
)
UNBLOCKED = phrase("unblocked", "{alias} can write again.", "To staff, after !unblock.")
NOT_BLOCKED = phrase(
    "not_blocked", "Nobody is blocked under that number. {list}", "To staff, after !unblock."
)
BLOCKS_NONE = phrase("blocks_none", "Nobody is blocked.", "To staff, after !blocks.")
BLOCKS = phrase("blocks", "Blocked:\n{lines}", "To staff, after !blocks.")
BLOCK_LINE = phrase("block_line", "{alias} until {until}, by {name}{why}", "A line of !blocks.")
