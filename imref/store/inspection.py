"""What can be said of a database from outside, without changing it: for `imref check`."""

import fcntl
import os
import sqlite3
from contextlib import closing
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

from imref.desk.records import Canary
from imref.store.database import connect, failures_named
from imref.store.schema import REVISION


class Condition(StrEnum):
    """In what state a database is found."""

    MISSING = "missing"
    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


def in_use(path: Path) -> bool:
    """Whether an imref holds the lock of the database at ``path``. Leaves nothing behind."""
    try:
        descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def condition_of(path: Path) -> Condition:
    """The state of the database at ``path``. Raises StoreError when it cannot be read."""
    if not path.exists():
        return Condition.MISSING
    with failures_named(path), closing(connect(path, read_only=True)) as connection:
        revision = _revision(connection)
    if revision == REVISION or revision is None:
        return Condition.CURRENT if revision else Condition.EMPTY
    if not revision:
        return Condition.FOREIGN
    # Imported late: Alembic is slow to import, and needed for an old database only.
    from imref.store.migrate import known_revisions

    return Condition.OLDER if revision in known_revisions() else Condition.NEWER


def last_daily_check(path: Path, desk: str) -> Canary | None:
    """The last daily check of a desk that came to its end; None before there was one.

    Raises StoreError when it cannot be read.
    """
    names = ", ".join(field.name for field in fields(Canary))
    query = (
        f"SELECT {names} FROM canaries WHERE desk = ? AND (answered > 0 OR failed <> '') "
        "ORDER BY number DESC LIMIT 1"
    )
    with failures_named(path), closing(connect(path, read_only=True)) as connection:
        row = connection.execute(query, (desk,)).fetchone()
    return None if row is None else Canary(*row)


def _revision(connection: sqlite3.Connection) -> str | None:
    """The revision of the schema, "" when the tables are not ours, None without tables."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return None
    if "alembic_version" not in tables:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""
