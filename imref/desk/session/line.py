"""The line at one desk: who waits, in order of arrival, and each one's place."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from imref.desk.model import Session


class Line:
    """The waiting sessions of one desk, oldest first; a place is found without counting."""

    __slots__ = ("_numbers", "_sessions")

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._sessions: dict[int, Session] = {}

    def add(self, session: Session) -> None:
        """Put a session at the place that its arrival gives it; twice is once."""
        if session.number not in self._sessions:
            self._sessions[session.number] = session
            insort(self._numbers, session.number)

    def remove(self, session: Session) -> None:
        """Take a session out of the line, if it is in it."""
        if self._sessions.pop(session.number, None) is not None:
            del self._numbers[bisect_left(self._numbers, session.number)]

    def place(self, session: Session) -> int:
        """The session's place from 1, or 0 when it is not in the line."""
        if session.number not in self._sessions:
            return 0
        return bisect_left(self._numbers, session.number) + 1

    def first(self, most: int) -> list[Session]:
        """The ``most`` sessions that have waited longest."""
        return [self._sessions[number] for number in self._numbers[:most]]

    def __iter__(self) -> Iterator[Session]:
        """The sessions, oldest first, as they were when the iteration began."""
        return iter(self.first(len(self._numbers)))

    def __contains__(self, session: Session) -> bool:
        return session.number in self._sessions

    def __len__(self) -> int:
        return len(self._numbers)
