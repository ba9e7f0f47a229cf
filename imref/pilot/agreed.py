"""What was agreed on before a pilot began, with the digest by which anybody can see that it stands.

The digest is the SHA-256 of the agreement as JSON (sorted keys, no spaces, UTF-8; RFC 8785 gives
the same bytes for what stands here): the desk, when it was made, begins and ends, and each target
with what its measure meant. It is printed when the pilot is set up, to be written into the minutes;
every later page computes it anew from what is kept.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from imref.pilot.targets import NotATarget, Target, parse
from imref.store.pilots import PilotRow

SHORT: Final = 16
"""Characters of a digest that are enough to compare by eye."""


class NotAgreed(Exception):  # noqa: N818 - what was asked for, not a fault of ours
    """A pilot cannot be set up, or not be stopped, like this; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """One target as it was written, and what its measure meant on that day."""

    target: Target
    means: str

    @property
    def still_means_that(self) -> bool:
        """Whether the program still means by it what it meant then."""
        return self.means == self.target.measure.about


@dataclass(frozen=True, slots=True)
class Pilot:
    """A pilot: its row, and its targets as they can be judged."""

    row: PilotRow
    pledges: tuple[Pledge, ...]

    @property
    def stands(self) -> bool:
        """Whether what is kept is what was agreed on: the digest is that of the row."""
        return digest(self.row) == self.row.digest

    @property
    def end(self) -> float:
        """When it ends or has ended, in Unix seconds."""
        return min(self.row.until, self.row.stopped) if self.row.stopped else self.row.until

    def runs(self, now: float) -> bool:
        """Whether it is set up and not over: it may be about to begin."""
        return now < self.end


def digest(row: PilotRow) -> str:
    """The digest of what was agreed on; how it ended is no part of it."""
    agreed = {
        "desk": row.desk,
        "made": round(row.made),
        "started": round(row.started),
        "until": round(row.until),
        "targets": json.loads(row.targets),
    }
    text = json.dumps(agreed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def agree(
    kept: Iterable[PilotRow],
    targets: Iterable[Target],
    *,
    desk: str,
    made: float,
    started: float,
    until: float,
) -> PilotRow:
    """The row of a new pilot. Raises NotAgreed when one runs there, or time does not fit."""
    if started < made:
        raise NotAgreed("A pilot cannot begin in the past: its targets are set before it.")
    if until <= started:
        raise NotAgreed("A pilot must end after it has begun.")
    for other in kept:
        over = min(other.until, other.stopped or other.until)
        if over > made and (other.desk == desk or "" in (other.desk, desk)):
            raise NotAgreed(_runs_already(other))
    written = [{"target": str(each), "means": each.measure.about} for each in targets]
    text = json.dumps(written, ensure_ascii=False, sort_keys=True)
    made, started, until = (float(round(each)) for each in (made, started, until))
    row = PilotRow(0, desk, made, started, until, text, "")
    return PilotRow(0, desk, made, started, until, text, digest(row))


def _runs_already(other: PilotRow) -> str:
    where = f"at the desk {other.desk}" if other.desk else "at all desks"
    return (
        f"Pilot {other.number} runs already {where}. Its targets stay as they were set; "
        "`imref pilot stop --why …` ends it, and it stays on record."
    )


def read(row: PilotRow) -> Pilot:
    """A pilot from its row. Raises NotAgreed when its targets cannot be read any more."""
    try:
        pledges = tuple(
            Pledge(parse(each["target"]), str(each["means"])) for each in json.loads(row.targets)
        )
    except (ValueError, KeyError, TypeError, NotATarget) as problem:
        raise NotAgreed(f"The targets of pilot {row.number} cannot be read: {problem}") from problem
    return Pilot(row, pledges)
