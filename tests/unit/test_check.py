"""What `check` says of the ways in which a server cannot be had, and of a database."""

import errno
import os
import socket
from pathlib import Path

import pytest

from imref.check import check_database, refused, unreachable
from imref.findings import Finding, Mark, verdict


@pytest.mark.parametrize(
    ("error", "text", "advice"),
    [
        (
            socket.gaierror(-2, "Name or service not known"),
            'the name "xmpp.example" leads to no machine',
            "component.host",
        ),
        (
            ConnectionRefusedError(errno.ECONNREFUSED, "Connect call failed"),
            "nobody listens at xmpp.example:5347",
            "deploy/prosody/imref.cfg.lua",
        ),
        (
            OSError("Multiple exceptions: [Errno 111] ('::1', 5347), [Errno 111] ('127.0.0.1'"),
            "nobody listens at xmpp.example:5347",
            "deploy/ejabberd/imref.yml",
        ),
        (TimeoutError(), "no answer from xmpp.example:5347", "firewall"),
        (
            OSError(errno.ENETUNREACH, "Network is unreachable"),
            "xmpp.example:5347 cannot be reached: [Errno 101] Network is unreachable",
            "component.host",
        ),
    ],
)
def test_a_server_that_cannot_be_reached(error: OSError, text: str, advice: str) -> None:
    finding = unreachable(error, "xmpp.example", 5347)
    assert finding.mark is Mark.PROBLEM
    assert finding.text == text
    assert advice in finding.advice


@pytest.mark.parametrize(
    ("condition", "mark", "text"),
    [
        ("not-authorized", Mark.PROBLEM, "the server refuses the secret for ref.example"),
        ("host-unknown", Mark.PROBLEM, "the server has no component called ref.example"),
        ("conflict", Mark.NOTE, "a component is already connected as ref.example"),
        ("invalid-namespace", Mark.PROBLEM, "ended the conversation: invalid-namespace"),
        ("", Mark.PROBLEM, "ended the conversation: it gave no reason"),
    ],
)
def test_a_server_that_will_not_have_us(condition: str, mark: Mark, text: str) -> None:
    finding = refused(condition, "ref.example")
    assert finding.mark is mark
    assert text in finding.text
    assert finding.advice


@pytest.mark.parametrize("forbidden", ["folder", "file"])
def test_a_database_that_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forbidden: str
) -> None:
    database = tmp_path / "imref.sqlite"
    database.touch()
    place = tmp_path if forbidden == "folder" else database
    monkeypatch.setattr(os, "access", lambda path, _: path != place)
    (finding,) = check_database(database)
    assert finding.mark is Mark.PROBLEM
    assert finding.text == f"this user may not write to {place}"


def test_the_verdict_is_one_sentence() -> None:
    fine, problem = Finding(Mark.FINE, ""), Finding(Mark.PROBLEM, "")
    warning, note = Finding(Mark.WARNING, ""), Finding(Mark.NOTE, "")
    assert verdict([fine, note]) == "All is well."
    assert verdict([fine, warning, warning]) == "imref can run; 2 things to look at."
    assert verdict([warning, problem]) == "imref cannot work like this: 1 problem to mend."


def test_the_folder_that_systemd_will_make_may_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "imref"
    monkeypatch.setattr("imref.check.STATE_FOLDER", state)
    (finding,) = check_database(state / "imref.sqlite")
    assert finding.mark is Mark.NOTE
    assert finding.text.endswith("imref, does not exist yet")
    assert "at the first start" in finding.advice
    (finding,) = check_database(tmp_path / "elsewhere" / "imref.sqlite")
    assert finding.mark is Mark.PROBLEM
