"""Rosters: no prompt where staff and desks share one; else one for the desk, never one a patron."""

import pytest

from imref.demo.script import Kind

from .cast import Actor
from .conftest import Library

NOT_IN_THE_ROSTER = {
    "desks": {"ask": {"title": "Ask a librarian", "tiers": [["pip"]]}},
    "staff": {"pip": {"address": "pip@library.example", "screen_name": "Pip"}},
}


def prompts(actor: Actor) -> list[str]:
    """Who has asked this person to be let see their presence."""
    lines = actor.script.lines
    return [line.peer for line in lines if line.kind is Kind.PRESENCE and line.text == "subscribe"]


async def test_nobody_in_a_shared_roster_is_ever_asked_for_anything(library: Library) -> None:
    ana, pat = await library.cast("ana", "pat")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("map room")
    await library.service.restart()
    await ana.sees_presence("available", by="ask@")
    await pat.settles()
    assert prompts(ana) == []
    assert prompts(pat) == []


@pytest.mark.settings(**NOT_IN_THE_ROSTER)
async def test_somebody_outside_it_is_asked_once_for_the_desk(library: Library) -> None:
    pip, pat = await library.cast("pip", "pat")
    await pip.sees_presence("subscribe", by="ask@")
    device = next(iter(pip.devices.values()))
    device.send_presence(pto="ask@ref.library.example", ptype="subscribed")
    await pat.says("ask", "Where is the 1923 map?")
    await pip.hears("1923 map", by="patron-")
    await pip.replies("In the map room.")
    await pat.hears("map room")
    await library.service.restart()
    await pat.says("ask", "And which floor?")
    await pip.hears("which floor", by="patron-")
    assert prompts(pip) == ["ask@ref.library.example"]
    # The server outlives the scene: in the next one Pip is a patron again.
    device.send_presence(pto="ask@ref.library.example", ptype="unsubscribed")
