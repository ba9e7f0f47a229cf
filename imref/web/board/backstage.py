"""What the dashboard needs beside the room: its config, the store, who is logged in."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TypeVar, TypeVarTuple

from imref.config.dashboard import Dashboard
from imref.report.model import Report
from imref.store.errors import StoreError
from imref.store.waiting import NOTHING, Owed, owed
from imref.web.board.keys import Keys, Lifetime, Visit

COUNTED_AGAIN: Final = 10.0
"""Seconds for which a count of what is owed is good."""

ReportKey = tuple[tuple[str, ...], int, date, str | None]
"""Of which desks, of how many weeks, until when, and for whose eyes a report is."""

P = TypeVarTuple("P")
R = TypeVar("R")

READERS: Final = 2
"""Pages that are read from the store at once; others wait for their turn."""


@dataclass(slots=True)
class Backstage:
    """One for each service. ``ailing`` tells whether the store is out of order.

    ``database`` is only ever read, by so many at once as ``readers`` lets in. ``keys`` are who is
    logged in, ``streams`` whose visits are being kept up to date; ``reports`` are those that were
    made lately.
    """

    settings: Dashboard
    database: Path
    ailing: Callable[[], bool] = lambda: False
    keys: Keys = field(default_factory=Keys)
    streams: list[Visit] = field(default_factory=list)
    readers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(READERS))
    reports: dict[ReportKey, Report] = field(default_factory=dict)
    _owed: Owed = NOTHING
    _counted: float = 0.0

    @property
    def lifetime(self) -> Lifetime:
        """How long visits last by the config of now."""
        return Lifetime(self.settings.idle, self.settings.longest)

    async def read(self, query: Callable[[Path, *P], R], *asked: *P) -> R:
        """What a query finds in the store, in a thread of its own. Raises StoreError."""
        async with self.readers:
            return await asyncio.to_thread(query, self.database, *asked)

    async def owed(self, now: float) -> Owed:
        """What is still to be sent, as of some seconds ago; a store that is ill says nothing."""
        if now - self._counted >= COUNTED_AGAIN:
            self._counted = now
            try:
                self._owed = await self.read(owed)
            except StoreError:
                self._owed = NOTHING
        return self._owed
