"""The demo: a private server, the sample library, the real service; a scene, then an open house."""

import asyncio
import signal
import tempfile
from pathlib import Path

from rich.console import Console

from imref.demo import library
from imref.demo.invitation import print_invitation
from imref.demo.loopback import LoopbackPort
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService, ServiceTroubleError
from imref.demo.server import PrivateServer, ServerNotReadyError
from imref.findings import Mark


class SceneFailedError(RuntimeError):
    """Somebody waited in vain for their line; the message holds what they saw instead."""


MISSING = (
    "The demo needs {what}. On Debian: apt install prosody openssl; elsewhere install Prosody 0.12 "
    "or later with your system's packages."
)


def main(once: bool) -> int:
    """Play the scene; unless ``once``, stay up until Ctrl-C. Gives the exit code."""
    console = Console(highlight=False)
    try:
        return asyncio.run(_until_stopped(once, console))
    except FileNotFoundError as problem:
        what = str(problem).removesuffix(" is not installed")
        console.print(MISSING.format(what=what), soft_wrap=True)
    except (SceneFailedError, ServerNotReadyError, ServiceTroubleError) as problem:
        console.print(str(problem), style="red", markup=False, soft_wrap=True)
    return 1


async def _until_stopped(once: bool, console: Console) -> int:
    """Run the demo as a task that Ctrl-C and SIGTERM end in good order."""
    demo = asyncio.create_task(_demo(once, console))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, demo.cancel)
    try:
        await demo
    except asyncio.CancelledError:
        console.print("\nStopped; everything the demo started is gone.")
    return 0


async def _demo(once: bool, console: Console) -> None:
    with tempfile.TemporaryDirectory(prefix="imref-demo-") as folder, LoopbackPort() as port:
        async with PrivateProsody(library.plan(library.PATRON)) as server:
            web = library.web_section(server, port.number)
            config = library.write_config(server, Path(folder), {"web": web})
            console.print(f"The library's page: [bold]{web['address']}/[/]", soft_wrap=True)
            service = RunningService(config)
            ready = asyncio.create_task(service.start())
            await asyncio.sleep(0)  # It is on its way, on the other processor.
            try:
                await _show(server, service, ready, console)
                await _try_page(config, console)
                if not once:
                    print_invitation(server, config, console)
                    console.print(
                        f"\nOr ask on the page: [bold]{web['address']}/[/]", soft_wrap=True
                    )
                    console.print("Ctrl-C ends everything.", style="bold")
                    await _stay(server, service)
            finally:
                ready.cancel()
                if service.runs:
                    await service.stop()


async def _show(
    server: PrivateServer, service: RunningService, ready: asyncio.Task[None], console: Console
) -> None:
    # Imported here: it takes half a second, in which the service starts.
    from imref.demo.performance import perform
    from imref.demo.script import NotSeenError

    console.print(f"A private Prosody is up on {server.host}, with imref in front of it.")
    try:
        await perform(server, service, ready, console)
    except NotSeenError as problem:
        raise SceneFailedError(str(problem)) from problem


async def _try_page(config: Path, console: Console) -> None:
    """See that the page is served and lets its visitors in. Raises SceneFailedError."""
    from imref.config import read
    from imref.web.trial import tried

    settings = read(config).web
    if settings is None:
        return
    async for finding in tried(settings):
        if finding.mark is not Mark.FINE:
            raise SceneFailedError(f"{finding.text}\n{finding.advice}")
        console.print(f"[green]✓[/] {finding.text}", soft_wrap=True)


async def _stay(server: PrivateServer, service: RunningService) -> None:
    """Keep everything up, and a librarian who answers by a script while no real one is there."""
    stand_in = asyncio.create_task(_stand_in(server))
    try:
        code = await service.ended()
    finally:
        stand_in.cancel()
        await asyncio.gather(stand_in, return_exceptions=True)
    raise ServiceTroubleError(service.complaint(f"has ended by itself ({code})"))


async def _stand_in(server: PrivateServer) -> None:
    from imref.demo.device import Doorway
    from imref.demo.people import Person
    from imref.demo.stand_in import StandIn

    name, plan = library.STAND_IN, server.plan
    person = Person(name, plan.address_of(name), plan.users[name], Doorway.of(server))
    others = [plan.address_of(other) for other in library.STAFF if other != name]
    await StandIn(person, others).serve()
