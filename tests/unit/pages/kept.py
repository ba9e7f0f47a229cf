"""A store for the dashboard: a few conversations, each with what was said in it."""

from collections.abc import Sequence
from pathlib import Path

from imref.desk.effects import Effect, Keep, KeepMessage, KeepPatron, KeepSession
from imref.desk.model import Message, Patron, Session, SessionState, Speaker
from imref.desk.records import FollowUp
from imref.store.journal import Journal

Said = tuple[Speaker, str, str]
"""Who speaks, their staff name, and what they say."""


def conversation(number: int, desk: str, opened: float, *said: Said) -> list[Effect]:
    """What is to be kept of a closed session, with patron 1000 + number."""
    patron = Patron(1000 + number, f"p{number}@home.example", desk)
    session = Session(number, patron, desk, opened=opened, closed=opened + 600)
    session.state, session.owner = SessionState.CLOSED, "ana"
    patron.session = session
    effects: list[Effect] = [KeepPatron(patron), KeepSession(session)]
    for place, (speaker, staff, body) in enumerate(said, 1):
        key = number * 100 + place
        message = Message(
            key, number, patron.number, opened + 10 * place, speaker, staff, body, f"m{key}"
        )
        effects.append(KeepMessage(message))
    return effects


def promise(number: int, session: int, owner: str, what: str, due: float) -> list[Effect]:
    """What is to be kept of an open follow-up."""
    return [Keep(FollowUp(number, session, 1000 + session, owner, what, due - 3600, due))]


async def keep(database: Path, *effects: Sequence[Effect]) -> None:
    """Keep all of this."""
    journal = await Journal.open(database)
    for some in effects:
        journal.add(some)
    await journal.commit()
    await journal.close()
