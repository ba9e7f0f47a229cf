"""What librarians read of each other: guests in a conversation, and the backchannel."""

from imref.desk.phrases.registry import phrase

INVITED = phrase(
    "invited",
    "{name} asks you to join{why}. What you write here goes to the patron with your name before "
    "it; !leave ends it. So far:\n{lines}",
    "To staff, from the alias, who are invited into a colleague's conversation.",
)
GUEST_INVITED = phrase(
    "guest_invited",
    "{name} reads along from here on and may write to them. It is still yours.",
    "To the owner, after !invite.",
)
GUEST_JOINS = phrase(
    "guest_joins",
    "{guest} joins {owner} and you.",
    "To a patron, before the first words of a colleague whom their librarian invited.",
)
GUEST_LEFT_PATRON = phrase(
    "guest_left_patron",
    "{guest} has left; {owner} is still with you.",
    "To a patron, when a colleague who has written to them leaves.",
)
GUEST_LEFT = phrase("guest_left", "{name} has left.", "To the others, when a guest has left.")
GUEST_LEAVES = phrase("guest_leaves", "You have left. Thank you.", "To a guest, after !leave.")
GUEST_PLACE_ENDS = phrase(
    "guest_place_ends",
    "{name} no longer has this one, and your place in it ends. Thank you.",
    "To a guest, when the conversation goes to somebody else.",
)
GUEST_OVER = phrase(
    "guest_over", "This conversation is over. Thank you.", "To a guest, when it is closed."
)
COLLEAGUE_SAYS = phrase(
    "colleague_says",
    "{name}: {text}",
    "To the owner and the guests of a conversation: what a colleague wrote to the patron.",
)
COLLEAGUE_CORRECTS = phrase(
    "colleague_corrects",
    "{name} corrects: {text}",
    "To the owner and the guests of a conversation: a colleague corrected what they wrote.",
)
INVITE_WHOM = phrase(
    "invite_whom", "Invite whom? There are: {names}.", "To staff, after !invite without a name."
)
INVITE_SELF = phrase("invite_self", "You are in it already.", "To staff, after !invite self.")
ALREADY_GUEST = phrase(
    "already_guest", "{name} is in it already.", "To staff, after !invite of a guest."
)
CANNOT_INVITE = phrase(
    "cannot_invite",
    "{name} cannot join now ({state}).",
    "To staff, after !invite of somebody who is not on duty.",
)
LEAVE_YOURS = phrase(
    "leave_yours",
    "This one is yours. !transfer passes it on, !close ends it.",
    "To the owner, after !leave.",
)
LEAVE_NOTHING = phrase(
    "leave_nothing", "You are nobody's guest here.", "To staff, after a needless !leave."
)
ASKED_BY = phrase(
    "asked_by",
    "{name} asks{about}: {text}\n!re and your answer, here, goes to {name} and to no patron.",
    "To colleagues on duty: a question on the backchannel.",
)
ASKED_ABOUT = phrase(
    "asked_about", " about {alias}", "The patron that a question is about, in other sentences."
)
ASKED = phrase(
    "asked",
    "Asked: {names}. No patron sees it; answers come here.",
    "To staff, after !ask: who was asked.",
)
ASK_WHAT = phrase(
    "ask_what",
    "Ask your colleagues what? For example: !ask where are the bound newspapers?",
    "To staff, after !ask without a question.",
)
ASK_NOBODY = phrase(
    "ask_nobody", "No colleague is on duty just now, so nobody was asked.", "To staff, after !ask."
)
ANSWERED_BY = phrase(
    "answered_by", "{name} answers: {text}", "To staff who asked on the backchannel."
)
ANSWER_SENT = phrase(
    "answer_sent", "Told {name}, and nobody else.", "To staff, after !re: whom it went to."
)
ANSWER_WHOM = phrase(
    "answer_whom",
    "No colleague has asked you anything lately. !ask asks them.",
    "To staff, after !re when nobody has asked.",
)
ANSWER_WHAT = phrase(
    "answer_what", "There is no text in the answer to {name}.", "To staff, after an empty !re."
)
