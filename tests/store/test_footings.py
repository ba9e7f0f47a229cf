"""What figures are made of beside sessions, from the real tables."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from imref.desk.effects import Effect, Keep, KeepPatron, KeepSession
from imref.desk.intervals import Interval
from imref.desk.model import Ending, Outcome, Patron, Session, SessionState
from imref.desk.records import Stint
from imref.store.database import connect, engine_on
from imref.store.footings import STILL, Presence, asked_in, presences
from imref.store.journal import Journal


@contextmanager
def read(path: Path) -> Iterator[Connection]:
    """A connection that can only read."""
    with closing(connect(path, read_only=True)) as file, engine_on(file).begin() as connection:
        yield connection


async def keep(journal: Journal, *effects: Effect) -> None:
    journal.add(effects)
    await journal.commit()


async def test_stints_come_in_order_and_as_long_as_they_were(journal: Journal, path: Path) -> None:
    await keep(
        journal,
        Keep(Stint(3, "ask", "ana", 200.0, 300.0, open=False)),
        Keep(Stint(1, "", "", 100.0, 300.0, open=False)),
        Keep(Stint(2, "ask", "", 150.0, 250.0, open=False)),
    )
    with read(path) as connection:
        assert list(presences(connection, end=1000.0, now=1000.0)) == [
            Presence("", "", Interval(100.0, 300.0)),
            Presence("ask", "", Interval(150.0, 250.0)),
            Presence("ask", "ana", Interval(200.0, 300.0)),
        ]
        assert len(list(presences(connection, end=150.0, now=1000.0))) == 1


async def test_a_stint_that_lasts_does_so_until_now(journal: Journal, path: Path) -> None:
    await keep(journal, Keep(Stint(1, "", "", 100.0, 300.0)))
    with read(path) as connection:
        (lasting,) = presences(connection, end=500.0, now=500.0)
        assert lasting.when == Interval(100.0, 500.0)
        (given_up,) = presences(connection, end=5000.0, now=301.0 + STILL)
        assert given_up.when == Interval(100.0, 300.0)


numbers = count(1)


def asked(at: float, desk: str = "ask", **more: Any) -> list[Effect]:
    """A session that was opened at a time, and is closed."""
    number = next(numbers)
    patron = Patron(1000 + number, f"p{number}@home.example", desk)
    session = Session(number, patron, desk, opened=at, state=SessionState.CLOSED, **more)
    return [KeepPatron(patron), KeepSession(session)]


async def test_who_asked_in_a_stretch_is_counted(journal: Journal, path: Path) -> None:
    stretch, later = Interval(100.0, 200.0), Interval(300.0, 400.0)
    await keep(
        journal,
        *asked(99.0),
        *asked(100.0),
        *asked(199.0, first_held=260.0),
        *asked(200.0),
        *asked(150.0, desk="law"),
        *asked(150.0, practice=True),
        *asked(150.0, outcome=Outcome.SPAM),
        *asked(150.0, ended_by=Ending.BLOCKED),
        *asked(150.0, first_held=150.0),
        *asked(399.0),
    )
    with read(path) as connection:
        assert asked_in(connection, "ask", [stretch, later]) == [2, 1]
        assert asked_in(connection, "law", [stretch, later]) == [1, 0]
        assert asked_in(connection, "ask", []) == []
