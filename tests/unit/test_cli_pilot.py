"""`imref pilot`: from the targets to the verdict, on a store with some weeks in it."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from imref import config
from imref.cli import app
from imref.demo.year import Year, fill_year
from imref.desk.errands import ReadPilots
from imref.desk.figures.pilot_figures import TargetState
from imref.pilot.news import news

Command = Callable[..., Result]
WEEK = 7 * 86400.0


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The config of the library in the docs, with four weeks in its database."""
    text = (Path(__file__).parents[2] / "docs" / "library.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("database:", "faq:"))]
    path = tmp_path / "imref.yaml"
    path.write_text("\n".join([f"database: {tmp_path / 'imref.sqlite'}", *lines]) + "\n")
    agreed = config.read(path, secret=False)
    fill_year(agreed.database, agreed.agreement(), Year(time.time(), weeks=4))
    return path


@pytest.fixture
def imref(settings: Path) -> Command:
    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(app, ["pilot", *arguments, "--config", str(settings)])
        assert result.exit_code == code, result.output
        return result

    return run


def begin(imref: Command, *more: str) -> str:
    """Start a pilot; gives the digest that was printed."""
    result = imref(
        "start", "--until", "in 4 weeks", "--target", "asked >= 40",
        "--target", "answered within 60s at least 80%", *more,
    )  # fmt: skip
    return result.output.rpartition("sha256 ")[2].strip()


def pilots(settings: Path) -> sqlite3.Connection:
    return sqlite3.connect(config.read(settings, secret=False).database)


def test_start_prints_what_was_agreed_on(imref: Command) -> None:
    result = imref("start", "--until", "in 2 weeks", "--target", "asked at least 40")
    assert "Pilot 1 of all desks runs from" in result.output
    assert "  asked >= 40" in result.output
    assert len(result.output.rpartition("sha256 ")[2].strip()) == 64


def test_the_digest_is_on_every_page(imref: Command, tmp_path: Path) -> None:
    digest = begin(imref)
    assert digest in imref("list").output
    assert digest in imref("verdict").output
    assert digest in imref().output
    page = tmp_path / "verdict.html"
    imref("verdict", "--html", str(page))
    assert digest in page.read_text(encoding="utf-8")


def test_what_was_asked_before_the_start_is_not_in_it(imref: Command) -> None:
    begin(imref)
    assert "Nobody has asked anything." in imref().output


def test_a_verdict_of_weeks_that_are_over(imref: Command, settings: Path) -> None:
    """The pilot is set back by hand, which the digest tells; figures are those of the weeks."""
    begin(imref)
    with pilots(settings) as file:
        file.execute("UPDATE pilots SET started = started - ?, until = ?", (4 * WEEK, time.time()))
    text = imref("verdict").output
    assert "NOT THOSE THAT WERE SET" in text
    assert "asked >= 40" in text
    assert "questions came while the desk was closed" in text
    assert "verdict" in text.splitlines()[0]


def test_before_the_end_it_is_a_preview(imref: Command) -> None:
    begin(imref)
    assert "what the verdict would be now" in imref("verdict").output


def test_no_second_one_while_it_runs(imref: Command) -> None:
    begin(imref)
    refused = imref("start", "--until", "in 2 weeks", "--target", "asked >= 1", code=1)
    assert "Pilot 1 runs already" in refused.output
    assert "imref pilot stop" in refused.output


def test_a_stop_is_on_record(imref: Command) -> None:
    begin(imref, "--desk", "ask")
    imref("stop", "--why", "  moving\n house ")
    assert "moving house" in imref("list").output
    assert "moving house" in imref("verdict").output
    assert "No pilot runs" in imref("stop", "--why", "again", code=1).output
    begin(imref, "--desk", "ask")
    assert imref("list").output.count("sha256") == 2
    assert "moving house" in imref("verdict", "--number", "1").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--until", "yesterday", "--target", "asked >= 1"), "day to come"),
        (("--until", "2020-01-01", "--target", "asked >= 1"), "is past"),
        (("--until", "in 2 weeks", "--target", "smiles >= 1"), 'no measure "smiles"'),
        (("--until", "in 2 weeks", "--target", "asked >= 1", "--desk", "x"), "No desk is called"),
        (("--until", "today", "--from", "in 2 days", "--target", "asked >= 1"), "end after"),
    ],
)
def test_what_cannot_be_set_up(imref: Command, arguments: tuple[str, ...], says: str) -> None:
    assert says in imref("start", *arguments, code=1).output
    assert "no pilot yet" in imref("list").output


def test_without_any(imref: Command) -> None:
    assert "imref pilot list" in imref(code=1).output
    assert "No pilot runs" in imref("stop", "--why", "x", code=1).output


def test_measures_are_explained() -> None:
    result = CliRunner().invoke(app, ["pilot", "measures"])
    assert "answered within 60 s" in result.output
    assert "closed-hours share" in result.output


def test_what_the_service_tells_of_it(imref: Command, settings: Path) -> None:
    begin(imref, "--desk", "ask")
    agreed, now = config.read(settings, secret=False), time.time() + 60
    (stands,) = news(agreed.database, agreed.agreement(), ReadPilots(now - 86400), now).pilots
    assert (stands.desk, stands.day, stands.over, stands.changed) == ("ask", 1, False, False)
    assert [each.target for each in stands.targets] == [
        "asked >= 40",
        "answered within 60 s >= 80 %",
    ]
    assert [each.state for each in stands.targets] == [
        TargetState.WOULD_BE_MISSED,
        TargetState.NOTHING,
    ]
    imref("stop", "--why", "moving house")
    (stands,) = news(agreed.database, agreed.agreement(), ReadPilots(now - 86400), now).pilots
    assert stands.over
    assert not news(agreed.database, agreed.agreement(), ReadPilots(now), now).pilots
