"""A library's own web site, which puts the widget on its page with one line."""

from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from imref.demo.loopback import LoopbackPort

CONVERSE = Path(__file__).parents[2] / "widget/node_modules/converse.js/dist"
"""Converse.js as its makers ship it, for the scene that tries it."""

PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sample Library</title>
<link rel="icon" href="data:,">
<main>
<h1>Sample Library</h1>
<p>Come and read.</p>
</main>
<script type="module" src="{script}" {attributes}></script>
"""


class Elsewhere:
    """Pages on `localhost`, which to a browser is another site than `127.0.0.1`."""

    def __init__(self) -> None:
        self._port = LoopbackPort()
        self._page = ""
        app = web.Application()
        app.router.add_get("/", self._show)
        if CONVERSE.is_dir():
            app.router.add_static("/converse/", CONVERSE)
        self._runner = web.AppRunner(app, access_log=None)

    @property
    def origin(self) -> str:
        """As it is to stand in ``web.origins``."""
        return f"http://localhost:{self._port.number}"

    @property
    def page(self) -> str:
        """The address of the page."""
        return f"{self.origin}/"

    def embeds(self, script: str, attributes: str = 'data-desk="ask"') -> None:
        """What the page has in its one line from now on."""
        self._page = PAGE.format(script=script, attributes=attributes)

    def shows(self, html: str) -> None:
        """Have another page altogether."""
        self._page = html

    async def _show(self, _: web.Request) -> web.Response:
        return web.Response(text=self._page, content_type="text/html")

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port.number).start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()
        self._port.release()
