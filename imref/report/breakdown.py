"""A breakdown: the figures once more, row by row."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from imref.report.judging import Judged
from imref.report.model import Breakdown, By, Row
from imref.report.sheets import Group, Sheet
from imref.report.wall import QUARTER, Mondays

HOURS = tuple(str(hour) for _ in range(7) for hour in range(24))
WEEKDAYS = tuple(str(day) for day in range(7) for _ in range(24))


def keys_by(by: By, zone: tzinfo) -> Callable[[Judged], Iterable[str]]:
    """How the sessions of a batch are sorted into rows."""
    match by:
        case By.HOUR:
            return lambda batch: [HOURS[hour] for hour in batch.hours]
        case By.WEEKDAY:
            return lambda batch: [WEEKDAYS[hour] for hour in batch.hours]
        case By.WEEK:
            mondays = Mondays(zone)
            return lambda batch: [mondays[int(at // QUARTER)] for at in batch.cases.opened]
        case By.DESK:
            return lambda batch: batch.cases.desk
        case By.STAFF:
            return lambda batch: batch.cases.owner
        case By.CHANNEL:
            return lambda batch: batch.cases.channel
        case By.OUTCOME:
            return lambda batch: batch.cases.outcome


def breakdown(by: By, sheet: Sheet[str]) -> Breakdown:
    """The rows of a sheet in order: hours and weekdays by number, all else by the alphabet."""
    rows = sheet.rows()
    return Breakdown(by, tuple(_row(key, rows[key]) for key in sorted(rows, key=_in_order)))


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdecimal() else (0, key)


def _row(key: str, group: Group) -> Row:
    waits = group.waits(kept=False, with_curve=False)
    return Row(key, group.fates(), group.closed(), waits)
