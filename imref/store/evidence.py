"""What the figures need of the database: no words, no addresses, nothing that leads to a patron.

Sessions come in batches of columns, in the order in which they were opened. A million of them are
worked through column by column in a fraction of the time that a million objects take.
"""

import sqlite3
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from imref.desk.records import FollowUp
from imref.store.database import connect, failures_named
from imref.store.reader import Reader
from imref.store.schema import RECORDS, meta, sessions

ATTEMPTS = 50
"""How often two try to look at the database at the same moment: each takes a few milliseconds."""

BATCH = 500
"""Sessions in a batch: enough to be quick, few enough to stay in a processor's own memory."""


class Cases(NamedTuple):
    """Some sessions, a tuple for each column; the same place in each is the same session.

    Unix seconds are ``opened``, ``first_answer`` (0 without one), ``closed`` (0 while it is open)
    and ``last_words``, the last that anybody said. ``kept_at_once`` is whether the desk was closed
    when it came. ``promise`` is the state of the follow-up that was promised in it, "" for none.
    The others are as in the schema.
    """

    opened: tuple[float, ...]
    desk: tuple[str, ...]
    ended_by: tuple[str, ...]
    outcome: tuple[str, ...]
    practice: tuple[int, ...]
    owner: tuple[str, ...]
    channel: tuple[str, ...]
    first_answer: tuple[float, ...]
    kept_at_once: tuple[int, ...]
    closed: tuple[float, ...]
    last_words: tuple[float, ...]
    asked_lines: tuple[int, ...]
    answer_lines: tuple[int, ...]
    read: tuple[int, ...]
    promise: tuple[str, ...]


class _Made(NamedTuple):
    """A promise that was made to a patron, until it was settled (0: it is still open)."""

    settled: float
    state: str


class Evidence(Reader):
    """The database as it is at one moment, for figures; `looked_at` gives a view of it."""

    @contextmanager
    def looked_at(self) -> Iterator["View"]:
        """One transaction for everything, so that all the figures are of the same moment."""
        with failures_named(self._path), self._engine.begin() as transaction:
            yield View(transaction)

    @contextmanager
    def looked_at_with(self, other: Callable[[], bool]) -> Iterator[tuple["View", bool]]:
        """A view, and whether ``other`` has begun to look at the same moment elsewhere.

        It is called anew when somebody commits in between, and says itself whether it looks.
        """
        with failures_named(self._path), closing(connect(self._path, read_only=True)) as watch:
            for _ in range(ATTEMPTS):
                before = _commits(watch)
                with self.looked_at() as view:
                    view.begin()
                    looks = other()
                    if not looks or _commits(watch) == before:
                        yield view, looks
                        return
        with self.looked_at() as view:
            yield view, False

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path


def _commits(watch: sqlite3.Connection) -> int:
    """A number that is another one after somebody has committed."""
    (number,) = watch.execute("PRAGMA data_version").fetchone()
    return int(number)


class View:
    """What can be asked of the database; ``connection`` is for other queries of the store."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def begin(self) -> None:
        """Be at the moment that all is seen at; otherwise the first query does it."""
        self.connection.execute(select(meta.c.name).limit(1)).all()

    def count(self, start: float, end: float, desks: Collection[str] = ()) -> int:
        """How many sessions were opened from ``start`` until ``end`` (Unix seconds)."""
        query = select(func.count()).select_from(sessions).where(_chosen(start, end, desks))
        return self.connection.scalar(query) or 0

    def opened(self, place: int, start: float, end: float, desks: Collection[str] = ()) -> float:
        """When the session at a ``place`` (from 0) was opened, of those that `count` counts."""
        query = select(sessions.c.opened).where(_chosen(start, end, desks))
        found = self.connection.scalar(query.order_by(sessions.c.opened).offset(place).limit(1))
        return end if found is None else float(found)

    def cases(
        self, start: float, end: float, desks: Collection[str] = ()
    ) -> Generator[Cases, None, None]:
        """The sessions opened from ``start`` until ``end``, at these desks or (none named) at all.

        A session belongs to the desk that serves it now, or did at its end.
        """
        promises = self._promises(start)
        # The driver's own rows: those of SQLAlchemy cost as much again, a million times.
        for rows in raw_rows(self.connection, _columns(_chosen(start, end, desks))):
            *columns, patrons = zip(*rows, strict=True)
            made = map(promises.get, patrons)
            promise = [
                _promised(each, at) if each else ""
                for each, at in zip(made, columns[0], strict=True)
            ]
            yield Cases._make([*columns, tuple(promise)])

    def _promises(self, start: float) -> Mapping[int, Sequence[_Made]]:
        """The promises that were open at some time since ``start``, by patron, in their order."""
        of = RECORDS[FollowUp].c
        query = select(of.patron, of.settled, of.state).order_by(of.number)
        found: dict[int, list[_Made]] = {}
        lately = or_(of.settled == 0, of.settled >= start)
        for rows in raw_rows(self.connection, query.where(lately)):
            for patron, settled, state in rows:
                found.setdefault(patron, []).append(_Made(settled, state))
        return found


def _promised(made: Sequence[_Made], opened: float) -> str:
    """The state of the first promise that was not yet settled as a session began.

    There is one open promise to a patron at a time. It may be older than the session, which then
    joined it, or be made in it, or after its end.
    """
    for settled, state in made:
        if not settled or settled >= opened:
            return state
    return ""


def _chosen(start: float, end: float, desks: Collection[str]) -> ColumnElement[bool]:
    chosen = and_(sessions.c.opened >= start, sessions.c.opened < end)
    return and_(chosen, sessions.c.desk.in_(sorted(desks))) if desks else chosen


def _columns(chosen: ColumnElement[bool]) -> Select[Any]:
    """The columns of `Cases`, but for the promise: its patron stands in its place."""
    of = sessions.c
    return (
        select(
            of.opened, of.desk, of.ended_by, of.outcome, of.practice, of.owner,
            of.channel, of.first_answer,
            and_(of.first_held > 0, of.first_held <= of.opened),
            of.closed, func.max(of.patron_spoke, of.owner_spoke),
            of.asked_lines, of.answer_lines, of.read, of.patron,
        )
        .where(chosen)
        .order_by(of.opened)
    )  # fmt: skip


def raw_rows(connection: Connection, query: Select[Any]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """The driver's own rows, some at a time: those of SQLAlchemy take several times as long."""
    compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
    values = [compiled.params[name] for name in compiled.positiontup or ()]
    cursor = connection.connection.cursor()
    try:
        cursor.execute(str(compiled), values)
        while rows := cursor.fetchmany(BATCH):
            yield rows
    finally:
        cursor.close()
