"""The figures of one run that are compared: of the questions that count, for a usual week."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from imref.desk.session.fates import SessionFate
from imref.simulate.block import Block
from imref.simulate.model import FATES, NOBODY, Arrival, Result
from imref.store.past import Asked

MINUTE: Final = 60.0

Figures = dict[str, float]
"""Figures by key (`MEASURES`), and ``load:`` with a staff name; what has no value is not in it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: what it is called, its unit, and whether more of it is better (None: neither).

    ``more`` and ``less`` are what a change of it is called; ``{}`` is the amount.
    """

    key: str
    title: str
    unit: str
    good: bool | None
    more: str
    less: str


MEASURES: Final = (
    Measure("asked", "asked", "", None, "more asked: {}", "fewer asked: {}"),
    Measure("at once", "answered while they waited", "", True, "more: {}", "fewer: {}"),
    Measure("partner", "answered by a partner", "", None, "more: {}", "fewer: {}"),
    Measure("later", "answered later", "", None, "more: {}", "fewer: {}"),
    Measure("page", "settled by a help page", "", None, "more: {}", "fewer: {}"),
    Measure("lost", "lost", "", False, "more lost: {}", "fewer lost: {}"),
    Measure("unanswered", "unanswered", "", False, "more unanswered: {}", "fewer unanswered: {}"),
    Measure("open", "still kept or open", "", None, "more: {}", "fewer: {}"),
    Measure("kept", "kept for another hour", "", False, "more kept: {}", "fewer kept: {}"),
    Measure("median", "first answer, median", "s", False, "slower by {}", "quicker by {}"),
    Measure("p90", "first answer, 9 of 10 within", "s", False, "slower by {}", "quicker by {}"),
    Measure("minute", "answered within 60 s, of all asked", "%", True, "more: {}", "less: {}"),
    Measure("hours", "staffed hours", "h", None, "more spent: {}", "fewer spent: {}"),
)
"""Counts and hours are of a week. Fates add up: asked = the seven lines below it."""

FATE_KEYS: Final = ("at once", "partner", "later", "page", "lost", "unanswered", "open")


@dataclass(frozen=True, slots=True)
class _One:
    """A question as it counts: the seconds to its first answer (None: it had none), and its end."""

    asked: float
    first: float | None
    kept: bool
    key: str


def figures_of(
    result: Result,
    demand: Sequence[Arrival],
    block: Block,
    staffed: float,
    desks: Sequence[str],
) -> Figures:
    """The figures of a run; ``staffed`` are the hours that librarians were there in its weeks."""
    questions, names = result.questions, list(result.desks)
    ones = [
        _One(
            questions.asked[place],
            questions.answered[place] - questions.asked[place]
            if questions.answered[place]
            else None,
            bool(questions.kept[place]),
            _key(result, place, demand[place]),
        )
        for place in range(len(questions))
        if block.counts(questions.asked[place]) and names[questions.desk[place]] in desks
    ]
    found = _summed(ones, block.weeks)
    found["hours"] = staffed / block.weeks
    for name, work in result.staff.items():
        if work.on_duty:
            found[f"load:{name}"] = 100.0 * work.busy / work.on_duty
    return found


def _key(result: Result, place: int, arrival: Arrival) -> str:
    """Which line of the figures a simulated question belongs to."""
    questions = result.questions
    match FATES[questions.fate[place]]:
        case SessionFate.ANSWERED if not questions.kept[place]:
            return "partner" if questions.staff[place] == NOBODY else "at once"
        case SessionFate.ANSWERED:
            return "partner" if questions.staff[place] == NOBODY else "later"
        case SessionFate.LOST if questions.kept[place] and arrival.reads:
            return "page"
        case SessionFate.LOST:
            return "lost"
        case SessionFate.UNANSWERED:
            return "unanswered"
    return "open"


def recorded_figures(asked: Sequence[Asked], block: Block, desks: Sequence[str]) -> Figures:
    """The same figures of what was really asked, as far as they can be seen in a record."""
    ones = [
        _One(
            each.at,
            each.first_answer - each.at if each.first_answer else None,
            bool(each.first_held),
            _recorded_key(each, block),
        )
        for each in asked
        if block.counts(each.at) and each.desk in desks
    ]
    return _summed(ones, block.weeks)


def _recorded_key(asked: Asked, block: Block) -> str:
    """The same line for a recorded question. What is answered after the play has not been yet."""
    answered = 0.0 < asked.first_answer < block.last
    if asked.partner and answered:
        return "partner"
    if answered:
        return "later" if asked.first_held else "at once"
    match asked.fate:
        case SessionFate.ANSWERED if not asked.first_answer:
            return "page"
        case SessionFate.LOST:
            return "lost"
        case SessionFate.UNANSWERED:
            return "unanswered"
    return "open"


def _summed(ones: Sequence[_One], weeks: int) -> Figures:
    found: Figures = {"asked": len(ones) / weeks}
    for key in FATE_KEYS:
        found[key] = sum(one.key == key for one in ones) / weeks
    found["kept"] = sum(one.kept for one in ones) / weeks
    waits = sorted(one.first for one in ones if one.key == "at once" and one.first is not None)
    if waits:
        found["median"] = waits[len(waits) // 2]
        found["p90"] = waits[min(len(waits) - 1, int(len(waits) * 0.9))]
    if ones:
        quick = sum(one.first is not None and one.first <= MINUTE for one in ones)
        found["minute"] = 100.0 * quick / len(ones)
    return found
