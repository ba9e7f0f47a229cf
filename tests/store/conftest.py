"""A journal on a real file, and a second look at that file from outside."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from imref.store.journal import Journal

from .scenes import Rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "imref.sqlite"


@pytest_asyncio.fixture
async def journal(path: Path) -> AsyncIterator[Journal]:
    opened = await Journal.open(path)
    yield opened
    await opened.close()


@pytest.fixture
def rows(path: Path) -> Rows:
    """Run a query on the file as another program would."""

    def query(sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(sql).fetchall()

    return query
