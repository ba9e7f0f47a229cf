"""People with a browser: each visit has cookies, storage and a window of its own."""

import json
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page

from imref.demo.people import PATIENCE

SHOTS = Path(__file__).with_name("screenshots")
AXE = Path(__file__).parents[2] / "widget/node_modules/axe-core/axe.min.js"

PHONE: dict[str, Any] = {
    "viewport": {"width": 375, "height": 667},
    "has_touch": True,
    "is_mobile": True,
}
"""What to visit with for a phone: `await visits(url, **PHONE)`."""


class Visits:
    """Opens pages for people, and remembers what the browser complains of."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    async def __call__(self, url: str, **options: Any) -> Page:
        """Somebody new opens a page. ``options`` are those of Playwright's ``new_context``."""
        context = await self._browser.new_context(**{"locale": "en-GB", **options})
        context.set_default_timeout(PATIENCE * 1000)
        self._contexts.append(context)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", self._console)
        page = await context.new_page()
        await page.goto(url)
        return page

    async def end(self) -> None:
        """Everybody closes their browser."""
        for context in self._contexts:
            await context.close()
        self._contexts.clear()

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.complaints.append(message.text)


async def shot(page: Page, name: str) -> Path:
    """Keep a picture of what is in the window; gives where."""
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{name}.png"
    await page.screenshot(path=path)
    return path


async def axe(page: Page) -> list[str]:
    """What axe-core finds wrong with the page for people with disabilities, at any level.

    It is run as the browser's own tools run code, to which the page's policy does not apply.
    """
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found = await page.evaluate("axe.run({resultTypes: ['violations', 'incomplete']})")
    return [
        f"{each['id']} ({each['impact']}): {each['help']}: "
        + json.dumps([node["target"] for node in each["nodes"]])
        for each in found["violations"]
    ]
