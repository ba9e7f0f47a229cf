"""A pilot: targets that are set before, how it stands, and the verdict."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from imref.cli.entry import PROBLEMS, ConfigFile, app, fail, settings_for_reading

if TYPE_CHECKING:
    from datetime import tzinfo

    from imref.config import Config
    from imref.pilot.agreed import Pilot

pilot_app = typer.Typer(
    help="A pilot: targets that are set before it begins, and a verdict that is held to them.",
    invoke_without_command=True,
)
app.add_typer(pilot_app, name="pilot")

AtDesk = Annotated[
    str | None,
    typer.Option("--desk", metavar="NAME", help="A desk by its key in the config; else all."),
]
AsHtml = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write it as an HTML page, to print or to mail."),
]
Number = Annotated[
    int | None,
    typer.Option("--number", min=1, metavar="N", help="Which one, if not the last."),
]


@pilot_app.callback()
def pilot(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option("--config", "-c", envvar="IMREF_CONFIG", metavar="FILE", hidden=True),
    ] = None,
    desk: AtDesk = None,
    html: AsHtml = None,
) -> None:
    """Show how the pilot stands so far."""
    if context.invoked_subcommand is not None:
        return
    if config is None:
        fail("Which config? --config FILE says so.", PROBLEMS)
    _show(settings_for_reading(config), desk, None, html)


@pilot_app.command("start")
def start(
    config: ConfigFile,
    until: Annotated[
        str,
        typer.Option(metavar="DATE", help="Its last day: 2026-11-30, or in words."),
    ],
    target: Annotated[
        list[str],
        typer.Option(
            "--target",
            metavar="TARGET",
            help='What is to be reached: "asked >= 40", "answered within 60 s >= 80 %". '
            "May be given several times; `imref pilot measures` lists what there is.",
        ),
    ],
    desk: AtDesk = None,
    begins: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Its first day; without it, at once."),
    ] = None,
) -> None:
    """Set the targets of a pilot, and print the digest that proves them.

    They cannot be changed afterwards. Write the digest into the minutes or mail it to whoever is
    to believe the verdict.
    """
    from imref.pilot.agreed import NotAgreed, Pilot, agree, read
    from imref.pilot.days import NotADay, first_moment, last_moment
    from imref.pilot.targets import NotATarget, parse_all
    from imref.store.errors import StoreError
    from imref.store.pilots import add_pilot

    settings = settings_for_reading(config)
    now = time.time()
    zone = _zone(settings, desk)
    try:
        targets = parse_all(target)
        started = first_moment(begins, now, zone) if begins else now
        ends = last_moment(until, now, zone)
        row = add_pilot(
            settings.database,
            lambda kept: agree(
                kept, targets, desk=desk or "", made=now, started=started, until=ends
            ),
        )
        made: Pilot = read(row)
    except (NotAgreed, NotADay, NotATarget, StoreError) as mistake:
        fail(str(mistake), PROBLEMS)
    _confirm(settings, made)


@pilot_app.command("verdict")
def verdict(
    config: ConfigFile, desk: AtDesk = None, number: Number = None, html: AsHtml = None
) -> None:
    """Print the verdict on one page; before the end, what it would be now."""
    _show(settings_for_reading(config), desk, number, html, verdict=True)


@pilot_app.command("list")
def list_all(config: ConfigFile) -> None:
    """List all pilots, those that were stopped too."""
    from imref.pilot.saying import moment

    settings = settings_for_reading(config)
    zone = _zone(settings, None)
    found = _pilots(settings)
    if not found:
        typer.echo("There has been no pilot yet; `imref pilot start` begins one.")
    for each in found:
        row = each.row
        state = "runs" if each.runs(time.time()) else "over"
        if row.stopped:
            state = f"stopped on {moment(row.stopped, zone)}: {row.why}"
        changed = "" if each.stands else "  CHANGED SINCE: the digest does not match"
        where = row.desk or "all desks"
        typer.echo(
            f"{row.number}  {where}, {moment(row.started, zone)} to "
            f"{moment(row.until, zone)}: {state}{changed}"
        )
        for pledge in each.pledges:
            typer.echo(f"   {pledge.target}")
        typer.echo(f"   sha256 {row.digest}")


@pilot_app.command("stop")
def stop(
    config: ConfigFile,
    why: Annotated[str, typer.Option(metavar="REASON", help="Why; it stands on every page.")],
    desk: AtDesk = None,
) -> None:
    """End a pilot before its time. It stays on record, with the reason."""
    from imref.pilot.reckoning import last_of
    from imref.store.errors import StoreError
    from imref.store.pilots import stop_pilot

    settings, now = settings_for_reading(config), time.time()
    found = last_of(_pilots(settings), now, desk)
    if found is None or not found.runs(now):
        fail("No pilot runs there.", PROBLEMS)
    reason = " ".join(why.split())
    if not reason:
        fail("A pilot is stopped for a reason; --why says which.", PROBLEMS)
    try:
        stop_pilot(settings.database, found.row.number, now, reason)
    except StoreError as error:
        fail(str(error), PROBLEMS)
    typer.echo(f"Pilot {found.row.number} is stopped. It stays on record: imref pilot verdict")


@pilot_app.command("measures")
def measures() -> None:
    """List what a target can be set for, and what each measure means."""
    from textwrap import fill

    from imref.pilot.measures import MEASURES

    indent = " " * 24
    for measure in MEASURES.values():
        typer.echo(fill(f"{measure.name:24}{measure.about}", 90, subsequent_indent=indent))


def _zone(settings: "Config", desk: str | None) -> "tzinfo":
    desks = settings.agreement().desks
    if desk is not None and desk not in desks:
        fail(f'No desk is called "{desk}"; there are {", ".join(desks)}.', PROBLEMS)
    return (desks[desk] if desk else next(iter(desks.values()))).hours.zone


def _pilots(settings: "Config") -> "list[Pilot]":
    from imref.pilot.reckoning import pilots

    with _troubles():
        return pilots(settings.database)


@contextmanager
def _troubles() -> Iterator[None]:
    """Say what cannot be read, and end."""
    from imref.pilot.agreed import NotAgreed
    from imref.store.errors import StoreError

    try:
        yield
    except (NotAgreed, StoreError) as error:
        fail(str(error), PROBLEMS)


def _confirm(settings: "Config", made: "Pilot") -> None:
    from imref.pilot.reckoning import titles
    from imref.pilot.saying import moment

    zone, row = _zone(settings, made.row.desk or None), made.row
    where = titles(settings.agreement()).get(row.desk, "all desks")
    typer.echo(f"Pilot {row.number} of {where} runs from {moment(row.started, zone)}")
    typer.echo(f"until {moment(row.until, zone)}. Its targets:")
    for pledge in made.pledges:
        typer.echo(f"  {pledge.target}")
    typer.echo("They cannot be changed any more. This digest proves that they were not; write it")
    typer.echo("into the minutes, or mail it to whoever is to believe the verdict:")
    typer.echo(f"  sha256 {row.digest}")


def _show(
    settings: "Config",
    desk: str | None,
    number: int | None,
    html: Path | None,
    *,
    verdict: bool = False,
) -> None:
    from imref.pilot.page import page
    from imref.pilot.plain import plain
    from imref.pilot.printed import printed
    from imref.pilot.reckoning import last_of, reckon, titles

    now = time.time()
    found = [each for each in _pilots(settings) if number in (None, each.row.number)]
    chosen = last_of(found, now, desk)
    if chosen is None:
        fail("There is no such pilot; `imref pilot list` shows all.", PROBLEMS)
    agreement = settings.agreement()
    with _troubles():
        stands = reckon(chosen, settings.database, agreement, now, as_if_over=verdict)
    made = page(stands, titles(agreement), preview=verdict and chosen.runs(now))
    if html is None:
        typer.echo(plain(made), nl=False)
        return
    try:
        html.write_text(printed(made), encoding="utf-8")
    except OSError as error:
        fail(f"{html}: {error.strerror}", PROBLEMS)
    typer.echo(f"Written to {html}.")
