"""The one loop: commit first, then send; and what happens when the commit fails."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from imref.desk import switchboard
from imref.desk.model import Session
from imref.desk.room import Room
from imref.desk.switchboard import Switchboard

from .house import (
    ERROR,
    RECEIVED,
    House,
    message,
    patron_says,
    staff_says,
    staff_shows,
    words,
)
from .scene import body_of, stamp_of
from .server import NS, PlayedServer


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


async def test_a_receipt_leaves_only_after_the_commit(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    hold = threading.Event()
    held = asyncio.create_task(house.journal._do(hold.wait))
    await asyncio.sleep(0)  # The writer has begun, and is kept from going on.

    patron_says(link, "Where is the map?", "q1")
    before = await link.read_until_quiet()
    assert not [stanza for stanza in before if stanza.tag == f"{NS}message"]

    hold.set()
    await held
    await words(link, "pat@", "your question has reached")
    await words(link, "ana@", "Where is the map?")
    assert (await message(link, "pat@")).find(RECEIVED) is not None


async def test_a_full_disk_is_answered_with_wait_and_heals_by_itself(house: House) -> None:
    link = await house.opens()
    writer = house.journal._connection
    assert writer is not None
    full = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {full}")

    patron_says(link, "x" * 15_000, "q1")
    refusal = await message(link, "pat@")
    error = refusal.find(ERROR)
    assert error is not None
    assert error.get("type") == "wait"
    assert house.service.ailing

    patron_says(link, "still full?", "q2")
    assert (await message(link, "pat@")).find(ERROR) is not None

    writer.execute("PRAGMA max_page_count = 1073741823")
    accepted = None
    number = 2
    while accepted is None:
        number += 1
        patron_says(link, "once more", f"q{number}")
        answer = await message(link, "pat@")
        accepted = answer if answer.find(ERROR) is None else None
    assert not house.service.ailing
    with sqlite3.connect(house.database) as reader:
        assert reader.execute("SELECT body FROM messages").fetchall() == [("once more",)]
    reader.close()


async def test_a_locked_database_is_answered_with_wait(house: House) -> None:
    link = await house.opens()
    intruder = sqlite3.connect(house.database, isolation_level=None)
    intruder.execute("BEGIN IMMEDIATE")
    patron_says(link, "Where is the map?", "q1")
    error = (await message(link, "pat@")).find(ERROR)
    assert error is not None
    assert error.get("type") == "wait"
    intruder.execute("COMMIT")
    intruder.close()

    kept = None
    while kept is None:
        patron_says(link, "Where is the map?", "q1")
        answer = await message(link, "pat@")
        kept = answer if answer.find(ERROR) is None else None


async def test_staff_are_known_again_after_the_store_has_healed(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    intruder = sqlite3.connect(house.database, isolation_level=None)
    intruder.execute("BEGIN IMMEDIATE")
    patron_says(link, "Where is the map?", "q1")
    await message(link, "pat@")
    intruder.execute("COMMIT")
    intruder.close()
    probed = await _next_probe(link)
    assert probed == "ana@library.example"
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q2")
    await words(link, "ana@", "Where is the map?")


async def _next_probe(link: object) -> str:
    from .server import Link

    assert isinstance(link, Link)
    while True:
        stanza = await link.next()
        if stanza.tag == f"{NS}presence" and stanza.get("type") == "probe":
            return stanza.get("to", "")


async def test_a_rule_that_fails_ends_neither_the_service_nor_the_conversation(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    await words(link, "pat@", "your question has reached")
    handle = Switchboard.handle

    def fails_once(board: Switchboard, event: object, now: float) -> object:
        if getattr(event, "id", "") == "q2":
            raise ZeroDivisionError("a mistake of ours")
        return handle(board, event, now)  # type: ignore[arg-type]

    monkeypatch.setattr(Switchboard, "handle", fails_once)
    patron_says(link, "secret words", "q2")
    refusal = await message(link, "pat@")
    while refusal.find(ERROR) is None:
        refusal = await message(link, "pat@")
    assert "a mistake of ours" not in "".join(refusal.itertext())
    patron_says(link, "status", "q3")
    await words(link, "pat@", "waiting for")
    assert "a rule failed" in caplog.text
    assert "secret words" not in caplog.text


async def test_a_rule_that_fails_with_time_stops_time_for_that_session_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real, failures = switchboard.review, []

    def fails(room: Room, session: Session) -> None:
        if session.number == 1:
            failures.append(session.number)
            raise ZeroDivisionError("a mistake of ours")
        real(room, session)

    monkeypatch.setattr(switchboard, "review", fails)
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    await words(link, "ana@", "Where is the map?")
    house.passes(60)
    await _next_probe(link)  # Memory is loaded again, so nobody's presence is known.
    staff_shows(link, "ana")
    patron_says(link, "Where is the atlas?", "q2", sender="quinn")
    await words(link, "ana@", "Where is the atlas?")
    house.passes(60)
    await words(link, "quinn@", "still looking")
    assert failures == [1]
    assert "time does nothing to 1" in caplog.text
    staff_says(link, "ana", "patron-1001", "In the map room.", "a1")
    await words(link, "pat@", "In the map room.")


async def test_after_a_crash_what_is_owed_comes_again_under_the_same_id(house: House) -> None:
    house.server.answers = False  # the server reads, but never says so: nothing is accepted
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    offer = await words(link, "ana@", "Where is the map?")
    await house.dies()

    house.server.answers = True
    link = await house.opens()
    again = await words(link, "ana@", "Where is the map?")
    assert again.get("id") == offer.get("id")
    assert stamp_of(again) is not None
    told = await words(link, "pat@", "interruption")
    assert "Where is the map?" in (body_of(told) or "")


async def test_after_a_good_stop_nobody_is_told_of_an_interruption(house: House) -> None:
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    await words(link, "pat@", "your question has reached")
    await house.closes()
    link = await house.opens()
    patron_says(link, "status", "q2")
    answer = await message(link, "pat@")
    assert "waiting for" in (body_of(answer) or "")


async def test_a_message_sent_twice_across_a_crash_is_one_message(house: House) -> None:
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    await words(link, "pat@", "your question has reached")
    await house.dies()
    link = await house.opens()
    patron_says(link, "Where is the map?", "q1")
    receipt = await message(link, "pat@")
    while receipt.find(RECEIVED) is None:
        receipt = await message(link, "pat@")
    with sqlite3.connect(house.database) as reader:
        assert reader.execute("SELECT count(*) FROM messages").fetchone() == (1,)
    reader.close()


async def test_nothing_is_offered_on_stale_presence(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "first", "q1")
    await words(link, "ana@", "first")
    link.cut()
    link = await house.server.link()
    patron_says(link, "Where is the map?", "q2", sender="pam")
    welcome = await words(link, "pam@", "Nobody is at the desk just now")
    assert welcome is not None
    staff_shows(link, "ana")
    await words(link, "ana@", "Where is the map?")


async def test_an_answer_given_at_the_very_end_is_kept_and_sent(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    offer = await words(link, "ana@", "Where is the map?")
    alias = (offer.get("from") or "").partition("@")[0]
    staff_says(link, "ana", alias, "In the map room.", "a1")
    await words(link, "pat@", "Ana is here")
    closing = asyncio.create_task(house.closes())
    await words(link, "pat@", "In the map room.")
    await closing
    with sqlite3.connect(house.database) as reader:
        owed = reader.execute("SELECT count(*) FROM outbox WHERE fate = 'owed'").fetchone()
    reader.close()
    assert owed == (0,)


async def test_who_writes_on_in_the_breath_in_which_they_are_forgotten_is_somebody_new(
    house: House,
) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    await words(link, "ana@", "Where is the map?")
    patron_says(link, "forget me", "q2")
    await words(link, "pat@", "yes")
    patron_says(link, "yes", "q3")  # These two come in one turn of the loop.
    patron_says(link, "When do you open?", "q4")
    await words(link, "ana@", "When do you open?")
    assert not house.service.ailing
    with sqlite3.connect(house.database) as reader:
        addresses = reader.execute("SELECT address FROM patrons ORDER BY number").fetchall()
    reader.close()
    assert addresses == [("forgotten 1001",), ("pat@home.example",)]
