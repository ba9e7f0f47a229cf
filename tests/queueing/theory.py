"""What queueing theory says of a desk: Erlang C without patience, Erlang A with it.

Erlang C is M/M/c (A. K. Erlang, 1917), Erlang A is M/M/c+M: whoever waits leaves after a patience
that is exponential (C. Palm, 1957; Garnett, Mandelbaum, Reiman, "Designing a Call Center with
Impatient Customers", 2002; Mandelbaum and Zeltyn, "The Palm/Erlang-A Queue", 2005). Rates are per
second.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steady:
    """A queue in its steady state: mean wait of all who come (s), share who leave, utilisation."""

    wait: float
    left: float
    busy: float


def erlang_b(servers: int, offered: float) -> float:
    """The share of calls that find all servers busy where nobody waits (by recursion)."""
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked = offered * blocked / (count + offered * blocked)
    return blocked


def probability_of_waiting(servers: int, offered: float) -> float:
    """Erlang's C(c, a): the share of those who wait, of all, where nobody leaves."""
    blocked, load = erlang_b(servers, offered), offered / servers
    return blocked / (1.0 - load * (1.0 - blocked))


def erlang_c(arrivals: float, service: float, servers: int) -> Steady:
    """M/M/c: ``arrivals`` and ``service`` are rates; a load of 1 or more has no steady state."""
    offered = arrivals / service
    waits = probability_of_waiting(servers, offered)
    return Steady(waits / (servers * service - arrivals), 0.0, offered / servers)


def erlang_a(arrivals: float, service: float, patience: float, servers: int) -> Steady:
    """M/M/c+M, from the steady state of its birth-and-death process; ``patience`` is a rate."""
    weights = [1.0]
    while len(weights) <= servers or weights[-1] > 1e-14 * max(weights):
        present = len(weights)
        leave = min(present, servers) * service + max(0, present - servers) * patience
        weights.append(weights[-1] * arrivals / leave)
    total = sum(weights)
    shares = [weight / total for weight in weights]
    waiting = sum(share * max(0, n - servers) for n, share in enumerate(shares))
    busy = sum(share * min(n, servers) for n, share in enumerate(shares)) / servers
    return Steady(waiting / arrivals, patience * waiting / arrivals, busy)
