"""A report on a terminal: the essentials first, then pictures made of blocks, then the tables."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from imref.report import spelling
from imref.report.chapters import document, still_waiting
from imref.report.document import Chapter, Picture, Table
from imref.report.grid import bounds, kept, level, most, promised
from imref.report.model import Report

SHADES = (" ", "░", "▒", "▓", "█")
"""From nothing to the most, as ink; they can be told apart without colours."""

ALL_THERE, SOME_THERE, NOBODY_THERE = "──", "╌╌", "××"
SLIVER = 0.02
"""The share of an hour that is not worth a mark: a minute late is there."""

BAR = 40
"""Characters of the longest bar."""

MANY = 9
"""Columns from which on they stand closer, so that all of them fit 80 characters."""

WIDTH, NOTE_WIDTH = 98, 80
"""Characters in which sentences and notes are broken: longer lines are hard to read."""


def show(console: Console, report: Report, titles: Mapping[str, str]) -> None:
    """Print the whole report. ``titles`` are what people call the desks, by their names."""
    made = document(report, titles)
    console.print(Text(made.title, "bold"))
    console.print(Text(made.about, "dim"))
    console.print()
    for sentence in made.essentials:
        _say(console, Text.assemble("· ", sentence))
    for chapter in made.chapters:
        _show_chapter(console, chapter, report)
    console.print()
    for note in made.notes:
        _say(console, Text(note, "dim"))


def _say(console: Console, text: Text) -> None:
    """A sentence, with what does not fit a line below its first word."""
    row = Grid.grid()
    row.add_column(width=2)
    row.add_column(max_width=min(WIDTH, console.width) - 2)
    if text.plain.startswith("· "):
        row.add_row(text[:2], text[2:])
        console.print(row)
    else:
        console.print(text, width=min(WIDTH, console.width))


def _show_chapter(console: Console, chapter: Chapter, report: Report) -> None:
    console.print()
    console.print(Text(chapter.title, "bold underline"))
    lines = list(_picture(chapter.picture, report))
    if not any(table.drawn for table in chapter.tables):
        _draw(console, lines)
    for table in chapter.tables:
        if table.drawn:
            _draw(console, lines)
        else:
            console.print()
            console.print(Text(table.caption, "italic"))
            console.print(_grid(table))
        if table.note:
            console.print(Padding(Text(table.note, "dim"), (0, 0, 0, 2)), width=NOTE_WIDTH)


def _draw(console: Console, lines: list[str]) -> None:
    for line in ["", *lines] if lines else []:
        console.print(line, no_wrap=True, crop=True, overflow="crop")


def _grid(table: Table) -> Grid:
    gap = 2 if len(table.head) < MANY else 1
    grid = Grid(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="dim")
    for place, head in enumerate(table.head):
        grid.add_column(
            head,
            justify="right" if place else "left",
            no_wrap=bool(place),
            min_width=max((len(row[place]) for row in table.rows), default=0) if place else 12,
        )
    for row in table.rows:
        grid.add_row(*(Text(cell, "dim" if cell == "0" else "") for cell in row))
    return grid


def _picture(picture: Picture | None, report: Report) -> Iterator[str]:
    match picture:
        case Picture.FATES:
            yield from _bars(report)
        case Picture.WEEK:
            yield from week_of(report)
        case Picture.WAITS:
            yield from _survival(report)
        case _:
            return


def _bars(report: Report) -> Iterator[str]:
    fates = report.fates
    longest = max((number or 0 for number in fates.parts.values()), default=0)
    yield f"{'asked':>12}  {spelling.count(fates.asked)}"
    for name, number in fates.parts.items():
        size = round(BAR * (number or 0) / longest) if longest else 0
        bar = "█" * size or ("▏" if number != 0 else "")
        share = spelling.share(number, fates.asked) if number else ""
        yield f"{name:>12}  {bar} {spelling.count(number)}  {share}".rstrip()
    apart = (f"{name} {spelling.count(number)}" for name, number in fates.apart.items())
    yield f"{'apart':>12}  {', '.join(apart)}"


def week_of(report: Report) -> Iterator[str]:
    """The week as blocks: two lines a day, what was asked over whether somebody was there."""
    lowest = bounds(most(report.demand.asked))
    made, done = promised(report.coverage), kept(report.coverage)
    yield "      " + "".join(f"{hour:<3}" for hour in range(24))
    for day, name in enumerate(spelling.DAYS):
        shades = (SHADES[level(n, lowest)] * 2 for n in report.demand.asked[day])
        yield f"{name[:3]}   {' '.join(shades)}".rstrip()
        marks = (_mark(made[day][hour], done[day][hour]) for hour in range(24))
        yield f"      {' '.join(marks)}".rstrip()
    yield "      " + "  ".join(_legend(lowest))
    yield (
        f"      {ALL_THERE} promised, somebody there   {SOME_THERE} there for part of it   "
        f"{NOBODY_THERE} nobody there"
    )


def _mark(made: float, done: float) -> str:
    if not made:
        return "  "
    if done >= made * (1 - SLIVER):
        return ALL_THERE
    return SOME_THERE if done > made * SLIVER else NOBODY_THERE


def _legend(lowest: list[int]) -> Iterator[str]:
    """What each shade means, in questions an hour of the week."""
    for place, low in enumerate(lowest):
        high = lowest[place + 1] - 1 if place + 1 < len(lowest) else None
        span = f"{low} or more" if high is None else f"{low}" if high == low else f"{low} to {high}"
        yield f"{SHADES[place + 1] * 2} {span}"


def _survival(report: Report) -> Iterator[str]:
    yield "Still waiting after so long, if nobody gave up (Kaplan-Meier; 95 % sure)"
    for seconds, still, low, high in still_waiting(report.waits):
        bar = "█" * round(BAR * still)
        sure = f"({spelling.percent(low)} to {spelling.percent(high)})"
        yield f"{spelling.length(seconds):>12}  {bar:<{BAR}} {spelling.percent(still):>5} {sure}"
