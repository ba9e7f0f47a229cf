"""A library whose clock the scene moves: the real service on a real server, hours in a second.

    await library.until("Sunday 02:00")
    await pat.says("ask", "Is anybody up?")
    await pat.hears("We open")
    await library.passes(hours=7)
    await library.restarts()

Service, journal and component are the ones of `imref run`, in the scene's own event loop. Time goes
on at its own pace, so no two messages share a moment, and `passes` and `until` set the clock
forward, from one deadline to the next.
"""

import asyncio
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from imref import config
from imref.addresses import Addresses
from imref.clerk import Clerk, Runner
from imref.desk.effects import Effect, Say
from imref.desk.errands import Errand, MailReport, SearchFaq, SendMail, WriteReport
from imref.desk.events import Accepted, ClockTicked, Event, LinkUp
from imref.desk.room import Room
from imref.mailroom import MailRoom
from imref.pages import HelpPages
from imref.service import Service
from imref.store.journal import Journal
from imref.weekly import WeeklyReports
from imref.xmpp.component import Component

from .cast import Cast

START = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""When scenes begin: a Monday morning, four weeks before the clocks change."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

PATIENCE = 20.0
"""Real seconds that the service may take for whatever is due at one moment."""

MOST_STEPS = 10_000
"""Deadlines in one stretch of time; more means that a deadline makes itself anew."""


class Clock:
    """A clock that goes on at its own pace, and that can be set forward."""

    def __init__(self, start: datetime = START) -> None:
        self.zone = start.tzinfo
        self._ahead = start.timestamp() - time.monotonic()

    def __call__(self) -> float:
        """Now, in Unix seconds."""
        return time.monotonic() + self._ahead

    @property
    def local(self) -> datetime:
        """Now, as the library's own clock on the wall shows it."""
        return datetime.fromtimestamp(self(), self.zone)

    def set_forward(self, to: float) -> None:
        """Set it to ``to`` (Unix seconds), unless that is past."""
        self._ahead += max(0.0, to - self())

    def next(self, when: str) -> float:
        """The next moment, in Unix seconds, that is called "Monday 09:00", "09:00" or
        "2026-03-29 02:30"; the first of the two when the clocks are set back.
        """
        day, _, wall = when.rpartition(" ")
        hour, minute = map(int, wall.split(":"))
        now = self.local
        at = now.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0)
        if day.lower() in WEEKDAYS:
            ahead = (WEEKDAYS.index(day.lower()) - now.weekday()) % 7
            at += timedelta(days=ahead or (7 if at <= now else 0))
        elif day:
            year, month, of_month = map(int, day.split("-"))
            at = at.replace(year=year, month=month, day=of_month)
        elif at <= now:
            at += timedelta(days=1)
        return at.timestamp()


class _Watch:
    """The way to the server, with an eye on what passes over it."""

    def __init__(self, component: Component) -> None:
        self._component = component
        self.turns = 0
        self.said = 0  # the last outbox number that was sent, and that the server has read
        self.accepted = 0
        self.news = asyncio.Event()

    def send(self, effects: Iterable[Effect]) -> None:
        """Pass on what one turn of the service brought about."""
        effects = list(effects)
        self._component.send(effects)
        self._note(effects)
        self.turns += 1
        self.stir()

    def resume(self, owed: Iterable[Say]) -> None:
        """Pass on what an earlier run left unaccepted."""
        owed = list(owed)
        self._component.resume(owed)
        self._note(owed)

    def stir(self) -> None:
        """Wake up whoever waits for something to happen here."""
        news, self.news = self.news, asyncio.Event()
        news.set()

    def _note(self, effects: Iterable[Effect]) -> None:
        self.said = max([self.said, *(one.number for one in effects if isinstance(one, Say))])


class ClockedLibrary:
    """imref in front of a server, with a clock that the scene moves.

    ``cast`` are the people; ``config`` is imref's config file.
    """

    def __init__(self, cast: Cast, path: Path, clock: Clock) -> None:
        self.cast = cast
        self.clock = clock
        self.config = path
        self.errands: list[Errand] = []  # those of the weekly report, of all runs
        self._tasks: list[asyncio.Task[None]] = []

    def _noted(self, runner: Runner) -> Runner:
        """The same way to run an errand, which is noted as it begins."""

        async def noted(errand: Errand) -> Event | None:
            self.errands.append(errand)
            return await runner(errand)

        return noted

    @property
    def room(self) -> Room:
        """What the desk remembers; to be looked at only."""
        return self._service.switchboard.room

    # The life of the service.

    async def opens(self) -> None:
        """Start imref, as `imref run` does; return when it has seen everybody who is online."""
        settings = config.read(self.config)
        self.database = settings.database
        at = settings.component
        self._journal = await Journal.open(settings.database)
        reports = WeeklyReports(settings, clock=self.clock)
        self._clerk = Clerk(
            {
                SearchFaq: HelpPages(settings.pages).search,
                SendMail: MailRoom(settings).send,
                WriteReport: self._noted(reports.write),
                MailReport: self._noted(reports.mail),
            }
        )
        self._service = service = Service(
            settings.agreement(), self._journal, self.clock, self._clerk
        )
        self._component = Component(
            at.domain,
            at.host,
            at.port,
            at.password,
            self._hear,
            directory=Addresses(lambda: service.switchboard.room),
        )
        self._watch = _Watch(self._component)
        self._linked = False
        await service.open(self._watch)
        self._tasks = [
            asyncio.create_task(service.run(self._watch)),
            asyncio.create_task(self._component.run()),
        ]
        await self._when(lambda: self._linked)
        await self.settles()

    async def closes(self) -> None:
        """Stop imref in good order."""
        await self._service.say_goodbye()
        await self._component.close()
        self._service.stop()
        await self._tasks[0]
        await self._service.conclude(self._watch)
        await self._tasks[1]
        self._tasks = []
        await self._journal.close()

    async def dies(self) -> None:
        """Stop imref without a word: nothing more is kept or sent."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        await self._journal.close()

    async def restarts(self) -> None:
        """Stop it in good order, and start it again with the config as it is now."""
        await self.closes()
        await self.opens()

    @property
    def runs(self) -> bool:
        """Whether it was opened and has neither closed nor died."""
        return bool(self._tasks)

    # Time.

    async def passes(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Let time pass; return when all that was due is done and the server has read it."""
        stretch = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        await self._go_on_until(self.clock() + stretch.total_seconds())

    async def until(self, when: str) -> None:
        """Let time pass until the next moment that `Clock.next` understands by ``when``."""
        await self._go_on_until(self.clock.next(when))

    async def _go_on_until(self, end: float) -> None:
        await self.settles()
        steps = 0
        while (due := self._service.switchboard.next_due()) is not None and due <= end:
            self.clock.set_forward(due)
            await self._catches_up()
            steps += 1
            assert steps < MOST_STEPS, f"deadlines without end; the next one is {due}"
        self.clock.set_forward(end)
        await self._catches_up()

    async def settles(self) -> None:
        """Return when imref has done what everybody has said or shown so far."""
        await self._everybody_settles()
        await self._catches_up()

    async def _catches_up(self) -> None:
        """Let imref do what it has heard and what is due; return when all of it has arrived.

        What comes back by that, such as a bounce or a receipt, is done too.
        """
        said = -1
        while said != self._watch.said:
            said = self._watch.said
            await self._takes_a_turn()
            await self._when(lambda: self._watch.accepted >= self._watch.said)
            if said != self._watch.said:
                await self._everybody_settles()  # they have what was said,
                await self._everybody_settles()  # and imref has their receipts

    async def _everybody_settles(self) -> None:
        """Let those who are online ask the component for an answer.

        What imref sent to them before is there with it, and what they sent before is heard.
        """
        online = [actor for actor in self.cast.actors if actor.devices]
        await asyncio.gather(*(actor.settles() for actor in online))

    async def _takes_a_turn(self) -> None:
        """Return when everything that was heard before is handled, kept and sent.

        What is sent next may be of a turn that was under way; what is sent after that is not.
        """
        await self._sends()
        await self._sends()

    async def _sends(self) -> None:
        turns = self._watch.turns
        self._service.hear(ClockTicked())
        await self._when(lambda: self._watch.turns > turns)

    async def _when(self, so: Callable[[], bool]) -> None:
        """Wait until something is so; fail when that takes too long, or when imref has ended."""
        async with asyncio.timeout(PATIENCE):
            while not so():
                for task in self._tasks:
                    assert not task.done(), f"imref has ended: {task!r}"
                await self._watch.news.wait()

    def _hear(self, event: Event) -> None:
        self._service.hear(event)
        match event:
            case Accepted():
                self._watch.accepted = event.upto
            case LinkUp():
                self._linked = True
            case _:
                pass
        self._watch.stir()
