"""A pilot: what supervisors are told of it every day, and when it is over."""

from imref.desk.phrases.registry import phrase

PILOT_SO_FAR = phrase(
    "pilot_so_far",
    "Pilot of {where}, day {day} of {days}:\n{lines}",
    "To the supervisors of a desk that has a pilot, once a day. {lines} has a line a target.",
)
PILOT_OVER = phrase(
    "pilot_over",
    "The pilot of {where} is over, and {met} of {targets} targets are met:\n{lines}\n"
    "The verdict on one page: imref pilot verdict",
    "To the supervisors of a desk, once, when its pilot has ended.",
)
PILOT_STATE = phrase(
    "pilot_state",
    "{target}: {value}, {state}",
    "A line of the two above. {target} is as it was written; {state} is one of those below.",
)
PILOT_EVERYWHERE = phrase("pilot_everywhere", "all desks", "A place, within other sentences.")
PILOT_MET = phrase("pilot_met", "met", "A state: nothing can change it any more.")
PILOT_MISSED = phrase("pilot_missed", "not met", "A state: nothing can change it any more.")
PILOT_WOULD_BE_MET = phrase(
    "pilot_would_be_met", "met if it ended now", "A state: the days to come may change it."
)
PILOT_WOULD_BE_MISSED = phrase(
    "pilot_would_be_missed", "not met if it ended now", "A state: the days to come may change it."
)
PILOT_NOTHING = phrase("pilot_nothing", "cannot be said", "A state: there is nothing to say it of.")
PILOT_CHANGED = phrase(
    "pilot_changed",
    "Take care: the targets that are kept are not those that were set. Their digest does not "
    "match.",
    "To the supervisors of a desk, below its pilot, when what is kept of it has been changed.",
)
