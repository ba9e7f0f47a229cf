"""What would happen if: the real rules play what was asked, with and without a change."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
from imref.cli.report import Begins, Ends

if TYPE_CHECKING:
    from imref.desk.agreement import Agreement
    from imref.simulate.library import Library, Wanted
    from imref.simulate.opening import Limits
    from imref.simulate.setting import Change

Tell = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """The changes that were asked for, as they were written."""

    hours: list[str]
    add: list[str]
    strategy: str | None
    partner: str | None
    partner_answers: str
    order: str | None
    limit: int | None
    against: Path | None


@app.command()
def simulate(
    config: ConfigFile,
    begins: Begins = None,
    ends: Ends = None,
    desk: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The desk to change, whose figures alone are shown. Without it: figures of all "
            "desks, and changes to the first.",
        ),
    ] = None,
    hours: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOURS",
            help='Other hours, as in the config: "mon-thu 9-21". Days that are not named stay.',
        ),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO,WHEN",
            help='More staff: "one more, tue 13-17", or somebody by name: "cleo, sat 10-14".',
        ),
    ] = None,
    strategy: Annotated[
        str | None,
        typer.Option(metavar="HOW", help="How to offer: everyone, in_order or least_loaded."),
    ] = None,
    partner: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help='Another library answers: "nights 21-9".'),
    ] = None,
    partner_answers: Annotated[
        str, typer.Option(metavar="TIME", help="How soon such a partner answers.")
    ] = "3 min",
    order: Annotated[
        str | None,
        typer.Option(
            metavar="ORDER", help='The order of service: "walk_in, phone, im" or first_come.'
        ),
    ] = None,
    walk_ins: Annotated[
        str | None,
        typer.Option(
            metavar="RATE",
            help='Walk-ins at a stated rate for each librarian: "3 an hour, 4 min". '
            "Without it, as recorded.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", help="How many patrons at once for everybody.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Everything as in another config file.")
    ] = None,
    a_week: Annotated[
        float | None,
        typer.Option(
            min=0,
            metavar="N",
            help="Questions made up instead of recorded ones: so many a week, at the hours at "
            "which people ask; 0 for as many as on record.",
        ),
    ] = None,
    patience: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="How long patrons wait on average, if not as measured."),
    ] = None,
    work: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="How long a session takes, if not as measured."),
    ] = None,
    as_agreed: Annotated[
        bool,
        typer.Option("--as-agreed", help="Have everybody on duty as agreed, not as recorded."),
    ] = False,
    replications: Annotated[
        int, typer.Option(min=2, max=1000, help="How often to play; more is surer, and slower.")
    ] = 10,
    weeks: Annotated[
        int, typer.Option(min=1, max=52, help="How many weeks of the record each time.")
    ] = 4,
    seed: Annotated[int, typer.Option(help="Another number is other luck.")] = 1,
    json: Annotated[bool, typer.Option("--json", help="Print data for other programs.")] = False,
    suggest_hours: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=168,
            metavar="N",
            help="Find which N opening hours a week meet most of what is asked.",
        ),
    ] = None,
    shortest: Annotated[
        int, typer.Option(min=1, max=24, help="Hours that a proposed span has at least.")
    ] = 3,
    spans: Annotated[int, typer.Option(min=1, max=4, help="Proposed spans a day at most.")] = 2,
    between: Annotated[
        str, typer.Option(metavar="HOURS", help='When proposed hours may lie: "7-23".')
    ] = "0-24",
) -> None:
    """Say what would happen if: play what was asked with and without a change, side by side.

    The real rules run on a clock of their own, for what is on record without its words. Several
    changes are made at once. Nothing is sent and nothing is kept.
    """
    from imref.simulate.library import Wanted
    from imref.simulate.opening import Limits
    from imref.simulate.setting import Mistaken
    from imref.simulate.wishes import duration_in, hours_between, walk_ins_in

    agreement = settings_for_reading(config).agreement()
    chosen = desk or next(iter(agreement.desks))
    if chosen not in agreement.desks:
        fail(f'No desk is called "{chosen}"; there are {", ".join(agreement.desks)}.', PROBLEMS)
    try:
        library = _library(config, agreement, begins, ends)
        if suggest_hours is not None:
            earliest, latest = hours_between(between)
            limits = Limits(suggest_hours, shortest, spans, earliest, latest)
            _suggest(library, chosen, limits, seed, json)
            return
        wanted = Wanted(
            desk,
            weeks,
            seed,
            a_week,
            duration_in(patience) if patience else None,
            duration_in(work) if work else None,
            as_agreed,
            walk_ins_in(walk_ins) if walk_ins else None,
        )
        wishes = _Changes(
            hours or [], add or [], strategy, partner, partner_answers, order, limit, against
        )
        _play(library, wanted, _changes(library.agreement, chosen, wishes), replications, json)
    except Mistaken as mistake:
        fail(str(mistake), PROBLEMS)


def _library(
    config: Path, agreement: "Agreement", begins: str | None, ends: str | None
) -> "Library":
    import time

    from imref.cli.report import period_of
    from imref.simulate.library import Library, record_of
    from imref.store.errors import StoreError
    from imref.store.past import past

    try:
        known = past(settings_for_reading(config).database)
    except StoreError as error:
        fail(str(error), PROBLEMS)
    if begins or ends:
        period = period_of(agreement, begins, ends)
        return Library.known(agreement, known, period.start, period.end)
    return Library.known(agreement, known, *record_of(known, time.time(), agreement))


def _changes(agreement: "Agreement", desk: str, asked: _Changes) -> "Iterator[Change]":
    """The changes in the order in which they are made: the other config first."""
    from imref.simulate import wishes
    from imref.simulate.changes import OtherConfig
    from imref.simulate.setting import plainly_worded

    if asked.against is not None:
        other = settings_for_reading(asked.against).agreement()
        agreement = plainly_worded(other)
        yield OtherConfig(agreement, asked.against.name)
        if desk not in agreement.desks:
            return
    if asked.hours:
        yield wishes.hours_in(agreement, desk, asked.hours)
    for each in asked.add:
        yield wishes.more_in(agreement, desk, each)
    if asked.strategy:
        yield wishes.strategy_in(desk, asked.strategy)
    if asked.partner:
        yield wishes.partner_in(desk, asked.partner, wishes.duration_in(asked.partner_answers))
    if asked.order:
        yield wishes.order_in(desk, asked.order)
    if asked.limit is not None:
        yield wishes.limit_in(desk, asked.limit)


def _play(
    library: "Library",
    wanted: "Wanted",
    changes: "Iterator[Change]",
    replications: int,
    json: bool,
) -> None:
    import os

    from imref.simulate.compare import compared
    from imref.simulate.library import assumed
    from imref.simulate.plausible import calibrated, checks
    from imref.simulate.screen import Found, as_data, show
    from imref.simulate.setting import Setting

    today = Setting(library.agreement)
    then = today
    for change in changes:
        then = then.with_change(change)
    settings: list[Setting] = [today, then] if then.changes else [today]
    with _bar("Getting to know the desk") as tell:
        study = calibrated(library.study(wanted), today, tell)
    played = []
    with _bar("Playing") as tell:
        for one in study.replications(settings, replications, os.cpu_count() or 1):
            played.append(one)
            tell(len(played) / replications)
    found = Found(
        _heading(library, wanted.desk),
        assumed(library, wanted, study),
        checks(played) if wanted.a_week is None else (),
        then.told(),
        compared(played),
        replications,
        min(wanted.weeks, len(study.starts)),
    )
    if json:
        _print_json(as_data(found))
    else:
        show(console_for_people(), found)


def _suggest(library: "Library", desk: str, limits: "Limits", seed: int, json: bool) -> None:
    from imref.simulate.screen import proposal_as_data, proposed, wrapped
    from imref.simulate.suggestion import Suggestion, suggest

    hours = library.agreement.desks[desk].hours
    asked = [each for each in library.past.asked if each.desk == desk]
    steps = suggest(asked, library.start, library.end, hours.zone, hours.weekly, limits, seed)
    found: Suggestion | None = None
    with _bar("Trying hours") as tell:
        try:
            for step in steps:
                if isinstance(step, Suggestion):
                    found = step
                else:
                    tell(step)
        except ValueError as error:
            fail(f"There is nothing to learn from: {error}.", PROBLEMS)
    assert found is not None
    if json:
        _print_json(proposal_as_data(found, hours.weekly))
        return
    for line in proposed(found, _limits(limits), _heading(library, desk)):
        typer.echo(wrapped(line))


def _limits(limits: "Limits") -> str:
    where = (
        ""
        if (limits.earliest, limits.latest) == (0, 24)
        else (f", between {limits.earliest}:00 and {limits.latest}:00")
    )
    return (
        f"At most {limits.hours} hours a week, in spans of at least {limits.shortest} h, at most "
        f"{limits.spans} a day{where}; none past midnight."
    )


def _heading(library: "Library", desk: str | None) -> str:
    from imref.desk.calendar.wallclock import date_at

    chosen = [each for each in library.agreement.desks.values() if desk in (None, each.name)]
    zone = chosen[0].hours.zone
    first, last = date_at(zone, library.start), date_at(zone, library.end - 1.0)
    titles = ", ".join(each.title for each in chosen)
    return f"{titles}: on record from {first} to {last}"


def _print_json(data: object) -> None:
    from json import dumps

    typer.echo(dumps(data, indent=2, ensure_ascii=False))


@contextmanager
def _bar(what: str) -> "Iterator[Tell]":
    """A bar on the terminal's error channel, if there is one."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda done: bar.update(task, completed=done)
