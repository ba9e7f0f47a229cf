"""The statistics without anybody in them: one row a session, as coarse as figures allow (CSV).

No words, no addresses, no aliases, no names, no number that two rows would share. Times are hours
of the day, waits steps of five seconds and more, lengths whole minutes; within an hour the rows
stand in the order of their values, so that their order tells nothing.
"""

import csv
from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import groupby
from typing import IO, NamedTuple

from imref.report.judging import Judge, Judged
from imref.report.period import Period
from imref.store.evidence import Evidence

STEPS = ((600, 5), (7200, 60), (float("inf"), 900))
"""Up to so many seconds, a wait is rounded to so many: who waited long has few beside them."""


class Row(NamedTuple):
    """One session. ``docs/reports.md`` tells what is in each column."""

    hour: str
    desk: str
    channel: str
    fate: str
    closed: str
    wait_s: str
    length_min: str
    asked_messages: int
    answer_messages: int
    read: str


def write_anonymous(evidence: Evidence, period: Period, now: float, to: IO[str]) -> int:
    """Write the table with a line of heads, and say how many sessions are in it.

    ``now`` is Unix seconds. Raises StoreError when the database cannot be read.
    """
    writer, written = csv.writer(to), 0
    writer.writerow(Row._fields)
    for _, rows in groupby(_rows(evidence, period, now), key=lambda row: row.hour):
        together = sorted(rows)
        writer.writerows(together)
        written += len(together)
    return written


def _rows(evidence: Evidence, period: Period, now: float) -> Iterator[Row]:
    judge = Judge(period.zone, now)
    with evidence.looked_at() as view:
        for cases in view.cases(period.start, period.end):
            yield from _coarse(judge.judge(cases), period.zone)


def _coarse(batch: Judged, zone: tzinfo) -> Iterator[Row]:
    cases = batch.cases
    for place, kind in enumerate(batch.kinds):
        opened, last = cases.opened[place], cases.last_words[place]
        answered = cases.first_answer[place] if kind.answered else 0.0
        yield Row(
            datetime.fromtimestamp(opened, zone).strftime("%Y-%m-%dT%H%z"),
            cases.desk[place],
            cases.channel[place],
            kind.fate,
            "yes" if kind.kept else "no",
            _wait(answered - opened) if answered else "",
            str(round(max(0.0, last - answered) / 60)) if answered else "",
            cases.asked_lines[place],
            cases.answer_lines[place],
            str(cases.read[place] or ""),
        )


def _wait(seconds: float) -> str:
    step = next(step for up_to, step in STEPS if seconds <= up_to)
    return str(step * round(seconds / step))
