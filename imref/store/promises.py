"""Follow-ups that are still due at some desks, read beside the writer."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select

from imref.desk.model import ALIAS_PREFIX
from imref.desk.records import FollowUp, Promise
from imref.store.reader import glance
from imref.store.schema import LIVE, RECORDS, sessions

MOST: Final = 500
"""Follow-ups that are read at once; nobody works through more."""


@dataclass(frozen=True, slots=True)
class DuePromise:
    """An open follow-up: for whom, by whom, until when (Unix seconds).

    ``what`` is staff's own note of the task. ``answered`` is whether an answer went out already,
    and it only has to be settled.
    """

    alias: str
    session: int
    desk: str
    owner: str
    due: float
    what: str
    answered: bool


def due(path: Path, owner: str, desks: Collection[str], most: int = MOST) -> tuple[DuePromise, ...]:
    """Those of ``owner``, and those of everybody at these desks; the next due first.

    Raises StoreError.
    """
    table = RECORDS[FollowUp]
    alive = LIVE[FollowUp]
    assert alive is not None
    query = (
        select(table, sessions.c.desk)
        .join_from(table, sessions, table.c.session == sessions.c.number)
        .where(
            alive,
            table.c.state == Promise.OPEN,
            (table.c.owner == owner) | sessions.c.desk.in_(desks),
        )
        .order_by(table.c.due)
        .limit(most)
    )
    with glance(path) as connection:
        return tuple(
            DuePromise(
                f"{ALIAS_PREFIX}{row.patron}",
                row.session,
                row.desk,
                row.owner,
                row.due,
                row.what,
                row.answered > 0,
            )
            for row in connection.execute(query)
        )
