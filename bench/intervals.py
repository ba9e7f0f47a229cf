"""How often a 95 % interval of waits misses what theory says, in runs as long as the tests'.

    python bench/intervals.py               # 300 times each, some minutes

The simulated desk answers when the textbook's recursion says (tests/queueing holds it to that by
the second), so the recursion can stand in for it here: it is much faster.
"""

import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from queueing.desk import SERVICE, Setting, demand
from queueing.measured import BATCHES, estimate, expected
from queueing.recursion import answers

TIMES = 300
RUNS = 3
"""Runs with other luck from which one interval is made, as in the tests."""

CASES = (
    (Setting(2, 0.5), 1_000),
    (Setting(10, 0.8), 1_000),
    (Setting(20, 0.8), 1_000),
    (Setting(20, 0.8), 5_000),
    (Setting(20, 0.9, 1.0), 1_000),
)


def waits(setting: Setting, questions: int, seed: int) -> list[float]:
    """The mean wait of each batch of a run but the first, in service times."""
    length = questions / setting.arrivals / (BATCHES + 1)
    waited, came = [0.0] * (BATCHES + 1), [0] * (BATCHES + 1)
    arrivals = list(islice(demand(setting, 2 * questions, seed), 2 * questions))
    for arrival, answered in zip(arrivals, answers(arrivals, setting.servers), strict=True):
        batch = int(arrival.at / length)
        if batch > BATCHES:
            break
        came[batch] += 1
        waited[batch] += answered - arrival.at if answered else arrival.patience
    return [waited[n] / came[n] / SERVICE for n in range(1, BATCHES + 1)]


def main() -> None:
    """Print a line for each case: how many intervals lie too low, and too high."""
    for setting, questions in CASES:
        theory, low, high = expected(setting).wait, 0, 0
        for time in range(TIMES):
            seeds = range(RUNS * time, RUNS * (time + 1))
            means = [wait for seed in seeds for wait in waits(setting, questions, seed)]
            found = estimate(means, 0.95)
            low += found.mean + found.half < theory
            high += found.mean - found.half > theory
        share = 100 / TIMES
        print(
            f"{setting}, {RUNS} runs of {questions:,}: {low * share:.1f} % lie below theory, "
            f"{high * share:.1f} % above; 2.5 % each would be right",
            flush=True,
        )


if __name__ == "__main__":
    main()
