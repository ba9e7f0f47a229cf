"""Reason 6, "students want it at 2 AM": the truth at once, and a fair deal in the morning."""

import pytest

from imref.demo.library import FAQ
from imref.desk.model import SessionState

from .clocked import ClockedLibrary

OPEN = pytest.mark.settings(hours={"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}})


@OPEN
async def test_a_night_and_the_morning_after(clocked: ClockedLibrary) -> None:
    """Three questions at night: one is taken back, one waits awake, one sleeps; none is lost."""
    await clocked.until("Tuesday 02:00")
    pat, pam, pip = await clocked.cast("pat", "pam", "pip")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("is closed now and opens today at 9:00. Your question is kept; it is the first")
    await pam.says("ask", "Is there research on reading aloud?")
    await pam.hears("it is number 2 in line")
    await pip.says("ask", "Never mind, can I renew by phone?")
    await pip.hears("it is number 3 in line")
    await pip.says("ask", "cancel")
    await pip.hears("Good-bye")
    await pam.goes_offline()
    await clocked.restarts()

    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("08:59")
    await ana.hears_nothing(by="patron-")
    await clocked.passes(minutes=1)
    first, second = (ana, ben) if ana.heard("1923 map") else (ben, ana)
    await first.hears("1923 map", by="patron-")
    await second.hears("reading aloud", by="patron-")  # one each, and nobody gets a burst
    await first.hears("They are there now")
    await pat.hears("is here and is looking at your question")
    await first.replies("In the map room.")
    await pat.hears("In the map room.")

    await clocked.passes(minutes=1)
    await second.hears("They are not there now, so this is yours to answer until today at 18:00")


@OPEN
async def test_the_morning_deal_stays_within_everybodys_limit(clocked: ClockedLibrary) -> None:
    await clocked.until("Tuesday 02:00")
    pat, pam, pip, ana = await clocked.cast("pat", "pam", "pip", "ana")
    await ana.says("ask", "!limit 1")
    for number, patron in enumerate((pat, pam, pip), 1):
        await patron.says("ask", f"Night question {number}")
        await patron.hears("Your question is kept")

    await clocked.until("09:00")
    await ana.hears("Night question 1")
    await ana.replies("An answer")
    await pat.hears("An answer")
    await clocked.passes(minutes=3)
    await ana.hears_nothing(containing="Night question 2")
    await ana.replies("!close")
    await ana.hears("Closed")
    await ana.hears("Night question 2")
    await clocked.passes(seconds=30)
    await ana.hears_nothing(containing="Night question 3")


@OPEN
async def test_rehearsing_at_night_is_possible(clocked: ClockedLibrary) -> None:
    await clocked.until("Sunday 02:00")
    pat, ana = await clocked.cast("pat", "ana")
    await ana.says("ask", "!practice")
    await ana.hears("Rehearsal: Ask a librarian: a question")
    await pat.says("ask", "A real question")
    await pat.hears("it is the first in line")
    kept = [one for one in clocked.room.sessions.values() if one.state is SessionState.HELD]
    assert [one.practice for one in kept] == [False]


@pytest.mark.settings(
    hours={"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}}, faq=str(FAQ)
)
async def test_the_librarys_own_pages_answer_at_night(clocked: ClockedLibrary) -> None:
    """An answer can be had at once, it never claims to be a person's, and the question counts."""
    (pat,) = await clocked.cast("pat")
    await clocked.until("Tuesday 02:00")
    await pat.says("ask", "How can I renew my books?")
    told = await pat.hears("Your question is kept")
    assert "1. How do I renew what I have borrowed?" in told.text
    await pat.says("ask", "1")
    page = await pat.hears("From our help pages: How do I renew what I have borrowed?")
    assert "Did this answer your question?" in page.text
    await pat.says("ask", "yes")
    await pat.hears("off the list")

    (ana,) = await clocked.cast("ana")
    await clocked.until("09:01")
    await ana.hears_nothing(by="patron-")
    (session,) = clocked.room.sessions.values() or [None]
    assert session is None or session.state is SessionState.CLOSED
