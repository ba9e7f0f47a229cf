"""A week in figures, as few as a message holds: what the weekly report tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brief:
    """The figures of one week at all desks; None is what is not said to those who read it.

    ``before`` is what was asked in the week before. ``half`` and ``most`` are seconds that half and
    nine of ten of those who were answered waited at most, ``within`` how many of the ``timed`` were
    answered in 60 s. ``promised`` and ``staffed`` are minutes, ``gaps`` the times that nobody was
    there for five minutes or more, ``longest`` the longest of them in seconds.
    """

    asked: int | None = 0
    before: int | None = None
    answered: int | None = 0
    lost: int | None = 0
    unanswered: int | None = 0
    held: int | None = 0
    referred: int | None = 0
    closed: int | None = None
    timed: int | None = None
    within: int | None = None
    half: float | None = None
    most: float | None = None
    promised: float = 0.0
    staffed: float = 0.0
    gaps: int = 0
    longest: float = 0.0
    kept: int | None = 0
    late: int | None = 0
    broken: int | None = 0
    walk_ins: int | None = None
    calls: int | None = None
