"""`imref simulate`: what people type, over a store that a made-up year has filled."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from imref.cli import app
from imref.config import read
from imref.demo.year import Year, fill_year

CONFIG = """\
component: {domain: ref.library.example, host: 127.0.0.1, port: 1, secret: open sesame}
database: imref.sqlite
hours: {zone: Europe/Berlin, weekly: {mon-fri: "10:00-16:00"}}
desks:
  ask: {title: Ask a librarian, tiers: [[ana, ben]]}
staff:
  ana: {address: ana@library.example}
  ben: {address: ben@library.example}
"""
UNTIL = datetime(2026, 3, 2, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
SHORT = ["--replications", "2", "--weeks", "1"]

run = CliRunner().invoke


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("library") / "config.yaml"
    path.touch(0o600)
    path.write_text(CONFIG, encoding="utf-8")
    settings = read(path, secret=False)
    fill_year(settings.database, settings.agreement(), Year(UNTIL, 3, 60.0))
    return str(path)


def simulated(config: str, *args: str) -> Any:
    result = run(app, ["simulate", "-c", config, *SHORT, *args, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_side_by_side_with_today(config: str) -> None:
    result = run(app, ["simulate", "-c", config, *SHORT, "--hours", "mon-fri 8-20"])
    assert result.exit_code == 0, result.output
    for part in ("Taken for granted", "How well the simulator knows your desk", "What if",
                 "mon-fri 8:00-20:00", "today", "then", "staffed hours"):  # fmt: skip
        assert part in result.output


def test_several_changes_at_once_and_the_same_again(config: str) -> None:
    changes = ["--add", "one more, tue 10-16", "--strategy", "in_order", "--limit", "3",
               "--partner", "nights 21-9", "--order", "walk_in, phone, im"]  # fmt: skip
    first = simulated(config, *changes)
    assert len(first["changes"]) == 5
    figures = {each["key"]: each for each in first["figures"]}
    assert figures["partner"]["then"]["mean"] > figures["partner"]["today"]["mean"] == 0
    assert figures["hours"]["difference"]["mean"] == pytest.approx(6.0)
    assert "load:new-1" in figures
    assert simulated(config, *changes) == first
    assert simulated(config, *changes, "--seed", "2") != first


def test_made_up_questions_and_stated_lengths(config: str) -> None:
    found = simulated(
        config, "--a-week", "100", "--patience", "2 min", "--work", "5 min",
        "--walk-ins", "2 an hour, 3 min", "--as-agreed",
    )  # fmt: skip
    assert found["checks"] == []
    said = " ".join(found["assumed"])
    assert "Poisson" in said
    assert said.count("(stated)") == 2
    assert "2 an hour for each" in said
    asked = next(each for each in found["figures"] if each["key"] == "asked")
    assert asked["today"]["mean"] == pytest.approx(100, rel=0.3)


def test_against_another_config(config: str, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(CONFIG.replace("10:00-16:00", "8:00-20:00"), encoding="utf-8")
    found = simulated(config, "--against", str(other))
    assert "other.yaml" in found["changes"][0]
    hours = next(each for each in found["figures"] if each["key"] == "hours")
    assert hours["difference"]["mean"] == pytest.approx(30, abs=1)


def test_proposed_hours_can_be_pasted(config: str) -> None:
    result = run(app, ["simulate", "-c", config, "--suggest-hours", "20", "--between", "8-20"])
    assert result.exit_code == 0, result.output
    pasted = result.output[result.output.index("  weekly:") :]
    path = Path(config).with_name("pasted.yaml")
    old = 'weekly: {mon-fri: "10:00-16:00"}}'
    assert old in CONFIG
    path.write_text(
        CONFIG.replace("{zone: Europe/Berlin, " + old, f"\n  zone: Europe/Berlin\n{pasted}"),
        encoding="utf-8",
    )
    path.chmod(0o600)
    weekly = read(path, secret=False).agreement().desks["ask"].hours.weekly
    spans = [span for day in weekly for span in day]
    assert 0 < sum(span.closes - span.opens for span in spans) <= 20 * 60
    assert all(8 * 60 <= span.opens < span.closes <= 20 * 60 for span in spans)


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (["--hours", "lunch"], "days and hours"),
        (["--add", "nobody, tue 9-12"], "Nobody is called"),
        (["--strategy", "dice"], "everyone"),
        (["--desk", "maps"], 'No desk is called "maps"'),
        (["--suggest-hours", "20", "--between", "late"], "7-23"),
        (["--from", "2024-01-01", "--to", "2024-01-03"], "no whole week"),
    ],
)
def test_mistakes_are_answered_with_what_is_understood(
    config: str, args: list[str], answer: str
) -> None:
    result = run(app, ["simulate", "-c", config, *SHORT, *args])
    assert result.exit_code == 1
    assert answer in result.output


def test_without_a_store_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    result = run(app, ["simulate", "-c", str(path)])
    assert result.exit_code == 1
    assert "no such database" in result.output
