"""What a patron may write where they were asked something: words that are no commands elsewhere."""

from imref.desk.phrases.registry import WORD_PREFIX, phrase

WORD_YES = phrase(f"{WORD_PREFIX}yes", "yes, y", "What a patron may write for yes, with commas.")
WORD_NO = phrase(f"{WORD_PREFIX}no", "no, n", "What a patron may write for no, with commas.")
WORD_THANKS = phrase(
    f"{WORD_PREFIX}thanks",
    "thanks, thank you, thx",
    "What a patron may write, with commas, who has read a help page and is content with it.",
)
COURTESIES = phrase(
    "courtesies",
    "thanks, thank, thx, ty, cheers, ok, okay, great, perfect, super, cool, wonderful, excellent",
    "Single words, with commas, that a patron says who has what they wanted: a message of such "
    "words is no question that waits for an answer.",
)
COURTESIES_AROUND = phrase(
    "courtesies_around",
    "you, so, very, much, many, a, lot, for, your, the, help, that, is, good, nice, all, oh",
    "Single words, with commas, that may stand beside those in such a message.",
)
WORD_KEEP = phrase(
    f"{WORD_PREFIX}keep",
    "keep",
    "What a patron may write, with commas, to leave a question that waits, and go.",
)
WORD_WAIT = phrase(
    f"{WORD_PREFIX}wait",
    "wait",
    "What a patron may write, with commas, who would rather wait than leave the question.",
)
WORD_CANCEL = phrase(
    f"{WORD_PREFIX}cancel",
    "cancel",
    "What a patron may write, with commas, to take back a question that waits or is kept.",
)
