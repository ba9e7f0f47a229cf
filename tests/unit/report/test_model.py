"""A report's own rules: fates add up, days are the library's, shares are of all who asked."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from imref.report.model import Fates, Waits
from imref.report.period import Period

BERLIN = ZoneInfo("Europe/Berlin")


def test_fates_that_do_not_add_up_are_no_fates() -> None:
    Fates(asked=3, answered=2, lost=1, spam=7)
    with pytest.raises(ValueError, match="4 asked"):
        Fates(asked=4, answered=2, lost=1)


def test_a_day_on_which_the_clock_changes_is_one_day() -> None:
    spring = Period.of_days(date(2026, 3, 29), date(2026, 3, 29), BERLIN)
    assert (spring.first, spring.last, spring.days) == (date(2026, 3, 29), date(2026, 3, 29), 1)
    assert spring.end - spring.start == 23 * 3600


def test_a_period_counts_begun_weeks() -> None:
    assert Period.of_days(date(2026, 3, 2), date(2026, 3, 8), BERLIN).weeks == 1
    assert Period.of_days(date(2026, 3, 2), date(2026, 3, 9), BERLIN).weeks == 2


def test_who_was_never_answered_was_not_answered_in_time() -> None:
    waits = Waits(asked=4, answered=2, left=2, within={20.0: 1, 60.0: 2, 90.0: 2})
    assert waits.share_within(60.0) == 0.5


def test_of_nobody_there_is_no_share() -> None:
    assert Waits().share_within(60.0) is None
