"""An ordeal: a library at work on a real server, while the rest breaks again and again."""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import fault_record
import yaml
from fault_cable import Cable, Way
from fault_people import Librarian, Patron, Person, Weather
from fault_record import Diary, Kind, Owed, Record, Stop
from fault_victim import Victim

from imref.demo.device import Doorway
from imref.demo.plan import ServerPlan
from imref.demo.server import PrivateServer

STAFF = ("ana", "ben", "cleo")
PATRONS = ("pam", "pat", "pia", "pip")
DESKS = ("ask", "law")

PLAN = ServerPlan(
    users={name: f"password of {name}" for name in (*STAFF, *PATRONS)},
    roster={
        **{f"{desk}@ref.library.example": desk for desk in DESKS},
        **{f"{name}@library.example": name.capitalize() for name in STAFF},
    },
)

REST_ROUNDS = 60
"""Rounds of questions after which people who still have something to say never come to rest."""

WORK = 0.012
"""Seconds in which the service is done with a piece of traffic, commit included."""

MOMENT = 1.0
"""Seconds after which a fault does not wait any longer for the traffic that it was to hit."""


@dataclass(frozen=True, slots=True)
class Faults:
    """How many of each: SIGKILL, cable cut, server restart, SIGSTOP, SIGTERM and start again.

    ``orderly``: the service is stopped before the server is, and started after it.
    """

    kills: int
    cuts: int
    restarts: int
    pauses: int
    upgrades: int
    orderly: bool = False


class Ordeal:
    """One run on ``server``; what people and faults choose at random follows from ``seed``.

    ``environment`` is added to the service's, ``tell`` called with a line after each fault.
    """

    def __init__(
        self,
        server: PrivateServer,
        faults: Faults,
        seed: int,
        *,
        environment: Mapping[str, str] | None = None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._server = server
        self._faults = faults
        self._seed = seed
        self._random = random.Random(seed)
        self._environment = environment or {}
        self._tell = tell
        self._folder = Path(tempfile.mkdtemp(prefix="imref-faults-"))
        self._database = self._folder / "imref.sqlite"
        self._weather = Weather()
        self._cable = Cable(server.component_port)
        self._record = Record(server.component_domain)
        self._over = asyncio.Event()
        self._last_number = 0
        self._marks: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.seconds = 0.0

    async def run(self) -> Record:
        """Go through it all; gives what is to be judged. The server is to be running."""
        began = time.monotonic()
        self._victim = Victim(self._write_config(), self._environment)
        self._people = self._invite()
        await self._cable.lay()
        tasks: list[asyncio.Task[None]] = []
        try:
            await self._work(tasks)
            await self._end()
        finally:
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            self._victim.close()
            await self._cable.take_up()
            shutil.rmtree(self._folder)
        self._record.troubles += [repr(r) for r in results if isinstance(r, Exception)]
        self.seconds = time.monotonic() - began
        return self._record

    # The library.

    def _write_config(self) -> Path:
        address = self._server.plan.address_of
        config = {
            "component": {
                "domain": self._server.component_domain,
                "host": self._server.host,
                "port": self._cable.port,
                "secret": self._server.secret,
            },
            "database": str(self._database),
            "desks": {desk: {"title": desk, "tiers": [[*STAFF]]} for desk in DESKS},
            "staff": {name: {"address": address(name), "limit": 20} for name in STAFF},
            "timings": {"offer": 3, "widen": 2, "grace": 3, "comeback": 20},
            "bounds": {
                "patron_burst": 10_000,
                "patron_rate": 1_000,
                "domain_burst": 100_000,
                "domain_rate": 10_000,
            },
        }
        path = self._folder / "config.yaml"
        path.write_text(yaml.safe_dump(config), encoding="utf-8")
        path.chmod(0o600)
        return path

    def _invite(self) -> list[Person]:
        door = Doorway.of(self._server)
        desks = [f"{desk}@{self._server.component_domain}" for desk in DESKS]
        people: list[Person] = []
        for name in (*STAFF, *PATRONS):
            staff = name in STAFF
            diary = Diary(name, self._server.plan.address_of(name), staff)
            self._record.diaries[name] = diary
            known = (diary, self._server.password_of(name), door, self._weather)
            seed = f"{self._seed} {name}"
            people.append(
                Librarian(*known, seed, [*STAFF]) if staff else Patron(*known, seed, desks)
            )
        return people

    @property
    def _patrons(self) -> list[Patron]:
        return [person for person in self._people if isinstance(person, Patron)]

    @property
    def _librarians(self) -> list[Librarian]:
        return [person for person in self._people if isinstance(person, Librarian)]

    async def _work(self, tasks: list[asyncio.Task[None]]) -> None:
        self._weather.server_up.set()
        tasks += [asyncio.create_task(person.stays_online()) for person in self._people]
        await asyncio.gather(*(person.online.wait() for person in self._people))
        self._victim.start()
        await self._victim.linked()
        self._weather.clears()
        tasks += [asyncio.create_task(librarian.lives()) for librarian in self._librarians]
        asking = [asyncio.create_task(patron.lives(self._over)) for patron in self._patrons]
        tasks += asking
        await self._break_things()
        self._over.set()
        await asyncio.wait(asking)
        await self._come_to_rest()
        await asyncio.gather(*(person.comes_back() for person in self._people))
        await self._come_to_rest()

    async def _end(self) -> None:
        """SIGTERM; then everybody takes in what is under way."""
        self._record.exit_codes.append(await self._victim.stop())
        await self._cable.severed()
        await asyncio.gather(*(person.catches_up() for person in self._people))
        self._record.books = fault_record.books(self._database)
        if self._victim.has_raised:
            self._record.troubles.append(f"a traceback: {self._victim.last_words()}")
        await asyncio.gather(*(person.leaves() for person in self._people))

    async def _come_to_rest(self) -> None:
        """Ask in rounds until two rounds bring nothing new to anybody."""
        desk = f"{DESKS[0]}@{self._server.component_domain}"
        quiet = 0
        for _ in range(REST_ROUNDS):
            before = self._words_seen()
            await asyncio.gather(*(librarian.at_rest.wait() for librarian in self._librarians))
            for librarian in self._librarians:
                if quiet == 0 and librarian.unconfirmed:
                    await librarian.repeats()
            await asyncio.gather(*(person.settles(desk) for person in self._people))
            at_rest = all(librarian.at_rest.is_set() for librarian in self._librarians)
            quiet = quiet + 1 if at_rest and self._words_seen() == before else 0
            if quiet == 2:
                return
        self._record.troubles.append("they never came to rest")

    def _words_seen(self) -> int:
        return sum(
            bool(entry.tokens)
            for diary in self._record.diaries.values()
            for entry in diary.of(Kind.TEXT, Kind.RECEIPT)
        )

    # What breaks.

    async def _break_things(self) -> None:
        faults = self._faults
        kinds: list[Callable[[], Awaitable[None]]] = [
            *[self._kill] * faults.kills,
            *[self._cut] * faults.cuts,
            *[self._restart_server] * faults.restarts,
            *[self._pause] * faults.pauses,
            *[self._upgrade] * faults.upgrades,
        ]
        self._random.shuffle(kinds)
        for number, fault in enumerate(kinds, 1):
            began = time.monotonic()
            await fault()
            name = fault.__name__.strip("_").replace("_", " ")
            self._tell(f"{number}/{len(kinds)} {name} ({time.monotonic() - began:.1f} s)")
        await self._moment(lambda: None)

    async def _moment(self, act: Callable[[], None], *, at_once: bool = False) -> None:
        """Do ``act`` at a random time, or just when a random piece of traffic comes by."""
        done = asyncio.Event()

        def now() -> None:
            act()
            done.set()

        choice = self._random.random()
        if choice < 0.3:
            await asyncio.sleep(self._random.uniform(0.0, 0.4))
        else:
            way = Way.TO_SERVER if choice < 0.6 else Way.TO_SERVICE
            # Some way into the work that the piece makes: while it is handled, or committed.
            later = self._random.uniform(0.0, WORK) if choice > 0.8 and not at_once else 0.0
            trigger = partial(asyncio.get_running_loop().call_later, later, now) if later else now
            self._cable.after(way, self._random.randint(1, 12), trigger)
            try:
                async with asyncio.timeout(MOMENT):
                    await done.wait()
            except TimeoutError:
                self.counts["waited in vain for traffic"] += 1
            self._cable.disarm()
        if not done.is_set():
            now()

    async def _kill(self) -> None:
        """SIGKILL; what was in the file is taken down before the service starts again."""

        def strike() -> None:
            self._weather.breaks()
            self._victim.strike()

        await self._moment(strike)
        await self._victim.ended()
        await self._look()
        self.counts["kills"] += 1
        while self._random.random() < 0.1 and self.counts["kills"] < self._faults.kills:
            await self._kill_at_the_start()
        self._victim.start()
        await self._victim.linked()
        self._weather.clears()

    async def _kill_at_the_start(self) -> None:
        self._victim.start()
        await asyncio.sleep(self._random.uniform(0.1, 1.2))
        self._victim.strike()
        await self._victim.ended()
        await self._look()
        self.counts["kills"] += 1
        self.counts["of them while starting"] += 1

    async def _look(self) -> None:
        """Take down what is in the file, and what people had seen, after an unclean stop."""
        await self._cable.severed()
        await asyncio.gather(*(person.catches_up() for person in self._people))
        rows = fault_record.new_messages(self._database, self._last_number)
        self._last_number = rows[-1].number if rows else self._last_number
        self._record.stops.append(
            Stop(
                kept=frozenset((row.patron, row.desk, row.origin) for row in rows),
                numbers=frozenset(row.number for row in rows),
                receipts=self._new_receipts(),
                notices=self._owed_notices(),
                marks=dict(self._marks),
            )
        )

    def _new_receipts(self) -> frozenset[tuple[str, str, str]]:
        """Receipts of patrons' messages since the stop before; moves the marks."""
        new: set[tuple[str, str, str]] = set()
        for diary in self._record.diaries.values():
            start, self._marks[diary.name] = self._marks.get(diary.name, 0), len(diary.entries)
            if not diary.staff:
                sent = {entry.id: entry for entry in diary.of(Kind.SENT) if entry.tokens}
                for entry in diary.of(Kind.RECEIPT, start=start):
                    if entry.refers in sent:
                        desk = sent[entry.refers].peer.partition("@")[0]
                        new.add((diary.address, desk, entry.refers))
        return frozenset(new)

    def _owed_notices(self) -> tuple[Owed, ...]:
        owed = []
        for patron, desk, alias, owner, asked, answered in fault_record.last_words(self._database):
            for person, peer, body in (
                (self._record.name_of(patron), desk, asked),
                (owner, alias, answered),
            ):
                if body:
                    owed.append(Owed(person, peer, fault_record.TOKEN.findall(body)[0]))
        return tuple(owed)

    async def _cut(self) -> None:
        """Both sides of the cable reset at once, in the middle of a piece."""

        def cut() -> None:
            self._weather.breaks()
            self._victim.forget()
            self._cable.cut()

        await self._moment(cut, at_once=True)
        await self._victim.linked()
        self.counts["cuts"] += 1
        self._weather.clears()

    async def _restart_server(self) -> None:
        def go() -> None:
            self._weather.breaks()
            self._weather.server_up.clear()
            self._victim.forget()

        await self._moment(go)
        if self._faults.orderly:
            self._record.exit_codes.append(await self._victim.stop())
        await self._server.restart()
        self._weather.server_up.set()
        if self._faults.orderly:
            self._victim.start()
        await asyncio.gather(*(person.online.wait() for person in self._people))
        await self._victim.linked()
        self.counts["server restarts"] += 1
        self._weather.clears()

    async def _pause(self) -> None:
        await self._moment(self._victim.freeze)
        await asyncio.sleep(self._random.uniform(0.1, 0.6))
        self._victim.thaw()
        self.counts["pauses"] += 1

    async def _upgrade(self) -> None:
        """SIGTERM in the middle of the talk, and a start: nobody is to be told of it."""
        await self._moment(self._weather.breaks)
        self._record.exit_codes.append(await self._victim.stop())
        self._victim.start()
        await self._victim.linked()
        self.counts["clean restarts"] += 1
        self._weather.clears()

    # Figures.

    def figures(self) -> dict[str, float]:
        """What happened, in numbers."""
        entries = [e for diary in self._record.diaries.values() for e in diary.entries]
        texts = [e for e in entries if e.kind is Kind.TEXT]
        sent = {e.id for e in entries if e.kind is Kind.SENT}
        keys = Counter(
            (diary.name, e.peer, e.id)
            for diary in self._record.diaries.values()
            for e in diary.of(Kind.TEXT)
        )
        rows = self._record.books.messages
        return {
            **self.counts,
            "patron messages kept": sum(row.speaker == "patron" for row in rows),
            "librarian messages kept": sum(row.speaker == "staff" for row in rows),
            "notes kept": sum(row.speaker == "note" for row in rows),
            "sessions": len({row.session for row in rows}),
            "claims": sum(turn.what == "claimed" for turn in self._record.books.turns),
            "transfers": sum(turn.what == "transferred" for turn in self._record.books.turns),
            "stanzas sent by clients": sum(e.kind is Kind.SENT for e in entries),
            "of them sent again": sum(person.resent for person in self._people),
            "of them bounced": sum(e.kind is Kind.BOUNCE and e.refers in sent for e in entries),
            "receipts seen": sum(e.kind is Kind.RECEIPT for e in entries),
            "texts seen": len(texts),
            "of them a second time, with the same id": sum(n - 1 for n in keys.values()),
            "told of an interruption": sum("short interruption" in e.text for e in texts),
            "answers without a tick": sum(
                len(librarian.unconfirmed) for librarian in self._librarians
            ),
            "seconds": round(self.seconds, 1),
        }
