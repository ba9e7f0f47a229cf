"""Fixtures of what is seen in a browser: a real Chromium, Prosody and imref, and real librarians.

All of it runs in one event loop for the whole session, so that the browser is started once.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from e2e.cast import Cast
from e2e.conftest import stopped_in_the_end
from e2e.sample import PLAN
from playwright.async_api import Browser, async_playwright, expect

from imref.demo.library import web_section, write_config
from imref.demo.loopback import LoopbackPort
from imref.demo.people import PATIENCE
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

from .elsewhere import Elsewhere
from .library import ARGUMENTS, CHROMIUM, WebLibrary
from .visits import Visits

HERE = Path(__file__).parent

expect.set_options(timeout=PATIENCE * 1000)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "settings(**sections): what this scene changes in the sample library's config"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs in the loop of the session."""
    for item in items:
        if item.path.is_relative_to(HERE) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server() -> AsyncIterator[PrivateServer]:
    """A real Prosody that lets guests in."""
    async with PrivateProsody(PLAN) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A real browser; each visit in it has cookies and storage of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def elsewhere() -> AsyncIterator[Elsewhere]:
    """The library's own web site, of another origin than the page that imref serves."""
    async with Elsewhere() as site:
        yield site


@pytest_asyncio.fixture(loop_scope="session")
async def library(
    server: PrivateServer, elsewhere: Elsewhere, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[WebLibrary]:
    """A library that answers on the web; what its people said is printed when a scene fails."""
    marker = request.node.get_closest_marker("settings")
    changes = dict(marker.kwargs) if marker else {}
    with LoopbackPort() as port:
        web = {**web_section(server, port.number), "origins": [elsewhere.origin]}
        changes["web"] = {**web, **changes.get("web", {})}
        running = RunningService(write_config(server, tmp_path, changes))
        cast = Cast(server)
        try:
            async with stopped_in_the_end(running):
                await running.start()
                library = WebLibrary(server, running, cast, web["address"])
                elsewhere.embeds(f"{library.address}/ask.js")
                yield library
        finally:
            print(cast.play())
            await cast.leaves()


@pytest_asyncio.fixture(loop_scope="session")
async def visits(chromium: Browser, library: WebLibrary) -> AsyncIterator[Visits]:
    """People who open pages: `page = await visits(library.address)`.

    A scene fails when a script of a page failed, or was stopped by its security policy.
    """
    people = Visits(chromium)
    yield people
    await people.end()
    assert people.complaints == []
