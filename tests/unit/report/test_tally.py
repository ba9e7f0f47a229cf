"""In how many parts sessions are tallied, and in which order, shows in no figure."""

import pickle
from collections.abc import Sequence
from itertools import compress
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from imref.desk.intervals import Interval
from imref.desk.model import Channel, Ending, Outcome
from imref.desk.records import Promise
from imref.report.breakdown import breakdown
from imref.report.demand import demand, unstaffed
from imref.report.judging import kind_of
from imref.report.model import By
from imref.report.tally import Scope, Tally, tallied
from imref.report.wall import HoursOfWeek
from imref.store.evidence import Cases

ZONE = ZoneInfo("Europe/Berlin")
SPAN = 20_000
SCOPE = Scope(0.0, SPAN, (), ZONE, 2.0 * SPAN, tuple(By))
NOBODY = {"ask": (Interval(2000.0, 4000.0), Interval(9000.0, 9500.0)), "law": (), "gone": ()}

Row = tuple[object, ...]


@st.composite
def sessions(draw: st.DrawFn) -> Row:
    """A session as the store has it."""
    opened = draw(st.integers(0, SPAN))
    later = st.integers(0, 3000).map(lambda seconds: float(opened + seconds))
    return (
        float(opened),
        draw(st.sampled_from(("ask", "law", "music"))),
        draw(st.sampled_from([each.value for each in Ending])),
        draw(st.sampled_from(["", *(each.value for each in Outcome)])),
        draw(st.integers(0, 1)),
        draw(st.sampled_from(("", "ana", "ben"))),
        draw(st.sampled_from([each.value for each in Channel])),
        draw(st.just(0.0) | later),
        draw(st.integers(0, 1)),
        draw(st.just(0.0) | later),
        draw(later),
        draw(st.integers(0, 9)),
        draw(st.integers(0, 9)),
        draw(st.integers(0, 6)),
        draw(st.sampled_from(["", *(each.value for each in Promise)])),
    )


def tally_of(rows: Sequence[Row]) -> Tally:
    some = [Cases._make(zip(*rows, strict=True))] if rows else []
    return tallied(some, SCOPE, lambda _: None)


def told_of(tally: Tally) -> tuple[object, ...]:
    """Every figure that is made of a tally."""
    hours, everything = HoursOfWeek(ZONE), tally.hours.whole()
    alone = unstaffed(tally.arrivals, NOBODY, hours)
    return (
        everything.fates(),
        everything.waits(kept=False, with_curve=True),
        everything.waits(kept=True, with_curve=True),
        demand(tally.hours, alone.counts),
        alone.alone,
        tally.talking.result(),
        [breakdown(by, sheet) for by, sheet in tally.rows.items()],
    )


@given(st.data(), st.lists(sessions(), max_size=40))
def test_the_tallies_of_any_two_shares_make_that_of_all(
    data: st.DataObject, rows: list[Row]
) -> None:
    here = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    mine = tally_of([*compress(rows, here)])
    other = tally_of([*compress(rows, [not each for each in here])])
    mine.merge(pickle.loads(pickle.dumps(other)))  # as it comes from another process
    assert told_of(mine) == told_of(tally_of(rows))


@given(st.lists(sessions(), min_size=1, max_size=40), st.integers(1, 40))
def test_nor_does_the_size_of_a_batch(rows: list[Row], size: int) -> None:
    parts = [rows[start : start + size] for start in range(0, len(rows), size)]
    batches = [Cases._make(zip(*part, strict=True)) for part in parts]
    counted: list[int] = []
    tally = tallied(batches, SCOPE, counted.append)
    assert told_of(tally) == told_of(tally_of(rows))
    assert counted == [len(part) for part in parts]


@given(sessions())
def test_a_kind_that_comes_from_elsewhere_is_the_same_object(row: Row) -> None:
    (kind,) = {kind for _, kind in tally_of([row]).hours._waits}
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert kind is kind_of(kind.fate, kind.kept, kind.answered)
