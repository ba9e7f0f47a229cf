"""Who is let in: the link that works once, the cookie, and whether a form is really ours."""

import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Final

from aiohttp import web

from imref.desk import phrases
from imref.desk.phrases import Phrase
from imref.web.board.backstage import Backstage
from imref.web.board.keys import Visit
from imref.web.board.rights import rights_of
from imref.web.board.sheet import sheet
from imref.web.board.visitor import Visitor
from imref.web.manners import PRIVATE
from imref.web.site import SITE, Site
from imref.web.tongues import asked, tongue

log = logging.getLogger(__name__)

COOKIE: Final = "imref-staff"


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Guarded = Callable[[web.Request, Visitor], Awaitable[web.StreamResponse]]


def guarded(handler: Guarded) -> Handler:
    """Let a page be seen by those who are logged in, and by nobody else."""

    @wraps(handler)
    async def behind_the_gate(request: web.Request) -> web.StreamResponse:
        who = recognised(request)
        if who is None:
            return _door(request)
        who.visit.used = who.site.clock()
        return await handler(request, who)

    return behind_the_gate


def recognised(request: web.Request) -> Visitor | None:
    """Whose browser this is. Whoever has left the agreement, or has another address, is nobody."""
    site, backstage = request.app[SITE], backstage_of(request)
    cookie = request.cookies.get(_cookie_name(site), "")
    visit = backstage.keys.visit(cookie, backstage.lifetime, site.clock()) if cookie else None
    return None if visit is None else still_here(site, backstage, visit)


def still_here(site: Site, backstage: Backstage, visit: Visit) -> Visitor | None:
    """The visitor of a visit with their rights of now; a visit that may not go on is ended."""
    agreement = site.room().agreement
    member = agreement.member(visit.staff)
    over = visit.ended.is_set() or not backstage.lifetime.covers(visit, site.clock())
    if over or member is None or member.address != visit.address:
        backstage.keys.end(visit)
        return None
    language = agreement.wording.language(member.language)
    rights = rights_of(agreement, backstage.settings, member)
    return Visitor(site, backstage, visit, rights, language)


def backstage_of(request: web.Request) -> Backstage:
    """The dashboard's own knowledge. Raises HTTPNotFound where there is no dashboard."""
    backstage = request.app[SITE].backstage
    if backstage is None:
        raise web.HTTPNotFound(text="no such page")
    return backstage


# The door.


async def knock(request: web.Request) -> web.StreamResponse:
    """The page behind a link: a button. A chat program that looks at links uses nothing up."""
    site, backstage = request.app[SITE], backstage_of(request)
    if not site.knocks.allow(site.caller(request), site.clock()):
        return too_much(request)
    if not backstage.keys.opens(request.match_info["key"], site.clock()):
        return _spent(request)
    return sheet(request, "board_enter.html", _language(request), 200)


async def enter(request: web.Request) -> web.StreamResponse:
    """The button: the link is used up, and the browser is logged in."""
    site, backstage = request.app[SITE], backstage_of(request)
    if not is_our_form(request):
        raise web.HTTPForbidden(text="this form is not ours")
    if not site.knocks.allow(site.caller(request), site.clock()):
        return too_much(request)
    opened = backstage.keys.redeem(request.match_info["key"], site.clock())
    if opened is None:
        return _spent(request)
    cookie, visit = opened
    log.info("logged in to the dashboard", extra={"staff": visit.staff})
    response = web.Response(status=303, headers={"Location": "../../dashboard"})
    _set_cookie(site, response, cookie, int(backstage.settings.longest))
    return response


async def leave(request: web.Request) -> web.StreamResponse:
    """Log out; harmless for somebody who is not logged in."""
    site, backstage = request.app[SITE], backstage_of(request)
    if not is_our_form(request):
        raise web.HTTPForbidden(text="this form is not ours")
    who = recognised(request)
    if who is not None:
        backstage.keys.end(who.visit)
        log.info("logged out of the dashboard", extra={"staff": who.rights.name})
    title, text = phrases.BOARD_LEFT, phrases.BOARD_DOOR_TEXT
    response = _notice(request, _language(request), 200, title, text)
    _set_cookie(site, response, "", 0)
    return response


def is_our_form(request: web.Request) -> bool:
    """Whether a form was sent from a page of ours: by Origin, and by Fetch Metadata if it is there.

    Every browser of today sends an Origin with a POST. What sends none is refused.
    """
    origin = request.headers.get("Origin", "").lower()
    fetched_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    return origin == request.app[SITE].settings.origin and fetched_from == "same-origin"


def too_much(request: web.Request) -> web.Response:
    """The answer to somebody who asks for too much at once."""
    title, text = phrases.BOARD_TOO_MUCH, phrases.BOARD_TOO_MUCH_TEXT
    response = _notice(request, _language(request), 429, title, text)
    response.headers["Retry-After"] = "60"
    return response


def not_yours(request: web.Request, who: Visitor) -> web.Response:
    """The answer to somebody who asks for what is not theirs to see."""
    title, text = phrases.BOARD_NOT_YOURS, phrases.BOARD_NOT_YOURS_TEXT
    return _notice(request, who.language, 404, title, text)


def _door(request: web.Request) -> web.Response:
    title, text = phrases.BOARD_DOOR, phrases.BOARD_DOOR_TEXT
    return _notice(request, _language(request), 403, title, text)


def _spent(request: web.Request) -> web.Response:
    title, text = phrases.BOARD_SPENT, phrases.BOARD_SPENT_TEXT
    return _notice(request, _language(request), 410, title, text)


def _notice(
    request: web.Request, language: str, status: int, title: Phrase, text: Phrase
) -> web.Response:
    return sheet(request, "board_notice.html", language, status, title=title(), text=text())


def _language(request: web.Request) -> str:
    return tongue(request.app[SITE].room().agreement.wording, asked(request))


def _cookie_name(site: Site) -> str:
    """A browser takes a __Host- cookie from this very host, over TLS, and from nowhere else."""
    return f"__Host-{COOKIE}" if _has_tls(site) else COOKIE


def _has_tls(site: Site) -> bool:
    return site.settings.origin.startswith("https:")


def _set_cookie(site: Site, response: web.Response, value: str, seconds: int) -> None:
    """Strict: no other site can have a browser send it, not even with a link."""
    response.set_cookie(
        _cookie_name(site),
        value,
        max_age=seconds,
        path="/",
        secure=_has_tls(site) or None,
        httponly=True,
        samesite="Strict",
    )
    response.headers["Cache-Control"] = PRIVATE
