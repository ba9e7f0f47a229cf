"""A whole report: what was asked, what became of it, and who was there, over some days.

Everything in it is a number, a name of the library's own, or a moment of the library's own: no
words of anybody, no address, no patron. `docs/figures.md` says what each figure means.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from imref.desk.intervals import Interval
from imref.report.period import Period

Count = int | None
"""How many; None where it was hidden from those outside the house (`discretion`)."""

Seconds = float | None
"""A length of time in seconds; None where there is nothing to say it of, or it was hidden."""

WeekCounts = tuple[tuple[Count, ...], ...]
"""How many in each hour of the week, on the wall: ``[weekday][hour]``, Monday is 0."""

WeekMinutes = tuple[tuple[float, ...], ...]
"""Minutes in each hour of the week, likewise, summed over all the weeks of the period."""

WITHIN = (20.0, 60.0, 90.0)
"""Seconds within which answers are counted: the field's targets, and RUSA's limit to greet."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the sessions of the period: each is counted in exactly one place.

    ``asked`` is the sum of the five after it; rehearsals and spam stand apart. Raises ValueError
    when exact figures do not add up.
    """

    asked: Count = 0
    answered: Count = 0
    lost: Count = 0
    unanswered: Count = 0
    held: Count = 0
    referred: Count = 0
    practice: Count = 0
    spam: Count = 0
    rounded: bool = False

    def __post_init__(self) -> None:
        parts = [each for each in self.parts.values() if each is not None]
        whole = self.asked is not None and len(parts) == len(self.parts)
        if whole and not self.rounded and sum(parts) != self.asked:
            raise ValueError(f"{self.asked} asked, but {self.parts}")

    @property
    def parts(self) -> Mapping[str, Count]:
        """The five that add up to what was asked."""
        return {name: getattr(self, name) for name in PARTS}

    @property
    def apart(self) -> Mapping[str, Count]:
        """What is no question of a patron."""
        return {"practice": self.practice, "spam": self.spam}


PARTS = ("answered", "lost", "unanswered", "held", "referred")


@dataclass(frozen=True, slots=True)
class Demand:
    """When people asked, closed hours included; rehearsals and spam are left out.

    ``closed`` are those that came while the desk was closed, ``unstaffed`` those that came while
    it was open as promised and nobody was there: both are part of ``asked``.
    """

    asked: WeekCounts
    closed: WeekCounts
    unstaffed: WeekCounts


@dataclass(frozen=True, slots=True, order=True)
class Gap(Interval):
    """A stretch, promised, in which nobody was there; ``asked`` is how many came in it."""

    asked: Count = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one desk promised and what it kept, in minutes on the wall of an hour of the week.

    ``kept`` are the minutes that were promised and staffed, ``staffed`` all that were, also beyond
    what was promised; ``down`` are promised minutes in which imref itself did not run, or had no
    link to the server. ``nobody`` are the stretches, promised, in which nobody was there, in order,
    from a minute on; an outage of imref is none.
    """

    desk: str
    promised: WeekMinutes
    staffed: WeekMinutes
    kept: WeekMinutes
    down: WeekMinutes
    nobody: tuple[Gap, ...] = ()

    @property
    def share(self) -> float | None:
        """Kept of promised, 0 to 1; None when nothing was promised."""
        promised = sum(map(sum, self.promised))
        return sum(map(sum, self.kept)) / promised if promised else None


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a survival curve: after ``seconds`` this ``share`` still waits (Kaplan-Meier).

    ``low`` and ``high`` bound it with 95 % confidence; ``waiting`` is how many were seen to wait
    just before.
    """

    seconds: float
    share: float
    low: float
    high: float
    waiting: Count


@dataclass(frozen=True, slots=True)
class Waits:
    """From the question to the first words of a human, in seconds.

    ``asked`` are all whose wait is counted here, and what every share is a share of: who got no
    answer has not got one in time. ``answered`` of them were answered, ``left`` went away first,
    the others wait or were closed without an answer. ``median`` and ``p90`` are of those who were
    answered (the nearest rank); ``within`` says how many were answered in so many seconds.
    ``curve`` counts everybody for as long as they were seen to wait, and ``half`` is when half of
    them would have had an answer if nobody left: None when fewer than half do.
    """

    asked: Count = 0
    answered: Count = 0
    left: Count = 0
    median: Seconds = None
    p90: Seconds = None
    within: Mapping[float, Count] = field(default_factory=lambda: dict.fromkeys(WITHIN, 0))
    curve: tuple[Point, ...] = ()
    half: Seconds = None

    def share_within(self, seconds: float) -> float | None:
        """The share, 0 to 1, of all who asked that was answered in ``seconds``, one of `WITHIN`."""
        count = self.within.get(seconds)
        return count / self.asked if self.asked and count is not None else None


@dataclass(frozen=True, slots=True)
class Conversations:
    """The sessions in which somebody answered: how long, how much, how many at once.

    Lengths are seconds from the first answer to the last words. ``asked_lines`` and
    ``answer_lines`` are all messages of patrons and to them. ``peak`` is the most at once, first at
    ``peak_at`` (Unix seconds; 0: not said); ``at_once`` the seconds with exactly 1, 2, … at once.
    """

    count: Count = 0
    median_length: Seconds = None
    p90_length: Seconds = None
    median_messages: float | None = None
    p90_messages: float | None = None
    asked_lines: Count = 0
    answer_lines: Count = 0
    peak: int = 0
    peak_at: float = 0.0
    at_once: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Promises:
    """Follow-ups made in the period: answered in time or late, never, taken back, or still due."""

    kept: Count = 0
    late: Count = 0
    broken: Count = 0
    dropped: Count = 0
    open: Count = 0


@dataclass(frozen=True, slots=True)
class PageUse:
    """A help page: to how many it was shown, and whose question it settled."""

    slug: str
    read: Count = 0
    settled: Count = 0


@dataclass(frozen=True, slots=True)
class PartnerUse:
    """Another library: questions that went there, were answered there, or were taken back.

    ``minutes`` are how long it was to cover for us, by the agreement.
    """

    title: str
    sent: Count = 0
    answered: Count = 0
    came_home: Count = 0
    minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class Ledger:
    """Desk, phone and messages in one book, and what else belongs to the service.

    ``read`` counts the levels 1 to 6 of the READ scale, ``ratings`` patrons' 1 to 5; both leave out
    sessions that have none. ``engaged`` are the minutes of librarians with walk-ins and calls.
    ``undelivered`` are answers that bounced, ``mailed`` those of them that went out by mail.
    """

    walk_ins: WeekCounts
    calls: WeekCounts
    messages: WeekCounts
    engaged: WeekMinutes
    promises: Promises = Promises()
    read: tuple[Count, ...] = (0,) * 6
    ratings: tuple[Count, ...] = (0,) * 5
    pages: tuple[PageUse, ...] = ()
    partners: tuple[PartnerUse, ...] = ()
    undelivered: Count = 0
    mailed: Count = 0


@dataclass(frozen=True, slots=True)
class Person:
    """One librarian's figures. They never leave the house, and few in it are shown them.

    ``name`` is the staff name; ``answered`` are the sessions that they had last and that were
    answered, ``minutes`` on duty. ``walk_ins`` and ``calls`` are of all desks.
    """

    name: str
    answered: int = 0
    minutes: float = 0.0
    median_wait: Seconds = None
    promises: Promises = Promises()
    ratings: tuple[int, ...] = (0,) * 5
    walk_ins: int = 0
    calls: int = 0


class By(StrEnum):
    """By what a report can be broken down."""

    HOUR = "hour"
    WEEKDAY = "weekday"
    WEEK = "week"
    DESK = "desk"
    STAFF = "staff"
    CHANNEL = "channel"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown.

    ``key`` is "0" to "23" for an hour, "0" (Monday) to "6" for a weekday, the ISO date of the
    Monday for a week, else a name of the library's own ("": nobody, not known).
    """

    key: str
    fates: Fates
    closed: Count
    waits: Waits


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The figures once more, row by row; the rows of one add up to the whole."""

    by: By
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said of a period at these ``desks`` (names), as of ``made`` (Unix seconds).

    ``waits`` are of questions that came while the desk was open, ``kept_waits`` of those that came
    while it was closed and were kept. ``hidden`` is whether it was made fit to leave the house.
    """

    period: Period
    desks: tuple[str, ...]
    made: float
    fates: Fates
    demand: Demand
    coverage: tuple[Coverage, ...]
    waits: Waits
    kept_waits: Waits
    conversations: Conversations
    ledger: Ledger
    people: tuple[Person, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    hidden: bool = False

    def by(self, what: By) -> Breakdown | None:
        """The breakdown by this, if it was asked for."""
        return next((each for each in self.breakdowns if each.by is what), None)


NO_COUNTS: WeekCounts = ((0,) * 24,) * 7
NO_MINUTES: WeekMinutes = ((0.0,) * 24,) * 7


def hours_of_week() -> Iterator[tuple[int, int]]:
    """Every weekday and hour, in order."""
    return ((day, hour) for day in range(7) for hour in range(24))


def total(counts: WeekCounts) -> int:
    """All of them together, as far as they are not hidden."""
    return sum(each for day in counts for each in day if each is not None)
