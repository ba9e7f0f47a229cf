"""Who was there, from the real table."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from imref.desk.effects import Effect, Keep
from imref.desk.intervals import Interval
from imref.desk.records import Stint
from imref.store.database import connect, engine_on
from imref.store.journal import Journal
from imref.store.presences import STILL, Presence, presences


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
