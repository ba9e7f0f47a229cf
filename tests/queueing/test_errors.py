"""A wrong rule does not agree with theory: what the comparison is worth."""

from collections.abc import Callable
from typing import Any

import pytest

from imref.desk.model import Session
from imref.desk.room import Room
from imref.desk.session import offering, routing, sessions
from imref.desk.session.line import Line

from .desk import Setting
from .measured import agrees, expected, measure

PATIENT, IMPATIENT = Setting(3, 0.7), Setting(5, 0.9, 2.0)
CONFIDENCE = 0.999

Wrong = Callable[[pytest.MonkeyPatch], None]


def one_more_patron_than_agreed(patch: pytest.MonkeyPatch) -> None:
    """Everybody's capacity is off by one."""
    for module in (routing, sessions, offering):
        right = module.limit  # type: ignore[attr-defined]
        patch.setattr(module, "limit", lambda room, member, right=right: right(room, member) + 1)
    patch.setattr("imref.desk.duty.standing.limit", lambda *_: 2)
    patch.setattr("imref.desk.staff.staff_side.limit", lambda *_: 2)


def nobody_is_asked_for_a_while_after_each_close(patch: pytest.MonkeyPatch) -> None:
    """Three minutes in which no offer is made at all."""
    close, ask = sessions.close, offering.whom_to_ask
    closed = [-1e9]

    def closing(room: Room, *its: Any) -> None:
        closed[0] = room.now
        close(room, *its)

    def asking(room: Room, session: Session) -> list[str]:
        return ask(room, session) if room.now - closed[0] >= 180.0 else []

    def looks_again(room: Room, session: Session) -> float:
        return max(room.now + 60.0, closed[0] + 180.0)

    for module in ("session.closing", "patron.patron_side"):
        patch.setattr(f"imref.desk.{module}.close", closing)
    patch.setattr(offering, "whom_to_ask", asking)
    patch.setattr(offering, "_next_look", looks_again)


def the_head_of_the_line_starves(patch: pytest.MonkeyPatch) -> None:
    """Whoever is first in line is offered to nobody who becomes free."""
    in_order = Line.__iter__
    patch.setattr(Line, "__iter__", lambda line: iter(list(in_order(line))[1:]))


def one_librarian_is_never_asked(patch: pytest.MonkeyPatch) -> None:
    """Somebody is on duty, and gets nothing."""
    may = routing.may_be_offered
    for module in (routing, offering, sessions):
        patch.setattr(module, "may_be_offered", lambda *its: its[2] != "s2" and may(*its))


def test_the_rules_as_they_are_agree() -> None:
    for setting in (PATIENT, IMPATIENT):
        assert agrees(measure(setting, 800, (7, 8, 9), CONFIDENCE), expected(setting))


@pytest.mark.parametrize(
    ("wrong", "setting"),
    [
        (one_more_patron_than_agreed, PATIENT),
        (one_more_patron_than_agreed, IMPATIENT),
        (nobody_is_asked_for_a_while_after_each_close, PATIENT),
        (nobody_is_asked_for_a_while_after_each_close, IMPATIENT),
        (one_librarian_is_never_asked, PATIENT),
        (one_librarian_is_never_asked, IMPATIENT),
        (the_head_of_the_line_starves, IMPATIENT),
    ],
)
def test_a_wrong_rule_is_found(
    wrong: Wrong, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong(monkeypatch)
    assert not agrees(measure(setting, 800, (7, 8, 9), CONFIDENCE), expected(setting))
