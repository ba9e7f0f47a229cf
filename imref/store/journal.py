"""The one writer: rows of a batch in one commit, and everything back after a start."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, Self, TextIO, TypeVar

from sqlalchemy import Connection, Engine, update

from imref.desk.effects import Effect
from imref.desk.ledger import Ledger
from imref.desk.model import Patron, Session
from imref.store import recollection
from imref.store.batch import KEEP, Batch, prepare
from imref.store.database import (
    WRITER_SETTINGS,
    acquire_lock,
    bring_up_to_date,
    connect,
    create_file,
    engine_on,
    failures_named,
)
from imref.store.errors import StoreUnavailable
from imref.store.repeats import reconcile
from imref.store.schema import meta

P = ParamSpec("P")
A = TypeVar("A")
R = TypeVar("R")

PROBE_CHARACTERS = 256 * 1024
"""How much has to fit on the disk before the store counts as usable again."""


SMALL = 24
"""Rows of a commit that may be done on the spot: a message or three, with all that follows."""

QUICK = 0.002
"""Seconds that the last commit may have taken for the next to be done on the spot."""


class Journal:
    """The kept state of the desk, written through one connection, one batch after another.

    Every call takes one hop to the writer's thread, also a commit of hundreds of rows; a small
    one on a quick disk is done on the spot. Calls may overlap: each is done as a whole.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._batch = Batch()
        self._lock: TextIO | None = None
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._closed = False
        self._under_way = 0
        self._last_commit = QUICK

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the database at ``path``, creating or migrating it where needed.

        Raises StoreError when it is in use by another process, newer than this program or not
        a database of ours; StoreUnavailable (a StoreError) when the disk refuses.
        """
        journal = cls(path)
        try:
            await journal._do(journal._open)
        except BaseException:
            await journal.close()
            raise
        return journal

    async def load(self, now: float) -> Ledger:
        """What the desk knew at the last commit. ``now`` is Unix seconds."""
        return await self._do(self._read, recollection.ledger, now)

    async def recall(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Patron, Session | None]]:
        """The patrons behind (address, desk) pairs, with their last session; unknown ones not."""
        return await self._do(self._read, recollection.recall, pairs)

    def add(self, effects: Iterable[Effect]) -> None:
        """Collect what these effects keep for the next commit; others are passed over."""
        self._batch.add(effects)

    @property
    def pressing(self) -> bool:
        """Whether something collected must be committed before anything is sent.

        Fates alone (Settle, SettleUpTo) are not pressing: they may ride along with a later
        commit, since losing them only repeats a send.
        """
        return self._batch.pressing

    @property
    def pending(self) -> bool:
        """Whether anything is collected that no commit has kept yet."""
        return not self._batch.empty

    async def commit(self) -> None:
        """Keep everything collected, in one transaction; durable on return.

        Raises StoreUnavailable when it could not be kept. Then nothing of it is, and the batch
        is dropped: what memory believes is to be loaded from the store again.
        """
        if self._batch.empty:
            return
        batch, self._batch = self._batch, Batch()
        batch.settle_down()
        if self._can_do_at_once(batch):
            with failures_named(self._path):
                self._keep(batch)
        else:
            await self._do(self._keep, batch)

    def _can_do_at_once(self, batch: Batch) -> bool:
        """Whether a commit is so small, and the disk so quick, that a hop would take longer.

        The hop to the writer's thread and back is half of the latency of a single message. After
        one slow commit the next goes to the thread again, where it holds nobody up.
        """
        return batch.size <= SMALL and self._last_commit < QUICK and not self._under_way

    async def probe(self) -> bool:
        """Whether a batch of ordinary size can be written (again)."""
        try:
            await self._do(self._probe)
        except StoreUnavailable:
            return False
        return True

    async def mark_running(self) -> None:
        """Note that from here on, a stop without `mark_clean` was not a clean one."""
        await self._do(self._note, "clean", "no")

    async def mark_clean(self) -> None:
        """Note that everything is done and sent. Raises StoreUnavailable."""
        await self._do(self._note, "clean", "yes")

    async def close(self) -> None:
        """Finish what is under way, close the file and let another process write."""
        if self._closed:
            return
        self._closed = True
        try:
            await self._do(self._close)
        finally:
            self._thread.shutdown(wait=False)

    async def _do(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run ``work`` on the writer's thread, with its errors named."""

        def named() -> R:
            with failures_named(self._path):
                return work(*args, **kwargs)

        self._under_way += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, named)
        finally:
            self._under_way -= 1

    # All that follows runs on the writer's thread; `_keep` on the caller's if that is quicker.

    def _open(self) -> None:
        self._lock = acquire_lock(self._path)
        create_file(self._path)
        self._connect()

    def _connect(self) -> None:
        self._connection = connection = connect(self._path)
        self._engine = engine_on(connection)
        with self._transaction() as transaction:
            bring_up_to_date(self._path, transaction)
        # Only now: a file that is not ours is left as it is, and a migration that rebuilds a
        # table must not be stopped by the foreign keys that point at it.
        connection.executescript(WRITER_SETTINGS)
        prepare(connection)

    @property
    def _writer(self) -> sqlite3.Connection:
        if self._connection is None:
            raise StoreUnavailable(f"{self._path}: not open")
        return self._connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._engine is None:
            raise StoreUnavailable(f"{self._path}: not open")
        with self._engine.begin() as transaction:
            yield transaction

    def _read(self, query: Callable[[Connection, A], R], argument: A) -> R:
        with self._transaction() as transaction:
            return query(transaction, argument)

    def _keep(self, batch: Batch) -> None:
        began = time.perf_counter()
        try:
            self._writer.execute(KEEP, batch.parameters())
        except sqlite3.IntegrityError:
            if not reconcile(batch, self._writer):
                raise
            self._writer.execute(KEEP, batch.parameters())
        finally:
            self._last_commit = time.perf_counter() - began

    def _note(self, name: str, value: str) -> None:
        with self._transaction() as transaction:
            transaction.execute(update(meta).where(meta.c.name == name).values(value=value))

    def _probe(self) -> None:
        try:
            self._write_and_erase()
        except (sqlite3.Error, StoreUnavailable):
            # The file may have been away (unmounted, replaced): a new handle sees what is there.
            self._disconnect()
            self._connect()
            self._write_and_erase()

    def _write_and_erase(self) -> None:
        write = "UPDATE meta SET value = ? WHERE name = 'probe'"
        self._writer.execute(write, ("." * PROBE_CHARACTERS,))
        self._writer.execute(write, ("",))

    def _disconnect(self) -> None:
        connection, self._connection, self._engine = self._connection, None, None
        if connection is not None:
            connection.close()

    def _close(self) -> None:
        self._disconnect()
        if self._lock is not None:
            self._lock.close()
