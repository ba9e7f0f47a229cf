"""Fixtures of the scenes: one server for all of them, fresh people and a fresh imref for each."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

from .cast import Cast
from .clocked import Clock, ClockedLibrary
from .ejabberd import PrivateEjabberd
from .sample import PLAN, write_config


@dataclass(frozen=True, slots=True)
class Library:
    """A library that answers: its server, its imref and the people who talk through both."""

    server: PrivateServer
    service: RunningService
    cast: Cast


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "settings(**sections): what this scene changes in the sample library's config"
    )


@pytest_asyncio.fixture(
    scope="session", loop_scope="session", params=[PrivateProsody, PrivateEjabberd]
)
async def server(request: pytest.FixtureRequest) -> AsyncIterator[PrivateServer]:
    """A real server, with nothing connected to its component port."""
    async with request.param(PLAN) as running:
        yield running


@pytest_asyncio.fixture
async def cast(server: PrivateServer) -> AsyncIterator[Cast]:
    """The people; what they said and heard is printed when the scene fails."""
    people = Cast(server)
    yield people
    print(people.play())
    await people.leaves()


@pytest_asyncio.fixture
async def service(
    server: PrivateServer, cast: Cast, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[RunningService]:
    """imref in front of the server, on a database of its own; it must stop in good order.

    It is stopped before the people leave: what it sends last still arrives.
    """
    marker = request.node.get_closest_marker("settings")
    running = RunningService(write_config(server, tmp_path, marker.kwargs if marker else None))
    await running.start()
    yield running
    code = await running.stop() if running.runs else 0
    print(running.complaint(f"ended with exit code {code}"))
    assert code == 0, running.complaint("did not stop in good order")


@pytest.fixture
def library(server: PrivateServer, service: RunningService, cast: Cast) -> Library:
    """Everything together: what most scenes begin with."""
    return Library(server, service, cast)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def prosody() -> AsyncIterator[PrivateServer]:
    """A real server for the scenes in which hours pass: what differs there is the clock alone."""
    async with PrivateProsody(PLAN) as running:
        yield running


@pytest_asyncio.fixture
async def clocked(
    prosody: PrivateServer, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[ClockedLibrary]:
    """A library whose clock the scene moves; what its people said is printed when it fails."""
    marker = request.node.get_closest_marker("settings")
    path = write_config(prosody, tmp_path, marker.kwargs if marker else None)
    clock = Clock()
    library = ClockedLibrary(Cast(prosody, clock, clock.zone), path, clock)
    await library.opens()
    yield library
    print(library.cast.play())
    if library.runs:
        await library.closes()
    await library.cast.leaves()
