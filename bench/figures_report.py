"""One report on a store of `figures_store`: ``python bench/figures_report.py STORE [BY …]``.

Prints as JSON how many questions there were, the seconds of the report alone, those of the
processors for all of it, and the peak memory of all processes together.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from figures_store import CLOSES, DESKS, OPENS, STAFF, YEARS, ZONE

from imref.desk.agreement import Agreement, Desk, StaffMember
from imref.desk.calendar.hours import Hours, Span
from imref.report.compose import report
from imref.report.discretion import discreet
from imref.report.garbage import seldom_collecting
from imref.report.model import By
from imref.report.period import Period
from imref.report.shares import MANY
from imref.store.evidence import Evidence


def agreement() -> Agreement:
    """The library as the store has it."""
    hours = Hours(ZONE, ((Span(OPENS * 60, CLOSES * 60),),) * 5 + ((),) * 2)
    names = [f"lib{number + 1}" for number in range(STAFF)]
    staff = {f"{name}@staff.example": name for name in names}
    return Agreement(
        "ref.example",
        {
            desk: Desk(desk, desk, (tuple(names[place :: len(DESKS)]),), hours=hours)
            for place, desk in enumerate(DESKS)
        },
        {address: StaffMember(name, address, name) for address, name in staff.items()},
    )


def main() -> None:
    """Make the report, then make it fit to leave the house, as the command does."""
    store, by = Path(sys.argv[1]), [By(word) for word in sys.argv[2:]]
    period = Period.of_days(date(2021, 1, 1), date(2021 + YEARS, 12, 31), ZONE)
    begun = time.perf_counter()
    with Evidence(store) as evidence, seldom_collecting():
        made = report(evidence, agreement(), period, now=period.end, by=by, shared_from=MANY)
    discreet(made)
    # What its companion used counts as well; that both are at their peak at once is the worst case.
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    result = {
        "asked": made.fates.asked,
        "report_s": time.perf_counter() - begun,
        "cpu_s": sum(each.ru_utime + each.ru_stime for each in used),
        "peak_bytes": sum(each.ru_maxrss for each in used) * 1024,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
