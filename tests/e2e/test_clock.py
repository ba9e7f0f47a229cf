"""Hours in a second: what time alone brings about, on a real server, with a clock that is moved."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .clocked import Clock, ClockedLibrary


async def test_a_waiting_patron_is_reassured(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("your question has reached")
    await ana.hears("1923 map")

    await clocked.passes(seconds=35)
    await ana.hears("still waiting")
    await pat.hears_nothing(containing="still looking")
    await clocked.passes(seconds=20)
    await pat.hears("We are still looking for a librarian for you. You are first in line.")

    await clocked.passes(minutes=5)
    assert len(pat.heard("We are still looking")) == 3  # after 45 s, 90 s more, 180 s more


async def test_a_patron_who_has_gone_is_asked_once_and_let_go(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")

    await clocked.passes(minutes=6, seconds=1)
    asked = await pat.hears("Is there anything else?")
    ended = await pat.hears("ending this conversation")
    await ana.hears("They did not answer any more")
    assert 100 < ended.at - asked.at < 140


async def test_a_librarian_who_says_nothing_loses_the_question(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ben.hears("1923 map")
    await ana.replies("!take")
    await ben.hears("Ana has this one")
    await pat.hears("Ana is here for you now")

    await clocked.passes(seconds=91)
    await ana.hears("You had not written yet")
    await pat.hears("Ana could not answer yet. We are looking for a colleague.")
    await ben.hears("1923 map")
    await ben.replies("In the map room.")
    await pat.hears("In the map room.")


async def test_a_night_with_a_restart_in_it(clocked: ClockedLibrary) -> None:
    (pat,) = await clocked.cast("pat")
    await clocked.until("Sunday 02:00")
    await pat.says("ask", "Is anybody up?")
    await pat.hears("Nobody is at the desk just now")

    await clocked.passes(hours=1)
    await clocked.restarts()
    await clocked.until("Monday 09:00")
    assert f"{clocked.clock.local:%A %H:%M}" == "Monday 09:00"
    (ana,) = await clocked.cast("ana")
    await ana.hears("Is anybody up?")
    await ana.replies("I am.")
    await pat.hears("I am.", by="ask@")


async def test_time_passes_while_the_service_is_down(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await pat.sees_receipt()

    await clocked.dies()
    clocked.clock.set_forward(clocked.clock.next("11:30"))
    await clocked.opens()
    await pat.hears("We had a short interruption")
    await ana.hears("waiting for 1 h")


def test_the_clock_knows_what_people_call_a_moment() -> None:
    clock = Clock(datetime(2026, 3, 27, 18, 0, tzinfo=ZoneInfo("Europe/Berlin")))

    def utc(when: str) -> str:
        return f"{datetime.fromtimestamp(clock.next(when), UTC):%m-%d %H:%M}"

    assert utc("18:30") == "03-27 17:30"
    assert utc("09:00") == "03-28 08:00"
    assert utc("Friday 17:00") == "04-03 15:00"
    assert utc("Friday 19:00") == "03-27 18:00"
    assert utc("Monday 09:00") == "03-30 07:00"  # the clocks were set forward on Sunday
    assert utc("2026-10-25 02:30") == "10-25 00:30"  # the first of the two
