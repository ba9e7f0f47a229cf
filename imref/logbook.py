"""The log: one line an event, its facts as fields, for people (text) or for programs (JSON).

Standard logging and two formatters. structlog would add a second way to log beside the one that
slixmpp, SQLAlchemy and asyncio use, and need both to be set up; fields by ``extra`` do all we need:

    log.info("claimed", extra={"session": 17, "desk": "ask"})

What people write to each other is never logged, at any level.
"""

import json
import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TextIO

ORDINARY = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}
"""What every record carries; anything else on it is a field of ours."""

PRIORITY = {10: 7, 20: 6, 30: 4, 40: 3, 50: 2}
"""From logging's levels to journald's, which it reads off the front of a line (sd-daemon(3))."""

TALKATIVE = ("slixmpp", "alembic", "asyncio")


def set_up(form: str = "text", level: str = "info", stream: TextIO | None = None) -> None:
    """Send the log to ``stream`` (standard error), as ``text`` or ``json``, from ``level`` up.

    Calling it again changes both. Libraries stay quiet below a warning: at lower levels they log
    stanzas and statements, and with them what people said.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    journal = _is_journal(stream)
    handler.setFormatter(JsonLines() if form == "json" else TextLines(journal=journal))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)


class TextLines(logging.Formatter):
    """``2026-11-24T09:30:00.000Z info desk claimed session=17 desk=ask``.

    The journal stamps lines itself, so there a line begins with its priority instead.
    """

    def __init__(self, *, journal: bool = False) -> None:
        super().__init__()
        self.journal = journal

    def format(self, record: logging.LogRecord) -> str:
        start = f"<{PRIORITY.get(record.levelno, 6)}>" if self.journal else f"{_time(record)} "
        level, message = record.levelname.lower(), _one_line(record.getMessage())
        fields = [f"{name}={_value(value)}" for name, value in _fields(record).items()]
        line = " ".join((start + level, _area(record), message, *fields))
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class JsonLines(logging.Formatter):
    """One object a line: time, level, area, message, the fields, and ``exception`` if any."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "area": _area(record),
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC).replace(tzinfo=None)
    return f"{moment.isoformat(timespec='milliseconds')}Z"


def _area(record: logging.LogRecord) -> str:
    return record.name.removeprefix("imref.")


def _fields(record: logging.LogRecord) -> Mapping[str, object]:
    return {name: value for name, value in vars(record).items() if name not in ORDINARY}


def _value(value: object) -> str:
    text = str(value)
    plain = text.isprintable() and text and not set(text) & set(' "=')
    return text if plain else json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    """Nobody can forge a log line by a name with a line break in it."""
    return text if text.isprintable() else json.dumps(text, ensure_ascii=False)[1:-1]


def _is_journal(stream: TextIO) -> bool:
    """Whether the stream goes to journald, which says so by device and inode (systemd.exec(5))."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"
