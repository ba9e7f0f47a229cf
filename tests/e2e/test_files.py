"""Files on real servers: fetched from where they lie, and passed on from the library's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from imref.check import check
from imref.demo.server import PrivateServer
from imref.findings import Mark
from tests.files.web import PNG, Site, site

from .cast import Actor
from .conftest import Library
from .sample import write_config

BRINGS_OVER = pytest.mark.settings(
    files={"policy": "re-upload", "trusted_hosts": ["127.0.0.1", "localhost"]}
)
OOB = "<x xmlns='jabber:x:oob'><url>{link}</url></x>"


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Site]:
    """Where a patron's own server has put a file."""
    async with site() as here:
        yield here


async def sends_file(actor: Actor, to: str, link: str) -> str:
    """Send a file as clients do (XEP-0363, XEP-0066)."""
    return await actor.sends(to, OOB.format(link=link), body=link)


async def content(link: str) -> bytes:
    """What lies behind a link."""
    async with aiohttp.ClientSession() as session, session.get(link) as response:
        assert response.status == 200
        return await response.read()


@BRINGS_OVER
async def test_a_screenshot_goes_by_way_of_our_server(library: Library, web: Site) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "What does this mean?")
    await ana.hears("What does this mean?")
    await ana.replies("Show me.")
    await pat.hears("Show me.")

    await sends_file(pat, "ask", f"{web.address}/map.png")
    line = await ana.hears("They sent a picture (1 KB): http", by="patron-")
    await pat.hears("Your file has come through")
    link = line.text.rpartition(" ")[2]
    assert web.address not in line.text
    assert await content(link) == PNG

    await sends_file(ana, line.peer, f"{web.address}/map.png")
    scan = await pat.hears("Ana sent a picture (1 KB): http", by="ask@")
    assert await content(scan.text.rpartition(" ")[2]) == PNG


@BRINGS_OVER
async def test_what_cannot_be_fetched_is_told_to_the_sender_alone(
    library: Library, web: Site, tmp_path: Path
) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "What does this mean?")
    await ana.hears("What does this mean?")
    await sends_file(pat, "ask", f"{web.address}/missing.png")
    await pat.hears("This file could not be fetched, so it was not passed on.")
    await ana.hears_nothing(containing="missing.png")
    assert "missing.png" not in library.service.log.read_text(encoding="utf-8")


@pytest.mark.settings(files={"policy": "refuse"})
async def test_a_refused_file_is_answered_in_words(library: Library, web: Site) -> None:
    pat, ana = await library.cast("pat", "ana")
    await sends_file(pat, "ask", f"{web.address}/map.png")
    await pat.hears("Files cannot be passed on here.")
    await pat.sees_bounce("not-acceptable")
    await ana.hears_nothing()
    assert web.asked == []


async def test_check_asks_for_room(server: PrivateServer, tmp_path: Path) -> None:
    for service, fine in ((f"upload.{server.domain}", True), ("rooms.nowhere.example", False)):
        files = {"policy": "re-upload"} if fine else {"policy": "re-upload", "service": service}
        path = write_config(server, tmp_path, {"files": files})
        findings = [finding async for finding in check(path)]
        (found,) = [each for each in findings if each.text.startswith(service)]
        assert (found.mark is Mark.FINE) == fine
