"""Replications: the library as it is and as it would be, with the same questions and luck."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import partial
from random import Random
from typing import Final

from imref.simulate.block import Block, block_at, drawn
from imref.simulate.demand import Demand
from imref.simulate.engine import simulate
from imref.simulate.measures import Figures, figures_of, recorded_figures
from imref.simulate.model import Manner, Run
from imref.simulate.rota import Rota, staffed_hours, staffing
from imref.simulate.setting import Setting, without_shifts
from imref.store.past import Asked

USUAL_DELAY: Final = 180.0
"""Seconds after which a partner answers, where none has been seen to."""


@dataclass(frozen=True, slots=True)
class Study:
    """All that replications depend on.

    ``starts`` are the Mondays to choose from, ``weeks`` how many each replication plays in a row;
    ``desks`` are those that are counted; ``asked`` is what was recorded, if anything was.
    """

    demand: Demand
    rota: Rota
    desks: tuple[str, ...]
    starts: Sequence[float]
    weeks: int
    zone: tzinfo
    asked: Sequence[Asked] = ()
    manner: Manner = field(default_factory=Manner)
    partner_delay: float = USUAL_DELAY
    seed: int = 1

    def play(self, setting: Setting, block: Block, number: int) -> Figures:
        """The figures of one run of the library in one setting."""
        demand = self.demand.within(block, Random(f"demand {self.seed} {number}"))
        names = [member.name for member in setting.agreement.staff.values()]
        there = setting.present(self.rota.present(block), block)
        run = Run(
            without_shifts(setting.agreement),
            demand,
            staffing(
                there,
                self.rota.visits(names, block, f"visits {self.seed} {number}"),
                self.manner,
                setting.partner_delay(self.partner_delay),
            ),
            block.first,
            block.last,
            self.seed * 1_000_003 + number,
        )
        hours = staffed_hours(there, block)
        return figures_of(simulate(run), demand, block, hours, self.desks)

    def replicate(self, settings: Sequence[Setting], number: int) -> "Replication":
        """Play each setting once, all in the same weeks, which are drawn by the number."""
        block = drawn(Random(f"weeks {self.seed} {number}"), self.starts, self.weeks, self.zone)
        figures = tuple(self.play(setting, block, number) for setting in settings)
        return Replication(figures, recorded_figures(self.asked, block, self.desks))

    def replications(
        self, settings: Sequence[Setting], count: int, processes: int = 1
    ) -> Iterator["Replication"]:
        """So many replications of each setting, as they are finished, in order."""
        one = partial(self.replicate, settings)
        if processes == 1:
            yield from map(one, range(count))
            return
        with ProcessPoolExecutor(min(processes, count)) as pool:
            yield from pool.map(one, range(count))

    def latest(self, weeks: int) -> Block:
        """The last weeks that can be played, as many as there are up to ``weeks``."""
        weeks = min(weeks, len(self.starts))
        return block_at(self.starts[len(self.starts) - weeks], weeks, self.zone)


@dataclass(frozen=True, slots=True)
class Replication:
    """What one replication gave: the figures of each setting, and those recorded in its weeks."""

    figures: tuple[Figures, ...]
    recorded: Figures
