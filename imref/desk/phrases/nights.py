"""What is said of questions that are kept for another hour, and of the help pages meanwhile."""

from imref.desk.phrases.registry import phrase

# To the patron, while the question is kept.

KEPT_CLOSED = phrase(
    "kept_closed",
    "Thank you. {desk} is closed now and opens {when}. Your question is kept; {place} A librarian "
    "answers in this window then. Write {word_cancel} to take it back.",
    "To a patron who writes while the desk is closed. {place} is one of the kept_place phrases.",
)
KEPT_CLOSED_LONG = phrase(
    "kept_closed_long",
    "Thank you. {desk} is closed, and we cannot say yet when it opens again. Your question is "
    "kept; {place} A librarian answers in this window then. Write {word_cancel} to take it back.",
    "To a patron who writes while the desk is closed and no opening is known.",
)
KEPT_AT_CLOSING = phrase(
    "kept_at_closing",
    "We are sorry: {desk} has closed before anybody could answer. Your question is kept; {place} "
    "Write {word_cancel} to take it back.",
    "To a patron whose question still waits at closing time.",
)
KEPT_ALONE = phrase(
    "kept_alone",
    "Nobody has come to the desk so far, so we keep your question; {place} You can close this "
    "window, the answer comes here. Write {word_cancel} to take it back.",
    "To a patron who has waited for a while at an open desk with nobody on duty.",
)
KEPT_WISHED = phrase(
    "kept_wished",
    "Your question is kept; {place} You can close this window, the answer comes here.",
    "To a patron who writes keep, or that a help page was no answer, or status.",
)
KEPT_ADDED = phrase(
    "kept_added",
    "We have added this to your question. It is kept; {place}",
    "To a patron who writes more of a question that is kept.",
)
KEPT_PLACE_FIRST = phrase("kept_place_first", "it is the first in line.", "Within other sentences.")
KEPT_PLACE = phrase("kept_place", "it is number {place} in line.", "Within other sentences.")
KEPT_OPENS = phrase("kept_opens", "{desk} opens {when}.", "To a patron, on a line of its own.")

# Help pages.

PAGES_OFFERED = phrase(
    "pages_offered",
    "Our help pages may have the answer now. Write a number to read one:\n{pages}",
    "To a patron whose question is kept, when the search has found something.",
)
PAGE_LINE = phrase("page_line", "{number}. {title}", "To a patron: one help page that is offered.")
PAGE_SHOWN = phrase(
    "page_shown",
    "From our help pages: {title}\n\n{text}",
    "To a patron who chose a help page. The words are the library's, no person's.",
)
PAGE_LINK = phrase("page_link", "{title}: {address}", "To a patron, below a help page.")
PAGE_ANSWERS = phrase(
    "page_answers",
    "Did this answer your question? Write {word_yes}, and we take it off the list. Otherwise it "
    "stays kept.",
    "To a patron, below a help page.",
)
PAGE_SETTLED = phrase(
    "page_settled",
    "We are glad that it helped. Your question is off the list. Write again at any time.",
    "To a patron who says that a help page was the answer.",
)

# When somebody has time for it.

DEALT = phrase(
    "dealt",
    "{desk}: a question kept for {age}, for you now. Answer here to take it, or !decline. "
    "We are asking whether they are there.\n{lines}",
    "To staff, from the alias: a question from the night, or from an hour when nobody was there.",
)
DEALT_THERE = phrase(
    "dealt_there", "They are there now.", "To staff, about a question they were dealt."
)
DEALT_ABSENT = phrase(
    "dealt_absent",
    "They are not there now, so this is yours to answer until {when}. What you write here reaches "
    "them when they are back. !decline passes it on.",
    "To staff, about a question they were dealt, when the patron does not respond.",
)
DEALT_JOINS = phrase(
    "dealt_joins",
    "They are not there now. {name} has promised them an answer by {when}, so this goes with it: "
    "“{question}”",
    "To staff, from the alias: to whom a kept question was dealt, and to whoever has promised the "
    "patron an answer before.",
)
DEALT_LOOKED_AT = phrase(
    "dealt_looked_at",
    "{name} is here and is looking at your question: “{question}”",
    "To a patron whose question was kept, when a librarian is shown it.",
)
DEALT_PROMISE = phrase(
    "dealt_promise",
    "You do not seem to be there just now. {name} will write the answer in this window; you can "
    "expect it by {when}.",
    "To a patron whose kept question has become a promise. It waits for their return.",
)
KEPT_NOW = phrase(
    "kept_now",
    "The desk is closed; the question is kept until it opens.",
    "To staff who were offered a question that nobody took before closing time.",
)
KEPT_BY_PATRON = phrase(
    "kept_by_patron",
    "They have left the question and need not wait for the answer; !queue shows it.",
    "To staff who were offered a question that the patron has left.",
)
KEPT_LINE = phrase(
    "kept_line",
    "{number}, {desk}, kept for {age}: {question}",
    "In !queue: a question that is kept for when the desk opens, or for whoever comes.",
)
KEPT_COUNT = phrase(
    "kept_count",
    "{count} question is kept besides; !queue shows it.",
    "To staff, in !status.",
    "{count} questions are kept besides; !queue shows them.",
)
