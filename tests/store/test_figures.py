"""Somebody's own figures are what a patient clerk with all the rows would count."""

import asyncio
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count as numbers
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imref.desk.effects import Effect, Keep, KeepMessage, KeepPatron, KeepSession, KeepTurn
from imref.desk.errands import CountFigures, Figures
from imref.desk.model import Message, Moment, Patron, Session, Speaker, Turn
from imref.desk.records import FollowUp, Promise
from imref.store.database import connect, engine_on
from imref.store.errors import StoreError
from imref.store.figures import BEGINS_WAIT, count, figures
from imref.store.journal import Journal

from .test_plans import planned, walks

STAFF = ("anna", "bob", "carol")
SINCE = 1000.0


@dataclass
class Past:
    """Sessions as they were, row by row, and the effects that keep them."""

    effects: list[Effect] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def session(self, desk: str, *, practice: bool = False) -> Session:
        number = len(self.sessions) + 1
        patron = Patron(1000 + number, f"p{number}@home.example", desk)
        session = patron.session = Session(number, patron, desk, opened=0.0, practice=practice)
        self.sessions.append(session)
        self.effects += [KeepPatron(patron), KeepSession(session)]
        return session

    def turn(self, session: Session, at: float, what: Moment, staff: str = "") -> None:
        turn = Turn(session.number, at, what, staff)
        self.turns.append(turn)
        self.effects.append(KeepTurn(turn))

    def word(self, session: Session, at: float, staff: str) -> None:
        number = len(self.messages) + 1
        speaker = Speaker.STAFF if staff else Speaker.PATRON
        patron = session.patron.number
        message = Message(number, session.number, patron, at, speaker, staff, "…", f"m{number}")
        self.messages.append(message)
        self.effects.append(KeepMessage(message))

    def naively(self, staff: str) -> Figures:
        """Every row of every session looked at, one after another."""
        waits: list[float] = []
        taken: dict[tuple[int, str], float] = {}
        for session in self.sessions:
            since = 0.0
            waiting: dict[str, float] = {}
            for turn in [turn for turn in self.turns if turn.session == session.number]:
                if turn.what in BEGINS_WAIT:
                    since = turn.at
                took = turn.what in (Moment.CLAIMED, Moment.RETURNED)
                if took and turn.at >= SINCE and not session.practice:
                    taken.setdefault((session.number, turn.staff), turn.at)
                    waiting.setdefault(turn.staff, since)
            for message in self.messages:
                mine = message.session == session.number and message.staff == staff
                if mine and staff in waiting and message.at >= taken[session.number, staff]:
                    waits.append(message.at - waiting[staff])
                    break
        desks = {one.number: one.desk for one in self.sessions}
        mine = {desks[number] for number, name in taken if name == staff}
        loads = Counter(name for number, name in taken if desks[number] in mine)
        return Figures(len(waits), tuple(sorted(waits)), tuple(sorted(loads.items())))


async def kept(path: Path, effects: list[Effect]) -> None:
    journal = await Journal.open(path)
    journal.add(effects)
    await journal.commit()
    await journal.close()


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    past = Past()
    for _ in range(draw(st.integers(0, 6))):
        session = past.session(draw(st.sampled_from(["ask", "law"])), practice=draw(st.booleans()))
        at = draw(st.integers(900, 1050))
        past.turn(session, at, Moment.OPENED)
        for _ in range(draw(st.integers(0, 6))):
            at += draw(st.integers(0, 60))
            what = draw(st.sampled_from(["claimed", "word", "word", *Moment]))
            staff = draw(st.sampled_from(STAFF))
            if what == "word":
                past.word(session, at, draw(st.sampled_from([staff, staff, ""])))
            else:
                named = what in ("claimed", Moment.RETURNED, Moment.CLAIMED)
                past.turn(session, at, Moment(what), staff if named else "")
    return past


@settings(max_examples=60, deadline=None)
@given(past=pasts(), staff=st.sampled_from(STAFF))
def test_as_a_patient_clerk_would_count(past: Past, staff: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "imref.sqlite"
        asyncio.run(kept(path, past.effects))
        counted = count(path, CountFigures(staff, SINCE, "ask")).figures
    naive = past.naively(staff)
    assert counted.answered == naive.answered
    assert sorted(counted.waits) == pytest.approx(list(naive.waits))
    assert counted.loads == naive.loads


async def test_a_transfer_starts_a_new_wait(path: Path) -> None:
    past = Past()
    session = past.session("ask")
    past.turn(session, 2000, Moment.OPENED)
    past.turn(session, 2010, Moment.CLAIMED, "anna")
    past.word(session, 2030, "anna")
    past.turn(session, 2100, Moment.TRANSFERRED, "anna")
    past.turn(session, 2110, Moment.CLAIMED, "bob")
    past.word(session, 2115, "bob")
    await kept(path, past.effects)
    anna, bob = (count(path, CountFigures(name, SINCE, "")).figures for name in ("anna", "bob"))
    assert (anna.answered, anna.waits) == (1, (30.0,))
    assert (bob.answered, bob.waits) == (1, (15.0,))
    assert anna.loads == (("anna", 1), ("bob", 1))


async def test_promises_are_counted_by_what_became_of_them(path: Path) -> None:
    settled = [
        ("anna", Promise.KEPT, 2000.0), ("anna", Promise.KEPT, 2001.0),
        ("anna", Promise.LATE, 2002.0), ("anna", Promise.BROKEN, 2003.0),
        ("anna", Promise.KEPT, 10.0), ("anna", Promise.OPEN, 0.0), ("bob", Promise.KEPT, 2000.0),
    ]  # fmt: skip
    ids = numbers(1)
    records = [
        FollowUp(next(ids), 1, 1001, owner, "a map", 1.0, 2.0, state, settled=at)
        for owner, state, at in settled
    ]
    await kept(path, [Keep(record) for record in records])
    found = count(path, CountFigures("anna", SINCE, "")).figures
    assert (found.kept, found.late, found.broken) == (2, 1, 1)


async def test_counting_walks_through_no_archive(path: Path) -> None:
    past = Past()
    for _ in range(30):
        session = past.session("ask")
        past.turn(session, 10, Moment.OPENED)
        past.turn(session, 20, Moment.CLAIMED, "anna")
        past.word(session, 30, "anna")
    past.turn(session, 2000, Moment.CLAIMED, "anna")
    past.word(session, 2001, "anna")
    await kept(path, past.effects)
    with closing(connect(path, read_only=True)) as connection:
        engine = engine_on(connection)
        plans = planned(engine, connection)
        with engine.begin() as transaction:
            assert figures(transaction, "anna", SINCE).answered == 1
    assert walks(plans) == []
    for index in ("turns_taken", "turns_session", "messages_session", "followups_settled"):
        assert index in "\n".join(plans), index


def test_a_database_that_is_not_there(path: Path) -> None:
    with pytest.raises(StoreError):
        count(path, CountFigures("anna", SINCE, ""))
