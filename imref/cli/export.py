"""What may be given away: the statistics, without anybody in them."""

from pathlib import Path
from typing import Annotated

import typer

from imref.cli.entry import PROBLEMS, ConfigFile, app, fail, settings_for_reading
from imref.cli.report import Begins, Ends, period_of


@app.command()
def export(
    config: ConfigFile,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The CSV file to write.")],
    begins: Begins = None,
    ends: Ends = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="One row a session, without anybody in it.")
    ] = False,
) -> None:
    """Write the statistics for research: no words, no addresses, no names, nothing that links.

    It only reads, also while imref runs. docs/reports.md tells what is in each column.
    """
    import time

    from imref.report.anonymous import write_anonymous
    from imref.store.errors import StoreError
    from imref.store.evidence import Evidence

    if not anonymous:
        fail("There is one export so far: say --anonymous.", PROBLEMS)
    settings = settings_for_reading(config)
    period = period_of(settings.agreement(), begins, ends)
    try:
        with (
            Evidence(settings.database) as evidence,
            file.open("w", encoding="utf-8", newline="") as out,
        ):
            written = write_anonymous(evidence, period, time.time(), out)
    except StoreError as error:
        fail(str(error), PROBLEMS)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}", PROBLEMS)
    typer.echo(f"{file}: {written:,} sessions")
