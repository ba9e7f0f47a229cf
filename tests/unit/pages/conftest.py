"""A web server over a scene: real HTTP on a port of this machine, rules on a clock of their own."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import DummyCookieJar
from aiohttp.test_utils import TestClient, TestServer
from desk.scene import Scene, agreement, desk

from imref.config.catalogues import catalogues
from imref.config.web import Web
from imref.desk.wording import Wording
from imref.store.journal import Journal
from imref.web.server import application
from imref.web.site import Site

SECRET = "no-secret-here-but-long-enough-all-the-same"
HERE = "https://ask.library.example"
SITE = "https://www.library.example"


def settings(**changes: Any) -> Web:
    """The section ``web`` of a config."""
    said: Mapping[str, Any] = {
        "address": HERE,
        "guests": "guest.library.example",
        "secret": SECRET,
        "origins": [SITE],
        **changes,
    }
    return Web.model_validate(said)


@dataclass(slots=True)
class Visitor:
    """A client without a memory for cookies, and what it talks to."""

    http: "TestClient[Any, Any]"
    site: Site
    scene: Scene

    async def get(self, path: str, **headers: str) -> Any:
        """An answer, its body read; underscores in names of headers are dashes."""
        return await self._ask("GET", path, headers)

    async def post(self, path: str, **headers: str) -> Any:
        return await self._ask("POST", path, headers)

    async def _ask(self, method: str, path: str, headers: Mapping[str, str]) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = self.http.request(method, path, headers=named, allow_redirects=False)
        async with asked as answer:
            await answer.read()
            return answer


@pytest.fixture
def scene() -> Scene:
    """Ana and Ben at one desk, Cleo at another; four languages are spoken."""
    desks = (desk("ask", ("ana", "ben"), title="Ask a librarian"), desk("law", ("cleo",)))
    return Scene(agreement(*desks, wording=Wording(catalogues=catalogues())))


@pytest.fixture
async def database(tmp_path: Path) -> Path:
    """An empty store."""
    path = tmp_path / "imref.sqlite"
    await (await Journal.open(path)).close()
    return path


MakeVisitor = Callable[..., Any]


@pytest_asyncio.fixture
async def visit(scene: Scene) -> AsyncIterator[MakeVisitor]:
    """Make a visitor of a web server with a config: ``await visit(frames=[…])``."""
    made = []

    async def visitor(**changes: Any) -> Visitor:
        backstage, vitals = changes.pop("backstage", None), changes.pop("vitals", None)
        site = Site(settings(**changes), lambda: scene.room, lambda: scene.now, backstage, vitals)
        client = TestClient(TestServer(application(site)), cookie_jar=DummyCookieJar())
        await client.start_server()
        made.append(client)
        return Visitor(client, site, scene)

    yield visitor
    for client in made:
        await client.close()
