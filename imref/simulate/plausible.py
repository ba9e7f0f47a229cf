"""How well the simulator knows a desk: what was recorded, played again as things are today.

One thing is not recorded: how soon a librarian looks at what they are shown. It is chosen so that
the median of the first answers comes out as it was; all other figures are a check.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imref.simulate.estimate import Estimate, estimate
from imref.simulate.measures import MEASURES, Measure, recorded_figures
from imref.simulate.model import Manner
from imref.simulate.setting import Setting
from imref.simulate.study import Replication, Study

USUAL_REACTION: Final = 20.0
"""Seconds until a librarian answers what they are shown, where nothing is recorded."""

SLOWEST: Final = 600.0
STEPS: Final = 4
WEEKS_TRIED: Final = 8

CHECKED: Final = ("at once", "later", "lost", "kept", "p90", "minute")
"""The figures that are held against the record; the median is made to agree."""

CLOSE: Final = 0.1
"""The part of itself by which a figure may be off and still be called close."""

CLOSE_IN_HUNDRED: Final = 2.0
"""Questions in a hundred by which a count or a share may be off and still be called close."""


@dataclass(frozen=True, slots=True)
class Check:
    """One figure as it was recorded, and as it was played in the same weeks."""

    measure: Measure
    recorded: float
    played: Estimate
    close: bool


def calibrated(study: Study, today: Setting, tell: Callable[[float], None] | None = None) -> Study:
    """The same study, with librarians who look as soon as they do by the record.

    The median is nearly in proportion to it, so a few corrections are enough.
    """
    block = study.latest(WEEKS_TRIED)
    wanted = recorded_figures(study.asked, block, study.desks).get("median")
    if wanted is None:
        return replace(study, manner=Manner(reaction=USUAL_REACTION))
    reaction = wanted
    for step in range(STEPS):
        tried = replace(study, manner=Manner(reaction=reaction))
        median = tried.play(today, block, 0).get("median", wanted)
        reaction = min(max(1.0, reaction * wanted / max(median, 1.0)), SLOWEST)
        if tell is not None:
            tell((step + 1) / STEPS)
    return replace(study, manner=Manner(reaction=reaction))


def checks(replications: Sequence[Replication]) -> list[Check]:
    """The figures of the first setting against the record of the same weeks."""
    found = []
    for measure in MEASURES:
        pairs = [
            (each.recorded[measure.key], each.figures[0][measure.key])
            for each in replications
            if measure.key in each.recorded and measure.key in each.figures[0]
        ]
        if measure.key in CHECKED and pairs:
            asked = sum(each.recorded["asked"] for each in replications) / len(replications)
            found.append(_check(measure, pairs, asked))
    return found


def _check(measure: Measure, pairs: Sequence[tuple[float, float]], asked: float) -> Check:
    recorded = sum(was for was, _ in pairs) / len(pairs)
    off = estimate([played - was for was, played in pairs])
    played = Estimate(recorded + off.mean, recorded + off.low, recorded + off.high)
    margin = CLOSE * recorded
    if measure.unit in ("", "%"):
        whole = 100.0 if measure.unit else asked
        margin = max(margin, CLOSE_IN_HUNDRED / 100.0 * whole)
    return Check(measure, recorded, played, not off.seen or abs(off.mean) <= margin)
