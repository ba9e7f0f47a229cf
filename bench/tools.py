"""Builds the C programs of this folder and runs child processes that never outlive the bench."""

from __future__ import annotations

import contextlib
import json
import select
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BUILD = HERE / "build"

_PROGRAMS = {
    "driver": ["driver.c", "roles.c", "figures.c", "raw.c", "wire.c", "sha1.c"],
    "ircd": ["ircd.c", "wire.c", "sha1.c"],
    "fsync_delay.so": ["fsync_delay.c"],
}
_HEADERS = ["wire.h", "driver.h"]

Event = dict[str, Any]


class BenchError(RuntimeError):
    """A run that could not be measured, in one sentence."""


def build() -> None:
    """Compiles what is older than its sources into bench/build/."""
    BUILD.mkdir(exist_ok=True)
    for name, sources in _PROGRAMS.items():
        target = BUILD / name
        newest = max((HERE / source).stat().st_mtime for source in sources + _HEADERS)
        if target.exists() and target.stat().st_mtime > newest:
            continue
        flags = ["-shared", "-fPIC"] if name.endswith(".so") else []
        libraries = ["-ldl"] if name.endswith(".so") else []
        subprocess.run(
            ["cc", "-O2", "-Wall", "-Wextra", *flags, "-o", str(target), *sources, *libraries],
            cwd=HERE,
            check=True,
        )


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Child:
    """A process that dies with the bench; its JSON lines are read one at a time."""

    process: subprocess.Popen[bytes]
    log: Path
    started: float
    seen: list[Event] = field(default_factory=list)

    @property
    def pid(self) -> int:
        return self.process.pid

    def event(self, name: str, timeout: float = 60.0) -> Event:
        """The next JSON line whose `event` is `name`; earlier ones are kept in `seen`."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + timeout
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise BenchError(f"no '{name}' from {self._what()} within {timeout:.0f} s")
            line = self.process.stdout.readline()
            if not line:
                raise BenchError(f"{self._what()} ended without '{name}': {self.last_words()}")
            event: Event = json.loads(line)
            self.seen.append(event)
            if event.get("event") == name:
                return event

    def last_words(self) -> str:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return " | ".join(text.strip().splitlines()[-4:])

    def stop(self, timeout: float = 10.0) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for stream in (self.process.stdout, self.process.stdin):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def _what(self) -> str:
        return Path(str(self.process.args[4])).name  # type: ignore[index]


@contextlib.contextmanager
def child(
    command: list[str], log: Path, *, env: Mapping[str, str] | None = None, json_lines: bool = False
) -> Iterator[Child]:
    """Runs `command` under setpriv (so that it ends when the bench is killed) with a log file.

    With `json_lines` its standard output is read by `Child.event`, otherwise it goes to the log.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise BenchError("setpriv (package util-linux) is needed")
    with log.open("ab") as log_file:
        started = time.monotonic()
        process = subprocess.Popen(
            [setpriv, "--pdeathsig", "TERM", "--", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if json_lines else log_file,
            stderr=log_file,
            env=dict(env) if env is not None else None,
            bufsize=0,
        )
    running = Child(process, log, started)
    try:
        yield running
    finally:
        running.stop()


@contextlib.contextmanager
def driver(folder: Path, mode: str, **options: object) -> Iterator[Child]:
    """The load driver; keyword `load_domain="x"` becomes `--load-domain x`, True a bare flag."""
    command = [str(BUILD / "driver"), mode]
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is True:
            command.append(flag)
        elif value is not None and value is not False:
            command += [flag, str(value)]
    with child(command, folder / f"driver-{mode}.log", json_lines=mode != "raw") as running:
        yield running


def resident_bytes(pid: int) -> int:
    """Resident memory of one process now, in bytes (Linux: VmRSS)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise BenchError(f"process {pid} is gone")


def cpu_seconds(pid: int) -> float:
    """CPU time of one process so far, in seconds (all threads)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100.0


def idle_share(seconds: float = 0.5) -> float:
    """How much of all cores nobody used in the next `seconds`; 1 on a quiet machine."""

    def ticks() -> tuple[int, int]:
        values = [int(v) for v in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        return sum(values), values[3] + values[4]

    total, idle = ticks()
    time.sleep(seconds)
    total_after, idle_after = ticks()
    return (idle_after - idle) / max(1, total_after - total)
