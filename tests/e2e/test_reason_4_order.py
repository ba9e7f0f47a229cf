"""Reason 4, "no agreement on walk-ins and the phone": two keystrokes, and everybody knows."""

import pytest

from .clocked import ClockedLibrary

DESK_FIRST = pytest.mark.settings(
    desks={"ask": {"order": ["walk_in", "phone", "im"]}},
)
MESSAGES_TOO = pytest.mark.settings(desks={"ask": {"order": "first_come"}})


@DESK_FIRST
async def test_somebody_comes_to_the_desk(clocked: ClockedLibrary) -> None:
    """Routing, the patron's wording and the figures all follow one word."""
    pat, pam, ana, ben = await clocked.cast("pat", "pam", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ana.replies("One moment.")
    await pat.hears("One moment.")

    await ana.replies("!walkin 5")
    await pat.hears("Ana is with somebody at the desk, about 5 min.", by="ask@")
    await ana.hears("Nothing new is offered to you until !back.")
    await pam.says("ask", "And who helps me?")
    await ben.hears("And who helps me?", by="patron-")
    await ana.hears_nothing(containing="And who helps me?")

    await clocked.passes(minutes=5, seconds=10)
    await ana.hears("Are you back? !back")
    await ana.replies("!back")
    await pat.hears("Ana is back.")
    await ana.says("ask", "!tally walkin directional 3")
    await ana.hears("Noted: 3 ×")


@DESK_FIRST
async def test_it_takes_longer_than_the_limit(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ana.replies("One moment.")
    await pat.hears("One moment.")
    await ana.replies("!walkin 15")
    await pat.hears("Write colleague if you would rather have somebody else.")
    await pat.says("ask", "colleague")
    await pat.hears("asking a colleague of Ana")
    await ben.hears("1923 map")
    await ben.replies("In the map room.")
    await pat.hears("In the map room.")


@DESK_FIRST
async def test_whoever_waits_reads_the_order_in_the_librarys_words(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await ana.says("ask", "!phone")
    await ana.hears("Noted: on the phone")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("People at the desk come first, then the phone, then messages.")
    await ana.hears_nothing(containing="1923 map")
    await ana.says("ask", "!back")
    await ana.hears("1923 map", by="patron-")


@DESK_FIRST
async def test_a_status_in_ones_own_client_is_understood(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await ana.shows("away", "at the desk till 10:20")
    await ana.hears("Noted: with somebody at the desk")
    await pat.says("ask", "Where is the 1923 map?")
    await ben.hears("1923 map")
    await ana.hears_nothing(containing="1923 map")


@MESSAGES_TOO
async def test_first_come_asks_the_engaged_when_nobody_else_can(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await ana.says("ask", "!walkin")
    await ana.hears("only when nobody else can answer")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
