"""What the desk's own presence says in every roster."""

from imref.desk.phrases.registry import phrase

DESK_OPEN = phrase(
    "desk_open",
    "Open, {waiting}",
    "The desk's status: open round the clock, with somebody on duty.",
)
DESK_OPEN_UNTIL = phrase(
    "desk_open_until",
    "Open until {closes}, {waiting}",
    "The desk's status: open, with somebody on duty. {closes} is a time, {waiting} how many wait.",
)
DESK_ENGAGED = phrase(
    "desk_engaged",
    "Open, just now {engaged}, {waiting}",
    "The desk's status: open round the clock; all who are on duty have somebody before them, and "
    "{engaged} says where.",
)
DESK_ENGAGED_UNTIL = phrase(
    "desk_engaged_until",
    "Open until {closes}, just now {engaged}, {waiting}",
    "The desk's status: open; all who are on duty have somebody before them, and {engaged} says "
    "where.",
)
SHOWN_WALK_IN = phrase(
    "shown_walk_in",
    "with somebody at the desk",
    "In the desk's status: what keeps it from messages.",
)
SHOWN_PHONE = phrase(
    "shown_phone", "on the phone", "In the desk's status: what keeps it from messages."
)
WAITING_NOBODY = phrase("waiting_nobody", "nobody waiting", "In the desk's status.")
WAITING = phrase(
    "waiting", "{count} waiting", "In the desk's status: how many wait.", plural="{count} waiting"
)
DESK_UNSTAFFED = phrase(
    "desk_unstaffed",
    "Nobody is at the desk just now; questions are kept",
    "The desk's status: open round the clock, with nobody on duty.",
)
DESK_UNSTAFFED_UNTIL = phrase(
    "desk_unstaffed_until",
    "Open until {closes}; nobody is at the desk just now, questions are kept",
    "The desk's status: open, with nobody on duty.",
)
DESK_CLOSED = phrase("desk_closed", "Closed", "The desk's status: no opening is planned.")
DESK_CLOSED_UNTIL = phrase(
    "desk_closed_until",
    "Closed; opens {opens}",
    "The desk's status. {opens} is a day and a time.",
)
