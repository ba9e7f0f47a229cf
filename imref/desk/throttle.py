"""Token buckets: how fast one sender may write. The clock is an argument."""

PRUNE_AT = 512


class Throttle:
    """Buckets by key, each holding ``burst`` tokens and refilling at ``rate`` tokens a second."""

    __slots__ = ("_buckets", "_prune_at", "burst", "rate")

    def __init__(self, burst: float, rate: float) -> None:
        self.burst = burst
        self.rate = rate
        self._buckets: dict[str, tuple[float, float]] = {}
        self._prune_at = PRUNE_AT

    def allow(self, key: str, now: float) -> bool:
        """Take a token from the bucket of ``key`` at ``now``; False when it is empty."""
        bucket = self._buckets.get(key)
        if bucket is None:
            tokens = self.burst
            if len(self._buckets) >= self._prune_at:
                self.prune(now)
        else:
            tokens = min(self.burst, bucket[0] + max(0.0, now - bucket[1]) * self.rate)
        if tokens < 1.0:
            self._buckets[key] = (tokens, now)
            return False
        self._buckets[key] = (tokens - 1.0, now)
        return True

    def prune(self, now: float) -> None:
        """Forget the buckets that are full again: they say nothing that a new one would not."""
        self._buckets = {
            key: (tokens, at)
            for key, (tokens, at) in self._buckets.items()
            if tokens + (now - at) * self.rate < self.burst
        }
        # Twice what is left: however many buckets are in use, pruning costs little a message.
        self._prune_at = max(PRUNE_AT, 2 * len(self._buckets))

    def __len__(self) -> int:
        return len(self._buckets)
