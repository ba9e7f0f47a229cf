"""The SQLite file: opening it, its settings, who may write, and bringing it up to date."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from imref.store.errors import StoreConflict, StoreError, StoreUnavailable
from imref.store.schema import REVISION, create

BUSY_SECONDS = 0.5
"""How long a statement waits for somebody else's lock. Patrons get a `wait` error after that."""

# What is deleted is overwritten too: a forgotten address must not be found in the file. FULL: a
# commit that has returned survives a power cut. A checkpoint costs two more fsyncs, so it
# comes every 16 MiB of log instead of every 4; reading that log back takes some 20 ms at a start.
WRITER_SETTINGS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA cache_size = -2000;
"""


def acquire_lock(path: Path) -> TextIO:
    """Become the one writer of ``path``; the lock ends with the returned file, or the process.

    A file beside the database, because closing any handle on the database itself would drop
    SQLite's own locks (POSIX locks belong to the process, not to the handle).

    Raises StoreError when another process has it, or the folder cannot be written.
    """
    beside = path.with_name(path.name + ".lock")
    try:
        handle = beside.open("w")
    except OSError as error:
        raise StoreError(f"{beside}: {error.strerror}") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        handle.close()
        raise StoreError(f"{path}: another imref is running on this database") from error
    return handle


def create_file(path: Path) -> None:
    """Create an empty database that only its owner can read; an existing one stays as it is."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Connect to an existing file, without the implicit transactions of `sqlite3`.

    Never creates one: an unmounted disk must not turn into a new, empty database.
    """
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def engine_on(connection: sqlite3.Connection, begin: str = "BEGIN") -> Engine:
    """SQLAlchemy on this one connection, with real transactions (SELECT and DDL included)."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql(begin))
    return engine


@contextmanager
def failures_named(path: Path) -> Iterator[None]:
    """Turn the errors of sqlite3 and SQLAlchemy into the store's own."""
    try:
        yield
    except DBAPIError as error:
        raise _named(path, error.orig or error) from error
    except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
        raise _named(path, error) from error


def _named(path: Path, error: BaseException) -> StoreUnavailable:
    # A lone surrogate, or a string beyond SQLite's limit, will not fit tomorrow either.
    if isinstance(error, sqlite3.IntegrityError | sqlite3.DataError):
        return StoreConflict(f"{path}: {error}")
    if isinstance(error, UnicodeEncodeError):
        return StoreConflict(f"{path}: text that is not Unicode")  # its message quotes the text
    return StoreUnavailable(f"{path}: {error}")


def bring_up_to_date(path: Path, connection: Connection) -> None:
    """Create the tables in an empty database, or migrate an older one.

    Raises StoreError for a database that is newer than the program, or not ours.
    """
    revision = _revision(path, connection)
    if not revision:
        create(connection)
    elif revision != REVISION:
        # Imported late: Alembic takes longer to import than the rest of a start.
        from imref.store.migrate import known_revisions, upgrade

        if revision not in known_revisions():
            raise StoreError(
                f"{path}: written by a newer imref (schema {revision}; this one knows {REVISION})"
            )
        upgrade(connection)


def _revision(path: Path, connection: Connection) -> str:
    """The revision the database is at, "" for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")
    if tables:
        raise StoreError(f"{path}: holds tables that are not imref's")
    return ""
