"""Rehearsals: what the made-up patrons ask, and what a librarian reads around it."""

from imref.desk.phrases.registry import phrase

PRACTICE_OFFER = phrase(
    "practice_offer",
    "Rehearsal: {offer}",
    "To staff, from the alias: the offer of a made-up patron; {offer} is what a real one's says.",
)
PRACTICE_BEGINS = phrase(
    "practice_begins",
    "A made-up patron is about to write to {desk}. Answer as you would answer anybody: it counts "
    "in no figures, and nobody else sees it. !practice stop ends it.",
    "To staff, after !practice.",
)
PRACTICE_BEGINS_FOR_ALL = phrase(
    "practice_begins_for_all",
    "A made-up patron is about to write to {desk}, for everybody who is on duty there. It counts "
    "in no figures. !practice stop ends it.",
    "To staff, after !practice all.",
)
PRACTICE_GOES_ON = phrase(
    "practice_goes_on",
    "Your rehearsal is under way already ({alias}). !practice stop ends it.",
    "To staff, after !practice while one goes on. {alias} is its window.",
)
PRACTICE_SOON = phrase("practice_soon", "in a moment", "Instead of an alias not yet known.")
PRACTICE_LATER = phrase(
    "practice_later",
    "Somebody real comes first: {reason}. Please try again in a quiet moment.",
    "To staff, after !practice while patrons need them. {reason} is one of the two below.",
)
PRACTICE_WAITING = phrase(
    "practice_waiting", "a question is waiting at your desks", "A reason, within other sentences."
)
PRACTICE_SERVING = phrase(
    "practice_serving", "you are with a patron", "A reason, within other sentences."
)
PRACTICE_NO_DESK = phrase(
    "practice_no_desk",
    "You serve no desk, so nobody could be offered to you.",
    "To staff who are on no desk, after !practice.",
)
PRACTICE_HELP = phrase(
    "practice_help",
    "!practice begins a rehearsal, !practice all one for everybody on duty, !practice DESK one at "
    "that desk, !practice stop ends it.",
    "To staff, after !practice with a word that it does not know.",
)
PRACTICE_NONE = phrase(
    "practice_none",
    "You have no rehearsal under way. !practice begins one.",
    "To staff, after !practice stop without one.",
)
PRACTICE_STOPPED = phrase(
    "practice_stopped", "The rehearsal is over.", "To staff, after !practice stop."
)
PRACTICE_MADE_WAY = phrase(
    "practice_made_way",
    "Somebody real comes first, so your rehearsal is over.",
    "To staff who take a real question in the middle of a rehearsal.",
)
PRACTICE_CUT_OFF = phrase(
    "practice_cut_off",
    "imref was started anew, and your rehearsal ended with that. !practice begins another.",
    "To staff, when a restart ended their rehearsal.",
)
PRACTICE_SUMMARY = phrase(
    "practice_summary",
    "That was a rehearsal. Your first answer came after {wait}; you answered {count} time in "
    "{length}. A real patron leaves after 30 to 60 seconds without a word.",
    "To staff, at the end of a rehearsal in which they answered.",
    plural="That was a rehearsal. Your first answer came after {wait}; you answered {count} times "
    "in {length}. A real patron leaves after 30 to 60 seconds without a word.",
)
PRACTICE_UNANSWERED = phrase(
    "practice_unanswered",
    "That was a rehearsal. Nobody answered, and the made-up patron has gone.",
    "To staff, at the end of a rehearsal in which nobody answered.",
)
PRACTICE_IS_OVER = phrase(
    "practice_is_over",
    "That was a rehearsal, and it is over. Nothing was sent. !practice begins another.",
    "To staff who write to a made-up patron that is gone.",
)
PRACTICE_NOT_FOR_YOU = phrase(
    "practice_not_for_you",
    "This is a colleague's rehearsal. Nothing was sent.",
    "To staff who write into somebody else's rehearsal.",
)
PRACTICE_STAYS = phrase(
    "practice_stays",
    "In a rehearsal nobody is passed on; with a real patron {command} would do it.",
    "To staff, after a command that would bring others into a rehearsal.",
)

# What the made-up patrons say.

PRACTICE_MAP_1 = phrase(
    "practice_map_1",
    "Hello, do you have a map of the town from about 1923?",
    "A made-up patron's question.",
)
PRACTICE_MAP_2 = phrase(
    "practice_map_2", "Can I see it on a Saturday?", "The same patron, after an answer."
)
PRACTICE_MAP_3 = phrase(
    "practice_map_3", "And may I take a photograph of it?", "The same patron, after another answer."
)
PRACTICE_LOAN_1 = phrase(
    "practice_loan_1",
    "hi, my books are due today and i can't log in. can you renew them?",
    "A made-up patron's question, typed in a hurry.",
)
PRACTICE_LOAN_2 = phrase(
    "practice_loan_2",
    "i don't have my card here, is my name enough?",
    "The same patron, after an answer.",
)
PRACTICE_LOAN_3 = phrase(
    "practice_loan_3",
    "sorry, bad day. until when can i keep them then?",
    "The same patron, after another answer.",
)
PRACTICE_BEES_1 = phrase(
    "practice_bees_1", "i need something about bees", "A made-up patron's question: too wide."
)
PRACTICE_BEES_2 = phrase(
    "practice_bees_2",
    "more how they talk to each other, the dancing. it's for school",
    "The same patron, after an answer.",
)
PRACTICE_BEES_3 = phrase(
    "practice_bees_3",
    "something short please, i'm 13",
    "The same patron, after another answer.",
)
PRACTICE_ARTICLE_1 = phrase(
    "practice_article_1",
    "Good evening. Is there research on what reading aloud does for small children?",
    "A made-up patron's question.",
)
PRACTICE_ARTICLE_2 = phrase(
    "practice_article_2",
    "I would need something that I can read from home.",
    "The same patron, after an answer.",
)
PRACTICE_ARTICLE_3 = phrase(
    "practice_article_3",
    "It asks me for a password. What do I do now?",
    "The same patron, after another answer.",
)
PRACTICE_THANKS = phrase(
    "practice_thanks", "Thank you, that helps me a lot!", "Any made-up patron, at the end."
)

PRACTICE_SCRIPTS = (
    (PRACTICE_MAP_1, PRACTICE_MAP_2, PRACTICE_MAP_3),
    (PRACTICE_LOAN_1, PRACTICE_LOAN_2, PRACTICE_LOAN_3),
    (PRACTICE_BEES_1, PRACTICE_BEES_2, PRACTICE_BEES_3),
    (PRACTICE_ARTICLE_1, PRACTICE_ARTICLE_2, PRACTICE_ARTICLE_3),
)
"""The house's own scripts: a question, then a line after each answer."""
