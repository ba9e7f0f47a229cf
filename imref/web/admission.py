"""Letting a visitor in as a guest: GET or POST /guest, and POST /guest/forget."""

from typing import Final

from aiohttp import web

from imref.web.guests import Guest
from imref.web.manners import is_welcome, may_read
from imref.web.site import SITE, Site

COOKIE: Final = "imref-guest"
TRY_AGAIN: Final = 60
"""Seconds after which somebody is to try again who was turned away."""


async def let_in(request: web.Request) -> web.Response:
    """A guest's address, password and end; the same for the same browser, while it lasts.

    Converse.js asks by GET (its ``credentials_url``), the widget by POST.
    """
    site = request.app[SITE]
    if not is_welcome(request):
        raise web.HTTPForbidden(text="this site is not among web.origins of imref's config")
    now = site.clock()
    guest = site.book.admit(request.cookies.get(COOKIE, ""), now)
    if guest is None:
        if not _may_invite(site, request, now):
            site.count_guest(let_in=False)
            refusal = web.Response(status=429, headers={"Retry-After": str(TRY_AGAIN)})
            may_read(request, refusal, cookies=True)
            return refusal
        guest = site.book.invite(now)
        site.count_guest(let_in=True)
    response = web.json_response(
        {
            "jid": site.book.address(guest),
            "password": site.book.password(guest),
            "expires": guest.expires,
        }
    )
    _remember(request, response, site, guest, now)
    may_read(request, response, cookies=True)
    return response


async def forget(request: web.Request) -> web.Response:
    """Have the browser forget its guest; the next visit makes a new one."""
    if not is_welcome(request):
        raise web.HTTPForbidden(text="this site is not among web.origins of imref's config")
    response = web.Response(status=204)
    _set_cookie(request, response, "", 0)
    may_read(request, response, cookies=True)
    return response


async def preflight(request: web.Request) -> web.Response:
    """Whether a configured site may ask with headers of its own (Fetch standard, 4.8)."""
    response = web.Response(status=204)
    may_read(request, response, cookies=True)
    if "Access-Control-Allow-Origin" in response.headers:
        response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        response.headers["Access-Control-Allow-Headers"] = "Content-Type"
        response.headers["Access-Control-Max-Age"] = "3600"
    return response


def _may_invite(site: Site, request: web.Request, now: float) -> bool:
    """Whether there may be one more guest from there, and at all."""
    return site.per_caller.allow(site.caller(request), now) and site.overall.allow("", now)


def _remember(
    request: web.Request, response: web.Response, site: Site, guest: Guest, now: float
) -> None:
    _set_cookie(request, response, site.book.token(guest), max(0, int(guest.expires - now)))


def _set_cookie(request: web.Request, response: web.Response, value: str, seconds: int) -> None:
    """Keep a token in the browser, out of reach of scripts.

    On another site's page a browser sends cookies only if they are SameSite=None, and keeps them
    apart for each such site if they are Partitioned (CHIPS). Both must be Secure, which browsers
    take over plain HTTP from this machine alone.
    """
    parts = [f"{COOKIE}={value}", f"Max-Age={seconds}", "Path=/", "HttpOnly"]
    if _is_abroad(request):
        parts += ["Secure", "SameSite=None", "Partitioned"]
    elif request.app[SITE].settings.origin.startswith("https:"):
        parts += ["Secure", "SameSite=Lax"]
    else:
        parts += ["SameSite=Lax"]
    # COMPAT: http.cookies knows Partitioned from Python 3.14 on.
    response.headers["Set-Cookie"] = "; ".join(parts)


def _is_abroad(request: web.Request) -> bool:
    """Whether the request comes from a page of another site, by what the browser says."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site == "cross-site"
    origin = request.headers.get("Origin")
    return origin is not None and origin != request.app[SITE].settings.origin
