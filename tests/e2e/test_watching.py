"""/healthz and /metrics of the real service, before a real server that goes away."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest_asyncio

from imref.demo.library import web_section
from imref.demo.loopback import LoopbackPort
from imref.demo.people import PATIENCE
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService

from .conftest import Library, gathered, stopped_in_the_end
from .sample import PLAN, write_config


@pytest_asyncio.fixture
async def watched(tmp_path: Path) -> AsyncIterator[tuple[Library, str]]:
    """A library with a web server, and its address; its XMPP server is its own."""
    async with PrivateProsody(PLAN) as server, gathered(server) as cast:
        with LoopbackPort() as port:
            web = web_section(server, port.number)
            running = RunningService(write_config(server, tmp_path, {"web": web}))
            async with stopped_in_the_end(running):
                await running.start()
                yield Library(server, running, cast), str(web["address"])


async def asked(url: str) -> tuple[int, Any]:
    """The status of an answer, and its text or what its JSON says."""
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        if answer.content_type == "application/json":
            return answer.status, await answer.json()
        return answer.status, await answer.text()


async def until_health_is(status: int, address: str) -> Any:
    """Wait until the service feels so; gives what it says then."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found, told = await asked(f"{address}/healthz")
            if found == status:
                return told
            await asyncio.sleep(0.05)


async def test_a_conversation_and_a_lost_server_are_seen(watched: tuple[Library, str]) -> None:
    library, address = watched
    assert (await until_health_is(200, address))["ok"]
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    status, text = await asked(f"{address}/metrics")
    assert status == 200
    for series in (
        'imref_messages_total{desk="ask",direction="from patron"} 1.0',
        'imref_messages_total{desk="ask",direction="to patron"} 1.0',
        'imref_sessions{desk="ask",state="active"} 1.0',
        'imref_on_duty{desk="ask"} 1.0',
        'imref_first_answer_seconds_count{desk="ask"} 1.0',
        "imref_link_up 1.0",
    ):
        assert re.search(f"^{re.escape(series)}$", text, re.MULTILINE), series
    assert not re.search(r"pat\b|ana\b|patron-\d|map room", text)

    await library.server.stop()
    told = await until_health_is(503, address)
    assert [name for name, check in told["checks"].items() if not check["ok"]] == ["link"]
    await library.server.start()
    await until_health_is(200, address)
