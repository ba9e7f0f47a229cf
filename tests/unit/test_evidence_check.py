"""What `imref check` says of the last daily check and of pilots, from what is kept."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from imref.check import check
from imref.config import Config, read
from imref.desk.effects import Keep
from imref.desk.records import Canary
from imref.desk.rehearsal.canary_news import Failure
from imref.evidence_check import check_evidence
from imref.findings import Finding, Mark
from imref.pilot.agreed import agree
from imref.pilot.targets import parse
from imref.store.journal import Journal
from imref.store.pilots import add_pilot, read_pilots, stop_pilot

CONFIG = """\
component: {domain: ref.library.example, host: 127.0.0.1, port: 1, secret: open sesame}
database: imref.sqlite
hours: {zone: Europe/Berlin, weekly: {mon-fri: "9:00-18:00"}}
desks:
  ask: {title: Ask a librarian, tiers: [[ana]], supervisors: [ana]}
  law: {title: Law library, tiers: [[ana]]}
staff:
  ana: {address: ana@library.example}
"""
WITH_CHECK = CONFIG + 'canary: {at: "8:45"}\n'


def at(day: int, hour: int, minute: int = 0) -> float:
    return datetime(2026, 10, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


ASKED = at(6, 8, 45)
"""A Tuesday, when the daily check comes."""
PASSED = Canary(1, "ask", ASKED, ASKED + 1, ASKED + 2, ASKED + 3)


def library(folder: Path, text: str = WITH_CHECK) -> Config:
    path = folder / "imref.yaml"
    path.touch(0o600)
    path.write_text(text, encoding="utf-8")
    return read(path)


async def kept(config: Config, *canaries: Canary) -> Config:
    """The library with these checks in its database."""
    journal = await Journal.open(config.database)
    journal.add(Keep(canary) for canary in canaries)
    await journal.commit()
    await journal.close()
    return config


def said(config: Config, now: float) -> Finding:
    (finding,) = check_evidence(config, now)
    return finding


# The daily check.


def test_before_the_first_start_it_says_when_the_first_comes(tmp_path: Path) -> None:
    finding = said(library(tmp_path), at(6, 12))
    assert finding.mark is Mark.NOTE
    assert finding.text == "no daily check of the desk ask has been made yet"
    assert "Wednesday, 7 October 2026 at 08:45" in finding.advice


async def test_one_that_has_not_ended_is_none(tmp_path: Path) -> None:
    config = await kept(
        library(tmp_path), Canary(1, "ask", ASKED), Canary(2, "law", ASKED, failed="x")
    )
    assert said(config, ASKED + 5).mark is Mark.NOTE


async def test_one_that_passed_today(tmp_path: Path) -> None:
    config = await kept(library(tmp_path), PASSED)
    for now in (at(6, 12), at(7, 8, 44), at(7, 8, 50)):
        assert said(config, now) == Finding(
            Mark.FINE,
            "the last daily check of the desk ask passed on Tuesday, 6 October 2026 at 08:45; "
            "its answer was back after 3 s",
        )


async def test_one_that_passed_days_ago_is_not_good_news(tmp_path: Path) -> None:
    config = await kept(library(tmp_path), PASSED)
    finding = said(config, at(8, 12))
    assert finding.mark is Mark.WARNING
    assert finding.text.endswith("none has been made since, though there is one every day")
    assert "Has imref been running" in finding.advice


@pytest.mark.parametrize("failure", Failure)
async def test_one_that_failed_says_why_and_what_to_do(tmp_path: Path, failure: Failure) -> None:
    later = Canary(2, "ask", ASKED + 86_400, failed=failure)
    finding = said(await kept(library(tmp_path), PASSED, later), at(7, 12))
    assert finding.mark is Mark.WARNING
    assert "failed on Wednesday, 7 October 2026 at 08:45: " in finding.text
    assert finding.advice


async def test_it_is_said_while_imref_runs(tmp_path: Path) -> None:
    config = await kept(library(tmp_path), PASSED)
    journal = await Journal.open(config.database)
    found = [each.text async for each in check(tmp_path / "imref.yaml")]
    await journal.close()
    assert "imref is running" in found[-1]
    assert "the last daily check of the desk ask passed" in found[-2]


# Pilots.


async def piloted(folder: Path, desk: str = "ask", began: float = at(5, 9)) -> Config:
    """A library without a daily check, with a pilot until the end of October."""
    config = await kept(library(folder, CONFIG))
    ends = at(30, 23) + 3600
    targets = [parse("asked >= 40")]
    add_pilot(
        config.database,
        lambda rows: agree(rows, targets, desk=desk, made=at(2, 9), started=began, until=ends),
    )
    return config


async def test_a_pilot_that_runs(tmp_path: Path) -> None:
    text = "pilot 1 at the desk ask runs until Friday, 30 October 2026"
    assert said(await piloted(tmp_path), at(6, 12)) == Finding(Mark.FINE, text)


async def test_a_pilot_that_is_about_to_begin(tmp_path: Path) -> None:
    text = "pilot 1 at all desks begins on Monday, 12 October 2026 at 09:00 and runs until "
    finding = said(await piloted(tmp_path, desk="", began=at(12, 9)), at(6, 12))
    assert finding == Finding(Mark.FINE, f"{text}Friday, 30 October 2026")


async def test_of_one_that_is_over_or_stopped_nothing_is_said(tmp_path: Path) -> None:
    config = await piloted(tmp_path)
    assert list(check_evidence(config, at(31, 1))) == []
    stop_pilot(config.database, 1, at(7, 12), "the branch has moved")
    assert list(check_evidence(config, at(8, 12))) == []


async def test_targets_that_were_changed_are_a_warning(tmp_path: Path) -> None:
    config = await piloted(tmp_path)
    (row,) = read_pilots(config.database)
    with closing(sqlite3.connect(config.database)) as connection, connection:
        changed = row.targets.replace("40", "4")
        connection.execute("UPDATE pilots SET targets = ?", (changed,))
    finding = said(config, at(6, 12))
    assert finding.mark is Mark.WARNING
    assert "the digest does not match" in finding.text


async def test_a_pilot_of_a_desk_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    finding = said(await piloted(tmp_path, desk="maps"), at(6, 12))
    assert finding.mark is Mark.WARNING
    assert "the config has no such desk" in finding.text
    assert "imref pilot stop" in finding.advice


async def test_of_neither_nothing_is_said(tmp_path: Path) -> None:
    assert list(check_evidence(await kept(library(tmp_path, CONFIG)), at(6, 12))) == []


async def test_a_database_of_another_program_is_left_to_who_looks_at_it(tmp_path: Path) -> None:
    config = library(tmp_path)
    with closing(sqlite3.connect(config.database)) as connection, connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    assert list(check_evidence(config, at(6, 12))) == []
