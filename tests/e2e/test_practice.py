"""A rehearsal takes the real path: through the server, to one librarian, and out of the figures."""

import pytest

from .clocked import ClockedLibrary
from .conftest import Library

MAP = [{"question": "Where is the 1923 map?", "further": ["On which floor?"]}]


@pytest.mark.settings(practice=MAP)
async def test_a_made_up_patron_comes_back_from_the_server(library: Library) -> None:
    """On either server, what we send to our own domain returns to us as an ordinary message."""
    ana, ben = await library.cast("ana", "ben")
    await ana.says("ask", "!practice")
    await ana.hears("A made-up patron is about to write", by="ask@")
    await ana.hears("Rehearsal: Ask a librarian: a question", by="patron-")
    await ana.replies("In the map room.")
    await ana.sees_receipt()
    await ana.sees_typing(by="patron-")
    await ana.replies("!practice stop")
    await ana.hears("The rehearsal is over")
    await ben.hears_nothing()


@pytest.mark.settings(practice=MAP)
async def test_a_whole_rehearsal(clocked: ClockedLibrary) -> None:
    ana, ben = await clocked.cast("ana", "ben")
    await ana.says("ask", "!off")
    await ana.says("ask", "!practice")
    alias = (await ana.hears("Where is the 1923 map?", by="patron-")).peer
    await ana.replies("In the map room.")

    await clocked.passes(seconds=20)
    await ana.hears("On which floor?", by="patron-")
    await ana.replies("The second.")
    await clocked.passes(seconds=30)
    await ana.hears("Thank you, that helps me a lot!", by="patron-")
    await ana.hears("They have said bye")
    await ana.hears("That was a rehearsal.")
    await ben.hears_nothing()

    await ana.says(alias, "Are you there?")
    await ana.hears("This conversation is over")
    assert not clocked.room.rehearsals


@pytest.mark.settings(practice=MAP)
async def test_a_real_patron_ends_a_rehearsal(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await ana.says("ask", "!practice")
    await ana.hears("Where is the 1923 map?")
    await ana.replies("In the map room.")
    await pat.says("ask", "A real question")
    await pat.hears("your question has reached")
    await ana.hears("A real question")
    await ana.replies("A real answer")
    await pat.hears("A real answer")
    await ana.hears("Somebody real comes first", by="ask@")

    await clocked.passes(minutes=1)
    await ana.hears_nothing(containing="On which floor?")


@pytest.mark.settings(practice=MAP)
async def test_a_restart_ends_a_rehearsal(clocked: ClockedLibrary) -> None:
    (ana,) = await clocked.cast("ana")
    await ana.says("ask", "!practice")
    await ana.hears("Where is the 1923 map?")
    await ana.replies("In the map room.")
    await ana.sees_receipt()
    await clocked.restarts()
    await ana.hears("imref was started anew", by="patron-")
    await clocked.passes(minutes=10)
    await ana.hears_nothing(containing="On which floor?")


@pytest.mark.settings(practice=MAP)
async def test_nobody_can_write_to_a_made_up_patron(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await ana.says("ask", "!practice")
    await ana.hears("Where is the 1923 map?")
    (local,) = clocked.room.rehearsals
    await pat.says(local, "Psst")
    await pat.sees_bounce("item-not-found")
