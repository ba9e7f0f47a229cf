"""What a librarian reads in answer to a command."""

from imref.desk.phrases.registry import phrase

YOURS = phrase(
    "yours", "{alias} is yours. What you write here goes to them.", "To staff, after !take."
)
FULL = phrase(
    "full",
    "You are with {load} already and your limit is {limit}, so this one is not yours and "
    "nothing was sent. !close one, or !limit {more}.",
    "To staff who would exceed their own limit.",
)
DECLINED = phrase("declined", "Passed on. Thank you for saying so.", "To staff, after !decline.")
NOTHING_TO_DECLINE = phrase(
    "nothing_to_decline", "Nothing is offered to you here.", "To staff, after a needless !decline."
)
CLOSED = phrase("closed", "Closed. Thank you.", "To staff, after !close.")
PASSED_ON = phrase("passed_on", "Passed on to {target}.", "After !transfer.")
CANNOT_PASS_AWAY = phrase(
    "cannot_pass_away",
    "{target} cannot take it now ({state}). It is still yours.",
    "To staff, when a transfer has nobody to go to.",
)
TRANSFER_TO_WHOM = phrase(
    "transfer_to_whom",
    "Pass on to whom? There are: {names}.",
    "To staff, after !transfer without a name.",
)
NO_SUCH_TARGET = phrase(
    "no_such_target",
    "There is no colleague or desk called “{target}”. There are: {names}.",
    "To staff, after !transfer to nobody.",
)
PASS_TO_SELF = phrase("pass_to_self", "It is already yours.", "To staff, after !transfer to self.")
NOTE_KEPT = phrase("note_kept", "Note kept. The patron does not see it.", "To staff, after !note.")
NOTE_EMPTY = phrase("note_empty", "There is no text in the note.", "To staff, after an empty note.")
NOT_YOURS = phrase(
    "not_yours",
    "{name} has this one; it is not yours.",
    "To staff, for a command on another's session.",
)
NOBODYS_YET = phrase(
    "nobodys_yet",
    "Nobody has this one yet. !take {number} makes it yours.",
    "To staff, for a command on a waiting session.",
)
WHICH_SESSION = phrase(
    "which_session",
    "Which one? Please write it in that patron's window. Yours: {numbers}.",
    "To staff, when a command could mean several sessions.",
)
NO_SESSION = phrase(
    "no_session", "You have no open conversation.", "To staff, for a command that needs one."
)
IS_OVER = phrase(
    "is_over",
    "This conversation is over already. !take {number} opens it again.",
    "To staff, for a command that needs an open session.",
)
NO_SUCH_NUMBER = phrase(
    "no_such_number",
    "There is no number {number} here. !queue shows what waits.",
    "To staff, after !take.",
)
TAKE_WHICH = phrase(
    "take_which",
    "Take which one? Please write its number, as in !take 1042. !queue shows what waits.",
    "To staff, after a !take that names nobody.",
)
ALREADY_YOURS = phrase("already_yours", "{alias} is already yours.", "To staff, after !take.")
NOT_YOUR_DESK = phrase(
    "not_your_desk",
    "That one is at {desk}, where you do not serve.",
    "To staff who take at another desk.",
)
OWNED_BY = phrase("owned_by", "{name} has {alias}.", "To staff, after !take of another's session.")
ON_DUTY = phrase(
    "on_duty", "You are on duty: {desks}. Limit {limit}.", "To staff, after !on, when available."
)
ON_BUT_AWAY = phrase(
    "on_but_away",
    "You are signed on, but your client does not show you as available; offers begin when it does.",
    "To staff, after !on, when their presence says otherwise.",
)
OFF_DUTY = phrase(
    "off_duty",
    "You are off duty; nothing more is offered to you.{open}",
    "To staff, after !off. {open} names what is still theirs.",
)
STILL_YOURS = phrase(
    "still_yours", " Still yours: {numbers}.", "Part of other sentences: open sessions."
)
LIMIT_SET = phrase(
    "limit_set", "Your limit is {limit} now. You are with {load}.", "To staff, after !limit N."
)
LIMIT_ASK = phrase(
    "limit_ask", "Please give a number from 0 to {most}.", "To staff, after !limit without one."
)
ARRIVED = phrase(
    "arrived",
    "One more is waiting, for {age} now. !queue shows it.",
    "To staff who come on duty while more waits than is offered to them.",
    "{count} more are waiting, the oldest for {age}. !queue shows them all.",
)
STATUS = phrase(
    "status",
    "Duty: {duty}. Patrons: {load} of {limit}.{open} Waiting at your desks: {waiting}.",
    "To staff, after !status.",
)
QUEUE_EMPTY = phrase("queue_empty", "Nobody is waiting.", "To staff, after !queue.")
QUEUE_LINE = phrase(
    "queue_line",
    "{number}  {desk}, {age}: {question}",
    "To staff, a line of !queue: take it with !take NUMBER.",
)
QUEUE_MORE = phrase("queue_more", "… and {count} more.", "To staff, the end of a long !queue.")
WHO_LINE = phrase("who_line", "{name}: {duty}, with {load} of {limit}", "To staff: !who.")
DUTY_ON = phrase("duty_on", "on duty", "A duty, within other sentences.")
DUTY_OFF = phrase("duty_off", "signed off", "A duty, within other sentences.")
DUTY_AWAY = phrase("duty_away", "not available", "A duty, within other sentences.")
DUTY_FULL = phrase("duty_full", "at their limit", "A duty, within other sentences.")
DUTY_UNKNOWN = phrase("duty_unknown", "not known yet", "A duty, while the link is coming back.")
STAFF_HELP_LINE = phrase("staff_help_line", "{usage} – {help}", "To staff, a line of !help.")
DID_YOU_MEAN = phrase(
    "did_you_mean",
    "There is no !{word}, and nothing was sent. Did you mean {usage} ({help})?",
    "To staff, for a command that is not understood.",
)
UNKNOWN_COMMAND = phrase(
    "unknown_command",
    "There is no !{word}, and nothing was sent. !help lists what there is.",
    "To staff, for a command that resembles none.",
)
TALK_TO_DESK = phrase(
    "talk_to_desk",
    "This window is for commands: !queue shows what waits, !help the rest. "
    "Your message was not sent to anybody.",
    "To staff who write plain text to a desk.",
)
