"""Whole visits to a real library, as a patron sees them: each thing they meet is looked at."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from .elsewhere import Elsewhere
from .library import WebLibrary
from .patron import KEPT, Patron
from .visits import PHONE, Visits, axe, shot

CLOSED = pytest.mark.settings(hours={"zone": "Europe/Berlin", "weekly": {"mon-sun": "closed"}})


async def look(page: Page, name: str) -> None:
    """Keep a picture of what a patron sees now, and make sure that everybody can use it."""
    await shot(page, f"visit/{name}")
    assert await axe(page) == [], name


def window(page: Page) -> Locator:
    return page.locator("imref-ask")


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return window(page).get_by_role("button", name=name)


async def test_a_question_is_answered_at_the_desk(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address, reduced_motion="reduce")
    pat = Patron(page)
    head = window(page).locator("header")
    await look(page, "open")

    await pat.asks("Where is the 1923 map?", name="Pat")
    await pat.sees(KEPT, "1923 map")
    await expect(head).to_contain_text("You are first in line")
    await look(page, "waiting")

    other = Patron(await visits(library.address, **PHONE, reduced_motion="reduce"))
    await other.asks("Do you have a scanner?")
    await expect(window(other.page).locator("header")).to_contain_text("You are number 2 in line")
    await look(other.page, "waiting-second")

    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room: https://library.example/maps")
    await expect(head).to_contain_text("You are talking with Ana")
    await expect(window(other.page).locator("header")).to_contain_text("You are first in line")
    link = window(page).get_by_role("link", name="https://library.example/maps")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await look(page, "answered")

    await ana.replies("!close")
    await button(page, "5: a great help").wait_for()
    await look(page, "rating")
    await button(page, "5: a great help").click()
    await pat.hears("We are glad, and thank you for saying so.")

    await button(page, "More").click()
    await button(page, "Send me the transcript").click()
    await window(page).get_by_text("Your conversation with Ask a librarian").wait_for()
    await look(page, "transcript")

    await button(page, "More").click()
    await button(page, "Forget me").click()
    question = page.get_by_role("alertdialog", name="Forget me")
    await look(page, "forget")
    await question.get_by_role("button", name="Forget me").click()
    await expect(page.get_by_role("textbox", name="Your question")).to_be_focused()
    await look(page, "forgotten")


@CLOSED
async def test_a_question_at_a_closed_desk_on_a_phone(
    library: WebLibrary, visits: Visits, elsewhere: Elsewhere
) -> None:
    page = await visits(elsewhere.page, **PHONE, reduced_motion="reduce")
    pat = Patron(page)
    await button(page, re.compile("Closed now")).wait_for()
    await look(page, "closed-button")
    await button(page, re.compile("Ask a librarian")).tap()
    await expect(window(page)).to_contain_text("Closed just now.")
    await expect(window(page)).to_contain_text("we keep your question")
    await look(page, "closed")

    await pat.asks("whats the wifi password")
    await button(page, re.compile("Wi-Fi")).wait_for()
    await look(page, "help-pages")
    await button(page, re.compile("Wi-Fi")).click()
    await window(page).get_by_text("From our help pages").wait_for()
    await look(page, "help-page")
    await button(page, "Yes, that is it").click()
    await window(page).get_by_text("Your question is off the list").wait_for()
    await look(page, "settled")

    await button(page, "Close this window").tap()
    await page.reload()
    await button(page, re.compile("Ask a librarian")).tap()
    await window(page).get_by_text("Your question is off the list").wait_for()


async def test_an_empty_desk_offers_to_keep_the_question(
    library: WebLibrary, visits: Visits
) -> None:
    page = await visits(library.address, reduced_motion="reduce")
    pat = Patron(page)
    await expect(window(page)).to_contain_text("the first librarian who comes")
    await pat.asks("Where is the 1923 map?")
    await window(page).get_by_text("Nobody is at the desk just now").wait_for()
    await look(page, "unstaffed")
    (ana,) = await library.cast("ana")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
