"""A report fit to leave the house: no figures of single people, neither patrons nor librarians.

What a committee, a partner or the public may read. Small counts are hidden and others rounded
(`suppression`); what is said of few is left out; nobody of the staff is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from imref.report.model import (
    PARTS,
    Breakdown,
    By,
    Conversations,
    Coverage,
    Demand,
    Fates,
    Ledger,
    Point,
    Promises,
    Report,
    Row,
    Seconds,
    Waits,
    WeekCounts,
)
from imref.report.suppression import FEW, parts_of, rough, table

ENOUGH: Final = 10
"""How many there must be for a median or a curve of theirs to be said."""


def discreet(report: Report) -> Report:
    """The same report for eyes outside the house. Doing it twice changes nothing more."""
    if report.hidden:
        return report
    return replace(
        report,
        fates=_fates(report.fates),
        demand=_demand(report.demand),
        coverage=tuple(map(_coverage, report.coverage)),
        waits=_waits(report.waits),
        kept_waits=_waits(report.kept_waits),
        conversations=_conversations(report.conversations),
        ledger=_ledger(report.ledger, report.demand),
        people=(),
        breakdowns=tuple(
            _breakdown(each, report.fates) for each in report.breakdowns if each.by is not By.STAFF
        ),
        hidden=True,
    )


def _fates(fates: Fates) -> Fates:
    parts = parts_of(fates.asked, [*fates.parts.values()])
    return _said(fates, fates.asked, parts)


def _said(fates: Fates, asked: int | None, parts: Sequence[int | None]) -> Fates:
    answered, lost, unanswered, held, referred = parts
    return Fates(
        asked=rough(asked),
        answered=answered,
        lost=lost,
        unanswered=unanswered,
        held=held,
        referred=referred,
        practice=rough(fates.practice),
        spam=rough(fates.spam),
        rounded=True,
    )


def _demand(demand: Demand) -> Demand:
    return Demand(_week(demand.asked), _week(demand.closed), _week(demand.unstaffed))


def _week(counts: WeekCounts) -> WeekCounts:
    """A table of the week, of which the totals of each day and of each hour may be said, too."""
    days = [_sum(day) for day in counts]
    hours = [_sum([day[hour] for day in counts]) for hour in range(24)]
    return tuple(table(counts, days, hours))


def _sum(counts: Sequence[int | None]) -> int:
    return sum(each or 0 for each in counts)


def _coverage(coverage: Coverage) -> Coverage:
    gaps = tuple(replace(gap, asked=rough(gap.asked)) for gap in coverage.nobody)
    return replace(coverage, nobody=gaps)


def _waits(waits: Waits) -> Waits:
    of_enough = _when((waits.answered or 0) >= ENOUGH)
    within = {seconds: rough(count) for seconds, count in waits.within.items()}
    curve = _curve(waits.curve)
    return Waits(
        asked=rough(waits.asked),
        answered=rough(waits.answered),
        left=rough(waits.left),
        median=of_enough(waits.median),
        p90=of_enough(waits.p90),
        within=within,
        curve=curve,
        half=waits.half if curve else None,
    )


def _when(allowed: bool) -> Callable[[Seconds], Seconds]:
    return lambda figure: figure if allowed else None


def _curve(curve: Sequence[Point]) -> tuple[Point, ...]:
    """Only steps that stand for at least five answers, as long as enough people still wait."""
    shown: list[Point] = []
    answered, before = 0.0, 1.0
    for point in curve:
        if point.waiting is None or point.waiting < ENOUGH:
            break
        answered += point.waiting * (1 - point.share / before)
        before = point.share
        if round(answered) >= FEW:
            answered = 0.0
            share, low, high = (round(each, 2) for each in (point.share, point.low, point.high))
            shown.append(Point(point.seconds, share, low, high, rough(point.waiting)))
    return tuple(shown)


def _conversations(talks: Conversations) -> Conversations:
    of_enough = _when((talks.count or 0) >= ENOUGH)
    return Conversations(
        count=rough(talks.count),
        median_length=of_enough(talks.median_length),
        p90_length=of_enough(talks.p90_length),
        median_messages=of_enough(talks.median_messages),
        p90_messages=of_enough(talks.p90_messages),
        asked_lines=rough(talks.asked_lines),
        answer_lines=rough(talks.answer_lines),
        peak=talks.peak,
        at_once=talks.at_once if (talks.count or 0) >= ENOUGH else (),
    )


def _ledger(ledger: Ledger, demand: Demand) -> Ledger:
    made = ledger.promises
    promises = (made.kept, made.late, made.broken, made.dropped, made.open)
    return replace(
        ledger,
        walk_ins=_week(ledger.walk_ins),
        calls=_week(ledger.calls),
        messages=_week(demand.asked),
        promises=Promises(*_group(promises)),
        read=_group(ledger.read),
        ratings=_group(ledger.ratings),
        pages=tuple(
            replace(page, read=rough(page.read), settled=rough(page.settled))
            for page in ledger.pages
        ),
        partners=tuple(
            replace(
                each,
                sent=rough(each.sent),
                answered=rough(each.answered),
                came_home=rough(each.came_home),
            )
            for each in ledger.partners
        ),
        undelivered=rough(ledger.undelivered),
        mailed=rough(ledger.mailed),
    )


def _group(parts: Sequence[int | None]) -> tuple[int | None, ...]:
    return parts_of(_sum(parts), parts)


def _breakdown(breakdown: Breakdown, whole: Fates) -> Breakdown:
    """The rows, of which every column adds up to what is said of the whole."""
    rows = breakdown.rows
    asked = parts_of(whole.asked, [row.fates.asked for row in rows])
    cells = [[*row.fates.parts.values()] for row in rows]
    totals = [whole.parts[name] for name in PARTS]
    shown = table(cells, [row.fates.asked for row in rows], totals)
    return Breakdown(
        breakdown.by,
        tuple(
            _row(row, number, parts) for row, number, parts in zip(rows, asked, shown, strict=True)
        ),
    )


def _row(row: Row, asked: int | None, parts: Sequence[int | None]) -> Row:
    """One row; nothing but its key where even the number of its questions is hidden."""
    if asked is None:
        fates = Fates(None, None, None, None, None, None, None, None, rounded=True)
        return Row(row.key, fates, None, Waits(None, None, None, within={}))
    fates = replace(_said(row.fates, row.fates.asked, parts), asked=asked)
    return Row(row.key, fates, rough(row.closed), _waits(row.waits))
