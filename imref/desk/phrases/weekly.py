"""The weekly report: what staff read of it, and what goes with it by mail."""

from imref.desk.phrases.registry import phrase

WEEK_ASKED = phrase(
    "week_asked",
    "Last week {count} question was asked.",
    "To staff, and by mail: begins the weekly report.",
    plural="Last week {count} questions were asked.",
)
WEEK_FEW = phrase(
    "week_few",
    "Last week fewer than 5 questions were asked.",
    "By mail: begins the weekly report where the number is hidden.",
)
WEEK_QUIET = phrase(
    "week_quiet",
    "Last week nobody asked anything.",
    "To staff, and by mail: begins the weekly report.",
)
WEEK_BEFORE = phrase(
    "week_before", "The week before: {before}.", "In the weekly report: how many were asked then."
)
WEEK_FATES = phrase(
    "week_fates",
    "Answered: {answered}; left before a word: {lost}; never answered: {unanswered}; still kept: "
    "{held}; passed on to others: {referred}.",
    "In the weekly report: what became of the questions.",
)
WEEK_HIDDEN = phrase(
    "week_hidden", "fewer than 5", "In the weekly report by mail: a number that is hidden."
)
WEEK_CLOSED = phrase(
    "week_closed",
    "Asked while the desk was closed: {closed}.",
    "In the weekly report: part of what was asked.",
)
WEEK_WAITS = phrase(
    "week_waits",
    "While it was open, half of those answered waited no longer than {half}, nine of ten no longer "
    "than {most}.",
    "In the weekly report: the median and the 90th percentile.",
)
WEEK_WITHIN = phrase(
    "week_within",
    "Answered within 60 s: {within} of {asked}.",
    "In the weekly report: of all who asked while it was open.",
)
WEEK_STAFFED = phrase(
    "week_staffed",
    "Of {promised} promised hours {staffed} were staffed.",
    "In the weekly report: coverage.",
)
WEEK_NOBODY = phrase(
    "week_nobody",
    "Once nobody was there for five minutes or more: for {longest}.",
    "In the weekly report: promised, but nobody there.",
    plural="{count} times nobody was there for five minutes or more, at the longest for {longest}.",
)
WEEK_PROMISES = phrase(
    "week_promises",
    "Promises kept: {kept}, late: {late}, broken: {broken}.",
    "In the weekly report: what became of follow-ups.",
)
WEEK_BESIDE = phrase(
    "week_beside",
    "Written down besides: walk-ins {walk_ins}, calls {calls}.",
    "In the weekly report: what else kept librarians busy.",
)
WEEK_SUBJECT = phrase(
    "week_subject",
    "Reference by chat, {first} to {last}",
    "The subject of the mail with the weekly report; {first} and {last} are dates such as "
    "2026-11-16.",
)
WEEK_ENCLOSED = phrase(
    "week_enclosed",
    "The whole report is enclosed as a web page. Numbers below five are hidden in it and others "
    "are rounded, so that it can be handed on.",
    "By mail, below the weekly report.",
)
WEEK_NOT_MAILED = phrase(
    "week_not_mailed",
    "The weekly report could not be mailed to {addresses}: {detail}",
    "To staff who get the report; {detail} is what the mail server said.",
)
WEEK_NOT_MADE = phrase(
    "week_not_made",
    "The weekly report could not be made. The log says why; `imref report` makes it by hand.",
    "To staff who get the report.",
)
