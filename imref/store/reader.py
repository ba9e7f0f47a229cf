"""A view of the database beside a service that goes on writing: it can only read."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, inspect, text

from imref.store.database import connect, engine_on, failures_named
from imref.store.errors import StoreError
from imref.store.schema import REVISION


class Reader:
    """A read-only view of the database at ``path``; a context manager.

    Raises StoreError when it does not exist, is not ours, or has another schema than this
    program's (the service brings an older one up to date when it starts).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with failures_named(path):
            if not path.is_file():
                raise StoreError(f"{path}: no such database; it is created when the service starts")
            self._file = connect(path, read_only=True)
        self._engine = engine_on(self._file)
        try:
            with failures_named(path), self._engine.begin() as transaction:
                check_revision(path, transaction)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        with closing(self._file):
            self._engine.dispose()


@contextmanager
def glance(path: Path) -> Iterator[Connection]:
    """One transaction that can only read, for what the service itself asks of its own database.

    Raises StoreError, also for what fails while the connection is used.
    """
    with (
        failures_named(path),
        closing(connect(path, read_only=True)) as file,
        engine_on(file).begin() as connection,
    ):
        yield connection


def check_revision(path: Path, connection: Connection) -> None:
    """Raise StoreError unless the database is ours and has the tables of this program."""
    if not inspect(connection).has_table("alembic_version"):
        raise StoreError(f"{path}: not a database of imref")
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision != REVISION:
        raise StoreError(f"{path}: has schema {revision}, this program reads {REVISION}")
