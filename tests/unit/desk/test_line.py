"""Places in a line."""

import pytest

from imref.desk.model import Patron, Session
from imref.desk.session.line import Line


@pytest.fixture
def sessions() -> list[Session]:
    return [Session(n, Patron(n, f"p{n}@home.example", "ask"), "ask", 0.0) for n in range(5)]


def test_a_line_is_in_order_of_arrival(sessions: list[Session]) -> None:
    line = Line()
    for number in (3, 0, 4, 1):
        line.add(sessions[number])
    assert [session.number for session in line] == [0, 1, 3, 4]
    assert [line.place(session) for session in sessions] == [1, 2, 0, 3, 4]
    assert line.first(2) == sessions[:2]


def test_who_leaves_moves_the_others_up(sessions: list[Session]) -> None:
    line = Line()
    for session in sessions:
        line.add(session)
        line.add(session)
    line.remove(sessions[1])
    line.remove(sessions[1])
    assert len(line) == 4
    assert sessions[1] not in line
    assert line.place(sessions[4]) == 4


def test_a_line_may_change_while_it_is_walked(sessions: list[Session]) -> None:
    line = Line()
    for session in sessions:
        line.add(session)
    for session in line:
        line.remove(session)
    assert not len(line)
