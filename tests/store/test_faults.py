"""The disk fills, another program holds the lock, the process is killed: nothing kept is lost."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from imref.store.errors import StoreConflict, StoreUnavailable
from imref.store.journal import Journal

from .scenes import OPENED, Rows, Scene

COMMITTER = Path(__file__).with_name("committer.py")
KEPT = "SELECT max(number), count(*) FROM messages"


def move_database(source: Path, target: Path) -> None:
    for part in source.glob("imref.sqlite*"):
        assert not (target / part.name).exists()
        shutil.move(part, target / part.name)


def committer(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(COMMITTER), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_full_disk_refuses_a_batch_and_is_used_again_when_there_is_room(
    path: Path, rows: Rows
) -> None:
    with committer(str(path), str(400_000)) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        refused = process.stdout.readline()
        assert refused.startswith("refused after "), refused
        kept = int(refused.split()[2].rstrip(":"))
        assert kept > 0
        assert process.stdout.readline() == "probe False\n"
        assert rows(KEPT) == [(kept, kept)]
        process.stdin.write("room again\n")
        process.stdin.flush()
        assert process.stdout.read() == f"probe True\nnext {kept + 1}\ndone\n"
    assert rows(KEPT) == [(kept + 7, kept + 7)]
    assert rows("PRAGMA integrity_check") == [("ok",)]


def test_killed_at_any_moment_everything_committed_is_there(path: Path, rows: Rows) -> None:
    promised = 0
    for round_ in range(4):
        with committer(str(path)) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            for _ in range(3 + 7 * round_):
                promised = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            for line in process.stdout:
                if line.endswith("\n"):
                    promised = int(line)
        ((newest, number),) = rows(KEPT)
        assert newest >= promised
        assert number == newest, "a batch is there whole or not at all"
        assert number % 7 == 0
        assert rows("SELECT count(*), count(DISTINCT message) FROM outbox") == [(number, number)]
        assert rows("PRAGMA integrity_check") == [("ok",)]
        assert rows("PRAGMA foreign_key_check") == []


async def test_a_locked_database_refuses_and_recovers_by_itself(
    journal: Journal, path: Path, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    await journal.commit()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal.add(scene.says_patron(patron, "lost to the lock", "q1", OPENED))
        with pytest.raises(StoreUnavailable, match="locked") as caught:
            await journal.commit()
        assert not isinstance(caught.value, StoreConflict)
        assert not await journal.probe()
        with pytest.raises(StoreUnavailable):
            await journal.mark_clean()
        other.execute("ROLLBACK")
    assert await journal.probe()
    journal.add(scene.says_patron(patron, "kept", "q2", OPENED))
    await journal.commit()
    assert rows("SELECT body FROM messages") == [("kept",)]


async def test_reading_from_outside_does_not_hold_up_a_commit(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    await journal.commit()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM messages").fetchone() == (0,)
        journal.add(scene.says_patron(patron, "meanwhile", "q1", OPENED))
        await journal.commit()
        assert other.execute("SELECT count(*) FROM messages").fetchone() == (0,)


async def test_a_disk_that_was_away_is_found_again_and_no_empty_one_made(
    journal: Journal, path: Path, tmp_path: Path, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    await journal.commit()
    await journal.close()
    away = tmp_path / "away"
    away.mkdir()
    again = await Journal.open(path)
    try:
        again._disconnect()  # what a failed write and a failed reopening leave behind
        move_database(tmp_path, away)
        assert not await again.probe()
        again.add(scene.says_patron(patron, "nowhere to write", "q1", OPENED))
        with pytest.raises(StoreUnavailable):
            await again.commit()
        with pytest.raises(StoreUnavailable):
            await again.load(OPENED)
        move_database(away, tmp_path)
        assert await again.probe()
        again.add(scene.says_patron(patron, "back", "q2", OPENED))
        await again.commit()
    finally:
        await again.close()
    assert rows("SELECT body FROM messages") == [("back",)]
