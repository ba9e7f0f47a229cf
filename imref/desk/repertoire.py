"""The repertoire: importing this registers every command, in the order in which help lists them."""

# isort: off
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
)  # isort: skip

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
