"""What people read of opening hours: when we are open, and that nobody is where somebody should."""

from imref.desk.phrases.registry import phrase

UNSTAFFED = phrase(
    "unstaffed",
    "{desk} is open, and nobody has been on duty there for {age}; {count} is waiting. "
    "We write again when somebody is.",
    "To the supervisors of a desk, once, when it has been open with nobody on duty for a while.",
    plural="{desk} is open, and nobody has been on duty there for {age}; {count} are waiting. "
    "We write again when somebody is.",
)
STAFFED_AGAIN = phrase(
    "staffed_again",
    "Somebody is on duty at {desk} again.",
    "To the supervisors who were told that nobody was.",
)

DESK_HAS_CLOSED_UNTIL = phrase(
    "desk_has_closed_until",
    "{desk} has closed, so you are off duty; your presence counts again {opens}.",
    "To staff who are signed off some minutes after closing. {opens} is a day and a time.",
)
DESK_HAS_CLOSED = phrase(
    "desk_has_closed",
    "{desk} has closed, so you are off duty until it opens again.",
    "The same, when no opening is planned yet.",
)
HOURS_OPEN_UNTIL = phrase(
    "hours_open_until", "{desk} is open now, until {closes}.", "To a patron who writes hours."
)
HOURS_OPEN = phrase(
    "hours_open",
    "{desk} is open now, and does not close.",
    "To a patron who writes hours, when no closing is planned.",
)
HOURS_CLOSED_UNTIL = phrase(
    "hours_closed_until",
    "{desk} is closed now and opens {opens}.",
    "To a patron who writes hours. {opens} is a day and a time.",
)
HOURS_CLOSED = phrase(
    "hours_closed",
    "{desk} is closed, and no opening is planned yet.",
    "To a patron who writes hours.",
)
HOURS_NOBODY = phrase(
    "hours_nobody",
    "{hours} Nobody is there just now; questions are kept.",
    "To a patron who writes hours while nobody is on duty; {hours} is the sentence above.",
)
HOURS_ROW = phrase("hours_row", "{days}: {hours}", "To a patron, a line of the hours of the week.")
HOURS_ROW_NAMED = phrase(
    "hours_row_named",
    "{days}: {hours} ({name})",
    "To a patron, a line of the hours of the week; {name} is a holiday or another reason.",
)
HOURS_RANGE = phrase(
    "hours_range", "{first}–{last}", "From a time to a time, or from a day to a day."
)
HOURS_EVERY_DAY = phrase("hours_every_day", "Every day", "In front of hours that are always alike.")
HOURS_ALL_DAY = phrase("hours_all_day", "24 h", "The hours of a day on which we do not close.")
HOURS_SHUT = phrase("hours_shut", "closed", "The hours of a day on which we do not open.")
