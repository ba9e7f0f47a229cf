"""The rows of the Speed table: what one round of each measures, and what it must reach."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import archive
from imref_service import SESSIONS_EACH, Imref
from runs import Bench, checked, direct, echo, imref, raw, through
from scores import Round, Target
from servers import BIBOUMI, LOAD, SECRET, SERVERS, TARGET, biboumi, irc_server, prosody
from tools import BenchError, driver, free_port, resident_bytes

CLAIMED = {"warm": "claim"}
"""Options for imref: every patron has a session with a librarian before the timed part."""

SLOW_MS = 5
SHM = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name on the command line, what it is, one round of it, and its targets."""

    name: str
    title: str
    measure: Callable[[Bench, int], Round]
    targets: list[Target]


def _in_turn(number: int, *parts: Callable[[], None]) -> None:
    """Runs the parts of a round; every second round backwards, so that drift hits both alike."""
    for part in parts if number % 2 == 0 else reversed(parts):
        part()


def self_row(bench: Bench, _number: int) -> Round:
    """The driver against the raw component with nothing between them: its ceiling."""
    with driver(bench.fresh(), "self", count=bench.count(500_000), window=bench.window) as load:
        return Round({"ceiling_per_s": load.event("result")["per_second"]})


def echo_row(bench: Bench, number: int) -> Round:
    result = Round()
    count = bench.count(20_000)

    def measure_echo() -> None:
        run = direct(bench, echo, expect="echo", count=count)
        result.figures |= {"echo_per_s": run["per_second"], "echo_driver_cpu": run["driver_cpu"]}

    def measure_imref() -> None:
        if bench.with_imref:
            run = direct(bench, imref(), count=count, **CLAIMED)
            result.figures |= {
                "imref_per_s": run["per_second"],
                "imref_driver_cpu": run["driver_cpu"],
            }

    _in_turn(number, measure_echo, measure_imref)
    result.compare("imref / echo", "imref_per_s", "echo_per_s")
    return result


def _server_row(name: str, messages: int) -> Callable[[Bench, int], Round]:
    def measure(bench: Bench, number: int) -> Round:
        result = Round()
        count = bench.count(messages)
        with SERVERS[name](bench.fresh()) as server:

            def measure_raw() -> None:
                run = through(bench, server, raw, count=count)
                result.figures |= {
                    "raw_per_s": run["per_second"],
                    "raw_driver_cpu": run["driver_cpu"],
                }

            def measure_imref() -> None:
                if bench.with_imref:
                    run = through(bench, server, imref(), count=count, **CLAIMED)
                    result.figures["imref_per_s"] = run["per_second"]

            _in_turn(number, measure_raw, measure_imref)
        result.compare("imref / raw", "imref_per_s", "raw_per_s")
        return result

    return measure


def slow_disk_row(bench: Bench, number: int) -> Round:
    result = Round()
    count = bench.count(20_000)

    def measure_slow() -> None:
        if bench.with_imref:
            run = direct(bench, imref(SLOW_MS), count=count, **CLAIMED)
            result.figures["slow_per_s"] = run["per_second"]

    def measure_free() -> None:
        if bench.with_imref:
            database = SHM / f"imref-bench-{bench.fresh().name}-{free_port()}.sqlite"
            try:
                run = direct(bench, imref(-1, database), count=count, **CLAIMED)
            finally:
                for file in SHM.glob(f"{database.name}*"):
                    file.unlink()
            result.figures["free_per_s"] = run["per_second"]

    def measure_echo() -> None:
        run = direct(bench, echo, expect="echo", count=count)
        result.figures["echo_per_s"] = run["per_second"]

    _in_turn(number, measure_slow, measure_free, measure_echo)
    result.compare("5 ms disk / free disk", "slow_per_s", "free_per_s")
    result.compare("5 ms disk / echo without storage", "slow_per_s", "echo_per_s")
    return result


def biboumi_row(bench: Bench, number: int) -> Round:
    """biboumi twice: bridging one user's words to IRC, and imref's own task: a patron's words
    reach a librarian's XMPP client (both sit in one IRC channel) and are logged.
    """
    result = Round()
    count = bench.count(5_000)
    with prosody(bench.fresh()) as server, irc_server(bench.fresh()) as (_, irc_port):

        def measure_biboumi(figure: str, librarians: int) -> None:
            people = {"patrons": 1, "librarians": librarians}
            users = [f"p0@{LOAD}", *(f"lib{n + 1}@{LOAD}" for n in range(librarians))]
            load_options = {"domain": BIBOUMI, "count": count, "window": bench.window, **people}
            with (
                biboumi(bench.fresh(), server.port, irc_port, users) as gateway,
                driver(
                    bench.fresh(), "muc", port=server.port, secret=SECRET, **load_options
                ) as load,
            ):
                result.figures[figure] = checked(load.event("result", timeout=600), load)[
                    "per_second"
                ]
                if gateway.logged_lines() < count:
                    raise BenchError("biboumi did not log every message to SQLite")

        def measure_bridge() -> None:
            measure_biboumi("biboumi_bridge_per_s", 0)

        def measure_relay() -> None:
            measure_biboumi("biboumi_relay_per_s", 1)

        def measure_imref() -> None:
            if bench.with_imref:
                run = through(bench, server, imref(), count=bench.count(10_000), **CLAIMED)
                result.figures["imref_per_s"] = run["per_second"]

        _in_turn(number, measure_bridge, measure_imref, measure_relay)
    result.compare("imref / biboumi, patron to librarian", "imref_per_s", "biboumi_relay_per_s")
    result.compare("imref / biboumi, bridge only", "imref_per_s", "biboumi_bridge_per_s")
    return result


def latency_row(bench: Bench, number: int) -> Round:
    """Open loop: latency counts from when a message should have been sent."""
    result = Round()
    load: dict[str, Any] = {"rate": 1_000, "count": bench.count(10_000)}
    with prosody(bench.fresh()) as server:

        def keep(subject: str, run: dict[str, Any]) -> None:
            for kind in ("relay", "receipt"):
                for percentile, value in run[f"{kind}_ms"].items():
                    result.figures[f"{subject}_{kind}_{percentile}_ms"] = value

        def measure_raw() -> None:
            keep("raw", through(bench, server, raw, **load))

        def measure_imref() -> None:
            if bench.with_imref:
                keep("imref", through(bench, server, imref(), **load, **CLAIMED))

        _in_turn(number, measure_raw, measure_imref)
    for kind in ("relay", "receipt"):
        for p in ("p50", "p99"):
            result.subtract(f"{kind} {p}", f"imref_{kind}_{p}_ms", f"raw_{kind}_{p}_ms")
    return result


def memory_row(bench: Bench, _number: int) -> Round:
    """RSS with every patron's session claimed, less RSS with none, less the text that is kept."""
    result = Round()
    if not bench.with_imref:
        return result
    sessions = bench.count(10_000)
    librarians = sessions // SESSIONS_EACH + 10
    folder = bench.fresh()
    people = {"patrons": sessions, "librarians": librarians, "count": 1, "warm": "claim"}
    with driver(folder, "server", domain=TARGET, hold=True, **people) as load:
        port = int(load.event("listening")["value"])
        with Imref(folder, port, librarians=librarians).running() as service:
            load.event("target")
            before = resident_bytes(service.pid)
            load.event("holding", timeout=600)
            after = resident_bytes(service.pid)
    kept_text = _text_kept(folder / "imref.sqlite")
    result.figures = {
        "sessions": sessions,
        "rss_before_mib": before / 2**20,
        "rss_after_mib": after / 2**20,
        "text_bytes_per_session": kept_text / sessions,
    }
    result.scores["bytes a session"] = (after - before - kept_text) / sessions
    return result


def _text_kept(database: Path) -> int:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        return int(db.execute(archive.TEXT_BYTES).fetchone()[0] or 0)


def start_row(bench: Bench, number: int) -> Round:
    """From exec to the handshake, with an archive and without."""
    result = Round()
    if not bench.with_imref:
        return result
    full = archive.filled(bench.folder / "archive.sqlite", bench.count(1_000_000))
    empty = archive.filled(bench.folder / "no-archive.sqlite", 0)

    def measure_full() -> None:
        result.figures["full_s"] = _seconds_to_handshake(bench, full)

    def measure_empty() -> None:
        result.figures["empty_s"] = _seconds_to_handshake(bench, empty)

    _in_turn(number, measure_full, measure_empty)
    result.compare("with a million / with none", "full_s", "empty_s")
    return result


def _seconds_to_handshake(bench: Bench, database: Path) -> float:
    folder = bench.fresh()
    with driver(folder, "server", domain=TARGET, hold=True, count=1, timeout=5) as load:
        port = int(load.event("listening")["value"])
        with Imref(folder, port, database=database).running() as service:
            return float(load.event("handshake")["t"]) - service.started


def reconnect_row(bench: Bench, _number: int) -> Round:
    """Kills the driver that plays the server, waits, starts it again on the same port."""
    result = Round()
    if not bench.with_imref:
        return result
    outages = [1] if bench.quick else [1, 10, 60, *([300] if bench.long else [])]
    folder, port = bench.fresh(), free_port()
    options = {"domain": TARGET, "hold": True, "count": 1, "port": port, "timeout": 600}
    for outage in outages:
        with Imref(folder, port).running():
            with driver(folder, "server", **options) as first:
                first.event("handshake")
                first.process.kill()
            time.sleep(outage)
            with driver(folder, "server", **options) as second:
                opened = float(second.event("listening")["t"])
                back = float(second.event("handshake")["t"])
        result.figures[f"back_after_{outage}_s"] = back - opened
    result.scores["seconds to be back"] = max(result.figures.values())
    return result


ROWS = [
    Row("self", "The driver's own ceiling (driver against raw, nothing between)", self_row, []),
    Row(
        "echo",
        "imref's whole path ÷ a bare slixmpp echo, both driven directly",
        echo_row,
        [Target("imref / echo", "at least", 1.0)],
    ),
    Row(
        "prosody",
        "imref ÷ a raw-socket component, through one Prosody",
        _server_row("prosody", 10_000),
        [Target("imref / raw", "at least", 0.9)],
    ),
    Row(
        "ejabberd",
        "imref ÷ a raw-socket component, through one ejabberd",
        _server_row("ejabberd", 20_000),
        [Target("imref / raw", "at least", 0.7)],
    ),
    Row(
        "slow-disk",
        "imref on a disk whose fsync takes 5 ms longer ÷ without storage",
        slow_disk_row,
        [
            Target("5 ms disk / free disk", "at least", 0.4),
            Target("5 ms disk / echo without storage", "at least", 0.4),
        ],
    ),
    Row(
        "biboumi",
        "imref ÷ biboumi, messages a second through one Prosody",
        biboumi_row,
        [
            Target("imref / biboumi, patron to librarian", "at least", 6.0),
            Target("imref / biboumi, bridge only", "at least", 6.0),
        ],
    ),
    Row(
        "latency",
        "Latency at 1,000 messages/s through Prosody, above the raw component's",
        latency_row,
        [
            Target("relay p50", "at most", 1.0, "ms"),
            Target("relay p99", "at most", 5.0, "ms"),
            Target("receipt p50", "at most", 1.0, "ms"),
            Target("receipt p99", "at most", 5.0, "ms"),
        ],
    ),
    Row(
        "memory",
        "Memory of one open session, at 10,000 open, beyond kept text",
        memory_row,
        [Target("bytes a session", "at most", 2048, "bytes")],
    ),
    Row(
        "start",
        "Start with a million archived messages ÷ start with none",
        start_row,
        [Target("with a million / with none", "at most", 1.25)],
    ),
    Row(
        "reconnect",
        "Back in service after the server's port opens again, after the worst outage",
        reconnect_row,
        [Target("seconds to be back", "at most", 2.0, "s", pick=max)],
    ),
]
