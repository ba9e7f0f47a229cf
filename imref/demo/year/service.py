"""Who answers in the made-up year, and when: a small queue beside the real rules."""

from bisect import bisect_right
from dataclasses import dataclass, field
from random import Random
from typing import Final

from imref.demo.year.pattern import LENGTHS, lognormal
from imref.demo.year.rota import Rota
from imref.desk.agreement import Agreement, Desk
from imref.desk.intervals import Interval

FORESIGHT: Final = 3600.0
"""Seconds ahead in which somebody must become free, or the question finds nobody."""


@dataclass(slots=True)
class Counter:
    """The librarians of the year, with what each of them has in hand."""

    agreement: Agreement
    rota: Rota
    in_hand: dict[str, list[float]] = field(default_factory=dict)

    def is_open(self, desk: Desk, at: float) -> bool:
        """Whether the desk is open, as promised."""
        return desk.hours.is_open(at)

    def staffed(self, desk: Desk, at: float) -> bool:
        """Whether anybody of the desk is on duty."""
        return any(self._present(name, at) for name in desk.staff)

    def first(self, chance: Random, desk: Desk, at: float) -> tuple[float, str] | None:
        """When who would say the first words to somebody who asks at this time; None: nobody."""
        found = []
        for place, tier in enumerate(desk.tiers):
            asked = at + place * self.agreement.timings.widen
            for name in tier:
                free = self._free(name, asked)
                if free is not None:
                    found.append((free + lognormal(chance, LENGTHS.reaction, 0.6), name))
        return min(found, default=None)

    def takes(self, name: str, until: float) -> None:
        """Somebody has a session until this time."""
        self.in_hand.setdefault(name, []).append(until)

    def opening(self, desk: Desk, at: float, end: float) -> tuple[float, str] | None:
        """When the desk is next staffed in its hours, and by whom; None: not before ``end``."""
        found = []
        for name in desk.staff:
            for there in self.rota.present[name]:
                if there.end > at:
                    begins = max(there.start, desk.hours.opens(max(at, there.start)) or end)
                    if begins < min(there.end, end):
                        found.append((begins, name))
                        break
        return min(found, default=None)

    def _present(self, name: str, at: float) -> Interval | None:
        return next((one for one in self.rota.present[name] if one.start <= at < one.end), None)

    def _free(self, name: str, at: float) -> float | None:
        """The first moment at which somebody could take one more; None: not while on duty."""
        stretch, member = self._present(name, at), self.agreement.member(name)
        if stretch is None or member is None or member.limit < 1:
            return None
        ends = sorted(end for end in self.in_hand.get(name, ()) if end > at)
        self.in_hand[name] = ends
        free = at if len(ends) < member.limit else ends[-member.limit]
        visits = self.rota.visits.get(name, [])
        place = bisect_right(visits, free, key=lambda each: each.start) - 1
        if place >= 0 and free < visits[place].end:
            free = visits[place].end
        return free if free < min(stretch.end, at + FORESIGHT) else None
