"""The page that imref serves by itself, and the widget on another site's page."""

from .elsewhere import Elsewhere
from .library import WebLibrary
from .visits import PHONE, Visits, axe, shot


async def test_the_ready_page_has_the_chat_open_in_it(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    await page.get_by_role("heading", name="Ask a librarian", level=1).wait_for()
    await page.get_by_text("Open now. A librarian is here to answer you.").wait_for()
    await shot(page, "ready")
    assert await axe(page) == []
    await page.get_by_label("Your question").fill("May I bring my own lamp?")
    await page.get_by_role("button", name="Send the question").click()
    await ana.hears("my own lamp")
    await ana.replies("Please do.")
    await page.get_by_text("Please do.").wait_for()
    await shot(page, "ready-answered")


async def test_the_ready_page_fits_a_phone(library: WebLibrary, visits: Visits) -> None:
    page = await visits(f"{library.address}/?lang=de", **PHONE)
    await page.get_by_role("heading", name="Ask a librarian", level=1).wait_for()
    await page.get_by_text("Gerade ist niemand da. Fragen heben wir auf.").first.wait_for()
    assert await page.evaluate("document.documentElement.scrollWidth") == 375
    await page.get_by_text("Vom Telefon aus fragen").click()
    await page.get_by_role("img", name="QR-Code dieser Seite").wait_for()
    await shot(page, "ready-phone")
    assert await axe(page) == []


async def test_one_line_puts_the_widget_on_another_page(
    library: WebLibrary, visits: Visits, elsewhere: Elsewhere
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(elsewhere.page, viewport={"width": 900, "height": 620})
    await page.get_by_role("button", name="Ask a librarian").click()
    await shot(page, "elsewhere-before")
    await page.get_by_label("Your question").fill("May I bring my own lamp?")
    await page.get_by_role("button", name="Send the question").click()
    await ana.hears("my own lamp")
    await ana.replies("Please do. The reading room has a socket at each desk.")
    await page.get_by_text("a socket at each desk").wait_for()
    await shot(page, "elsewhere")


GUEST = """
async (address) => {
  const answer = await fetch(`${address}/guest`, { method: "POST", credentials: "include" });
  return (await answer.json()).jid;
}
"""

FORGET = """
async (address) =>
  (await fetch(`${address}/guest/forget`, { method: "POST", credentials: "include" })).status
"""


async def test_a_browser_is_the_same_guest_after_a_reload(
    library: WebLibrary, visits: Visits, elsewhere: Elsewhere
) -> None:
    """On the library's own page, and on another site's, where cookies are kept apart."""
    for url in (library.address, elsewhere.page):
        page = await visits(url)
        guest = await page.evaluate(GUEST, library.address)
        await page.reload()
        assert await page.evaluate(GUEST, library.address) == guest
        assert await page.evaluate("document.cookie") == ""
        assert await page.evaluate(FORGET, library.address) == 204
        assert await page.evaluate(GUEST, library.address) != guest


async def test_a_site_that_is_not_configured_gets_no_guest(
    library: WebLibrary, visits: Visits
) -> None:
    async with Elsewhere() as stranger:
        stranger.embeds(f"{library.address}/ask.js")
        page = await visits(stranger.page)
        outcome = await page.evaluate(f"({GUEST})('{library.address}').catch(() => 'refused')")
        assert outcome == "refused"


async def test_what_is_kept_is_one_click_away(library: WebLibrary, visits: Visits) -> None:
    page = await visits(library.address, locale="de-DE")
    await page.get_by_role("link", name="Was von einem Gespräch aufbewahrt wird").click()
    await page.get_by_role("heading", name="Wie Sie vergessen werden", exact=True).wait_for()
    await page.get_by_text("Nachrichten eines Gastes 7 Tage auf").wait_for()
    await shot(page, "kept")
    assert await axe(page) == []
    await page.get_by_role("link", name="Français").click()
    await page.get_by_role("heading", name="Comment être oublié", exact=True).wait_for()
