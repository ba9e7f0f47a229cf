"""The demo: a private server, the sample library, the real service; a scene, then an open house."""

import asyncio
import signal
import tempfile
from pathlib import Path

from rich.console import Console

from imref.demo import library
from imref.demo.invitation import print_invitation
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService, ServiceTroubleError
from imref.demo.server import PrivateServer, ServerNotReadyError


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
    with tempfile.TemporaryDirectory(prefix="imref-demo-") as folder:
        async with PrivateProsody(library.plan(library.PATRON)) as server:
            config = library.write_config(server, Path(folder))
            service = RunningService(config)
            ready = asyncio.create_task(service.start())
            await asyncio.sleep(0)  # It is on its way, on the other processor.
            try:
                await _show(server, service, ready, console)
                if not once:
                    print_invitation(server, config, console)
                    console.print("Ctrl-C ends everything.", style="bold")
                    await _stay(service)
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


async def _stay(service: RunningService) -> None:
    code = await service.ended()
    raise ServiceTroubleError(service.complaint(f"has ended by itself ({code})"))
