"""What a librarian reads of their own work, and who else may see it."""

from imref.desk.phrases.registry import phrase

MINE_TODAY = phrase("mine_today", "Today", "A time that figures are about, to begin a sentence.")
MINE_WEEK = phrase(
    "mine_week", "Since Monday", "A time that figures are about, to begin a sentence."
)
MINE_MONTH = phrase("mine_month", "This month", "A time that figures are about, as above.")
MINE = phrase(
    "mine",
    "{span} you answered {count} question. Only you see this.",
    "To staff, after !mine: the first line.",
    plural="{span} you answered {count} questions. Only you see this.",
)
MINE_SHARED = phrase(
    "mine_shared",
    "{span} you answered {count} question. Your supervisors may see such figures, too.",
    "To staff, after !mine: the first line, where the library has agreed on that.",
    plural="{span} you answered {count} questions. Your supervisors may see such figures, too.",
)
MINE_NONE = phrase(
    "mine_none",
    "The library has agreed that there are no figures of single librarians, not even for "
    "themselves.",
    "To staff, after !mine.",
)
MINE_WAITS = phrase(
    "mine_waits",
    "They waited for your first word: half of them no longer than {half}, nine of ten no longer "
    "than {most}.",
    "To staff, after !mine: the median and the 90th percentile.",
)
MINE_LOAD = phrase(
    "mine_load",
    "You took {taken} of {total} at your desks; an even share would be {even}.",
    "To staff, after !mine: how even the load is.",
)
MINE_PROMISES = phrase(
    "mine_promises",
    "Promises kept: {kept}, late: {late}, broken: {broken}.",
    "To staff, after !mine: what became of their follow-ups.",
)
MINE_RATINGS = phrase(
    "mine_ratings",
    "How it was for them, from 1 to 5: {ratings}.",
    "To staff, after !mine; {ratings} lists phrases as the next.",
)
MINE_RATING = phrase("mine_rating", "{number} × {rating}", "To staff: how many patrons said 5.")
MINE_NOTHING = phrase(
    "mine_nothing", "{span} there is nothing to count yet.", "To staff, after !mine."
)
MINE_WHICH = phrase(
    "mine_which", "Please say !mine today, !mine week or !mine month.", "To staff, after !mine."
)
MINE_LATER = phrase(
    "mine_later",
    "Your figures cannot be counted just now. Please ask again later.",
    "To staff, after !mine, when the database does not answer.",
)
