"""Whatever happens at the desk, every session has one fate, and the fates add up.

The desk at its worst (`desk.test_practice_machine`), its effects in a real store, and the report
on them held against the store's plain rows.
"""

import sqlite3
from contextlib import closing
from typing import Any

from desk.promises import AGREEMENTS, COVERED
from desk.test_practice_machine import RehearsalMachine
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from imref.desk.agreement import Agreement
from imref.desk.effects import Effect
from imref.desk.events import Event
from imref.report.model import Report, total

from .kept import Store

APART = (
    "practice OR CASE WHEN ended_by = 'blocked' THEN first_answer = 0"
    " ELSE outcome IN ('spam', 'practice') END"
)
"""What is no question of a patron, in the words of the store."""

WITH_AN_ANSWER = "number IN (SELECT session FROM messages WHERE speaker = 'staff')"


class FiguresMachine(RehearsalMachine):
    """What the desk does is kept; at the end the figures are made."""

    begins_with = COVERED

    def __init__(self) -> None:
        self.store = Store()
        super().__init__()

    def happens(self, event: Event) -> list[Effect]:
        effects = super().happens(event)
        self.store.keep(effects)
        return effects

    @rule(agreed=st.sampled_from(AGREEMENTS), clean=st.booleans(), back=st.booleans())
    def service_restarts(self, agreed: Agreement, clean: bool, back: bool) -> None:
        self.store.commit()  # what follows is of other objects
        super().service_restarts(agreed, clean, back)

    def teardown(self) -> None:
        try:
            whole = self.store.report(self.agreed, self.now)
            self.fates_add_up(whole)
            self.parts_add_up_to_the_whole(whole)
            self.desks_add_up()
        finally:
            self.store.close()

    def count(self, condition: str = "1") -> int:
        with closing(sqlite3.connect(self.store.path)) as file:
            row: Any = file.execute(f"SELECT count(*) FROM sessions WHERE {condition}").fetchone()
            return int(row[0])

    def fates_add_up(self, whole: Report) -> None:
        fates = whole.fates
        counts = [*fates.parts.values(), *fates.apart.values()]
        assert sum(each or 0 for each in counts) == self.count()
        assert fates.asked == self.count(f"NOT ({APART})")
        answered = (whole.waits.answered or 0) + (whole.kept_waits.answered or 0)
        assert answered == self.count(f"NOT ({APART}) AND {WITH_AN_ANSWER}")

    def parts_add_up_to_the_whole(self, whole: Report) -> None:
        assert total(whole.demand.asked) == whole.fates.asked
        assert (whole.waits.asked or 0) + (whole.kept_waits.asked or 0) == whole.fates.asked
        assert total(whole.demand.closed) == whole.kept_waits.asked
        for breakdown in whole.breakdowns:
            for name in ("asked", *whole.fates.parts, *whole.fates.apart):
                rows = [getattr(row.fates, name) for row in breakdown.rows]
                assert sum(rows) == getattr(whole.fates, name), (breakdown.by, name)

    def desks_add_up(self) -> None:
        each = [self.store.report(self.agreed, self.now, desk, by=()) for desk in ("ask", "law")]
        assert sum(one.fates.asked or 0 for one in each) == self.count(f"NOT ({APART})")


TestFigures = FiguresMachine.TestCase
TestFigures.settings = settings(max_examples=10, stateful_step_count=40, deadline=None)
