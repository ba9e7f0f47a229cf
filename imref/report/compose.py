"""A whole report, composed from one pass over the sessions and what else is kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from imref.desk.agreement import Agreement
from imref.desk.figures.disclosure import seen_by
from imref.report.attendance import Attendance, attendance
from imref.report.breakdown import breakdown
from imref.report.coverage import coverage
from imref.report.demand import demand, unstaffed
from imref.report.ledger import ledger
from imref.report.model import By, Person, Report, Row
from imref.report.people import People
from imref.report.period import Period
from imref.report.shares import Progress, Shares, looked_at
from imref.report.tally import Scope
from imref.report.wall import HoursOfWeek
from imref.store.evidence import Evidence, View


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
    shared_from: int | None = None,
) -> Report:
    """Everything that is said of a period at these desks.

    None named are all of the agreement, and then sessions at a desk that is gone count as well.
    ``now`` is when it is made (Unix seconds), ``by`` are the breakdowns that are wanted. Single
    librarians stand in it as far as ``viewer`` may see them (`disclosure`; None: not at all), and a
    breakdown by staff only where these are all. From ``shared_from`` sessions on a second process
    tallies a share of them; None is never, as it should be within the service, which has people to
    wait on. Raises StoreError when the database cannot be read.
    """
    seen = () if viewer is None else seen_by(agreement, viewer)
    by = _allowed(by, agreement, seen)
    wanted = dict.fromkeys([*by, By.STAFF] if seen else by)
    scope = Scope(period.start, period.end, tuple(desks), period.zone, now, tuple(wanted))
    with looked_at(evidence, scope, shared_from) as (view, companion):
        reading = _Reading(view, agreement, period, tuple(desks), now)
        return reading.report(by, seen, Shares(view, scope, companion, progress or _silent))


def _allowed(by: Sequence[By], agreement: Agreement, seen: Collection[str]) -> list[By]:
    """The breakdowns without the one by staff, unless all of them may be seen."""
    all_seen = len(seen) == len(agreement.staff)
    return [each for each in by if each is not By.STAFF or all_seen]


def _silent(_done: int, _of: int) -> None:
    """Nobody is waiting for it."""


class _Reading:
    """One report in the making."""

    def __init__(
        self, view: View, agreement: Agreement, period: Period, desks: tuple[str, ...], now: float
    ) -> None:
        self.view, self.agreement, self.period, self.now = view, agreement, period, now
        self.chosen = desks
        self.desks = desks or tuple(agreement.desks)

    def report(self, by: Sequence[By], seen: Sequence[str], shares: Shares) -> Report:
        source, hours = (self.view, self.agreement, self.period), HoursOfWeek(self.period.zone)
        tally = shares.tally_mine()
        attended = attendance(*source, self.desks, self.now)
        shares.tell()
        book = ledger(*source, self.chosen, self.now, hours)
        shares.add_the_others(tally)
        nobody = {name: each.nobody for name, each in attended.items()}
        alone = unstaffed(tally.arrivals, nobody, hours)
        found = {each: breakdown(each, sheet) for each, sheet in tally.rows.items()}
        asking, everything = demand(tally.hours, alone.counts), tally.hours.whole()
        return Report(
            period=self.period,
            desks=self.desks,
            made=self.now,
            fates=everything.fates(),
            demand=asking,
            coverage=coverage(attended, alone.alone, hours),
            waits=everything.waits(kept=False, with_curve=True),
            kept_waits=everything.waits(kept=True, with_curve=True),
            conversations=tally.talking.result(),
            ledger=replace(book, messages=asking.asked),
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
