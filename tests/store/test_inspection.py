"""What `imref check` can tell of a database without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from imref.store.errors import StoreError
from imref.store.inspection import Condition, condition_of, in_use
from imref.store.journal import Journal


def write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


async def test_a_database_is_in_use_for_as_long_as_its_journal_is_open(path: Path) -> None:
    assert not in_use(path)
    journal = await Journal.open(path)
    assert in_use(path)
    await journal.close()
    assert not in_use(path)


async def test_looking_does_not_lock_anybody_out_and_leaves_nothing(path: Path) -> None:
    assert not in_use(path)
    assert condition_of(path) is Condition.MISSING
    assert list(path.parent.iterdir()) == []
    journal = await Journal.open(path)
    await journal.close()


def test_an_empty_file_is_empty(path: Path) -> None:
    path.touch()
    assert condition_of(path) is Condition.EMPTY


async def test_the_tables_are_current_or_newer_or_not_ours(path: Path) -> None:
    journal = await Journal.open(path)
    assert condition_of(path) is Condition.CURRENT
    await journal.close()
    assert condition_of(path) is Condition.CURRENT
    write(path, "UPDATE alembic_version SET version_num = '9999'")
    assert condition_of(path) is Condition.NEWER
    foreign = path.with_name("other.sqlite")
    write(foreign, "CREATE TABLE songs (title TEXT)")
    assert condition_of(foreign) is Condition.FOREIGN


def test_an_older_schema_is_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        path,
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )
    monkeypatch.setattr("imref.store.inspection.REVISION", "0002")
    assert condition_of(path) is Condition.OLDER


def test_a_file_that_is_no_database_is_an_error(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError):
        condition_of(path)
