"""A simulated year against a SimPy model of the same queue, and theory against what was simulated.

    python bench/simulate.py                # 20,000 questions of a year, in turns, three rounds
    python bench/simulate.py --year         # all 100,000, once
    python bench/simulate.py --theory       # the table of docs/simulate.md

Both are given the same arrivals, patience and work, and the same librarians, who take one patron at
a time. Times are CPU seconds of this one process, so that a busy machine shows less. SimPy's model
has the queue and nothing else; the simulator runs every rule of the desk, for people who write.
"""

import argparse
import sys
from collections.abc import Generator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import fmean, median
from time import process_time

import simpy

from imref.desk.agreement import Strategy
from imref.simulate.engine import simulate
from imref.simulate.model import Arrival, Result, Run

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from queueing.desk import Setting, demand, run_of
from queueing.measured import Estimate, expected, measure
from queueing.settings import SETTINGS

YEAR = Setting(3, 0.6, 0.5, Strategy.EVERYONE)
"""Three librarians who are all offered each question, work of ten minutes, patience of five."""

ENOUGH = 20.0
"""Seconds that a year of 100,000 sessions may take on one core."""


def in_simpy(arrivals: list[Arrival], servers: int, until: float) -> list[float]:
    """The waits of those who were answered, by a model of the queue alone."""
    env = simpy.Environment()
    librarians = simpy.Resource(env, servers)
    waits: list[float] = []

    def patron(arrival: Arrival) -> Generator[simpy.Event, object, None]:
        with librarians.request() as request:
            yield request | env.timeout(arrival.patience)
            if request.triggered:
                waits.append(env.now - arrival.at)
                yield env.timeout(arrival.service)

    def door() -> Generator[simpy.Event, object, None]:
        for arrival in arrivals:
            yield env.timeout(arrival.at - env.now)
            env.process(patron(arrival))

    env.process(door())
    env.run(until)
    return waits


def waits_of(result: Result) -> list[float]:
    """The same of a simulated desk."""
    columns = zip(result.questions.asked, result.questions.answered, strict=True)
    return [answered - asked for asked, answered in columns if answered]


def compare(questions: int, rounds: int) -> bool:
    """Time both in turns, and say what came of it; whether both targets are met."""
    ratios, costs = [], []
    for number in range(rounds):
        run = run_of(YEAR, questions, seed=number)
        arrivals = list(demand(YEAR, 2 * questions, number))
        ours, waits = _timed(run)
        began = process_time()
        theirs = in_simpy(arrivals, YEAR.servers, run.until)
        simpys = process_time() - began
        ratios.append(simpys / ours)
        costs.append(ours / questions)
        print(
            f"imref {ours:6.2f} s, {ours / questions * 1e6:4.0f} µs a question, mean wait "
            f"{fmean(waits):.2f} s | SimPy {simpys:6.2f} s, {simpys / questions * 1e6:4.0f} µs, "
            f"{fmean(theirs):.2f} s | ratio {simpys / ours:.2f}"
        )
    year = median(costs) * 100_000
    print(f"a year of 100,000: {year:.1f} s ({_verdict(year <= ENOUGH)}: {ENOUGH:.0f} s)")
    ratio = median(ratios)
    print(f"imref's speed over SimPy's: {ratio:.2f} ({_verdict(ratio >= 1.0)}: 1.0)")
    print(f"most memory: {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, SimPy and all")
    return year <= ENOUGH and ratio >= 1.0


def _timed(run: Run) -> tuple[float, list[float]]:
    began = process_time()
    result = simulate(run)
    return process_time() - began, waits_of(result)


def _verdict(met: bool) -> str:
    return "met" if met else "missed"


def table(questions: int) -> None:
    """Theory and simulated, with 95 % intervals; those that miss theory are marked."""
    print("| setting | wait: theory | simulated | left: theory | simulated |", end="")
    print(" busy: theory | simulated |\n|---|---|---|---|---|---|---|")
    for place, setting in enumerate(SETTINGS):
        theory = expected(setting)
        found = measure(setting, questions, range(100 * place, 100 * place + 3))
        cells = [
            _cell(theory.wait, found.wait),
            _cell(theory.left, found.left),
            _cell(theory.busy, found.busy),
        ]
        print(f"| {setting}, {setting.strategy} | {' | '.join(cells)} |", flush=True)


def _cell(theory: float, found: Estimate) -> str:
    mark = "" if found.holds(theory) else " \\*"
    return f"{theory:.3f} | {found.mean:.3f} ± {found.half:.3f}{mark}"


def main() -> int:
    """Read the command line. Exit code 0: all targets met; 1: one was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--year", action="store_true", help="100,000 questions, once")
    parser.add_argument("--theory", action="store_true", help="the table of docs/simulate.md")
    options = parser.parse_args()
    if options.theory:
        table(5_000)
        return 0
    return 0 if compare(*((100_000, 1) if options.year else (20_000, 3))) else 1


if __name__ == "__main__":
    raise SystemExit(main())
