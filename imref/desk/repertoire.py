"""The repertoire: importing this registers every command."""

from imref.desk import (
    backchannel,
    blocking,
    canned,
    duty_commands,
    engagement_commands,
    guests,
    hours_commands,
    own_figures,
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
    "duty_commands",
    "engagement_commands",
    "guests",
    "hours_commands",
    "own_figures",
    "patrons",
    "practice",
    "staff_commands",
    "swamped",
    "tally",
]
