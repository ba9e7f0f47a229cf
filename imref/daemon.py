"""The life of the process: start, readiness, signals, reload, and an end in good order."""

import asyncio
import gc
import logging
import signal
import time
from pathlib import Path

from imref import config, logbook, systemd
from imref.addresses import Addresses
from imref.clerk import Clerk
from imref.config import ConfigErrors
from imref.desk.errands import (
    AskFeatures,
    CountFigures,
    FetchFile,
    FurnishRoom,
    IssueLink,
    ListAlias,
    MailReport,
    ReadPilots,
    ReadTranscript,
    SearchFaq,
    SendMail,
    UnlistAlias,
    WriteReport,
)
from imref.desk.events import (
    AgreementChanged,
    Event,
    FiguresCounted,
    FileFetched,
    LinkDown,
    LinkIssued,
    LinkUp,
    PilotsRead,
    TranscriptRead,
)
from imref.files.porter import Porter
from imref.front import Front
from imref.mailroom import MailRoom
from imref.meters import Meters
from imref.pages import HelpPages
from imref.rosters import Rosters
from imref.service import Service
from imref.store.errors import StoreError
from imref.store.figures import count
from imref.store.journal import Journal
from imref.store.transcripts import read
from imref.web.board.backstage import Backstage
from imref.weekly import WeeklyReports
from imref.xmpp.component import Component, LinkRefused
from imref.xmpp.features import Features
from imref.xmpp.rooms import furnish

log = logging.getLogger(__name__)

OK = 0
FAILED = 1
MISCONFIGURED = 78
"""Exit codes; 78 is EX_CONFIG (sysexits.h), for which systemd does not try again."""


class Daemon:
    """One run of the service under a config file."""

    def __init__(self, path: Path, settings: config.Config) -> None:
        self._path = path
        self._settings = settings
        self._pages = HelpPages(settings.pages)
        self._mail_room = MailRoom(settings)
        self._reports = WeeklyReports(settings)
        self._porter = Porter(settings)
        self._stop = asyncio.Event()
        self._was_ready = False

    async def run(self) -> int:
        """Serve until SIGTERM or SIGINT; gives the exit code. Raises StoreError at the start."""
        journal = await Journal.open(self._settings.database)
        try:
            return await self._serve(journal)
        finally:
            await journal.close()

    async def _serve(self, journal: Journal) -> int:
        at = self._settings.component
        rosters = Rosters(at.domain, lambda: component.asking)
        clerk = Clerk(
            {
                ListAlias: rosters.put,
                UnlistAlias: rosters.take_out,
                SearchFaq: self._pages.search,
                CountFigures: self._count_figures,
                IssueLink: self._issue_link,
                SendMail: self._mail_room.send,
                WriteReport: self._reports.write,
                MailReport: self._reports.mail,
                FurnishRoom: self._furnish_room,
                ReadTranscript: self._read_transcript,
                ReadPilots: self._read_pilots,
                FetchFile: self._bring_file,
                AskFeatures: Features(lambda: component.asking).learn,
            }
        )
        meters = Meters(lambda: service, time.time)
        self._service = service = Service(
            self._settings.agreement(), journal, clerk=clerk, observer=meters.counts
        )
        self._backstage = Backstage(
            self._settings.dashboard, self._settings.database, lambda: service.ailing
        )
        self._front = Front(
            self._settings.web, lambda: service.switchboard.room, self._backstage, meters
        )
        self._addresses = Addresses(lambda: service.switchboard.room, self._settings.pictures)
        self._component = component = Component(
            at.domain,
            at.host,
            at.port,
            at.password,
            self._hear,
            directory=self._addresses,
        )
        self._listen_for_signals()
        await service.open(component)
        _calm_the_collector()
        systemd.say(f"waiting for the server at {at.host}:{at.port}")
        fronting = asyncio.create_task(self._front.run(), name="web")
        await self._front.tried.wait()
        serving = asyncio.create_task(service.run(component), name="service")
        linked = asyncio.create_task(component.run(), name="component")
        watched = asyncio.create_task(self._reassure_systemd(), name="watchdog")
        stopped = asyncio.create_task(self._stop.wait(), name="stop")
        try:
            await asyncio.wait({serving, linked, stopped}, return_when=asyncio.FIRST_COMPLETED)
            code = self._verdict(linked)
            systemd.stopping("finishing what is under way")
            goodbye = asyncio.create_task(service.say_goodbye(), name="goodbye")
            await asyncio.wait({serving, goodbye}, return_when=asyncio.FIRST_COMPLETED)
            goodbye.cancel()
            await component.close()
            service.stop()
            await serving
            await service.conclude(component)
        finally:
            tasks = (serving, linked, watched, fronting, stopped)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await clerk.close()
        log.info("stopped")
        return code

    async def _count_figures(self, asked: CountFigures) -> FiguresCounted:
        return await asyncio.to_thread(count, self._settings.database, asked)

    async def _issue_link(self, asked: IssueLink) -> LinkIssued:
        return await self._front.issue(asked)

    async def _bring_file(self, errand: FetchFile) -> FileFetched:
        return await self._porter.bring(errand, self._component.asking)

    async def _furnish_room(self, errand: FurnishRoom) -> None:
        trouble = await furnish(self._component.asking, errand)
        if trouble:
            log.warning("the staff room could not be set up: %s", trouble)

    async def _read_transcript(self, asked: ReadTranscript) -> TranscriptRead:
        return await asyncio.to_thread(read, self._settings.database, asked)

    async def _read_pilots(self, asked: ReadPilots) -> PilotsRead:
        from imref.pilot.news import news  # once a day, and not while imref starts

        agreement, now = self._service.switchboard.room.agreement, time.time()
        return await asyncio.to_thread(news, self._settings.database, agreement, asked, now)

    def _verdict(self, linked: asyncio.Task[None]) -> int:
        if not linked.done():
            return OK
        problem = linked.exception()
        if isinstance(problem, LinkRefused):
            log.error("the server refuses us for good: %s", problem.condition)
            return FAILED
        if problem is not None:
            raise problem
        return OK

    def _hear(self, event: Event) -> None:
        self._service.hear(event)
        match event:
            case LinkUp():
                self._was_ready = True
                systemd.ready(f"serving {self._settings.component.domain}")
            case LinkDown():
                systemd.say("waiting for the server to come back")
            case _:
                pass

    # Signals.

    def _listen_for_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload)

    def _reload(self) -> None:
        """Read the config again; when it has mistakes, say so and go on with what we have."""
        systemd.reloading()
        try:
            settings = config.read(self._path)
        except ConfigErrors as errors:
            for problem in errors.problems:
                log.error("%s", problem)
            log.error("the config was not taken over; the service goes on as before")
        else:
            self._take_over(settings)
        if self._was_ready:
            systemd.ready()

    def _take_over(self, settings: config.Config) -> None:
        logbook.set_up(settings.log.format, settings.log.level)
        if settings.component.link != self._settings.component.link:
            log.warning("component settings have changed; they count from the next start")
        if settings.database != self._settings.database:
            log.warning("the database has moved; that counts from the next start")
        self._pages.exchange(settings.pages)
        self._addresses.pictures = settings.pictures
        self._mail_room.settings = settings
        self._reports.settings = settings
        self._porter.settings = settings
        self._backstage.settings = settings.dashboard
        self._front.exchange(settings.web)
        self._service.hear(AgreementChanged(settings.agreement()))
        log.info("config read again")

    async def _reassure_systemd(self) -> None:
        """Say that we live for as long as the loop gets through its work."""
        interval = systemd.watchdog_interval()
        if interval is None:
            return
        while True:
            if self._service.keeps_up:
                systemd.alive()
            await asyncio.sleep(interval)


def _calm_the_collector() -> None:
    """Let the garbage collector look more rarely, and never at what was there from the start.

    Each message makes some twenty short-lived objects and no cycles, so with the usual thresholds
    a tenth of the time under load went into looking for garbage that is not there.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def run(path: Path) -> int:
    """Run the service under the config at ``path``; gives the exit code."""
    try:
        settings = config.read(path)
    except ConfigErrors as errors:
        logbook.set_up()
        for problem in errors.problems:
            log.error("%s", problem)
        return MISCONFIGURED
    logbook.set_up(settings.log.format, settings.log.level)
    try:
        return asyncio.run(Daemon(path, settings).run())
    except StoreError as problem:
        log.error("%s", problem)
        return FAILED
