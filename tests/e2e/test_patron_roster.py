"""A patron who has the desk in their roster sees whether it is worth asking now."""

import pytest

from .cast import Actor
from .clocked import ClockedLibrary

OPEN = pytest.mark.settings(
    hours={"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}},
    desks={"ask": {"tiers": [["ana"]]}},
)
DESK = "ask@ref.library.example"


def asks_to_see_the_desk(patron: Actor, kind: str = "subscribe") -> None:
    """Put the desk into the roster, or take it out again, as a client does."""
    device = next(iter(patron.devices.values()))
    device.send_presence(pto=DESK, ptype=kind)


@OPEN
async def test_a_patron_sees_the_desk_staffed_deserted_and_closed(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await clocked.settles()
    asks_to_see_the_desk(pat)
    shown = await pat.sees_presence("available", by="ask@")
    assert shown.note == "Open until 18:00, nobody waiting"

    await ana.shows("away")
    shown = await pat.sees_presence("away", by="ask@")
    assert shown.note == "Open until 18:00; nobody is at the desk just now, questions are kept"
    await ana.shows("available")
    await pat.sees_presence("available", by="ask@")

    await clocked.until("18:00")
    shown = await pat.sees_presence("xa", by="ask@")
    assert shown.note == "Closed; opens tomorrow at 9:00"

    await clocked.restarts()  # who has it in a roster is remembered
    await pat.sees_presence("unavailable", by="ask@")
    await pat.sees_presence("xa", by="ask@")
    await clocked.until("09:00")
    await pat.sees_presence("available", by="ask@")

    asks_to_see_the_desk(pat, "unsubscribe")
    await pat.sees_presence("unavailable", by="ask@")
    await clocked.settles()
    pat.forgets()
    await clocked.until("18:00")
    await ana.sees_presence("xa", by="ask@")
    await pat.settles()
    assert [line.text for line in pat.script.lines if line.peer == DESK][-1] == "unavailable"


@OPEN
async def test_staff_are_signed_off_after_closing_and_on_again_in_the_morning(
    clocked: ClockedLibrary,
) -> None:
    (ana,) = await clocked.cast("ana")
    await clocked.until("18:05")
    await ana.hears("has closed, so you are off duty; your presence counts again tomorrow at 9:00.")
    await clocked.until("09:00")
    (pat,) = await clocked.cast("pat")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("Where is the 1923 map?", by="patron-")
