"""A sheet: for every key and kind of session how long each waited, from which all else follows.

Values are kept, never their averages: so what is said of a row, of several or of all is of the very
values, and the rows add up to the whole.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Generic, TypeVar

from imref.desk.figures.nearest_rank import quantile
from imref.desk.session.fates import SessionFate
from imref.report.judging import Judged, Kind
from imref.report.lengths import begun_seconds, reached
from imref.report.model import WITHIN, Fates, Waits
from imref.report.survival import half_answered, kaplan_meier, thinned

K = TypeVar("K", bound=Hashable)


def _seconds() -> "array[float]":
    return array("d")


class Sheet(Generic[K]):
    """Collects what each session waited, in seconds, under a key of it and its kind."""

    def __init__(self) -> None:
        self._waits: defaultdict[tuple[K, Kind], array[float]] = defaultdict(_seconds)

    def add(self, keys: Iterable[K], batch: Judged) -> None:
        """Take in a batch, and the key of each session in it."""
        found = self._waits
        places = zip(keys, batch.kinds, strict=True)
        for place, waited in zip(places, batch.waited, strict=True):
            found[place].append(waited)

    def merge(self, other: "Sheet[K]") -> None:
        """Take in what was collected of other sessions."""
        for place, waits in other._waits.items():
            self._waits[place].extend(waits)

    def rows(self) -> "Mapping[K, Group]":
        """What was collected under each key."""
        rows: defaultdict[K, dict[Kind, array[float]]] = defaultdict(dict)
        for (key, kind), waits in self._waits.items():
            rows[key][kind] = waits
        return {
            key: Group({kind: (waits,) for kind, waits in row.items()}) for key, row in rows.items()
        }

    def whole(self) -> "Group":
        """What was collected under all keys together."""
        kinds: defaultdict[Kind, list[array[float]]] = defaultdict(list)
        for (_, kind), waits in self._waits.items():
            kinds[kind].append(waits)
        return Group(kinds)


class Group:
    """Some sessions: the waits of those of each kind."""

    def __init__(self, waits: "Mapping[Kind, Iterable[array[float]]]") -> None:
        self._waits = {kind: tuple(parts) for kind, parts in waits.items()}

    def count(self, wanted: Callable[[Kind], bool] = lambda _: True) -> int:
        """How many sessions there are of the kinds that are wanted."""
        return sum(sum(map(len, parts)) for kind, parts in self._waits.items() if wanted(kind))

    def fates(self) -> Fates:
        """What became of them."""
        counts = Counter[SessionFate]()
        for kind, parts in self._waits.items():
            counts[kind.fate] += sum(map(len, parts))
        return Fates(
            asked=self.count(lambda kind: kind.asked),
            answered=counts[SessionFate.ANSWERED],
            lost=counts[SessionFate.LOST],
            unanswered=counts[SessionFate.UNANSWERED],
            held=counts[SessionFate.HELD],
            referred=counts[SessionFate.REFERRED],
            practice=counts[SessionFate.PRACTICE],
            spam=counts[SessionFate.SPAM],
        )

    def closed(self) -> int:
        """How many questions came while the desk was closed."""
        return self.count(lambda kind: kind.asked and kind.kept)

    def waits(self, *, kept: bool, with_curve: bool) -> Waits:
        """How long the questions waited that were ``kept`` at once, or were not.

        Every one of them is among those who were answered, or among those who are gone; so none is
        left out of a share.
        """
        answered = self._counted(lambda kind: kind.asked and kind.kept == kept and kind.answered)
        gone = self._counted(lambda kind: kind.asked and kind.kept == kept and not kind.answered)
        curve = kaplan_meier(answered, gone) if with_curve else ()
        return Waits(
            asked=answered.total() + gone.total(),
            answered=answered.total(),
            left=self.count(lambda kind: kind.kept == kept and kind.left),
            median=quantile(answered, 0.5),
            p90=quantile(answered, 0.9),
            within={seconds: reached(answered, seconds) for seconds in WITHIN},
            curve=thinned(curve),
            half=half_answered(curve),
        )

    def _counted(self, wanted: Callable[[Kind], bool]) -> Counter[int]:
        parts = (parts for kind, parts in self._waits.items() if wanted(kind))
        return begun_seconds(chain.from_iterable(chain.from_iterable(parts)))
