"""The section `canary`: when it comes, where, and what is not understood."""

import pytest

from imref.config.canary import AnsweredBy, Canary
from imref.desk.agreement import DailyCheck


def test_without_a_time_there_is_none() -> None:
    assert Canary().agreed("ask") is None


def test_it_asks_the_first_desk_and_imref_answers() -> None:
    assert Canary(at="8:45").agreed("ask") == DailyCheck("ask", 8 * 60 + 45)


def test_another_desk_and_the_staff() -> None:
    section = Canary(at="5:30 pm", desk="law", answered_by=AnsweredBy.STAFF, within="2 min")  # type: ignore[arg-type]
    assert section.agreed("ask") == DailyCheck("law", 17 * 60 + 30, by_staff=True, within=120.0)


@pytest.mark.parametrize("at", [525, "25:00", "24:00", "noon", ""])
def test_what_is_no_time_of_day(at: object) -> None:
    """YAML reads 8:45 without quotes as 525."""
    with pytest.raises(ValueError, match=r"is not a time|put it in quotes|ends a day"):
        Canary(at=at)  # type: ignore[arg-type]
