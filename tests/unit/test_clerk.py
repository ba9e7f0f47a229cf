"""Errands are run beside the loop, and what comes of them is heard."""

import asyncio
import logging

import pytest

from imref.clerk import Clerk
from imref.desk.errands import CountFigures, Figures, SendMail
from imref.desk.events import Event, FiguresCounted
from imref.desk.records import Mail

ASKED = CountFigures("ana", 0.0, "ask")
MAIL = SendMail(Mail(1, 1, 1001, "ana", "pat@home.example", "Your question", "Yes.", 0.0))


def nothing_comes_of_it(event: Event) -> None:
    pytest.fail(f"came of it: {event}")


async def count(errand: CountFigures) -> Event:
    return FiguresCounted(errand, Figures(answered=3))


async def test_what_comes_of_an_errand_is_heard() -> None:
    heard: asyncio.Queue[Event] = asyncio.Queue()
    clerk = Clerk({CountFigures: count})
    clerk.run(ASKED, heard.put_nowait)
    assert heard.empty()
    assert await heard.get() == FiguresCounted(ASKED, Figures(answered=3))


async def test_an_errand_that_fails_is_logged_and_hurts_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fail(errand: SendMail) -> Event:
        raise OSError("no such host")

    heard: asyncio.Queue[Event] = asyncio.Queue()
    clerk = Clerk({SendMail: fail, CountFigures: count})
    clerk.run(MAIL, heard.put_nowait)
    clerk.run(ASKED, heard.put_nowait)
    assert isinstance(await heard.get(), FiguresCounted)
    assert "SendMail" in caplog.text
    assert "Yes." not in caplog.text


async def test_an_errand_that_nobody_can_run_is_left(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    Clerk({}).run(MAIL, nothing_comes_of_it)
    assert "SendMail" in caplog.text


async def test_what_is_under_way_ends_with_the_clerk() -> None:
    begun = asyncio.Event()

    async def take_for_ever(errand: SendMail) -> Event:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    clerk = Clerk({SendMail: take_for_ever})
    clerk.run(MAIL, nothing_comes_of_it)
    await begun.wait()
    async with asyncio.timeout(20):
        await clerk.close()
