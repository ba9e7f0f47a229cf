"""Promises: what patrons and librarians read about an answer that comes later."""

from imref.desk.phrases.registry import phrase

# To the patron.

PROMISED = phrase(
    "promised",
    "{name} will answer here by {when}. You need not stay: the answer comes to this window. "
    "Write {word_sooner} if you need it earlier.{mail}",
    "To the patron, when a librarian promises an answer for later.",
)
PROMISED_MAIL = phrase(
    "promised_mail",
    " If this address might not last, write {word_email} and your mail address.",
    "To the patron, at the end of a promise, where the library sends mail.",
)
PROMISED_STILL = phrase(
    "promised_still",
    "{name} will answer here by {when}. Write {word_sooner} if you need it earlier.",
    "To a patron with a promise who asks for the status.",
)
POSTPONED_PATRON = phrase(
    "postponed_patron",
    "{name} needs longer and will answer here by {when}.{words}",
    "To the patron, when a promise is put off. {words} are the librarian's own, if any.",
)
MOVED_UP_PATRON = phrase(
    "moved_up_patron",
    "{name} will answer here sooner, by {when}.{words}",
    "To the patron, when a promise is moved to an earlier time.",
)
HANDED_PATRON = phrase(
    "handed_patron",
    "{name} will answer you instead of {former}, by {when}.",
    "To the patron, when somebody else takes a promise over.",
)
DROPPED_PATRON = phrase(
    "dropped_patron",
    "{name} cannot keep the promise to answer by {when}, and is sorry.{words} Write here again "
    "and somebody else will see to it.",
    "To the patron, when a librarian takes a promise back.",
)
SOONER_TOLD = phrase(
    "sooner_told",
    "{name} knows now that you need it sooner than {when}.",
    "To the patron, after sooner, when the librarian is there.",
)
SOONER_LEFT = phrase(
    "sooner_left",
    "{name} is not here just now and will see when they come back that you need it sooner than "
    "{when}.",
    "To the patron, after sooner, when the librarian is away.",
)
SOONER_NOTHING = phrase(
    "sooner_nothing",
    "Nothing is promised to you for later. Just write here what you need.",
    "To a patron who writes sooner without a promise.",
)
EMAIL_ASK = phrase(
    "email_ask",
    "To which mail address may an answer go if this chat cannot be reached? Just write it here.",
    "To a patron who writes email without an address.",
)
EMAIL_KEPT = phrase(
    "email_kept",
    "Thank you. If this chat cannot be reached, an answer goes to {address}. Librarians do not see "
    "it, and it is deleted when your question is done.",
    "To a patron who has given a mail address.",
)
EMAIL_WRONG = phrase(
    "email_wrong",
    "“{text}” is no mail address that we can write to. Write for example: {word_email} "
    "me@home.example",
    "To a patron who writes email and something that is no address.",
)
EMAIL_NONE = phrase(
    "email_none",
    "This library sends no mail; answers come here.",
    "To a patron who writes email where no mail is sent.",
)
EMAIL_FIRST_ASK = phrase(
    "email_first_ask",
    "First write your question here; then tell us the address.",
    "To a patron who writes email before they have asked anything.",
)

# To staff, in answer to commands.

PROMISE_MADE = phrase(
    "promise_made",
    "Promised for {when}, and the conversation is closed. Write in this window when you have it, "
    "also days later; !postpone, !hand or !done in the meantime.",
    "To staff, after !followup.",
)
PROMISE_PRACTICE = phrase(
    "promise_practice",
    "Well thought of! In a rehearsal nothing is promised, though; just go on.",
    "To staff, after !followup in a rehearsal.",
)
PROMISE_WHEN = phrase(
    "promise_when",
    "By when? For example: !followup tomorrow 17:00 find the 1923 map",
    "To staff, after !followup without a time to come.",
)
POSTPONE_WHEN = phrase(
    "postpone_when",
    "Until when? For example: !postpone Friday 12:00 The map is at the binder's.",
    "To staff, after !postpone without a time to come.",
)
PROMISED_ALREADY = phrase(
    "promised_already",
    "{name} has promised them an answer by {when} already. !hand {me} makes it yours.",
    "To staff, after !followup where a colleague has promised something.",
)
POSTPONED = phrase("postponed", "They know now that it is by {when}.", "To staff, after !postpone.")
PROMISE_DONE = phrase(
    "promise_done", "Done, in time. Thank you.", "To staff, after !done by the promised time."
)
PROMISE_DONE_LATE = phrase(
    "promise_done_late", "Done. Thank you.", "To staff, after !done past the promised time."
)
PROMISE_UNANSWERED = phrase(
    "promise_unanswered",
    "Nothing has gone to {alias} since it was promised. Write to them first, or take the promise "
    "back: !drop {number} with a word to them.",
    "To staff, after !done without an answer.",
)
PROMISE_DROPPED = phrase(
    "promise_dropped", "Taken back; they have been told.", "To staff, after !drop."
)
HANDED_ON = phrase("handed_on", "It is {name}'s now, and they know.", "To staff, after !hand.")
HAND_TO_WHOM = phrase(
    "hand_to_whom", "To whom? There are: {names}.", "To staff, after !hand without a name."
)
NO_PROMISE = phrase(
    "no_promise",
    "There is no open promise here. !followups lists yours.",
    "To staff, after a command about a promise where there is none.",
)
WHICH_PROMISE = phrase(
    "which_promise",
    "Which one? {lines}",
    "To staff, after a command about a promise when several may be meant.",
)
PROMISE_OF_ANOTHER = phrase(
    "promise_of_another",
    "That one is promised by {name}.",
    "To staff, after a command about a colleague's promise.",
)
FOLLOWUPS_NONE = phrase(
    "followups_none", "Nothing is promised. Lucky you.", "To staff, after !followups."
)
FOLLOWUPS_LINE = phrase(
    "followups_line", "{number} · {name} · by {when}{late} · {what}", "A line of !followups."
)
FOLLOWUPS_LATE = phrase(
    "followups_late", " (late)", "In a line of !followups, when the time is past."
)
FOLLOWUPS_MORE = phrase(
    "followups_more", "… and {count} more.", "The end of a long !followups.", "… and {count} more."
)

# To staff, by itself.

PROMISE_NOTE = phrase(
    "promise_note",
    "Promised for {when}: {what}",
    "A note in the conversation, when a promise is made.",
)
PROMISE_ANSWERED = phrase(
    "promise_answered",
    "Sent; if they are away they read it when they are back. !done when this was all.",
    "To staff, after the first answer to a promise.",
)
NOT_RELAYED_PROMISED = phrase(
    "not_relayed_promised",
    "{name} has promised them an answer by {when}. Your message was not sent. !hand {me} makes the "
    "promise yours, !take {number} opens the conversation.",
    "To staff who write into a closed session that a colleague has promised an answer to.",
)
PROMISE_REMINDER = phrase(
    "promise_reminder",
    "You have promised an answer here by {when}: {what}. Write it in this window, or !postpone.",
    "To the owner of a promise, once, some time before it is due.",
)
PROMISE_LATE = phrase(
    "promise_late",
    "The answer here was promised by {when}: {what}. Write it in this window, or !postpone with a "
    "word to them.",
    "To the owner of a promise, once, when its time is past.",
)
PROMISE_RAISED = phrase(
    "promise_raised",
    "{name} promised {alias} an answer by {when} and has not written: {what}. "
    "!hand NAME {number} gives it to somebody else.",
    "To the supervisors of the desk, once, when a promise is late.",
)
PROMISE_BROKEN = phrase(
    "promise_broken",
    "The promise to {alias} by {when} was never answered. It counts as broken and leaves the list.",
    "To the owner and the supervisors, long after a promise was due.",
)
PROMISE_SETTLED = phrase(
    "promise_settled",
    "Your promise to {alias} counts as done: you wrote to them. If it was not all: "
    "!take {number}, then !followup again.",
    "To the owner, when an answered promise is over by itself.",
)
HANDED_TO_YOU = phrase(
    "handed_to_you",
    "{name} hands you a promise: an answer by {when}: {what}{why}. Write it in this window.\n"
    "{lines}",
    "To whoever a promise is handed to, from the alias.",
)
HANDED_FROM_YOU = phrase(
    "handed_from_you",
    "Your promise of an answer by {when} ({what}) is {name}'s now. You need do no more for it.",
    "To whoever has made a promise, from the alias, when somebody else hands it on or takes it.",
)
LEFT_TO_YOU = phrase(
    "left_to_you",
    "{name} is no longer on the staff list, so their promise is yours: an answer by {when}: "
    "{what}. Write it in this window, or !hand NAME.\n{lines}",
    "To a supervisor, when somebody with a promise has left.",
)
SOONER_ASKED = phrase(
    "sooner_asked",
    "They need it sooner than {when}{words}. Answer in this window, or !postpone to an earlier "
    "time.",
    "To the owner of a promise, when the patron writes sooner.",
)
SOONER_WORDS = phrase(
    "sooner_words", ": “{words}”", "What the patron wrote after sooner, within that message."
)
BACK_FOR_PROMISE = phrase(
    "back_for_promise",
    "They write again, and are with you. You have promised an answer by {when}.",
    "To the owner of a promise, when the patron writes in the meantime.",
)

# Mail.

MAIL_SUBJECT = phrase(
    "mail_subject", "An answer from {desk}", "The subject of a mail with an answer."
)
MAIL_BODY = phrase(
    "mail_body",
    "{name} of {desk} answers your question:\n\n{text}\n\n"
    "This comes by mail because your chat address cannot be reached. "
    "Please do not answer this mail; write to {address} from any Jabber client.",
    "The text of a mail with an answer.",
)
MAIL_UNDER_WAY = phrase(
    "mail_under_way",
    "Their chat address cannot be reached, so your answer goes by mail. You will hear how that "
    "went.",
    "To staff, when an answer bounced and the patron gave a mail address.",
)
MAIL_ARRIVED = phrase(
    "mail_arrived",
    "Your answer to {alias} has gone out by mail; their mail server has it.",
    "To staff, when a mail was handed over.",
)
MAIL_REFUSED = phrase(
    "mail_refused",
    "Your answer to {alias} could not go out by mail: {detail}. It is kept, and sent if they write "
    "here again.",
    "To staff, when a mail server refused a mail for good. {detail} are its words.",
)
MAIL_LATER = phrase(
    "mail_later",
    "The mail server does not take your answer to {alias} just now ({detail}). It is tried again "
    "for a day.",
    "To staff, once, when a mail has to be tried again.",
)
MAIL_GIVEN_UP = phrase(
    "mail_given_up",
    "The mail server would not take your answer to {alias} for a day ({detail}), so nothing "
    "more is tried. It is kept, and sent if they write here again.",
    "To staff, when a mail could not be handed over for a day.",
)
