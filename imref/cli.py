"""The command line: run, check, sessions, transcript, hours, agreement, explain, demo, config."""

# Everything else is imported inside the commands: `imref --help` and `imref demo` start at once.
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from imref.config import Config
    from imref.store.archive import Archive, Transcript

OK = 0
PROBLEMS = 1
MISCONFIGURED = 78
"""Exit codes beside typer's own 2 for wrong usage; 78 is EX_CONFIG (sysexits.h)."""

MOST_DIGITS = 18
"""More than any number that is kept has, and as many as surely fit SQLite's integers."""

EPILOG = """Exit codes: 0 all is well, 1 problems were found or it failed, 2 wrong usage, \
78 the config cannot be used (EX_CONFIG)."""

app = typer.Typer(
    help="IM reference for libraries: patrons ask from any Jabber client, librarians answer "
    "from their own.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_show_locals=False,  # locals hold the secret and people's words
)
config_app = typer.Typer(help="About the config file.", no_args_is_help=True)
app.add_typer(config_app, name="config")

ConfigFile = Annotated[
    Path,
    typer.Option(
        "--config",
        "-c",
        envvar="IMREF_CONFIG",
        metavar="FILE",
        help="The config file (`imref config example` prints one).",
    ),
]


def main() -> None:
    """The entry point of the `imref` command."""
    app(prog_name="imref")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"imref {version_of('imref')}")
        raise typer.Exit(OK)


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


@app.command()
def run(config: ConfigFile) -> None:
    """Run the service until SIGTERM. SIGHUP has it read its config again."""
    from imref import daemon

    raise typer.Exit(daemon.run(config))


@app.command()
def check(config: ConfigFile) -> None:
    """Say what is wrong with the config, then try what it describes.

    Tries the database, the server, the secret and every staff member. While imref runs, only
    the config and the database are looked at.
    """
    import asyncio

    from imref.check import check
    from imref.findings import Finding, Mark, verdict
    from imref.terminal import show_finding

    console = _console()

    async def show_all() -> list[Finding]:
        findings = []
        async for finding in check(config):
            show_finding(console, finding)
            findings.append(finding)
        return findings

    findings = asyncio.run(show_all())
    console.print(verdict(findings), style="bold", soft_wrap=True)
    if any(finding.fatal for finding in findings):
        raise typer.Exit(MISCONFIGURED)
    found = any(finding.mark is Mark.PROBLEM for finding in findings)
    raise typer.Exit(PROBLEMS if found else OK)


@app.command()
def sessions(
    config: ConfigFile,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that are open.")] = False,
    limit: Annotated[
        int, typer.Option(min=1, max=1_000_000, help="How many, counted from the newest.")
    ] = 50,
) -> None:
    """List the sessions that are kept, newest first."""
    from imref.terminal import show_sessions

    settings = _settings(config)
    with _archive(settings) as archive:
        found = archive.sessions(limit=limit, only_open=only_open)
    if found:
        show_sessions(_console(), found, settings.agreement())
    else:
        typer.echo("No session is open." if only_open else "No sessions are kept yet.")


@app.command()
def transcript(
    config: ConfigFile,
    which: Annotated[
        str,
        typer.Argument(
            metavar="N|patron-N",
            help="A session by its number, or all sessions of a patron by their alias.",
        ),
    ],
) -> None:
    """Show what was said and what happened, with times, notes, and what was not delivered."""
    from imref.terminal import show_transcript

    settings = _settings(config)
    console = _console()
    for one in _transcripts(settings, which):
        show_transcript(console, one, settings.agreement())


@app.command()
def hours(
    config: ConfigFile,
    weeks: Annotated[int, typer.Option(min=1, max=53, help="How many, counted from this one.")] = 4,
    desk: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this desk, by its key in the config.")
    ] = None,
) -> None:
    """Show when the desks are open in the coming weeks, with exceptions and holidays."""
    import time

    from imref.terminal import show_hours

    desks = _settings(config).agreement().desks
    if desk is not None and desk not in desks:
        _fail(f'No desk is called "{desk}"; there are {", ".join(desks)}.', PROBLEMS)
    chosen = [each for each in desks.values() if desk in (None, each.name)]
    show_hours(_console(), chosen, time.time(), weeks)


@app.command()
def agreement(
    config: ConfigFile,
    language: Annotated[
        str,
        typer.Option(metavar="TAG", help="In which language; without it, in the library's own."),
    ] = "",
) -> None:
    """Print the whole agreement as a text that people can sign.

    Hours, order of service, limits, who is asked when, what patrons are told, what is kept.
    """
    import time

    from imref.config.wording import check_language
    from imref.paper import agreement_text

    try:
        tag = check_language(language) if language else ""
    except ValueError as mistake:
        _fail(str(mistake), PROBLEMS)
    for line in agreement_text(_settings(config).agreement(), time.time(), tag):
        typer.echo(line)


@app.command()
def explain(
    config: ConfigFile,
    at: Annotated[
        str,
        typer.Option(metavar="WHEN", help='When, in words or ISO 8601: "Sunday 02:00", "now".'),
    ] = "now",
    desk: Annotated[
        str | None, typer.Option(metavar="NAME", help="At which desk; without it, the first.")
    ] = None,
    on_duty: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Who is on duty, with commas between; without it, first nobody, then the first "
            "tier.",
        ),
    ] = None,
    question: Annotated[
        str, typer.Option(metavar="TEXT", help="What the patron asks.")
    ] = "Where can I find the 1923 map of the town?",
    language: Annotated[
        str, typer.Option(metavar="TAG", help="The language that the patron's message carries.")
    ] = "",
) -> None:
    """Say what would happen to a question, step by step, with the words that people would read.

    The real rules run on a clock of their own; nothing is sent and nothing is kept.
    """
    from imref.explain import Mistaken, cases, told, walk
    from imref.store.faq import FaqIndex

    settings = _settings(config)
    agreement, pages = settings.agreement(), FaqIndex(settings.pages)
    try:
        chosen = cases(agreement, at, desk, on_duty, question, language)
    except Mistaken as mistake:
        _fail(str(mistake), PROBLEMS)
    for number, case in enumerate(chosen):
        steps = walk(agreement, case, lambda asked: pages.search(asked.text, asked.language))
        lines = told(case, steps, agreement)
        typer.echo("\n".join(["", *lines] if number else lines))


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Play the scene and end, instead of staying up.")
    ] = False,
) -> None:
    """Show imref at work: a private server, a sample library, a scene, and log-ins to try."""
    from imref.demo.play import main as play

    raise typer.Exit(play(once))


@config_app.command("example")
def config_example() -> None:
    """Print a config file to start from, with every key explained."""
    from imref.config.manual import example

    typer.echo(example(), nl=False)


@config_app.command("reference", hidden=True)
def config_reference() -> None:
    """Print docs/config.md."""
    from imref.config.manual import reference

    typer.echo(reference(), nl=False)


def _console() -> "Console":
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def _settings(path: Path) -> "Config":
    """The config for reading what is kept, which needs no secret."""
    from imref.config import ConfigErrors, read

    try:
        return read(path, secret=False)
    except ConfigErrors as errors:
        _fail("\n".join(map(str, errors.problems)), MISCONFIGURED)


@contextmanager
def _archive(settings: "Config") -> "Iterator[Archive]":
    """What is kept; if it cannot be opened, or not be read after all, that is said and the end."""
    from imref.store.archive import Archive
    from imref.store.errors import StoreError

    try:
        with Archive(settings.database) as archive:
            yield archive
    except StoreError as error:
        _fail(str(error), PROBLEMS)


def _transcripts(settings: "Config", which: str) -> "list[Transcript]":
    """The transcript of session N, or those of all sessions of patron-N, oldest first."""
    from imref.desk.model import ALIAS_PREFIX

    with _archive(settings) as archive:
        if len(which.removeprefix(ALIAS_PREFIX)) > MOST_DIGITS:
            numbers = []
        elif which.isdecimal():
            numbers = [int(which)]
        else:
            numbers = [session.number for session in archive.sessions_of(which)]
        found = [archive.transcript(number) for number in numbers]
    kept = [one for one in found if one is not None]
    if not kept:
        kind = "session" if which.isdecimal() else "patron"
        _fail(f'No {kind} "{which}" is kept; `imref sessions` lists what is.', PROBLEMS)
    return kept


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    sys.exit(code)
