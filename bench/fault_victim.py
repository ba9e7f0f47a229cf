"""The service as a subprocess that can be killed, frozen, stopped and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from imref.demo.child import Child

PATIENCE = 30.0
"""Seconds to become ready or to stop, on a machine that does other things too."""


class Victim:
    """``python -m imref run`` on a config; it says by sd_notify(3) each time its link is up."""

    def __init__(self, config: Path, environment: Mapping[str, str]) -> None:
        self._config = config
        self._environment = environment
        self._log = config.with_suffix(".log")
        self._address = config.with_suffix(".notify")
        self._notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._notify.bind(str(self._address))
        self._child: Child | None = None

    @property
    def process(self) -> Child:
        """The one that was started last."""
        assert self._child is not None
        return self._child

    @property
    def runs(self) -> bool:
        """Whether it was started and has not ended."""
        return self._child is not None and self._child.exit_code is None

    def start(self) -> None:
        """Start it; what an earlier one said is forgotten."""
        self.forget()
        command = (sys.executable, "-m", "imref", "run", "-c", str(self._config))
        environment = {**self._environment, "NOTIFY_SOCKET": str(self._address)}
        self._child = Child(command, self._log, environment)
        self._child.start()

    def forget(self) -> None:
        """Forget what was said so far: the next link is the one that counts."""
        while True:
            try:
                self._notify.recv(4096)
            except BlockingIOError:
                return

    async def linked(self) -> None:
        """Wait until the link to the server is up. Raises RuntimeError when it ends, or is late."""
        ended = asyncio.create_task(self.process.ended())
        ready = asyncio.create_task(self._ready())
        done, _ = await asyncio.wait(
            {ended, ready}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        for task in (ended, ready):
            task.cancel()
        await asyncio.gather(ended, ready, return_exceptions=True)
        if ready not in done:
            raise RuntimeError(f"imref has no link: {self.last_words()}")

    async def _ready(self) -> None:
        loop = asyncio.get_running_loop()
        while b"READY=1" not in (await loop.sock_recv(self._notify, 4096)).split(b"\n"):
            pass

    def strike(self) -> None:
        """SIGKILL, at once."""
        if self.runs:
            os.kill(self.process.pid, signal.SIGKILL)

    def freeze(self) -> None:
        """SIGSTOP."""
        self.process.send(signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        self.process.send(signal.SIGCONT)

    async def ended(self) -> None:
        """Wait until the process is gone."""
        await self.process.ended()

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        return await self.process.stop(PATIENCE)

    def last_words(self) -> str:
        """The end of its log."""
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-20:])

    @property
    def has_raised(self) -> bool:
        """Whether its log holds a traceback: nothing that breaks may surprise it."""
        return "Traceback (most recent call last)" in self._log.read_text(errors="replace")

    def close(self) -> None:
        """End it if it still runs, and give the socket back."""
        self.strike()
        self._notify.close()
