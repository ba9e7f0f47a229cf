"""Reports made by hand, so that what is printed can be held against what is known."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from imref.desk.intervals import Interval
from imref.report.model import (
    NO_COUNTS,
    NO_MINUTES,
    Breakdown,
    By,
    Conversations,
    Coverage,
    Demand,
    Fates,
    Ledger,
    PageUse,
    PartnerUse,
    Person,
    Point,
    Promises,
    Report,
    Row,
    Waits,
    WeekCounts,
    WeekMinutes,
)
from imref.report.period import Period

BERLIN = ZoneInfo("Europe/Berlin")
PERIOD = Period.of_days(date(2026, 10, 26), date(2026, 11, 22), BERLIN)
TITLES = {"ask": "Ask a librarian", "law": "Law library"}


def at(text: str) -> float:
    """A moment on the library's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp()


def counts(**hours: int) -> WeekCounts:
    """A week with these counts: ``mon14=21``."""
    return _week(NO_COUNTS, hours)


def minutes(days: range, hours: range, each: float) -> WeekMinutes:
    """A week with so many minutes in each of these hours."""
    return tuple(
        tuple(each if day in days and hour in hours else 0.0 for hour in range(24))
        for day in range(7)
    )


def _week(empty: WeekCounts, hours: dict[str, int]) -> WeekCounts:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = [list(day) for day in empty]
    for name, number in hours.items():
        found[names.index(name[:3])][int(name[3:])] = number
    return tuple(map(tuple, found))


ASK = Coverage(
    "ask",
    promised=minutes(range(5), range(9, 18), 240.0),
    staffed=minutes(range(5), range(9, 19), 228.0),
    kept=minutes(range(5), range(9, 18), 228.0),
    down=NO_MINUTES,
    nobody=(
        Interval(at("2026-11-03 12:00"), at("2026-11-03 13:20")),
        Interval(at("2026-11-12 09:00"), at("2026-11-12 09:25")),
    ),
)
LAW = Coverage("law", minutes(range(1), range(10, 12), 240.0), NO_MINUTES, NO_MINUTES, NO_MINUTES)
WAITS = Waits(
    asked=290,
    answered=250,
    left=30,
    median=34.0,
    p90=180.0,
    within={20.0: 80, 60.0: 203, 90.0: 220},
    curve=(
        Point(5.0, 0.95, 0.92, 0.97, 290),
        Point(20.0, 0.72, 0.67, 0.77, 240),
        Point(60.0, 0.29, 0.24, 0.34, 110),
        Point(180.0, 0.11, 0.08, 0.15, 40),
        Point(700.0, 0.05, 0.03, 0.08, 12),
    ),
    half=34.0,
)
FATES = Fates(
    asked=412, answered=331, lost=41, unanswered=20, held=8, referred=12, practice=38, spam=3
)
REPORT = Report(
    period=PERIOD,
    desks=("ask", "law"),
    made=at("2026-11-24 17:30"),
    fates=FATES,
    demand=Demand(
        asked=counts(mon9=18, mon14=30, tue14=42, wed10=25, thu23=12, fri2=4, sun20=281),
        closed=counts(thu23=12, fri2=4, sun20=101),
        unstaffed=counts(tue14=9),
    ),
    coverage=(ASK, LAW),
    waits=WAITS,
    kept_waits=Waits(
        asked=117, answered=81, median=36_000.0, p90=52_000.0, within={20.0: 0, 60.0: 0, 90.0: 0}
    ),
    conversations=Conversations(
        331,
        420.0,
        1500.0,
        9.0,
        24.0,
        1804,
        1622,
        3,
        at("2026-11-03 14:10"),
        (90_000.0, 4000.0, 60.0),
    ),
    ledger=Ledger(
        walk_ins=counts(mon9=12, mon10=20),
        calls=counts(mon9=5),
        messages=counts(mon9=18, tue14=42),
        engaged=minutes(range(1), range(9, 11), 75.0),
        promises=Promises(19, 2, 1, 1, 3),
        read=(40, 33, 12, 6, 1, 0),
        ratings=(1, 0, 3, 12, 41),
        pages=(PageUse("opening-hours", 31, 14),),
        partners=(PartnerUse("Night Library", 14, 11, 2, 6000.0),),
        undelivered=4,
        mailed=3,
    ),
)
BROKEN_DOWN = replace(
    REPORT,
    breakdowns=(
        Breakdown(
            By.DESK,
            (
                Row("ask", replace(FATES, asked=400, answered=319), 110, WAITS),
                Row("law", Fates(asked=12, answered=12), 7, Waits(7, 7, 0, 50.0, 90.0)),
            ),
        ),
        Breakdown(By.HOUR, (Row("14", FATES, 0, WAITS),)),
        Breakdown(By.WEEK, (Row("2026-11-02", FATES, 117, WAITS),)),
    ),
    people=(Person("ana", 120, 2400.0, 31.0, Promises(8, 1), (0, 0, 1, 4, 20), 12, 3),),
)
QUIET = Report(
    period=PERIOD,
    desks=("ask",),
    made=at("2026-11-24 17:30"),
    fates=Fates(),
    demand=Demand(NO_COUNTS, NO_COUNTS, NO_COUNTS),
    coverage=(),
    waits=Waits(),
    kept_waits=Waits(),
    conversations=Conversations(),
    ledger=Ledger(NO_COUNTS, NO_COUNTS, NO_COUNTS, NO_MINUTES),
)
HIDDEN = replace(
    REPORT,
    hidden=True,
    fates=Fates(asked=410, answered=330, lost=40, unanswered=20, referred=10, held=None, spam=None),
    demand=Demand(
        tuple(tuple(None if 0 < n < 5 else n for n in day) for day in REPORT.demand.asked),
        REPORT.demand.closed,
        NO_COUNTS,
    ),
)
