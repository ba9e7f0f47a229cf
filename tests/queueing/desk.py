"""A desk that is a queue of theory: first come, first served, each librarian one patron at a time.

What the field needs beside that is out of the way: nothing is kept for another hour, nobody is
reassured, asked to choose, hurried or asked how it was, for the time of each lies beyond any wait.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from imref.desk.agreement import Agreement, Bounds, Desk, StaffMember, Strategy, Timings
from imref.simulate.model import Arrival, Attendance, Manner, Run, Staffing

SERVICE = 600.0
"""Seconds of work on a question in the mean; what is compared is compared in these."""

BEYOND = 30 * 86_400.0
"""Seconds that no patron waits and no work lasts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """``servers`` librarians under a ``load`` (1: as much as they can do).

    ``patience`` is that of patrons in the mean, in service times; 0: they stay until answered.
    """

    servers: int
    load: float
    patience: float = 0.0
    strategy: Strategy = Strategy.IN_ORDER

    @property
    def arrivals(self) -> float:
        """Questions a second."""
        return self.load * self.servers / SERVICE

    def __str__(self) -> str:
        model = f"A patience {self.patience:g}" if self.patience else "C"
        return f"Erlang {model}, {self.servers} at {self.load:g}"


def agreement(setting: Setting) -> Agreement:
    """The agreement of such a desk."""
    names = tuple(f"s{number}" for number in range(setting.servers))
    staff = [StaffMember(name, f"{name}@staff.example", name, limit=1) for name in names]
    timings = Timings(
        offer=BEYOND,
        widen=BEYOND,
        silent_owner=BEYOND,
        reassure=BEYOND,
        remind_idle=BEYOND,
        close_idle=BEYOND,
        hold=BEYOND,
        choice=BEYOND,
    )
    return Agreement(
        "ref.example",
        {"ask": Desk("ask", "Ask", (names,), setting.strategy)},
        {member.address: member for member in staff},
        timings,
        Bounds(),
        ratings=False,
    )


def demand(setting: Setting, questions: int, seed: int) -> Iterator[Arrival]:
    """A Poisson stream of questions with exponential work, and exponential patience if any."""
    chance, at = Random(seed), 0.0
    for _ in range(questions):
        at += chance.expovariate(setting.arrivals)
        mean = setting.patience * SERVICE
        patience = chance.expovariate(1.0 / mean) if setting.patience else BEYOND
        yield Arrival(at, "ask", patience, chance.expovariate(1.0 / SERVICE))


def run_of(setting: Setting, questions: int, seed: int) -> Run:
    """A run of about so many questions, in which all are on duty all the time."""
    until = questions / setting.arrivals
    there = tuple(Attendance(f"s{number}", 0.0, 2 * until) for number in range(setting.servers))
    manner = Manner(reaction=0.0, pace=0.0)
    stream = demand(setting, 2 * questions, seed)
    return Run(agreement(setting), stream, Staffing(there, manner=manner), 0.0, until, seed)
