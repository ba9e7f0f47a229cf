"""What librarians read in their chat about the dashboard."""

from imref.desk.phrases.registry import phrase

DASHBOARD_LINK = phrase(
    "dashboard_link",
    "Your dashboard: {url}\nThe link works once, within {age}. Whoever opens it is you: keep it "
    "to yourself.",
    "To a librarian who asked for the dashboard (!dashboard).",
)
DASHBOARD_NONE = phrase(
    "dashboard_none",
    "There is no dashboard just now: imref serves no web page here.",
    "The same, where there is no web server.",
)
DASHBOARD_LATER = phrase(
    "dashboard_later",
    "The dashboard does not answer just now. Please ask again in a while.",
    "The same, when no link came in time.",
)
