"""The repertoire: importing this registers every command, in the order in which help lists them."""

# isort: off
from imref.desk import (
    patrons,
    hours_commands,
    staff_commands,
    duty_commands,
    engagement_commands,
    tally,
    swamped,
    backchannel,
    guests,
    own_figures,
    practice,
)

# isort: on

__all__ = [
    "backchannel",
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
