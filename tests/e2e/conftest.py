"""Fixtures of the scenes: one server for all of them, fresh people and a fresh imref for each."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from imref.demo.federation import FederatedProsody, neighbours
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer

from .cast import Cast
from .clocked import START, Clock, ClockedLibrary
from .ejabberd import PrivateEjabberd
from .sample import NEIGHBOUR, PLAN, write_config


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
    config.addinivalue_line(
        "markers", "neighbour(**sections): what it changes in the config of the library next door"
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
    """The people of the scene's server."""
    async with gathered(server) as people:
        yield people


@asynccontextmanager
async def gathered(server: PrivateServer, clock: Clock | None = None) -> AsyncIterator[Cast]:
    """People on a server; what they said and heard is printed when the scene fails."""
    people = Cast(server, clock, clock.zone) if clock else Cast(server)
    try:
        yield people
    finally:
        print(people.play())
        await people.leaves()


@pytest_asyncio.fixture
async def service(
    server: PrivateServer, cast: Cast, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[RunningService]:
    """imref in front of the server, on a database of its own.

    It is stopped before the people leave: what it sends last still arrives.
    """
    marker = request.node.get_closest_marker("settings")
    running = RunningService(write_config(server, tmp_path, marker.kwargs if marker else None))
    async with stopped_in_the_end(running):
        await running.start()
        yield running


@asynccontextmanager
async def stopped_in_the_end(running: RunningService) -> AsyncIterator[RunningService]:
    """An imref that must stop in good order when the scene is over; its log is printed."""
    try:
        yield running
    finally:
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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def federation() -> AsyncIterator[tuple[FederatedProsody, FederatedProsody]]:
    """Two real servers of two domains, federated with each other over loopback."""
    async with neighbours(PLAN, NEIGHBOUR) as pair:
        yield pair


@pytest_asyncio.fixture
async def two_libraries(
    federation: tuple[FederatedProsody, FederatedProsody], tmp_path: Path
) -> AsyncIterator[tuple[Library, Library]]:
    """A library and its neighbour, each with a server, an imref and people of its own."""
    async with AsyncExitStack() as stack:
        libraries = []
        for server in federation:
            folder = tmp_path / server.domain
            folder.mkdir()
            people = await stack.enter_async_context(gathered(server))
            running = RunningService(write_config(server, folder))
            await stack.enter_async_context(stopped_in_the_end(running))
            libraries.append(Library(server, running, people))
        here, there = libraries
        await asyncio.gather(here.service.start(), there.service.start())
        yield here, there


@pytest_asyncio.fixture
async def partners(
    federation: tuple[FederatedProsody, FederatedProsody],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> AsyncIterator[tuple[ClockedLibrary, ClockedLibrary]]:
    """Two libraries on one clock, each other's partners round the clock; ours is open by day."""
    here, there = federation
    hours = {"zone": str(START.tzinfo), "weekly": {"mon-sun": "8:00-22:00"}}
    ours, theirs = partner_of(there, "Other City Library"), partner_of(here, "Library of Pat")
    changes = {"hours": hours, **ours}, {"hours": {"zone": "UTC"}, **theirs}
    clock = Clock()
    async with AsyncExitStack() as stack:
        libraries = []
        for server, laid_over, name in zip(
            federation, changes, ("settings", "neighbour"), strict=True
        ):
            marker = request.node.get_closest_marker(name)
            folder = tmp_path / server.domain
            folder.mkdir()
            path = write_config(server, folder, {**laid_over, **(marker.kwargs if marker else {})})
            people = await stack.enter_async_context(gathered(server, clock))
            library = ClockedLibrary(people, path, clock)
            stack.push_async_callback(closed, library)
            libraries.append(library)
        ours_opens, theirs_opens = (library.opens() for library in libraries)
        await asyncio.gather(ours_opens, theirs_opens)
        yield libraries[0], libraries[1]


async def closed(library: ClockedLibrary) -> None:
    """Stop an imref that still runs."""
    if library.runs:
        await library.closes()


def partner_of(server: PrivateServer, title: str) -> dict[str, Any]:
    """The section of a config that names the desk on another server as a partner."""
    partner = {"address": server.plan.desk_address("ask"), "title": title, "when": "24 h"}
    return {"desks": {"ask": {"partners": [partner]}}}
