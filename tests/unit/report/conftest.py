"""A real store, empty."""

from collections.abc import Iterator

import pytest

from .kept import Store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store()
    yield opened
    opened.close()
