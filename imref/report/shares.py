"""The sessions of a report, tallied by one process or, where they are many, by two."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace

from imref.report.companion import Companion
from imref.report.tally import Scope, Tally, tallied
from imref.store.evidence import Evidence, View

Progress = Callable[[int, int], None]
"""Told now and then how many sessions have been worked through, and of how many."""

MANY = 300_000
"""Sessions from which on a companion saves more time than it takes to start."""

ITS_SHARE = 2 / 3
"""Of the sessions. Whoever makes the report has attendance and the ledger to see to as well."""


@contextmanager
def looked_at(
    evidence: Evidence, scope: Scope, shared_from: int | None
) -> Iterator[tuple[View, Companion | None]]:
    """A view for a report, and a companion that looks at the same moment.

    There is one only from so many sessions on, and where there is a second processor.
    """
    with ExitStack() as stack:
        if shared_from is None or _processors() < 2 or _count(evidence, scope) < shared_from:
            yield stack.enter_context(evidence.looked_at()), None
            return
        try:
            companion = stack.enter_context(Companion(evidence.path))
        except OSError:  # no process more, no memory for one: it takes longer alone
            yield stack.enter_context(evidence.looked_at()), None
            return
        view, same = stack.enter_context(evidence.looked_at_with(companion.looks))
        yield view, companion if same else None


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):  # macOS has none
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _count(evidence: Evidence, scope: Scope) -> int:
    with evidence.looked_at() as view:
        return view.count(*scope.chosen)


class Shares:
    """The sessions of one report: those that are tallied here, and those of a companion."""

    def __init__(
        self, view: View, scope: Scope, companion: Companion | None, progress: Progress
    ) -> None:
        self._view, self._companion, self._progress = view, companion, progress
        self._done, self._of = 0, view.count(*scope.chosen)
        self._mine, self._its = scope, replace(scope, end=scope.start)
        if companion is not None:
            border = view.opened(int(self._of * ITS_SHARE), *scope.chosen)
            self._mine, self._its = replace(scope, start=border), replace(scope, end=border)
            companion.begin(self._its)

    def tally_mine(self) -> Tally:
        """The tally of those that are tallied here."""
        return self._tallied(self._mine)

    def add_the_others(self, tally: Tally) -> None:
        """Take in the companion's, if there is one, as soon as it is there."""
        if self._companion is not None:
            tally.merge(self._companion.tally(self.tell) or self._instead())

    def _instead(self) -> Tally:
        """The companion's share, tallied here."""
        self._companion = None
        return self._tallied(self._its)

    def _tallied(self, share: Scope) -> Tally:
        with closing(self._view.cases(*share.chosen)) as some:  # also when it is broken off
            return tallied(some, share, self._did)

    def _did(self, number: int) -> None:
        self._done += number
        self.tell()

    def tell(self) -> None:
        """Say how far both are."""
        its = 0
        if self._companion is not None:
            self._companion.catch_up()
            its = self._companion.done
        self._progress(self._done + its, self._of)
