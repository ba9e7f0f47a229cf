"""Is the link alive? When to ask a silent one, and when to give one up that does not answer."""

from enum import Enum, auto


class Verdict(Enum):
    """What is to be done about a link."""

    NOTHING = auto()
    PING = auto()
    GIVE_UP = auto()


class Pulse:
    """Looks at one link every ``step`` seconds; times are seconds of a monotonic clock.

    A link that was silent for ``idle`` is pinged. An answer that stays out for ``answer`` (to the
    handshake, to a ping, to the barrier) means that the link is dead, unless the server goes on
    reading: a long replay takes its time. Where it was we who stood still (a suspended machine, a
    stopped process), the answer may lie in a buffer unread, with people's messages in front of it;
    the server gets its time anew.
    """

    def __init__(self, idle: float, answer: float) -> None:
        self._idle = idle
        self._answer = answer
        self.step = min(idle, answer) / 8
        self._looked = self._since = 0.0
        self._unsent = 0

    def begin(self, now: float) -> None:
        """A new link: the handshake is awaited."""
        self._looked = self._since = now
        self._unsent = 0

    def asked(self, now: float) -> None:
        """Something was sent that wants an answer."""
        self._since = now

    def look(self, now: float, *, heard: float, unsent: int, waiting: bool) -> Verdict:
        """Judge the link.

        ``heard`` is when the server last said something, ``unsent`` how many bytes it has not
        taken yet, ``waiting`` whether an answer is out.
        """
        stood_still = now - self._looked > 3 * self.step
        reading = unsent < self._unsent
        self._looked, self._unsent = now, unsent
        if not waiting:
            return Verdict.PING if now - heard >= self._idle else Verdict.NOTHING
        if stood_still or reading:
            self._since = now
        return Verdict.GIVE_UP if now - self._since >= self._answer else Verdict.NOTHING
