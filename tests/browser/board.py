"""The dashboard in a browser: how a librarian gets in, how a page is looked at, and its past."""

import re
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from e2e.cast import Actor
from playwright.async_api import Page, expect

from imref.config import read
from imref.demo.library import write_config
from imref.demo.server import PrivateServer
from imref.demo.year import Year, fill_year
from imref.desk.agreement import Agreement

from .library import WebLibrary
from .visits import SHOTS, Visits, axe, shot

LINK = re.compile(r"https?://\S+/dashboard/enter/\S+")

LIVED: Mapping[str, Any] = {
    "hours": {"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00", "sat": "10:00-14:00"}},
    "desks": {"ask": {"supervisors": ["cleo"]}},
    "dashboard": {"transcripts": ["cleo"]},
}
"""The config of a library that has been open for a while."""


def live_through(server: PrivateServer, folder: Path, weeks: int) -> Agreement:
    """Put made-up weeks until now into the store of a scene, before imref starts."""
    with TemporaryDirectory() as elsewhere:
        agreed = read(write_config(server, Path(elsewhere), LIVED)).agreement()
    fill_year(folder / "imref.sqlite", agreed, Year(time.time(), weeks=weeks))
    return agreed


async def link_for(who: Actor, library: WebLibrary) -> str:
    """The link that comes for !dashboard, in the window of the desk."""
    await who.says(library.server.plan.desk_address("ask"), "!dashboard")
    line = await who.hears("Your dashboard: ")
    found = LINK.search(line.text)
    assert found is not None
    return found[0]


async def logged_in(who: Actor, library: WebLibrary, visits: Visits, **options: Any) -> Page:
    """A page of the dashboard, by the button behind the link."""
    page = await visits(await link_for(who, library), **options)
    await page.locator("main button").click()
    await expect(page.locator("#now")).to_be_visible()
    return page


async def shot_of_all(page: Page, name: str) -> None:
    """Keep a picture of the whole page, however long it is."""
    await page.screenshot(path=SHOTS / f"dashboard/{name}.png", full_page=True)


async def look(page: Page, name: str) -> None:
    """Keep a picture, and make sure that everybody can use the page."""
    await shot(page, f"dashboard/{name}")
    assert await axe(page) == [], name
