"""Pilots as they are kept: written by the command line beside a running service, and read by both.

The service holds its lock for the length of a commit and waits `BUSY_SECONDS` for another's; what
is written here takes some milliseconds, so it does not notice. Here one waits for as long as people
wait for a command.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select, update

from imref.store.database import WRITER_SETTINGS, connect, engine_on, failures_named
from imref.store.errors import StoreError
from imref.store.reader import check_revision
from imref.store.schema import pilots

PATIENCE_MS: Final = 10_000
"""Milliseconds that a command waits for the service: under a flood it commits all the time."""


@dataclass(frozen=True, slots=True)
class PilotRow:
    """A pilot as it is kept.

    ``desk`` is "" for all desks together; ``made`` is when its ``targets`` (JSON) were set and
    their ``digest`` taken. It runs from ``started`` to ``until``, or was ``stopped`` before, and
    ``why``. Times are Unix seconds, 0 for never.
    """

    number: int
    desk: str
    made: float
    started: float
    until: float
    targets: str
    digest: str
    stopped: float = 0.0
    why: str = ""


def read_pilots(path: Path) -> list[PilotRow]:
    """All pilots that are kept, oldest first. Raises StoreError."""
    with failures_named(path), _opened(path, read_only=True) as connection:
        return _rows(connection)


def add_pilot(path: Path, make: Callable[[list[PilotRow]], PilotRow]) -> PilotRow:
    """Keep a pilot, which ``make`` makes in view of those that are kept (its number is not used).

    What ``make`` raises ends it, and nothing is kept. Raises StoreError.
    """
    with failures_named(path), _opened(path) as connection:
        row = make(_rows(connection))
        values = {name: getattr(row, name) for name in _COLUMNS if name != "number"}
        done = connection.execute(insert(pilots).values(values))
        return PilotRow(int(done.lastrowid), **values)


def stop_pilot(path: Path, number: int, at: float, why: str) -> None:
    """Note that a pilot was stopped; its targets stay as they are. Raises StoreError."""
    change = (
        update(pilots)
        .where(pilots.c.number == number, pilots.c.stopped == 0)
        .values(stopped=at, why=why)
    )
    with failures_named(path), _opened(path) as connection:
        connection.execute(change)


_COLUMNS = [field.name for field in fields(PilotRow)]


@contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[Connection]:
    """One transaction. A writer takes its lock first, so that what it reads stays true."""
    if not path.is_file():
        raise StoreError(f"{path}: no such database; it is created when the service starts")
    with closing(connect(path, read_only=read_only)) as file:
        if not read_only:
            file.executescript(WRITER_SETTINGS)
            file.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        with engine_on(file, begin=begin).begin() as connection:
            check_revision(path, connection)
            yield connection


def _rows(connection: Connection) -> list[PilotRow]:
    columns = [pilots.c[name] for name in _COLUMNS]
    found = connection.execute(select(*columns).order_by(pilots.c.number))
    return [PilotRow(**row._mapping) for row in found]
