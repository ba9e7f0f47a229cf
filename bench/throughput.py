"""The rows that measure messages a second, and how long one message takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from runs import Bench, direct, echo, imref, raw, through, timed
from scores import Round
from servers import BIBOUMI, LOAD, SECRET, SERVERS, biboumi, irc_server, prosody
from tools import BenchError, driver, free_port

CLAIMED = {"warm": "claim"}
"""Options for imref: every patron has a session with a librarian before the timed part."""

SLOW_MS = 5
SHM = Path("/dev/shm")


def in_turn(number: int, *parts: Callable[[], None]) -> None:
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
        result.keep("echo", direct(bench, echo, expect="echo", count=count))

    def measure_imref() -> None:
        if bench.with_imref:
            result.keep("imref", direct(bench, imref(), count=count, **CLAIMED))

    in_turn(number, measure_echo, measure_imref)
    result.compare("imref / echo", "imref_per_s", "echo_per_s")
    return result


def server_row(name: str, messages: int) -> Callable[[Bench, int], Round]:
    """The same round for each kind of server: raw and imref through one instance of it."""

    def measure(bench: Bench, number: int) -> Round:
        result = Round()
        count = bench.count(messages)
        with SERVERS[name](bench.fresh()) as server:

            def measure_raw() -> None:
                result.keep("raw", through(bench, server, raw, count=count))

            def measure_imref() -> None:
                if bench.with_imref:
                    result.keep("imref", through(bench, server, imref(), count=count, **CLAIMED))

            in_turn(number, measure_raw, measure_imref)
        result.compare("imref / raw", "imref_per_s", "raw_per_s")
        return result

    return measure


def slow_disk_row(bench: Bench, number: int) -> Round:
    """Three disks: 5 ms slower, one that costs nothing, and none at all (the echo)."""
    result = Round()
    count = bench.count(20_000)

    def measure_slow() -> None:
        if bench.with_imref:
            result.keep("slow", direct(bench, imref(SLOW_MS), count=count, **CLAIMED))

    def measure_free() -> None:
        if bench.with_imref:
            database = SHM / f"imref-bench-{free_port()}.sqlite"
            try:
                result.keep("free", direct(bench, imref(-1, database), count=count, **CLAIMED))
            finally:
                for file in SHM.glob(f"{database.name}*"):
                    file.unlink()

    def measure_echo() -> None:
        result.keep("echo", direct(bench, echo, expect="echo", count=count))

    in_turn(number, measure_slow, measure_free, measure_echo)
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

        def measure_biboumi(subject: str, librarians: int) -> None:
            users = [f"p0@{LOAD}", *(f"lib{n + 1}@{LOAD}" for n in range(librarians))]
            settings = {"domain": BIBOUMI, "count": count, "window": bench.window}
            people = {"patrons": 1, "librarians": librarians, "secret": SECRET}
            with (
                biboumi(bench.fresh(), server.port, irc_port, users) as gateway,
                driver(bench.fresh(), "muc", port=server.port, **settings, **people) as load,
            ):
                result.keep(subject, timed(load, gateway.process))
                if gateway.logged_lines() < count:
                    raise BenchError("biboumi did not log every message to SQLite")

        def measure_bridge() -> None:
            measure_biboumi("biboumi_bridge", 0)

        def measure_relay() -> None:
            measure_biboumi("biboumi_relay", 1)

        def measure_imref() -> None:
            if bench.with_imref:
                run = through(bench, server, imref(), count=bench.count(10_000), **CLAIMED)
                result.keep("imref", run)

        in_turn(number, measure_bridge, measure_imref, measure_relay)
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

        in_turn(number, measure_raw, measure_imref)
    for kind in ("relay", "receipt"):
        for p in ("p50", "p99"):
            result.subtract(f"{kind} {p}", f"imref_{kind}_{p}_ms", f"raw_{kind}_{p}_ms")
    return result
