"""The service itself, and the demo: run, check, demo."""

from typing import Annotated

import typer

from imref.cli.entry import MISCONFIGURED, OK, PROBLEMS, ConfigFile, app, console_for_people


@app.command()
def run(config: ConfigFile) -> None:
    """Run the service until SIGTERM. SIGHUP has it read its config again."""
    from imref import daemon

    raise typer.Exit(daemon.run(config))


@app.command()
def check(config: ConfigFile) -> None:
    """Say what is wrong with the config, then try what it describes.

    Tries the database, the server, the secret and every staff member, and says how the last
    daily check went. While imref runs, only the config and the database are looked at.
    """
    import asyncio

    from imref.check import check
    from imref.findings import Finding, Mark, verdict
    from imref.terminal import show_finding

    console = console_for_people()

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
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Play the scene and end, instead of staying up.")
    ] = False,
) -> None:
    """Show imref at work: a private server, a sample library, a scene, and log-ins to try."""
    from imref.demo.play import main as play

    raise typer.Exit(play(once))
