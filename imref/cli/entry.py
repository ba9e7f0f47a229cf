"""What the commands share: the program itself, the config file, the archive, and how they fail."""

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
    from imref.store.archive import Archive

OK = 0
PROBLEMS = 1
MISCONFIGURED = 78
"""Exit codes beside typer's own 2 for wrong usage; 78 is EX_CONFIG (sysexits.h)."""

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


def console_for_people() -> "Console":
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def settings_for_reading(path: Path) -> "Config":
    """The config for reading what is kept, which needs no secret."""
    from imref.config import ConfigErrors, read

    try:
        return read(path, secret=False)
    except ConfigErrors as errors:
        fail("\n".join(map(str, errors.problems)), MISCONFIGURED)


@contextmanager
def archive_of(settings: "Config") -> "Iterator[Archive]":
    """What is kept; if it cannot be opened, or not be read after all, that is said and the end."""
    from imref.store.archive import Archive
    from imref.store.errors import StoreError

    try:
        with Archive(settings.database) as archive:
            yield archive
    except StoreError as error:
        fail(str(error), PROBLEMS)


def fail(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    sys.exit(code)
