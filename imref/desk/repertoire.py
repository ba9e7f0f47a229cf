"""The repertoire: importing this registers every command."""

from imref.desk import (
    backchannel,
    blocking,
    canned,
    closing_commands,
    duty_commands,
    engagement_commands,
    followup_commands,
    guests,
    hours_commands,
    own_figures,
    patron_followups,
    patrons,
    practice,
    staff_commands,
    swamped,
    tally,
)

__all__ = [
    "backchannel",
    "blocking",
    "canned",
    "closing_commands",
    "duty_commands",
    "engagement_commands",
    "followup_commands",
    "guests",
    "hours_commands",
    "own_figures",
    "patron_followups",
    "patrons",
    "practice",
    "staff_commands",
    "swamped",
    "tally",
]
