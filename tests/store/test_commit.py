"""One batch, one commit: what is kept, what is refused, whose fate is settled."""

import asyncio
import threading
from pathlib import Path

import pytest

from imref.desk.effects import (
    Acknowledge,
    Effect,
    Fate,
    KeepDuty,
    KeepMessage,
    Probe,
    Settle,
    SettleUpTo,
)
from imref.desk.model import Duty, Message, Speaker
from imref.store.errors import StoreConflict, StoreError, StoreUnavailable
from imref.store.journal import Journal

from .scenes import ANNA, OPENED, PATRON, Rows, Scene, session_of

FATES = "SELECT fate FROM outbox ORDER BY number"
STORED = "SELECT number, id, body FROM messages ORDER BY number"


async def test_only_fates_are_not_pressing(journal: Journal) -> None:
    scene = Scene()
    states = [(journal.pressing, journal.pending)]
    steps: list[list[Effect]] = [
        [Acknowledge("ask", PATRON, "q1"), Probe("ask", ANNA)],
        [Settle(1, ANNA, Fate.DELIVERED), SettleUpTo(1)],
        scene.opens(scene.patron()),
    ]
    for effects in steps:
        journal.add(effects)
        states.append((journal.pressing, journal.pending))
    await journal.commit()
    states.append((journal.pressing, journal.pending))
    nothing, fates, rows = (False, False), (False, True), (True, True)
    assert states == [nothing, nothing, fates, rows, nothing]


async def test_nothing_to_keep_writes_nothing(journal: Journal, path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    await journal.mark_running()
    before = log.stat().st_size
    journal.add([Acknowledge("ask", PATRON, "q1")])
    await journal.commit()
    assert log.stat().st_size == before


async def test_fates_ride_along_with_a_later_commit(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.says_patron(patron, "one", "q1", OPENED))
    journal.add(scene.says_patron(patron, "two", "q2", OPENED))
    await journal.commit()
    journal.add([SettleUpTo(1), Settle(2, ANNA, Fate.DELIVERED)])
    journal.add(scene.says_patron(patron, "three", "q3", OPENED))
    await journal.commit()
    assert rows(FATES) == [("accepted",), ("delivered",), ("owed",)]


async def test_a_stranger_settles_nothing(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "one", "q1", OPENED)])
    await journal.commit()
    journal.add([Settle(1, "eve@elsewhere.example", Fate.DELIVERED), Settle(9, ANNA, Fate.OWED)])
    await journal.commit()
    assert rows(FATES) == [("owed",)]


@pytest.mark.parametrize(
    ("news", "fate"),
    [
        ([Fate.DELIVERED, Fate.UNDELIVERABLE], Fate.DELIVERED),
        ([Fate.DELIVERED, Fate.ACCEPTED], Fate.DELIVERED),
        ([Fate.UNDELIVERABLE, Fate.ACCEPTED], Fate.UNDELIVERABLE),
        ([Fate.UNDELIVERABLE, Fate.DELIVERED], Fate.DELIVERED),
        ([Fate.ACCEPTED, Fate.UNDELIVERABLE], Fate.UNDELIVERABLE),
        ([Fate.UNDELIVERABLE, Fate.OWED], Fate.OWED),
    ],
)
async def test_what_was_delivered_stays_delivered(
    journal: Journal, rows: Rows, news: list[Fate], fate: Fate
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "one", "q1", OPENED)])
    await journal.commit()
    for one in news:
        journal.add([Settle(1, ANNA, one)])
        await journal.commit()
    assert rows(FATES) == [(fate.value,)]


async def test_the_barrier_passes_only_what_is_owed(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    for number in range(4):
        journal.add(scene.says_patron(patron, f"line {number}", f"q{number}", OPENED))
    await journal.commit()
    journal.add([SettleUpTo(3), Settle(2, ANNA, Fate.UNDELIVERABLE), SettleUpTo(1)])
    await journal.commit()
    assert rows(FATES) == [("accepted",), ("undeliverable",), ("accepted",), ("owed",)]


async def test_a_refused_batch_leaves_nothing(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron, other = scene.patron(), scene.patron("q@home.example")
    journal.add(scene.opens(patron))
    await journal.commit()
    journal.add(scene.opens(other))
    journal.add(scene.says_patron(other, "fine", "q1", OPENED))
    orphan = Message(77, 4711, 1001, OPENED, Speaker.PATRON, "", "no such session", "q2")
    journal.add([KeepMessage(orphan)])
    with pytest.raises(StoreConflict):
        await journal.commit()
    assert not journal.pressing
    assert rows("SELECT number FROM patrons") == [(1001,)]
    assert rows(STORED) == rows(FATES) == []
    journal.add(scene.says_patron(patron, "life goes on", "q3", OPENED))
    await journal.commit()
    assert [body for _, _, body in rows(STORED)] == ["life goes on"]


async def test_one_person_at_one_desk_has_one_alias(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    journal.add([*scene.opens(scene.patron()), *scene.opens(scene.patron(desk="law"))])
    await journal.commit()
    journal.add(scene.opens(scene.patron()))
    with pytest.raises(StoreConflict):
        await journal.commit()
    assert rows("SELECT desk FROM patrons ORDER BY number") == [("ask",), ("law",)]


async def test_a_message_that_came_twice_is_one_row(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "same", "q1", OPENED)])
    await journal.commit()
    journal.add(scene.says_patron(patron, "same", "q1", OPENED + 5))
    journal.add(scene.says_patron(patron, "new", "q2", OPENED + 6))
    await journal.commit()
    assert rows(STORED) == [(1, "q1", "same"), (3, "q2", "new")]
    relays = rows("SELECT number, id, message FROM outbox")
    assert relays == [(1, "q1", 1), (2, "q1", 1), (3, "q2", 3)]
    assert [say.body for say in (await journal.load(OPENED)).owed] == ["same", "same", "new"]


async def test_an_id_used_again_for_other_words_gets_one_of_its_own(
    journal: Journal, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "first", "1", OPENED)])
    await journal.commit()
    journal.add(scene.says_patron(patron, "second", "1", OPENED + 5))
    journal.add(scene.says_patron(patron, "third", "1", OPENED + 6))
    await journal.commit()
    assert rows(STORED) == [(1, "1", "first"), (2, "1~2", "second"), (3, "1~3", "third")]
    assert rows("SELECT id, message FROM outbox") == [("1", 1), ("1~2", 2), ("1~3", 3)]
    assert rows("SELECT origin FROM messages") == [("",), ("1",), ("1",)]


async def test_patron_and_staff_choose_ids_apart(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "yes?", "1", OPENED)])
    journal.add(scene.says_staff(patron, "anna", "yes!", "1", OPENED))
    await journal.commit()
    assert rows(STORED) == [(1, "1", "yes?"), (2, "1", "yes!")]


async def test_text_that_is_not_unicode_is_refused_without_quoting_it(journal: Journal) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([*scene.opens(patron), *scene.says_patron(patron, "sec\ud800ret", "1", OPENED)])
    with pytest.raises(StoreConflict) as caught:
        await journal.commit()
    assert "sec" not in str(caught.value)


async def test_commits_that_overlap_are_each_whole(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    commits = []
    for number in range(20):
        journal.add(scene.says_patron(patron, f"line {number}", f"q{number}", OPENED))
        commits.append(asyncio.ensure_future(journal.commit()))
        await asyncio.sleep(0)
    await asyncio.gather(*commits)
    assert len(rows(STORED)) == 20
    assert session_of(patron).open


async def test_there_is_one_writer(journal: Journal, path: Path) -> None:
    with pytest.raises(StoreError, match="another imref") as caught:
        await Journal.open(path)
    assert not isinstance(caught.value, StoreUnavailable)
    await journal.close()
    again = await Journal.open(path)
    await again.close()


async def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        await Journal.open(tmp_path / "nowhere" / "imref.sqlite")


async def test_only_its_owner_reads_what_patrons_ask(journal: Journal, path: Path) -> None:
    await journal.mark_running()
    for part in ("", "-wal", "-shm"):
        assert path.with_name(path.name + part).stat().st_mode & 0o077 == 0


async def test_a_small_commit_on_a_quick_disk_is_done_on_the_spot(journal: Journal) -> None:
    writers: list[int] = []
    connection = journal._connection
    assert connection is not None
    connection.set_trace_callback(lambda _: writers.append(threading.get_ident()))
    journal._last_commit = 0.0

    journal.add([KeepDuty(Duty("anna"))])
    await journal.commit()
    assert set(writers) == {threading.get_ident()}

    writers.clear()
    journal._last_commit = 1.0  # The disk has become slow: the loop must not wait for it.
    journal.add([KeepDuty(Duty("anna"))])
    await journal.commit()
    assert writers
    assert threading.get_ident() not in writers


async def test_a_commit_never_overtakes_what_the_writer_is_at(journal: Journal) -> None:
    hold = threading.Event()
    held = asyncio.create_task(journal._do(hold.wait))
    await asyncio.sleep(0)
    journal._last_commit = 0.0
    journal.add([KeepDuty(Duty("anna"))])
    commit = asyncio.create_task(journal.commit())
    await asyncio.sleep(0)
    assert not commit.done()
    hold.set()
    await asyncio.gather(held, commit)
