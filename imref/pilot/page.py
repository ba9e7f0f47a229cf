"""What stands on the page of a pilot, so far or as a verdict, whatever it is shown on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from imref.desk.calendar.wallclock import date_at
from imref.pilot.agreed import Pilot, digest
from imref.pilot.judging import Assessment, Judgement, Mark
from imref.pilot.saying import RANGES, day, demand, explained, length, moment, value

NOTHING_SAID: Final = "cannot be said"


@dataclass(frozen=True, slots=True)
class Line:
    """A target on the page: how it stands, the figure, and what is to be said of it."""

    mark: Mark
    state: str
    target: str
    value: str
    words: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on it, in the order of reading. ``broken`` is whether the targets were changed."""

    title: str
    when: str
    summary: str
    lines: tuple[Line, ...]
    demand: tuple[str, ...]
    seal: tuple[str, ...]
    digest: str
    broken: bool
    notes: tuple[str, ...]


def page(assessment: Assessment, titles: Mapping[str, str], *, preview: bool = False) -> Page:
    """The page of a pilot; ``titles`` are those of the desks, by name.

    A ``preview`` is a verdict before its time, and says so.
    """
    pilot = assessment.pilot
    row, zone = pilot.row, assessment.report.period.zone
    where = titles.get(row.desk, row.desk) if row.desk else "all desks"
    kind = "Verdict" if assessment.over and not preview else "So far"
    return Page(
        title=f"Pilot of {where}: {'what the verdict would be now' if preview else kind.lower()}",
        when=_when(assessment, preview=preview),
        summary=_summary(assessment),
        lines=tuple(_line(assessment, each) for each in assessment.judgements),
        demand=tuple(demand(assessment.report)),
        seal=_seal(pilot, moment(row.made, zone)),
        digest=row.digest,
        broken=not pilot.stands,
        notes=(*_reservations(assessment), RANGES),
    )


def days_of(assessment: Assessment) -> tuple[int, int]:
    """Which day of the pilot it is, and how many there are."""
    row, period = assessment.pilot.row, assessment.report.period
    first, last = (date_at(period.zone, at) for at in (row.started, row.until - 1))
    today = date_at(period.zone, max(row.started, period.end - 1))
    return (today - first).days + 1, (last - first).days + 1


def _when(assessment: Assessment, *, preview: bool) -> str:
    row, zone = assessment.pilot.row, assessment.report.period.zone
    today, days = days_of(assessment)
    span = f"{day(row.started, zone)} to {day(row.until - 1, zone)}"
    if row.stopped:
        return f"{span}; stopped on {moment(row.stopped, zone)}: {row.why}"
    if assessment.over and not preview:
        return f"{span}, {days} {'day' if days == 1 else 'days'}"
    return f"{span}; day {today} of {days}"


def _summary(assessment: Assessment) -> str:
    count = len(assessment.judgements)
    met, missed, unsaid = (assessment.count(mark) for mark in Mark)
    if assessment.over:
        parts = [f"{met} of {count} {'target is' if count == 1 else 'targets are'} met"]
        parts += [f"{missed} {'is' if missed == 1 else 'are'} not met"] if missed else []
        parts += [f"{unsaid} cannot be said"] if unsaid else []
        return ", ".join(parts) + "."
    would = sum(_would_be(each) is True for each in assessment.judgements)
    return f"If it ended now, {would} of {count} targets would be met."


def _would_be(judgement: Judgement) -> bool | None:
    if judgement.figure is None:
        return None
    return judgement.target.is_met_by(judgement.figure.value)


def _line(assessment: Assessment, judgement: Judgement) -> Line:
    return Line(
        judgement.mark,
        _state(judgement),
        str(judgement.target),
        value(judgement),
        tuple(explained(assessment, judgement)),
        judgement.pledge.means,
    )


def _state(judgement: Judgement) -> str:
    if judgement.settled and judgement.figure is not None:
        return str(judgement.mark)
    if judgement.figure is None:
        return NOTHING_SAID
    return "open"


def _seal(pilot: Pilot, made: str) -> tuple[str, ...]:
    if pilot.stands:
        return (
            f"These targets were set on {made}. Compare this digest with the one that was written "
            "down then: if it is the same, nothing has been changed since.",
        )
    return (
        f"THE TARGETS THAT ARE KEPT ARE NOT THOSE THAT WERE SET on {made}. "
        "This page proves nothing.",
        f"The digest of what is kept now is {digest(pilot.row)}; the one taken then is:",
    )


def _reservations(assessment: Assessment) -> list[str]:
    """What the figures cannot know."""
    down = sum(sum(map(sum, each.down)) for each in assessment.report.coverage)
    notes = []
    if down >= 1:
        notes.append(
            f"imref itself did not run for {length(down)} of the promised hours; nobody knows "
            "what would have been asked then."
        )
    if assessment.pilot.row.stopped:
        notes.append("It was stopped before its time, so fewer could ask than was planned for.")
    return notes
