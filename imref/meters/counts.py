"""Counts what the service does, as it does it: mere additions, on the way of every message."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from imref.desk.effects import Effect, Keep, KeepMessage, KeepSession, KeepTurn, Say, SettleUpTo
from imref.desk.events import Bounced, Event
from imref.desk.ledger import Ledger
from imref.desk.model import Channel, Moment, Session, SessionState, Speaker
from imref.desk.records import Canary
from imref.desk.room import Room
from imref.desk.session.fates import SessionFate, fate_of
from imref.store.errors import StoreUnavailable

COMMIT_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
ANSWER_BOUNDS = (5.0, 10.0, 20.0, 30.0, 60.0, 90.0, 120.0, 180.0, 300.0, 600.0, 1800.0)
"""Seconds, with those at which the report gives shares: 20, 60 and 90."""

REMEMBERED = 1000
"""Sessions of which we know that their first answer is counted."""

DIRECTIONS = {Speaker.PATRON: "from patron", Speaker.STAFF: "to patron", Speaker.NOTE: "note"}


class Histogram:
    """How many values were at most each bound, and their sum."""

    __slots__ = ("_bounds", "_counts", "total")

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self._bounds = bounds
        self._counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, value: float) -> None:
        """Count one value."""
        self._counts[bisect_left(self._bounds, value)] += 1
        self.total += value

    @property
    def buckets(self) -> list[tuple[str, float]]:
        """Each bound as Prometheus writes it, and how many values were not above it."""
        names = [*map(str, self._bounds), "+Inf"]
        return list(zip(names, accumulate(self._counts), strict=True))


class Counts:
    """What has happened since the start, by metric and labels.

    It is an observer of the service; ``room`` gives what the desks remember, to be read.
    """

    def __init__(self, room: Callable[[], Room]) -> None:
        self._room = room
        self._many: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        self.commits = Histogram(COMMIT_BOUNDS)
        self.first_answers: dict[str, Histogram] = {}
        self.canary_answered: dict[str, float] = {}
        self._own_words = 0
        self._accepted = 0
        self._last_canary = 0
        self._answered: dict[int, None] = {}
        self._kept: Session | None = None
        self._messages: dict[Speaker, Counter[str]] = {each: Counter() for each in Speaker}
        self._kinds: dict[type, Callable[[Any], None]] = {
            Say: self._say,
            SettleUpTo: self._settle,
            KeepMessage: self._message,
            KeepSession: self._session,
            KeepTurn: self._turn,
            Keep: self._record,
        }

    @property
    def owed(self) -> int:
        """Rows of the outbox that the server has not read."""
        return max(0, self._room().next_say - 1 - self._accepted)

    @property
    def totals(self) -> dict[str, dict[tuple[str, ...], int]]:
        """All that was counted, by metric and labels."""
        messages: dict[tuple[str, ...], int] = {
            (desk, DIRECTIONS[speaker]): count
            for speaker, desks in self._messages.items()
            for desk, count in desks.items()
        }
        own: dict[tuple[str, ...], int] = {(): self._own_words}
        return {**self._many, "imref_messages_total": messages, "imref_own_words_total": own}

    def loaded(self, ledger: Ledger) -> None:
        """Memory is what the store says."""
        self._accepted = ledger.next_say - 1 - len(ledger.owed)
        for record in ledger.records:
            if isinstance(record, Canary):
                self._well(record)

    def turned(self, batch: Sequence[Event], effects: Sequence[Effect]) -> None:
        """A batch was handled, and what came of it is kept."""
        for event in batch:
            if type(event) is Bounced:
                self.count("imref_bounces_total")
        kinds = self._kinds
        for effect in effects:
            counted = kinds.get(type(effect))
            if counted is not None:
                counted(effect)
        self._kept = None

    def committed(self, seconds: float) -> None:
        """Rows were kept, which took so long."""
        self.commits.add(seconds)

    def failed(self, problem: Exception) -> None:
        """A batch was not taken."""
        why = "store" if isinstance(problem, StoreUnavailable) else "rule"
        self.count("imref_batches_failed_total", why)

    def count(self, name: str, *labels: str) -> None:
        """Count one more."""
        self._many[name][labels] += 1

    def _say(self, say: Say) -> None:
        self._own_words += say.message is None

    def _settle(self, settled: SettleUpTo) -> None:
        self._accepted = max(self._accepted, settled.number)

    def _message(self, kept: KeepMessage) -> None:
        message = kept.message
        session = self._room().sessions.get(message.session)
        if session is None or session.practice:
            return
        speaker = message.speaker
        self._messages[speaker][session.desk] += 1
        if speaker is Speaker.STAFF and message.at == session.first_answer:
            self._first_answer(session)

    def _first_answer(self, session: Session) -> None:
        """Count it once: a second word of the same moment is no first one."""
        if session.number in self._answered:
            return
        self._answered[session.number] = None
        if len(self._answered) > REMEMBERED:
            del self._answered[next(iter(self._answered))]
        waited = self.first_answers.setdefault(session.desk, Histogram(ANSWER_BOUNDS))
        waited.add(session.first_answer - session.opened)

    def _session(self, kept: KeepSession) -> None:
        self._kept = kept.session

    def _turn(self, kept: KeepTurn) -> None:
        """A turn comes with its session, just before it."""
        session, turn = self._kept, kept.turn
        if session is None or session.number != turn.session or session.practice:
            return
        desk = session.desk
        match turn.what:
            case Moment.OPENED:
                self.count("imref_sessions_opened_total", desk, session.channel or Channel.IM)
            case Moment.CLAIMED:
                self.count("imref_sessions_claimed_total", desk)
            case Moment.CLOSED:
                fate = self._fate(session, turn.detail)
                self.count("imref_sessions_closed_total", desk, fate, turn.detail)
            case _:
                pass

    def _fate(self, session: Session, ended_by: str) -> SessionFate:
        promise = self._room().followups.get(session.patron.number)
        return fate_of(
            state=SessionState.CLOSED,
            ended_by=ended_by,
            outcome=session.outcome,
            answered=bool(session.first_answer),
            practice=session.practice,
            promise=promise.state if promise else "",
        )

    def _record(self, kept: Keep) -> None:
        """A check may be kept more than once in a turn, each time as it is at its end."""
        record = kept.record
        if isinstance(record, Canary) and record.over and record.number > self._last_canary:
            self._last_canary = record.number
            result = "failed" if record.failed else "answered"
            self.count("imref_canaries_total", record.desk, result)
            self._well(record)

    def _well(self, canary: Canary) -> None:
        if canary.answered and not canary.failed:
            self.canary_answered[canary.desk] = canary.answered
