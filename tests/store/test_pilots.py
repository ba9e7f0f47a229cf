"""Pilots are written beside a running service, and neither keeps the other from its work."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from imref.desk.effects import KeepDuty
from imref.desk.model import Duty
from imref.store.errors import StoreError
from imref.store.journal import Journal
from imref.store.pilots import PilotRow, add_pilot, read_pilots, stop_pilot

ROW = PilotRow(0, "ask", 1.0, 2.0, 3.0, "[]", "abc")


def always(row: PilotRow) -> Callable[[list[PilotRow]], PilotRow]:
    return lambda _: row


async def test_kept_and_read_beside_the_writer(tmp_path: Path) -> None:
    path = tmp_path / "imref.sqlite"
    journal = await Journal.open(path)
    assert read_pilots(path) == []
    made = add_pilot(path, always(ROW))
    assert made.number == 1
    journal.add([KeepDuty(Duty("ana"))])
    await journal.commit()
    stop_pilot(path, 1, 2.5, "moving house")
    (row,) = read_pilots(path)
    assert (row.stopped, row.why, row.targets) == (2.5, "moving house", "[]")
    stop_pilot(path, 1, 9.0, "another reason")
    assert read_pilots(path) == [row]
    await journal.close()


async def test_the_service_commits_all_the_while(tmp_path: Path) -> None:
    """Forty pilots and some hundred commits of the service, at the same time, and all are kept."""
    path = tmp_path / "imref.sqlite"
    journal = await Journal.open(path)
    writing = asyncio.create_task(asyncio.to_thread(_forty, path))
    commits = 0
    while not writing.done() or commits < 100:
        journal.add([KeepDuty(Duty(f"staff{commits}"))])
        await journal.commit()
        commits += 1
        await asyncio.sleep(0)
    await writing
    ledger = await journal.load(0.0)
    assert len(ledger.duties) == commits
    assert len(read_pilots(path)) == 40
    await journal.close()


def _forty(path: Path) -> None:
    for _ in range(40):
        add_pilot(path, always(ROW))


async def test_two_command_lines_cannot_both_begin_one(tmp_path: Path) -> None:
    """What a pilot is made in view of stays true until it is kept."""
    path = tmp_path / "imref.sqlite"
    await (await Journal.open(path)).close()

    def refuse_a_second(kept: list[PilotRow]) -> PilotRow:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(path, timeout=0).execute("INSERT INTO meta VALUES ('x', 'y')")
        return ROW

    add_pilot(path, refuse_a_second)
    assert len(read_pilots(path)) == 1


async def test_what_is_refused_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "imref.sqlite"
    await (await Journal.open(path)).close()

    def refuse(kept: list[PilotRow]) -> PilotRow:
        raise LookupError("one runs already")

    with pytest.raises(LookupError):
        add_pilot(path, refuse)
    assert read_pilots(path) == []


def test_without_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        read_pilots(tmp_path / "imref.sqlite")
    assert not (tmp_path / "imref.sqlite").exists()
