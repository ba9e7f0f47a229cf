"""A proposal of hours: where the questions are, and no more certain than the record allows."""

from datetime import UTC, datetime
from random import Random

import pytest

from imref.desk.calendar.hours import Span
from imref.desk.session.fates import SessionFate
from imref.simulate.opening import Limits
from imref.simulate.suggestion import Suggestion, grid_of, suggest
from imref.store.past import Asked

MONDAY = datetime(2026, 11, 2, tzinfo=UTC).timestamp()
HOUR, DAY = 3600.0, 86_400.0
WEEKDAYS = ((Span(9 * 60, 12 * 60),),) * 5 + ((),) * 2


def asked(at: float) -> Asked:
    return Asked(at, "ask", "im", 0.0, 0.0, at + 60, "patron", SessionFate.LOST)


def proposal(questions: list[Asked], hours: int, weeks: int = 8) -> Suggestion:
    end = MONDAY + weeks * 7 * DAY
    limits = Limits(hours, shortest=2)
    *_, found = suggest(questions, MONDAY, end, UTC, WEEKDAYS, limits)
    assert isinstance(found, Suggestion)
    return found


def test_it_opens_when_people_ask_also_at_night() -> None:
    at_night = [
        asked(MONDAY + week * 7 * DAY + day * DAY + hour * HOUR + 600)
        for week in range(8)
        for day in range(7)
        for hour in (21, 22)
    ]
    found = proposal(at_night, 14)
    assert found.week == ((Span(21 * 60, 23 * 60),),) * 7
    assert found.today.mean == 0.0
    assert found.then.mean == pytest.approx(100.0)
    assert all(found.sure[day][21] == 1.0 for day in range(7))


def test_by_chance_alone_nothing_is_sure_and_little_is_gained() -> None:
    chance = Random(8)
    anywhen = sorted(chance.uniform(MONDAY, MONDAY + 8 * 7 * DAY) for _ in range(400))
    found = proposal([asked(at) for at in anywhen], 40)
    share = 100 * 40 / 168
    assert found.then.low < share + 8
    assert found.then.mean == pytest.approx(share, abs=8)  # not what it seems in the record itself
    assert max(max(row) for row in found.sure) < 1.0


def test_between_equal_hours_those_of_today_stay() -> None:
    same = [asked(MONDAY + week * 7 * DAY + h * HOUR) for week in range(8) for h in range(168)]
    found = proposal(same, 15)
    assert found.week == WEEKDAYS


def test_hours_after_midnight_are_the_next_day_s() -> None:
    grid = grid_of((*((),) * 6, (Span(22 * 60, 26 * 60),)))
    assert grid[6][22:] == (1, 1)
    assert grid[0][:3] == (1, 1, 0)


def test_without_a_whole_week_there_is_nothing_to_learn() -> None:
    with pytest.raises(ValueError, match="no whole week"):
        list(suggest([asked(MONDAY)], MONDAY, MONDAY + DAY, UTC, WEEKDAYS, Limits(10)))
