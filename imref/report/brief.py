"""From a whole report to the few figures of the weekly one."""

from imref.desk.figures.brief import Brief
from imref.report.essentials import WORTH_SAYING
from imref.report.grid import Sum, together
from imref.report.model import Report


def brief(week: Report, before: Report) -> Brief:
    """The figures of a week; ``before`` is the report on the week before it."""
    gaps = [
        gap.length for each in week.coverage for gap in each.nobody if gap.length >= WORTH_SAYING
    ]
    fates, waits, ledger = week.fates, week.waits, week.ledger
    return Brief(
        asked=fates.asked,
        before=before.fates.asked,
        answered=fates.answered,
        lost=fates.lost,
        unanswered=fates.unanswered,
        held=fates.held,
        referred=fates.referred,
        closed=_known(together(week.demand.closed)),
        timed=waits.asked,
        within=waits.within.get(60.0),
        half=waits.median,
        most=waits.p90,
        promised=sum(sum(map(sum, each.promised)) for each in week.coverage),
        staffed=sum(sum(map(sum, each.kept)) for each in week.coverage),
        gaps=len(gaps),
        longest=max(gaps, default=0.0),
        kept=ledger.promises.kept,
        late=ledger.promises.late,
        broken=ledger.promises.broken,
        walk_ins=_known(together(ledger.walk_ins)),
        calls=_known(together(ledger.calls)),
    )


def _known(found: Sum) -> int | None:
    """A sum, unless some of it is hidden: then it would be too low."""
    return None if found.more else found.known
