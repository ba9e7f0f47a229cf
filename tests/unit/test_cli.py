"""The command line: what it prints for people, and its exit codes."""

import asyncio
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from imref.cli import app
from imref.config.manual import example
from imref.desk.effects import (
    Effect,
    Fate,
    KeepMessage,
    KeepPatron,
    KeepSession,
    KeepTurn,
    Say,
    Settle,
)
from imref.desk.model import Ending, Message, Moment, Patron, Session, SessionState, Speaker, Turn
from imref.store.journal import Journal
from imref.terminal import ENDED_BY, HAPPENED

CONFIG = """\
component: {domain: ref.library.example, host: 127.0.0.1, port: 1, secret: open sesame}
database: imref.sqlite
desks:
  ask: {title: Ask a librarian, tiers: [[ana, ben]]}
staff:
  ana: {address: ana@library.example}
  ben: {address: ben@library.example, screen_name: Benedikt}
"""
SIX = 1_795_500_000.0

run = CliRunner().invoke


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.fixture
def config(tmp_path: Path) -> str:
    path = tmp_path / "config.yaml"
    path.touch(0o600)
    path.write_text(CONFIG, encoding="utf-8")
    return str(path)


def keep(config: str, *effects: Effect) -> None:
    """Write rows as a running service does."""

    async def write() -> None:
        journal = await Journal.open(Path(config).with_name("imref.sqlite"))
        journal.add(effects)
        await journal.commit()
        await journal.close()

    asyncio.run(write())


@pytest.fixture
def kept(config: str) -> str:
    """A config whose database holds one closed session and one that waits."""
    pat = Patron(1001, "pat@home.example", "ask")
    pam = Patron(1002, "pam@home.example", "ask")
    session = Session(
        17,
        pat,
        "ask",
        SIX,
        state=SessionState.CLOSED,
        owner="ben",
        closed=SIX + 300,
        ended_by="staff",
        outcome="answered",
        read=3,
    )
    said = (
        Message(1, 17, 1001, SIX, Speaker.PATRON, "", "Where is the 1923 map?", "p1"),
        Message(2, 17, 1001, SIX + 20, Speaker.STAFF, "ben", "In the map rom.", "s1"),
        Message(3, 17, 1001, SIX + 25, Speaker.STAFF, "ben", "In the map room.", "s2", "", "s1"),
        Message(4, 17, 1001, SIX + 30, Speaker.NOTE, "ben", "Wants a scan.", "n1"),
        Message(5, 17, 1001, SIX + 86400, Speaker.PATRON, "", "Thanks!\x1b[2J\nBye", "p2"),
    )
    keep(
        config,
        KeepPatron(pat),
        KeepPatron(pam),
        KeepSession(session),
        KeepSession(Session(18, pam, "ask", SIX + 400)),
        *map(KeepMessage, said),
        KeepTurn(Turn(17, SIX, Moment.OPENED)),
        KeepTurn(Turn(17, SIX + 1, Moment.OFFERED, "ben")),
        KeepTurn(Turn(17, SIX + 20, Moment.CLAIMED, "ben")),
        KeepTurn(Turn(17, SIX + 86500, Moment.CLOSED, "ben", "staff")),
        Say(1, "ask", "pat@home.example", "", "s2", SIX + 25, 17, 3),
        Settle(1, "pat@home.example", Fate.UNDELIVERABLE),
    )
    return config


def test_the_version_and_the_help() -> None:
    assert run(app, ["--version"]).output.startswith("imref 0.")
    helped = run(app, ["--help"])
    assert helped.exit_code == 0
    for command in (
        "run",
        "check",
        "sessions",
        "transcript",
        "hours",
        "demo",
        "config",
        "Exit codes",
    ):
        assert command in helped.output


def test_help_starts_quickly_because_nothing_else_is_imported() -> None:
    code = "import sys, imref.cli; print([m for m in sys.modules if m.split('.')[0] in {heavy}])"
    heavy = {"slixmpp", "sqlalchemy", "pydantic", "yaml", "asyncio"}
    asked = subprocess.run(
        [sys.executable, "-c", code.format(heavy=heavy)], capture_output=True, text=True, check=True
    )
    assert asked.stdout == "[]\n"


def test_wrong_usage_is_2() -> None:
    assert run(app, ["check"]).exit_code == 2
    assert run(app, ["chekc"]).exit_code == 2
    assert run(app, ["sessions", "-c", "x", "--limit", "0"]).exit_code == 2
    assert run(app, ["sessions", "-c", "x", "--limit", "9" * 20]).exit_code == 2


def test_the_sample_config_is_printed() -> None:
    assert run(app, ["config", "example"]).output == example()


def misspelt(config: str) -> str:
    """Put a mistake into the config, and say how it is reported."""
    Path(config).write_text(CONFIG.replace("[[ana,", "[[ann,"), encoding="utf-8")
    return f'{config}:4: desks.ask.tiers.0.0: no staff member is called "ann"; did you mean "ana"?'


@pytest.mark.parametrize("command", [["check"], ["sessions"], ["transcript", "1"], ["hours"]])
def test_a_config_with_mistakes_is_78_with_file_line_and_key(
    config: str, command: list[str]
) -> None:
    line = misspelt(config)
    result = run(app, [*command, "-c", config])
    assert result.exit_code == 78
    assert line in result.output


def test_the_service_does_not_start_with_mistakes_either(config: str) -> None:
    line = misspelt(config)
    command = [sys.executable, "-m", "imref", "run", "-c", config]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 78
    assert line in done.stderr
    assert "Traceback" not in done.stderr


def test_check_says_what_is_wrong_and_what_to_do(config: str) -> None:
    result = run(app, ["check", "-c", config])
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == f"ok: {config}: 1 desk, 2 staff members"
    assert lines[1].startswith("ok: ")
    assert lines[1].endswith("imref.sqlite can be made at the first start")
    assert lines[2].startswith("problem: nobody listens at 127.0.0.1:1 -> Is the XMPP server run")
    assert lines[3] == "imref cannot work like this: 1 problem to mend."


def test_warnings_are_no_failure_of_the_config(config: str) -> None:
    Path(config).chmod(0o644)
    result = run(app, ["check", "-c", config])
    assert result.output.startswith(f"warning: {config}:1: component.secret: everybody on this")


def test_check_leaves_the_server_alone_while_imref_runs(config: str) -> None:
    async def check_beside_a_service() -> str:
        journal = await Journal.open(Path(config).with_name("imref.sqlite"))
        try:
            return await asyncio.to_thread(lambda: run(app, ["check", "-c", config]).output)
        finally:
            await journal.close()

    lines = asyncio.run(check_beside_a_service()).splitlines()
    assert lines[1].endswith("imref.sqlite can be written and is up to date")
    assert lines[2].startswith("note: imref is running on this database")
    assert lines[3] == "All is well."


@pytest.mark.parametrize(
    ("database", "complaint"),
    [
        ("nowhere/imref.sqlite", "nowhere, does not exist -> Make it"),
        ("config.yaml", "file is not a database"),
    ],
)
def test_check_looks_at_the_database(config: str, database: str, complaint: str) -> None:
    text = CONFIG.replace("database: imref.sqlite", f"database: {database}")
    Path(config).write_text(text, encoding="utf-8")
    result = run(app, ["check", "-c", config])
    assert result.exit_code == 1
    assert complaint in result.output


def test_sessions_are_listed_newest_first(kept: str) -> None:
    listed = run(app, ["sessions", "-c", kept])
    assert listed.exit_code == 0
    assert listed.output == (
        "no.  patron       desk  opened            messages  state\n"
        " 18  patron-1002  ask   2026-11-24 06:06         0  waiting\n"
        " 17  patron-1001  ask   2026-11-24 06:00         5  closed 06:05, answered (READ\n"
        "                                                    3), by the librarian\n"
    )
    opened = run(app, ["sessions", "-c", kept, "--open"]).output
    assert "patron-1002" in opened
    assert "patron-1001" not in opened
    assert "patron-1001" not in run(app, ["sessions", "-c", kept, "--limit", "1"]).output


def test_a_transcript_has_words_notes_turns_times_and_what_was_not_delivered(kept: str) -> None:
    by_number = run(app, ["transcript", "-c", kept, "17"])
    assert by_number.exit_code == 0
    assert by_number.output == (
        "Session 17 · ask · patron-1001 · closed 06:05, answered (READ 3), by the \n"
        "librarian\n"
        "2026-11-24\n"
        "06:00:00    -                opened\n"
        "06:00:00    patron           Where is the 1923 map?\n"
        "06:00:01    -                offered to Benedikt\n"
        "06:00:20    -                claimed by Benedikt\n"
        "06:00:20    Benedikt         In the map rom.\n"
        "06:00:25    Benedikt         (instead of 06:00:20) In the map room.  [not\n"
        "                             delivered]\n"
        "06:00:30    Benedikt (note)  Wants a scan.\n"
        "2026-11-25\n"
        "06:00:00    patron           Thanks!\N{REPLACEMENT CHARACTER}[2J\n"
        "                             Bye\n"
        "06:01:40    -                closed while with Benedikt: by the librarian\n"
        "\n"
    )
    assert run(app, ["transcript", "-c", kept, "patron-1001"]).output == by_number.output


def test_what_is_kept_is_shown_without_the_secret(kept: str) -> None:
    text = CONFIG.replace("secret: open sesame", "secret_file: /nowhere/component.secret")
    Path(kept).write_text(text, encoding="utf-8")
    assert run(app, ["sessions", "-c", kept]).exit_code == 0
    assert run(app, ["transcript", "-c", kept, "17"]).exit_code == 0
    assert run(app, ["check", "-c", kept]).exit_code == 78


@pytest.mark.parametrize(
    "which",
    ["99", "9" * 18, "9" * 20, "9" * 5000, "patron-99", "patron-" + "9" * 20, "ana"],
    ids=lambda which: f"{which[:9]}, {len(which)} long",
)
def test_what_is_not_kept_is_said_so(kept: str, which: str) -> None:
    result = run(app, ["transcript", "-c", kept, which])
    assert result.exit_code == 1
    assert f'"{which}" is kept; `imref sessions` lists what is.' in result.output


HOURS = """\
hours:
  zone: Europe/Berlin
  weekly: {mon-thu: "9:00-12:30, 14:00-18:00", fri: 22:00-2:00}
  exceptions: {2026-12-24..2027-01-01: closed (winter break), 2026-12-30: 24 h}
  holidays: {country: DE, subdivision: BY}
"""


def test_hours_are_shown_week_by_week(config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(config).write_text(CONFIG + HOURS, encoding="utf-8")
    monkeypatch.setattr(time, "time", lambda: 1_797_850_000.0)  # Monday, 21 December 2026
    result = run(app, ["hours", "-c", config, "--weeks", "3"])
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [
        "Mon 21 – Wed 23 Dec      9:00–12:30, 14:00–18:00",
        "Thu 24 – Sun 27 Dec      closed (winter break)",
        "",
        "Mon 28 – Tue 29 Dec      closed (winter break)",
        "Wed 30 Dec               24 h",
        "Thu 31 Dec – Fri 1 Jan   closed (winter break)",
        "Sat 2 – Sun 3 Jan        closed",
        "",
        "Mon 4 – Tue 5 Jan        9:00–12:30, 14:00–18:00",
        "Wed 6 Jan                closed (Heilige Drei Könige)",
        "Thu 7 Jan                9:00–12:30, 14:00–18:00",
        "Fri 8 Jan                22:00–2:00",
        "Sat 9 – Sun 10 Jan       closed",
        "",
    ]


def test_hours_of_one_desk(config: str) -> None:
    result = run(app, ["hours", "-c", config, "--desk", "ask"])
    assert "(ask) · UTC" in result.output
    assert "24 h" in result.output
    result = run(app, ["hours", "-c", config, "--desk", "nowhere"])
    assert result.exit_code == 1
    assert 'No desk is called "nowhere"' in result.output


def test_without_a_database_it_is_said_so(config: str) -> None:
    result = run(app, ["sessions", "-c", config])
    assert result.exit_code == 1
    assert "no such database" in result.output


@pytest.mark.parametrize("command", [["sessions"], ["transcript", "17"]])
def test_a_database_that_cannot_be_read_after_all_is_said_so(kept: str, command: list[str]) -> None:
    with closing(sqlite3.connect(Path(kept).with_name("imref.sqlite"))) as database:
        database.execute("ALTER TABLE messages RENAME TO gone")
    result = run(app, [*command, "-c", kept])
    assert result.exit_code == 1
    assert "no such table: messages" in result.output


def test_an_empty_database_is_no_error(config: str) -> None:
    keep(config)
    assert run(app, ["sessions", "-c", config]).output == "No sessions are kept yet.\n"
    assert run(app, ["sessions", "-c", config, "--open"]).output == "No session is open.\n"


def test_a_transcript_has_words_for_every_moment() -> None:
    assert {*HAPPENED} == {*Moment}
    assert {*ENDED_BY} == {*Ending}
