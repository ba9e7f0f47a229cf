"""Patrons in librarians' rosters, through real servers: named where they let us, and gone after."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from slixmpp.xmlstream import StanzaBase
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import StanzaPath

from imref.check import check
from imref.demo.people import PATIENCE, Person
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

from .conftest import Library, gathered, stopped_in_the_end
from .privileged import GuardedEjabberd, PrivilegedEjabberd, PrivilegedProsody
from .sample import PLAN, write_config
from .test_rosters import prompts

ALIAS = "patron-1001@ref.library.example"


class Roster:
    """What a server pushes to somebody's roster."""

    def __init__(self, person: Person) -> None:
        self._pushes: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        (device,) = person.devices.values()
        device.register_handler(Callback("pushes", StanzaPath("iq@type=set/roster"), self._pushed))
        device.get_roster(callback=lambda _: None)  # who asks is interested (RFC 6121, 2.2)

    def _pushed(self, push: StanzaBase) -> None:
        for jid, item in push["roster"]["items"].items():
            self._pushes.put_nowait({"jid": jid.bare, **item})

    async def gets(self, subscription: str) -> dict[str, Any]:
        """The next push with this subscription."""
        async with asyncio.timeout(PATIENCE):
            while (item := await self._pushes.get())["subscription"] != subscription:
                pass
        return item

    @property
    def quiet(self) -> bool:
        """Whether nothing was pushed that has not been looked at."""
        return self._pushes.empty()


@asynccontextmanager
async def opened(server: PrivateServer, folder: Path, **changes: Any) -> AsyncIterator[Library]:
    """A library on a server of its own kind."""
    async with server, gathered(server) as people:
        running = RunningService(write_config(server, folder, changes))
        async with stopped_in_the_end(running):
            await running.start()
            yield Library(server, running, people)


async def test_who_answers_has_the_patron_in_the_roster_until_the_end(tmp_path: Path) -> None:
    async with opened(PrivilegedProsody(PLAN), tmp_path) as library:
        ana, pat = await library.cast("ana", "pat")
        roster = Roster(ana)
        await pat.says("ask", "Where is the 1923 map?")
        await ana.hears("1923 map", by="patron-")
        await ana.replies("In the map room.")
        item = await roster.gets("both")
        assert (item["jid"], item["name"]) == (ALIAS, "Patron 1001 · Ask a librarian")
        assert item["groups"] == ["Patrons"]
        await ana.sees_presence("available", by="patron-1001@")
        await pat.hears("map room")

        await library.service.kill()
        await library.service.start()
        await ana.hears("short interruption", by="patron-")
        await ana.says(ALIAS, "!close")
        assert (await roster.gets("remove"))["jid"] == ALIAS
        assert prompts(ana) == prompts(pat) == []


async def test_a_transfer_takes_the_name_along(tmp_path: Path) -> None:
    async with opened(PrivilegedProsody(PLAN), tmp_path) as library:
        ana, ben, pat = await library.cast("ana", "ben", "pat")
        hers, his = Roster(ana), Roster(ben)
        await pat.says("ask", "Where is the 1923 map?")
        await ana.hears("1923 map", by="patron-")
        await ana.replies("Ben knows.")
        await hers.gets("both")
        await ana.says(ALIAS, "!transfer ben")
        assert (await hers.gets("remove"))["jid"] == ALIAS
        await ben.hears("1923 map", by="patron-")
        await ben.replies("In the map room.")
        assert (await his.gets("both"))["jid"] == ALIAS


async def test_a_server_that_grants_and_then_refuses_harms_nobody(tmp_path: Path) -> None:
    """COMPAT: ejabberd 23.01 grants the privilege, and fails at every roster set.

    https://github.com/processone/ejabberd/issues/3942, mended in 23.10.
    """
    async with opened(PrivilegedEjabberd(PLAN), tmp_path) as library:
        ana, pat = await library.cast("ana", "pat")
        roster = Roster(ana)
        await pat.says("ask", "Where is the 1923 map?")
        await ana.hears("1923 map", by="patron-")
        await ana.replies("In the map room.")
        await pat.hears("map room")
        await ana.says(ALIAS, "!close")
        await pat.settles()
        assert roster.quiet
    log = library.service.log.read_text(encoding="utf-8")
    assert "library.example does not change a roster for us: internal-server-error" in log


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PrivilegedProsody, "library.example lets imref name patrons in the rosters of its users"),
        (PrivilegedEjabberd, "library.example grants imref the rosters of its users, and then "),
    ],
)
async def test_check_says_what_a_server_really_does(
    kind: type[PrivateServer], text: str, tmp_path: Path
) -> None:
    async with kind(PLAN) as server:
        config = await asyncio.to_thread(write_config, server, tmp_path)
        findings = [finding.text async for finding in check(config)]
    assert [finding for finding in findings if finding.startswith(text)]


async def test_a_filter_against_strangers_lets_us_through_by_its_rule(tmp_path: Path) -> None:
    async with opened(GuardedEjabberd(PLAN), tmp_path) as library:
        ana, pat = await library.cast("ana", "pat")
        await pat.says("ask", "Where is the 1923 map?")
        await ana.hears("1923 map", by="patron-")
        await ana.replies("In the map room.")
        await pat.hears("map room")
