"""How long a report takes, and how much memory: ``python bench/figures.py [--sessions N]``.

The store is made once in a folder for temporary files (2.6 GB for a million sessions with ten
million messages) and used again. Each report is made in a process of its own, as the command does,
and measured from its start: imports included. Where it has a companion, the time is that of both,
and so are the processor's seconds and the memory. Beside each round stands how busy the machine was
(the load of the last minute before it).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BYTES_A_SESSION = 3200
TARGET_SECONDS, TARGET_BYTES = 10.0, 500e6


def main() -> int:
    """Measure, print, and say by the exit code whether both targets are met."""
    options = _options()
    store = _store(options.folder, options.sessions)
    runs = [_one(store, options.by) for _ in range(options.rounds)]
    seconds = statistics.median(run["seconds"] for run in runs)
    peak = max(run["peak_bytes"] for run in runs)
    if options.json:
        print(json.dumps({"runs": runs, "median_s": seconds, "peak_bytes": peak}, indent=2))
    else:
        by = ", ".join(options.by) or "nothing"
        print(f"{runs[0]['asked']:,} questions, broken down by {by}, {options.rounds} rounds:")
        each = ", ".join(f"{run['seconds']:.1f} at load {run['load']:.1f}" for run in runs)
        cpu = statistics.median(run["cpu_s"] for run in runs)
        print(f"  {seconds:.1f} s ({each}), {cpu:.1f} s of the processors")
        print(f"  {peak / 1e6:.0f} MB at the peak, all processes together")
    return 0 if seconds < TARGET_SECONDS and peak < TARGET_BYTES else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--by", nargs="*", default=[], help="hour, weekday, week, desk, staff, …")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "imref-bench")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _store(folder: Path, sessions: int) -> Path:
    from figures_store import made

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"figures-{sessions}.sqlite"
    needed = sessions * BYTES_A_SESSION
    if not path.exists() and shutil.disk_usage(folder).free < 2 * needed:
        sys.exit(f"{folder}: no room for {needed / 1e9:.1f} GB and as much again to make it")
    if not path.exists():
        print(f"making {path} …", file=sys.stderr)
    return made(path, sessions)


def _one(store: Path, by: list[str]) -> dict[str, float]:
    """One report in a process of its own."""
    script = Path(__file__).with_name("figures_report.py")
    environment = os.environ | {"PYTHONPATH": str(script.parents[1])}
    load = os.getloadavg()[0]
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(script), str(store), *by],
        check=True, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    return {**json.loads(done.stdout), "seconds": time.perf_counter() - begun, "load": load}


if __name__ == "__main__":
    sys.exit(main())
