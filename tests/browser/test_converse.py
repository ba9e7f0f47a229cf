"""Converse.js, the documented alternative (docs/web.md): the settings given there work."""

from pathlib import Path

from .elsewhere import Elsewhere
from .library import WebLibrary
from .visits import Visits, shot

DOCUMENTED = Path(__file__).parents[2] / "docs/web.md"


def documented_page(library: WebLibrary) -> str:
    """The page of docs/web.md, with this library's addresses."""
    text = DOCUMENTED.read_text(encoding="utf-8")
    page = text.partition("<!-- converse.html -->\n```html\n")[2].partition("```")[0]
    for documented, here in {
        "https://cdn.library.example/converse/": "/converse/",
        "wss://ask.library.example/xmpp-websocket": library.server.websocket,
        "https://ask.library.example": library.address,
    }.items():
        assert documented in page
        page = page.replace(documented, here)
    return page


async def test_converse_talks_with_a_librarian(
    library: WebLibrary, visits: Visits, elsewhere: Elsewhere
) -> None:
    (ana,) = await library.cast("ana")
    elsewhere.shows(documented_page(library))
    page = await visits(elsewhere.page)
    page.set_default_timeout(60_000)
    field = page.locator("textarea.chat-textarea")
    await field.fill("May I bring my own lamp?")
    await field.press("Enter")
    await ana.hears("my own lamp", within=30)
    await ana.replies("Please do.")
    await page.get_by_text("Please do.").wait_for()
    await shot(page, "converse")
