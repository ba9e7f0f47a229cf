"""Promises on a real server: answered days later in the same window, by mail, and forgotten."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
import yaml
from component.post_office import HOST, PostOffice, post_office

from imref.demo.server import PrivateServer

from .clocked import ClockedLibrary

BERLIN = pytest.mark.settings(
    hours={"zone": "Europe/Berlin"}, desks={"ask": {"supervisors": ["ben"]}}
)


@pytest_asyncio.fixture
async def office(clocked: ClockedLibrary) -> AsyncIterator[PostOffice]:
    """A real mail server, and a library that sends mail by it."""
    async with post_office() as opened:
        config = yaml.safe_load(clocked.config.read_text(encoding="utf-8"))
        config["mail"] = {
            "server": HOST,
            "port": opened.port,
            "tls": "none",
            "sender": "ask@library.example",
        }
        clocked.config.write_text(yaml.safe_dump(config), encoding="utf-8")
        await clocked.restarts()
        yield opened


@contextmanager
def account_gone(server: PrivateServer, name: str) -> Iterator[None]:
    """An account that does not exist while the block lasts, as the server's own files tell it."""
    [account] = server.folder.glob(f"data/*/accounts/{name}.dat")
    aside = account.with_suffix(".aside")
    account.rename(aside)
    try:
        yield
    finally:
        aside.rename(account)


def traces(database: Path, word: str) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [line for line in connection.iterdump() if word in line]


@BERLIN
async def test_the_answer_comes_days_later_in_the_same_window(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("I have to look for it.")
    await pat.hears("I have to look for it.")
    await ana.replies("!followup Thursday 17:00 find the 1923 map")
    await pat.hears("Ana will answer here by Thursday at 17:00.")
    await ana.hears("Promised for Thursday at 17:00")
    await pat.goes_offline()
    await clocked.restarts()

    await clocked.until("Thursday 16:00")
    reminder = await ana.hears("find the 1923 map", by="patron-")
    await ana.says(reminder.peer, "It was at the binder's; it is back now.")
    await ana.hears("Sent;")
    await clocked.passes(minutes=30)
    await pat.comes_online()
    await pat.hears("It was at the binder's; it is back now.", by="ask@")

    await pat.says("ask", "Thank you!")
    await ana.hears("Thank you!", by=reminder.peer)
    await pat.hears("You are with Ana again")
    await ana.says(reminder.peer, "!done")
    await ana.hears("Done, in time")
    assert traces(clocked.database, "pat@")
    await clocked.passes(minutes=11)
    await clocked.closes()
    assert traces(clocked.database, pat.address) == []
    assert pat.address.encode() not in clocked.database.read_bytes()
    await clocked.opens()
    await ana.says(reminder.peer, "One more thing")
    await ana.hears("cannot be opened again from here")
    await ben.hears_nothing(containing="promised")


@BERLIN
async def test_a_late_promise_is_everybodys_in_turn(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("!take")
    await ana.replies("!followup tomorrow 17:00 find the 1923 map")
    await pat.hears("by tomorrow at 17:00")
    await pat.says("ask", "sooner, I leave at noon")
    await ana.hears("They need it sooner than tomorrow at 17:00: “I leave at noon”")
    await clocked.until("Tuesday 17:01")
    await ana.hears("You have promised an answer here by")
    await ana.hears("The answer here was promised by")
    await ben.hears_nothing(containing="has not written")
    await clocked.until("18:01")
    told = await ben.hears("Ana promised")
    await ben.says("ask", f"!hand ben {told.peer.partition('@')[0]}")
    await pat.hears("Ben will answer you instead of Ana")
    await ben.says(told.peer, "In the map room.")
    await pat.hears("In the map room.")


@BERLIN
async def test_a_dead_address_gets_mail(
    clocked: ClockedLibrary, office: PostOffice, prosody: PrivateServer
) -> None:
    pip, ana = await clocked.cast("pip", "ana")
    await pip.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("!take")
    await pip.says("ask", "email pip@mail.example")
    await pip.hears("an answer goes to pip@mail.example")
    await ana.replies("!followup tomorrow 17:00 find the 1923 map")
    promised = await ana.hears("Promised for tomorrow at 17:00")
    await pip.goes_offline()
    with account_gone(prosody, "pip"):
        await clocked.until("Tuesday 11:00")
        await ana.says(promised.peer, "It is in the map room.")
        await ana.hears("so your answer goes by mail")
        await office.arrived.wait()
        await ana.hears("has gone out by mail")
        [mail] = office.taken
        assert mail["To"] == "pip@mail.example"
        assert "It is in the map room." in mail.get_content()
        assert "find the 1923 map" not in mail.get_content()
        await ana.says(promised.peer, "!done")
        await ana.hears("Done, in time")
        await clocked.passes(minutes=11)
        await clocked.closes()
    for address in ("pip@mail.example", pip.address):
        assert traces(clocked.database, address) == []
