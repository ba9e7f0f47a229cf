"""How long to wait before the next try: longer each time, but never long."""

from collections.abc import Callable


class BackOff:
    """Waits that double from ``first`` to ``last`` seconds, each shortened by up to half.

    ``jitter`` gives numbers from 0 to 1, so that components of one server do not come back in step.
    """

    def __init__(self, first: float, last: float, jitter: Callable[[], float]) -> None:
        self._first = first
        self._last = last
        self._jitter = jitter
        self._longest = first

    def next(self) -> float:
        """Give the next wait in seconds."""
        longest = self._longest
        self._longest = min(self._last, longest * 2)
        return longest * (1 - self._jitter() / 2)

    def reset(self) -> None:
        """Begin anew: things are well."""
        self._longest = self._first
