"""Every session has one fate."""

from itertools import product
from typing import Any

import pytest

from imref.desk.model import Ending, Outcome, SessionState
from imref.desk.records import Promise
from imref.desk.session.fates import SessionFate, fate_of


def fate(**more: Any) -> SessionFate:
    row: dict[str, Any] = {
        "state": "closed", "ended_by": "staff", "outcome": "", "answered": False,
        "practice": False,
    }  # fmt: skip
    return fate_of(**{**row, **more})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"outcome": "answered", "answered": True}, "answered"),
        ({"outcome": "help page"}, "answered"),
        ({"outcome": "lost", "ended_by": "left"}, "lost"),
        ({"outcome": "unanswered"}, "unanswered"),
        ({"outcome": "referred", "answered": True}, "referred"),
        ({"outcome": "spam", "answered": True}, "spam"),
        ({"ended_by": "blocked", "outcome": "spam"}, "spam"),
        ({"ended_by": "blocked", "answered": True}, "answered"),
        ({"practice": True, "state": "active"}, "practice"),
        ({"state": "waiting"}, "held"),
        ({"state": "held"}, "held"),
        ({"state": "abroad"}, "held"),
        ({"state": "active", "answered": True}, "answered"),
        ({"state": "active"}, "held"),
        ({"outcome": "follow-up", "promise": "open", "answered": True}, "held"),
        ({"outcome": "follow-up", "promise": "kept"}, "answered"),
        ({"outcome": "follow-up", "promise": "late"}, "answered"),
        ({"outcome": "follow-up", "promise": "broken", "answered": True}, "unanswered"),
        ({"outcome": "follow-up", "promise": "dropped", "answered": True}, "answered"),
        ({"outcome": "follow-up", "promise": "dropped"}, "unanswered"),
        ({"ended_by": "joined", "outcome": "lost", "promise": "open"}, "held"),
        ({"ended_by": "patron"}, "lost"),
    ],
)
def test_what_became_of_it(row: dict[str, Any], expected: str) -> None:
    assert fate(**row) == expected


def test_no_row_is_without_a_fate() -> None:
    rows = product(
        SessionState, ["", *Ending], ["", *Outcome], [False, True], [False, True], ["", *Promise]
    )
    for state, ended_by, outcome, answered, practice, promise in rows:
        found = fate_of(
            state=state, ended_by=ended_by, outcome=outcome, answered=answered,
            practice=practice, promise=promise,
        )  # fmt: skip
        assert (found is SessionFate.PRACTICE) == (
            practice
            or (
                outcome == Outcome.PRACTICE
                and state is SessionState.CLOSED
                and ended_by != Ending.BLOCKED
                and not (promise and ended_by in (Ending.PROMISE, Ending.DEALT, Ending.JOINED))
            )
        )
