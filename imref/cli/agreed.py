"""What was agreed: hours, agreement, explain."""

from typing import Annotated

import typer

from imref.cli.entry import (
    PROBLEMS,
    ConfigFile,
    app,
    console_for_people,
    fail,
    settings_for_reading,
)


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

    desks = settings_for_reading(config).agreement().desks
    if desk is not None and desk not in desks:
        fail(f'No desk is called "{desk}"; there are {", ".join(desks)}.', PROBLEMS)
    chosen = [each for each in desks.values() if desk in (None, each.name)]
    show_hours(console_for_people(), chosen, time.time(), weeks)


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
        fail(str(mistake), PROBLEMS)
    for line in agreement_text(settings_for_reading(config).agreement(), time.time(), tag):
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

    settings = settings_for_reading(config)
    agreement, pages = settings.agreement(), FaqIndex(settings.pages)
    try:
        chosen = cases(agreement, at, desk, on_duty, question, language)
    except Mistaken as mistake:
        fail(str(mistake), PROBLEMS)
    for number, case in enumerate(chosen):
        steps = walk(agreement, case, lambda asked: pages.search(asked.text, asked.language))
        lines = told(case, steps, agreement)
        typer.echo("\n".join(["", *lines] if number else lines))
