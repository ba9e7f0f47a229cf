"""A tally: what is counted of sessions. The tallies of two shares of them make that of both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import tzinfo

from imref.report.breakdown import keys_by
from imref.report.demand import Arrivals
from imref.report.judging import Judge
from imref.report.model import By
from imref.report.sheets import Sheet
from imref.report.talking import Talking
from imref.store.evidence import Cases


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sessions are tallied, and how: all that another process has to be told.

    They were opened from ``start`` until ``end`` (Unix seconds) at these ``desks`` (none: at any),
    are judged as of ``now``, and counted by the clock of ``zone`` and in rows ``by``.
    """

    start: float
    end: float
    desks: tuple[str, ...]
    zone: tzinfo
    now: float
    by: tuple[By, ...] = ()

    @property
    def chosen(self) -> tuple[float, float, tuple[str, ...]]:
        """The same sessions, as a view of the database is asked for them."""
        return self.start, self.end, self.desks


@dataclass(slots=True)
class Tally:
    """What is counted of some sessions: it does not matter in which order, nor in how many parts.

    Everything is kept from which a figure is made, and no figure: a median of two medians is none.
    """

    hours: Sheet[int] = field(default_factory=Sheet)
    rows: dict[By, Sheet[str]] = field(default_factory=dict)
    talking: Talking = field(default_factory=Talking)
    arrivals: Arrivals = field(default_factory=Arrivals)

    def merge(self, other: "Tally") -> None:
        """Take in the tally of other sessions, by the same rows."""
        self.hours.merge(other.hours)
        for by, sheet in self.rows.items():
            sheet.merge(other.rows[by])
        self.talking.merge(other.talking)
        self.arrivals.merge(other.arrivals)


def tallied(some: Iterable[Cases], scope: Scope, told: Callable[[int], None]) -> Tally:
    """The tally of sessions that come batch by batch; ``told`` of the number in each."""
    judge = Judge(scope.zone, scope.now)
    keys = {by: keys_by(by, scope.zone) for by in scope.by}
    tally = Tally(rows={by: Sheet() for by in keys})
    for cases in some:
        batch = judge.judge(cases)
        tally.hours.add(batch.hours, batch)
        for by, key in keys.items():
            tally.rows[by].add(key(batch), batch)
        tally.talking.add(batch)
        tally.arrivals.add(batch)
        told(len(cases.opened))
    return tally
