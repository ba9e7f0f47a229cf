"""Coverage: the hours that were promised, held against those in which somebody was there."""

from collections.abc import Collection, Sequence
from datetime import tzinfo

from sqlalchemy import Connection

from imref.desk.agreement import Agreement
from imref.desk.intervals import Interval
from imref.report.attendance import Attendance, attendances
from imref.report.model import Coverage, Gap
from imref.report.period import Period
from imref.report.weekclock import minutes
from imref.store.footings import asked_in, presences


def coverage(
    connection: Connection,
    agreement: Agreement,
    period: Period,
    desks: Collection[str],
    now: float,
) -> tuple[Coverage, ...]:
    """The coverage of each of these desks in a period, as far as it is over ``now``."""
    return tuple(
        covered(each, asked_in(connection, name, each.nobody), period.zone)
        for name, each in attended(connection, agreement, period, desks, now).items()
    )


def attended(
    connection: Connection,
    agreement: Agreement,
    period: Period,
    desks: Collection[str],
    now: float,
) -> dict[str, Attendance]:
    """The attendance of each of these desks in a period, as far as it is over ``now``."""
    over = Interval(period.start, max(period.start, min(period.end, now)))
    return attendances(presences(connection, over.end, now), agreement, over, desks)


def covered(attendance: Attendance, asked: Sequence[int], zone: tzinfo) -> Coverage:
    """One desk's coverage; ``asked`` is how many came in each stretch of its ``nobody``."""
    return Coverage(
        attendance.desk,
        promised=minutes(attendance.promised, zone),
        staffed=minutes(attendance.staffed, zone),
        kept=minutes(attendance.kept, zone),
        down=minutes(attendance.down, zone),
        nobody=tuple(
            Gap(gap.start, gap.end, count)
            for gap, count in zip(attendance.nobody, asked, strict=True)
        ),
    )
