"""How many conversations there are at once, counted by hand."""

from array import array
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from imref.desk.figures.nearest_rank import quantile
from imref.report.lengths import begun_seconds, reached
from imref.report.talking import together

from .kept import KeptScene, Store


def test_the_most_at_once_and_for_how_long() -> None:
    # 0....10        alone from 0 to 5, two from 5 to 8, three from 8 to 10, two from 10 to 12,
    #      5.......12      then alone to 20
    #         8.........20
    busy = together(array("d", (0, 5, 8)), array("d", (10, 12, 20)))
    assert (busy.peak, busy.peak_at) == (3, 8.0)
    assert busy.seconds == (5.0 + 8.0, 3.0 + 2.0, 2.0)


def test_one_that_ends_as_another_begins_is_not_there_with_it() -> None:
    busy = together(array("d", (0, 10)), array("d", (10, 20)))
    assert (busy.peak, busy.seconds) == (1, (20.0,))


def test_of_none_there_are_none() -> None:
    assert together(array("d"), array("d")).peak == 0
    assert together(array("d", (5,)), array("d", (5,))).peak == 0


stretches = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)), max_size=12)


@given(stretches)
def test_it_is_what_counting_second_by_second_says(found: list[tuple[int, int]]) -> None:
    starts = array("d", (start for start, _ in found))
    ends = array("d", (start + length for start, length in found))
    each = Counter(
        sum(1 for start, length in found if start <= second < start + length)
        for second in range(60)
    )
    busy = together(starts, ends)
    assert busy.peak == max(each)
    assert busy.seconds == tuple(each.get(number, 0) for number in range(1, busy.peak + 1))


def test_a_conversation_ends_with_its_last_words(store: Store) -> None:
    scene = KeptScene(store)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    scene.passes(29.0)
    ana.replies("In the map room.", to=pat)
    answered = scene.now
    scene.passes(99.0)
    pat.says("Which floor?")
    scene.passes(2000.0)  # it is closed by itself
    talks = scene.report().conversations
    assert (talks.count, talks.median_length, talks.median_messages) == (1, 100, 3)
    assert (talks.peak, talks.peak_at, talks.at_once) == (1, answered, (100.0,))


def test_quantiles_are_values_that_were_there() -> None:
    counts = begun_seconds([0.2, 3.0, 3.5, 20.0, 20.1])
    assert counts == {1: 1, 3: 1, 4: 1, 20: 1, 21: 1}
    assert quantile(counts, 0.5) == 4
    assert quantile(counts, 0.9) == 21
    assert reached(counts, 20.0) == 4
    assert quantile({}, 0.5) is None


def test_a_clock_that_was_set_back_makes_no_wait_negative() -> None:
    assert begun_seconds([-5.0, -0.5, 0.0, 2.0]) == {0: 3, 2: 1}


@given(st.lists(st.integers(0, 50), min_size=1), st.floats(0.01, 1))
def test_a_quantile_is_the_smallest_that_so_many_do_not_exceed(
    values: list[int], share: float
) -> None:
    found = quantile(Counter(values), share)
    assert found is not None
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
    assert sum(value < found for value in values) < share * len(values) + 1e-9
