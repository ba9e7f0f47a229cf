"""Rounds, ratios and targets: how many measurements become one figure."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Figures = dict[str, float]
Direction = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a score must reach. `pick` makes one figure of all rounds (mostly the median)."""

    score: str
    direction: Direction
    value: float
    unit: str = ""
    pick: Callable[[list[float]], float] = statistics.median

    def met(self, figure: float) -> bool:
        return figure >= self.value if self.direction == "at least" else figure <= self.value


@dataclass(slots=True)
class Round:
    """One round of one row: what was measured, and the scores computed within this round."""

    figures: Figures = field(default_factory=dict)
    scores: Figures = field(default_factory=dict)

    def keep(self, subject: str, run: dict[str, Any]) -> None:
        """Adds what a run says of its subject: throughput, and CPU (the driver's as a share)."""
        self.figures[f"{subject}_per_s"] = run["per_second"]
        self.figures[f"{subject}_cpu_us"] = run["cpu_us"]
        self.figures[f"{subject}_driver_cpu"] = run["driver_cpu"]

    def compare(self, score: str, numerator: str, denominator: str) -> None:
        """Adds a ratio of two figures of this round, if both were measured."""
        if self.figures.get(numerator) and self.figures.get(denominator):
            self.scores[score] = self.figures[numerator] / self.figures[denominator]

    def subtract(self, score: str, minuend: str, subtrahend: str) -> None:
        """Adds a difference of two figures of this round, if both were measured."""
        if minuend in self.figures and subtrahend in self.figures:
            self.scores[score] = self.figures[minuend] - self.figures[subtrahend]


def _medians(rounds: list[Figures]) -> Figures:
    names = dict.fromkeys(name for figures in rounds for name in figures)
    return {
        name: round(statistics.median(f[name] for f in rounds if name in f), 4) for name in names
    }


def summary(rounds: list[Round], targets: list[Target]) -> dict[str, Any]:
    """One row for `--json`: every round, the medians, and each target with its verdict."""
    verdicts = []
    for target in targets:
        values = [r.scores[target.score] for r in rounds if target.score in r.scores]
        figure = round(target.pick(values), 4) if values else None
        verdicts.append(
            {
                "score": target.score,
                "figure": figure,
                "lowest": round(min(values), 4) if values else None,
                "highest": round(max(values), 4) if values else None,
                "target": f"{target.direction} {target.value:g} {target.unit}".strip(),
                "met": target.met(figure) if figure is not None else None,
            }
        )
    return {
        "medians": _medians([r.figures for r in rounds]),
        "verdicts": verdicts,
        "rounds": [{"figures": r.figures, "scores": r.scores} for r in rounds],
    }
