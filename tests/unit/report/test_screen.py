"""What stands on the terminal: within 80 columns, without colours, with every figure once."""

from io import StringIO

import pytest
from rich.console import Console

from imref.report.model import Report
from imref.report.screen import show, week_of

from .made_up import BROKEN_DOWN, HIDDEN, QUIET, REPORT, TITLES


def shown(report: Report, width: int = 100) -> list[str]:
    out = StringIO()
    show(Console(file=out, width=width, highlight=False), report, TITLES)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("report", [REPORT, BROKEN_DOWN, HIDDEN, QUIET])
def test_it_fits_a_narrow_terminal(report: Report) -> None:
    assert max(map(len, shown(report, 80))) <= 80


def test_the_essentials_fit_one_screen() -> None:
    lines = shown(REPORT)
    assert lines[0] == "Reference by instant message"
    assert lines.index("What was asked, and what became of it") < 24


def test_the_week_shows_where_nobody_was() -> None:
    lines = list(week_of(REPORT))
    monday = lines[2]
    assert lines[0].split() == [str(hour) for hour in range(24)]
    assert monday[6 + 3 * 9 :].split() == ["╌╌"] * 9  # 228 of 240 minutes; both desks at 10 and 11
    sunday = lines[13]
    assert sunday.index("██") == 6 + 3 * 20
    assert lines[-2].split("  ") == [
        "", "", "", "░░ 1 to 70", "▒▒ 71 to 140", "▓▓ 141 to 210", "██ 211 or more",
    ]  # fmt: skip


def test_hidden_counts_are_said_to_be_hidden() -> None:
    text = "\n".join(shown(HIDDEN))
    assert "held  ▏ *" in text
    assert "So counts of fewer than five are hidden" in " ".join(text.split())


def test_people_are_shown_where_they_are_in_the_report() -> None:
    assert any("ana " in line and "8/1/0" in line for line in shown(BROKEN_DOWN))
    assert not any("ana " in line for line in shown(REPORT))
