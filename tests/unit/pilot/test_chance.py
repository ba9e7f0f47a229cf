"""Intervals against values that others have published."""

from math import inf

import pytest

from imref.pilot.chance import Span, of_count, of_quantile, of_share


@pytest.mark.parametrize(
    ("some", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_of_a_share(some: int, of: int, low: float, high: float) -> None:
    span = of_share(some, of)
    assert span is not None
    assert (span.low, span.high) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        # Garwood, Biometrika 28 (1936); Ulm, American Journal of Epidemiology 131 (1990).
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.2422, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (30, 20.241, 42.827),
        (100, 81.364, 121.627),
    ],
)
def test_of_a_count(count: int, low: float, high: float) -> None:
    span = of_count(count)
    assert (span.low, span.high) == pytest.approx((low, high), abs=0.0006)


def test_of_a_large_count() -> None:
    """Beyond any table it comes near the normal distribution's."""
    span = of_count(10_000)
    assert (span.low, span.high) == pytest.approx((9804.97, 10197.97), abs=0.1)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        # Conover, Practical Nonparametric Statistics: the binomial table at 0.5.
        (6, 1, 6),
        (10, 2, 9),
        (15, 4, 12),
        (20, 6, 15),
        (25, 8, 18),
        (100, 40, 61),
    ],
)
def test_of_a_median(count: int, low: int, high: int) -> None:
    """Of the values 1 to ``count`` the interval names its own ranks."""
    assert of_quantile([float(each) for each in range(1, count + 1)], 0.5) == Span(low, high)


def test_of_a_median_of_too_few() -> None:
    assert of_quantile([1.0, 2.0, 3.0, 4.0, 5.0], 0.5) is None
    assert of_quantile([], 0.5) is None


def test_the_upper_end_of_the_slowest_tenth_is_open_where_there_are_few() -> None:
    span = of_quantile([float(each) for each in range(1, 21)], 0.9)
    assert span == Span(15.0, inf)


def test_an_interval_of_a_quantile_keeps_its_promise() -> None:
    """It holds the true rank with 95 % or more, and with one rank less on a side it would not."""
    from math import comb

    for count in (12, 33, 80):
        values = [float(each) for each in range(1, count + 1)]
        for part in (0.5, 0.9):
            span = of_quantile(values, part)
            assert span is not None
            odds = [comb(count, n) * part**n * (1 - part) ** (count - n) for n in range(count + 1)]
            low, high = int(span.low), count + 1 if span.high == inf else int(span.high)
            assert sum(odds[low:high]) >= 0.95
            assert sum(odds[: low + 1]) > 0.025


def test_of_nothing() -> None:
    assert of_share(0, 0) is None
    assert of_share(5, 5) == Span(pytest.approx(0.5655, abs=0.0001), 1.0)  # type: ignore[arg-type]


def test_what_an_interval_holds() -> None:
    assert Span(1.0, 2.0).holds(2.0)
    assert not Span(1.0, 2.0).holds(2.1)
