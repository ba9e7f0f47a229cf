"""A report as one long table: a figure a line, for spreadsheets and statistics programs (CSV).

Columns (docs/reports.md tells what is in each): part, name, by, key, weekday, hour, measure,
value, unit. A hidden figure has no value; a figure that there is nothing to say of has no line.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO, NamedTuple

from imref.config.weekly import DAYS
from imref.report.model import (
    Breakdown,
    Count,
    Coverage,
    Fates,
    Ledger,
    Person,
    Promises,
    Report,
    Waits,
)


class Line(NamedTuple):
    """One figure. ``name`` is a desk, page, partner or librarian; "" where there is none."""

    part: str
    name: str = ""
    by: str = ""
    key: str = ""
    weekday: str = ""
    hour: str = ""
    measure: str = ""
    value: str = ""
    unit: str = ""


def write_csv(report: Report, to: IO[str]) -> None:
    """Write the table with a line of heads (RFC 4180). Open files with ``newline=""``."""
    writer = csv.writer(to)
    writer.writerow(Line._fields)
    writer.writerows(lines(report))


def lines(report: Report) -> Iterator[Line]:
    """Every figure of the report, in the order of the report."""
    zone = report.period.zone
    for measure, at in (("from", report.period.start), ("until", report.period.end)):
        said = datetime.fromtimestamp(at, zone).isoformat()
        yield Line("period", measure=measure, value=said, unit="moment")
    yield from _fates(Line("fates"), report.fates)
    for measure in ("asked", "closed", "unstaffed"):
        yield from _week("demand", "", measure, getattr(report.demand, measure), "questions")
    for each in report.coverage:
        yield from _coverage(each, report)
    yield from _waits(Line("waits", key="open"), report.waits)
    yield from _waits(Line("waits", key="kept"), report.kept_waits)
    yield from _conversations(report)
    yield from _ledger(report.ledger)
    for person in report.people:
        yield from _person(person)
    for found in report.breakdowns:
        yield from _breakdown(found)


def _value(base: Line, measure: str, value: float | None, unit: str) -> Line:
    said = "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)
    return base._replace(measure=measure, value=said, unit=unit)


def _known(base: Line, measure: str, value: float | None, unit: str) -> Iterator[Line]:
    if value is not None:
        yield _value(base, measure, value, unit)


def _fates(base: Line, fates: Fates) -> Iterator[Line]:
    for measure, number in {"asked": fates.asked, **fates.parts, **fates.apart}.items():
        yield _value(base, measure, number, "questions")


def _week(
    part: str, name: str, measure: str, grid: Sequence[Sequence[float | None]], unit: str
) -> Iterator[Line]:
    for day, hours in zip(DAYS, grid, strict=True):
        for hour, value in enumerate(hours):
            yield _value(Line(part, name, weekday=day, hour=str(hour)), measure, value, unit)


def _coverage(each: Coverage, report: Report) -> Iterator[Line]:
    for measure in ("promised", "staffed", "kept", "down"):
        yield from _week("coverage", each.desk, measure, getattr(each, measure), "minutes")
    for gap in each.nobody:
        began = datetime.fromtimestamp(gap.start, report.period.zone).isoformat()
        yield _value(Line("nobody", each.desk, key=began), "length", gap.length, "seconds")


def _waits(base: Line, waits: Waits) -> Iterator[Line]:
    for measure in ("asked", "answered", "left"):
        yield _value(base, measure, getattr(waits, measure), "questions")
    for measure in ("median", "p90", "half"):
        yield from _known(base, measure, getattr(waits, measure), "seconds")
    for seconds, number in waits.within.items():
        yield _value(base, f"within_{seconds:g}_s", number, "questions")
    for point in waits.curve:
        at = base._replace(part="survival", by="seconds", key=f"{point.seconds:g}", name=base.key)
        for measure in ("share", "low", "high"):
            yield _value(at, measure, float(getattr(point, measure)), "share")


def _conversations(report: Report) -> Iterator[Line]:
    talks, base = report.conversations, Line("conversations")
    yield _value(base, "count", talks.count, "sessions")
    for measure in ("median_length", "p90_length"):
        yield from _known(base, measure, getattr(talks, measure), "seconds")
    for measure in ("median_messages", "p90_messages"):
        yield from _known(base, measure, getattr(talks, measure), "messages")
    yield _value(base, "asked_lines", talks.asked_lines, "messages")
    yield _value(base, "answer_lines", talks.answer_lines, "messages")
    yield _value(base, "peak", talks.peak, "sessions")
    for number, seconds in enumerate(talks.at_once, 1):
        yield _value(base._replace(by="at once", key=str(number)), "time", seconds, "seconds")


def _ledger(ledger: Ledger) -> Iterator[Line]:
    for measure in ("walk_ins", "calls", "messages"):
        yield from _week("book", "", measure, getattr(ledger, measure), "questions")
    yield from _week("book", "", "engaged", ledger.engaged, "minutes")
    yield from _promises(Line("promises"), ledger.promises)
    for part, numbers, unit in (
        ("read", ledger.read, "sessions"),
        ("ratings", ledger.ratings, "patrons"),
    ):
        for given, number in enumerate(numbers, 1):
            yield _value(Line(part, by="level", key=str(given)), "count", number, unit)
    for page in ledger.pages:
        yield from _counts(Line("pages", page.slug), {"read": page.read, "settled": page.settled})
    for each in ledger.partners:
        base = Line("partners", each.title)
        uses = {"sent": each.sent, "answered": each.answered, "came_home": each.came_home}
        yield from _counts(base, uses)
        yield _value(base, "agreed", each.minutes, "minutes")
    yield from _counts(
        Line("delivery"), {"undelivered": ledger.undelivered, "mailed": ledger.mailed}, "answers"
    )


def _counts(base: Line, numbers: Mapping[str, Count], unit: str = "questions") -> Iterator[Line]:
    for measure, number in numbers.items():
        yield _value(base, measure, number, unit)


def _promises(base: Line, made: Promises) -> Iterator[Line]:
    for measure in ("kept", "late", "broken", "dropped", "open"):
        yield _value(base, measure, getattr(made, measure), "promises")


def _person(person: Person) -> Iterator[Line]:
    base = Line("people", person.name)
    yield _value(base, "answered", person.answered, "questions")
    yield _value(base, "on_duty", person.minutes, "minutes")
    yield from _known(base, "median_wait", person.median_wait, "seconds")
    yield from _promises(base, person.promises)
    for given, number in enumerate(person.ratings, 1):
        yield _value(base._replace(by="rating", key=str(given)), "count", number, "patrons")
    yield _value(base, "walk_ins", person.walk_ins, "questions")
    yield _value(base, "calls", person.calls, "questions")


def _breakdown(found: Breakdown) -> Iterator[Line]:
    for row in found.rows:
        base = Line("breakdown", by=found.by, key=row.key)
        yield from _fates(base, row.fates)
        yield _value(base, "closed", row.closed, "questions")
        waits = row.waits
        yield _value(base, "waits_asked", waits.asked, "questions")
        yield _value(base, "waits_answered", waits.answered, "questions")
        yield from _known(base, "median", waits.median, "seconds")
        yield from _known(base, "p90", waits.p90, "seconds")
        for seconds, number in waits.within.items():
            yield _value(base, f"within_{seconds:g}_s", number, "questions")
