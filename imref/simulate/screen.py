"""What a simulation found, as a head of reference reads it on a terminal, and as data."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from textwrap import fill
from typing import Any

from rich.console import Console
from rich.table import Table

from imref.config.weekly import DAYS
from imref.simulate.compare import Line, spelled
from imref.simulate.estimate import Estimate
from imref.simulate.measures import FATE_KEYS
from imref.simulate.opening import HOURS_A_DAY
from imref.simulate.plausible import Check
from imref.simulate.suggestion import Suggestion, grid_of
from imref.simulate.weektext import in_a_line, spell_week

CERTAIN, DOUBTFUL, AT_TIMES = 0.9, 0.5, 0.1
"""Parts of the resamples in which an hour is chosen: nearly always, mostly, now and then."""


WIDTH = 98
FOOTNOTE = (
    "Counts and hours are of an average week; in brackets 95 % confidence intervals over the "
    "replications. They say how sure the simulation is of these weeks; the next year is another "
    "one."
)


def wrapped(line: str) -> str:
    """A line of a text, in rows of which the later ones stand further in."""
    margin = line[: len(line) - len(line.lstrip())]
    return fill(line, WIDTH, subsequent_indent=f"{margin}  ") if len(line) > WIDTH else line


@dataclass(frozen=True, slots=True)
class Found:
    """All that is to be told: ``heading`` says whose desk and which weeks."""

    heading: str
    assumed: Sequence[str]
    checks: Sequence[Check]
    changes: Sequence[str]
    lines: Sequence[Line]
    replications: int
    weeks: int


def show(console: Console, found: Found) -> None:
    """Print a comparison; without a change, the library as it is played."""
    for line in told(found):
        console.print(wrapped(line), soft_wrap=True)
    console.print(_table(found))
    console.print(wrapped(FOOTNOTE), soft_wrap=True)


def told(found: Found) -> Iterator[str]:
    """Everything before the table, line by line."""
    yield found.heading
    yield (
        f"{found.replications} replications, each of {found.weeks} weeks in a row drawn from the "
        "record; today and then with the same questions and the same luck."
    )
    yield ""
    yield "Taken for granted"
    yield from (f"  {each}" for each in found.assumed)
    if found.checks:
        yield ""
        yield from _checked(found.checks)
    yield ""
    if found.changes:
        yield "What if"
        yield from (f"  {each}" for each in found.changes)
        yield ""


def _checked(checks: Sequence[Check]) -> Iterator[str]:
    close = sum(each.close for each in checks)
    yield (
        f"How well the simulator knows your desk: {close} of {len(checks)} figures come out as "
        "they were."
    )
    for each in checks:
        unit = each.measure.unit
        was, played = spelled(each.recorded, unit), spelled(each.played.mean, unit)
        yield (
            f"  {'agrees' if each.close else 'is off'}: {each.measure.title}: {was} recorded, "
            f"{played} played{_bounds(each.played, unit)}"
        )


def _table(found: Found) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("A week")
    table.add_column("today", justify="right")
    if not found.changes:
        for line in found.lines:
            if line.today is not None:
                table.add_row(_title(line), _cell(line.today, line.measure.unit))
        return table
    table.add_column("then", justify="right")
    table.add_column("difference")
    for line in found.lines:
        unit = line.measure.unit
        table.add_row(_title(line), _cell(line.today, unit), _cell(line.then, unit), line.words)
    return table


def _title(line: Line) -> str:
    return f"  {line.measure.title}" if line.measure.key in FATE_KEYS else line.measure.title


def _cell(value: Estimate | None, unit: str) -> str:
    return "-" if value is None else spelled(value.mean, unit)


def _bounds(value: Estimate, unit: str) -> str:
    if not isfinite(value.low):
        return ""
    del unit
    return f" ({spelled(value.low, '')} to {spelled(value.high, '')})"


def as_data(found: Found) -> dict[str, Any]:
    """The same for other programs: counts of a week, seconds, hours, and shares in %."""
    return {
        "heading": found.heading,
        "replications": found.replications,
        "weeks": found.weeks,
        "assumed": list(found.assumed),
        "changes": list(found.changes),
        "checks": [
            {
                "key": each.measure.key,
                "recorded": each.recorded,
                "played": _estimate(each.played),
                "close": each.close,
            }
            for each in found.checks
        ],
        "figures": [
            {
                "key": line.measure.key,
                "title": line.measure.title,
                "unit": line.measure.unit,
                "today": _estimate(line.today),
                "then": _estimate(line.then) if found.changes else None,
                "difference": _estimate(line.difference) if found.changes else None,
                "words": line.words if found.changes else "",
            }
            for line in found.lines
        ],
    }


def _estimate(value: Estimate | None) -> dict[str, float | None] | None:
    if value is None:
        return None
    return {key: each if isfinite(each) else None for key, each in asdict(value).items()}


# A proposal of hours.


def proposed(found: Suggestion, limits: str, heading: str) -> Iterator[str]:
    """A proposal, line by line."""
    yield heading
    yield limits
    yield ""
    yield from _calendar(found)
    yield ""
    yield (
        f"Of {found.asked:.1f} questions a week, {found.today.mean:.0f} % "
        f"({found.today.low:.0f} to {found.today.high:.0f}) are asked in today's "
        f"{found.open_today:g} hours, and {found.then.mean:.0f} % ({found.then.low:.0f} to "
        f"{found.then.high:.0f}) would be in these {sum(map(sum, found.chosen))}, "
        "in weeks that the choice had not seen."
    )
    yield "Whoever finds the desk closed may not ask at all: closed hours are rather undercounted."
    yield ""
    yield "  weekly:"
    yield from (f'    {days}: "{hours}"' for days, hours in spell_week(found.week).items())


def _calendar(found: Suggestion) -> Iterator[str]:
    hours = "".join(f"{hour:<4}" for hour in range(0, HOURS_A_DAY, 2))
    yield f"     {hours}".rstrip()
    for day, name in enumerate(DAYS):
        cells = (
            _mark(bool(is_open), sure)
            for is_open, sure in zip(found.chosen[day], found.sure[day], strict=True)
        )
        yield f"{name}  {''.join(cells)}"
    yield "     ## open, nearly always chosen   == open, mostly   -- open, a close call"
    yield "     ++ closed, but chosen now and then"


def _mark(is_open: bool, sure: float) -> str:
    """How an hour is drawn, two signs wide; ``sure`` is how often it is chosen."""
    if is_open:
        return "##" if sure >= CERTAIN else "==" if sure >= DOUBTFUL else "--"
    return "++" if sure >= AT_TIMES else " ·"


def proposal_as_data(found: Suggestion, today: Any) -> dict[str, Any]:
    """The same for other programs; shares are in %, hours by day from Monday on."""
    return {
        "weekly": spell_week(found.week),
        "in_a_line": in_a_line(found.week),
        "chosen": found.chosen,
        "sure": found.sure,
        "open_today": grid_of(today),
        "asked_a_week": found.asked,
        "weeks": found.weeks,
        "today": _estimate(found.today),
        "then": _estimate(found.then),
    }
