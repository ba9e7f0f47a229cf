"""The agreement on paper: what `imref agreement` prints for people to read and sign."""

from imref.desk.phrases.registry import Phrase, phrase

_ABOUT = "In the agreement on paper (imref agreement)."


def _line(key: str, text: str, about: str = _ABOUT, plural: str = "") -> Phrase:
    return phrase(f"paper_{key}", text, about, plural)


# Headings.

PAPER_TITLE = _line("title", "Our agreement on answering by instant message")
PAPER_PEOPLE = _line("people", "Who answers")
PAPER_TIMES = _line("times", "How long things may take")
PAPER_TOLD = _line("told", "What a patron is told, and when")
PAPER_KEPT = _line("kept", "What is kept, and for how long")
PAPER_SIGNED = _line("signed", "Signed")

PAPER_INTRO = _line(
    "intro",
    "This is what we have agreed on for {domain}: who answers where and when, in what order, and "
    "what patrons are told. imref keeps to it; this text is made from the same settings, so what "
    "it says is what happens. It was printed on {date}.",
)

# A desk.

PAPER_DESK = _line("desk", "{title} ({address})", "The heading of a desk in the agreement.")
PAPER_HOURS = _line("hours", "Hours (times of {zone}):")
PAPER_ALWAYS = _line("always", "Hours: this desk never closes.")
PAPER_EXCEPTIONS = _line("exceptions", "Other hours in the coming weeks:")
PAPER_DATE_ROW = _line("date_row", "{date}: {hours}", "A line of the hours, for one date.")
PAPER_DATE_ROW_NAMED = _line(
    "date_row_named", "{date}: {hours} ({name})", "The same, with the name of a holiday."
)
PAPER_AFTER_CLOSING = _line(
    "after_closing",
    "Closing is gentle: conversations go on to their end, and staff are signed off {age} after "
    "closing, or when theirs are over.",
)
PAPER_ORDER = _line("order", "Order of service, in the words that waiting patrons read: “{order}”")
PAPER_ORDER_FIRST_COME = _line(
    "order_first_come",
    "Order of service: whoever comes first is served first, at the desk, on the phone and here.",
)
PAPER_TIER_ONE = _line("tier_one", "A question goes to {names}.")
PAPER_TIER_FIRST = _line("tier_first", "A question goes to {names} first.")
PAPER_TIER_NEXT = _line("tier_next", "After {age} without an answer it goes to {names} as well.")
PAPER_EVERYONE = _line(
    "everyone", "All of a group are asked at once, and the first answer takes the question."
)
PAPER_LEAST_LOADED = _line(
    "least_loaded",
    "One is asked at a time: who has the fewest conversations, then who has had none for longest.",
)
PAPER_IN_ORDER = _line("in_order", "One is asked at a time, in the order above.")
PAPER_SUPERVISORS = _line(
    "supervisors",
    "When nobody has been on duty for {age} in opening hours, {names} is told, once.",
    plural="When nobody has been on duty for {age} in opening hours, {names} are told, once.",
)
PAPER_PARTNER = _line(
    "partner",
    "{title} ({address}) answers for us while we cannot, at these times: {hours}. The patron is "
    "told before the question leaves the house, and may say no.",
)

# People.

PAPER_PERSON = _line(
    "person",
    "{name}: patrons read “{screen_name}”; at most {count} patron at once; serves {desks}.",
    plural="{name}: patrons read “{screen_name}”; at most {count} patrons at once; serves {desks}.",
)
PAPER_SUPERVISOR_ONLY = _line(
    "supervisor_only",
    "{name}: is offered no questions; looks after {desks}.",
    "In the agreement on paper, for a supervisor who serves no desk.",
)
PAPER_SHIFT = _line("shift", "Agreed hours of duty of {name}: {hours}.")
PAPER_OWN_WORD = _line(
    "own_word",
    "Everybody sets their own limit (!limit) and decides when they are on duty (!on, !off, or "
    "their client's own status), at which desks, and what they pass on (!decline). No setting "
    "here overrides them upward.",
)
PAPER_NAMES = _line(
    "names",
    "Patrons read screen names only. Staff see a patron's alias and never their address.",
)
PAPER_PRACTICE = _line(
    "practice",
    "Everybody may rehearse with a made-up patron (!practice). A rehearsal counts in no figures.",
)
PAPER_FIGURES_NOBODY = _line(
    "figures_nobody",
    "There are no figures of single librarians, not even for themselves.",
)
PAPER_FIGURES_SELF = _line(
    "figures_self",
    "The figures of one librarian are shown to that librarian alone (!mine).",
)
PAPER_FIGURES_SUPERVISORS = _line(
    "figures_supervisors",
    "The figures of one librarian are shown to that librarian (!mine), to the supervisors of their "
    "desks and to whoever makes the library's reports. They never leave the house.",
)

# What is kept.

PAPER_KEPT_MESSAGES = _line(
    "kept_messages",
    "Every message and every turn of a conversation is kept in the library's own database, with "
    "times and with who answered. Nothing in it is deleted by age yet.",
)
PAPER_KEPT_ADDRESS = _line(
    "kept_address",
    "A patron's address is kept so that an answer can reach them. Staff are never shown it.",
)
PAPER_KEPT_PROMISED = _line(
    "kept_promised",
    "Once a promised answer has been given and {time} have passed, the link between the "
    "conversation and that address is deleted, with the mail address if there was one.",
)
PAPER_KEPT_FORGOTTEN = _line(
    "kept_forgotten",
    "Whoever writes “forget me” is forgotten at once: the words of all their conversations are "
    "deleted, with their name and their addresses. Figures stay.",
)
PAPER_KEPT_RATINGS = _line(
    "kept_ratings",
    "At the end patrons are asked how it was, from 1 to 5. Librarians see how many said what of "
    "theirs, once three have; nobody is shown who.",
)
PAPER_KEPT_LOGS = _line("kept_logs", "What people write is not in the log of the service.")
PAPER_KEPT_SERVERS = _line(
    "kept_servers",
    "The servers on the way, ours and the patron's, may keep archives of their own; we cannot "
    "empty those of others.",
)

PAPER_SIGNATURE = _line("signature", "Date: {blank}   {name}: {blank}", "A line to sign on.")

# When a patron is told something.

PAPER_WHEN_STAFFED = _line("when_staffed", "At once, when somebody is on duty:")
PAPER_WHEN_BUSY = _line("when_busy", "At once, when everybody has as many patrons as they take:")
PAPER_WHEN_NOBODY = _line("when_nobody", "At once, when nobody is on duty in opening hours:")
PAPER_WHEN_WAITING = _line("when_waiting", "After waiting for {time}:")
PAPER_WHEN_NOBODY_COMES = _line(
    "when_nobody_comes", "After waiting for {time} with nobody on duty:"
)
PAPER_WHEN_NOBODY_CAME = _line("when_nobody_came", "After {time} in which nobody could take it:")
PAPER_WHEN_DESK_CLOSED = _line("when_desk_closed", "At once, while the desk is closed:")
PAPER_WHEN_PARTNER = _line(
    "when_partner", "At once, when we cannot answer and {partner} does, with time to say no:"
)
PAPER_WHEN_PAGES = _line(
    "when_pages", "With that, when the library's help pages may have the answer:"
)
PAPER_WHEN_CLAIMED = _line("when_claimed", "When a librarian takes the question:")
PAPER_WHEN_PASSED_ON = _line("when_passed_on", "When a librarian passes them on:")
PAPER_WHEN_SILENT = _line("when_silent", "When a librarian took the question and says nothing:")
PAPER_WHEN_LOST = _line("when_lost", "When a librarian goes offline and does not come back:")
PAPER_WHEN_IDLE = _line("when_idle", "After a silence of {time} on their side:")
PAPER_WHEN_IDLE_CLOSED = _line("when_idle_closed", "After a silence of {time}:")
PAPER_WHEN_CLOSED = _line("when_closed", "When the librarian ends the conversation:")
PAPER_WHEN_ENGAGED = _line(
    "when_engaged", "When somebody comes to their librarian's desk, for about {time}:"
)
PAPER_WHEN_PROMISED = _line(
    "when_promised", "When a librarian promises an answer for later, by the next day for example:"
)
