"""What is said in the staff room: short, and nothing that a patron wrote unless it is wanted."""

from imref.desk.phrases.registry import phrase

ROOM_WAITS = phrase(
    "room_waits",
    "{number} waits at {desk}. !take {number}",
    "In the staff room: a new question.",
)
ROOM_WAITS_FIRST = phrase(
    "room_waits_first",
    "{number} waits at {desk} (the first question of the day). !take {number}",
    "In the staff room: the first question at a desk on a day.",
)
ROOM_WAITS_AGAIN = phrase(
    "room_waits_again",
    "{number} waits at {desk} again, for {age} now. !take {number}",
    "In the staff room: a question that somebody had, or that was kept.",
)
ROOM_QUESTION = phrase(
    "room_question",
    "{line}\n> {question}",
    "In the staff room, where staff_room.show_questions is set: a line about a question, and how "
    "it begins.",
)
ROOM_KEPT = phrase(
    "room_kept",
    "{number} is kept at {desk} for later. !take {number}",
    "In the staff room: a question that nobody can answer now.",
)
ROOM_TAKEN = phrase("room_taken", "{name} has {number}.", "In the staff room: somebody took it.")
ROOM_PASSED = phrase(
    "room_passed",
    "{name} passes {number} on to {colleague}.",
    "In the staff room: a transfer to a colleague.",
)
ROOM_ABROAD = phrase(
    "room_abroad",
    "{partner} answers {number}.",
    "In the staff room: a question has gone to a partner library.",
)
ROOM_WITHDRAWN = phrase(
    "room_withdrawn",
    "{number} no longer waits.",
    "In the staff room: a patron took their question back, or needs no answer any more.",
)
ROOM_QUEUE_LINE = phrase(
    "room_queue_line",
    "{number} at {desk}, for {age}",
    "In the staff room, a line of !queue: a question that waits.",
)
ROOM_KEPT_LINE = phrase(
    "room_kept_line",
    "{number} at {desk}, kept for {age}",
    "In the staff room, a line of !queue: a question that is kept.",
)
ROOM_HELP = phrase(
    "room_help",
    "Here I understand {commands}. The others belong into a patron's window.",
    "In the staff room, to !help and to commands that do not work there.",
)
ROOM_NAMELESS = phrase(
    "room_nameless",
    "This room does not show me who you are, so I take no commands here. Whoever owns it can let "
    "everybody see real addresses (make it non-anonymous), or make me a moderator.",
    "In the staff room, to a command, where real addresses are hidden.",
)
ROOM_STRANGER = phrase(
    "room_stranger",
    "{nick}, I take commands from the desk's staff only.",
    "In the staff room, to a command of somebody who is not on the staff list.",
)
ROOM_CLOSED_TO_US = phrase(
    "room_closed_to_us",
    "I cannot come into the staff room {room}: {why}. I keep trying.",
    "To supervisors, once, when the staff room cannot be joined.",
)
ROOM_WHY_MEMBERS = phrase(
    "room_why_members", "only members may come in, and I am none", "Why the room is closed to us."
)
ROOM_WHY_BANNED = phrase("room_why_banned", "I am shut out", "Why the room is closed to us.")
ROOM_WHY_PASSWORD = phrase("room_why_password", "it asks for a password", "Why it is closed to us.")
ROOM_WHY_MISSING = phrase(
    "room_why_missing", "there is no such room, and I may not make one", "Why it is closed to us."
)
ROOM_WHY_NICK = phrase("room_why_nick", "my name is taken there", "Why the room is closed to us.")
ROOM_WHY_OTHER = phrase(
    "room_why_other", "the server says {condition}", "Why the room is closed to us."
)
