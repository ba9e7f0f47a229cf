"""The scene performed: its people log in, play it on the stage, show the rows, and go."""

import asyncio

from rich.console import Console

from imref.demo import library, scene
from imref.demo.device import Doorway
from imref.demo.people import Person
from imref.demo.rows import print_rows
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer
from imref.demo.stage import Stage


async def perform(
    server: PrivateServer, service: RunningService, ready: asyncio.Task[None], console: Console
) -> None:
    """Play the scene once the service is ``ready``, then print what it left in the store.

    Raises NotSeenError when a line of the scene does not come.
    """
    people = _people(server)
    cast = scene.Cast(*people.values())
    try:
        await asyncio.gather(ready, *(person.comes_online() for person in people.values()))
        await asyncio.gather(
            *(one.sees_presence("available", by="ask@") for one in (cast.ana, cast.ben))
        )
        stage = Stage(cast.pat, cast.staff, console)
        stage.raise_curtain("Ana, Ben and Cleo, librarians")
        await scene.play(cast, stage)
    finally:
        for person in people.values():
            await person.goes_offline()
    print_rows(service.folder / "imref.sqlite", console)


def _people(server: PrivateServer) -> dict[str, Person]:
    door = Doorway.of(server)
    return {
        name: Person(name, server.plan.address_of(name), server.password_of(name), door)
        for name in (library.PATRON, *library.STAFF)
    }
