"""Small scenes for the store's tests: a patron, a session, and what was said in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from imref.desk.effects import Effect, KeepMessage, KeepPatron, KeepSession, KeepTurn, Say
from imref.desk.model import Message, Moment, Patron, Session, SessionState, Speaker, Turn

Rows = Callable[[str], list[tuple[Any, ...]]]

OPENED = 1_700_000_000.25
ANNA = "anna@library.example"
PATRON = "p@home.example"


@dataclass
class Scene:
    """Numbers rows as the desk does; every method returns the effects to be kept."""

    messages: Iterator[int] = field(default_factory=lambda: count(1))
    says: Iterator[int] = field(default_factory=lambda: count(1))
    sessions: Iterator[int] = field(default_factory=lambda: count(1))
    patrons: Iterator[int] = field(default_factory=lambda: count(1001))

    def patron(self, address: str = PATRON, desk: str = "ask") -> Patron:
        return Patron(next(self.patrons), address, desk)

    def opens(self, patron: Patron, at: float = OPENED) -> list[Effect]:
        session = Session(next(self.sessions), patron, patron.desk, opened=at, since=at)
        first = [KeepPatron(patron)] if patron.session is None else []
        patron.session = session
        return [*first, KeepSession(session), KeepTurn(Turn(session.number, at, Moment.OPENED))]

    def says_patron(
        self, patron: Patron, body: str, stanza_id: str, at: float, to: str = ANNA
    ) -> list[Effect]:
        message = self._message(patron, Speaker.PATRON, "", body, stanza_id, at)
        relay = Say(
            next(self.says), patron.alias, to, body, message.id, at, message.session, message.number
        )
        return [KeepMessage(message), relay]

    def says_staff(
        self, patron: Patron, name: str, body: str, stanza_id: str, at: float
    ) -> list[Effect]:
        message = self._message(patron, Speaker.STAFF, name, body, stanza_id, at)
        relay = Say(
            next(self.says), patron.desk, patron.address, body, message.id, at,
            message.session, message.number,
        )  # fmt: skip
        return [KeepMessage(message), relay]

    def notes(self, patron: Patron, name: str, body: str, at: float) -> list[Effect]:
        message = self._message(patron, Speaker.NOTE, name, body, "", at)
        message.id = f"note-{message.number}"
        return [KeepMessage(message)]

    def claims(self, patron: Patron, name: str, at: float) -> list[Effect]:
        session = session_of(patron)
        session.state, session.owner, session.since = SessionState.ACTIVE, name, at
        turn = Turn(session.number, at, Moment.CLAIMED, name)
        return [KeepSession(session), KeepTurn(turn)]

    def goes_abroad(self, patron: Patron, partner: str, at: float) -> list[Effect]:
        session = session_of(patron)
        session.state, session.partner, session.since = SessionState.ABROAD, partner, at
        return [KeepSession(session), KeepTurn(Turn(session.number, at, Moment.SENT_ON, partner))]

    def closes(self, patron: Patron, at: float) -> list[Effect]:
        session = session_of(patron)
        session.state, session.closed, session.ended_by = SessionState.CLOSED, at, "staff"
        return [
            KeepSession(session),
            KeepTurn(Turn(session.number, at, Moment.CLOSED, session.owner, "staff")),
        ]

    def _message(
        self, patron: Patron, speaker: Speaker, staff: str, body: str, stanza_id: str, at: float
    ) -> Message:
        session = session_of(patron)
        return Message(
            next(self.messages), session.number, patron.number, at, speaker, staff, body, stanza_id
        )


def session_of(patron: Patron) -> Session:
    assert patron.session is not None
    return patron.session
