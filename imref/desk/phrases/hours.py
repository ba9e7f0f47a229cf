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
