"""What a desk's door says on the web: whether somebody is there, in a sentence or two."""

from imref.desk.phrases.registry import phrase

PLATE_OPEN_UNTIL = phrase(
    "plate_open_until",
    "Open until {closes}. A librarian is here to answer you.",
    "On the web page, while somebody has time for a question. {closes} is a time.",
)
PLATE_OPEN = phrase(
    "plate_open",
    "Open now. A librarian is here to answer you.",
    "The same, at a desk that does not close.",
)
PLATE_BUSY_UNTIL = phrase(
    "plate_busy_until",
    "Open until {closes}. Our librarians are with others just now, so an answer may take some "
    "minutes.",
    "On the web page, while everybody on duty is busy.",
)
PLATE_BUSY = phrase(
    "plate_busy",
    "Open now. Our librarians are with others just now, so an answer may take some minutes.",
    "The same, at a desk that does not close.",
)
PLATE_UNSTAFFED_UNTIL = phrase(
    "plate_unstaffed_until",
    "Open until {closes}, but nobody is at the desk just now. Questions are kept.",
    "On the web page, while the desk is open and nobody is on duty.",
)
PLATE_UNSTAFFED = phrase(
    "plate_unstaffed",
    "Nobody is at the desk just now. Questions are kept.",
    "The same, at a desk that does not close.",
)
PLATE_CLOSED_UNTIL = phrase(
    "plate_closed_until",
    "Closed; we open {opens}. Questions are kept until then.",
    "On the web page, while the desk is closed. {opens} is a day and a time.",
)
PLATE_CLOSED = phrase(
    "plate_closed",
    "Closed just now. Questions are kept.",
    "The same, when no opening is planned yet.",
)
PLATE_PARTNER = phrase(
    "plate_partner",
    "We are not here just now, but {partner} can answer for us.",
    "On the web page, while a partner library covers.",
)
PLATE_CUT_OFF = phrase(
    "plate_cut_off",
    "We cannot be reached just now. Please try again in a few minutes.",
    "On the web page, while the way to the XMPP server is down.",
)
