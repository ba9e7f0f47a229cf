"""Two servers on loopback that know each other: people of one reach the people of the other."""

import pytest

from imref.demo.federation import FederatedProsody, neighbours

from .cast import Cast
from .conftest import Library
from .sample import NEIGHBOUR, PLAN


async def test_people_of_two_servers_talk(two_libraries: tuple[Library, Library]) -> None:
    here, there = two_libraries
    (pat,), (pam,) = await here.cast("pat"), await there.cast("pam")

    await pat.says("pam@other.example", "Can you hear me?")
    await pam.hears("Can you hear me?", by="pat@library.example")
    await pat.sees_receipt()
    await pam.replies("Loud and clear.")
    await pat.hears("Loud and clear.", by="pam@other.example")


async def test_a_desk_answers_people_of_another_server(
    two_libraries: tuple[Library, Library],
) -> None:
    here, there = two_libraries
    (pat,), (ana,) = await here.cast("pat"), await there.cast("ana")

    await pat.says("ask@ref.other.example", "Where is your 1923 map?")
    await pat.hears("your question has reached Ask a librarian", by="ask@ref.other.example")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In our map room.")
    await pat.hears("map room", by="ask@ref.other.example")
    await ana.sees_receipt()
    await ana.types()
    await pat.sees_typing(by="ask@ref.other.example")


async def test_what_goes_to_a_server_that_is_down_comes_back() -> None:
    """And when the server is up again, so is the way to it."""
    async with neighbours(PLAN, NEIGHBOUR) as (here, there):
        cast = Cast(here)
        (pat,) = await cast("pat")
        await there.stop()
        await pat.says("pam@other.example", "Are you there?")
        await pat.sees_bounce("remote-server")
        await there.start()
        others = Cast(there)
        (pam,) = await others("pam")
        await pat.says("pam@other.example", "And now?")
        await pam.hears("And now?")
        await cast.leaves()
        await others.leaves()


async def test_servers_know_nobody_but_each_other(two_libraries: tuple[Library, Library]) -> None:
    here, _ = two_libraries
    (pat,) = await here.cast("pat")

    await pat.says("pam@elsewhere.example", "Are you there?")

    await pat.sees_bounce("remote-server")


async def test_a_server_without_its_neighbour_does_not_start() -> None:
    server = FederatedProsody(PLAN)
    try:
        with pytest.raises(RuntimeError, match=r"library\.example has no neighbour"):
            await server.start()
    finally:
        await server.close()
