"""A whole report, composed from one pass over the sessions and what else is kept."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from imref.desk.agreement import Agreement
from imref.desk.disclosure import seen_by
from imref.report.attendance import Attendance, attendance
from imref.report.breakdown import breakdown, keys_by
from imref.report.coverage import coverage
from imref.report.demand import Unstaffed, demand
from imref.report.judging import Judge, Judged
from imref.report.ledger import ledger
from imref.report.model import By, Person, Report, Row
from imref.report.people import People
from imref.report.period import Period
from imref.report.sheets import Sheet
from imref.report.talking import Talking
from imref.store.evidence import Evidence, View

Progress = Callable[[int, int], None]
"""Told now and then how many sessions have been worked through, and of how many."""


def report(
    evidence: Evidence,
    agreement: Agreement,
    period: Period,
    desks: Collection[str] = (),
    *,
    now: float,
    by: Sequence[By] = (),
    viewer: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Everything that is said of a period at these desks.

    None named are all of the agreement, and then sessions at a desk that is gone count as well.
    ``now`` is when it is made (Unix seconds), ``by`` are the breakdowns that are wanted. Single
    librarians stand in it as far as ``viewer`` may see them (`disclosure`; None: not at all), and a
    breakdown by staff only where these are all. Raises StoreError when the database cannot be read.
    """
    seen = () if viewer is None else seen_by(agreement, viewer)
    with evidence.looked_at() as view:
        reading = _Reading(view, agreement, period, tuple(desks), now)
        return reading.report(_allowed(by, agreement, seen), seen, progress or _silent)


def _allowed(by: Sequence[By], agreement: Agreement, seen: Collection[str]) -> list[By]:
    """The breakdowns without the one by staff, unless all of them may be seen."""
    all_seen = len(seen) == len(agreement.staff)
    return [each for each in by if each is not By.STAFF or all_seen]


def _silent(_done: int, _of: int) -> None:
    """Nobody is waiting for it."""


class Collector(Protocol):
    """Collects what one part of a report needs, batch by batch."""

    def add(self, batch: Judged) -> None:
        """Take in a batch."""


class _Reading:
    """One report in the making."""

    def __init__(
        self, view: View, agreement: Agreement, period: Period, desks: tuple[str, ...], now: float
    ) -> None:
        self.view, self.agreement, self.period, self.now = view, agreement, period, now
        self.chosen = desks
        self.desks = desks or tuple(agreement.desks)
        self.hours: Sheet[int] = Sheet(lambda batch: batch.hours)
        self.talking = Talking()

    def report(self, by: Sequence[By], seen: Sequence[str], progress: Progress) -> Report:
        source = (self.view, self.agreement, self.period)
        attended = attendance(*source, self.desks, self.now)
        unstaffed = Unstaffed({name: each.nobody for name, each in attended.items()})
        wanted = dict.fromkeys([*by, By.STAFF] if seen else by)
        sheets = {each: Sheet(keys_by(each, self.period.zone)) for each in wanted}
        self._read([self.hours, self.talking, unstaffed, *sheets.values()], progress)
        found = {each: breakdown(each, sheet) for each, sheet in sheets.items()}
        asking, everything = demand(self.hours, unstaffed.counts), self.hours.whole()
        return Report(
            period=self.period,
            desks=self.desks,
            made=self.now,
            fates=everything.fates(),
            demand=asking,
            coverage=coverage(attended, unstaffed.alone, self.period.zone),
            waits=everything.waits(kept=False, with_curve=True),
            kept_waits=everything.waits(kept=True, with_curve=True),
            conversations=self.talking.result(),
            ledger=ledger(*source, self.chosen, asking.asked, self.now),
            people=self._people(seen, found[By.STAFF].rows, attended) if seen else (),
            breakdowns=tuple(found[each] for each in by),
        )

    def _people(
        self, seen: Sequence[str], rows: Sequence[Row], attended: Mapping[str, Attendance]
    ) -> tuple[Person, ...]:
        people = People(self.view, self.period, self.chosen, attended)
        desks = [self.agreement.desks[name] for name in self.desks if name in self.agreement.desks]
        here = {name for desk in desks for name in desk.staff}
        return people.figures([name for name in seen if name in here], rows)

    def _read(self, collectors: Sequence[Collector], progress: Progress) -> None:
        """Show every session of the period to all who collect something of it."""
        span = self.period.start, self.period.end
        done, of = 0, self.view.count(*span, self.chosen)
        judge = Judge(self.period.zone, self.now)
        for cases in self.view.cases(*span, self.chosen):
            batch = judge.judge(cases)
            for collector in collectors:
                collector.add(batch)
            done += len(cases.opened)
            progress(done, of)
