"""A night on a real server: the truth at once, a help page, and a fair deal in the morning."""

import time

import pytest

from .clocked import ClockedLibrary
from .conftest import Library

NIGHTS = pytest.mark.settings(
    hours={"zone": "Europe/Berlin", "weekly": {"mon-sun": "9:00-18:00"}},
    timings={"there": 30, "deal": 60},
)


@NIGHTS
async def test_a_night_and_the_morning_after(clocked: ClockedLibrary) -> None:
    await clocked.until("Tuesday 02:00")
    pat, pam = await clocked.cast("pat", "pam")
    await pat.says("ask", "How do I renew my books?")
    told = await pat.hears("closed now and opens today at 9:00")
    assert "Your question is kept; it is the first in line." in told.text
    assert "1. How do I renew what I have borrowed?" in told.text
    await pam.says("ask", "Which treaties did Westphalia sign with Sweden?")
    told = await pam.hears("it is number 2 in line")
    assert "help pages" not in told.text

    await pat.says("ask", "1")
    page = await pat.hears("From our help pages: How do I renew what I have borrowed?")
    assert "choose *Loans*, then *Renew all*" in page.text
    assert "Your account: https://library.example/account" in page.text
    await pat.says("ask", "no")
    await pat.hears("Your question is kept; it is the first in line.")
    await pam.goes_offline()

    await clocked.restarts()
    await clocked.until("08:50")
    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("08:59")
    await ana.hears_nothing(containing="renew")

    await clocked.until("09:00")
    await pat.hears("is looking at your question: “How do I renew my books?”")
    (hers,) = (one for one in (ana, ben) if one.heard("How do I renew my books?"))
    (his,) = (one for one in (ana, ben) if one is not hers)
    await hers.hears("a question kept for")
    await hers.hears("They are there now.")  # pat's client has acknowledged it
    await hers.replies("Twice more, in your account.")
    await pat.hears("Twice more, in your account.")

    await his.hears("Westphalia")  # pam is offline
    await clocked.passes(seconds=31)
    await his.hears("this is yours to answer until today at 18:00")
    await pam.comes_online()
    await pam.hears("will write the answer in this window; you can expect it by today at 18:00")


@NIGHTS
async def test_a_help_page_settles_it_and_nobody_is_troubled(clocked: ClockedLibrary) -> None:
    await clocked.until("02:00")
    (pat,) = await clocked.cast("pat")
    await pat.says("ask", "whats the wifi password")
    await pat.hears("1. Wi-Fi")
    await pat.says("ask", "1")
    await pat.hears("eduroam")
    await pat.says("ask", "thanks")
    await pat.hears("Your question is off the list")
    await clocked.until("08:59")
    (ana,) = await clocked.cast("ana")
    await clocked.until("09:02")
    await ana.hears_nothing(containing="wifi")


@NIGHTS
async def test_a_night_has_many_patrons_and_the_morning_no_burst(clocked: ClockedLibrary) -> None:
    await clocked.until("03:00")
    names = ("pat", "pam", "pip")
    for name in names:
        (patron,) = await clocked.cast(name)
        await patron.says("ask", f"The question of {name}: is there a map of Saxony?")
        await patron.hears("Your question is kept")
    await clocked.until("08:59")
    (ana,) = await clocked.cast("ana")
    await clocked.until("09:00")
    await ana.hears("The question of pat")
    assert len(ana.heard("The question of")) == 1
    await ana.replies("There is.")
    await clocked.passes(seconds=58)
    await ana.hears_nothing(containing="The question of")
    await clocked.passes(seconds=5)
    await ana.hears("The question of pam")
    await ana.hears_nothing(containing="The question of pip")


CLOSED = pytest.mark.settings(hours={"zone": "Europe/Berlin", "weekly": {"mon-sun": "closed"}})


@CLOSED
async def test_the_service_answers_within_a_second(library: Library) -> None:
    (pat,) = await library.cast("pat")
    for question, page in (("how do i print", "How do I print?"), ("lost my card", "lost my card")):
        asked = time.time()
        await pat.says("ask", question)
        told = await pat.hears(page)
        assert told.at - asked < 1.0
        await pat.says("ask", "cancel")
        await pat.hears("Good-bye")
