"""imref itself as a child process, started the way systemd starts it (sd_notify(3))."""

import asyncio
import signal
import socket
import sys
from pathlib import Path

from imref.demo.child import Child

STARTS_WITHIN = 60.0  # seconds; a machine may be busy with other things
STOPS_WITHIN = 30.0


class ServiceTroubleError(AssertionError):
    """The service did not start or end as it should; the message holds its log."""


class RunningService:
    """`imref run` on a config; `start` returns when it has said READY=1."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.folder = config.parent
        self.log = self.folder / "imref.log"
        self._child: Child | None = None

    @property
    def runs(self) -> bool:
        """Whether it was started and has not ended."""
        return self._child is not None and self._child.exit_code is None

    async def start(self) -> None:
        """Start it. Raises ServiceTroubleError when it ends, or does not become ready."""
        address = self.folder / "notify"
        address.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as notify:
            notify.bind(str(address))
            command = (sys.executable, "-m", "imref", "run", "-c", str(self.config))
            self._child = Child(command, self.log, {"NOTIFY_SOCKET": str(address)})
            self._child.start()
            await self._ready(notify, self._child)

    async def stop(self) -> int:
        """End it with SIGTERM and return its exit code."""
        return await self._running().stop(STOPS_WITHIN)

    async def kill(self) -> None:
        """End it with SIGKILL, as a power cut would."""
        self._running().send(signal.SIGKILL)
        await self._running().ended()

    async def restart(self) -> None:
        """Stop it in good order and start it again on the same database."""
        if await self.stop() != 0:
            raise ServiceTroubleError(self.complaint("did not stop in good order"))
        await self.start()

    def reload(self) -> None:
        """Have it read its config again (SIGHUP)."""
        self._running().send(signal.SIGHUP)

    async def ended(self) -> int:
        """Wait until it ends by itself and return its exit code."""
        return await self._running().ended()

    def complaint(self, trouble: str) -> str:
        """`trouble`, followed by the log."""
        log = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return f"imref {trouble}; its log:\n{log or '(empty)'}"

    def _running(self) -> Child:
        if self._child is None:
            raise RuntimeError("imref was not started")
        return self._child

    async def _ready(self, notify: socket.socket, child: Child) -> None:
        ended = asyncio.create_task(child.ended())
        said = asyncio.create_task(_until_ready(notify))
        done, pending = await asyncio.wait(
            {ended, said}, timeout=STARTS_WITHIN, return_when=asyncio.FIRST_COMPLETED
        )
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if said not in done:
            code = child.exit_code
            trouble = "was not ready in time" if code is None else f"ended at once ({code})"
            raise ServiceTroubleError(self.complaint(trouble))


async def _until_ready(notify: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    while b"READY=1" not in await loop.sock_recv(notify, 4096):
        pass
