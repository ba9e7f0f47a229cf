"""The agenda: what is due at a certain time and belongs to no single session."""

from heapq import heapify, heappop, heappush
from typing import NamedTuple


class Occasion(NamedTuple):
    """Something due: its name (see `occasions`), and a desk, a staff name or a number with it."""

    what: str
    key: str


class RuleError(Exception):
    """A rule failed over what time brought about: ``over`` is a session's number or an occasion."""

    def __init__(self, over: int | Occasion) -> None:
        super().__init__(f"a rule failed over {over}")
        self.over = over


class Agenda:
    """Occasions in order of time, each at most once. It is made anew at every start."""

    __slots__ = ("_heap", "_times")

    def __init__(self) -> None:
        self._times: dict[Occasion, float] = {}
        self._heap: list[tuple[float, Occasion]] = []

    def enter(self, when: float, what: str, key: str) -> None:
        """Enter an occasion at ``when`` (Unix seconds), instead of any other time for it."""
        occasion = Occasion(what, key)
        self._times[occasion] = when
        heappush(self._heap, (when, occasion))
        if len(self._heap) > 64 + 2 * len(self._times):
            self._heap = [(at, entered) for entered, at in self._times.items()]
            heapify(self._heap)

    def strike(self, what: str, key: str) -> None:
        """Take an occasion out; harmless when it is not there."""
        self._times.pop(Occasion(what, key), None)

    def when(self, what: str, key: str) -> float | None:
        """The time that an occasion is entered for, or None."""
        return self._times.get(Occasion(what, key))

    def next_due(self) -> float | None:
        """When the next occasion comes, or None."""
        while self._heap and self._times.get(self._heap[0][1]) != self._heap[0][0]:
            heappop(self._heap)  # entered for another time since, or struck out
        return self._heap[0][0] if self._heap else None

    def take_due(self, now: float) -> Occasion | None:
        """The next occasion that has come by ``now``, which leaves the agenda; or None."""
        due = self.next_due()
        if due is None or due > now:
            return None
        occasion = heappop(self._heap)[1]
        del self._times[occasion]
        return occasion
