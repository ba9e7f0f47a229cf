"""Two look at the database at the same moment, also while somebody writes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from imref.store.evidence import ATTEMPTS, Evidence
from imref.store.journal import Journal

from .scenes import OPENED, Scene


@pytest.fixture
async def kept(journal: Journal) -> None:
    scene = Scene()
    for number in range(3):
        journal.add(scene.opens(scene.patron(f"p{number}@home.example"), OPENED + number))
    await journal.commit()


class Writer:
    """Somebody who commits while the other comes to look, so many times."""

    def __init__(self, path: Path, commits: int) -> None:
        self._path, self._left, self.asked = path, commits, 0

    def __call__(self) -> bool:
        self.asked += 1
        if self._left:
            self._left -= 1
            with closing(sqlite3.connect(self._path)) as file:
                file.execute("UPDATE sessions SET rating = rating + 1")
                file.commit()
        return True


def ratings(path: Path, writer: Writer) -> tuple[int, bool]:
    """The rating that is seen, and whether both see the same."""
    with Evidence(path) as evidence, evidence.looked_at_with(writer) as (view, same):
        (row,) = view.connection.exec_driver_sql("SELECT DISTINCT rating FROM sessions").all()
        return row[0], same


@pytest.mark.usefixtures("kept")
async def test_the_other_looks_once_while_nobody_writes(path: Path) -> None:
    writer = Writer(path, 0)
    assert ratings(path, writer) == (0, True)
    assert writer.asked == 1


@pytest.mark.usefixtures("kept")
async def test_both_look_again_when_somebody_has_written_in_between(path: Path) -> None:
    writer = Writer(path, 2)
    assert ratings(path, writer) == (2, True)
    assert writer.asked == 3


@pytest.mark.usefixtures("kept")
async def test_it_is_said_when_they_never_saw_the_same(path: Path) -> None:
    writer = Writer(path, ATTEMPTS)
    assert ratings(path, writer) == (ATTEMPTS, False)


@pytest.mark.usefixtures("kept")
async def test_the_other_may_not_come(path: Path) -> None:
    asked = []
    with (
        Evidence(path) as evidence,
        evidence.looked_at_with(lambda: bool(asked.append(1))) as (view, same),
    ):
        assert (view.count(OPENED, OPENED + 10), same, asked) == (3, False, [1])


@pytest.mark.usefixtures("kept")
async def test_when_a_session_was_opened_by_its_place(path: Path) -> None:
    with Evidence(path) as evidence, evidence.looked_at() as view:
        assert view.opened(1, OPENED, OPENED + 10) == OPENED + 1
        assert view.opened(3, OPENED, OPENED + 10) == OPENED + 10
