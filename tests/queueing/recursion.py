"""When each question is answered, by the textbook: a heap of the moments at which servers are free.

Customers are served in the order of arrival by whoever is free first (Kiefer and Wolfowitz, 1955);
one whose wait would be longer than their patience leaves and takes nobody's time.
"""

from collections.abc import Iterable, Iterator
from heapq import heapify, heapreplace

from imref.simulate.model import Arrival


def answers(demand: Iterable[Arrival], servers: int) -> Iterator[float]:
    """The moment at which each is answered, or 0.0 for one who leaves before."""
    free = [0.0] * servers
    heapify(free)
    for arrival in demand:
        begins = max(free[0], arrival.at)
        if begins - arrival.at > arrival.patience:
            yield 0.0
        else:
            heapreplace(free, begins + arrival.service)
            yield begins
