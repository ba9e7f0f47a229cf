"""Two settings side by side: each figure as it is, as it would be, and what can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from imref.simulate.estimate import Estimate, estimate
from imref.simulate.measures import MEASURES, Figures, Measure
from imref.simulate.study import Replication

LOAD = "load:"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure today, then, and the difference between the two; None where there is no value."""

    measure: Measure
    today: Estimate | None
    then: Estimate | None
    difference: Estimate | None

    @property
    def words(self) -> str:
        """The difference in words."""
        if self.difference is None:
            return "not in both"
        if not self.difference.seen:
            return "no difference that can be seen"
        low, high = self.difference.low, self.difference.high
        more = self.difference.mean > 0
        bounds = (low, high) if more else (-high, -low)
        amount = f"{spelled(abs(self.difference.mean), self.measure.unit)} ({_range(*bounds)})"
        return (self.measure.more if more else self.measure.less).format(amount)


def compared(replications: Sequence[Replication]) -> list[Line]:
    """Every figure of the first setting and of the last, those of single librarians behind."""
    lines = [_line(measure, replications) for measure in MEASURES]
    names = dict.fromkeys(
        key for each in replications for one in each.figures for key in one if key.startswith(LOAD)
    )
    for key in names:
        title = f"{key.removeprefix(LOAD)}: with patrons, of time on duty"
        measure = Measure(key, title, "%", None, "more: {}", "less: {}")
        lines.append(_line(measure, replications))
    return lines


def _line(measure: Measure, replications: Sequence[Replication]) -> Line:
    pairs = [(each.figures[0], each.figures[-1]) for each in replications]
    key = measure.key
    both = [then[key] - today[key] for today, then in pairs if key in today and key in then]
    return Line(
        measure,
        _of(key, [today for today, _ in pairs]),
        _of(key, [then for _, then in pairs]),
        estimate(both) if both else None,
    )


def _of(key: str, figures: Sequence[Figures]) -> Estimate | None:
    values = [each[key] for each in figures if key in each]
    return estimate(values) if values else None


def spelled(value: float, unit: str) -> str:
    """A figure as people read it: whole from ten on, with one decimal below."""
    if unit == "s":
        return f"{value:.0f} s"
    number = f"{value:.0f}" if abs(value) >= 9.95 else f"{value:.1f}"
    return f"{number} {unit}".strip()


def _range(low: float, high: float) -> str:
    return f"{spelled(low, '')} to {spelled(high, '')}"
