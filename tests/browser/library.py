"""A library on the web: its server, its imref with a web page, and its people."""

import asyncio
from dataclasses import dataclass

import aiohttp
from e2e.cast import Cast

from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE = 10.0
"""Seconds until the page is served after the service is ready."""


@dataclass(frozen=True, slots=True)
class WebLibrary:
    """A library that answers; ``address`` is that of its page, without a slash at the end."""

    server: PrivateServer
    service: RunningService
    cast: Cast
    address: str

    async def is_up(self) -> None:
        """Wait until the page is served. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as client:
            while True:
                try:
                    async with client.get(f"{self.address}/desk.json"):
                        return
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.02)
