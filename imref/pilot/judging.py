"""From a pilot's targets and a report to a judgement of each: met, not met, or not to be said yet.

What was agreed on is judged by the very figure, however few it stands on: nobody can say afterwards
that it was meant otherwise. How much chance may have to do with it is said beside, not instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from imref.pilot.agreed import Pilot, Pledge
from imref.pilot.chance import Span, of_count
from imref.pilot.measures import Figure, Kind
from imref.pilot.targets import Target
from imref.report.model import Report


class Mark(StrEnum):
    """How a target stands."""

    MET = "met"
    MISSED = "not met"
    OPEN = "cannot be said"


@dataclass(frozen=True, slots=True)
class Pace:
    """How a count goes on if it goes on like this: so many by the end, within ``span``."""

    expected: float
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one target stands.

    ``figure`` is None where there is nothing to say it of. ``settled`` is whether no day that is
    still to come can change it, ``clear`` whether chance alone does not explain on which side of
    the number it lies (None: nothing is left to chance, or too little is known). ``short`` is by
    how much it is missed, in the things that its measure counts (minutes, for coverage; answers
    that came too late, for a wait); 0 where it is met.
    """

    pledge: Pledge
    mark: Mark
    figure: Figure | None
    settled: bool
    clear: bool | None = None
    short: float = 0
    pace: Pace | None = None

    @property
    def target(self) -> Target:
        """What was to be reached."""
        return self.pledge.target


@dataclass(frozen=True, slots=True)
class Assessment:
    """A pilot as it stands at ``report.made``: ``over`` or not, after ``part`` of its time."""

    pilot: Pilot
    report: Report
    over: bool
    part: float
    judgements: tuple[Judgement, ...]

    def count(self, mark: Mark) -> int:
        """How many targets are marked so."""
        return sum(each.mark is mark for each in self.judgements)


def assess(pilot: Pilot, report: Report, now: float, *, as_if_over: bool = False) -> Assessment:
    """How a pilot stands, by a report of its time until ``now`` (Unix seconds).

    ``as_if_over`` judges as if it ended at this moment.
    """
    row = pilot.row
    over = not pilot.runs(now) or as_if_over
    part = min(1.0, max(0.0, (now - row.started) / (row.until - row.started)))
    if pilot.end < row.until:
        part = min(part, max(0.0, (pilot.end - row.started) / (row.until - row.started)))
    judgements = tuple(judge(each, report, over=over, part=part) for each in pilot.pledges)
    return Assessment(pilot, report, over, part, judgements)


def judge(pledge: Pledge, report: Report, *, over: bool, part: float) -> Judgement:
    """How one target stands in view of a report, after a ``part`` (0 to 1) of the time."""
    target = pledge.target
    figure = target.measure.read(report)
    if figure is None:
        return Judgement(pledge, Mark.OPEN, None, settled=over)
    met = target.is_met_by(figure.value)
    settled = over or _cannot_change(target, figure)
    return Judgement(
        pledge,
        (Mark.MET if met else Mark.MISSED) if settled else Mark.OPEN,
        figure,
        settled,
        _is_clear(target, figure, met=met),
        0 if met else _short(target, figure),
        None if settled else _pace(target, figure, part),
    )


def _cannot_change(target: Target, figure: Figure) -> bool:
    """Whether the days to come cannot change it: only counts are sure to grow.

    What is held now may be answered later, so that of all counts it alone can become less.
    """
    measure = target.measure
    if measure.kind is not Kind.COUNT or measure.name == "held":
        return False
    return target.is_met_by(figure.value) is target.comparison.wants_much


def _is_clear(target: Target, figure: Figure, *, met: bool) -> bool | None:
    span = figure.span
    if span is None:
        return None
    return target.is_met_by(span.low) is met and target.is_met_by(span.high) is met


def _short(target: Target, figure: Figure) -> float:
    """How many more (or fewer) of what it counts would have met it."""
    match target.measure.kind:
        case Kind.COUNT:
            return abs(target.edge() - figure.value)
        case Kind.SHARE:
            return abs(target.edge(figure.of) - figure.some)
        case Kind.TIME:
            return _too_slow(target, figure.values)


def _too_slow(target: Target, values: Sequence[float]) -> int:
    """How many answers would have had to come by the target's time for the quantile to meet it."""
    if not target.comparison.wants_much:
        part = 0.9 if target.measure.name.startswith("p90") else 0.5
        in_time = sum(target.is_met_by(value) for value in values)
        return max(0, ceil(part * len(values)) - in_time)
    return 0


def _pace(target: Target, figure: Figure, part: float) -> Pace | None:
    if target.measure.kind is not Kind.COUNT or part <= 0:
        return None
    span = of_count(round(figure.value))
    return Pace(figure.value / part, Span(span.low / part, span.high / part))
