"""Single runs: one component under load, directly or through a server, and what came out."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from imref_service import Imref
from servers import SECRET, TARGET, Server
from tools import HERE, BenchError, Child, Event, child, cpu_seconds, driver

Subject = Callable[[Path, int], AbstractContextManager[Child]]
"""Starts a component (in a folder of its own) that connects to a port."""

PATRONS = 100
WINDOW = 500
"""Messages on the way at once in the closed loop (five a patron), the same for all subjects."""


@dataclass(slots=True)
class Bench:
    """What a whole run shares: its folder, its length, and whether imref takes part."""

    folder: Path
    quick: bool = False
    long: bool = False
    with_imref: bool = True
    window: int = WINDOW
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def fresh(self) -> Path:
        """A new empty folder, so that no run meets the files of another."""
        folder = self.folder / f"run-{next(self._numbers)}"
        folder.mkdir()
        return folder

    def count(self, messages: int) -> int:
        """How many messages to send where a whole run sends `messages`."""
        return messages // 10 if self.quick else messages


@contextlib.contextmanager
def echo(folder: Path, port: int) -> Iterator[Child]:
    """The bare slixmpp echo."""
    script = str(HERE / "slixmpp_echo.py")
    command = [sys.executable, script, TARGET, SECRET, "127.0.0.1", str(port)]
    with child(command, folder / "echo.log") as process:
        yield process


@contextlib.contextmanager
def raw(folder: Path, port: int) -> Iterator[Child]:
    """The component that parses nothing (raw.c)."""
    with driver(folder, "raw", port=port, secret=SECRET, domain=TARGET) as process:
        yield process


def imref(fsync_ms: float | None = None, database: Path | None = None) -> Subject:
    """The service itself, on the disk as it is or on a slower one."""

    def start(folder: Path, port: int) -> AbstractContextManager[Child]:
        return Imref(folder, port, database=database, fsync_ms=fsync_ms).running()

    return start


def checked(result: Event, process: Child) -> Event:
    """A run counts only if everything arrived, once and in order."""
    wrong = {name: result[name] for name in ("duplicates", "disorder", "errors") if result[name]}
    if result["done"] != result["messages"] or wrong:
        raise BenchError(
            f"{result['done']} of {result['messages']} arrived, {wrong}; {process.last_words()}"
        )
    return result


def timed(load: Child, component: Child) -> Event:
    """The driver's result, with `cpu_us`: the component's own CPU time for one message."""
    load.event("warm", timeout=600)
    before = cpu_seconds(component.pid)
    result = checked(load.event("result", timeout=600), load)
    result["cpu_us"] = (cpu_seconds(component.pid) - before) * 1e6 / result["messages"]
    return result


def direct(bench: Bench, subject: Subject, **options: object) -> Event:
    """The driver plays the server for one component."""
    folder = bench.fresh()
    settings = {"window": bench.window, "patrons": PATRONS, "domain": TARGET, **options}
    with driver(folder, "server", **settings) as load:
        port = int(load.event("listening")["value"])
        with subject(folder, port) as component:
            return timed(load, component)


def through(bench: Bench, server: Server, subject: Subject, **options: object) -> Event:
    """Patrons and librarians behind a real server, the component under load on its other side."""
    folder = bench.fresh()
    settings = {"window": bench.window, "patrons": PATRONS, "domain": TARGET, **options}
    with (
        subject(folder, server.port) as component,
        driver(folder, "through", port=server.port, secret=SECRET, **settings) as load,
    ):
        return timed(load, component)
