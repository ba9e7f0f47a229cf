"""What a simulated run is made of (who asks, who works, under which agreement) and its result.

All moments are Unix seconds, all lengths seconds. A run is a value: the same one gives the same
result, on any machine, whatever else runs there.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from imref.desk.agreement import Agreement
from imref.desk.duty.order import Channel as Way
from imref.desk.model import Channel

FATES: Final = ("answered", "lost", "unanswered", "held", "referred")
"""What may become of a simulated question, in the order of its codes in `Questions.fate`."""

NOBODY: Final = -1
"""The code of a question that no librarian had."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One question: when, at which desk, how long its patron waits for an answer, and the work.

    ``service`` is the librarian's work from the first words to the close, as long as it is the only
    session. Who waits longer than ``patience`` leaves (see `simulate.patrons`); ``stays`` is
    whether the patron of a kept question is still online when it is dealt out; before that, one who
    ``cancels`` takes it back, and one who ``reads`` does, too, since a help page has settled it.
    Guests of the library's page (``WEB``) show that they are there and that they have gone; others
    say good-bye.
    """

    at: float
    desk: str
    patience: float
    service: float
    language: str = ""
    channel: Channel = Channel.IM
    stays: bool = False
    cancels: bool = False
    reads: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody (a staff name) is online and shows that they are free, from ``start`` to ``end``."""

    staff: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at the counter or on the phone, who keeps a librarian for ``duration`` seconds."""

    staff: str
    at: float
    duration: float
    way: Way = Way.WALK_IN


@dataclass(frozen=True, slots=True)
class Manner:
    """How librarians work.

    ``reaction`` is the mean time until they answer what they are shown (exponential; 0: at once),
    ``attention`` the probability that they see an offer at all. ``slowdown`` is by which part of
    itself the work on a session grows for each other session that the librarian has as it begins;
    0 (stated wherever it matters): sessions at once run side by side, each at its own pace.
    ``pace`` are seconds between a patron's lines in a session, each of which is answered at once;
    0: they say nothing more (the rules let a silent patron go after some minutes).
    """

    reaction: float = 0.0
    attention: float = 1.0
    slowdown: float = 0.0
    pace: float = 180.0


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who is there when, who comes to the counter, and how librarians work.

    How many patrons somebody takes at once is in the agreement. ``manners`` are those of single
    staff names who work otherwise than the rest. ``partner_delay`` is after how many seconds
    another library answers what is sent on to it, whenever that is.
    """

    attendance: tuple[Attendance, ...]
    visits: tuple[Visit, ...] = ()
    manner: Manner = field(default_factory=Manner)
    manners: dict[str, Manner] = field(default_factory=dict)
    partner_delay: float = 60.0


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run depends on.

    ``demand`` is in the order of time, and may be an iterator, which is read as time goes by.
    The clock runs from ``start`` to ``until``; ``seed`` decides what is left to chance (reactions).
    """

    agreement: Agreement
    demand: Iterable[Arrival]
    staffing: Staffing
    start: float
    until: float
    seed: int = 0


@dataclass(slots=True)
class Questions:
    """What became of each question, a column for each thing known of it, in order of arrival.

    ``answered`` is when a human said the first word to the patron, ``ended`` when it closed, and 0
    where that did not happen; ``fate`` is a place in `FATES`; ``desk`` and ``staff`` are places in
    the result's names, ``staff`` being `NOBODY` where none had it; ``kept`` is 1 for a question
    that was kept for another hour.
    """

    asked: "array[float]" = field(default_factory=lambda: array("d"))
    answered: "array[float]" = field(default_factory=lambda: array("d"))
    ended: "array[float]" = field(default_factory=lambda: array("d"))
    desk: "array[int]" = field(default_factory=lambda: array("h"))
    staff: "array[int]" = field(default_factory=lambda: array("h"))
    fate: "array[int]" = field(default_factory=lambda: array("b"))
    kept: "array[int]" = field(default_factory=lambda: array("b"))

    def __len__(self) -> int:
        return len(self.asked)


@dataclass(slots=True)
class Work:
    """What one librarian did.

    ``sessions`` that they answered, ``talking`` their lengths in sum, ``busy`` the time with at
    least one, ``visits`` the time with somebody at the counter or on the phone, ``present`` the
    time online, ``on_duty`` the time in which the desk could count on them (busy or not).
    """

    sessions: int = 0
    talking: float = 0.0
    busy: float = 0.0
    visits: float = 0.0
    present: float = 0.0
    on_duty: float = 0.0


@dataclass(slots=True)
class Door:
    """One desk's time: ``open`` by its hours, ``staffed`` of that, and ``alone`` (nobody there)."""

    open: float = 0.0
    staffed: float = 0.0
    alone: float = 0.0


@dataclass(slots=True)
class Result:
    """What a run brought about. ``staff`` and ``desks`` are by name, in the agreement's order."""

    questions: Questions
    staff: dict[str, Work]
    desks: dict[str, Door]
    events: int = 0
