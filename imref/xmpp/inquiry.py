"""A short visit to the server, to ask what it knows: one link, some questions, good-bye."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from xml.etree.ElementTree import Element

from imref.desk import phrases
from imref.desk.effects import Effect, JoinRoom, LeaveRoom, Probe, Refusal, Refuse
from imref.desk.events import (
    PresenceChanged,
    PresenceRefused,
    Privileged,
    RoomJoined,
    Said,
    device_of,
)
from imref.desk.model import ALIAS_PREFIX
from imref.desk.wording import Wording
from imref.xmpp.answers import answer
from imref.xmpp.asking import NO_ANSWER, AskedInVain, Asking
from imref.xmpp.directory import ComponentOnly
from imref.xmpp.inbound import events_of
from imref.xmpp.outbound import render
from imref.xmpp.roster import removal
from imref.xmpp.stream import Stream

PATIENCE = 5.0
"""Seconds that the server has for each step; somebody's own server far away may need two."""

_WHO_ARE_YOU = "<query xmlns='http://jabber.org/protocol/disco#info'/>"


class NoLink(Exception):  # noqa: N818 - it is what was found out
    """The server took the connection and then would not have us as its component.

    ``condition`` is its reason (RFC 6120, section 4.9.3), "" when it gave none.
    """

    def __init__(self, condition: str) -> None:
        super().__init__(condition or "no reason given")
        self.condition = condition


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``condition`` is "" for a yes, else the error; ``text`` is for people."""

    condition: str = ""
    text: str = ""


class Inquiry:
    """One link, for as long as ``async with`` lasts. Entering raises OSError, TimeoutError, NoLink.

    Messages that come in meanwhile are refused with ``wait``, in the library's ``wording``, so
    that nobody believes they were taken. ``grants`` are the servers that say, right after the
    handshake, that we may change rosters (XEP-0356). The service must not run at the same time:
    see xmpp-facts on second connections.
    """

    def __init__(
        self,
        domain: str,
        host: str,
        port: int,
        secret: str,
        *,
        wording: Wording,
        patience: float = PATIENCE,
    ) -> None:
        self._domain, self._host, self._port = domain, host, port
        self._patience = patience
        self._wording = wording
        self.grants: set[str] = set()
        self._ready = asyncio.Event()
        self._stream = Stream(domain, secret, self._take, self._ready.set)
        self._shows: dict[str, dict[str, str]] = {}
        self._asking = Asking(domain, self._write)
        self._arrivals: dict[str, asyncio.Future[Answer | RoomJoined]] = {}
        self._news = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self._stream.open(self._host, self._port, self._patience)
        shaken = asyncio.ensure_future(self._ready.wait())
        ways: set[asyncio.Future[Any]] = {shaken, self._stream.ended}
        await asyncio.wait(ways, timeout=self._patience, return_when=asyncio.FIRST_COMPLETED)
        if shaken.done():
            return self
        shaken.cancel()
        refused = self._stream.ended.done()
        self._stream.abort()
        if refused:
            raise NoLink(self._stream.condition)
        raise TimeoutError("the server does not answer")

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stream.write(self._stream.stream_footer)
        await asyncio.wait({self._stream.ended}, timeout=1.0)
        self._stream.abort()

    @property
    def asking(self) -> Asking:
        """Questions to others over this link."""
        return self._asking

    def _write(self, stanza: str) -> bool:
        self._stream.write(stanza)
        return True

    async def may_see(self, desk: str, person: str) -> Answer:
        """Whether the desk (its local part) is subscribed to a bare JID: a yes, or why not.

        By disco#info to the bare JID, which servers answer only to subscribers (XEP-0030, section
        8) and also while the person is offline; a probe is not answered then. Tried on Prosody
        0.12.3 (else ``service-unavailable``) and ejabberd 23.01 (else ``subscription-required``).
        Neither lets a component know whether an account exists. ``remote-server-timeout`` stands
        for no answer at all.
        """
        return await self._ask("get", desk, person, _WHO_ARE_YOU)

    async def may_name(self, person: str) -> Answer:
        """Whether the server of a bare JID lets us change their roster, as it has said.

        By taking out what cannot be there: no patron has the number 0.
        """
        payload = removal(f"{ALIAS_PREFIX}0@{self._domain}")
        return await self._ask("set", "", person, payload)

    async def _ask(self, kind: str, sender: str, to: str, payload: str) -> Answer:
        try:
            await self._asking.ask(payload, to=to, sender=sender, kind=kind, within=self._patience)
        except AskedInVain as refusal:
            return Answer(refusal.condition, refusal.text)
        return Answer()

    async def may_enter(self, room: str, nick: str) -> Answer | RoomJoined:
        """Come into a group chat for a moment: what was found there, or why not."""
        arrived: asyncio.Future[Answer | RoomJoined] = asyncio.get_running_loop().create_future()
        self._arrivals[room] = arrived
        self._send(JoinRoom(room, nick))
        try:
            async with asyncio.timeout(self._patience):
                found = await arrived
        except TimeoutError:
            return Answer(NO_ANSWER, "no answer")
        finally:
            del self._arrivals[room]
        if isinstance(found, RoomJoined):
            self._send(LeaveRoom(room, found.nick))
        return found

    def probe(self, desk: str, person: str) -> None:
        """Ask for somebody's presence; `shows_of` tells what came."""
        self._send(Probe(desk, person))

    async def presence_of(self, people: Iterable[str], within: float) -> None:
        """Return when each of the bare JIDs has shown some presence, or after ``within`` s."""
        waiting = set(people)
        try:
            async with asyncio.timeout(within):
                while not waiting <= self._shows.keys():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            pass  # offline: ejabberd says nothing, Prosody says unavailable

    def shows_of(self, person: str) -> set[str]:
        """What the devices of a bare JID show, without those that are gone."""
        return {show for show in self._shows.get(person, {}).values() if show != "unavailable"}

    def _take(self, stanza: Element) -> None:
        if stanza.tag.endswith("}iq"):
            if not self._asking.answered(stanza):
                self._stream.write(answer(stanza, self._domain, ComponentOnly()))
            return
        for event in events_of(stanza, self._domain):
            match event:
                case PresenceChanged():
                    self._shows.setdefault(event.sender, {})[event.resource] = event.show
                    self._news.set()
                case Privileged(host, may_write) if may_write:
                    self.grants.add(host)
                case RoomJoined(room) if room in self._arrivals:
                    self._arrive(room, event)
                case PresenceRefused(room) if room in self._arrivals:
                    self._arrive(room, Answer(event.condition))
                case Said():
                    device = device_of(event)
                    condition = Refusal.RESOURCE_CONSTRAINT
                    language = self._wording.marked(event.language)
                    text = self._wording.render(phrases.CHECKING(), language)
                    self._send(Refuse(event.to, device, event.id, condition, text))

    def _arrive(self, room: str, found: Answer | RoomJoined) -> None:
        if not self._arrivals[room].done():
            self._arrivals[room].set_result(found)

    def _send(self, effect: Effect) -> None:
        self._stream.write(render(effect, self._domain))
