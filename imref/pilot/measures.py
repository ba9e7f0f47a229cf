"""What a target can be set for: each measure by its name, what it means, and where it is read.

A measure is read from a report and counts nothing itself, so a pilot and `imref report` can never
say two things of the same weeks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from imref.pilot.chance import Span, of_count, of_quantile, of_share
from imref.report.model import WITHIN, Coverage, Fates, Report, Waits, total


class Kind(StrEnum):
    """What a measure is measured in: things, per cent of things, or time."""

    COUNT = "count"
    SHARE = "share"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a report says of a measure.

    ``value`` is a count, a part of 1, or seconds. A share is ``some`` ``of`` so many; what came of
    single ``values`` (seconds) has them. ``span`` is how far chance alone may have moved it; None
    where nothing is left to chance, or too little is known.
    """

    value: float
    some: float = 0
    of: float = 0
    values: tuple[float, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that a target can be set for.

    ``about`` says what is counted; it is kept with a pilot, so that what was meant stays what was
    said. ``things`` and ``among`` name what a share is a share of, ``thing`` one of them.
    """

    name: str
    kind: Kind
    about: str
    read: Callable[[Report], Figure | None]
    thing: str = ""
    things: str = ""
    among: str = ""


MEASURES: dict[str, Measure] = {}
"""Every measure by its name, in the order in which they are explained."""


def _enter(measure: Measure) -> None:
    MEASURES[measure.name] = measure


def _counted(read: Callable[[Report], int | None]) -> Callable[[Report], Figure | None]:
    def figure(report: Report) -> Figure | None:
        count = read(report)
        return None if count is None else Figure(count, span=of_count(count))

    return figure


def _shared(read: Callable[[Report], tuple[int, int]]) -> Callable[[Report], Figure | None]:
    def figure(report: Report) -> Figure | None:
        some, of = read(report)
        return Figure(some / of, some, of, span=of_share(some, of)) if of else None

    return figure


def _fate(name: str) -> Callable[[Report], int | None]:
    def read(report: Report) -> int | None:
        count: int | None = getattr(report.fates, name)
        return count

    return read


def _of_asked(name: str) -> Callable[[Report], tuple[int, int]]:
    return lambda report: (getattr(report.fates, name) or 0, asked(report.fates))


def asked(fates: Fates) -> int:
    """How many questions there were."""
    return fates.asked or 0


def closed_hours(report: Report) -> tuple[int, int]:
    """How many were asked while the desk was closed, and how many in all."""
    return total(report.demand.closed), asked(report.fates)


def _unstaffed(report: Report) -> tuple[int, int]:
    return total(report.demand.unstaffed), asked(report.fates)


def _within(seconds: float) -> Callable[[Report], tuple[int, int]]:
    return lambda report: (report.waits.within.get(seconds) or 0, report.waits.asked or 0)


def answered_waits(waits: Waits) -> tuple[float, ...]:
    """The waits of those who were answered, as the survival curve holds them.

    At each step of it, the part of those who still waited that did so no longer was answered.
    """
    found: list[float] = []
    before = 1.0
    for point in waits.curve:
        if before > 0 and point.waiting:
            found += [point.seconds] * round(point.waiting * (1 - point.share / before))
        before = point.share
    return tuple(found)


def _waited(part: float) -> Callable[[Report], Figure | None]:
    def figure(report: Report) -> Figure | None:
        value = report.waits.median if part == 0.5 else report.waits.p90
        if value is None:
            return None
        values = answered_waits(report.waits)
        return Figure(value, values=values, span=of_quantile(values, part) or Span(0.0, inf))

    return figure


def _coverage(report: Report) -> Figure | None:
    kept, promised = (
        sum(_minutes(each, name) for each in report.coverage) for name in ("kept", "promised")
    )
    return Figure(kept / promised, kept, promised) if promised else None


def _minutes(coverage: Coverage, name: str) -> float:
    return float(sum(map(sum, getattr(coverage, name))))


def _promises(report: Report) -> tuple[int, int]:
    made = report.ledger.promises
    kept = made.kept or 0
    return kept, kept + (made.late or 0) + (made.broken or 0)


def _read_from(level: int) -> Callable[[Report], tuple[int, int]]:
    def read(report: Report) -> tuple[int, int]:
        levels = [each or 0 for each in report.ledger.read]
        return sum(levels[level - 1 :]), sum(levels)

    return read


def _rated(report: Report) -> tuple[int, int]:
    ratings = [each or 0 for each in report.ledger.ratings]
    return sum(ratings[3:]), sum(ratings)


QUESTIONS = "questions"
OPEN = "questions that came while the desk was open"

_FATES: Mapping[str, str] = {
    "asked": "Questions of patrons, at all hours. Rehearsals, daily checks and spam are no "
    "questions.",
    "answered": "Questions that a human answered, here or at a partner library, or a help page "
    "did.",
    "lost": "Questions whose patron left before anybody said a word.",
    "unanswered": "Questions whose patron stayed, and the library did not answer or broke its "
    "promise.",
    "held": "Questions whose answer is still to come.",
    "referred": "Questions that a librarian passed on to somebody else.",
}

for _name, _about in _FATES.items():
    _enter(Measure(_name, Kind.COUNT, _about, _counted(_fate(_name)), "question", QUESTIONS))
for _name in ("answered", "lost", "unanswered"):
    _enter(
        Measure(
            f"{_name} share",
            Kind.SHARE,
            f"Of all questions asked, those that were {_name} (see {_name}).",
            _shared(_of_asked(_name)),
            f"question {_name}",
            f"questions {_name}",
            QUESTIONS,
        )
    )
for _seconds in WITHIN:
    _enter(
        Measure(
            f"answered within {_seconds:g} s",
            Kind.SHARE,
            "Of the questions that came while the desk was open, those to which a librarian "
            f"wrote the first words within {_seconds:g} seconds. Who left before that, or got no "
            "answer, counts as not answered in time.",
            _shared(_within(_seconds)),
            f"question answered within {_seconds:g} s",
            f"questions answered within {_seconds:g} s",
            OPEN,
        )
    )
_enter(
    Measure(
        "median wait",
        Kind.TIME,
        "Of the questions that came while the desk was open and were answered: half had the "
        "first words of a human within this time, half later.",
        _waited(0.5),
    )
)
_enter(
    Measure(
        "p90 wait",
        Kind.TIME,
        "Of the questions that came while the desk was open and were answered: nine of ten had "
        "the first words of a human within this time, one later.",
        _waited(0.9),
    )
)
_enter(
    Measure(
        "closed-hours share",
        Kind.SHARE,
        "Of all questions asked, those that came while the desk was closed.",
        _shared(closed_hours),
        "question in closed hours",
        "questions in closed hours",
        QUESTIONS,
    )
)
_enter(
    Measure(
        "unstaffed share",
        Kind.SHARE,
        "Of all questions asked, those that came while the desk was open as promised and nobody "
        "was there.",
        _shared(_unstaffed),
        "question with nobody there",
        "questions with nobody there",
        QUESTIONS,
    )
)
_enter(
    Measure(
        "coverage",
        Kind.SHARE,
        "Of the minutes that were promised as open, those in which somebody was on duty.",
        _coverage,
        among="promised time",
    )
)
_enter(
    Measure(
        "follow-ups kept share",
        Kind.SHARE,
        "Of the answers promised for later whose time is over, those that came in time.",
        _shared(_promises),
        "promise kept in time",
        "promises kept in time",
        "promises",
    )
)
for _level in range(2, 7):
    _enter(
        Measure(
            f"READ {_level}+ share",
            Kind.SHARE,
            f"Of the questions to which a READ level was given, those of level {_level} or more.",
            _shared(_read_from(_level)),
            f"question of READ {_level} or more",
            f"questions of READ {_level} or more",
            "questions with a READ level",
        )
    )
_enter(
    Measure(
        "rated 4+ share",
        Kind.SHARE,
        "Of the conversations that their patrons rated from 1 to 5, those with a 4 or a 5.",
        _shared(_rated),
        "conversation rated 4 or 5",
        "conversations rated 4 or 5",
        "rated conversations",
    )
)
_enter(
    Measure(
        "undelivered",
        Kind.COUNT,
        "Answers that could not be delivered to the patron.",
        _counted(lambda report: report.ledger.undelivered),
        "answer that bounced",
        "answers that bounced",
    )
)
