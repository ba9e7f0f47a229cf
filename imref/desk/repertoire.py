"""The repertoire: importing this registers every command, in the order in which help lists them."""

# isort: off
from imref.desk import (
    backchannel,
    duty_commands,
    engagement_commands,
    guests,
    hours_commands,
    patrons,
    practice,
    staff_commands,
    swamped,
    tally,
)  # isort: skip

__all__ = [
    "backchannel",
    "duty_commands",
    "engagement_commands",
    "guests",
    "hours_commands",
    "patrons",
    "practice",
    "staff_commands",
    "swamped",
    "tally",
]
