"""The real service on a real store, in front of a server that the test plays."""

import asyncio
import time
from pathlib import Path
from xml.etree.ElementTree import Element

from imref.addresses import Addresses
from imref.clerk import Clerk
from imref.config.wording import wording
from imref.desk.agreement import Agreement, Desk, StaffMember
from imref.desk.errands import ListAlias, UnlistAlias
from imref.desk.events import ClockTicked
from imref.meters import Meters
from imref.rosters import Rosters
from imref.service import Service
from imref.store.journal import Journal
from imref.xmpp.component import Component

from .scene import HASTE, body_of
from .server import DOMAIN, NS, SECRET, Link, PlayedServer

AGREEMENT = Agreement(
    DOMAIN,
    {"ask": Desk("ask", "Ask a librarian", (("ana", "ben"),))},
    {
        f"{name}@library.example": StaffMember(name, f"{name}@library.example", shown)
        for name, shown in (("ana", "Ana"), ("ben", "Ben"))
    },
    wording=wording("en", {}),
)
ERROR = f"{NS}error"
RECEIVED = "{urn:xmpp:receipts}received"


class House:
    """A service that can be started, stopped and killed on the same database."""

    def __init__(self, server: PlayedServer, database: Path) -> None:
        self.server = server
        self.database = database
        self.journal: Journal
        self.service: Service
        self.component: Component
        self.clerk: Clerk
        self.meters: Meters
        self._ahead = 0.0
        self._tasks: list[asyncio.Task[None]] = []

    async def opens(self) -> Link:
        """Start the service; gives the server's end of its link."""
        self.journal = await Journal.open(self.database)
        rosters = Rosters(DOMAIN, lambda: self.component.asking)
        self.clerk = Clerk({ListAlias: rosters.put, UnlistAlias: rosters.take_out})
        self.meters = Meters(lambda: self.service, time.time)
        self.service = Service(
            AGREEMENT,
            self.journal,
            lambda: time.time() + self._ahead,
            self.clerk,
            self.meters.counts,
        )
        self.component = Component(
            DOMAIN,
            "127.0.0.1",
            self.server.port,
            SECRET,
            self.service.hear,
            directory=Addresses(lambda: self.service.switchboard.room),
            pace=HASTE,
        )
        await self.service.open(self.component)
        self._tasks = [
            asyncio.create_task(self.service.run(self.component)),
            asyncio.create_task(self.component.run()),
        ]
        return await self.server.link()

    def passes(self, seconds: float) -> None:
        """Let time pass at once: what was due by then is due now."""
        self._ahead += seconds
        self.service.hear(ClockTicked())

    async def closes(self) -> None:
        """Stop in good order."""
        await self.service.say_goodbye()
        await self.component.close()
        self.service.stop()
        await self._tasks[0]
        await self.service.conclude(self.component)
        await self._tasks[1]
        self._tasks = []
        await self.clerk.close()
        await self.journal.close()

    async def dies(self) -> None:
        """Stop without a word: nothing more is kept or sent."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        await self.clerk.close()
        await self.journal.close()

    @property
    def runs(self) -> bool:
        """Whether it was opened and neither closed nor dead."""
        return bool(self._tasks)


def patron_says(
    link: Link, text: str, stanza_id: str, sender: str = "pat", language: str = ""
) -> None:
    """A patron's message, as the server passes it on; ``language`` is what it is marked with."""
    mark = f" xml:lang='{language}'" if language else ""
    link.say(
        f"<message type='chat' from='{sender}@home.example/phone' to='ask@{DOMAIN}'{mark}"
        f" id='{stanza_id}'><body>{text}</body><request xmlns='urn:xmpp:receipts'/></message>"
    )


def staff_says(link: Link, name: str, alias: str, text: str, stanza_id: str) -> None:
    """A librarian's message to an alias or a desk."""
    link.say(
        f"<message type='chat' from='{name}@library.example/pc' to='{alias}@{DOMAIN}'"
        f" id='{stanza_id}'><body>{text}</body><request xmlns='urn:xmpp:receipts'/></message>"
    )


def staff_shows(link: Link, name: str, show: str = "") -> None:
    """A librarian's presence: available, or a show, or unavailable."""
    kind = " type='unavailable'" if show == "unavailable" else ""
    inner = f"<show>{show}</show>" if show and not kind else ""
    link.say(
        f"<presence from='{name}@library.example/pc' to='ask@{DOMAIN}'{kind}>{inner}</presence>"
    )


async def message(link: Link, to: str) -> Element:
    """The next message to somebody whose address begins with ``to``; the rest is left out."""
    while True:
        stanza = await link.next()
        if stanza.tag == f"{NS}message" and stanza.get("to", "").startswith(to):
            return stanza


async def words(link: Link, to: str, containing: str) -> Element:
    """The next message to ``to`` whose body contains a text."""
    while containing not in (body_of(stanza := await message(link, to)) or ""):
        pass
    return stanza
