"""Figures: the report, on the terminal or as files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from imref.cli.entry import (
    PROBLEMS,
    ConfigFile,
    app,
    console_for_people,
    fail,
    settings_for_reading,
)
from imref.report.model import By

if TYPE_CHECKING:
    from imref.config import Config
    from imref.desk.agreement import Agreement
    from imref.report.model import Report
    from imref.report.period import Period
    from imref.report.shares import Progress

FILE = "FILE|-"

NOT_AGREED = (
    "Without figures by staff: your agreement shows those of a librarian to that librarian at most "
    "(figures.per_person)."
)

Begins = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="WHEN",
        help='Where the figures begin: "last week", "2026-10", "1 October". A week, a month or a '
        "year without --to is just that one. Without both it is the last four whole weeks.",
    ),
]
Ends = Annotated[
    str | None,
    typer.Option("--to", metavar="WHEN", help="The last day that is still counted."),
]


@app.command()
def report(
    config: ConfigFile,
    begins: Begins = None,
    ends: Ends = None,
    desk: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this desk; can be given several times."),
    ] = None,
    by: Annotated[
        list[By] | None,
        typer.Option(help="Break the figures down by this; can be given several times."),
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar=FILE, help="Write a long table, a figure a line.")
    ] = None,
    json: Annotated[Path | None, typer.Option(metavar=FILE, help="Write JSON.")] = None,
    html: Annotated[
        Path | None, typer.Option(metavar=FILE, help="Write a web page in one file, with plots.")
    ] = None,
    pdf: Annotated[
        Path | None, typer.Option(metavar=FILE, help="Write a document of A4 pages, with plots.")
    ] = None,
    inside: Annotated[
        bool,
        typer.Option(
            "--inside",
            help="For readers in the house alone: files hold every figure. Without it counts "
            "below five, and all that is about one librarian, are left out of files.",
        ),
    ] = False,
) -> None:
    """Say what was asked, what became of it, how long people waited, and who was there.

    It only reads, also while imref runs. Without a file the report is shown here.
    """
    from imref.report.screen import show

    settings = settings_for_reading(config)
    agreement = settings.agreement()
    made = _made(settings, agreement, period_of(agreement, begins, ends), desk or [], by or [])
    if By.STAFF in (by or ()) and made.by(By.STAFF) is None:
        typer.echo(NOT_AGREED, err=True)
    titles = {name: each.title for name, each in agreement.desks.items()}
    files = {"csv": csv, "json": json, "html": html, "pdf": pdf}
    chosen = {form: path for form, path in files.items() if path is not None}
    if chosen:
        _write(made, titles, chosen, inside)
    else:
        show(console_for_people(), made, titles)


def period_of(agreement: "Agreement", begins: str | None, ends: str | None) -> "Period":
    """The days that somebody means; if they cannot be understood, that is said and the end."""
    import time

    from imref.report.wanted import NotUnderstood, wanted

    zone = next(iter(agreement.desks.values())).hours.zone
    try:
        return wanted(begins, ends, time.time(), zone)
    except NotUnderstood as mistake:
        fail(str(mistake), PROBLEMS)


def _made(
    settings: "Config", agreement: "Agreement", period: "Period", desks: list[str], by: list[By]
) -> "Report":
    import time

    from imref.desk.figures.disclosure import HOUSE
    from imref.report.compose import report as compose
    from imref.report.garbage import seldom_collecting
    from imref.report.shares import MANY
    from imref.store.errors import StoreError
    from imref.store.evidence import Evidence

    for name in desks:
        if name not in agreement.desks:
            fail(f'No desk is called "{name}"; there are {", ".join(agreement.desks)}.', PROBLEMS)
    try:
        with Evidence(settings.database) as evidence, _progress() as progress, seldom_collecting():
            return compose(
                evidence,
                agreement,
                period,
                desks,
                now=time.time(),
                by=by,
                viewer=HOUSE,
                progress=progress,
                shared_from=MANY,
            )
    except StoreError as error:
        fail(str(error), PROBLEMS)


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A bar on the terminal's error channel, once it has taken a second."""
    import time

    from rich.console import Console
    from rich.progress import Progress

    began = time.monotonic()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("Reading sessions")

    def tell(done: int, of: int) -> None:
        if not bar.live.is_started and time.monotonic() - began > 1.0 and bar.console.is_terminal:
            bar.start()
        bar.update(task, completed=done, total=of)

    try:
        yield tell
    finally:
        if bar.live.is_started:
            bar.stop()


def _write(made: "Report", titles: dict[str, str], files: dict[str, Path], inside: bool) -> None:
    """Write the files; what is not for the house alone is made fit to leave it first."""
    from imref.report.discretion import discreet
    from imref.report.paper import CannotDraw, as_bytes

    shown = made if inside else discreet(made)
    for form, path in files.items():
        try:
            content = as_bytes(shown, titles, form)
        except CannotDraw as problem:
            fail(str(problem), PROBLEMS)
        if path == Path("-"):
            typer.echo(content, nl=False)
            continue
        try:
            path.write_bytes(content)
        except OSError as error:
            fail(f"{path} cannot be written: {error.strerror}", PROBLEMS)
        for_whom = "" if not inside else "; it is for the house alone"
        typer.echo(f"{path}: {len(content):,} bytes{for_whom}")
