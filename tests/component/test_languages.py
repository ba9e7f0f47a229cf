"""A language goes all the way: from a stanza's mark to what is said, and over a restart."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .house import ERROR, House, message, patron_says, staff_shows, words
from .server import Link, PlayedServer


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


async def test_a_german_message_is_answered_in_german(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Wo ist die Karte?", "q1", language="de")
    await words(link, "pat@", "Vielen Dank, Ihre Frage ist bei Ask a librarian angekommen.")
    await words(link, "ana@", "Ask a librarian: a question, waiting for a moment.")


async def test_the_language_of_a_patron_is_kept(house: House) -> None:
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    await words(link, "pat@", "your question has reached")
    patron_says(link, "Où est la carte ?", "q2", language="fr")
    patron_says(link, "statut", "q3")
    await words(link, "pat@", "Votre question attend depuis")
    await house.closes()
    link = await house.opens()
    patron_says(link, "status", "q4")
    await words(link, "pat@", "Votre question attend depuis")


async def test_a_refusal_is_in_the_language_of_the_message(house: House) -> None:
    link = await house.opens()
    patron_says(link, "x" * 20_000, "q1", language="es")
    assert "demasiado largo" in await refusal(link)


async def test_so_is_one_while_nothing_can_be_kept(house: House) -> None:
    link = await house.opens()
    writer = house.journal._connection
    assert isinstance(writer, sqlite3.Connection)
    full = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {full}")
    patron_says(link, "x" * 15_000, "q1", language="de")
    assert "nicht angenommen" in await refusal(link)
    writer.execute("PRAGMA max_page_count = 1073741823")


async def refusal(link: Link) -> str:
    """What the next error to the patron says to people."""
    error = (await message(link, "pat@")).find(ERROR)
    assert error is not None
    return error.findtext("{urn:ietf:params:xml:ns:xmpp-stanzas}text") or ""
