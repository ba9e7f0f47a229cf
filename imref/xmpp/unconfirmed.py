"""What a server has read lately and no client has acknowledged: said once more after a lost link.

A server that ends may have read what it never delivered. ejabberd 23.01 loses what comes in its
last tenth of a second, though its answer to the barrier's ping still comes back; Prosody 0.12.3
does not. A repeat has the same id and a delay stamp, so that a client shows it once.
"""

import time
from collections.abc import Callable

from imref.desk.effects import Say

FRESH = 5.0
"""Seconds after which a server has certainly delivered, or stored, what it had read."""

HELD = 5000
"""Messages remembered at most: a link under full load must not fill the memory."""


class Unconfirmed:
    """Messages accepted less than ``FRESH`` seconds ago, without a receipt or a bounce so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._fresh: dict[tuple[str, str, str], tuple[float, Say]] = {}
        self._swept = clock()

    def add(self, say: Say) -> None:
        """The server has read this one."""
        now = self._clock()
        self._fresh[say.sender, say.recipient, say.id] = (now, say)
        if now - self._swept > FRESH or len(self._fresh) > HELD:
            self._sweep(now)

    def confirm(self, sender: str, recipient: str, id: str) -> None:  # noqa: A002 - XMPP's name for it
        """A client has acknowledged it, or it came back."""
        self._fresh.pop((sender, recipient, id), None)

    def take(self) -> list[Say]:
        """Give what a new link should say again, in order; it is forgotten here."""
        self._sweep(self._clock())
        again = [say for _, say in self._fresh.values()]
        self._fresh = {}
        return sorted(again, key=lambda say: say.number)

    def _sweep(self, now: float) -> None:
        """Drop what is no longer fresh, all at once and seldom: that costs little a message."""
        self._swept = now
        fresh = [(key, held) for key, held in self._fresh.items() if now - held[0] <= FRESH]
        self._fresh = dict(fresh[-HELD // 2 :])
