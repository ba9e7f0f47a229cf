"""How much is still to be sent, read beside the writer: for those who look after the service."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from imref.store.reader import glance
from imref.store.schema import OWED, outbox


@dataclass(frozen=True, slots=True)
class Owed:
    """Messages that no server has read yet, and since when the first of them (Unix seconds)."""

    count: int = 0
    since: float = 0.0


NOTHING: Final = Owed()


def owed(path: Path) -> Owed:
    """What is owed by the database at ``path``. Raises StoreError."""
    query = select(func.count(), func.coalesce(func.min(outbox.c.at), 0.0)).where(OWED)
    with glance(path) as connection:
        count, since = connection.execute(query).one()
        return Owed(count, since)
