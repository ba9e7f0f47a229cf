"""The plots of a report, drawn by matplotlib, the same each time: for a web page and for paper.

Every colour is one of `Ink`'s, so that a page can put its own in their place, light or dark.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Final

from imref.report import spelling
from imref.report.document import Picture
from imref.report.grid import LEVELS, bounds, by_hour, kept, level, most, promised
from imref.report.model import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE: Final = 7.2
"""Inches: a little less than an A4 page between its margins."""

STYLE: Final[Mapping[str, object]] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same letters on every machine
    "font.size": 8.5,
    "svg.hashsalt": "imref",
    "axes.spines.top": False,
    "axes.spines.right": False,
}


class Ink(StrEnum):
    """The colours, as they are on white paper; legible to the colour-blind, in grey too."""

    TEXT = "#1b1f24"
    LINE = "#8a939e"
    MAIN = "#1f5f99"
    SECOND = "#c2571a"
    THIRD = "#6b7a3a"
    FAINT = "#d4dae1"
    SHADE_1 = "#dbe7f3"
    SHADE_2 = "#9dc0e0"
    SHADE_3 = "#4f8cc0"
    SHADE_4 = "#174a7a"
    ON_DARK = "#fefefe"


SHADES: Final = (Ink.SHADE_1, Ink.SHADE_2, Ink.SHADE_3, Ink.SHADE_4)


def svg(picture: Picture, report: Report) -> str:
    """The plot as an SVG element for a web page, its colours named ``var(--text)`` and so on."""
    out = StringIO()
    with _styled({"svg.fonttype": "none"}):
        drawn = PICTURES[picture](report)
        drawn.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = text.replace("<svg", '<svg aria-hidden="true"', 1)  # its words stand around it
    text = re.sub(r"\s*<(metadata|style).*?</\1>", "", text, flags=re.DOTALL)
    # Several plots stand on one page, where each id is to be the only one of its name.
    text = re.sub(r'(id="|href="#|url\(#)', rf"\1{picture}-", text)
    text = text.replace("font-family: 'DejaVu Sans'; ", "")
    for ink in Ink:
        name = ink.name.lower().replace("_", "-")
        text = text.replace(f": {ink.value}", f": var(--{name}, {ink.value})")
    return text


def png(picture: Picture, report: Report) -> bytes:
    """The plot for paper: 200 dots an inch."""
    out = BytesIO()
    with _styled({}):
        drawn = PICTURES[picture](report)
        drawn.savefig(out, format="png", dpi=200, metadata={"Software": None})
    return out.getvalue()


def _styled(more: Mapping[str, str]) -> AbstractContextManager[None]:
    from matplotlib import rc_context

    colours = {
        "text.color": Ink.TEXT.value,
        "axes.labelcolor": Ink.TEXT.value,
        "xtick.color": Ink.TEXT.value,
        "ytick.color": Ink.TEXT.value,
        "axes.edgecolor": Ink.LINE.value,
    }
    settings: Any = {**STYLE, **colours, **more}  # each key has a type of its own
    return rc_context(settings)


def _figure(height: float) -> "tuple[Figure, Axes]":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDE, height), layout="constrained")
    return figure, figure.subplots()


def _fates(report: Report) -> "Figure":
    figure, axes = _figure(1.9)
    parts = report.fates.parts
    numbers = [number or 0 for number in parts.values()]
    bars = axes.barh(list(parts), numbers, color=Ink.MAIN.value, height=0.62)
    axes.bar_label(bars, [spelling.count(each) for each in parts.values()], padding=4)
    axes.invert_yaxis()
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0, labelbottom=False)
    axes.margins(x=0.1)
    return figure


def _week(report: Report) -> "Figure":
    """Shades for what was asked; below each hour what was promised, filled as far as kept."""
    from matplotlib.patches import Rectangle

    figure, axes = _figure(3.2)
    asked, lowest = report.demand.asked, bounds(most(report.demand.asked))
    made, done = promised(report.coverage), kept(report.coverage)
    whole = 60.0 * report.period.weeks
    for day in range(7):
        for hour in range(24):
            shade = level(asked[day][hour], lowest)
            if shade:
                colour = SHADES[shade - 1].value
                axes.add_patch(Rectangle((hour, day), 1, 0.72, color=colour, linewidth=0))
                letters = Ink.ON_DARK if shade == LEVELS else Ink.TEXT
                number = asked[day][hour]
                axes.text(
                    hour + 0.5, day + 0.38, spelling.HIDDEN if number is None else str(number),
                    ha="center", va="center", fontsize=6.5, color=letters.value,
                )  # fmt: skip
            if made[day][hour]:
                wide = min(1.0, made[day][hour] / whole)
                filled = wide * done[day][hour] / made[day][hour]
                at, ink = (hour, day + 0.77), Ink.SECOND.value
                axes.add_patch(Rectangle(at, wide, 0.14, fill=False, edgecolor=ink, linewidth=0.8))
                axes.add_patch(Rectangle(at, filled, 0.14, color=ink, linewidth=0))
    axes.set(xlim=(0, 24), ylim=(7, 0), xticks=range(0, 25, 2), yticks=[d + 0.4 for d in range(7)])
    axes.set_yticklabels([name[:3] for name in spelling.DAYS])
    axes.set_xlabel("hour of the day")
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    _legend(axes, lowest, hidden=any(None in day for day in asked))
    return figure


def _legend(axes: "Axes", lowest: list[int], *, hidden: bool) -> None:
    from matplotlib.patches import Patch

    patches = []
    for place, low in enumerate(lowest):
        high = lowest[place + 1] - 1 if place + 1 < len(lowest) else None
        span = f"{low} or more" if high is None else f"{low}" if high == low else f"{low} to {high}"
        if hidden and place == 0:
            span += f", {spelling.HIDDEN} hidden"
        patches.append(Patch(facecolor=SHADES[place].value, label=span))
    patches.append(Patch(facecolor="none", edgecolor=Ink.SECOND.value, label="promised"))
    patches.append(Patch(facecolor=Ink.SECOND.value, label="promised and staffed"))
    axes.legend(
        handles=patches, ncols=len(patches), frameon=False, loc="lower left",
        bbox_to_anchor=(0, 1.0), borderaxespad=0.2, handlelength=1.2, columnspacing=1.2,
        fontsize=7.5,
    )  # fmt: skip


def _coverage(report: Report) -> "Figure":
    figure, axes = _figure(2.0)
    made, done = promised(report.coverage), kept(report.coverage)
    hours = range(24)
    all_made = [sum(made[day][hour] for day in range(7)) / 60 for hour in hours]
    all_done = [sum(done[day][hour] for day in range(7)) / 60 for hour in hours]
    axes.bar(hours, all_made, width=0.86, align="edge", fill=False, edgecolor=Ink.SECOND.value,
             linewidth=0.9, label="promised")  # fmt: skip
    axes.bar(hours, all_done, width=0.86, align="edge", color=Ink.SECOND.value,
             label="promised and staffed")  # fmt: skip
    axes.set(xlim=(0, 24), xticks=range(0, 25, 2), xlabel="hour of the day", ylabel="hours")
    axes.legend(frameon=False, loc="upper left")
    return figure


def _waits(report: Report) -> "Figure":
    figure, axes = _figure(2.4)
    curve = report.waits.curve
    seconds = [0.0, *(point.seconds for point in curve)]
    axes.fill_between(
        seconds, [1.0, *(p.low for p in curve)], [1.0, *(p.high for p in curve)],
        step="post", color=Ink.FAINT.value, linewidth=0, label="95 % sure",
    )  # fmt: skip
    axes.step(seconds, [1.0, *(p.share for p in curve)], where="post", color=Ink.MAIN.value,
              linewidth=1.6, label="still waiting")  # fmt: skip
    end = min(max(seconds[-1], 90.0), 600.0)
    for target in (20, 60, 90):
        axes.axvline(target, color=Ink.LINE.value, linewidth=0.7, linestyle=(0, (3, 3)))
    ticks = [0, 20, 60, 90, *(each for each in range(120, 601, 60) if each <= end)]
    axes.set(xlim=(0, end), ylim=(0, 1), xticks=ticks, xlabel="seconds since the question")
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.legend(frameon=False, loc="upper right")
    return figure


def _book(report: Report) -> "Figure":
    figure, axes = _figure(2.2)
    ledger = report.ledger
    kinds = (
        ("walk-ins", ledger.walk_ins, Ink.SECOND),
        ("calls", ledger.calls, Ink.THIRD),
        ("messages", ledger.messages, Ink.MAIN),
    )
    for place, (name, grid, ink) in enumerate(kinds):
        numbers = [number.known for number in by_hour(grid)]
        left = [hour + 0.08 + 0.28 * place for hour in range(24)]
        axes.bar(left, numbers, width=0.26, align="edge", color=ink.value, label=name)
    axes.set(xlim=(0, 24), xticks=range(0, 25, 2), xlabel="hour of the day", ylabel="how many")
    axes.legend(frameon=False, loc="upper left")
    return figure


PICTURES: Final[Mapping[Picture, "Callable[[Report], Figure]"]] = {
    Picture.FATES: _fates,
    Picture.WEEK: _week,
    Picture.COVERAGE: _coverage,
    Picture.WAITS: _waits,
    Picture.BOOK: _book,
}
