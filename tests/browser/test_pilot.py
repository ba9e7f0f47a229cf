"""The pilot on the dashboard, as a supervisor follows it: targets, so far, verdict."""

import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from imref.demo.server import PrivateServer
from imref.pilot.agreed import agree
from imref.pilot.targets import parse_all
from imref.store.pilots import PilotRow, add_pilot

from .board import LIVED, live_through, logged_in, shot_of_all
from .library import WebLibrary
from .visits import PHONE, Visits, axe

DAY = 86_400.0
TARGETS = (
    "asked >= 5",
    "asked >= 100000",
    "answered within 60 s >= 80 %",
    "closed-hours share < 30 %",
    "follow-ups kept share >= 90 %",
    "READ 5+ share < 10 %",
    "coverage >= 95 %",
    "median wait <= 30 s",
)
ASKED_ENOUGH, TOO_MANY = TARGETS[:2]


@pytest.fixture
def piloted(server: PrivateServer, tmp_path: Path) -> Path:
    """The store of a library whose one pilot is half way, and whose other is over."""
    live_through(server, tmp_path, weeks=6)
    database, now = tmp_path / "imref.sqlite", time.time()
    for desk, began, ends in (("law", -35, -7), ("ask", -14, 14)):
        add_pilot(database, partial(_agreed, desk, now + began * DAY, now + ends * DAY))
    return database


def _agreed(desk: str, begins: float, ends: float, kept: list[PilotRow]) -> PilotRow:
    """A pilot whose targets were set on the day before it began."""
    targets = parse_all(TARGETS)
    return agree(kept, targets, desk=desk, made=begins - DAY, started=begins, until=ends)


@pytest.mark.settings(**LIVED)
async def test_a_supervisor_sees_how_it_stands_and_how_it_ended(
    piloted: Path, library: WebLibrary, visits: Visits
) -> None:
    (cleo,) = await library.cast("cleo")
    page = await logged_in(cleo, library, visits)
    await page.get_by_role("link", name="Pilot").click()
    await stands_as_it_does(page)
    await shot_of_all(page, "pilot")
    assert await axe(page) == []

    await page.emulate_media(color_scheme="dark")
    await shot_of_all(page, "pilot-dark")
    assert await axe(page) == []

    tampered = f"update pilots set until = until + {DAY} where desk = 'ask'"
    with closing(sqlite3.connect(piloted)) as store, store:
        store.execute(tampered)
    await page.reload()
    await expect(pilot(page, "so far").get_by_text("This page proves nothing.")).to_be_visible()
    await expect(pilot(page, "verdict").get_by_text("nothing has been changed")).to_be_visible()
    await shot_of_all(page, "pilot-broken")
    assert await axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.settings(**LIVED)
async def test_the_pilot_on_a_phone(
    piloted: Path, library: WebLibrary, visits: Visits, scheme: str
) -> None:
    (cleo,) = await library.cast("cleo")
    page = await logged_in(cleo, library, visits, **PHONE, color_scheme=scheme)
    await page.goto(f"{library.address}/dashboard/pilot")
    await stands_as_it_does(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == 375
    await shot_of_all(page, f"pilot-phone-{scheme}")
    assert await axe(page) == []


async def stands_as_it_does(page: Page) -> None:
    """Make sure that a page says of both pilots what is so."""
    so_far, verdict = pilot(page, "so far"), pilot(page, "verdict")
    await expect(so_far.get_by_role("heading")).to_have_text("Pilot of Ask a librarian: so far")
    await expect(verdict.get_by_role("heading")).to_have_text("Pilot of Law library: verdict")
    for target in TARGETS:
        await expect(line(so_far, target)).to_have_count(1)
    await expect(line(so_far, ASKED_ENOUGH)).to_have_class("good")
    await expect(line(so_far, TOO_MANY)).to_have_text("open")
    await expect(line(verdict, ASKED_ENOUGH)).to_have_text("met")
    await expect(line(verdict, TOO_MANY)).to_have_text("not met")
    await expect(line(verdict, TOO_MANY)).to_have_class("bad")


def pilot(page: Page, kind: str) -> Locator:
    """The section of the one that runs, or of the one that is over."""
    return page.locator("main section").filter(has=page.get_by_role("heading", name=kind))


def line(section: Locator, target: str) -> Locator:
    """How a target stands, in a word."""
    return section.locator("dt").filter(has_text=target).locator("span")
