"""Reason 5, "no agreement on what takes long": a promise has an owner, a time and an answer."""

import pytest

from .clocked import ClockedLibrary

LIBRARY = pytest.mark.settings(
    hours={"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}},
    desks={"ask": {"supervisors": ["cleo"]}},
)


@LIBRARY
async def test_an_answer_comes_days_later_in_the_same_window(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Which church is on the 1923 map?")
    alias = (await ana.hears("1923 map")).peer
    await ben.hears("1923 map")
    await ana.replies("I have to look at the original.")
    await pat.hears("look at the original")
    await ana.replies("!followup Wednesday 17:00 find the 1923 map")
    told = await pat.hears("Ana will answer here by Wednesday at 17:00.", by="ask@")
    assert "find the" not in told.text  # what is written down for staff stays with staff

    await pat.goes_offline()
    await clocked.until("Tuesday 15:00")
    await clocked.restarts()
    await ana.says("ask", "!followups")
    await ana.hears("find the 1923 map")
    await ana.says(alias, "It is the old St Mary's.")
    await ana.hears("Sent; if they are away they read it when they are back.")
    await clocked.passes(hours=3)
    await pat.comes_online()
    await pat.hears("It is the old St Mary's.", by="ask@")

    await ana.says(alias, "!done")
    await ana.hears("Done, in time.")
    await clocked.passes(hours=1)
    assert not clocked.room.followups  # and with the promise, the link to the address is gone
    assert clocked.room.patron(pat.address, "ask") is None


@LIBRARY
async def test_a_promise_is_not_forgotten(clocked: ClockedLibrary) -> None:
    """Its owner is reminded before it is due and once after; then the supervisors hear."""
    pat, ana, ben, cleo = await clocked.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "Which church is on the 1923 map?")
    await ana.hears("1923 map")
    await ana.replies("I have to look.")
    await pat.hears("I have to look.")
    await ana.replies("!followup tomorrow 15:00 the church")
    await pat.hears("by tomorrow at 15:00")

    await clocked.until("Tuesday 14:05")
    await ana.hears("You have promised an answer here by today at 15:00: the church.")
    await clocked.until("15:05")
    await ana.hears("The answer here was promised by today at 15:00: the church.")
    await cleo.hears_nothing(containing="the church")
    await clocked.until("16:05")
    raised = await cleo.hears("has not written: the church.")

    number = raised.text.partition("patron-")[2].partition(" ")[0]
    await cleo.says("ask", f"!hand {number} ben she is ill")
    await ben.hears("hands you a promise")
    await pat.hears("Ben will answer you instead of Ana")
    await ben.replies("It is St Mary's.")
    await pat.hears("It is St Mary's.")


@LIBRARY
async def test_the_patron_may_need_it_sooner(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await pat.says("ask", "Which church is on the 1923 map?")
    await ana.hears("1923 map")
    await ana.replies("I have to look.")
    await pat.hears("I have to look.")
    await ana.replies("!followup Friday 12:00 the church")
    await pat.hears("by Friday at 12:00")
    await pat.says("ask", "sooner")
    await pat.hears("knows now that you need it sooner")
    await ana.hears("They need it sooner than Friday at 12:00")
    await ana.replies("!postpone tomorrow 10:00 I will ask the archive today.")
    await pat.hears("by tomorrow at 10:00")
