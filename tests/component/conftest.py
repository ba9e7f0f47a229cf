"""Fixtures: a played server, and a scene whose component is linked to it."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from .scene import Scene
from .server import PlayedServer

MakeScene = Callable[..., Scene]


@pytest.fixture
async def server() -> AsyncIterator[PlayedServer]:
    """A played server whose port is open."""
    played = PlayedServer()
    await played.start()
    yield played
    await played.stop()


@pytest.fixture
async def make_scene(server: PlayedServer) -> AsyncIterator[MakeScene]:
    """Make scenes with special components; all of them end with the test."""
    scenes: list[Callable[[], Awaitable[None]]] = []

    def make(**how: object) -> Scene:
        scene = Scene(server, **how)  # type: ignore[arg-type]
        scenes.append(scene.finish)
        return scene

    yield make
    for finish in scenes:
        await finish()


@pytest.fixture
async def scene(make_scene: MakeScene) -> Scene:
    """A scene whose component runs."""
    made = make_scene()
    made.begin()
    return made
