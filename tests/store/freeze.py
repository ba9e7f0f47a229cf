"""Freeze the newest schema: ``python -m tests.store.freeze`` writes ``frozen_<revision>.sql``.

Only before a revision is released. Afterwards its file stands for the databases that are out
there, and a change of the schema is a new revision.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from imref.store.database import connect, engine_on
from imref.store.migrate import upgrade
from imref.store.schema import REVISION

HERE = Path(__file__).parent


def freeze() -> Path:
    """Walk the first frozen schema, with its rows, through all migrations and write it down."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "old.sqlite"
        with closing(sqlite3.connect(path)) as old:
            old.executescript((HERE / "frozen_0001.sql").read_text())
        with closing(connect(path)) as connection:
            with engine_on(connection).begin() as transaction:
                upgrade(transaction)
            lines = [
                line
                for line in connection.iterdump()
                if line not in ("BEGIN TRANSACTION;", "COMMIT;")
            ]
    target = HERE / f"frozen_{REVISION}.sql"
    head = f"-- Schema {REVISION} as it was released. Never edit: databases like it are out there."
    target.write_text("\n".join([head, "PRAGMA journal_mode = WAL;", *lines]) + "\n")
    return target


if __name__ == "__main__":
    print(freeze())
