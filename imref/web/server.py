"""The small web server beside the service, in the same event loop: it starts, answers, stops."""

import logging
from collections.abc import Callable
from time import time

from aiohttp import web

from imref.config.web import Web
from imref.desk.agreement import StaffMember
from imref.desk.room import Room
from imref.web import admission, door, pages, scripts, watching
from imref.web.board import routes
from imref.web.board.backstage import Backstage
from imref.web.manners import mannered
from imref.web.site import SITE, Site
from imref.web.vitals import Vitals

log = logging.getLogger(__name__)

LARGEST_BODY = 4096
"""Bytes that somebody may send us: only the dashboard reads a body, a small form."""

LARGEST_LINE = 4096
"""Bytes of a request's first line, and of each of its headers."""

IDLE = 30.0
"""Seconds that a connection stays open between two requests."""

GRACE = 2.0
"""Seconds that requests under way have when the server stops."""


class WebTroubleError(Exception):
    """The web server cannot be had; says why, for whoever runs it."""


class WebServer:
    """Serves the library's chat page by one section of the config."""

    def __init__(
        self,
        settings: Web,
        room: Callable[[], Room],
        clock: Callable[[], float] = time,
        backstage: Backstage | None = None,
        vitals: Vitals | None = None,
    ) -> None:
        """Without ``backstage`` there is no dashboard, without ``vitals`` no /healthz nor /metrics.

        Raises WebTroubleError when the guests' secret cannot be read.
        """
        try:
            self._site = Site(settings, room, clock, backstage, vitals)
        except ValueError as problem:
            raise WebTroubleError(f"web.secret_file: {problem}") from problem
        self._runner = web.AppRunner(
            application(self._site),
            access_log=None,  # who asks a library is nobody's business
            keepalive_timeout=IDLE,
            max_line_size=LARGEST_LINE,
            max_field_size=LARGEST_LINE,
            shutdown_timeout=GRACE,
        )

    @property
    def settings(self) -> Web:
        """By which config it serves."""
        return self._site.settings

    async def start(self) -> None:
        """Listen. Raises WebTroubleError where the port is taken, or not ours to take."""
        await self._runner.setup()
        at = self.settings
        try:
            await web.TCPSite(self._runner, at.listen, at.port).start()
        except OSError as problem:
            await self._runner.cleanup()
            why = problem.strerror or problem
            raise WebTroubleError(f"cannot listen on {at.listen}:{at.port}: {why}") from problem
        log.info("the web page is served on %s:%d for %s", at.listen, at.port, at.address)

    def exchange(self, settings: Web) -> None:
        """Go by another config from the next request on, on the same port.

        Raises WebTroubleError, and goes on as before, when the guests' secret cannot be read.
        """
        try:
            self._site.exchange(settings)
        except ValueError as problem:
            raise WebTroubleError(f"web.secret_file: {problem}") from problem

    def link_for(self, member: StaffMember) -> str:
        """A link that lets a librarian into the dashboard once; "" where there is none."""
        site = self._site
        if site.backstage is None:
            return ""
        key = site.backstage.keys.issue(member, site.clock())
        return f"{site.settings.address}/dashboard/enter/{key}"

    async def stop(self) -> None:
        """Let requests under way end, and give the port back; harmless when done twice."""
        await self._runner.cleanup()


def application(site: Site) -> web.Application:
    """All routes over one site."""
    app = web.Application(middlewares=[mannered], client_max_size=LARGEST_BODY)
    app[SITE] = site
    app.add_routes(
        [
            web.get("/", pages.ready),
            web.get("/kept", pages.kept),
            web.get("/page.css", scripts.style),
            web.get("/ask.js", scripts.widget),
            web.get("/desk.json", door.desk),
            web.get("/presence.json", door.presence),
            web.get("/presence.svg", door.picture),
            web.get("/qr.svg", pages.code),
            web.get("/healthz", watching.healthz),
            web.get("/metrics", watching.metrics),
            web.get("/guest", admission.let_in),
            web.post("/guest", admission.let_in),
            web.options("/guest", admission.preflight),
            web.post("/guest/forget", admission.forget),
            web.options("/guest/forget", admission.preflight),
        ]
    )
    routes.add_to(app)
    return app
