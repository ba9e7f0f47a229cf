"""The page that imref serves by itself, and the widget on another site's page."""

from .elsewhere import Elsewhere
from .library import WebLibrary
from .visits import Visits, shot


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
