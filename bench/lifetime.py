"""The rows that are not about messages a second: memory, start, return after an outage."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import archive
from imref_service import SESSIONS_EACH, Imref
from runs import Bench
from scores import Round
from servers import TARGET
from throughput import in_turn
from tools import driver, free_port, resident_bytes


def memory_row(bench: Bench, _number: int) -> Round:
    """RSS as sessions are claimed, less the text that is kept: for one more, and for all of them.

    All of them include what is taken once: SQLite's cache, code paths run for the first time.
    """
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
            load.event("half", timeout=600)
            half = resident_bytes(service.pid)
            load.event("holding", timeout=600)
            after = resident_bytes(service.pid)
    kept_text = _text_kept(folder / "imref.sqlite")
    result.figures = {
        "sessions": sessions,
        "rss_before_mib": before / 2**20,
        "rss_after_mib": after / 2**20,
        "text_bytes_a_session": kept_text / sessions,
    }
    result.scores["bytes of one more session"] = (after - half - kept_text / 2) / (sessions / 2)
    result.scores["bytes of all, divided"] = (after - before - kept_text) / sessions
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

    in_turn(number, measure_full, measure_empty)
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
