"""Reason 3, "no agreement on hours": the desk keeps its hours by itself, and says so everywhere.

A library in Berlin, open from Monday to Friday, 9 to 18.
"""

from datetime import UTC, datetime

import pytest

from .clocked import ClockedLibrary

WEEK = {"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}}
OPEN = pytest.mark.settings(
    hours={**WEEK, "exceptions": {"2026-03-04": "closed"}},
    desks={"ask": {"supervisors": ["cleo"]}},
)


@OPEN
async def test_a_day_at_the_desk(clocked: ClockedLibrary) -> None:
    """Monday: the roster says until when; closing is graceful; the next days are as agreed."""
    pat, ana = await clocked.cast("pat", "ana")
    shown = await ana.sees_presence("available", by="ask@")
    while "18:00" not in shown.note:
        shown = await ana.sees_presence("available", by="ask@")
    assert shown.note == "Open until 18:00, nobody waiting"

    await pat.says("ask", "hours")
    told = await pat.hears("Ask a librarian is open now, until 18:00.", by="ask@")
    assert "Wed: closed" in told.text

    await clocked.until("17:58")
    await pat.says("ask", "I need the 1923 map until tomorrow.")
    await ana.hears("1923 map")
    await ana.replies("Let me look.")
    await pat.hears("Let me look.")

    await clocked.until("18:00")
    closed = await ana.sees_presence("xa", by="ask@")
    assert closed.note == "Closed; opens tomorrow at 9:00"
    await clocked.passes(minutes=2)
    await pat.says("ask", "Have you found it?")  # a conversation goes on past closing
    await ana.hears("Have you found it?")
    await ana.replies("Yes, it is online.")
    await pat.hears("Yes, it is online.")
    await ana.replies("!close")
    await pat.hears("has ended the conversation")

    await clocked.until("18:10")
    await ana.says("ask", "!status")
    await ana.hears("Duty: signed off")  # and nobody had to think of it
    await clocked.until("Tuesday 09:00")
    await ana.says("ask", "!status")
    await ana.hears("Duty: on duty")


@OPEN
async def test_open_and_nobody_there_is_an_alarm_and_not_a_stream(clocked: ClockedLibrary) -> None:
    await clocked.until("Tuesday 08:55")
    (cleo,) = await clocked.cast("cleo")
    await cleo.says("ask", "!off")
    await cleo.hears("You are off duty")
    cleo.forgets()  # nobody was there on Monday either
    before = len(cleo.heard("nobody has been on duty"))
    await clocked.until("09:04")
    await cleo.hears_nothing(containing="nobody has been on duty")

    await clocked.until("09:06")
    await cleo.hears("Ask a librarian is open, and nobody has been on duty there for 5 min")
    await clocked.until("12:00")
    assert len(cleo.heard("nobody has been on duty")) == before + 1

    await clocked.cast("ana")
    await cleo.hears("Somebody is on duty at Ask a librarian again.")


@OPEN
async def test_nine_o_clock_is_nine_o_clock_when_the_clocks_change(clocked: ClockedLibrary) -> None:
    """On Sunday, 29 March, an hour is missing: Monday still begins at 9:00 on the wall."""
    pat, ana = await clocked.cast("pat", "ana")
    await clocked.until("2026-03-28 20:00")
    await pat.says("ask", "hours")
    await pat.hears("is closed now and opens Monday at 9:00.")

    await clocked.until("2026-03-30 08:59")
    ana.forgets()
    await clocked.passes(minutes=1)
    opened = await ana.sees_presence("available", by="ask@")
    assert opened.note == "Open until 18:00, nobody waiting"
    now = datetime.fromtimestamp(clocked.clock(), UTC)
    assert f"{now:%A %H:%M}" == "Monday 07:00"  # a week before it was 08:00


@OPEN
async def test_a_dated_exception_closes_the_desk(clocked: ClockedLibrary) -> None:
    (ana,) = await clocked.cast("ana")
    await clocked.until("Wednesday 10:00")
    ana.forgets()
    await ana.shows("away")
    await ana.shows("available")
    await clocked.settles()
    (pat,) = await clocked.cast("pat")
    await pat.says("ask", "hours")
    await pat.hears("is closed now and opens tomorrow at 9:00.")
