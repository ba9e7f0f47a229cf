"""A web server for each test."""

from collections.abc import AsyncIterator

import pytest_asyncio

from .web import Site, site


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Site]:
    """A web server that has files."""
    async with site() as here:
        yield here
