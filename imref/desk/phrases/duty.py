"""What a librarian reads about their own duty: its hours, its desks, and help when it is much."""

from imref.desk.phrases.registry import phrase

STILL_THERE = phrase(
    "still_there",
    "Your duty ended {end}. Still there? !on keeps you on, and so does anything you write; "
    "otherwise we sign you off {over}.",
    "To staff, once, when their hours of duty are over.",
)
SIGNED_OFF = phrase(
    "signed_off",
    "You are signed off; nothing more is offered to you, and what is yours stays yours. "
    "!on signs you on again.",
    "To staff who did not answer whether they are still there.",
)
STAYS_ON = phrase(
    "stays_on",
    "You stay on duty until {end}. !off ends it.",
    "To staff who wrote something when they were asked whether they are still there.",
)
HOURS_BEGAN = phrase(
    "hours_began",
    "Your hours began {begin}, and you are signed off by your own !off. !on signs you on.",
    "To staff who signed off and are online when their next shift begins.",
)
ON_DUTY_UNTIL = phrase(
    "on_duty_until",
    "You are on duty until {end}: {desks}. Limit {limit}.",
    "To staff, after !on, when their duty ends by itself.",
)
DUTY_UNTIL = phrase("duty_until", "{duty} until {end}", "A duty and its end, in other sentences.")
TILL_WHEN = phrase(
    "till_when",
    "Until when? For example: !on till 17:00.",
    "To staff, after !on with words that are neither a time nor a desk.",
)
NO_SUCH_DESK = phrase(
    "no_such_desk",
    "Which desk of yours do you mean? There are: {desks}.",
    "To staff, after a command that names no desk of theirs.",
)
DESK_ON = phrase("desk_on", "{desk}: you serve it.", "To staff, after !desk, a line each.")
DESK_OFF = phrase(
    "desk_off",
    "{desk}: you do not serve it now. !desk {name} on brings it back.",
    "To staff, after !desk, a line each.",
)
SWAMPED = phrase(
    "swamped",
    "Your colleagues have heard that you need help, and the backup is asked at once. "
    "Until {end} offers come to you one at a time and last. !swamped off ends it.",
    "To staff, after !swamped.",
)
SWAMPED_ALONE = phrase(
    "swamped_alone",
    "Nobody else of your desks is online, so nobody heard. "
    "Until {end} offers come to you one at a time.",
    "To staff, after !swamped, when there is nobody to help.",
)
SWAMPED_OVER = phrase(
    "swamped_over", "Good. Offers come to you as usual.", "To staff, after !swamped off."
)
ASKS_FOR_HELP = phrase(
    "asks_for_help",
    "{name} asks for help at {desks}. Waiting there: {waiting}.",
    "To the colleagues of somebody who said !swamped, once.",
)
RUSH = phrase(
    "rush",
    "That was four conversations in ten minutes. !swamped calls your colleagues in.",
    "To staff who had to take many patrons in a short time.",
)
