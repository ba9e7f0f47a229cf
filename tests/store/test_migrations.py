"""The migrations lead to the schema, from nothing and from every schema that was ever out."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from imref.store.database import connect, engine_on
from imref.store.errors import StoreError
from imref.store.journal import Journal
from imref.store.migrate import FOLDER, known_revisions, upgrade
from imref.store.schema import REVISION, metadata

FROZEN = sorted(Path(__file__).parent.glob("frozen_*.sql"))

Shape = dict[str, list[tuple[object, ...]]]


def migrated(path: Path) -> None:
    async def open_and_close() -> None:
        await (await Journal.open(path)).close()

    asyncio.run(open_and_close())


def shape(connection: sqlite3.Connection) -> Shape:
    """Columns, keys and indexes of every table, as SQLite understood them."""

    def facts() -> Iterator[tuple[str, list[tuple[object, ...]]]]:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        for (table,) in connection.execute(tables).fetchall():
            for pragma in ("table_xinfo", "index_list", "foreign_key_list"):
                found = connection.execute(f"PRAGMA {pragma}({table})").fetchall()
                yield f"{pragma} {table}", sorted((row[1:] for row in found), key=repr)
        indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        for name, sql in connection.execute(indexes).fetchall():
            yield f"index {name}", [(" ".join(sql.split()),)]

    return dict(facts())


def shape_of_schema(path: Path) -> Shape:
    path.touch()
    with closing(connect(path)) as connection:
        with engine_on(connection).begin() as transaction:
            metadata.create_all(transaction)
        return shape(connection)


def test_from_nothing_to_the_schema(path: Path, tmp_path: Path) -> None:
    migrated(path)
    with closing(connect(path)) as connection:
        assert shape(connection) == shape_of_schema(tmp_path / "other.sqlite")
        with engine_on(connection).begin() as transaction:
            assert compare_metadata(MigrationContext.configure(transaction), metadata) == []


def test_the_migrations_lead_from_nothing_to_the_same(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    migrated(path)
    other.touch()
    with closing(connect(path)) as made, closing(connect(other)) as walked:
        with engine_on(walked).begin() as transaction:
            upgrade(transaction)
        assert shape(walked) == shape(made)
        for table in ("alembic_version", "meta"):
            query = f"SELECT * FROM {table} ORDER BY 1"
            assert walked.execute(query).fetchall() == made.execute(query).fetchall()


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_from_every_frozen_schema_to_the_present_one(
    frozen: Path, path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(frozen.read_text())
    migrated(path)
    with closing(connect(path)) as connection:
        assert shape(connection) == shape_of_schema(tmp_path / "other.sqlite")
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (REVISION,)
        ]
        assert connection.execute("SELECT body FROM messages").fetchall() == [("kept of old",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_revision_is_frozen_and_the_newest_is_named() -> None:
    assert {path.stem.removeprefix("frozen_") for path in FROZEN} == known_revisions()
    assert ScriptDirectory(str(FOLDER)).get_current_head() == REVISION


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    migrated(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer imref.*9999"):
        migrated(path)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (soup TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not imref's"):
        migrated(path)
    assert path.read_bytes() == before


def test_a_start_at_the_newest_schema_does_not_import_alembic(path: Path) -> None:
    migrated(path)
    program = (
        "import asyncio, pathlib, sys\n"
        "from imref.store.journal import Journal\n"
        "async def main():\n"
        "    journal = await Journal.open(pathlib.Path(sys.argv[1]))\n"
        "    await journal.load(0.0)\n"
        "    await journal.close()\n"
        "asyncio.run(main())\n"
        "assert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


def test_what_figures_need_is_filled_in_for_what_was_kept_before(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript((Path(__file__).parent / "frozen_0003.sql").read_text())
        old.executemany(
            "INSERT INTO messages VALUES (?, 1, 1001, ?, ?, 'anna', '', ?, '', ?, 0, '', 0)",
            [(2, 9.5, "staff", "a1", ""), (3, 11.5, "staff", "a2", "a1"),
             (4, 12.5, "note", "n1", ""), (5, 13.5, "staff", "a3", "")],
        )  # fmt: skip
        old.execute("INSERT INTO turns VALUES (2, 1, 4.5, 'held', '', '')")
    migrated(path)
    with closing(connect(path)) as connection:
        columns = "first_answer, first_held, asked_lines, answer_lines"
        found = connection.execute(f"SELECT {columns} FROM sessions").fetchall()
    assert found == [(9.5, 4.5, 1, 2)]
