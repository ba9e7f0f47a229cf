"""A start costs what is open and owed, not what is archived: SQLite's own plans say so."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from imref.desk.effects import Fate, Settle
from imref.store import recollection
from imref.store.archive import Archive
from imref.store.batch import KEEP, PREPARE, prepare
from imref.store.database import WRITER_SETTINGS, connect, engine_on
from imref.store.journal import Journal

from .scenes import ANNA, OPENED, Scene

BOUNDED = (
    "sessions_open", "outbox_owed", "patrons_email", " duties", " CONSTANT ROW",
    "followups_live", "mails_live", " canned", " blocks", " watchers",
    " roster_items", " parcels", " done",
    "stints_live", "canaries_live", " editions", " bulletins",
)  # fmt: skip
"""What may be read as a whole: open sessions, owed rows, the staff, a list of values, and the
records that are of use."""


async def fill(path: Path) -> None:
    """An archive, one waiting session with an earlier one, and one owed row."""
    journal = await Journal.open(path)
    scene = Scene()
    for number in range(50):
        patron = scene.patron(f"p{number}@home.example")
        journal.add(scene.opens(patron))
        journal.add(scene.says_patron(patron, "archived", "q", OPENED))
        journal.add([Settle(number + 1, ANNA, Fate.DELIVERED)])
        journal.add(scene.closes(patron, OPENED))
    journal.add(scene.opens(patron, OPENED + 1))
    journal.add(scene.says_patron(patron, "open", "r", OPENED + 1))
    await journal.commit()
    await journal.close()


def planned(engine: Engine, connection: sqlite3.Connection) -> list[str]:
    """A list that fills with the plan of every query that is run on ``engine``."""
    plans: list[str] = []

    def note(*seen: Any) -> None:
        statement, values = seen[2:4]
        if statement.startswith("SELECT"):
            rows = connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            plans.extend(str(row[3]) for row in rows)

    event.listen(engine, "before_cursor_execute", note)
    return plans


def walks(plans: list[str]) -> list[str]:
    """Steps through the whole of a table or index that grows for ever."""
    return [plan for plan in plans if plan.startswith("SCAN") and not plan.endswith(BOUNDED)]


def test_a_start_walks_through_no_archive(path: Path) -> None:
    asyncio.run(fill(path))
    with closing(connect(path)) as connection:
        engine = engine_on(connection)
        plans = planned(engine, connection)
        with engine.begin() as transaction:
            ledger = recollection.ledger(transaction, OPENED + 60)
    assert [session.number for session in ledger.sessions] == [51]
    assert [say.body for say in ledger.owed] == ["open"]
    assert walks(plans) == []
    for index in ("sessions_open", "sessions_patron", "messages_session", "outbox_owed",
                  "outbox_message", "turns_session"):  # fmt: skip
        assert index in "\n".join(plans), index


def test_recalling_a_patron_walks_through_no_archive(path: Path) -> None:
    asyncio.run(fill(path))
    pairs = [(f"p{number}@home.example", "ask") for number in range(3)]
    pairs.append(("ask@ref.other.example", "patron-1004"))
    with closing(connect(path)) as connection:
        engine = engine_on(connection)
        plans = planned(engine, connection)
        with engine.begin() as transaction:
            assert len(recollection.recall(transaction, pairs)) == 3
    assert walks(plans) == []


def test_a_commit_looks_rows_up_and_walks_through_the_batch_alone(path: Path) -> None:
    asyncio.run(fill(path))
    with closing(connect(path)) as connection:
        prepare(connection)
        update = PREPARE[PREPARE.index("UPDATE outbox SET fate = news") :].split(";")[0]
        steps = connection.execute(
            "EXPLAIN QUERY PLAN " + update.replace("NEW.settled", "'[]'")
        ).fetchall()
        plans = [row[3] for row in steps]
        assert plans[0].startswith("SCAN json_each")
        assert plans[1] == "SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)"
        upto = "UPDATE outbox SET fate = 'accepted' WHERE fate = 'owed' AND number <= 9"
        plan = connection.execute(f"EXPLAIN QUERY PLAN {upto}").fetchone()[3]
        assert "outbox_owed" in plan
        assert connection.execute(KEEP, [None] * KEEP.count("?")).rowcount <= 1


def test_a_transcript_walks_through_no_archive(path: Path) -> None:
    asyncio.run(fill(path))
    with Archive(path) as archive:
        plans = planned(archive._engine, archive._file)
        assert archive.transcript(3) is not None
        assert archive.sessions_of("patron-1001")
    assert plans
    assert walks(plans) == []


def test_the_settings_of_the_writer(path: Path) -> None:
    asyncio.run(fill(path))
    with closing(connect(path)) as connection:
        connection.executescript(WRITER_SETTINGS)

        def setting(name: str) -> object:
            return connection.execute(f"PRAGMA {name}").fetchone()[0]

        assert (setting("journal_mode"), setting("synchronous")) == ("wal", 2)
        assert (setting("foreign_keys"), setting("busy_timeout")) == (1, 500)
    reader = connect(path, read_only=True)
    with closing(reader), pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM turns")
