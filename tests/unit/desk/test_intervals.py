"""Stretches of time taken from each other and laid over each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from imref.desk.intervals import Interval, joined, shared, without

moments = st.integers(0, 40)
stretches = st.lists(
    st.tuples(moments, st.integers(1, 12)).map(lambda each: Interval(each[0], each[0] + each[1])),
    max_size=8,
)


def seconds(intervals: tuple[Interval, ...]) -> set[int]:
    """The whole seconds in them."""
    return {at for each in intervals for at in range(int(each.start), int(each.end))}


@given(stretches, stretches)
def test_both_are_what_is_in_both(ones: list[Interval], others: list[Interval]) -> None:
    both = shared(joined(ones), joined(others))
    assert seconds(both) == seconds(tuple(ones)) & seconds(tuple(others))
    assert all(each.length > 0 for each in both)
    assert all(one.end <= other.start for one, other in pairwise(both))


@given(stretches, stretches)
def test_what_is_left_is_in_none_of_the_others(
    ones: list[Interval], others: list[Interval]
) -> None:
    left = without(joined(ones), others)
    assert seconds(left) == seconds(tuple(ones)) - seconds(tuple(others))
    assert all(each.length > 0 for each in left)


@given(stretches, stretches)
def test_intervals_in_no_order_lose_the_same(ones: list[Interval], others: list[Interval]) -> None:
    each_alone = [part for one in ones for part in without((one,), others)]
    assert without(ones, others) == tuple(each_alone)
