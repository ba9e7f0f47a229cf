"""The demo: a private server, the sample library, the real service; a scene, then an open house."""

import asyncio
import signal
import tempfile
import time
from pathlib import Path

from rich.console import Console

from imref.demo import library, scene
from imref.demo.device import Doorway
from imref.demo.invitation import print_invitation
from imref.demo.people import Person
from imref.demo.prosody import PrivateProsody
from imref.demo.rows import print_rows
from imref.demo.running import RunningService, ServiceTroubleError
from imref.demo.script import NotSeenError
from imref.demo.server import PrivateServer, ServerNotReadyError
from imref.demo.stage import Stage

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
    except (NotSeenError, ServerNotReadyError, ServiceTroubleError) as problem:
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
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="imref-demo-") as folder:
        async with PrivateProsody(library.plan(library.PATRON)) as server:
            service = RunningService(library.write_config(server, Path(folder)))
            try:
                await _perform(server, service, began, console)
                print_rows(service.folder / "imref.sqlite", console)
                if not once:
                    print_invitation(server, console)
                    console.print("Ctrl-C ends everything.", style="bold")
                    await _stay(service)
            finally:
                if service.runs:
                    await service.stop()


async def _perform(
    server: PrivateServer, service: RunningService, began: float, console: Console
) -> None:
    door = Doorway.of(server)
    people = {
        name: Person(name, server.plan.address_of(name), server.password_of(name), door)
        for name in (library.PATRON, *library.STAFF)
    }
    cast = scene.Cast(*people.values())
    await asyncio.gather(service.start(), *(person.comes_online() for person in people.values()))
    try:
        await asyncio.gather(
            *(one.sees_presence("available", by="ask@") for one in (cast.ana, cast.ben))
        )
        up = time.monotonic() - began
        console.print(
            f"Prosody, imref and four clients are up after {up:.1f} s, on {server.host} only."
        )
        stage = Stage(cast.pat, cast.staff, console)
        stage.raise_curtain("Ana, Ben and Cleo, librarians")
        await scene.play(cast, stage)
    finally:
        for person in people.values():
            await person.goes_offline()


async def _stay(service: RunningService) -> None:
    code = await service.ended()
    raise ServiceTroubleError(service.complaint(f"has ended by itself ({code})"))
