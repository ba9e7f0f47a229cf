"""What is kept: sessions and transcripts."""

from typing import TYPE_CHECKING, Annotated

import typer

from imref.cli.entry import (
    PROBLEMS,
    ConfigFile,
    app,
    archive_of,
    console_for_people,
    fail,
    settings_for_reading,
)

if TYPE_CHECKING:
    from imref.config import Config
    from imref.store.archive import Transcript

MOST_DIGITS = 18
"""More than any number that is kept has, and as many as surely fit SQLite's integers."""


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

    settings = settings_for_reading(config)
    with archive_of(settings) as archive:
        found = archive.sessions(limit=limit, only_open=only_open)
    if found:
        show_sessions(console_for_people(), found, settings.agreement())
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

    settings = settings_for_reading(config)
    console = console_for_people()
    for one in _transcripts(settings, which):
        show_transcript(console, one, settings.agreement())


def _transcripts(settings: "Config", which: str) -> "list[Transcript]":
    """The transcript of session N, or those of all sessions of patron-N, oldest first."""
    from imref.desk.model import ALIAS_PREFIX

    with archive_of(settings) as archive:
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
        fail(f'No {kind} "{which}" is kept; `imref sessions` lists what is.', PROBLEMS)
    return kept
