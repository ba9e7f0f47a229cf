"""A small web server that has files, and some ways to be unpleasant about them."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

TEXT = b"Where is the map?\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + _chunk(b"IEND", b"")
)


class Site:
    """Where it is, what was asked for, and what was put there."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.stored: dict[str, tuple[bytes, str]] = {}
        self.status = 201

    async def give(self, request: web.Request) -> web.StreamResponse:
        """Answer a GET by its path."""
        self.asked.append(request.path)
        self.headers.append(dict(request.headers))
        match request.path.split("/")[1:]:
            case ["map.png"]:
                return web.Response(body=PNG, content_type="image/png")
            case ["program.png"]:
                return web.Response(body=b"MZ" + b"\0" * 100, content_type="image/png")
            case ["on", *rest]:
                raise web.HTTPFound("/" + "/".join(rest))
            case ["away", scheme, *rest]:
                raise web.HTTPFound(f"{scheme}://{'/'.join(rest)}")
            case ["packed"]:
                packed = zlib.compress(TEXT)
                return web.Response(body=packed, headers={"Content-Encoding": "deflate"})
            case ["endless"]:
                return await self._without_end(request)
            case ["broken"]:
                return await self._cut(request)
            case ["large"]:
                return web.Response(body=b"x" * 2000)
        raise web.HTTPNotFound

    async def take(self, request: web.Request) -> web.Response:
        """Keep what is put here."""
        self.headers.append(dict(request.headers))
        self.stored[request.path] = await request.read(), request.content_type
        return web.Response(status=self.status)

    async def _without_end(self, request: web.Request) -> web.StreamResponse:
        """A stream that says no length and never ends."""
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 1000)
                await asyncio.sleep(0)
        except ConnectionError:
            return response

    async def _cut(self, request: web.Request) -> web.StreamResponse:
        """An answer that ends before its length."""
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"x")
        assert request.transport is not None
        request.transport.abort()
        return response


@asynccontextmanager
async def site() -> AsyncIterator[Site]:
    """The server on a free port of the loopback interface, until the end of the block."""
    here = Site()
    app = web.Application(client_max_size=10**8)
    app.router.add_get("/{path:.*}", here.give)
    app.router.add_put("/{path:.*}", here.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    here.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield here
    finally:
        await runner.cleanup()
