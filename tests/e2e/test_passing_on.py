"""A question goes on: declined, not taken, transferred, left behind."""

import pytest

from .conftest import Library

HASTE = pytest.mark.settings(timings={"offer": 1, "widen": 1, "grace": 0})


@HASTE
async def test_a_decline_goes_to_the_next_in_order(library: Library) -> None:
    pat, ana, ben, cleo = await library.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "Who can read Sütterlin?")
    await ana.hears("Sütterlin", by="patron-")
    await ana.replies("!decline")
    await ana.hears("Passed on")
    await ben.hears("Sütterlin", by="patron-")
    await ben.replies("!decline")

    await cleo.hears("Sütterlin", by="patron-")
    await cleo.replies("I can.")
    await pat.hears("I can.")
    await pat.hears_nothing(containing="decline")


@HASTE
async def test_an_offer_that_runs_out_widens_to_the_next_tier(library: Library) -> None:
    pat, ana, cleo = await library.cast("pat", "ana", "cleo")
    await pat.says("ask", "Hello?")
    await ana.hears("Hello?", by="patron-")
    await cleo.hears("Hello?", by="patron-")


async def test_a_transfer_to_another_desk_takes_the_history_along(library: Library) -> None:
    pat, ana, cleo = await library.cast("pat", "ana", "cleo")
    await pat.says("ask", "May I copy it?")
    await ana.hears("May I copy it?")
    await ana.replies("Let me see.")
    await pat.hears("Let me see.")

    await ana.replies("!note out of copyright, I think")
    await ana.hears("Note kept")
    await ana.replies("!transfer law a question of rights")
    await ana.hears("Passed on to Law library")
    await pat.hears("Ana is passing you on to Law library")
    offer = await cleo.hears("a question of rights", by="patron-")
    for words in ("May I copy it?", "Let me see.", "out of copyright"):
        assert words in offer.text

    await cleo.replies("Yes, you may.")
    await pat.hears("Cleo is here")
    await pat.hears("Yes, you may.", by="ask@")
    await pat.hears_nothing(containing="out of copyright")


async def test_a_transfer_to_a_colleague(library: Library) -> None:
    pat, ana, ben, cleo = await library.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "And in Latin?")
    await ana.hears("Latin")
    await ben.hears("Latin")
    await ana.replies("Salve!")
    await pat.hears("Salve!")

    await ana.replies("!transfer cleo")
    await pat.hears("Ana is passing you on to Cleo")
    await cleo.hears("Latin", by="patron-")
    await cleo.replies("Ave!")
    await pat.hears("Ave!")
    await ben.hears_nothing(containing="Ave")


@HASTE
async def test_a_librarian_who_vanishes_is_replaced(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Are you there?")
    await ana.hears("Are you there?")
    await ben.hears("Are you there?")
    await ana.replies("I am here.")
    await pat.hears("I am here.")
    await ben.hears("Ana has this one")

    ana.loses_connection()
    await pat.hears("We cannot reach Ana at the moment")
    offer = await ben.hears("Are you there?", by="patron-")
    assert "I am here." in offer.text
    await ben.replies("Now I am.")
    await pat.hears("Now I am.")
