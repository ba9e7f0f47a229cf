"""What people write for a stretch of time, and which one it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from imref.report.wanted import NotUnderstood, wanted

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 17, 30, tzinfo=BERLIN).timestamp()
"""A Tuesday."""


def meant(begins: str | None, ends: str | None = None) -> str:
    found = wanted(begins, ends, NOW, BERLIN)
    since, until = (datetime.fromtimestamp(at, BERLIN) for at in (found.start, found.end))
    return f"{since:%Y-%m-%d %H:%M} {until:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("begins", "ends", "stretch"),
    [
        (None, None, "2026-10-26 00:00 2026-11-23 00:00"),
        ("last week", None, "2026-11-16 00:00 2026-11-23 00:00"),
        ("letzte Woche", None, "2026-11-16 00:00 2026-11-23 00:00"),
        ("last month", None, "2026-10-01 00:00 2026-11-01 00:00"),
        ("le mois dernier", None, "2026-10-01 00:00 2026-11-01 00:00"),
        ("October", None, "2026-10-01 00:00 2026-11-01 00:00"),
        ("this week", None, "2026-11-23 00:00 2026-11-24 17:30"),
        ("today", None, "2026-11-24 00:00 2026-11-24 17:30"),
        ("yesterday", None, "2026-11-23 00:00 2026-11-24 00:00"),
        ("last year", None, "2025-01-01 00:00 2026-01-01 00:00"),
        ("the last 2 weeks", None, "2026-11-09 00:00 2026-11-23 00:00"),
        ("last 3 months", None, "2026-08-01 00:00 2026-11-01 00:00"),
        ("last 30 days", None, "2026-10-25 00:00 2026-11-24 00:00"),
        ("2026-10", None, "2026-10-01 00:00 2026-11-01 00:00"),
        ("2025-12", None, "2025-12-01 00:00 2026-01-01 00:00"),
        ("2026-W44", None, "2026-10-26 00:00 2026-11-02 00:00"),
        ("2025", None, "2025-01-01 00:00 2026-01-01 00:00"),
        ("2026-11-02", None, "2026-11-02 00:00 2026-11-24 17:30"),
        ("1 October", None, "2026-10-01 00:00 2026-11-24 17:30"),
        ("4 weeks ago", None, "2026-10-26 00:00 2026-11-24 17:30"),
        ("2026-11-02", "2026-11-08", "2026-11-02 00:00 2026-11-09 00:00"),
        ("1 October", "yesterday", "2026-10-01 00:00 2026-11-24 00:00"),
        ("2026-09", "2026-10", "2026-09-01 00:00 2026-11-01 00:00"),
        ("2026-11-02T08:00", "2026-11-02 12:15", "2026-11-02 08:00 2026-11-02 12:15"),
        (None, "2026-11-22", "2026-10-26 00:00 2026-11-23 00:00"),
        ("1 October", "2027-01-01", "2026-10-01 00:00 2026-11-24 17:30"),
    ],
)
def test_what_is_meant(begins: str | None, ends: str | None, stretch: str) -> None:
    assert meant(begins, ends) == stretch


def test_a_week_in_which_the_clock_changes_is_a_week() -> None:
    found = wanted("2026-W43", None, NOW, BERLIN)
    assert found.end - found.start == (7 * 24 + 1) * 3600


@pytest.mark.parametrize("words", ["some time", "", "2026-13", "2026-W60"])
def test_what_is_not_understood_is_said_so(words: str) -> None:
    with pytest.raises(NotUnderstood, match="is not understood"):
        wanted(words, "today", NOW, BERLIN)


def test_the_future_has_no_figures() -> None:
    with pytest.raises(NotUnderstood, match="has not come yet"):
        wanted("2027-01-01", None, NOW, BERLIN)


def test_an_end_comes_after_the_beginning() -> None:
    with pytest.raises(NotUnderstood, match='"2026-10-01" is not after "2026-11-01"'):
        wanted("2026-11-01", "2026-10-01", NOW, BERLIN)
