"""About the config file: example, reference."""

import typer

from imref.cli.entry import app

config_app = typer.Typer(help="About the config file.", no_args_is_help=True)
app.add_typer(config_app, name="config")


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
