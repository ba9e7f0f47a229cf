"""A study of one library, put together from its config, its record and what was asked for."""

from dataclasses import dataclass, replace
from typing import Final

from imref.desk.agreement import Agreement
from imref.simulate.block import mondays
from imref.simulate.demand import Demand, Generated, Recorded, measured_rates, scaled
from imref.simulate.lengths import Exponential, spoken
from imref.simulate.lessons import SECONDS_A_WEEK, Lessons, lessons
from imref.simulate.rota import Rota, WalkIns
from imref.simulate.setting import Mistaken, plainly_worded
from imref.simulate.study import USUAL_DELAY, Study
from imref.store.past import Past

LONGEST_RECORD: Final = 52
"""Weeks of a record that are used if nothing else is asked for: the latest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to play: whose figures, how many weeks at once, and what is not as recorded.

    ``a_week`` questions are made up instead of recorded ones (None: as recorded; 0: made up, as
    many as recorded). ``patience`` and ``work`` are means in seconds that stand in for measured
    ones. ``as_agreed`` has everybody on duty as agreed, not as recorded; ``walk_ins`` come at a
    stated rate.
    """

    desk: str | None = None
    weeks: int = 4
    seed: int = 1
    a_week: float | None = None
    patience: float | None = None
    work: float | None = None
    as_agreed: bool = False
    walk_ins: WalkIns | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """A library as it is: the agreement, what is on record, and what that teaches."""

    agreement: Agreement
    past: Past
    start: float
    end: float
    lessons: Lessons

    @classmethod
    def known(cls, agreement: Agreement, past: Past, start: float, end: float) -> "Library":
        """What is known from a record of a time. Raises Mistaken when it is too short."""
        plain = plainly_worded(agreement)
        zone = next(iter(agreement.desks.values())).hours.zone
        if not mondays(start, end, zone):
            raise Mistaken(
                "There is no whole week on record, from Monday to Sunday; a simulation learns from "
                "at least one."
            )
        return cls(plain, past, start, end, lessons(past.asked, agreement.timings))

    def study(self, wanted: Wanted) -> Study:
        """What is played again and again. Raises Mistaken."""
        zone = next(iter(self.agreement.desks.values())).hours.zone
        known = self._lessons(wanted)
        return Study(
            demand=self._demand(wanted, known),
            rota=Rota(
                self.agreement,
                () if wanted.as_agreed else self.past.duty,
                self.past.visitors,
                wanted.walk_ins,
            ),
            desks=(wanted.desk,) if wanted.desk else tuple(self.agreement.desks),
            starts=mondays(self.start, self.end, zone)[-LONGEST_RECORD:],
            weeks=wanted.weeks,
            zone=zone,
            asked=self.past.asked,
            partner_delay=USUAL_DELAY if known.partner is None else known.partner,
            seed=wanted.seed,
        )

    def _lessons(self, wanted: Wanted) -> Lessons:
        known = self.lessons
        if wanted.patience is not None:
            known = replace(known, patience=Exponential(wanted.patience))
        if wanted.work is not None:
            known = replace(known, work=Exponential(wanted.work), works=())
        return known

    def _demand(self, wanted: Wanted, known: Lessons) -> Demand:
        if wanted.a_week is None:
            return Recorded(self.past.asked, self.agreement, known)
        rates = measured_rates(self.past.asked, self.agreement, self.start, self.end)
        measured = sum(sum(map(sum, rows)) for rows in rates.values())
        if wanted.a_week and not measured:
            raise Mistaken("Nothing was asked on record, so nobody knows at which hours they ask.")
        return Generated(
            scaled(rates, wanted.a_week / measured if wanted.a_week else 1.0),
            self.agreement,
            known,
        )


def record_of(past: Past, now: float, agreement: Agreement) -> tuple[float, float]:
    """From when until when a record tells something: from its first question to its last Monday.

    Of the week in which the record begins and of the one that goes on nobody knows all.
    """
    if not past.asked:
        raise Mistaken("Nothing is on record yet: there is nothing to learn from.")
    zone = next(iter(agreement.desks.values())).hours.zone
    start, latest = past.asked[0].at, past.asked[-1].at
    running = mondays(latest, latest + 2 * SECONDS_A_WEEK, zone)[0]
    end = min(now, running)
    day = 86_400.0
    first = [each for each in mondays(start - day, end, zone) if each >= start - day]
    return (first[0] if first else start), end


def assumed(library: Library, wanted: Wanted, study: Study) -> list[str]:
    """What a play takes for granted, in sentences: what was measured, stated, or taken as usual."""
    known = library.lessons
    patience, work = known.notes
    if wanted.patience is not None:
        patience = f"Patience: exponential, {spoken(wanted.patience)} on average (stated)."
    if wanted.work is not None:
        work = f"Work on a session: exponential, {spoken(wanted.work)} on average (stated)."
    said = [
        study.demand.told(),
        study.rota.told(),
        patience,
        work,
        f"Librarians answer what they are shown after {spoken(study.manner.reaction)} on average "
        "(exponential; chosen so that the median of first answers agrees with the record).",
        f"Kept questions: {known.cancels:.0%} are taken back, {known.reads:.0%} settled by a help "
        f"page; of the others {known.stays:.0%} of the patrons are there when somebody sees to "
        "them, and the rest get a promise, which is kept.",
    ]
    if any(desk.partners for desk in library.agreement.desks.values()):
        how = "measured" if known.partner is not None else "usual"
        said.append(f"Partners answer after {spoken(study.partner_delay)} ({how}).")
    return said
