"""How a pilot stands, from what is kept: the figures are those of `imref report`, of its time."""

from pathlib import Path

from imref.desk.agreement import Agreement
from imref.pilot.agreed import Pilot, read
from imref.pilot.judging import Assessment, assess
from imref.report.compose import report
from imref.report.period import Period
from imref.store.evidence import Evidence
from imref.store.pilots import read_pilots


def pilots(database: Path) -> list[Pilot]:
    """All pilots, oldest first. Raises StoreError, and NotAgreed for one that cannot be read."""
    return [read(row) for row in read_pilots(database)]


def last_of(found: list[Pilot], now: float, desk: str | None = None) -> Pilot | None:
    """The pilot that runs, or else the last one there was; of ``desk`` alone if that is named."""
    chosen = [each for each in found if desk is None or each.row.desk == desk]
    running = [each for each in chosen if each.runs(now)]
    return max(running or chosen, key=lambda each: each.row.number, default=None)


def reckon(
    pilot: Pilot, database: Path, agreement: Agreement, now: float, *, as_if_over: bool = False
) -> Assessment:
    """How a pilot stands now (Unix seconds). Raises StoreError."""
    desk = agreement.desks.get(pilot.row.desk) or next(iter(agreement.desks.values()))
    until = max(pilot.row.started, min(now, pilot.end))
    period = Period(pilot.row.started, until, desk.hours.zone)
    desks = (pilot.row.desk,) if pilot.row.desk else ()
    with Evidence(database) as evidence:
        figures = report(evidence, agreement, period, desks, now=now)
    return assess(pilot, figures, now, as_if_over=as_if_over)


def titles(agreement: Agreement) -> dict[str, str]:
    """The titles of the desks by their names."""
    return {name: desk.title for name, desk in agreement.desks.items()}
