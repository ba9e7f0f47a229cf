"""The staff room on a real server: the desk makes it, sits in it, and takes commands there."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import pytest_asyncio

from imref.check import check
from imref.demo.people import PATIENCE
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService
from imref.demo.script import Kind
from imref.demo.server import PrivateServer
from imref.findings import Mark

from .cast import Actor
from .conftest import Library, gathered, stopped_in_the_end
from .ejabberd import PrivateEjabberd
from .sample import PLAN, write_config

ROOM = "reference@rooms.library.example"
JOIN = "<x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x>"


@pytest_asyncio.fixture(
    scope="module", loop_scope="session", params=[PrivateProsody, PrivateEjabberd]
)
async def with_rooms(request: pytest.FixtureRequest) -> AsyncIterator[PrivateServer]:
    """A real server that has group chats."""
    async with request.param(replace(PLAN, rooms=True)) as running:
        yield running


@pytest_asyncio.fixture
async def library(with_rooms: PrivateServer, tmp_path: Path) -> AsyncIterator[Library]:
    """A library whose staff has a room."""
    async with gathered(with_rooms) as cast:
        path = write_config(with_rooms, tmp_path, {"staff_room": {"address": ROOM}})
        service = RunningService(path)
        async with stopped_in_the_end(service):
            await service.start()
            yield Library(with_rooms, service, cast)


async def knocks(actor: Actor, nick: str) -> str:
    """Somebody asks to come into the staff room; gives how that was answered."""
    (device,) = actor.devices.values()
    presence = device.make_presence(pto=f"{ROOM}/{nick}")
    presence.append(ElementTree.fromstring(JOIN))
    presence.send()
    answer = await actor.script.notice(
        "the room's answer", lambda line: line.kind is Kind.PRESENCE and line.peer == ROOM, PATIENCE
    )
    return answer.text


async def enters(actor: Actor, nick: str) -> None:
    """Somebody comes into the staff room, as soon as the desk has made it and lets them in."""
    async with asyncio.timeout(PATIENCE):
        while await knocks(actor, nick) == "error":
            pass


async def says_in_room(actor: Actor, text: str) -> None:
    """Speak to everybody in the room."""
    (device,) = actor.devices.values()
    device.make_message(mto=ROOM, mbody=text, mtype="groupchat").send()


async def test_a_question_is_announced_and_taken_in_the_room(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await enters(ana, "Ana")
    await enters(ben, "Ben")
    await pat.says("ask", "Where is the 1923 map?")
    news = await ben.hears("waits at Ask a librarian", by=ROOM)
    number = news.text.split()[0]
    assert "1923" not in news.text

    await says_in_room(ana, f"!take {number}")
    await ben.hears(f"Ana has {number}.", by=ROOM)
    await pat.hears("Ana is here")
    await says_in_room(ben, "!queue")
    await ana.hears("Nobody is waiting", by=ROOM)


async def test_the_room_is_for_the_staff_alone(library: Library) -> None:
    ana, pam = await library.cast("ana", "pam")
    await enters(ana, "Ana")
    assert await knocks(pam, "Pam") == "error"


async def test_check_tries_to_come_in(with_rooms: PrivateServer, tmp_path: Path) -> None:
    for room in (ROOM, "elsewhere@rooms.other.example"):
        path = write_config(with_rooms, tmp_path, {"staff_room": {"address": room}})
        findings = [finding async for finding in check(path)]
        (found,) = [each for each in findings if each.text.startswith(f"the staff room {room}")]
        assert (found.mark is Mark.FINE) == (room == ROOM)
