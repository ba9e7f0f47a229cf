"""How long something was so, in sum."""

from dataclasses import dataclass


@dataclass(slots=True)
class Stopwatch:
    """Runs while something is so. Moments are Unix seconds, ``total`` is in seconds."""

    total: float = 0.0
    running: bool = False
    since: float = 0.0

    def set(self, running: bool, now: float) -> None:
        """From ``now`` on it is so, or not."""
        if self.running:
            self.total += now - self.since
        self.running, self.since = running, now

    def read(self, now: float) -> float:
        """The sum up to ``now``."""
        return self.total + (now - self.since if self.running else 0.0)
