"""The repertoire: importing this registers every command, in the order in which help lists them."""

from imref.desk import (
    duty_commands,
    hours_commands,
    patrons,
    practice,
    staff_commands,
    swamped,
)  # isort: skip

__all__ = ["duty_commands", "hours_commands", "patrons", "practice", "staff_commands", "swamped"]
