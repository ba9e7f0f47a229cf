"""What is said of walk-ins and calls: to the patrons who wait meanwhile, and to the librarian."""

from imref.desk.phrases.registry import phrase

# What a patron reads.

ENGAGED_WALK_IN = phrase(
    "engaged_walk_in",
    "{name} is with somebody at the desk, about {age}.",
    "To the patrons of a librarian, once, when somebody comes to their desk.",
)
ENGAGED_PHONE = phrase(
    "engaged_phone",
    "{name} is on the phone, about {age}.",
    "To the patrons of a librarian, once, when somebody calls them.",
)
ENGAGED_LONGER = phrase(
    "engaged_longer",
    "It takes {name} about {age} more.",
    "To the same patrons, when the walk-in or the call takes longer than was said.",
)
ENGAGED_BACK = phrase(
    "engaged_back", "{name} is back.", "To the same patrons, when the librarian says !back."
)
COLLEAGUE_OFFERED = phrase(
    "colleague_offered",
    "Write {word_colleague} if you would rather have somebody else.",
    "To the same patrons, after the sentence before, when it takes longer than the limit and "
    "somebody else is here.",
)
COLLEAGUE_ASKED = phrase(
    "colleague_asked",
    "We are asking a colleague of {name}. Please stay here; nothing you wrote is lost.",
    "To a patron who asked for a colleague.",
)
COLLEAGUE_NONE = phrase(
    "colleague_none",
    "Nobody else is here just now. {name} comes back to you.",
    "To a patron who asked for a colleague when there is none.",
)
ORDER_TWO = phrase(
    "order_two",
    "{first}, {second}.",
    "To a waiting patron, once: the desk's order of service, where two channels are named.",
)
ORDER_THREE = phrase(
    "order_three",
    "{first}, {second}, {third}.",
    "To a waiting patron, once: the desk's order of service, where all channels are named.",
)
ORDER_FIRST_COME = phrase(
    "order_first_come",
    "Here everybody is served in the order in which they come, at the desk, on the phone and here.",
    "To a waiting patron, once, while a librarian is engaged and no channel goes first.",
)
FIRST_WALK_IN = phrase(
    "first_walk_in", "People at the desk come first", "The beginning of an order of service."
)
FIRST_PHONE = phrase(
    "first_phone", "The phone comes first", "The beginning of an order of service."
)
FIRST_IM = phrase("first_im", "Messages come first", "The beginning of an order of service.")
THEN_WALK_IN = phrase("then_walk_in", "then people at the desk", "Part of an order of service.")
THEN_PHONE = phrase("then_phone", "then the phone", "Part of an order of service.")
THEN_IM = phrase("then_im", "then messages", "Part of an order of service.")

# What a librarian reads.

WITH_WALK_IN = phrase(
    "with_walk_in", "with somebody at the desk", "An engagement, within other sentences to staff."
)
WITH_PHONE = phrase("with_phone", "on the phone", "An engagement, within other sentences to staff.")
ENGAGED_NOTED = phrase(
    "engaged_noted",
    "Noted: {what}, about {age}.",
    "To staff, after !walkin or !phone, or when their status was understood. One of the next "
    "three follows.",
)
OFFERS_STOP = phrase(
    "offers_stop", "Nothing new is offered to you until !back.", "The end of the sentence before."
)
OFFERS_LAST = phrase(
    "offers_last",
    "Until !back you are asked only when nobody else can answer.",
    "The end of the sentence before.",
)
OFFERS_GO_ON = phrase(
    "offers_go_on",
    "Here messages come first, so offers go on.",
    "The end of the sentence before.",
)
OFFERS_AT_DESK = phrase(
    "offers_at_desk", "{desk}: {offers}", "A line for each desk, where desks differ in that."
)
ARE_YOU_BACK = phrase(
    "are_you_back",
    "Are you back? !back, or {more} for more. Without a word we take it that you are.",
    "To staff, once, when the time of a walk-in or a call is over.",
)
TAKEN_AS_BACK = phrase(
    "taken_as_back",
    "We take it that you are back. {more} if not.",
    "To staff who did not answer that question.",
)
BACK_NOTED = phrase("back_noted", "Welcome back. Noted: {what}, {age}.", "To staff, after !back.")
NOT_ENGAGED = phrase(
    "not_engaged",
    "Nothing was noted of you; all is as ever.",
    "To staff, after a needless !back.",
)
ENGAGEMENT_ASK = phrase(
    "engagement_ask",
    "Please give the minutes first (1 to {most}), then what it is about: {usage}",
    "To staff, after !walkin or !phone with a number that cannot be.",
)
TAKEN_FOR_COLLEAGUE = phrase(
    "taken_for_colleague",
    "They asked for somebody else meanwhile, so this one is offered to your colleagues.",
    "To an engaged librarian whose patron wrote colleague.",
)
TALLY_ASK = phrase(
    "tally_ask",
    "Please write it like this: !tally walkin directional 3 (walkin or phone, what it was, how "
    "many).",
    "To staff, after a !tally that is not understood.",
)
TALLIED = phrase("tallied", "Noted: {count} × {what}.", "To staff, after !tally KIND.")
TALLY_NONE = phrase("tally_none", "Nothing noted of you today.", "To staff, after !tally.")
TALLY_TODAY = phrase("tally_today", "Today:\n{lines}", "To staff, after !tally.")
TALLY_WALK_IN = phrase("tally_walk_in", "{count} at the desk{details}", "A line of !tally.")
TALLY_PHONE = phrase("tally_phone", "{count} on the phone{details}", "A line of !tally.")
TALLY_TIMED = phrase("tally_timed", "{line}; {age} in all", "A line of !tally, with its time.")
TALLY_DETAILS = phrase(
    "tally_details", " ({details})", "Within the lines before: what it was, and how many."
)
