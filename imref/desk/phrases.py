"""Every sentence that a person reads, in one place, each with the moment it is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with named gaps; calling it fills them. ``about`` says who reads it and when."""

    key: str
    text: str
    about: str

    def __call__(self, **fields: object) -> str:
        return self.text.format(**fields)


PHRASES: dict[str, Phrase] = {}


def _phrase(key: str, text: str, about: str) -> Phrase:
    if key in PHRASES:
        raise ValueError(f"two phrases are called {key!r}")
    PHRASES[key] = phrase = Phrase(key, text, about)
    return phrase


# What a patron reads.

RECEIVED = _phrase(
    "received",
    "Thank you, your question has reached {desk}. A librarian is being asked now. {place}",
    "To the patron, at once, when somebody is on duty. {place} is one of the place phrases.",
)
RECEIVED_BUSY = _phrase(
    "received_busy",
    "Thank you, your question has reached {desk}. Everybody here is with somebody at the moment. "
    "{place}",
    "To the patron, at once, when all who are on duty have as many patrons as they can take.",
)
RECEIVED_NOBODY = _phrase(
    "received_nobody",
    "Thank you, your question has reached {desk} and is kept. Nobody is at the desk just now; "
    "the first librarian who comes will see it. {place}",
    "To the patron, at once, when nobody who could answer is on duty.",
)
PLACE_NEXT = _phrase("place_next", "You are next.", "To the patron: first in line.")
PLACE = _phrase("place", "You are number {place} in line.", "To the patron: their place in line.")
STILL_LOOKING = _phrase(
    "still_looking",
    "Still looking for a librarian for you. {place} Write bye if you no longer need one.",
    "To a patron who has waited a while without a word.",
)
STILL_NOBODY = _phrase(
    "still_nobody",
    "Nobody has come to the desk yet. Your question is kept. {place} "
    "You can close this window; the answer comes here. Write bye to withdraw it.",
    "To a patron who has waited a while when nobody is on duty.",
)
JOINED = _phrase("joined", "{name} is here for you now.", "To the patron, when somebody claims.")
BACK_WITH = _phrase(
    "back_with",
    "Welcome back. You are with {name} again.",
    "To a patron who writes again soon after the close and meets the same librarian.",
)
PASSED_TO_DESK = _phrase(
    "passed_to_desk",
    "{name} is passing you on to {desk}. Somebody there will answer in this window.",
    "To the patron, at a transfer to another desk.",
)
PASSED_TO_PERSON = _phrase(
    "passed_to_person",
    "{name} is passing you on to {colleague}. Please stay here.",
    "To the patron, at a transfer to a colleague.",
)
OWNER_LOST = _phrase(
    "owner_lost",
    "{name} has lost the connection. I am looking for a colleague; nothing you wrote is lost.",
    "To the patron, when their librarian went offline and did not come back in time.",
)
OWNER_LEFT = _phrase(
    "owner_left",
    "{name} is no longer at this desk. I am looking for a colleague; nothing you wrote is lost.",
    "To the patron, when their librarian is no longer on the staff list.",
)
OWNER_SILENT = _phrase(
    "owner_silent",
    "{name} could not answer yet. I am looking for a colleague.",
    "To the patron, when somebody took the question and said nothing.",
)
CLOSED_BY_STAFF = _phrase(
    "closed_by_staff",
    "{name} has ended the conversation. If something is missing, just write again.",
    "To the patron, at !close.",
)
CLOSED_BY_PATRON = _phrase(
    "closed_by_patron",
    "Good-bye, and thank you for asking. Write again at any time.",
    "To the patron, after bye.",
)
IDLE_REMINDER = _phrase(
    "idle_reminder",
    "Is there anything else? {name} is still here; without a word from you "
    "this conversation ends in a few minutes.",
    "To a patron who has been silent for some minutes.",
)
CLOSED_IDLE = _phrase(
    "closed_idle",
    "I am ending this conversation for now. Just write again, and we go on where we were.",
    "To a patron who stayed silent after the reminder.",
)
PATRON_HELP = _phrase(
    "patron_help",
    "Write your question here and a librarian of {desk} answers in this window.\n{commands}",
    "To a patron who writes help; {commands} lists the words.",
)
PATRON_NO_SESSION = _phrase(
    "patron_no_session",
    "You have no question open at {desk}. Write one, and a librarian is asked at once.",
    "To a patron who writes status or bye without an open question.",
)
PATRON_WAITING = _phrase(
    "patron_waiting",
    "Your question has been waiting for {age}. {place}",
    "To a patron who writes status while waiting.",
)
PATRON_SERVED = _phrase(
    "patron_served",
    "You are talking with {name}.",
    "To a patron who writes status while a librarian is with them.",
)
INTERRUPTED = _phrase(
    "interrupted",
    "We had a short interruption. The last message we have from you is: “{text}”. "
    "Please send again what you wrote after it.",
    "To people in open sessions, after the service stopped without notice.",
)
NO_ENCRYPTION = _phrase(
    "no_encryption",
    "Your message was encrypted, so nobody here could read it. Please turn encryption off for "
    "this contact (in most clients: the lock beside the text field) and send it again.",
    "To anybody whose message came encrypted, once a session.",
)
NO_GROUPCHAT = _phrase(
    "no_groupchat",
    "This address talks with one person at a time. Please write to it directly.",
    "In the stanza error to a group-chat message.",
)
TOO_LONG = _phrase(
    "too_long",
    "This message is too long to pass on. Please send at most {limit} characters at a time.",
    "In the stanza error to a message over the bound.",
)
TOO_FAST = _phrase(
    "too_fast",
    "That was faster than we can read. Please wait a moment and send it again.",
    "In the stanza error to a flood.",
)
STAFF_ONLY = _phrase(
    "staff_only",
    "This address is for the library's staff. Please write to {desk} instead.",
    "In the stanza error to a stranger who writes to an alias.",
)
NO_SUCH_ADDRESS = _phrase(
    "no_such_address",
    "There is no desk at this address. You can ask at {desk}.",
    "In the stanza error to a message for an unknown address.",
)
CANNOT_KEEP = _phrase(
    "cannot_keep",
    "We cannot keep messages at the moment, so this one was not taken. Please send it again soon.",
    "In the stanza error (wait) while the store is out of order.",
)

# What a librarian reads.

OFFER = _phrase(
    "offer",
    "{desk}: a question, waiting for {age}. Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a new question.",
)
OFFER_AGAIN = _phrase(
    "offer_again",
    "{desk}: still waiting, {age} now. Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a reminder of an offer that ran out.",
)
OFFER_PASSED = _phrase(
    "offer_passed",
    "{desk}: {from_name} passes this on{why}. Waiting for {age}. "
    "Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a transfer.",
)
EARLIER = _phrase(
    "earlier", "Earlier conversation:\n{lines}", "Before an offer, when the patron was here before."
)
SO_FAR = _phrase(
    "so_far", "So far:\n{lines}", "To whoever claims: what they have not been shown yet."
)
TAKEN_BY = _phrase("taken_by", "{name} has this one.", "To the others who were offered it.")
YOURS = _phrase(
    "yours", "{alias} is yours. What you write here goes to them.", "To staff, after !take."
)
BACK_AGAIN = _phrase(
    "back_again",
    "They are back and with you again; it was closed {age} ago.",
    "To staff, when a patron returns to them.",
)
NOT_RELAYED_TAKEN = _phrase(
    "not_relayed_taken",
    "{name} was first and has this one. Your message was not sent.",
    "To staff whose reply came second.",
)
NOT_RELAYED_PASSED = _phrase(
    "not_relayed_passed",
    "This one is being passed on to {target}. Your message was not sent. "
    "!take {number} makes it yours.",
    "To staff who write into a session that is kept for somebody else, or that they passed on.",
)
NOT_RELAYED_CLOSED = _phrase(
    "not_relayed_closed",
    "This conversation is over. Your message was not sent. !take {number} opens it again.",
    "To staff who write into a closed session.",
)
NOT_RELAYED_GONE = _phrase(
    "not_relayed_gone",
    "This conversation ended a while ago and cannot be opened again from here. "
    "Your message was not sent.",
    "To staff who write to an alias that is no longer kept.",
)
FULL = _phrase(
    "full",
    "You are with {load} already and your limit is {limit}, so this one is not yours and "
    "nothing was sent. !close one, or !limit {more}.",
    "To staff who would exceed their own limit.",
)
DECLINED = _phrase("declined", "Passed on. Thank you for saying so.", "To staff, after !decline.")
NOTHING_TO_DECLINE = _phrase(
    "nothing_to_decline", "Nothing is offered to you here.", "To staff, after a needless !decline."
)
PATRON_LEFT = _phrase(
    "patron_left", "They have said bye. This conversation is over.", "To the owner, after bye."
)
PATRON_WITHDREW = _phrase(
    "patron_withdrew", "They no longer need an answer.", "To those offered, when the patron leaves."
)
CLOSED = _phrase("closed", "Closed. Thank you.", "To staff, after !close.")
CLOSED_FOR_IDLE = _phrase(
    "closed_for_idle", "They did not answer any more. Closed.", "To the owner, at the idle close."
)
OWNER_REMINDER = _phrase(
    "owner_reminder",
    "They have been waiting for your answer for {age}. !close if it is done.",
    "To the owner, once, when the patron's last words stay unanswered.",
)
TAKEN_BACK_SILENT = _phrase(
    "taken_back_silent",
    "You had not written yet, so this one is offered to everybody again.",
    "To somebody who took a question and said nothing.",
)
TAKEN_BACK_UNANSWERED = _phrase(
    "taken_back_unanswered",
    "They have been waiting for {age}, so this one is offered to your colleagues.",
    "To the former owner, who did not answer after the reminder either.",
)
TAKEN_BACK_LOST = _phrase(
    "taken_back_lost",
    "You were offline, so this one is offered to your colleagues.",
    "To the former owner, when the grace time is over.",
)
RELEASED_UNREACHABLE = _phrase(
    "released_unreachable",
    "Your client could not be reached, so this one is offered to your colleagues.",
    "To the former owner, when a message to them bounced.",
)
PASSED_ON = _phrase("passed_on", "Passed on to {target}.", "After !transfer.")
NOT_PICKED_UP = _phrase(
    "not_picked_up",
    "{name} has not picked it up; it is now offered to all of {desk}.",
    "To whoever transferred, when the colleague does not answer.",
)
CANNOT_PASS_AWAY = _phrase(
    "cannot_pass_away",
    "{target} cannot take it now ({state}). It is still yours.",
    "To staff, when a transfer has nobody to go to.",
)
TRANSFER_TO_WHOM = _phrase(
    "transfer_to_whom",
    "Pass on to whom? There are: {names}.",
    "To staff, after !transfer without a name.",
)
NO_SUCH_TARGET = _phrase(
    "no_such_target",
    "I know no colleague or desk called “{target}”. There are: {names}.",
    "To staff, after !transfer to nobody.",
)
PASS_TO_SELF = _phrase("pass_to_self", "It is already yours.", "To staff, after !transfer to self.")
NOTE_KEPT = _phrase("note_kept", "Note kept. The patron does not see it.", "To staff, after !note.")
NOTE_FROM = _phrase(
    "note_from", "Note by {name}: {text}", "To the owner, when a colleague adds a note."
)
NOTE_EMPTY = _phrase(
    "note_empty", "There is no text in the note.", "To staff, after an empty note."
)
NOT_YOURS = _phrase(
    "not_yours",
    "This one is not yours ({holder}).",
    "To staff, for a command on another's session.",
)
WHICH_SESSION = _phrase(
    "which_session",
    "Which one? Please write it in that patron's window. Yours: {numbers}.",
    "To staff, when a command could mean several sessions.",
)
NO_SESSION = _phrase(
    "no_session", "You have no open conversation.", "To staff, for a command that needs one."
)
IS_OVER = _phrase(
    "is_over",
    "This conversation is over already. !take {number} opens it again.",
    "To staff, for a command that needs an open session.",
)
NO_SUCH_NUMBER = _phrase(
    "no_such_number",
    "I know no number {number}. !queue shows what waits.",
    "To staff, after !take.",
)
ALREADY_YOURS = _phrase("already_yours", "{alias} is already yours.", "To staff, after !take.")
NOT_YOUR_DESK = _phrase(
    "not_your_desk",
    "That one is at {desk}, where you do not serve.",
    "To staff who take at another desk.",
)
OWNED_BY = _phrase("owned_by", "{name} has {alias}.", "To staff, after !take of another's session.")
ON_DUTY = _phrase(
    "on_duty", "You are on duty: {desks}. Limit {limit}.", "To staff, after !on, when available."
)
ON_BUT_AWAY = _phrase(
    "on_but_away",
    "You are signed on, but your client does not show you as available; offers begin when it does.",
    "To staff, after !on, when their presence says otherwise.",
)
OFF_DUTY = _phrase(
    "off_duty",
    "You are off duty; nothing more is offered to you.{open}",
    "To staff, after !off. {open} names what is still theirs.",
)
STILL_YOURS = _phrase(
    "still_yours", " Still yours: {numbers}.", "Part of other sentences: open sessions."
)
LIMIT_SET = _phrase(
    "limit_set", "Your limit is {limit} now. You are with {load}.", "To staff, after !limit N."
)
LIMIT_ASK = _phrase(
    "limit_ask", "Please give a number from 0 to {most}.", "To staff, after !limit without one."
)
ARRIVED = _phrase(
    "arrived",
    "{count} more waiting, the oldest for {age}. !queue shows them all.",
    "To staff who come on duty while more waits than is offered to them.",
)
STATUS = _phrase(
    "status",
    "Duty: {duty}. Patrons: {load} of {limit}.{open} Waiting at your desks: {waiting}.",
    "To staff, after !status.",
)
QUEUE_EMPTY = _phrase("queue_empty", "Nobody is waiting.", "To staff, after !queue.")
QUEUE_LINE = _phrase(
    "queue_line",
    "{number}  {desk}, {age}: {question}",
    "To staff, a line of !queue: take it with !take NUMBER.",
)
QUEUE_MORE = _phrase("queue_more", "… and {count} more.", "To staff, the end of a long !queue.")
WHO_LINE = _phrase("who_line", "{name}: {duty}, with {load} of {limit}", "To staff: !who.")
DUTY_ON = _phrase("duty_on", "on duty", "A duty, within other sentences.")
DUTY_OFF = _phrase("duty_off", "signed off", "A duty, within other sentences.")
DUTY_AWAY = _phrase("duty_away", "not available", "A duty, within other sentences.")
DUTY_FULL = _phrase("duty_full", "at their limit", "A duty, within other sentences.")
DUTY_UNKNOWN = _phrase("duty_unknown", "not known yet", "A duty, while the link is coming back.")
STAFF_HELP_LINE = _phrase("staff_help_line", "{usage} – {help}", "To staff, a line of !help.")
DID_YOU_MEAN = _phrase(
    "did_you_mean",
    "I do not know !{word}, and nothing was sent. Did you mean {usage} ({help})?",
    "To staff, for a command that is not understood.",
)
UNKNOWN_COMMAND = _phrase(
    "unknown_command",
    "I do not know !{word}, and nothing was sent. !help lists what I know.",
    "To staff, for a command that resembles none.",
)
TALK_TO_DESK = _phrase(
    "talk_to_desk",
    "This window is for commands: !queue shows what waits, !help the rest. "
    "Your message was not sent to anybody.",
    "To staff who write plain text to a desk.",
)
PATRON_UNREACHABLE = _phrase(
    "patron_unreachable",
    "They cannot be reached just now. What you write is kept and sent when they write again.",
    "To the owner, when an answer bounced.",
)
INTERRUPTED_STAFF = _phrase(
    "interrupted_staff",
    "imref had a short interruption. The last message of yours that is kept here: “{text}”. "
    "Please send again what you wrote after it.",
    "To owners of open sessions, after the service stopped without notice.",
)
MOVED = _phrase(
    "moved",
    "This one is at {desk} now.",
    "To those who were offered a question whose desk is no more.",
)
NO_LONGER_STAFF = _phrase(
    "no_longer_staff",
    "Your conversations are offered to your colleagues, as the library's staff list changed.",
    "To somebody who is no longer on the staff list and had open sessions.",
)
LINE_PATRON = _phrase("line_patron", "> {text}", "A line of the patron in a summary to staff.")
LINE_STAFF = _phrase("line_staff", "{name}: {text}", "A line of staff in a summary to staff.")
LINE_NOTE = _phrase("line_note", "[note, {name}] {text}", "A note in a summary to staff.")
WHY = _phrase("why", " ({why})", "A reason, within other sentences.")

# What every roster shows.

DESK_STAFFED = _phrase("desk_staffed", "Ask us: somebody is here.", "The desk's status.")
DESK_UNSTAFFED = _phrase(
    "desk_unstaffed", "Nobody is here just now. Your question is kept.", "The desk's status."
)


def age(seconds: float) -> str:
    """A waiting time as people say it: "a moment", "5 s", "3 min", "2 h 5 min"."""
    whole = max(0, int(seconds))
    if whole < 2:
        return "a moment"
    if whole < 60:
        return f"{whole} s"
    minutes = whole // 60
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"


def snippet(text: str, most: int = 60) -> str:
    """The first words of ``text`` on one line, cut with an ellipsis after ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
