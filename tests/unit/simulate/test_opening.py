"""The choice of hours is exact: against every possible choice, and where a greedy one is not."""

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from imref.simulate.opening import Grid, Limits, best_hours, met

HOURS = 6
"""Hours of a day in these small weeks."""

weeks = st.lists(
    st.lists(st.integers(0, 9), min_size=HOURS, max_size=HOURS), min_size=1, max_size=2
)
limits = st.builds(
    Limits,
    hours=st.integers(0, 12),
    shortest=st.integers(1, 3),
    spans=st.integers(0, 3),
    earliest=st.integers(0, 2),
    latest=st.integers(4, HOURS),
)


def spans_of(row: Sequence[int]) -> list[tuple[int, int]]:
    bounds = [place for place in range(len(row) + 1) if (*row, 0)[place] != (0, *row)[place]]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def fits(row: Sequence[int], limits: Limits) -> bool:
    spans = spans_of(row)
    return len(spans) <= limits.spans and all(
        end - start >= limits.shortest and start >= limits.earliest and end <= limits.latest
        for start, end in spans
    )


def every_choice(days: int, limits: Limits) -> Iterator[Grid]:
    rows = [row for row in product((0, 1), repeat=HOURS) if fits(row, limits)]
    for choice in product(rows, repeat=days):
        if sum(map(sum, choice)) <= limits.hours:
            yield choice


@given(weeks, limits)
def test_no_choice_within_the_limits_is_better(worth: list[list[int]], limits: Limits) -> None:
    chosen = best_hours(worth, limits)
    assert sum(map(sum, chosen)) <= limits.hours
    assert all(fits(row, limits) for row in chosen)
    assert met(worth, chosen) == max(met(worth, each) for each in every_choice(len(worth), limits))


def test_it_pays_for_a_poor_hour_between_two_good_ones() -> None:
    worth = [[0, 5, 0, 5, 4, 0]]
    chosen = best_hours(worth, Limits(hours=4, shortest=2, spans=1))
    assert chosen == ((0, 1, 1, 1, 1, 0),)


def test_it_opens_no_hour_in_which_nobody_asks() -> None:
    assert best_hours([[0, 0, 3, 0]], Limits(hours=4, shortest=1)) == ((0, 0, 1, 0),)
