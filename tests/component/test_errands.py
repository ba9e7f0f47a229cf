"""The service sends the clerk on errands once their cause is kept, and begins them again."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from imref.desk.effects import Effect, Keep
from imref.desk.errands import Errand, SendMail
from imref.desk.events import Event, Mailed
from imref.desk.records import Mail, MailFate
from imref.service import Service
from imref.store.journal import Journal

from .house import AGREEMENT

MAIL = Mail(1, 1, 1001, "ana", "pat@home.example", "Your question", "It is in the map room.", 1.0)


class NoLink:
    """A way to the server that nobody needs here."""

    def send(self, effects: Iterable[Effect]) -> None:
        """Nothing is sent."""

    def resume(self, owed: Iterable[object]) -> None:
        """Nothing is owed."""


class Watched:
    """A clerk who notes what they are sent for, and what they may tell of it."""

    def __init__(self) -> None:
        self.sent = asyncio.Queue[Errand]()
        self.hear: Callable[[Event], None] = print

    def run(self, errand: Errand, hear: Callable[[Event], None]) -> None:
        """Note it."""
        self.hear = hear
        self.sent.put_nowait(errand)


async def test_a_mail_that_is_owed_is_sent_again_after_a_start(tmp_path: Path) -> None:
    journal = await Journal.open(tmp_path / "imref.sqlite")
    journal.add([Keep(MAIL)])
    await journal.commit()
    clerk = Watched()
    service = Service(AGREEMENT, journal, clerk=clerk)
    await service.open(NoLink())
    assert await clerk.sent.get() == SendMail(MAIL)
    running = asyncio.create_task(service.run(NoLink()))
    clerk.hear(Mailed(MAIL.number, MailFate.ARRIVED))
    service.stop()
    await running
    await journal.close()
