"""Patrons and librarians with real clients, who send again what nobody confirmed."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from dataclasses import dataclass

from fault_checks import is_refusal
from fault_record import TOKEN, Diary, Entry
from fault_record import Kind as Noted

from imref.demo.device import Device, Doorway
from imref.demo.script import Kind, Line

PATIENCE = 30.0
"""Seconds after which somebody who waits for an answer gives up: the run has failed."""

CONTENT_WITHIN = 1.0
"""Seconds that a patron who could leave waits for the last answer."""

_KINDS = {
    Kind.TEXT: Noted.TEXT,
    Kind.CORRECTION: Noted.TEXT,
    Kind.RECEIPT: Noted.RECEIPT,
    Kind.BOUNCE: Noted.BOUNCE,
}

_ANSWERED = re.compile(r"\bre ([a-z0-9]+)\.(\d+)")


class Weather:
    """Whether anything is broken just now; ``storms`` counts the faults that are over."""

    def __init__(self) -> None:
        self.fair = asyncio.Event()
        self.server_up = asyncio.Event()
        self.storms = 0
        self._people: list[Person] = []

    def tell(self, person: Person) -> None:
        """Wake ``person`` at each change."""
        self._people.append(person)

    def breaks(self) -> None:
        """Something is broken."""
        self.fair.clear()

    def clears(self) -> None:
        """All is well again: what nobody confirmed is to be sent again."""
        self.storms += 1
        self.fair.set()
        for person in self._people:
            person.news.set()


@dataclass(slots=True)
class Unconfirmed:
    """A message that may have to be sent again."""

    peer: str
    text: str


class Person:
    """Somebody with one client, which comes back whenever it can."""

    def __init__(
        self, diary: Diary, password: str, door: Doorway, weather: Weather, seed: str
    ) -> None:
        self.diary = diary
        self.news = asyncio.Event()
        self.online = asyncio.Event()
        self.random = random.Random(seed)
        self.unconfirmed: dict[str, Unconfirmed] = {}
        self.resent = 0
        self.numbers = 0
        self._weather = weather
        self._password = password
        self._door = door
        self._device: Device | None = None
        self._lost = asyncio.Event()
        self._bounced = False
        self._confirmed: set[str] = set()
        self._leaving = False
        weather.tell(self)

    @property
    def name(self) -> str:
        return self.diary.name

    # The connection.

    async def stays_online(self) -> None:
        """Connect, and again after each loss, until ``leaves``."""
        while not self._leaving:
            await self._weather.server_up.wait()
            self._lost.clear()
            device = Device(
                f"{self.diary.address}/client", self._password, self._door, self._takes_down
            )
            try:
                await device.come_online("", PATIENCE)
            except (ConnectionError, TimeoutError):
                device.cut()
                await asyncio.sleep(0.05)
                continue
            self._device = device
            self.online.set()
            self.news.set()
            await self._lost.wait()
            self.online.clear()
            self._device = None
            device.cut()

    async def comes_back(self) -> None:
        """Close the connection and open another: the server hands over what it has put by."""
        self.online.clear()
        if self._device is not None:
            await self._device.leave()
        await self.online.wait()

    async def leaves(self) -> None:
        """Close the connection."""
        self._leaving = True
        if self._device is not None:
            device, self._device = self._device, None
            await device.leave()

    async def catches_up(self) -> None:
        """Take in all that the own server has for this client by now."""
        if self._device is not None:
            with contextlib.suppress(TimeoutError):
                await self._device.round_trip(PATIENCE)

    def _takes_down(self, line: Line) -> None:
        if line.kind is Kind.LINK:
            self._lost.set()
            return
        kind = _KINDS.get(line.kind)
        if kind is None or line.outgoing:
            return
        entry = Entry(kind, line.peer, line.id, line.text, line.refers)
        self.diary.entries.append(entry)
        if kind is Noted.RECEIPT:
            self.unconfirmed.pop(line.refers, None)
            self._confirmed.add(line.refers)
        elif kind is Noted.BOUNCE:
            self._bounced = self._bounced or line.refers in self.unconfirmed
        else:
            self.hears(entry)
        self.news.set()

    def hears(self, entry: Entry) -> None:
        """Take in what somebody wrote."""

    # Speaking.

    def new_id(self) -> str:
        """An id that this person has not used."""
        self.numbers += 1
        return f"{self.name}-{self.numbers}"

    def words(self, stanza_id: str, text: str) -> str:
        """A text that can be told from all others."""
        return f"«{stanza_id.replace('-', ':')}» {text}"

    async def says(self, peer: str, stanza_id: str, text: str) -> None:
        """Send something new; it is unconfirmed until its receipt comes."""
        self.unconfirmed[stanza_id] = Unconfirmed(peer, text)
        await self.online.wait()
        self._transmit(stanza_id, peer, text)

    async def repeats(self) -> None:
        """Send again, in order, all that is unconfirmed."""
        await self.online.wait()
        self._bounced = False
        for stanza_id, message in list(self.unconfirmed.items()):
            self.resent += 1
            self._transmit(stanza_id, message.peer, message.text)

    def _transmit(self, stanza_id: str, peer: str, text: str) -> None:
        if self._device is None:  # Lost in this very moment: it is unconfirmed, and sent again.
            return
        message = self._device.make_message(mto=peer, mbody=text, mtype="chat")
        message["id"] = stanza_id
        message["chat_state"] = "active"
        message["request_receipt"] = True
        self.diary.entries.append(Entry(Noted.SENT, peer, stanza_id, text))
        message.send()

    async def until_confirmed(self) -> None:
        """Wait until nothing is unconfirmed, sending again whenever there is reason to."""
        while self.unconfirmed:
            storms = self._weather.storms
            await self._stirs()
            if self.unconfirmed and (self._bounced or storms != self._weather.storms):
                await self._weather.fair.wait()
                await self.repeats()

    async def _stirs(self) -> None:
        await self.news.wait()
        self.news.clear()

    async def settles(self, desk: str) -> None:
        """Ask the service something, and wait for the receipt: all that it said before is here.

        Takes the way of every message: through the queue, the commit and the stream.
        """
        stanza_id = self.new_id()
        async with asyncio.timeout(PATIENCE):
            await self.says(desk, stanza_id, self.question_of_state)
            while stanza_id not in self._confirmed:
                self.news.clear()
                await self.news.wait()

    question_of_state = "status"


class Patron(Person):
    """Asks in bursts, waits for every tick, and now and then says good-bye and begins anew."""

    def __init__(
        self,
        diary: Diary,
        password: str,
        door: Doorway,
        weather: Weather,
        seed: str,
        desks: list[str],
    ) -> None:
        super().__init__(diary, password, door, weather, seed)
        self._desks = desks
        self._asked = 0
        self._answered = 0

    def hears(self, entry: Entry) -> None:
        for name, number in _ANSWERED.findall(entry.text):
            if name == self.name:
                self._answered = max(self._answered, int(number))

    async def lives(self, over: asyncio.Event) -> None:
        """Ask until ``over``; return when everything is confirmed."""
        desk = self.random.choice(self._desks)
        while not over.is_set():
            for _ in range(self.random.randint(1, 6)):
                await self._asks(desk)
            await self.until_confirmed()
            if self.random.random() < 0.3 and await self._is_content():
                await self.says(desk, self.new_id(), "bye")
                await self.until_confirmed()
                desk = self.random.choice(self._desks)
            await asyncio.sleep(self.random.uniform(0.0, 0.25))
        await self.until_confirmed()

    async def _is_content(self) -> bool:
        """Wait a little for the answer to the last question."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CONTENT_WITHIN):
                while self._answered < self._asked:
                    await self._stirs()
        return self._answered == self._asked

    async def _asks(self, desk: str) -> None:
        stanza_id = self.new_id()
        self._asked = self.numbers
        text = self.words(stanza_id, "Where is <the> map of 1923 & its “index”? ü 🙂")
        await self.says(desk, stanza_id, text)


class Librarian(Person):
    """Answers whatever is new, notes, passes on, closes; repeats what has no tick yet."""

    question_of_state = "!status"

    def __init__(
        self,
        diary: Diary,
        password: str,
        door: Doorway,
        weather: Weather,
        seed: str,
        colleagues: list[str],
    ) -> None:
        super().__init__(diary, password, door, weather, seed)
        self._colleagues = [name for name in colleagues if name != diary.name]
        self._to_answer: dict[str, str] = {}
        self._seen: set[str] = set()
        self._storms = weather.storms
        self.at_rest = asyncio.Event()

    def hears(self, entry: Entry) -> None:
        if not entry.peer.startswith("patron-"):
            return
        if is_refusal(entry):
            self._to_answer.pop(entry.peer, None)
            self._gives_up(entry.peer)
            return
        new = [token for token in TOKEN.findall(entry.text) if token not in self._seen]
        self._seen.update(new)
        asked = [token for token in new if not token.startswith(self._staff_names)]
        if asked:
            self._to_answer[entry.peer] = asked[-1]
            self.at_rest.clear()

    @property
    def _staff_names(self) -> tuple[str, ...]:
        return tuple(f"{name}:" for name in (*self._colleagues, self.name))

    def _gives_up(self, alias: str) -> None:
        """Somebody else has this patron: what was not kept is not to be sent any more."""
        for stanza_id, message in list(self.unconfirmed.items()):
            if message.peer == alias:
                del self.unconfirmed[stanza_id]

    async def lives(self) -> None:
        """Answer for as long as the task lives."""
        while True:
            while not self._to_answer and self._storms == self._weather.storms:
                self.at_rest.set()
                await self._stirs()
            self.at_rest.clear()
            if self._storms != self._weather.storms or self._bounced:
                await self._weather.fair.wait()
                self._storms = self._weather.storms
                await self.repeats()
            await asyncio.sleep(self.random.uniform(0.0, 0.08))
            await self._answers()

    async def _answers(self) -> None:
        if not self._to_answer:
            return
        alias = next(iter(self._to_answer))
        asked = self._to_answer.pop(alias)
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            stanza_id = self.new_id()
            text = f"On shelf <7> & 8, re {asked.replace(':', '.')}."
            await self.says(alias, stanza_id, self.words(stanza_id, text))
        chance = self.random.random()
        if chance < 0.06:
            await self._commands(alias, f"!transfer {self.random.choice(self._colleagues)} please")
        elif chance < 0.12:
            stanza_id = self.new_id()
            await self.says(
                alias, stanza_id, "!note " + self.words(stanza_id, "called the map room")
            )
        elif chance < 0.14:
            await self._commands(alias, "!close")

    async def _commands(self, alias: str, command: str) -> None:
        await self.says(alias, self.new_id(), command)
