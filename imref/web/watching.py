"""For those who watch over the service: /healthz, and /metrics for Prometheus."""

from typing import Final

from aiohttp import web

from imref.config.web import Web
from imref.web.callers import origin
from imref.web.site import SITE

UNWELL: Final = 503


async def healthz(request: web.Request) -> web.Response:
    """Each check in plain words; 200 when all is well, 503 when something is not.

    Anybody may ask: it says nothing of people, and those who watch from outside need it.
    """
    vitals = request.app[SITE].vitals
    if vitals is None:
        raise web.HTTPNotFound(text="nobody watches here")
    health = vitals.health()
    checks = {name: {"ok": each.ok, "says": each.says} for name, each in health.checks.items()}
    told = {"ok": health.ok, "checks": checks}
    return web.json_response(told, status=200 if health.ok else UNWELL)


async def metrics(request: web.Request) -> web.Response:
    """What Prometheus reads (its text format, or OpenMetrics), for those named in the config."""
    site = request.app[SITE]
    if site.vitals is None:
        raise web.HTTPNotFound(text="nobody watches here")
    if not _may_scrape(request, site.settings):
        raise web.HTTPForbidden(text="not from here: see web.metrics in imref's config")
    body, content_type = site.vitals.exposition(request.headers.get("Accept", ""))
    return web.Response(body=body, headers={"Content-Type": content_type})


def _may_scrape(request: web.Request, settings: Web) -> bool:
    """Whether the request comes from one of ``web.metrics``, and not by way of a proxy from
    somebody who only says so.
    """
    forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
    asks = origin(request.remote or "", forwarded, settings.proxies)
    return asks is not None and any(asks in network for network in settings.scrapers)
