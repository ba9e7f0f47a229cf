"""What a librarian reads about a session: it is offered, claimed, passed on, and over."""

from imref.desk.phrases.registry import phrase

OFFER = phrase(
    "offer",
    "{desk}: a question, waiting for {age}. Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a new question.",
)
OFFER_AGAIN = phrase(
    "offer_again",
    "{desk}: still waiting, {age} now. Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a reminder of an offer that ran out.",
)
OFFER_PASSED = phrase(
    "offer_passed",
    "{desk}: {from_name} passes this on{why}. Waiting for {age}. "
    "Answer here to take it, or !decline.\n{lines}",
    "To staff, from the alias: a transfer.",
)
ASKS = phrase(
    "asks",
    "{name} asks:\n{lines}",
    "Within an offer, before the patron's words, when they have told their name.",
)
EARLIER = phrase(
    "earlier", "Earlier conversation:\n{lines}", "Before an offer, when the patron was here before."
)
SO_FAR = phrase(
    "so_far", "So far:\n{lines}", "To whoever claims: what they have not been shown yet."
)
TAKEN_BY = phrase("taken_by", "{name} has this one.", "To the others who were offered it.")
BACK_AGAIN = phrase(
    "back_again",
    "They are back and with you again; it was closed {age} ago.",
    "To staff, when a patron returns to them.",
)
NOT_RELAYED_TAKEN = phrase(
    "not_relayed_taken",
    "{name} has this one. Your message was not sent.",
    "To staff who write to the patron of a colleague, often because their reply came second.",
)
NOT_RELAYED_PASSED = phrase(
    "not_relayed_passed",
    "This one is being passed on to {target}. Your message was not sent. "
    "!take {number} makes it yours.",
    "To staff who write into a session that is kept for somebody else, or that they passed on.",
)
NOT_RELAYED_CLOSED = phrase(
    "not_relayed_closed",
    "This conversation is over. Your message was not sent. !take {number} opens it again.",
    "To staff who write into a closed session.",
)
NOT_RELAYED_GONE = phrase(
    "not_relayed_gone",
    "This conversation ended a while ago and cannot be opened again from here. "
    "Your message was not sent.",
    "To staff who write to an alias that is no longer kept.",
)
PATRON_LEFT = phrase(
    "patron_left", "They have said bye. This conversation is over.", "To the owner, after bye."
)
PATRON_IS_AWAY = phrase(
    "patron_is_away",
    "They have left the page just now. What you write is kept for their return.",
    "To the owner, once, when a patron has left the web page or gone offline.",
)
PATRON_IS_BACK = phrase(
    "patron_is_back", "They are back.", "To the owner who was told that their patron had left."
)
PATRON_WITHDREW = phrase(
    "patron_withdrew", "They no longer need an answer.", "To those offered, when the patron leaves."
)
CLOSED_FOR_IDLE = phrase(
    "closed_for_idle",
    "They did not answer any more, so this one is closed.",
    "To the owner, at the idle close.",
)
OWNER_REMINDER = phrase(
    "owner_reminder",
    "They have been waiting for your answer for {age}. !close if it is done.",
    "To the owner, once, when the patron's last words stay unanswered.",
)
TAKEN_BACK_SILENT = phrase(
    "taken_back_silent",
    "You had not written yet, so this one is offered to everybody again.",
    "To somebody who took a question and said nothing.",
)
TAKEN_BACK_UNANSWERED = phrase(
    "taken_back_unanswered",
    "They have been waiting for {age}, so this one is offered to your colleagues.",
    "To the former owner, who did not answer after the reminder either.",
)
TAKEN_BACK_LOST = phrase(
    "taken_back_lost",
    "We could not see you online, so this one is offered to your colleagues.",
    "To the former owner, when the grace time is over.",
)
RELEASED_UNREACHABLE = phrase(
    "released_unreachable",
    "Your client could not be reached, so this one is offered to your colleagues.",
    "To the former owner, when a message to them bounced.",
)
NOT_PICKED_UP = phrase(
    "not_picked_up",
    "{name} has not picked it up; it is now offered to all of {desk}.",
    "To whoever transferred, when the colleague does not answer.",
)
NOTE_FROM = phrase(
    "note_from", "Note by {name}: {text}", "To the owner, when a colleague adds a note."
)
PATRON_UNREACHABLE = phrase(
    "patron_unreachable",
    "They cannot be reached just now. What you write is kept and sent when they write again.",
    "To the owner, when an answer bounced.",
)
INTERRUPTED_STAFF = phrase(
    "interrupted_staff",
    "We had a short interruption. The last message of yours that is kept here: “{text}”. "
    "Please send again what you wrote after it.",
    "To owners of open sessions and to partners, after a stop without notice.",
)
MOVED = phrase(
    "moved",
    "This one is at {desk} now.",
    "To those who were offered a question whose desk is no more.",
)
NO_LONGER_STAFF = phrase(
    "no_longer_staff",
    "Your conversations are offered to your colleagues, as the library's staff list changed.",
    "To somebody who is no longer on the staff list and had open sessions.",
)
LINE_PATRON = phrase("line_patron", "> {text}", "A line of the patron in a summary to staff.")
LINE_STAFF = phrase("line_staff", "{name}: {text}", "A line of staff in a summary to staff.")
LINE_NOTE = phrase("line_note", "[note, {name}] {text}", "A note in a summary to staff.")
WHY = phrase("why", " ({why})", "A reason, within other sentences.")
