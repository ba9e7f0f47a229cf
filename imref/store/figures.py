"""A librarian's own figures, counted beside the writer on a connection that can only read.

What is counted: a session is somebody's from the turn in which they took it (claimed, or taken up
again). It is answered when they have written to the patron since; its wait is from the last turn
that made the patron wait (asked, came back, passed on, released, dealt, back from a partner) to
their first word. Rehearsals are left out. Loads are those of the desks at which they took any.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from imref.desk.errands import CountFigures, Figures
from imref.desk.events import FiguresCounted
from imref.desk.model import Moment, Speaker
from imref.desk.patron.rating import RATINGS
from imref.desk.records import FollowUp, Promise
from imref.store.reader import glance
from imref.store.schema import RATED, RECORDS, TAKEN, messages, sessions, turns

BEGINS_WAIT = (
    Moment.OPENED, Moment.RETURNED, Moment.TRANSFERRED, Moment.RELEASED, Moment.DEALT,
    Moment.CAME_HOME,
)  # fmt: skip

AT_ONCE = 400
"""Sessions in one IN list, well below what any database takes."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A session that somebody took: the first time since the day that figures begin."""

    session: int
    desk: str
    staff: str
    number: int
    at: float


def count(path: Path, asked: CountFigures) -> FiguresCounted:
    """Count what was asked for in the database at ``path``. Raises StoreError."""
    with glance(path) as connection:
        return FiguresCounted(asked, figures(connection, asked.staff, asked.since))


def figures(connection: Connection, staff: str, since: float) -> Figures:
    """What ``staff`` did since a moment (Unix seconds), and how much the others of their desks."""
    taken = list(_taken(connection, since))
    own = [one for one in taken if one.staff == staff]
    desks = {one.desk for one in own}
    waits = tuple(_waits(connection, own))
    loads = Counter(one.staff for one in taken if one.desk in desks)
    promises = _promises(connection, staff, since)
    return Figures(
        answered=len(waits),
        waits=waits,
        loads=tuple(sorted(loads.items())),
        kept=promises[Promise.KEPT],
        late=promises[Promise.LATE],
        broken=promises[Promise.BROKEN],
        ratings=_ratings(connection, staff, since),
    )


def _taken(connection: Connection, since: float) -> Iterator[_Taken]:
    query = (
        select(
            turns.c.session, sessions.c.desk, turns.c.staff,
            func.min(turns.c.number), func.min(turns.c.at),
        )
        .join_from(turns, sessions, turns.c.session == sessions.c.number)
        .where(TAKEN, turns.c.at >= since, ~sessions.c.practice)
        .group_by(turns.c.session, sessions.c.desk, turns.c.staff)
    )  # fmt: skip
    for row in connection.execute(query):
        yield _Taken(*row)


def _waits(connection: Connection, own: Sequence[_Taken]) -> Iterator[float]:
    """The seconds until the first word, of each session in which there was one."""
    for start in range(0, len(own), AT_ONCE):
        some = own[start : start + AT_ONCE]
        asked_at = _asked_at(connection, some)
        first_word = _first_words(connection, some)
        for one in some:
            if one.session in first_word:
                yield max(0.0, first_word[one.session] - asked_at.get(one.session, one.at))


def _asked_at(connection: Connection, some: Sequence[_Taken]) -> dict[int, float]:
    """Since when the patron of each session waited as it was taken."""
    claimed = {one.session: one.number for one in some}
    query = (
        select(turns.c.session, turns.c.number, turns.c.at)
        .where(turns.c.session.in_(list(claimed)), turns.c.what.in_(BEGINS_WAIT))
        .order_by(turns.c.number)
    )
    rows = connection.execute(query)
    return {row.session: row.at for row in rows if row.number <= claimed[row.session]}


def _first_words(connection: Connection, some: Sequence[_Taken]) -> dict[int, float]:
    """When the owner of each session first wrote to the patron after they had taken it."""
    claims = {one.session: one for one in some}
    query = (
        select(messages.c.session, messages.c.at)
        .where(
            messages.c.session.in_(list(claims)),
            messages.c.speaker == Speaker.STAFF,
            messages.c.staff == some[0].staff,
        )
        .order_by(messages.c.number.desc())
    )
    rows = connection.execute(query)
    return {row.session: row.at for row in rows if row.at >= claims[row.session].at}


def _promises(connection: Connection, staff: str, since: float) -> Counter[str]:
    """What became of their follow-ups that were settled since."""
    table = RECORDS[FollowUp]
    query = (
        select(table.c.state, func.count())
        .where(table.c.settled >= since, table.c.owner == staff)
        .group_by(table.c.state)
    )
    return Counter({row.state: row[1] for row in connection.execute(query)})


def _ratings(connection: Connection, staff: str, since: float) -> tuple[int, ...]:
    """How many patrons said 1, 2, 3, 4 and 5 of a conversation that they ended with ``staff``."""
    query = (
        select(sessions.c.rating, func.count())
        .where(RATED, sessions.c.closed >= since, sessions.c.owner == staff, ~sessions.c.practice)
        .group_by(sessions.c.rating)
    )
    found = {row.rating: row[1] for row in connection.execute(query)}
    return tuple(found.get(rating, 0) for rating in RATINGS)
