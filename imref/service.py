"""The one loop: events in, effects out; kept first, then sent."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, cast, get_args

from imref.desk import phrases
from imref.desk.agenda import Occasion, RuleError
from imref.desk.agreement import Agreement
from imref.desk.effects import (
    Effect,
    ForgetPatron,
    ForgetPerson,
    KeepTurn,
    Refusal,
    Refuse,
    RefuseForm,
    Say,
)
from imref.desk.errands import Errand, SendMail
from imref.desk.events import (
    Accepted,
    AgreementChanged,
    Bounced,
    ClockTicked,
    Delivered,
    Event,
    FileFetched,
    FormUsed,
    Interrupted,
    LinkDown,
    LinkUp,
    PatronRecalled,
    Privileged,
    Retracted,
    Said,
    Stopping,
    device_of,
)
from imref.desk.ledger import Ledger
from imref.desk.model import ALIAS_PREFIX
from imref.desk.switchboard import Switchboard
from imref.store.errors import StoreUnavailable
from imref.store.journal import Journal

log = logging.getLogger(__name__)

BATCH = 512
"""Events in one commit at most, so that under a flood the first of them need not wait long."""

LINGER = 0.25
"""Seconds that rows which may be lost (who has read what) wait for a commit to ride along with."""

FATES_HELD = 1000
"""Receipts and bounces that are remembered while the store is out of order."""

RECOVERY = 0.5
"""Seconds between two tries to write, while the store is out of order."""


ERRANDS = frozenset(get_args(Errand))
"""The kinds of errands. Every effect is asked whether it is one: a set is quicker than a union."""

FORGETTING = frozenset({ForgetPatron, ForgetPerson})
"""Effects that end a batch."""

STUCK = 30.0
"""Seconds after which one batch that is not done means that the loop does not turn any more."""


class Link(Protocol):
    """What the service needs of the way to the server; ``imref.xmpp.component`` is one."""

    def send(self, effects: Iterable[Effect]) -> None:
        """Send the stanzas among the effects, in order."""

    def resume(self, owed: Iterable[Say]) -> None:
        """Take over what an earlier run left unaccepted."""


class Clerk(Protocol):
    """Who runs the desk's errands beside the loop; ``imref.clerk`` is one."""

    def run(self, errand: Errand, hear: Callable[[Event], None]) -> None:
        """Begin an errand; what comes of it is told to ``hear`` later, in the same event loop."""


class Observer(Protocol):
    """Who counts what the service does; ``imref.meters`` does. Nothing here may take long."""

    def loaded(self, ledger: Ledger) -> None:
        """Memory is what the store says: at the start, and when the store works again."""

    def turned(self, batch: Sequence[Event], effects: Sequence[Effect]) -> None:
        """A batch was handled, and what came of it is kept."""

    def committed(self, seconds: float) -> None:
        """Rows were kept, which took so long."""

    def failed(self, problem: Exception) -> None:
        """A batch was not taken, for the store was out of order or a rule failed."""


class Service:
    """Owns all state, in one task. ``hear`` takes events from anywhere in the same event loop."""

    def __init__(
        self,
        agreement: Agreement,
        journal: Journal,
        clock: Callable[[], float] = time.time,
        clerk: Clerk | None = None,
        observer: Observer | None = None,
    ) -> None:
        self._agreement = agreement
        self._journal = journal
        self._clock = clock
        self._clerk = clerk
        self._observer = observer
        self._now = 0.0
        self._told = time.monotonic()
        self._inbox: list[Event] = []
        self._awake = asyncio.Event()
        self._stopping = False
        self._linked = False
        self._ailing = False
        self._given = 0
        self._accepted: Accepted | None = None
        self._fates: deque[Bounced | Delivered] = deque(maxlen=FATES_HELD)
        self._privileges: dict[str, Privileged] = {}
        self._next_probe = 0.0
        self._left_alone: set[int | Occasion] = set()
        self._unsettled_since: float | None = None
        self._busy_since: float | None = None
        self._goodbye = asyncio.Event()

    @property
    def switchboard(self) -> Switchboard:
        """The rules and what they remember; to be read, not driven, by others."""
        return self._switchboard

    @property
    def keeps_up(self) -> bool:
        """Whether the loop turns: no batch is stuck in it."""
        since = self._busy_since
        return since is None or time.monotonic() - since < STUCK

    @property
    def linked(self) -> bool:
        """Whether the stream to the server is up."""
        return self._linked

    @property
    def ailing(self) -> bool:
        """Whether the store is out of order, so that nothing is taken."""
        return self._ailing

    def hear(self, event: Event) -> None:
        """Put an event on the queue; it is handled in its turn."""
        self._inbox.append(event)
        self._awake.set()

    async def say_goodbye(self) -> None:
        """Tell the desk that it closes; returns when all that was heard before is handled.

        ``run`` goes on: what comes in while the link is being closed is still taken and sent.
        """
        self.hear(Stopping())
        await self._goodbye.wait()

    def stop(self) -> None:
        """End ``run`` once everything heard so far is handled."""
        self._stopping = True
        self._awake.set()

    async def open(self, link: Link) -> None:
        """Load what was kept, and hand the link what is still owed. Raises StoreUnavailable."""
        ledger = await self._journal.load(self._tell_time())
        self._adopt(ledger)
        link.resume(ledger.owed)
        self._given = ledger.next_say - 1
        log.info("%d open sessions, %d messages owed", len(ledger.sessions), len(ledger.owed))
        self._send_out(SendMail(mail) for mail in self._switchboard.room.mails.values())
        await self._journal.mark_running()
        if not ledger.clean:
            log.warning("the last run ended without notice; people in open sessions are told")
            self.hear(Interrupted())

    async def run(self, link: Link) -> None:
        """Handle events until ``stop``; what was heard before it is handled, kept and sent."""
        while self._inbox or not self._stopping:
            batch = await self._next_batch()
            self._busy_since = time.monotonic()
            if self._ailing:
                await self._try_to_recover(batch, link)
            else:
                await self._attempt(batch, link)
            self._busy_since = None

    async def conclude(self, link: Link) -> None:
        """After the link was closed: keep what came in last, and note that the run ended well.

        It did not when the store is out of order: then memory may be ahead of the disk.
        """
        while self._inbox and not self._ailing:
            await self._attempt(await self._next_batch(), link)
        if self._ailing:
            return
        try:
            await self._journal.commit()
            await self._journal.mark_clean()
        except StoreUnavailable as problem:
            log.error("the last rows could not be kept: %s", problem)

    # One turn of the loop.

    async def _next_batch(self) -> list[Event]:
        """Everything that is waiting, in order; nothing when it is only time that passed."""
        if not self._inbox and not self._stopping:
            try:
                async with asyncio.timeout(self._patience()):
                    await self._awake.wait()
            except TimeoutError:
                pass
        self._awake.clear()
        batch, self._inbox = self._inbox[:BATCH], self._inbox[BATCH:]
        return batch

    def _patience(self) -> float | None:
        """How long the loop may sleep when nothing is heard, in seconds."""
        if self._ailing:
            return RECOVERY
        now = self._tell_time()
        moments = []
        if self._unsettled_since is not None:
            moments.append(self._unsettled_since + LINGER - now)
        due = self._switchboard.next_due()
        if due is not None:
            moments.append(due - now)
        return max(0.0, min(moments)) if moments else None

    def _tell_time(self) -> float:
        """Now, in Unix seconds. It follows a clock that is set forward, and goes on at its own
        pace when the clock is set back: waiting people must not wait for the clock.
        """
        moment = time.monotonic()
        self._now = max(self._now + moment - self._told, self._clock())
        self._told = moment
        return self._now

    async def _attempt(self, batch: list[Event], link: Link) -> None:
        """Handle a batch; if it cannot be kept, nothing of it has happened."""
        try:
            await self._turn(batch, link)
        except StoreUnavailable as problem:
            self._report(problem)
            log.error("nothing can be kept, so nothing is taken until it can: %s", problem)
            self._fall_ill(batch, link)
        except Exception as problem:
            self._report(problem)
            # A rule has failed half way. What it left in memory is not to be trusted, what is
            # on the disk is; and one strange message must not end the service for everybody.
            log.exception("a rule failed; its batch is not taken, and memory is loaded again")
            if isinstance(problem, RuleError):
                log.error("time does nothing to %s until the next start", problem.over)
                self._left_alone.add(problem.over)
            self._fall_ill(batch, link)
            self._next_probe = 0.0

    async def _turn(self, batch: list[Event], link: Link) -> None:
        now = self._tell_time()
        handle = self._switchboard.handle
        effects: list[Effect] = []
        for recalled in await self._recall(batch):
            effects += handle(recalled, now)
        for number, event in enumerate(batch, 1):
            brought = handle(event, now)
            effects += brought
            if not FORGETTING.isdisjoint(map(type, brought)):
                # Whoever writes on after that is somebody new, in a commit of their own.
                self._inbox[:0] = batch[number:]
                del batch[number:]
        due = self._switchboard.next_due()
        if due is not None and due <= now:
            effects += handle(ClockTicked(), now)
        self._journal.add(effects)
        await self._commit(now)
        self._note(batch, effects)
        if self._observer is not None:
            self._observer.turned(batch, effects)
        link.send(effects)
        self._send_out(effects)

    def _send_out(self, effects: Iterable[Effect]) -> None:
        """Have the clerk run the errands among the effects, now that their cause is kept."""
        if self._clerk is not None:
            for effect in effects:
                if type(effect) in ERRANDS:
                    self._clerk.run(cast(Errand, effect), self.hear)

    async def _commit(self, now: float) -> None:
        """Commit what must be kept now; what may be lost waits a little for company."""
        if self._journal.pressing or self._has_lingered(now):
            began = time.perf_counter()
            await self._journal.commit()
            if self._observer is not None:
                self._observer.committed(time.perf_counter() - began)
            self._unsettled_since = None
        elif self._journal.pending and self._unsettled_since is None:
            self._unsettled_since = now

    def _has_lingered(self, now: float) -> bool:
        return self._unsettled_since is not None and now - self._unsettled_since >= LINGER

    async def _recall(self, batch: list[Event]) -> list[PatronRecalled]:
        """Fetch from the store the patrons of this batch that memory does not have."""
        knows, desks = self._switchboard.knows, self._agreement.desks
        strangers = {
            (event.sender, event.to): None
            for event in batch
            if (type(event) is Said or type(event) is FileFetched or type(event) is Retracted)
            and (event.to in desks or event.to.startswith(ALIAS_PREFIX))
            and not knows(event.sender, event.to)
        }
        if not strangers:
            return []
        found = await self._journal.recall(list(strangers))
        return [PatronRecalled(patron, session) for patron, session in found]

    def _note(self, batch: list[Event], effects: list[Effect]) -> None:
        """Write the log lines of this turn, and remember what the link has been given."""
        self._follow(batch)
        self._given = self._switchboard.room.next_say - 1
        for effect in effects:
            if type(effect) is KeepTurn:
                turn = effect.turn
                who = {"staff": turn.staff} if turn.staff else {}
                log.info(turn.what.value, extra={"session": turn.session, **who})

    def _follow(self, batch: list[Event]) -> None:
        """Remember of these events what outlives the switchboard's memory."""
        for event in batch:
            match event:
                case AgreementChanged():
                    self._agreement = event.agreement
                case LinkUp():
                    self._linked = True
                case LinkDown():
                    self._linked = False
                    self._privileges.clear()
                case Privileged():  # A server says it once for a link.
                    self._privileges[event.host] = event
                case Stopping():
                    self._goodbye.set()
                case _:
                    pass

    # When the store is out of order.

    def _adopt(self, ledger: Ledger) -> None:
        now = self._tell_time()
        self._switchboard = Switchboard(self._agreement, ledger, now, self._left_alone)
        if self._observer is not None:
            self._observer.loaded(ledger)

    def _report(self, problem: Exception) -> None:
        if self._observer is not None:
            self._observer.failed(problem)

    def _fall_ill(self, batch: list[Event], link: Link) -> None:
        """Take nothing until memory has been loaded from the store again."""
        self._ailing = True
        self._unsettled_since = None
        self._next_probe = self._tell_time() + RECOVERY
        self._turn_away(batch, link)

    def _turn_away(self, batch: list[Event], link: Link) -> None:
        """Answer those whose messages were not kept, so that their clients know (type wait)."""
        self._follow(batch)
        for event in batch:
            match event:
                case Accepted():
                    self._accepted = event
                case Bounced() | Delivered():
                    self._fates.append(event)
                case _:
                    pass
        room = self._switchboard.room
        marked = room.agreement.wording.marked
        link.send(
            RefuseForm(event.to, device_of(event), event.id, Refusal.RESOURCE_CONSTRAINT)
            for event in batch
            if type(event) is FormUsed
        )
        link.send(
            Refuse(
                event.to,
                device_of(event),
                event.id,
                Refusal.RESOURCE_CONSTRAINT,
                room.in_words(
                    phrases.CANNOT_KEEP(),
                    room.language_of(event.sender, event.to, marked(event.language)),
                ),
            )
            for event in batch
            if type(event) is Said
        )

    async def _try_to_recover(self, batch: list[Event], link: Link) -> None:
        """If the store works again, memory is what the store says, as at a start."""
        if self._tell_time() < self._next_probe:
            self._turn_away(batch, link)
            return
        self._next_probe = self._tell_time() + RECOVERY
        try:
            if not await self._journal.probe():
                raise StoreUnavailable("it cannot be written yet")
            ledger = await self._journal.load(self._tell_time())
        except StoreUnavailable:
            self._turn_away(batch, link)
            return
        self._ailing = False
        log.info("the store works again")
        self._adopt(ledger)
        # A commit that reported failure may have been kept all the same: what the link was
        # never given is due now.
        link.send(say for say in ledger.owed if say.number > self._given)
        self._given = ledger.next_say - 1
        news: list[Event] = [LinkUp(), *self._privileges.values()] if self._linked else []
        if self._accepted is not None:
            news.append(self._accepted)
            self._accepted = None
        news += self._fates
        self._fates.clear()
        self._inbox[:0] = [*news, *batch]
