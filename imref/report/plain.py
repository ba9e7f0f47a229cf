"""A report as JSON: the same figures under stable names, for other programs.

The names are those of `model`, the shape is documented in docs/reports.md. ``version`` grows by one
when something that was there means something else or is gone; what is added does not change it.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, tzinfo
from enum import Enum
from typing import IO

from imref.desk.intervals import Interval
from imref.report.model import Report
from imref.report.period import Period

SCHEMA, VERSION = "imref-report", 1

MOMENTS = ("made", "peak_at")
"""Fields that are moments: they are written as such, in the library's time (ISO 8601)."""


def write_json(report: Report, to: IO[str]) -> None:
    """Write the report, indented; a hidden figure is null."""
    json.dump(plain(report), to, indent=2, ensure_ascii=False)
    to.write("\n")


def plain(report: Report) -> dict[str, object]:
    """The report as lists, mappings, numbers and words."""
    found = _plain(report, report.period.zone)
    assert isinstance(found, dict)
    return {"schema": SCHEMA, "version": VERSION, **found}


def _plain(value: object, zone: tzinfo) -> object:
    match value:
        case Period():
            return {**_stretch(value.start, value.end, zone), "zone": str(value.zone)}
        case Interval():
            return _stretch(value.start, value.end, zone)
        case Enum():
            return value.value
        case Mapping():
            return {f"{key:g}": _plain(each, zone) for key, each in value.items()}
        case tuple():
            return [_plain(each, zone) for each in value]
        case _ if is_dataclass(value):
            return {
                field.name: _field(field.name, getattr(value, field.name), zone)
                for field in fields(value)
            }
        case _:
            return value


def _field(name: str, value: object, zone: tzinfo) -> object:
    if name in MOMENTS and isinstance(value, float):
        return _said(value, zone) if value else None
    return _plain(value, zone)


def _stretch(start: float, end: float, zone: tzinfo) -> dict[str, object]:
    return {"from": _said(start, zone), "until": _said(end, zone)}


def _said(at: float, zone: tzinfo) -> str:
    return datetime.fromtimestamp(at, zone).isoformat()
