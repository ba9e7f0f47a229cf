"""What a record teaches of patrons: how often they ask, how long they wait, how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from random import Random
from statistics import median
from typing import Final

from imref.desk.agreement import Timings
from imref.desk.model import Channel, Ending
from imref.desk.session.fates import SessionFate
from imref.simulate.lengths import (
    USUAL_PATIENCE,
    USUAL_WORK,
    Exponential,
    Length,
    Lognormal,
    fitted_patience,
    fitted_work,
)
from imref.store.past import Asked

SECONDS_A_WEEK: Final = 7 * 86_400.0
HOURS_A_WEEK: Final = 7 * 24
AT_ONCE: Final = 1.0
"""Seconds within which a question is kept that finds the desk closed."""

LONGEST_WORK: Final = 4 * 3600.0
"""Seconds; a session that lasted longer was forgotten, not worked on."""

_PROMISED: Final = (Ending.PROMISE, Ending.DEALT, Ending.JOINED)


def waited(asked: Asked, timings: Timings) -> tuple[float, bool] | None:
    """How many seconds a patron was seen to wait, and whether they left then.

    None where that was not seen: their question was kept at once, or another library had it. That
    a visitor of the page has left counts only some time after they have gone.
    """
    if asked.partner or kept_at_once(asked):
        return None
    if asked.first_held:
        return asked.first_held - asked.at, False
    if asked.first_answer:
        return asked.first_answer - asked.at, False
    if asked.fate is not SessionFate.LOST:
        return None
    unseen = timings.left + timings.left_waiting if asked.ended_by == Ending.LEFT else 0.0
    return max(1.0, asked.closed - asked.at - unseen), True


def worked(asked: Asked) -> float | None:
    """How many seconds a librarian had a session, from the first words to the close."""
    own = asked.owner and not asked.partner and asked.ended_by not in (Ending.DEALT, Ending.JOINED)
    length = asked.closed - asked.first_answer
    if not own or not asked.first_answer or not 0.0 < length <= LONGEST_WORK:
        return None
    return length


def kept_at_once(asked: Asked) -> bool:
    """Whether the question found the desk closed."""
    return bool(asked.first_held) and asked.first_held - asked.at <= AT_ONCE


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is known of a library's patrons, and where each of it comes from.

    ``stays`` is the part of kept questions whose patron is there when somebody sees to them,
    ``cancels`` the part that is taken back before, ``reads`` the part that a help page settles,
    ``web`` the part of all that comes by the page; ``partner`` are the seconds that other libraries
    take for an answer (the median), None where none did;
    ``notes`` say what was measured, and what had to be taken as usual, in sentences.
    """

    patience: Length
    work: Length
    works: tuple[float, ...] = ()
    stays: float = 0.3
    cancels: float = 0.2
    reads: float = 0.0
    web: float = 0.5
    partner: float | None = None
    notes: tuple[str, ...] = ()

    def a_work(self, chance: Random) -> float:
        """The length of one session: one that was seen, or one as they are usually."""
        return chance.choice(self.works) if self.works else self.work.draw(chance)


def lessons(asked: Sequence[Asked], timings: Timings) -> Lessons:
    """What a record teaches; where it is too short, the field's own numbers are taken."""
    waits = [seen for each in asked if (seen := waited(each, timings)) is not None]
    left = [seconds for seconds, gone in waits if gone]
    stayed = [seconds for seconds, gone in waits if not gone]
    patience = fitted_patience(left, stayed)
    works = tuple(length for each in asked if (length := worked(each)) is not None)
    work = fitted_work(works)
    kept = [each for each in asked if kept_at_once(each) and not each.partner]
    dealt = [each for each in kept if each.first_answer or each.ended_by in _PROMISED]
    live = sum(each.ended_by not in (Ending.DEALT, Ending.JOINED) for each in dealt)
    usual = Lessons(Exponential(USUAL_PATIENCE), Lognormal(USUAL_WORK * 0.8, 0.67))
    return Lessons(
        patience or usual.patience,
        work or usual.work,
        works if work else (),
        stays=live / len(dealt) if dealt else usual.stays,
        cancels=_part(kept, Ending.PATRON, usual.cancels),
        reads=_part(kept, Ending.HELP_PAGE, usual.reads),
        web=_part_of_the_page(asked, usual.web),
        partner=_partner(asked, timings),
        notes=(
            _note("Patience", patience, usual.patience, f"{len(left)} who left"),
            _note("Work on a session", work, usual.work, f"{len(works)} sessions"),
        ),
    )


def _part(kept: Sequence[Asked], ending: Ending, usual: float) -> float:
    """The part of kept questions that ended so."""
    return sum(each.ended_by == ending for each in kept) / len(kept) if kept else usual


def _note(what: str, measured: Length | None, usual: Length, seen: str) -> str:
    if measured is not None:
        return f"{what}: {measured.told()} (from {seen})."
    return f"{what}: {usual.told()} (not measured: only {seen}; the field's usual value)."


def _partner(asked: Sequence[Asked], timings: Timings) -> float | None:
    """How long partners take (the median), from when they have the question."""
    taken = [
        max(1.0, each.first_answer - each.at - timings.partner_pause)
        for each in asked
        if each.partner and each.first_answer
    ]
    return median(taken) if taken else None


def _part_of_the_page(asked: Sequence[Asked], usual: float) -> float:
    return sum(each.channel == Channel.WEB for each in asked) / len(asked) if asked else usual


def hour_of_week(at: float, zone: tzinfo) -> tuple[int, int]:
    """The day (Monday is 0) and the hour that the clock shows."""
    there = datetime.fromtimestamp(at, zone)
    return there.weekday(), there.hour
