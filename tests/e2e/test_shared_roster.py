"""Presence flows between staff and desks without a single subscription, on either server."""

from collections.abc import AsyncIterator

import pytest_asyncio

from imref.demo.script import Kind
from imref.demo.server import PrivateServer

from .cast import Cast
from .sample import DESKS
from .tiny_component import TinyComponent

ANA, ASK = "ana@library.example", "ask@ref.library.example"


@pytest_asyncio.fixture
async def component(server: PrivateServer) -> AsyncIterator[TinyComponent]:
    tiny = TinyComponent(server)
    await tiny.start()
    yield tiny
    await tiny.stop()


async def test_staff_presence_reaches_every_desk(component: TinyComponent, cast: Cast) -> None:
    (ana,) = await cast("ana")
    for show in ("available", "away", "dnd", "unavailable"):
        if show != "available":
            await ana.shows(show)
        for desk in DESKS:
            await component.sees(ANA, f"{desk}@ref.library.example", show)


async def test_a_cut_connection_is_seen(component: TinyComponent, cast: Cast) -> None:
    (ana,) = await cast("ana")
    ana.loses_connection()
    await component.sees(ANA, ASK, "unavailable")


async def test_each_desk_is_asked_for_its_presence(component: TinyComponent, cast: Cast) -> None:
    await cast("ana")
    for desk in DESKS:
        await component.sees(ANA, f"{desk}@ref.library.example", "probe")


async def test_a_probe_tells_the_present_state(component: TinyComponent, cast: Cast) -> None:
    (ana,) = await cast("ana")
    await ana.shows("away")
    await component.sees(ANA, ASK, "away")
    await component.settles()
    component.seen.clear()

    component.show(ASK, ANA, "probe")

    await component.sees(ANA, ASK, "away")


async def test_presence_is_probed_after_a_reconnect(
    server: PrivateServer, component: TinyComponent, cast: Cast
) -> None:
    (ana,) = await cast("ana")
    await component.settles()
    component.seen.clear()
    await component.stop()
    await ana.shows("dnd")
    await component.start()

    await component.settles()
    assert component.seen == []  # nothing comes by itself
    component.show(ASK, ANA, "probe")

    await component.sees(ANA, ASK, "dnd")


async def test_only_an_address_on_the_roster_is_answered(
    component: TinyComponent, cast: Cast
) -> None:
    (ana,) = await cast("ana")
    await ana.shows("away")
    await component.settles()
    component.seen.clear()

    component.show("ref.library.example", ANA, "probe")
    component.show("patron-1@ref.library.example", ANA, "probe")
    component.show(ASK, ANA, "probe")
    await component.sees(ANA, ASK, "away")
    await component.settles()

    assert component.seen == []


async def test_patrons_stay_out_of_it(component: TinyComponent, cast: Cast) -> None:
    (pat,) = await cast("pat")

    component.show(ASK, pat.address, "probe")
    await component.settles()

    assert component.seen == []


async def test_a_desk_shows_presence_to_staff(component: TinyComponent, cast: Cast) -> None:
    (ana,) = await cast("ana")
    for show in ("available", "xa", "unavailable"):
        component.show(ASK, ANA, show)
        await ana.sees_presence(show, by=ASK)

    asked = [line for line in ana.script.lines if line.text in ("subscribe", "unsubscribed")]
    assert not [line for line in asked if line.kind is Kind.PRESENCE]
