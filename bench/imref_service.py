"""imref as the bench runs it: the one place that knows its command line and its config."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import yaml
from servers import LOAD, SECRET, TARGET
from tools import BUILD, Child, child

DESK = "ask"
SESSIONS_EACH = 20
"""Patrons at once for one librarian of the bench: the most that the config allows."""

LIBRARIANS = 10
COMMAND = [sys.executable, "-m", "imref", "run"]
NEVER = 86_400
"""Seconds. Longer than a run, and the longest time that the config allows."""


def imref_config(port: int, database: Path, librarians: int) -> dict[str, object]:
    """A config in which nothing happens by the clock and no limit is met.

    `port` is where the server listens for components; librarians are lib1, lib2, … of the
    driver's domain, all on one desk, each offered one question at a time.
    """
    names = [f"lib{number}" for number in range(1, librarians + 1)]
    timings = ["offer", "widen", "grace", "silent_owner", "reassure", "close_idle"]
    return {
        "component": {"domain": TARGET, "host": "127.0.0.1", "port": port, "secret": SECRET},
        "database": str(database),
        "desks": {DESK: {"title": "Ask", "strategy": "least_loaded", "tiers": [names]}},
        "staff": {name: {"address": f"{name}@{LOAD}", "limit": SESSIONS_EACH} for name in names},
        "timings": {**dict.fromkeys(timings, NEVER), "remind_idle": NEVER - 1},
        "bounds": {
            "patron_burst": 10_000,
            "patron_rate": 1_000,
            "domain_burst": 100_000,
            "domain_rate": 10_000,
        },
        "log": {"level": "warning"},
    }


def available() -> bool:
    """Whether there is a service to run."""
    return find_spec("imref") is not None and find_spec("imref.cli") is not None


@dataclass(frozen=True, slots=True)
class Imref:
    """How one service is to be run.

    `fsync_ms` is what each fsync takes longer than it does; None leaves the disk as it is and
    -1 makes fsync free (see fsync_delay.c).
    """

    folder: Path
    port: int
    librarians: int = LIBRARIANS
    database: Path | None = None
    fsync_ms: float | None = None

    @contextlib.contextmanager
    def running(self) -> Iterator[Child]:
        """Starts `imref run`; it is connected when the driver's ping is answered."""
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "config.yaml"
        database = self.database or self.folder / "imref.sqlite"
        config.write_text(yaml.safe_dump(imref_config(self.port, database, self.librarians)))
        config.chmod(0o600)
        environment = dict(os.environ)
        if self.fsync_ms is not None:
            environment["LD_PRELOAD"] = str(BUILD / "fsync_delay.so")
            environment["FSYNC_DELAY_MS"] = str(self.fsync_ms)
        with child(
            [*COMMAND, "-c", str(config)], self.folder / "imref.log", env=environment
        ) as process:
            yield process
