"""What leaves the house gives nobody away, not even to somebody who can reckon."""

from dataclasses import replace
from itertools import product
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from imref.report.discretion import discreet
from imref.report.model import (
    NO_COUNTS,
    NO_MINUTES,
    Breakdown,
    By,
    Conversations,
    Coverage,
    Demand,
    Fates,
    Gap,
    Ledger,
    PageUse,
    Person,
    Point,
    Report,
    Row,
    Waits,
)
from imref.report.period import Period
from imref.report.suppression import parts_of, rough, table


def test_small_counts_are_hidden_and_the_others_rounded() -> None:
    assert [rough(number) for number in (0, 1, 4, 5, 7, 8, 1002)] == [0, None, None, 5, 5, 10, 1000]


def test_one_hidden_count_is_never_alone_beside_a_total() -> None:
    assert parts_of(43, (30, 10, 3)) == (30, None, None)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert parts_of(40, (30, 10, 0)) == (30, 10, 0)


def test_a_hidden_cell_is_not_alone_in_its_column_either() -> None:
    cells = [[20, 30, 3], [20, 20, 30], [30, 30, 20]]
    shown = table(cells, [53, 70, 80], [70, 80, 53])
    for line in [*shown, *zip(*shown, strict=True)]:
        assert sum(1 for cell in line if cell is None) != 1


def test_of_a_hidden_whole_no_part_is_said() -> None:
    assert parts_of(4, (1, 1, 1, 1)) == parts_of(4, (4, 0, 0, 0)) == (None,) * 4


def possible(shown: int | None, most: int, least: int = 1) -> range:
    """What a count may truly be, for somebody who sees only what is shown."""
    if shown is None:
        return range(least, most)
    return range(max(0, shown - 2), shown + 3) if shown else range(1)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_no_hidden_count_can_be_worked_out_from_what_is_said(parts: list[int]) -> None:
    whole = sum(parts)
    shown = parts_of(whole, parts)
    total = set(possible(rough(whole), 5))
    least = 0 if rough(whole) is None else 1
    ways = [
        way for way in product(*(possible(each, 15, least) for each in shown)) if sum(way) in total
    ]
    assert tuple(parts) in ways
    for place, each in enumerate(shown):
        if each is None:
            assert len({way[place] for way in ways}) > 1


def fates(*parts: int, practice: int = 0) -> Fates:
    return Fates(sum(parts), *parts, practice=practice)


def a_report() -> Report:
    whole = fates(30, 9, 2, 0, 6, practice=3)
    rows = (
        Row("ask", fates(28, 7, 1, 0, 6), 8, Waits(42, 30, 7, 20.0, 60.0, {20.0: 19})),
        Row("law", fates(2, 2, 1, 0, 0), 1, Waits(5, 2, 2, 44.0, 45.0, {20.0: 0})),
    )
    monday = (1, 9, *(0,) * 21, 37)
    week = (monday, *NO_COUNTS[1:])
    return Report(
        period=Period(0.0, 7 * 86400.0, ZoneInfo("UTC")),
        desks=("ask", "law"),
        made=0.0,
        fates=whole,
        demand=Demand(week, NO_COUNTS, NO_COUNTS),
        coverage=(
            Coverage("ask", NO_MINUTES, NO_MINUTES, NO_MINUTES, NO_MINUTES, (Gap(0.0, 9.0, 2),)),
        ),
        waits=Waits(
            47, 32, 9, 21.0, 60.0, {20.0: 19},
            (Point(3, 46 / 47, 0.9, 1, 47), Point(9, 40 / 47, 0.8, 0.9, 46)), 30.0,
        ),
        kept_waits=Waits(3, 3, 0, 600.0, 900.0),
        conversations=Conversations(32, 300.0, 900.0, 8, 20, 130, 131, 2, 777.0, (5.0, 1.0)),
        ledger=Ledger(NO_COUNTS, NO_COUNTS, week, NO_MINUTES, pages=(PageUse("renew", 7, 2),)),
        people=(Person("ana", 12),),
        breakdowns=(Breakdown(By.DESK, rows), Breakdown(By.STAFF, rows)),
    )  # fmt: skip


def test_nobody_of_the_staff_is_in_it() -> None:
    shown = discreet(a_report())
    assert shown.hidden
    assert shown.people == ()
    assert shown.by(By.STAFF) is None
    assert shown.by(By.DESK) is not None


def test_of_few_nothing_is_said() -> None:
    shown = discreet(a_report())
    assert shown.kept_waits.median is None
    assert shown.coverage[0].nobody[0].asked is None
    assert shown.ledger.pages == (PageUse("renew", 5, None),)
    assert shown.conversations.peak_at == 0
    law = shown.breakdowns[0].rows[1]
    assert (law.fates.answered, law.fates.lost, law.waits.median) == (None, None, None)


def test_of_many_the_figures_stand() -> None:
    shown = discreet(a_report())
    assert (shown.fates.asked, shown.fates.answered, shown.fates.unanswered) == (45, 30, None)
    assert (shown.waits.median, shown.waits.within[20.0]) == (21.0, 20)


def test_a_step_of_the_curve_stands_for_several_answers() -> None:
    shown = discreet(a_report())
    assert [point.seconds for point in shown.waits.curve] == [9]


def test_hiding_twice_is_hiding_once() -> None:
    once = discreet(a_report())
    assert discreet(once) == once
    assert replace(once, hidden=False) != a_report()
