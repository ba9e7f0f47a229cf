"""The wire between the service and its server: it can be cut, and it can pull a trigger."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from enum import StrEnum

from imref.demo.loopback import HOST, LoopbackPort


class Way(StrEnum):
    """Which way bytes go."""

    TO_SERVER = "to the server"
    TO_SERVICE = "to the service"


Trigger = Callable[[], object]

SILENCE = 0.1
"""Seconds that a cut waits for a piece to halve."""


class Cable:
    """A TCP proxy for one connection at a time.

    Bytes pass in the pieces in which they come. ``after`` arms a trigger on a piece that has not
    been passed on yet; ``cut`` passes on the first half of a piece, most often the middle of a
    stanza, and resets both connections at once.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._port = LoopbackPort()
        self._listener: asyncio.Server | None = None
        self._links: set[asyncio.Task[None]] = set()
        self._ends: list[asyncio.StreamWriter] = []
        self._armed: tuple[Way, int, Trigger] | None = None
        self._cutting = False

    @property
    def port(self) -> int:
        """Where the service connects."""
        return self._port.number

    async def lay(self) -> None:
        """Begin to listen."""
        self._listener = await asyncio.start_server(self._connected, HOST, self.port)

    async def take_up(self) -> None:
        """Stop listening and end what is connected."""
        if self._listener is not None:
            self._listener.close()
        self._reset()
        await self.severed()
        self._port.release()

    def after(self, way: Way, pieces: int, trigger: Trigger) -> None:
        """Call ``trigger`` when so many more pieces have come from the one side, before the last
        of them is passed on. One trigger at a time: a new one replaces the one before."""
        self._armed = (way, pieces, trigger)

    def disarm(self) -> None:
        """Forget the trigger."""
        self._armed = None

    def cut(self) -> None:
        """Pass on half of the piece at hand (in a trigger) or the next one, then reset both sides.

        When nothing comes for a moment they are reset all the same.
        """
        self._cutting = True
        asyncio.get_running_loop().call_later(SILENCE, self._cut_now)

    def _cut_now(self) -> None:
        if self._cutting:
            self._cutting = False
            self._reset()

    async def severed(self) -> None:
        """Wait until both sides of what was connected have ended: the server has read it all."""
        if self._links:
            await asyncio.wait(set(self._links))

    async def _connected(
        self, from_service: asyncio.StreamReader, to_service: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._links.add(task)
        try:
            from_server, to_server = await asyncio.open_connection(HOST, self._server_port)
        except OSError:
            to_service.transport.abort()
            self._links.discard(task)
            return
        self._ends = [to_service, to_server]
        try:
            await asyncio.gather(
                self._pass(Way.TO_SERVER, from_service, to_server),
                self._pass(Way.TO_SERVICE, from_server, to_service),
            )
        finally:
            for end in (to_service, to_server):
                end.transport.abort()
            self._links.discard(task)

    async def _pass(
        self, way: Way, source: asyncio.StreamReader, target: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(OSError):
            while piece := await source.read(65_536):
                self._count(way)
                if self._cutting:
                    target.write(piece[: len(piece) // 2])
                    self._cutting = False
                    self._reset()
                    return
                target.write(piece)
                await target.drain()
        with contextlib.suppress(OSError):
            target.write_eof()

    def _count(self, way: Way) -> None:
        if self._armed is None or self._armed[0] != way:
            return
        way, pieces, trigger = self._armed
        self._armed = (way, pieces - 1, trigger)
        if pieces <= 1:
            self._armed = None
            trigger()

    def _reset(self) -> None:
        for end in self._ends:
            end.transport.abort()
