"""A queue's steady state a second way: from the generator of its Markov chain, with no formula.

The states are how many patrons are there; from each a new one comes at the rate of arrivals, and
one goes when a librarian is done or somebody's patience ends. The shares of time in the states
solve a system of linear equations; waits follow by Little's law, and those who leave are those who
come and are not served.
"""

import numpy as np

from .theory import Steady


def steady(
    arrivals: float, service: float, patience: float, servers: int, states: int = 1_200
) -> Steady:
    """Wait, share of those who leave, utilisation; all but the first ``states`` are left out.

    The rates are per second; ``patience`` is 0 where nobody leaves.
    """
    there = np.arange(states)
    leave = np.minimum(there, servers) * service + np.maximum(0, there - servers) * patience
    rates = np.diag(np.full(states - 1, arrivals), 1) + np.diag(leave[1:], -1)
    equations = (rates - np.diag(rates.sum(axis=1))).T
    equations[-1] = 1.0  # One follows from the others; the shares add up to 1 instead.
    shares = np.linalg.solve(equations, np.eye(states)[-1])
    waiting = float(shares @ np.maximum(0, there - servers))
    served = float(shares @ np.minimum(there, servers)) * service
    return Steady(waiting / arrivals, 1.0 - served / arrivals, served / service / servers)
