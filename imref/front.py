"""The web server as the running service keeps it: opened, taken along by a new config, closed."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from imref.config.web import Web
from imref.desk.errands import IssueLink
from imref.desk.events import LinkIssued
from imref.desk.room import Room
from imref.web.vitals import Vitals

if TYPE_CHECKING:
    from imref.web.board.backstage import Backstage
    from imref.web.server import WebServer

log = logging.getLogger(__name__)

TRY_AGAIN = 15.0
"""Seconds between two tries to have a port that somebody else has."""


class Front:
    """Keeps a web server by the config, or none.

    The desk does not depend on it: a port that is taken is said in the log and tried again, and
    patrons who write by Jabber notice nothing.
    """

    def __init__(
        self,
        settings: Web | None,
        room: Callable[[], Room],
        backstage: "Backstage | None" = None,
        vitals: Vitals | None = None,
    ) -> None:
        """``backstage`` is what the dashboard needs; without it there is none. ``vitals`` knows
        how the service is, for /healthz and /metrics.
        """
        self._settings = settings
        self._room = room
        self._backstage = backstage
        self._vitals = vitals
        self._server: WebServer | None = None
        self._changed = asyncio.Event()
        self.tried = asyncio.Event()
        """Set once the server serves, or was found not to be needed, or not to be had."""

    def exchange(self, settings: Web | None) -> None:
        """Go by another config; where the port or the host is another, the server moves."""
        if settings != self._settings:
            self._settings = settings
            self._changed.set()

    async def issue(self, asked: IssueLink) -> LinkIssued:
        """Make a link to the dashboard for a librarian."""
        from imref.web.board.keys import LINK_LASTS

        member = self._room().agreement.member(asked.staff)
        url = self._server.link_for(member) if self._server and member else ""
        return LinkIssued(asked, url, LINK_LASTS)

    async def run(self) -> None:
        """Keep it until cancelled."""
        while True:
            self._changed.clear()
            if self._settings is None:
                self.tried.set()
                await self._changed.wait()
            elif not await self._serve(self._settings):
                self.tried.set()
                await self._pause()

    async def _serve(self, settings: Web) -> bool:
        """Serve until the config moves the server elsewhere; False when it could not begin."""
        from imref.web.server import WebServer, WebTroubleError  # of use to those who have a page

        try:
            server = WebServer(settings, self._room, backstage=self._backstage, vitals=self._vitals)
            await server.start()
        except WebTroubleError as trouble:
            log.error("no web page: %s; it is tried again", trouble)
            return False
        except Exception:
            log.exception("no web page; it is tried again")
            return False
        self._server = server
        self.tried.set()
        try:
            while (new := await self._next(server.settings)) is not None:
                try:
                    server.exchange(new)
                except WebTroubleError as trouble:
                    log.error("the web page goes on as before: %s", trouble)
            return True
        finally:
            self._server = None
            await server.stop()

    async def _next(self, settings: Web) -> Web | None:
        """Wait for another config; None if it leaves no server there."""
        await self._changed.wait()
        self._changed.clear()
        new = self._settings
        stays = new is not None and (new.listen, new.port) == (settings.listen, settings.port)
        if not stays:
            self._changed.set()
        return new if stays else None

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(TRY_AGAIN):
                await self._changed.wait()
        except TimeoutError:
            pass
