"""The repertoire: importing this registers every command, in the order in which help lists them."""

# isort: off
from imref.desk import (
    patrons,
    hours_commands,
    staff_commands,
    duty_commands,
    swamped,
    backchannel,
    guests,
    practice,
)

# isort: on

__all__ = [
    "backchannel",
    "duty_commands",
    "guests",
    "hours_commands",
    "patrons",
    "practice",
    "staff_commands",
    "swamped",
]
