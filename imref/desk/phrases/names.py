"""What librarians' contact lists call a patron."""

from imref.desk.phrases.registry import phrase

PATRON_NUMBER = phrase(
    "patron_number",
    "Patron {number}",
    "The name of a patron in librarians' clients. Commands take the {number}.",
)
PATRON_NAMED = phrase(
    "patron_named",
    "{name} (patron {number})",
    "The name of a patron who has said what they are called, in librarians' clients.",
)
PATRON_AT_DESK = phrase(
    "patron_at_desk",
    "{patron} · {desk}",
    "An entry in the contact list of the librarian who answers, while the conversation lasts.",
)
PATRONS_GROUP = phrase(
    "patrons_group",
    "Patrons",
    "The group of the contact list in which those entries stand.",
)
