"""`python -m imref.demo.year -c FILE`: fill the database of a config with a made-up year."""

from datetime import datetime
from typing import Annotated

import typer

from imref.config import ConfigErrors, read
from imref.demo.year.fill import Year, fill_year


def main(
    config: Annotated[str, typer.Option("--config", "-c", help="The config file.")],
    weeks: Annotated[int, typer.Option(min=1, max=520, help="How many weeks.")] = 52,
    until: Annotated[
        str, typer.Option(metavar="DATE", help="The day on which they end.")
    ] = "2026-11-23",
    a_week: Annotated[float, typer.Option(help="Questions in a usual week.")] = 60.0,
    seed: Annotated[int, typer.Option(help="Another number is another year.")] = 1923,
) -> None:
    """Fill the database of a config, which must not exist yet, with a made-up year."""
    try:
        settings = read(config, secret=False)
    except ConfigErrors as errors:
        raise typer.BadParameter(str(errors)) from errors
    agreement = settings.agreement()
    zone = next(iter(agreement.desks.values())).hours.zone
    end = datetime.fromisoformat(until).replace(tzinfo=zone).timestamp()
    year = Year(end, weeks, a_week, seed)
    told = fill_year(settings.database, agreement, year)
    typer.echo(f"{settings.database}: {told.questions} questions, {told.stints} stints.")


if __name__ == "__main__":
    typer.run(main)
