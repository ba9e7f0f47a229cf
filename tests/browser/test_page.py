"""The page that imref serves by itself, and the widget on another site's page."""

from .elsewhere import Elsewhere
from .library import WebLibrary
from .visits import Visits, axe, shot


async def test_the_ready_page_tells_the_desk(library: WebLibrary, visits: Visits) -> None:
    page = await visits(library.address)
    await page.get_by_role("heading", name="Ask a librarian", level=1).wait_for()
    await (
        page.get_by_role("main")
        .get_by_text("Nobody is at the desk just now. Questions are kept.")
        .wait_for()
    )
    await library.cast("ana")
    await page.reload()
    await (
        page.get_by_role("main")
        .get_by_text("Open now. A librarian is here to answer you.")
        .wait_for()
    )
    await shot(page, "ready")


async def test_one_line_puts_the_widget_on_another_page(
    library: WebLibrary, visits: Visits, elsewhere: Elsewhere
) -> None:
    page = await visits(elsewhere.page)
    await page.locator("imref-ask").wait_for(state="attached")
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
