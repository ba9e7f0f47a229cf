"""`imref explain` tells what the rules do, in the words that people would read."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk.scene import agreement
from typer.testing import CliRunner

from imref.cli import app
from imref.config.manual import example
from imref.desk.agreement import Agreement
from imref.desk.calendar.hours import Hours, Span
from imref.explain import Case, Mistaken, cases, moment_of, told, walk

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = datetime(2026, 3, 1, 2, 0, tzinfo=BERLIN).timestamp()
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN).timestamp()
NINE_TO_FIVE = Hours(BERLIN, ((Span(9 * 60, 17 * 60),),) * 5 + ((),) * 2)


def with_hours(hours: Hours = NINE_TO_FIVE) -> Agreement:
    agreed = agreement()
    desks = {name: replace(desk, hours=hours) for name, desk in agreed.desks.items()}
    return replace(agreed, desks=desks)


def transcript(agreed: Agreement, at: float, *on_duty: str) -> str:
    case = Case(agreed.desks["ask"], at, "Where is the map?", on_duty)
    return "\n".join(told(case, walk(agreed, case), agreed))


def test_those_on_duty_are_asked_and_then_the_next_tier() -> None:
    text = transcript(with_hours(), MONDAY, "ana", "ben", "cleo")
    assert "on duty: Ana, Ben, Cleo" in text
    assert "10:00:00  the patron writes   Where is the map?" in text
    assert "10:00:00  the desk says       Thank you, your question has reached" in text
    assert "10:00:00  Ana, Ben read       The ask desk: a question" in text
    assert "10:00:40  Cleo reads" in text
    assert "10:00:45  the desk says       We are still looking" in text
    assert "Nobody has answered so far" in text


def test_with_nobody_on_duty_the_patron_is_told_so() -> None:
    text = transcript(with_hours(), MONDAY)
    assert "on duty: nobody" in text
    assert "Nobody is at the desk" in text
    assert "reads" not in text


def test_the_same_question_gives_the_same_answer() -> None:
    assert transcript(with_hours(), MONDAY, "ana") == transcript(with_hours(), MONDAY, "ana")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sunday 02:00", "2026-03-01 02:00"),
        ("tomorrow 17:00", "2026-02-28 17:00"),
        ("mañana 17:00", "2026-02-28 17:00"),
        ("2025-12-24 20:00", "2025-12-24 20:00"),
        ("2026-03-01T01:00+00:00", "2026-03-01 02:00"),
    ],
)
def test_moments_in_words_and_in_iso(words: str, expected: str) -> None:
    friday = datetime(2026, 2, 27, 12, 0, tzinfo=BERLIN).timestamp()
    at = moment_of(words, friday, BERLIN)
    assert f"{datetime.fromtimestamp(at, BERLIN):%Y-%m-%d %H:%M}" == expected


def test_what_is_not_there_is_said() -> None:
    agreed = with_hours()
    with pytest.raises(Mistaken, match="No desk is called"):
        cases(agreed, "now", "lost", None, "?", "")
    with pytest.raises(Mistaken, match="Nobody is called"):
        cases(agreed, "now", "ask", "ana, zoe", "?", "")
    with pytest.raises(Mistaken, match="not understood"):
        moment_of("when pigs fly", MONDAY, UTC)


def test_without_names_it_is_told_for_nobody_and_for_the_first_tier() -> None:
    shifts = [case.on_duty for case in cases(with_hours(), "now", None, None, "?", "")]
    assert shifts == [(), ("ana", "ben")]


def test_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.touch(mode=0o600)
    path.write_text(example(), encoding="utf-8")
    options = ["--at", "2026-03-01 02:00", "--desk", "law", "--question", "Is it legal?"]
    result = CliRunner().invoke(app, ["explain", "-c", str(path), *options])
    assert result.exit_code == 0
    assert result.output.count("the patron writes   Is it legal?") == 2
    assert "Law library" in result.output

    result = CliRunner().invoke(app, ["explain", "-c", str(path), "--desk", "lost"])
    assert result.exit_code == 1
