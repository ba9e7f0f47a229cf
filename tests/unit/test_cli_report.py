"""`imref report` and `imref export`, over a store that a made-up year has filled."""

import csv
import json
import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from imref.cli import app
from imref.config import read
from imref.demo.year import Year, fill_year
from imref.report import shares
from imref.report.companion import Companion

CONFIG = """\
component: {domain: ref.library.example, host: 127.0.0.1, port: 1, secret: open sesame}
database: imref.sqlite
hours: {zone: Europe/Berlin, weekly: {mon-fri: "9:00-18:00"}}
desks:
  ask: {title: Ask a librarian, tiers: [[ana, ben]]}
staff:
  ana: {address: ana@library.example}
  ben: {address: ben@library.example, screen_name: Benedikt}
"""
UNTIL = datetime(2026, 3, 2, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
SPAN = ["--from", "2026-02-02", "--to", "2026-03-01"]

run = CliRunner().invoke


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("library") / "config.yaml"
    path.touch(0o600)
    path.write_text(CONFIG, encoding="utf-8")
    settings = read(path, secret=False)
    fill_year(settings.database, settings.agreement(), Year(UNTIL, 4, 50.0, 1923))
    return str(path)


def test_on_the_terminal(config: str) -> None:
    result = run(app, ["report", "-c", config, *SPAN])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[1] == "Ask a librarian · 2 February to 1 March 2026 · Europe/Berlin"
    assert "questions were asked from 2 February to 1 March 2026" in result.output
    assert max(map(len, lines)) <= 80


def test_many_sessions_are_shared_with_a_companion(
    config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[Companion] = []
    command = ["report", "-c", config, *SPAN, "--by", "hour"]
    alone = run(app, command).output
    monkeypatch.setattr(shares, "MANY", 1)
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    monkeypatch.setattr(shares, "Companion", lambda path: met.append(Companion(path)) or met[-1])
    assert run(app, command).output == alone
    assert [each.tally(lambda: None) is not None for each in met] == [True]


def test_files_hide_what_is_small_unless_they_stay_inside(config: str, tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside.json", tmp_path / "inside.json"
    common = ["report", "-c", config, *SPAN, "--by", "hour", "--json"]
    assert run(app, [*common, str(outside)]).exit_code == 0
    told = run(app, [*common, str(inside), "--inside"])
    assert "it is for the house alone" in told.output
    shown, whole = (json.loads(path.read_text()) for path in (outside, inside))
    assert shown["hidden"]
    assert not whole["hidden"]
    counts = [each for day in shown["demand"]["asked"] for each in day]
    assert None in counts
    assert not [each for each in counts if each is not None and 0 < each < 5]
    assert None not in [each for day in whole["demand"]["asked"] for each in day]


def test_csv_to_a_pipe(config: str) -> None:
    result = run(app, ["report", "-c", config, *SPAN, "--csv", "-"])
    rows = list(csv.DictReader(StringIO(result.output)))
    assert rows[0]["part"] == "period"
    (asked,) = [row for row in rows if (row["part"], row["measure"]) == ("fates", "asked")]
    assert int(asked["value"]) > 100


def test_several_files_at_once(config: str, tmp_path: Path) -> None:
    files = {form: tmp_path / f"report.{form}" for form in ("csv", "json", "html", "pdf")}
    asked = [part for form, path in files.items() for part in (f"--{form}", str(path))]
    result = run(app, ["report", "-c", config, *SPAN, *asked])
    assert result.exit_code == 0, result.output
    assert files["pdf"].read_bytes().startswith(b"%PDF-")
    assert files["html"].read_text().startswith("<!doctype html>")
    assert len(result.output.splitlines()) == 4


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--desk", "lwa"], 'No desk is called "lwa"; there are ask.'),
        (["--from", "some time"], '"some time" is not understood'),
        (["--from", "2999-01-01"], "has not come yet"),
        (["--json", f"{os.devnull}/there"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(config: str, asked: list[str], words: str) -> None:
    result = run(app, ["report", "-c", config, *asked])
    assert result.exit_code == 1
    assert words in result.output


def test_single_librarians_are_shown_as_the_agreement_says(config: str) -> None:
    asked = ["report", "-c", config, *SPAN, "--by", "staff"]
    alone = run(app, asked)
    assert "figures.per_person" in alone.output
    assert "on duty h" not in alone.output
    agreed = Path(config).with_name("agreed.yaml")
    agreed.touch(0o600)
    agreed.write_text(f"{CONFIG}figures: {{per_person: supervisors}}\n", encoding="utf-8")
    shared = run(app, ["report", "-c", str(agreed), *SPAN, "--by", "staff"])
    assert "figures.per_person" not in shared.output
    assert "on duty h" in shared.output


@pytest.fixture
def exported(config: str, tmp_path: Path) -> str:
    file = tmp_path / "sessions.csv"
    result = run(app, ["export", "--anonymous", "-c", config, *SPAN, str(file)])
    assert result.exit_code == 0, result.output
    return file.read_text(encoding="utf-8")


def all_of(config: str, query: str) -> list[str]:
    database = read(Path(config), secret=False).database
    with closing(sqlite3.connect(database)) as connection:
        return [str(value) for row in connection.execute(query) for value in row if value]


def test_every_session_is_in_it(config: str, exported: str) -> None:
    rows = list(csv.DictReader(exported.splitlines()))
    assert len(rows) == len(all_of(config, "SELECT number FROM sessions"))
    assert set(rows[0]) == {
        "hour", "desk", "channel", "fate", "closed", "wait_s", "length_min", "asked_messages",
        "answer_messages", "read",
    }  # fmt: skip
    assert {row["fate"] for row in rows} > {"answered", "lost"}
    assert all(int(row["wait_s"]) % 5 == 0 for row in rows if row["wait_s"])


def test_nobody_and_nothing_that_was_said_is_in_it(config: str, exported: str) -> None:
    body = exported.partition("\n")[2].lower()
    cells = set(re.split(r"[,\r\n]+", body))
    for address in all_of(config, "SELECT address, name, email FROM patrons"):
        assert address.lower() not in body
    for number in all_of(config, "SELECT number FROM patrons"):
        assert f"patron-{number}" not in body
        assert number not in cells
    for name in all_of(config, "SELECT DISTINCT owner FROM sessions"):
        assert name not in cells
    said = " ".join(all_of(config, "SELECT body FROM messages")).lower()
    allowed = {"ask", "web", "im", "partner", "yes", "no", "t", "answered", "lost", "unanswered",
               "held", "referred", "practice", "spam"}  # fmt: skip
    words = set(re.findall(r"[^\W\d_]+", body))
    assert words <= allowed
    assert words & set(re.findall(r"[^\W\d_]+", said)) <= allowed


def test_the_order_of_rows_tells_nothing(exported: str) -> None:
    rows = [tuple(row) for row in csv.reader(exported.splitlines())][1:]
    hours = [row[0] for row in rows]
    assert hours == sorted(hours)


def test_there_is_no_other_export(config: str, tmp_path: Path) -> None:
    result = run(app, ["export", "-c", config, str(tmp_path / "all.csv")])
    assert result.exit_code == 1
    assert "say --anonymous" in result.output
