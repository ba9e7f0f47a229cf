"""The dashboard as librarians see it: from !dashboard in their own client to logging out."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from imref.demo.server import PrivateServer

from .board import LIVED, link_for, live_through, logged_in, look, shot_of_all
from .library import WebLibrary
from .visits import PHONE, SHOTS, Visits, axe, shot

READERS: Mapping[str, Any] = {"transcripts": ["ana"]}


@pytest.fixture
def lived(server: PrivateServer, tmp_path: Path) -> None:
    """Thirteen made-up weeks in the store, before imref starts; named before the library."""
    live_through(server, tmp_path, weeks=13)


async def test_a_librarian_gets_in_once_and_sees_who_asks(
    library: WebLibrary, visits: Visits
) -> None:
    ana, pat = await library.cast("ana", "pat")
    link = await link_for(ana, library)
    page = await visits(link)
    await expect(page).to_have_title("Open the dashboard? – Dashboard")
    await look(page, "door")
    await page.get_by_role("button", name="Open the dashboard").click()
    await expect(page).to_have_url(f"{library.address}/dashboard")
    await expect(page.get_by_role("status")).to_have_text("This page keeps itself up to date.")
    await expect(page.get_by_role("heading", name="Ask a librarian")).to_be_visible()
    await look(page, "quiet")

    await pat.says(library.server.plan.desk_address("ask"), "Where is the 1923 map?")
    await expect(page.get_by_text("1 person is waiting")).to_be_visible()
    await expect(page).to_have_title("(1) Now – Dashboard")
    await expect(page.get_by_role("row").filter(has_text="patron-")).to_be_visible()
    await look(page, "waiting")

    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await expect(page.get_by_text("1 conversation is under way.")).to_be_visible()
    await expect(page.get_by_text("Nobody is waiting.")).to_be_visible()
    await expect(page).to_have_title("Now – Dashboard")

    stranger = await visits(link)
    await expect(stranger.get_by_role("heading")).to_have_text("This link does not work any more")
    await look(stranger, "spent")
    await stranger.goto(f"{library.address}/dashboard")
    await expect(stranger.get_by_role("heading")).to_have_text("Log in from your chat")
    await look(stranger, "locked")

    await page.get_by_role("button", name="Log out").click()
    await expect(page.get_by_role("heading")).to_have_text("You are logged out")
    await page.goto(f"{library.address}/dashboard/promises")
    await expect(page.get_by_role("heading")).to_have_text("Log in from your chat")


async def test_a_page_left_open_says_that_it_is_logged_out(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await logged_in(ana, library, visits)
    await expect(page.get_by_role("status")).to_have_text(re.compile("up to date"))
    other = await page.context.new_page()
    await other.goto(f"{library.address}/dashboard/promises")
    await other.get_by_role("button", name="Log out").click()
    await expect(page.get_by_role("status")).to_have_text(re.compile("You are logged out"))
    await look(page, "ended")


async def test_a_page_that_is_cut_off_says_so(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await logged_in(ana, library, visits)
    await expect(page.get_by_role("status")).to_have_text(re.compile("up to date"))
    await library.service.kill()
    await expect(page.get_by_role("status")).to_have_text(re.compile("The connection is lost"))
    await look(page, "lost")


@pytest.mark.settings(
    dashboard=READERS,
    desks={"ask": {"supervisors": ["cleo"]}},
    hours={"zone": "Europe/Berlin", "weekly": {"mon-sun": "0:00-24:00"}},
)
async def test_what_was_said_is_found_by_those_who_may(library: WebLibrary, visits: Visits) -> None:
    ana, ben, pat = await library.cast("ana", "ben", "pat")
    desk = library.server.plan.desk_address("ask")
    await pat.says(desk, "Do you have the menu of the Café Łódź from 1923?")
    await ana.hears("Café", by="patron-")
    await ana.replies("We do: it is in the map room, drawer 12.")
    await pat.hears("drawer 12")
    await ana.replies("!note has asked for it before")
    await ana.replies("!followup tomorrow 17:00 look for the menu of 1924")
    await pat.hears("tomorrow")

    page = await logged_in(ana, library, visits)
    await page.get_by_role("link", name="Conversations").click()
    await page.get_by_label("Words").fill("cafe menu")
    await page.get_by_label("Words").press("Enter")
    await expect(page.locator("mark")).to_have_text(["menu", "Café"])
    await look(page, "found")
    await page.get_by_role("link", name="patron-").click()
    await expect(page.get_by_text("drawer 12")).to_be_visible()
    await expect(page.get_by_text("has asked for it before")).to_be_visible()
    await expect(page.get_by_text("pat@")).to_have_count(0)
    await look(page, "conversation")

    await page.get_by_role("link", name="Follow-ups").click()
    await expect(page.get_by_text("look for the menu of 1924")).to_be_visible()
    await look(page, "promises")

    other = await logged_in(ben, library, visits)
    await other.get_by_role("link", name="Conversations").click()
    await expect(other.get_by_text("You are not among those who may")).to_be_visible()
    await look(other, "not-a-reader")


@pytest.mark.settings(**LIVED)
async def test_the_figures_of_a_quarter(lived: None, library: WebLibrary, visits: Visits) -> None:
    (cleo,) = await library.cast("cleo")
    page = await logged_in(cleo, library, visits)
    await page.get_by_role("link", name="Figures").click()
    await expect(page.get_by_text(re.compile("questions came in the last 28 days"))).to_be_visible()
    await look(page, "figures")
    await page.get_by_label("Time", exact=True).select_option("13")
    await page.get_by_label("Desk", exact=True).select_option("ask")
    await page.get_by_role("button", name="Show").click()
    await expect(page.get_by_text(re.compile("questions came in the last 91 days"))).to_be_visible()
    await shot_of_all(page, "figures-quarter")
    week = page.locator("section").filter(has=page.locator(".week"))
    await week.screenshot(path=SHOTS / "dashboard/week.png")
    await page.get_by_role("link", name="Follow-ups").click()
    await look(page, "promises-supervisor")
    await page.get_by_role("link", name="Conversations").click()
    await page.get_by_role("button", name="Search").click()
    await look(page, "latest")

    phone = {**PHONE, "color_scheme": "dark", "locale": "de-DE"}
    small = await logged_in(cleo, library, visits, **phone)
    await small.goto(f"{library.address}/dashboard/figures")
    assert await small.evaluate("document.documentElement.scrollWidth") == 375
    await shot_of_all(small, "figures-phone")
    assert await axe(small) == []


@pytest.mark.settings(dashboard=READERS)
async def test_on_a_phone_in_the_dark(library: WebLibrary, visits: Visits) -> None:
    ana, pat = await library.cast("ana", "pat")
    await pat.says(library.server.plan.desk_address("ask"), "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    page = await logged_in(ana, library, visits, **PHONE, color_scheme="dark")
    await expect(page.get_by_role("status")).to_have_text(re.compile("up to date"))
    for part in ("dashboard", "dashboard/promises", "dashboard/transcripts"):
        await page.goto(f"{library.address}/{part}")
        assert await page.evaluate("document.documentElement.scrollWidth") == 375
        await look(page, f"phone-{part.rpartition('/')[2]}")


async def test_without_a_mouse_and_without_scripts(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(await link_for(ana, library), java_script_enabled=False)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("noscript p")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="To the content")).to_be_focused()
    await shot(page, "dashboard/no-script")
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()
