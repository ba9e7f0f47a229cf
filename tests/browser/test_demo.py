"""The demo, as a newcomer meets it: they open the page that it names, ask, and are answered."""

import asyncio
import re
import sys
from pathlib import Path

from playwright.async_api import Browser

from imref.demo.child import Child

from .visits import Visits, shot

ADDRESS = re.compile(r"The library's page: (\S+)")
PATIENCE = 90.0
"""Seconds that the demo's scene and a busy machine may take."""


def printed(log: Path) -> str:
    return log.read_text(encoding="utf-8")


async def said(log: Path, what: re.Pattern[str]) -> str:
    """Wait until the demo has printed something; gives its first group, or all of it."""
    async with asyncio.timeout(PATIENCE):
        while (found := what.search(printed(log))) is None:  # noqa: ASYNC110 - a file tells nobody
            await asyncio.sleep(0.05)
    return found[found.re.groups]


async def test_a_newcomer_asks_on_the_page_and_is_answered(
    chromium: Browser, tmp_path: Path
) -> None:
    log = tmp_path / "demo.log"
    demo = Child((sys.executable, "-u", "-m", "imref", "demo"), log)
    demo.start()
    visits = Visits(chromium)
    try:
        address = await said(log, ADDRESS)
        await said(log, re.compile("Ctrl-C ends everything"))
        page = await visits(address)
        page.set_default_timeout(PATIENCE * 1000)
        await page.get_by_label("Your question").fill("Where is the 1923 map of the harbour?")
        await page.get_by_role("button", name="Send the question").click()
        await page.get_by_text("I am only a script of the demo").wait_for()
        await page.get_by_role("textbox", name="Write a message").fill("How do I answer myself?")
        await page.keyboard.press("Enter")
        await page.get_by_text("log in as Ana with a Jabber client").wait_for()
        await shot(page, "demo")
    finally:
        await visits.end()
        print(printed(log))
        code = await demo.stop(grace=30)
    assert code == 0
    assert visits.complaints == []
