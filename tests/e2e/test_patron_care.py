"""What a patron may ask for, on a real server: a transcript, a look back, to be forgotten."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import Library

QUICK = pytest.mark.settings(timings={"left": 1})


def traces(database: Path, word: str) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [line for line in connection.iterdump() if word in line]


async def test_a_conversation_is_looked_back_on_and_then_forgotten(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("You are first in line", by="ask@")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")

    await pat.says("ask", "transcript")
    text = await pat.hears("Your conversation with Ask a librarian", by="ask@")
    assert "you: Where is the 1923 map?" in text.text
    assert "Ana: In the map room." in text.text

    await ana.replies("!close answered 2")
    await pat.hears("How was it?", by="ask@")
    await pat.says("ask", "5")
    await pat.hears("We are glad", by="ask@")

    await library.service.restart()
    await pat.says("ask", "transcript")
    text = await pat.hears("Your conversation with Ask a librarian", by="ask@")
    assert "Ana: In the map room." in text.text

    database = library.service.folder / "imref.sqlite"
    assert traces(database, "1923 map")
    await pat.says("ask", "forget me")
    await pat.hears("Shall we forget you?", by="ask@")
    await pat.says("ask", "yes")
    await pat.hears("We have forgotten you", by="ask@")
    for word in ("1923 map", "map room", pat.address):
        assert traces(database, word) == []


@QUICK
async def test_the_librarian_learns_that_the_patron_has_left_the_page(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    page = pat.devices["desk"]
    page.send_presence(pto=pat.resolve("ask"))
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    page.send_presence(pto=pat.resolve("ask"), ptype="unavailable")
    await ana.hears("They have left the page", by="patron-")
    page.send_presence(pto=pat.resolve("ask"))
    await ana.hears("They are back", by="patron-")
