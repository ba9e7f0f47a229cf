"""The section ``log``: what is written, and how."""

from enum import StrEnum

from pydantic import (
    Field,
)

from imref.config.section import Section


class LogFormat(StrEnum):
    """How a log line is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """The least important line that is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Log(Section):
    """What imref writes to standard error, where systemd picks it up."""

    format: LogFormat = Field(
        default=LogFormat.TEXT,
        description="text: key=value lines for people. json: one object a line.",
    )
    level: LogLevel = Field(
        default=LogLevel.INFO,
        description="The least important line that is written: debug, info, warning or error. "
        "What people write to each other is never logged.",
    )
