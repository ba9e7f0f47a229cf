"""What every answer of the web server carries: who may use it, from where, and for how long."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from aiohttp import ETag, web

from imref.config.web import Web
from imref.web.site import SITE

log = logging.getLogger(__name__)

PATIENCE: Final = 10.0
"""Seconds in which a request must be dealt with; nearly everything here takes milliseconds."""

ASSET: Final = "public, max-age=3600, stale-while-revalidate=604800"
"""The widget and the page's own files: used for an hour, and then asked for anew by ETag."""

FRESH: Final = "public, max-age=15"
"""What a door says: true to some seconds."""

PRIVATE: Final = "no-store"

LASTING: Final[Mapping[str, float | None]] = {
    "/dashboard/live": None,
    "/dashboard/figures": 60.0,
    "/dashboard/pilot": 60.0,
    "/dashboard/transcripts": 60.0,
}
"""What may take longer: seconds, or None for as long as somebody listens."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def mannered(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give every answer its headers, errors too; nothing takes longer than `PATIENCE`."""
    site = request.app[SITE]
    try:
        async with asyncio.timeout(LASTING.get(request.path, PATIENCE)):
            response = await handler(request)
    except web.HTTPException as refusal:
        response = web.Response(status=refusal.status, text=refusal.text)
        if "Allow" in refusal.headers:
            response.headers["Allow"] = refusal.headers["Allow"]
    except TimeoutError:
        response = web.Response(status=503, text="try again later")
    except Exception:
        log.exception("a page could not be made: %s", request.path)
        response = web.Response(status=500, text="something went wrong here")
    for name, value in _guarded(site.settings).items():
        response.headers.setdefault(name, value)  # the dashboard has its own
    response.headers.setdefault("Cache-Control", PRIVATE)
    return response


def _guarded(settings: Web) -> dict[str, str]:
    """Headers that keep a page to itself (Content Security Policy, level 3)."""
    uploads = " ".join(settings.uploads)
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' data: blob: {uploads}",
        "connect-src": f"'self' {_origin(settings.websocket_address)} {uploads}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(settings.frames) or "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {of.strip()}" for name, of in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Server": "imref",  # and not which versions of what it is made of
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def may_read(request: web.Request, response: web.StreamResponse, *, cookies: bool = False) -> None:
    """Let the configured sites read an answer (Fetch standard, CORS), with cookies or without."""
    origin = request.headers.get("Origin", "")
    response.headers["Vary"] = "Origin"
    if origin in request.app[SITE].settings.origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        if cookies:
            response.headers["Access-Control-Allow-Credentials"] = "true"


def is_welcome(request: web.Request) -> bool:
    """Whether a request comes from the page itself or from a configured site, or no browser.

    A browser says so of itself: Origin, and Fetch Metadata for what has no Origin.
    """
    settings = request.app[SITE].settings
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == settings.origin or origin in settings.origins
    return request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")


def tagged(
    request: web.Request, body: bytes, content_type: str, cache: str, charset: str | None = "utf-8"
) -> web.Response:
    """An answer with an ETag; without its body where the asker has it already (RFC 9110, 13)."""
    etag = ETag(hashlib.sha256(body).hexdigest()[:20], is_weak=True)
    known = request.if_none_match or ()
    if any(each.value in (etag.value, "*") for each in known):
        response = web.Response(status=304)
    else:
        response = web.Response(body=body, content_type=content_type, charset=charset)
    response.etag = etag
    response.headers["Cache-Control"] = cache
    return response
