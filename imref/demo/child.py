"""A child process that never outlives its parent, even one that is killed by SIGKILL."""

import asyncio
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

# The child asks the kernel to be ended with its parent, then looks whether the parent is still the
# one that started it: a parent that died in between would otherwise have left an orphan behind.
_GUARD = 'test "$PPID" = "$0" && exec "$@"'


class Child:
    """One process with its output in a file; independent of any event loop.

    The kernel watches the *thread* that calls `start`: call it from one that lives as long as the
    process shall, which the main thread does.
    """

    def __init__(self, command: Sequence[str], log: Path, env: Mapping[str, str] | None = None):
        self.command = tuple(command)
        self.log = log
        self._env = None if env is None else {**os.environ, **env}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Process id; raises RuntimeError before `start`."""
        return self._running().pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for the signal that ended it."""
        return self._running().poll()

    def start(self) -> None:
        """Start the process. Raises FileNotFoundError, naming the program, where it is missing."""
        for program in ("setpriv", self.command[0]):
            if shutil.which(program) is None:
                raise FileNotFoundError(f"{program} is not installed")
        guarded = self.guarded(os.getpid())
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                guarded, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self._env
            )

    def guarded(self, parent: int) -> tuple[str, ...]:
        """The command, to be run by the process `parent` and to end with it."""
        promise = ("setpriv", "--pdeathsig", "TERM", "--")
        return (*promise, "sh", "-c", _GUARD, str(parent), *self.command)

    def send(self, number: signal.Signals) -> None:
        """Send a signal; nothing happens when the process has already ended."""
        self._running().send_signal(number)

    async def ended(self) -> int:
        """Wait for the end of the process and return its exit code."""
        process = self._running()
        if process.poll() is None:
            await _readable(os.pidfd_open(process.pid))
        return process.wait()

    async def stop(self, grace: float = 5.0) -> int:
        """End it with SIGTERM, after `grace` seconds with SIGKILL; return the exit code."""
        process = self._running()
        process.terminate()
        try:
            async with asyncio.timeout(grace):
                return await self.ended()
        except TimeoutError:
            process.kill()
            return await self.ended()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError(f"{self.command[0]} was not started")
        return self._process


async def _readable(descriptor: int) -> None:
    """Wait until a file descriptor, which is closed then, has something to read."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(descriptor, done.set)
    try:
        await done.wait()
    finally:
        loop.remove_reader(descriptor)
        os.close(descriptor)
