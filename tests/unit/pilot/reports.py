"""Reports with just the figures that a test is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from imref.report.model import (
    NO_COUNTS,
    NO_MINUTES,
    Conversations,
    Coverage,
    Demand,
    Fates,
    Ledger,
    Report,
    Waits,
    WeekCounts,
)
from imref.report.period import Period
from imref.report.survival import kaplan_meier

ZONE = ZoneInfo("Europe/Berlin")
OCTOBER = Period.of_days(date(2026, 10, 5), date(2026, 10, 30), ZONE)


def week(at: Mapping[tuple[int, int], int]) -> WeekCounts:
    """A week with so many at these weekdays and hours."""
    return tuple(tuple(at.get((day, hour), 0) for hour in range(24)) for day in range(7))


def waits(answered: Iterable[float], left: Iterable[float] = ()) -> Waits:
    """The waits of those who were answered after so many seconds, and of those who left."""
    those, gone = sorted(answered), sorted(left)
    count = len(those)
    return Waits(
        asked=count + len(gone),
        answered=count,
        left=len(gone),
        median=those[(count + 1) // 2 - 1] if those else None,
        p90=those[-(-9 * count // 10) - 1] if those else None,
        within={limit: sum(each <= limit for each in those) for limit in (20.0, 60.0, 90.0)},
        curve=kaplan_meier(Counter(those), Counter(gone)),
    )


def minutes(total: float) -> Any:
    """A week with all of so many minutes in one hour."""
    return ((total, *(0.0,) * 23), *NO_MINUTES[1:])


def report(
    fates: Fates | None = None,
    *,
    asked: Mapping[tuple[int, int], int] | None = None,
    closed: Mapping[tuple[int, int], int] | None = None,
    waited: Waits | None = None,
    promised: float = 0.0,
    kept: float = 0.0,
    down: float = 0.0,
    **ledger: Any,
) -> Report:
    """A report of October 2026, of which only what is given is there."""
    share = Coverage("ask", minutes(promised), minutes(kept), minutes(kept), minutes(down))
    closed = closed or {}
    return Report(
        period=OCTOBER,
        desks=("ask",),
        made=OCTOBER.end,
        fates=fates or Fates(),
        demand=Demand(week({**closed, **(asked or {})}), week(closed), NO_COUNTS),
        coverage=(share,),
        waits=waited or Waits(),
        kept_waits=Waits(),
        conversations=Conversations(),
        ledger=Ledger(NO_COUNTS, NO_COUNTS, NO_COUNTS, NO_MINUTES, **ledger),
    )


def answered(number: int, lost: int = 0) -> Fates:
    """So many questions that were answered, and so many that were lost."""
    return Fates(asked=number + lost, answered=number, lost=lost)
