"""What a librarian reads of answers that are kept ready."""

from imref.desk.phrases.registry import phrase

PREVIEW = phrase(
    "preview",
    "This would be sent:\n{text}\n– !send sends it.",
    "To staff, in the patron's window, after !say. Nothing is sent yet.",
)
NOTHING_TO_SEND = phrase(
    "nothing_to_send",
    "There is nothing to send here. !say KEYWORD shows an answer first.",
    "To staff, after a !send without an answer shown before, or long after it.",
)
CANNED_NONE = phrase(
    "canned_none",
    "No answers are kept ready. !canned add hours We open at 9. keeps one.",
    "To staff, after !canned or !say, when there are none.",
)
CANNED_LIST = phrase(
    "canned_list",
    "Kept ready:\n{lines}\n!say KEYWORD shows one before it goes out.",
    "To staff, after !canned.",
)
CANNED_MINE = phrase("canned_mine", "{keyword} (yours): {text}", "A line of !canned.")
CANNED_SHARED = phrase("canned_shared", "{keyword}: {text}", "A line of !canned.")
CANNED_UNKNOWN = phrase(
    "canned_unknown",
    "No answer is kept as “{keyword}”, and nothing was sent. There are: {keywords}.",
    "To staff, after !say or !canned remove with an unknown keyword.",
)
CANNED_NEAREST = phrase(
    "canned_nearest",
    "No answer is kept as “{keyword}”, and nothing was sent. Did you mean {nearest}?",
    "To staff, after !say or !canned remove with a misspelt keyword.",
)
CANNED_KEPT = phrase("canned_kept", "Kept for you as “{keyword}”.", "To staff, after !canned add.")
CANNED_KEPT_FOR_ALL = phrase(
    "canned_kept_for_all", "Kept for everybody as “{keyword}”.", "To staff, after !canned share."
)
CANNED_REPLACED = phrase(
    "canned_replaced", "{kept} It was: {text}", "To staff, when another answer had that keyword."
)
CANNED_REMOVED = phrase(
    "canned_removed", "“{keyword}” is removed. It was: {text}", "To staff, after !canned remove."
)
CANNED_FIXED = phrase(
    "canned_fixed",
    "“{keyword}” is in the library's config and is changed there.",
    "To staff who would share or remove an answer from the config.",
)
CANNED_ASK = phrase(
    "canned_ask",
    "Please write: !canned add KEYWORD TEXT, !canned share KEYWORD, !canned remove KEYWORD. A "
    "keyword is one word; one such as hours.de is for patrons who read German.",
    "To staff, after a !canned that is not understood.",
)
