"""The component: keeps a link to the server, hears events from it, sends effects over it."""

import asyncio
import logging
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from imref.desk.effects import Effect, Say
from imref.desk.events import Accepted, Bounced, Delivered, Event, LinkDown, LinkUp
from imref.xmpp.adhoc import form_used
from imref.xmpp.answers import answer
from imref.xmpp.asking import Asking
from imref.xmpp.backoff import BackOff
from imref.xmpp.barrier import Barrier
from imref.xmpp.directory import ComponentOnly, Directory
from imref.xmpp.inbound import events_of
from imref.xmpp.outbound import render, render_say
from imref.xmpp.pulse import Pulse, Verdict
from imref.xmpp.stream import Stream
from imref.xmpp.unconfirmed import Unconfirmed

log = logging.getLogger(__name__)

REFUSALS = {"not-authorized": 1, "host-unknown": 8, "conflict": 5}
"""Stream errors that no waiting cures, and how many in a row are one too many. A server that is
starting opens its port before all its hosts are known, and one that has not noticed the end of our
last link yet calls the next a conflict; a wrong secret stays wrong."""

_BLAMED = frozenset(
    {
        "bad-format",
        "improper-addressing",
        "invalid-from",
        "invalid-namespace",
        "invalid-xml",
        "not-well-formed",
        "policy-violation",
        "restricted-xml",
        "unsupported-stanza-type",
        "xml-not-well-formed",
    }
)
"""Stream errors by which a server complains of what it read (RFC 6120, section 4.9.3)."""


class LinkRefused(Exception):  # noqa: N818 - it is the server's doing, not an error of ours
    """The server will not have us, and trying again would not help; ``condition`` says why."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient a link is, all in seconds.

    A lost link is tried again after ``first_retry``, then twice as long each time, up to
    ``last_retry``, each shortened by up to half at random. ``connect`` bounds the wait for the
    connection, ``answer`` that for the handshake and for what comes back after a ping. A link that
    is silent for ``idle`` is pinged. ``farewell`` bounds ``close``.
    """

    first_retry: float = 0.1
    last_retry: float = 1.0
    connect: float = 1.5
    idle: float = 30.0
    answer: float = 15.0
    farewell: float = 3.0


class Component:
    """The stream to the server, kept up until ``close``.

    ``hear`` is called for every event, in the order of the stream; it must return at once.
    """

    def __init__(
        self,
        domain: str,
        host: str,
        port: int,
        secret: str,
        hear: Callable[[Event], None],
        *,
        directory: Directory | None = None,
        pace: Pace | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._domain = domain
        self._host = host
        self._port = port
        self._secret = secret
        self._hear = hear
        self._directory = directory or ComponentOnly()
        self._pace = pace or Pace()
        self._pulse = Pulse(self._pace.idle, self._pace.answer)
        self._back_off = BackOff(self._pace.first_retry, self._pace.last_retry, jitter)
        self._unconfirmed = Unconfirmed()
        self._barrier = Barrier(domain, self._unconfirmed.add)
        self._asking = Asking(domain, self._write_alone)
        self._stream: Stream | None = None
        self._up = False
        self._unreachable = False
        self._refusals = 0
        self._closing = asyncio.Event()
        self._settled = asyncio.Event()

    @property
    def asking(self) -> Asking:
        """Questions to others over this link."""
        return self._asking

    def resume(self, owed: Iterable[Say]) -> None:
        """Take over the outbox rows that an earlier run left unaccepted, before ``run``."""
        self._barrier.resume(owed)

    async def run(self) -> None:
        """Keep the link up until ``close``.

        Raises LinkRefused when the server says what no waiting cures.
        """
        self._stream = stream = Stream(self._domain, self._secret, self._take, self._begin)
        try:
            while not self._closing.is_set():
                await self._link(stream)
                await self._rest()
        finally:
            stream.abort()
            self._end()

    def send(self, effects: Iterable[Effect]) -> None:
        """Send the stanzas among ``effects``, in order, in one write.

        While there is no link a Say is remembered and everything else is dropped: a state or a
        presence would be stale, a receipt is asked for again.
        """
        parts = []
        for effect in effects:
            if type(effect) is Say:
                if self._barrier.owe(effect) and self._up:
                    parts.append(render_say(effect, self._domain))
            elif self._up:
                parts.append(render(effect, self._domain, self._directory))
        self._write(parts)

    async def close(self) -> None:
        """Leave nothing unsent: wait until the server has read everything, then say good-bye."""
        self._closing.set()
        stream = self._stream
        if stream is None:
            return
        if self._up:
            await self._until_settled(stream)
            stream.write(stream.stream_footer)
            await asyncio.wait({stream.ended}, timeout=1.0)
        stream.abort()

    async def _until_settled(self, stream: Stream) -> None:
        """Wait until nothing is owed, or the link is lost, or patience is at an end."""
        self._settled.clear()
        if not self._barrier:
            return
        settled = asyncio.ensure_future(self._settled.wait())
        either: set[asyncio.Future[Any]] = {settled, stream.ended}
        await asyncio.wait(either, timeout=self._pace.farewell, return_when=asyncio.FIRST_COMPLETED)
        settled.cancel()
        if self._barrier:
            log.warning("closing with %d messages that the server has not read", len(self._barrier))

    # The life of a link

    async def _link(self, stream: Stream) -> None:
        """Connect once and stay until that link ends."""
        try:
            await stream.open(self._host, self._port, self._pace.connect)
        except (OSError, TimeoutError) as problem:
            # Once a second all night would bury everything else in the log.
            level = logging.DEBUG if self._unreachable else logging.WARNING
            reason = str(problem) or "no answer"
            log.log(level, "cannot connect to %s:%s, trying on: %s", self._host, self._port, reason)
            self._unreachable = True
            return
        if self._closing.is_set():
            stream.abort()
        watch = asyncio.ensure_future(self._watch(stream))
        try:
            await stream.ended
        finally:
            watch.cancel()
        self._end()
        self._blame(stream.condition)

    def _begin(self) -> None:
        """The handshake is done: what is owed goes first, then the news."""
        self._up = True
        self._unreachable = False
        self._back_off.reset()
        log.info("link to %s:%s is up", self._host, self._port)
        self._barrier.owe_again(self._unconfirmed.take())
        owed = self._barrier.replay()
        self._write([render_say(say, self._domain, replay=True) for say in owed])
        self._hear(LinkUp())

    def _end(self) -> None:
        if self._up:
            self._up = False
            self._asking.give_up()
            level = logging.INFO if self._closing.is_set() else logging.WARNING
            log.log(level, "link to %s:%s has ended", self._host, self._port)
            self._hear(LinkDown())

    def _blame(self, condition: str) -> None:
        """Draw the consequence of the server's reason for ending the stream."""
        if condition not in REFUSALS:
            self._refusals = 0
        else:
            self._refusals += 1
            log.error("the server refuses the link: %s", condition)
            if self._refusals >= REFUSALS[condition]:
                raise LinkRefused(condition)
        if condition in _BLAMED:
            self._unconfirmed.take()  # A server that complains lives on, and delivers what it read.
            log.error("the server ended the stream: %s", condition)
            culprit = self._barrier.struck()
            if culprit is not None:
                self._hear(Bounced(culprit.recipient, culprit.sender, culprit.id, condition))

    async def _rest(self) -> None:
        """Wait before the next try, or until ``close``."""
        try:
            async with asyncio.timeout(self._back_off.next()):
                await self._closing.wait()
        except TimeoutError:
            pass

    async def _watch(self, stream: Stream) -> None:
        """Ping a silent link, and cut one that does not answer."""
        now = stream.loop.time
        self._pulse.begin(now())
        while True:
            await asyncio.sleep(self._pulse.step)
            waiting = self._barrier.asked or not self._up
            match self._pulse.look(
                now(), heard=stream.heard_at, unsent=stream.unsent, waiting=waiting
            ):
                case Verdict.PING:
                    stream.write(self._barrier.ping())
                    self._pulse.asked(now())
                case Verdict.GIVE_UP:
                    log.warning("the server does not answer: giving up this link")
                    stream.abort()
                case Verdict.NOTHING:
                    pass

    # Stanzas

    def _write(self, parts: list[str]) -> None:
        """Write stanzas and, behind them, the barrier's ping, as one."""
        if not self._up or self._stream is None:
            return
        ping = self._barrier.ask()
        if ping:
            self._pulse.asked(self._stream.loop.time())
            parts.append(ping)
        self._stream.write("".join(parts))

    def _write_alone(self, stanza: str) -> bool:
        """Write something that the barrier need not know of; False while there is no link."""
        if not self._up or self._stream is None:
            return False
        self._stream.write(stanza)
        return True

    def _take(self, stanza: Element) -> None:
        if not stanza.tag.endswith("}iq"):
            for event in events_of(stanza, self._domain):
                if isinstance(event, Delivered | Bounced):
                    self._unconfirmed.confirm(event.to, event.sender, event.id)
                self._hear(event)
        elif self._asking.answered(stanza):
            pass
        elif stanza.get("from") == self._domain:
            self._returned(stanza.get("id", ""))
        elif (used := form_used(stanza, self._domain)) is not None:
            self._hear(used)
        elif self._stream is not None:
            self._stream.write(answer(stanza, self._domain, self._directory))

    def _returned(self, id: str) -> None:  # noqa: A002 - XMPP's name for it
        """A ping of ours came back, as itself or as its answer."""
        upto = self._barrier.answered(id)
        if upto is None:
            return
        turn = self._barrier.turn()
        self._write([render_say(say, self._domain, replay=True) for say in turn])
        if upto:
            self._hear(Accepted(upto))
        if not self._barrier:
            self._settled.set()
