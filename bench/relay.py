"""Measures imref against its yardsticks: every row of the Speed table, in one run, interleaved."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import imref_service
from rows import ROWS, Row
from runs import WINDOW, Bench
from scores import Round, summary
from servers import versions
from tools import BenchError, build, idle_share

QUIET = 0.9
"""Below this idle share before a row, somebody else's work is in the figures."""


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    names = [row.name for row in ROWS]
    parser.add_argument("--rounds", type=int, help="rounds of each row (5; with --quick 1)")
    parser.add_argument(
        "--only", action="append", choices=names, metavar="ROW", help=", ".join(names)
    )
    parser.add_argument("--quick", action="store_true", help="a tenth of the load: does it work?")
    parser.add_argument("--long", action="store_true", help="also an outage of 300 s")
    parser.add_argument("--json", action="store_true", help="print every figure and ratio as JSON")
    parser.add_argument("--window", type=int, default=WINDOW, help="messages under way at once")
    parser.add_argument(
        "--patience", type=float, default=0, metavar="SECONDS", help="wait for an idle machine"
    )
    parser.add_argument("--yardsticks", action="store_true", help="measure all but imref")
    parser.add_argument(
        "--keep", type=Path, help="work in this folder and leave it (logs, databases)"
    )
    return parser.parse_args(arguments)


def fsync_milliseconds(folder: Path) -> float:
    """What one fsync after a small write costs on this disk: the median of 50."""
    taken = []
    with (folder / "fsync").open("wb", buffering=0) as file:
        for _ in range(50):
            file.write(b"x" * 4096)
            began = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - began)
    return sorted(taken)[25] * 1000


def machine(folder: Path) -> dict[str, Any]:
    """What the figures were measured on."""
    cpu = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "slixmpp": version("slixmpp"),
        "fsync_ms": round(fsync_milliseconds(folder), 3),
        **versions(),
    }


def await_quiet(patience: float) -> float:
    """Waits up to `patience` seconds for an idle machine; gives the last idle share seen."""
    deadline = time.monotonic() + patience
    while (idle := idle_share()) < QUIET and time.monotonic() < deadline:
        pass
    return idle


def measure(bench: Bench, rows: list[Row], rounds: int, patience: float) -> dict[str, list[Round]]:
    """Round by round through all rows, so that a slow minute of the machine hits all of them."""
    measured: dict[str, list[Round]] = {row.name: [] for row in rows}
    for number in range(rounds):
        for row in rows:
            print(
                f"round {number + 1} of {rounds}: {row.name}", end=" ", file=sys.stderr, flush=True
            )
            idle = await_quiet(patience)
            one = row.measure(bench, number)
            one.figures["idle_before"] = round(idle, 3)
            measured[row.name].append(one)
            values = {**one.figures, **one.scores}
            print(" ".join(f"{k}={v:.4g}" for k, v in values.items()), file=sys.stderr)
    return measured


def report(document: dict[str, Any]) -> str:
    """The table for people."""
    lines = [" ".join(f"{k}={v}" for k, v in document["machine"].items()), ""]
    if document["least_idle"] < QUIET:
        lines += [
            f"Others used this machine (idle: {document['least_idle']:.0%}). Measure again.",
            "",
        ]
    for row in document["rows"].values():
        lines.append(row["title"])
        lines += [f"    {name:<28} {value:>12,.4g}" for name, value in row["medians"].items()]
        for verdict in row["verdicts"]:
            if verdict["figure"] is None:
                lines.append(f"  ? {verdict['score']}: not measured")
                continue
            mark = "✓" if verdict["met"] else "✗"
            spread = f"{verdict['lowest']:g} … {verdict['highest']:g}"
            lines.append(
                f"  {mark} {verdict['score']}: {verdict['figure']:g}"
                f" ({spread}), target {verdict['target']}"
            )
    return "\n".join(lines)


def run(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    with_imref = not arguments.yardsticks
    if with_imref and not imref_service.available():
        raise BenchError("imref has no command line here; --yardsticks measures all but imref")
    bench = Bench(folder, arguments.quick, arguments.long, with_imref, arguments.window)
    rows = [row for row in ROWS if not arguments.only or row.name in arguments.only]
    rounds = arguments.rounds or (1 if arguments.quick else 5)
    measured = measure(bench, rows, rounds, arguments.patience)
    return {
        "machine": machine(folder),
        "window": bench.window,
        "rounds": rounds,
        "quick": bench.quick,
        "least_idle": min(r.figures["idle_before"] for row in measured.values() for r in row),
        "rows": {
            row.name: {"title": row.title, **summary(measured[row.name], row.targets)}
            for row in rows
        },
    }


def main() -> None:
    """Exit code 0: all targets met; 1: one was missed; 2: something could not be measured."""
    arguments = parse()
    try:
        build()
        if arguments.keep:
            arguments.keep.mkdir(parents=True, exist_ok=True)
            document = run(arguments, arguments.keep.resolve())
        else:
            with tempfile.TemporaryDirectory(prefix="imref-bench-") as folder:
                document = run(arguments, Path(folder))
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        sys.exit(2)
    print(json.dumps(document, indent=1) if arguments.json else report(document))
    verdicts = [v for row in document["rows"].values() for v in row["verdicts"]]
    sys.exit(1 if any(verdict["met"] is False for verdict in verdicts) else 0)


if __name__ == "__main__":
    main()
