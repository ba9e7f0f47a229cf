"""What stands on the forms that a librarian's client shows for commands (XEP-0050)."""

from imref.desk.phrases.registry import phrase

FORM_ABOUT = phrase("form_about", "{alias}: {question}", "On a form about one patron.")
FORM_DONE = phrase("form_done", "Done.", "To staff, after a form whose command says nothing.")
FORM_DONE_ALREADY = phrase(
    "form_done_already",
    "That is done already.",
    "To staff whose client hands the same form in again.",
)
FORM_NOT_NOW = phrase(
    "form_not_now",
    "That cannot be done here just now. Please open the commands of this contact again to see what "
    "can.",
    "To staff who open a form that makes no sense any more.",
)
FORM_EXPIRED = phrase(
    "form_expired",
    "This form was opened hours ago, and nothing was done. Please open it again.",
    "To staff who hand in an old form.",
)
FORM_EMPTY = phrase(
    "form_empty", "Nothing is done yet: “{field}” is empty.", "To staff, above a form."
)
FORM_CHOOSE = phrase(
    "form_choose",
    "Nothing is done yet: please choose again what there is now for “{field}”.",
    "To staff, above a form whose choices have changed.",
)
FORM_WHEN = phrase(
    "form_when",
    "Nothing is done yet: “{text}” is no time to come that I understand. For example: tomorrow "
    "17:00, Friday, in 2 days.",
    "To staff, above a form whose date is not understood.",
)
FORM_TAKEN = phrase(
    "form_taken",
    "{alias} is yours. What you write in their window goes to them.",
    "To staff who took a question by a form.",
)

# Titles, where the help says more than a menu needs.

FORM_DUTY = phrase("form_duty", "your duty: on, off, until when", "The title of a form.")
FORM_TALLY_TITLE = phrase("form_tally_title", "count a walk-in or a call", "The title of a form.")
FORM_CANNED_TITLE = phrase(
    "form_canned_title", "answers kept ready: see, keep, share, remove", "The title of a form."
)
FORM_SAY = phrase("form_say", "send an answer that is kept ready", "The title of a form.")
FORM_RE = phrase("form_re", "answer a colleague who asked you", "The title of a form.")
FORM_FOLLOWUPS = phrase("form_followups", "what is promised, by time", "The title of a form.")

# What the fields are called.

FORM_WHICH = phrase("form_which", "Which one", "A field of a form.")
FORM_WAITING = phrase("form_waiting", "{alias}, {age}: {question}", "A question to choose.")
FORM_WHY = phrase("form_why", "A word for them, if you like", "A field: why a colleague gets it.")
FORM_TO_WHOM = phrase("form_to_whom", "To whom", "A field: colleagues and desks.")
FORM_INVITE = phrase("form_invite", "Whom to ask in", "A field: colleagues.")
FORM_NOBODY = phrase(
    "form_nobody",
    "Nobody else is free just now, so there is nobody to choose.",
    "To staff who would pass a patron on, or invite, when nobody is there.",
)
FORM_UNSAID = phrase("form_unsaid", "not said", "A choice: to leave something open.")
FORM_OUTCOME = phrase("form_outcome", "What became of it", "A field: the outcome.")
FORM_READ = phrase("form_read", "Effort (READ scale)", "A field: the level of effort.")
READ_LEVELS_TOLD = tuple(
    phrase(f"read_{level}", text, "A level of the READ scale (Gerlich and Berard), on a form.")
    for level, text in enumerate(
        (
            "1 – under five minutes, nothing to look up",
            "2 – a quick look: a call number, a direction",
            "3 – some searching, a little teaching",
            "4 – several sources, some knowledge of the subject",
            "5 – research: much time, many sources",
            "6 – research over hours or days",
        ),
        1,
    )
)
FORM_NOTE = phrase("form_note", "Note for colleagues (no patron sees it)", "A field: a note.")
FORM_DUE = phrase("form_due", "By when", "A field: a date as people write it.")
FORM_DUE_HINT = phrase(
    "form_due_hint", "tomorrow 17:00, Friday, in 2 days, 24.12.", "Under a field for a date."
)
FORM_WHAT = phrase("form_what", "What you promise", "A field: the task of a promise.")
FORM_WHAT_HINT = phrase(
    "form_what_hint", "For you and colleagues; empty: the question.", "Under that field."
)
FORM_TO_PATRON = phrase(
    "form_to_patron", "A word to the patron, if you like", "A field: words that a patron reads."
)
FORM_WHOSE = phrase("form_whose", "Whose", "A field: whose promises are shown.")
FORM_MINE = phrase("form_mine", "mine", "A choice: one's own promises.")
FORM_ALL = phrase("form_all", "all of my desks", "A choice: everybody's promises.")
FORM_STATE = phrase("form_state", "Duty", "A field: on or off.")
FORM_ON = phrase("form_on", "on duty", "A choice.")
FORM_OFF = phrase("form_off", "off duty", "A choice.")
FORM_UNTIL = phrase("form_until", "On until (empty: as agreed)", "A field: a time of day.")
FORM_UNTIL_HINT = phrase("form_until_hint", "17:00, 5 pm, noon", "Under a field for a time of day.")
FORM_DESKS = phrase("form_desks", "Desks you serve now", "A field: one's own desks.")
FORM_LIMIT = phrase("form_limit", "Patrons at once", "A field: a number.")
FORM_MINUTES = phrase("form_minutes", "For about how many minutes", "A field: a number.")
FORM_ENGAGED_WITH = phrase("form_engaged_with", "With what, if you like", "A field: one word.")
FORM_SWAMPED = phrase("form_swamped", "You have called for help", "A field: still so, or over.")
FORM_CALM = phrase("form_calm", "it is over, thank you", "A choice, after a call for help.")
FORM_STILL_SWAMPED = phrase("form_still_swamped", "still too much", "A choice, likewise.")
FORM_TALLY = phrase("form_tally", "Count", "A field: what is counted.")
FORM_WALK_IN = phrase("form_walk_in", "a walk-in", "A choice: what is counted.")
FORM_CALL = phrase("form_call", "a call", "A choice: what is counted.")
FORM_DAY = phrase("form_day", "nothing: show my day so far", "A choice: nothing is counted.")
FORM_COUNT = phrase("form_count", "How many", "A field: a number.")
FORM_SPAN = phrase("form_span", "Of which time", "A field: the time of one's own figures.")
FORM_PRACTICE = phrase("form_practice", "Rehearse at", "A field: a desk.")
FORM_PRACTICE_ALL = phrase(
    "form_practice_all", "my desk, for all on duty", "A choice: a rehearsal for everybody."
)
FORM_PRACTICE_STOP = phrase(
    "form_practice_stop", "end the rehearsal", "A choice, while somebody rehearses."
)
FORM_CANNED = phrase("form_canned", "Answer", "A field: answers kept ready.")
FORM_TEXT = phrase("form_text", "Words", "A field: words to send, or to keep.")
FORM_SENT = phrase("form_sent", "Sent to {alias}.", "To staff, after an answer sent by a form.")
FORM_SENT_WORDS = phrase(
    "form_sent_words",
    "You sent: {text}",
    "To staff, in the patron's window, after an answer sent by a form.",
)
FORM_CANNED_WHAT = phrase("form_canned_what", "What to do", "A field: about canned answers.")
FORM_CANNED_SHOW = phrase("form_canned_show", "show what is kept", "A choice.")
FORM_CANNED_ADD = phrase("form_canned_add", "keep one for me", "A choice.")
FORM_CANNED_SHARE = phrase("form_canned_share", "keep one for everybody", "A choice.")
FORM_CANNED_REMOVE = phrase("form_canned_remove", "remove one", "A choice.")
FORM_KEYWORD = phrase("form_keyword", "Keyword", "A field: the keyword of a canned answer.")
FORM_BLOCK = phrase("form_block", "For how long", "A field: the length of a block.")
FORM_WHY_BLOCK = phrase(
    "form_why_block", "Why (colleagues read it)", "A field: why somebody is blocked."
)
FORM_ASK = phrase("form_ask", "Question to colleagues (no patron sees it)", "A field.")
