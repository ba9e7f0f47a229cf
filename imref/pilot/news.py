"""What the service tells of the pilots that run, or have just ended."""

from pathlib import Path

from imref.desk.agreement import Agreement
from imref.desk.errands import ReadPilots
from imref.desk.events import PilotsRead
from imref.desk.figures.pilot_figures import PilotStands, TargetStands, TargetState
from imref.pilot.judging import Assessment, Judgement, Mark
from imref.pilot.measures import Kind
from imref.pilot.page import days_of
from imref.pilot.reckoning import pilots, reckon


def news(database: Path, agreement: Agreement, asked: ReadPilots, now: float) -> PilotsRead:
    """How the pilots stand that have begun and have not ended before ``asked.since``.

    Raises StoreError, and NotAgreed where what is kept of one cannot be read.
    """
    found = [each for each in pilots(database) if each.row.started < now and each.end > asked.since]
    return PilotsRead(tuple(_stands(reckon(each, database, agreement, now)) for each in found))


def _stands(assessment: Assessment) -> PilotStands:
    today, days = days_of(assessment)
    return PilotStands(
        desk=assessment.pilot.row.desk,
        day=today,
        days=days,
        over=assessment.over,
        targets=tuple(
            TargetStands(str(each.target), _value(each), _state(each))
            for each in assessment.judgements
        ),
        changed=not assessment.pilot.stands,
    )


def _value(judgement: Judgement) -> str:
    """The figure in signs that every language reads: "29/36 = 80.6 %"."""
    figure, target = judgement.figure, judgement.target
    if figure is None:
        return "–"
    spelt = target.spell(figure.value)
    counted = target.measure.kind is Kind.SHARE and target.measure.thing
    return f"{figure.some:g}/{figure.of:g} = {spelt}" if counted else spelt


def _state(judgement: Judgement) -> TargetState:
    if judgement.figure is None:
        return TargetState.NOTHING
    if judgement.settled:
        return TargetState.MET if judgement.mark is Mark.MET else TargetState.MISSED
    if judgement.target.is_met_by(judgement.figure.value):
        return TargetState.WOULD_BE_MET
    return TargetState.WOULD_BE_MISSED
