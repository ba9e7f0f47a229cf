"""A scene with Ana and Ben on duty, and a patron."""

import pytest

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def pat(scene: Scene) -> PatronAt:
    return scene.patron("pat")


@pytest.fixture
def ana(scene: Scene) -> Librarian:
    return scene.staff("ana")


@pytest.fixture
def ben(scene: Scene) -> Librarian:
    return scene.staff("ben")


@pytest.fixture
def cleo(scene: Scene) -> Librarian:
    return scene.staff("cleo")
