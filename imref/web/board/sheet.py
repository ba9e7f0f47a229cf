"""One page of the dashboard: words in the reader's language, and headers that keep it to itself."""

from typing import Final

from aiohttp import web

from imref.desk import phrases
from imref.desk.phrases import Clock, Phrase, Text, When
from imref.web.board.visitor import Visitor
from imref.web.manners import PRIVATE
from imref.web.pages import templates
from imref.web.site import SITE, Site
from imref.web.tongues import direction

PARTS: Final[dict[str, Phrase]] = {
    "dashboard": phrases.BOARD_NOW,
    "dashboard/figures": phrases.BOARD_FIGURES,
    "dashboard/promises": phrases.BOARD_PROMISES,
    "dashboard/pilot": phrases.BOARD_PILOT,
    "dashboard/transcripts": phrases.BOARD_TRANSCRIPTS,
}
"""The parts of the dashboard, by their path, in the order of their links."""

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Content Security Policy, level 3."""

# The Origin of a form would be "null" under "no-referrer" (Fetch standard, 3.2): then nobody could
# tell our own forms from another site's.
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "Cache-Control": PRIVATE,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def sheet(
    request: web.Request, template: str, language: str, status: int, **told: object
) -> web.Response:
    """A page from its template."""
    html = written(request.app[SITE], template, language, up=_up(request.path), **told)
    return web.Response(
        text=html, status=status, content_type="text/html", charset="utf-8", headers=HEADERS
    )


def part(request: web.Request, who: Visitor, path: str, **told: object) -> web.Response:
    """One part of the dashboard (`PARTS`), for somebody who is logged in."""
    template = f"board_{path.rpartition('/')[2]}.html"
    return sheet(request, template, who.language, 200, here=path, parts=PARTS, who=who, **told)


def _up(path: str) -> str:
    """From a page to the root of the site, relative: a proxy may put the site below a path."""
    return "/".join([".."] * path.strip("/").count("/")) or "."


def written(site: Site, template: str, language: str, **told: object) -> str:
    """The text of a page, or of a part of one; its clock is that of ``who``, if it is given."""
    room, now = site.room(), site.clock()
    who = told.get("who")
    zone = who.zone if isinstance(who, Visitor) else "UTC"

    def say(text: Text) -> str:
        return room.agreement.wording.render(text, language, now)

    def age(since: float) -> Text:
        return phrases.age(now - since)

    def moment(at: float) -> Text:
        return When(at, zone)

    def clock(at: float = now) -> Text:
        return Clock(at, zone)

    given: dict[str, object] = {"p": phrases, "say": say, "language": language}
    given |= {"age": age, "length": phrases.age, "moment": moment, "clock": clock}
    given |= {"title_of": room.desk_title, "colleague": room.colleague}
    given |= {"direction": direction(language)}
    return templates().get_template(template).render(**given, **told)
