"""A scene: a played server, a component linked to it, and what the component heard."""

import asyncio
from collections.abc import Callable
from typing import TypeVar
from xml.etree.ElementTree import Element

from imref.desk.effects import Say
from imref.desk.events import Event, LinkUp
from imref.xmpp.component import Component, Pace
from imref.xmpp.directory import Directory

from .server import DOMAIN, NS, PATIENCE, SECRET, Link, PlayedServer

SPOKEN_AT = 1_700_000_000.0
SPOKEN_STAMP = "2023-11-14T22:13:20.000Z"
HASTE = Pace(first_retry=0.01, last_retry=0.05, farewell=0.5, answer=60.0)

Kind = TypeVar("Kind", bound=Event)


class Ears:
    """What a component heard, one event after another."""

    def __init__(self) -> None:
        self.heard: list[Event] = []
        self._unread = 0
        self._news = asyncio.Event()

    def __call__(self, event: Event) -> None:
        """Hear an event."""
        self.heard.append(event)
        self._news.set()

    async def next(self) -> Event:
        """Give the next event."""
        async with asyncio.timeout(PATIENCE):
            while self._unread == len(self.heard):
                self._news.clear()
                await self._news.wait()
        self._unread += 1
        return self.heard[self._unread - 1]

    async def until(self, kind: type[Kind]) -> Kind:
        """Give the next event of a kind, and leave out what came before it."""
        while not isinstance(event := await self.next(), kind):
            pass
        return event


class Scene:
    """A component in front of a played server."""

    def __init__(
        self,
        server: PlayedServer,
        *,
        secret: str = SECRET,
        pace: Pace = HASTE,
        directory: Directory | None = None,
        hear: Callable[[Event], None] | None = None,
        jitter: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self.server = server
        self.ears = Ears()
        self.component = Component(
            DOMAIN,
            "127.0.0.1",
            server.port,
            secret,
            hear or self.ears,
            directory=directory,
            pace=pace,
            jitter=jitter,
        )
        self.running: asyncio.Task[None] | None = None

    def begin(self) -> asyncio.Task[None]:
        """Let the component run."""
        self.running = asyncio.ensure_future(self.component.run())
        return self.running

    async def up(self) -> Link:
        """Give the server's end of the next link."""
        link = await self.server.link()
        await self.ears.until(LinkUp)
        return link

    async def finish(self) -> None:
        """End the component."""
        await self.component.close()
        if self.running:
            async with asyncio.timeout(PATIENCE):
                await asyncio.wait({self.running})


def say(number: int, body: str = "", **more: object) -> Say:
    """A message to a patron, with the number in its id."""
    body = body or f"line {number}"
    return Say(number, "ask", "pat@home.example", body, f"im-{number}", SPOKEN_AT, **more)  # type: ignore[arg-type]


def ids(stanzas: list[Element]) -> list[str]:
    """The ids of stanzas, in order."""
    return [stanza.get("id", "") for stanza in stanzas]


def body_of(stanza: Element) -> str | None:
    """The text of a message."""
    return stanza.findtext(f"{NS}body")


def stamp_of(stanza: Element) -> str | None:
    """The delay stamp of a message (XEP-0203)."""
    delay = stanza.find("{urn:xmpp:delay}delay")
    return None if delay is None else delay.get("stamp")
