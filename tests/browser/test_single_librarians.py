"""Figures of single librarians on the dashboard: to whom they are shown, and how they look."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from imref.demo.server import PrivateServer

from .board import LIVED, live_through, logged_in, look
from .library import WebLibrary
from .visits import PHONE, Visits

FIGURES = re.compile(r"Ana\s*\d+\s*\d+ s\s*\d+ h\s*\d+ / \d+ / \d+")
"""What the table says of one: answered, the median wait, hours on duty, and promises."""


def agreed(who: str) -> Mapping[str, Any]:
    """The config under which the figures of single librarians are shown to ``who``."""
    return {**LIVED, "figures": {"per_person": who}}


@pytest.fixture
def lived(server: PrivateServer, tmp_path: Path) -> None:
    """Some made-up weeks in the store, before imref starts; named before the library."""
    live_through(server, tmp_path, weeks=5)


@pytest.mark.settings(**agreed("supervisors"))
async def test_a_supervisor_sees_everybody_at_the_desk(
    lived: None, library: WebLibrary, visits: Visits
) -> None:
    cleo, ana = await library.cast("cleo", "ana")
    page = await logged_in(cleo, library, visits)
    await page.goto(f"{library.address}/dashboard/figures?desk=ask")
    table = colleagues(page).get_by_role("table")
    await expect(table.get_by_role("rowheader")).to_have_text(["Ana", "Ben"])
    line = table.get_by_role("row", name="Ana")
    await expect(line).to_have_text(FIGURES)
    await expect(own(page).get_by_role("row", name="Cleo")).to_be_visible()
    about_ana = await counted(line)
    await colleagues(page).scroll_into_view_if_needed()
    await look(page, "people")
    await page.emulate_media(color_scheme="dark")
    await look(page, "people-dark")

    small = await logged_in(cleo, library, visits, **PHONE)
    await small.goto(f"{library.address}/dashboard/figures?desk=ask")
    await expect(colleagues(small)).to_be_visible()
    assert await small.evaluate("document.documentElement.scrollWidth") == 375
    await colleagues(small).scroll_into_view_if_needed()
    await look(small, "people-phone")

    await page.goto(f"{library.address}/dashboard/figures")
    await expect(own(page)).to_be_visible()
    await expect(colleagues(page)).to_have_count(0)  # she serves at law, and supervises nobody

    hers = await logged_in(ana, library, visits)
    await sees_nobody_else(hers, library)
    assert await counted(own(hers).get_by_role("row", name="Ana")) == about_ana
    await own(hers).scroll_into_view_if_needed()
    await look(hers, "people-own")


@pytest.mark.settings(**agreed("self"))
async def test_a_supervisor_sees_only_herself_where_that_is_agreed(
    lived: None, library: WebLibrary, visits: Visits
) -> None:
    (cleo,) = await library.cast("cleo")
    page = await logged_in(cleo, library, visits)
    await sees_nobody_else(page, library)
    await expect(own(page)).to_be_visible()


@pytest.mark.settings(**agreed("nobody"))
async def test_nobody_sees_anybody_where_that_is_agreed(
    lived: None, library: WebLibrary, visits: Visits
) -> None:
    cleo, ana = await library.cast("cleo", "ana")
    for who in (cleo, ana):
        page = await logged_in(who, library, visits)
        await sees_nobody_else(page, library)
        await expect(own(page)).to_have_count(0)
    await look(page, "people-nobody")


async def sees_nobody_else(page: Page, library: WebLibrary) -> None:
    """Make sure that there are figures of the desk, and no colleague by name."""
    await page.goto(f"{library.address}/dashboard/figures?desk=ask")
    await expect(page.get_by_text(re.compile("questions came in the last"))).to_be_visible()
    await expect(colleagues(page)).to_have_count(0)
    await expect(page.get_by_text("Ben", exact=True)).to_have_count(0)


async def counted(line: Locator) -> list[str]:
    """What a line says of somebody, but for their time on duty, which goes on."""
    answered, wait, _on_duty, promises = await line.get_by_role("cell").all_inner_texts()
    return [answered, wait, promises]


def colleagues(page: Page) -> Locator:
    """The section with the table of single colleagues."""
    return section(page, "Your colleagues, one by one")


def own(page: Page) -> Locator:
    """The section of one's own figures."""
    return section(page, "Yours")


def section(page: Page, heading: str) -> Locator:
    """The section under a heading."""
    there = page.get_by_role("heading", name=heading, exact=True)
    return page.locator("main section").filter(has=there)
