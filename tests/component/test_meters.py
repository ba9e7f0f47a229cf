"""The meters on the real loop, store and link."""

import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from imref.desk.switchboard import Switchboard

from .house import ERROR, House, message, patron_says, staff_shows, words
from .server import PlayedServer


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


def value(house: House, series: str) -> float:
    """What Prometheus reads of one series, with its labels as in the text."""
    text = house.meters.exposition("")[0].decode()
    found = re.search(rf"^{re.escape(series)} (\S+)$", text, re.MULTILINE)
    assert found, series
    return float(found[1])


async def test_a_question_is_counted_and_its_commit_is_timed(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    await words(link, "ana@", "Where is the map?")
    await link.read_until_quiet()
    assert house.meters.health().ok
    assert value(house, "imref_link_up") == 1
    assert value(house, 'imref_sessions{desk="ask",state="waiting"}') == 1
    assert value(house, 'imref_messages_total{desk="ask",direction="from patron"}') == 1
    assert value(house, "imref_commit_seconds_count") >= 1
    assert value(house, "imref_commit_seconds_sum") > 0
    assert value(house, "imref_outbox_owed") == 0


async def test_what_the_server_does_not_read_is_owed_also_after_a_restart(house: House) -> None:
    house.server.answers = False
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    await words(link, "pat@", "your question has reached")
    owed = value(house, "imref_outbox_owed")
    assert owed >= 1
    await house.dies()
    await house.opens()
    assert value(house, "imref_outbox_owed") >= owed


async def test_a_full_disk_shows_until_it_has_healed(house: House) -> None:
    link = await house.opens()
    writer = house.journal._connection
    assert writer is not None
    full = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {full}")
    patron_says(link, "x" * 15_000, "q1")
    assert (await message(link, "pat@")).find(ERROR) is not None
    health = house.meters.health()
    assert [name for name, check in health.checks.items() if not check.ok] == ["store"]
    assert value(house, "imref_store_ailing") == 1
    assert value(house, 'imref_batches_failed_total{why="store"}') == 1

    writer.execute("PRAGMA max_page_count = 1073741823")
    number = 1
    refused = True
    while refused:
        number += 1
        patron_says(link, "once more", f"q{number}")
        refused = (await message(link, "pat@")).find(ERROR) is not None
    assert house.meters.health().ok
    assert value(house, "imref_store_ailing") == 0


async def test_a_locked_database_is_an_illness_too(house: House) -> None:
    link = await house.opens()
    intruder = sqlite3.connect(house.database, isolation_level=None)
    intruder.execute("BEGIN IMMEDIATE")
    patron_says(link, "Where is the map?", "q1")
    assert (await message(link, "pat@")).find(ERROR) is not None
    assert not house.meters.health().checks["store"].ok
    intruder.execute("COMMIT")
    intruder.close()


async def test_a_rule_that_fails_is_told_apart(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await house.opens()
    handle = Switchboard.handle

    def fails_once(board: Switchboard, event: object, now: float) -> object:
        if getattr(event, "id", "") == "q1":
            raise ZeroDivisionError("a mistake of ours")
        return handle(board, event, now)  # type: ignore[arg-type]

    monkeypatch.setattr(Switchboard, "handle", fails_once)
    patron_says(link, "Where is the map?", "q1")
    assert (await message(link, "pat@")).find(ERROR) is not None
    assert value(house, 'imref_batches_failed_total{why="rule"}') == 1
    assert value(house, 'imref_batches_failed_total{why="store"}') == 0
