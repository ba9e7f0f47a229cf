"""The web server beside the running service: it comes, moves and goes, and hurts nobody."""

import asyncio
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from desk.scene import Scene

from imref import front
from imref.config.web import Web
from imref.demo.loopback import LoopbackPort
from imref.front import Front

from .conftest import settings


@pytest_asyncio.fixture
async def fronted(scene: Scene) -> AsyncIterator[Front]:
    """A front without a page so far."""
    kept = Front(None, lambda: scene.room)
    task = asyncio.create_task(kept.run())
    await kept.tried.wait()
    yield kept
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def state(section: Web) -> str:
    """What the door says there; waits until somebody answers."""
    async with asyncio.timeout(10), aiohttp.ClientSession() as client:
        while True:
            try:
                url = f"http://127.0.0.1:{section.port}/presence.json"
                async with client.get(url) as answer:
                    return str((await answer.json())["state"])
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.01)


async def is_closed(port: int) -> None:
    """Wait until nobody listens there any more."""
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionError:
                return
            writer.close()
            await asyncio.sleep(0.01)


async def test_a_page_comes_moves_and_goes(fronted: Front) -> None:
    with LoopbackPort() as one, LoopbackPort() as other:
        here, there = settings(port=one.number), settings(port=other.number)
        fronted.exchange(here)
        assert await state(here) == "open"
        fronted.exchange(there)
        assert await state(there) == "open"
        await is_closed(one.number)
        fronted.exchange(None)
        await is_closed(other.number)


async def test_another_config_counts_where_the_page_stays(fronted: Front) -> None:
    with LoopbackPort() as port:
        here = settings(port=port.number)
        fronted.exchange(here)
        await state(here)
        fronted.exchange(settings(port=port.number, guests="other.library.example"))
        url = f"http://127.0.0.1:{port.number}/guest"
        async with asyncio.timeout(10), aiohttp.ClientSession() as client:
            while True:
                async with client.get(url) as answer:
                    if (await answer.json())["jid"].endswith("@other.library.example"):
                        return


async def test_a_port_that_is_taken_is_tried_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(front, "TRY_AGAIN", 0.05)
    taken = socket.create_server(("127.0.0.1", 0))
    here = settings(port=taken.getsockname()[1])
    kept = Front(here, lambda: scene.room)
    task = asyncio.create_task(kept.run())
    await kept.tried.wait()
    assert "no web page: cannot listen on 127.0.0.1" in caplog.text
    taken.close()
    assert await state(here) == "open"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
