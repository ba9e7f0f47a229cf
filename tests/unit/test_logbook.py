"""A log line: its fields, its two forms, and what must never be in it."""

import io
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from imref.logbook import set_up

log = logging.getLogger("imref.desk.test")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def test_a_text_line_has_time_level_area_message_and_fields(stream: io.StringIO) -> None:
    set_up("text", "info", stream)
    log.info("claimed by %s", "ana", extra={"session": 17, "desk": "ask"})
    time, rest = stream.getvalue().split(" ", 1)
    assert len(time) == len("2026-11-24T09:30:00.000Z")
    assert time.endswith("Z")
    assert rest == "info desk.test claimed by ana session=17 desk=ask\n"


def test_a_json_line_is_one_object(stream: io.StringIO) -> None:
    set_up("json", "info", stream)
    log.warning('she said "no"', extra={"session": 17})
    entry = json.loads(stream.getvalue())
    assert len(entry.pop("time")) == len("2026-11-24T09:30:00.000Z")
    assert entry == {
        "level": "warning",
        "area": "desk.test",
        "message": 'she said "no"',
        "session": 17,
    }


def test_values_with_spaces_are_quoted_and_nobody_forges_a_line(stream: io.StringIO) -> None:
    set_up("text", "info", stream)
    log.info("closed by %s", "x\n2026 error fake", extra={"why": "patron left", "who": ""})
    assert stream.getvalue().endswith('closed by x\\n2026 error fake why="patron left" who=""\n')
    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_exception_keeps_its_traceback(stream: io.StringIO, form: str) -> None:
    set_up(form, "info", stream)
    try:
        raise OSError("disk full")
    except OSError:
        log.exception("not kept", extra={"session": 3})
    assert "session" in stream.getvalue()
    assert "Traceback" in stream.getvalue()
    assert "disk full" in stream.getvalue()


def test_below_the_level_nothing_is_written_and_libraries_stay_quiet(stream: io.StringIO) -> None:
    set_up("text", "info", stream)
    log.debug("what people said")
    set_up("text", "debug", stream)
    logging.getLogger("slixmpp.xmlstream").info("<body>what people said</body>")
    logging.getLogger("slixmpp.xmlstream").debug("<body>what people said</body>")
    assert stream.getvalue() == ""


def test_in_the_journal_a_line_begins_with_its_priority(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stderr"
    with path.open("w", encoding="utf-8") as stream:
        status = os.fstat(stream.fileno())
        monkeypatch.setenv("JOURNAL_STREAM", f"{status.st_dev}:{status.st_ino}")
        set_up("text", "info", stream)
        log.error("link lost")
    assert path.read_text(encoding="utf-8") == "<3>error desk.test link lost\n"
