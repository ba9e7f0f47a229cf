"""The command line: one file for each group of commands, which import what they need when called.

The order of the groups is the order in `imref --help`.
"""

# ruff: noqa: I001 - importing a group registers its commands, in this order
from imref.cli.entry import app
from imref.cli import service, kept, report, export, pilot, simulate, agreed, config_file

__all__ = [
    "agreed", "app", "config_file", "export", "kept", "main", "pilot", "report", "service",
    "simulate",
]  # fmt: skip


def main() -> None:
    """The entry point of the `imref` command."""
    app(prog_name="imref")
