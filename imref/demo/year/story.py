"""One question of the made-up year, from the first words to the end, as the desk would keep it."""

from dataclasses import dataclass, field
from random import Random
from typing import Final

from imref.demo.year.pattern import LENGTHS, lognormal
from imref.demo.year.words import FURTHER, TALKS, THANKS
from imref.desk.effects import (
    Effect,
    Keep,
    KeepMessage,
    KeepPatron,
    KeepSession,
    KeepTurn,
)
from imref.desk.model import (
    Ending,
    Message,
    Moment,
    Outcome,
    Patron,
    Session,
    SessionState,
    Speaker,
    Turn,
)
from imref.desk.records import FollowUp, Promise

LONGEST: Final = 3000.0
"""Seconds after which a conversation of the made-up year is over, so that a year has an end."""

READ_LEVELS: Final = ((1, 46), (2, 28), (3, 17), (4, 7), (5, 2))
"""READ levels with how many in a hundred have them."""

READ_WORK: Final = {1: 0.5, 2: 1.0, 3: 1.6, 4: 2.6, 5: 3.8}
"""How long a question of each level takes, against the usual."""


@dataclass(slots=True)
class Numbers:
    """What comes next: numbers of rows are given in the order of time."""

    patron: int = 1001
    session: int = 1
    message: int = 1
    record: int = 1


@dataclass(slots=True)
class Story:
    """A session in the making. What it says and does is collected in ``kept``."""

    chance: Random
    numbers: Numbers
    session: Session
    known: bool
    talk: tuple[str, str] = TALKS[0]
    kept: list[Effect] = field(default_factory=list)
    promised: FollowUp | None = None

    def begin(self) -> None:
        """The patron asks."""
        if not self.known:
            self.kept.append(KeepPatron(self.session.patron))
        self.kept.append(KeepSession(self.session))
        self.talk = self.chance.choice(TALKS)
        self.turn(self.session.opened, Moment.OPENED)
        self.says(self.session.opened, self.talk[0])

    def turn(self, at: float, what: Moment, staff: str = "", detail: str = "") -> None:
        """Something happens to the session."""
        self.kept.append(KeepTurn(Turn(self.session.number, at, what, staff, detail)))

    def says(self, at: float, body: str, staff: str = "") -> None:
        """The patron says something, or with ``staff`` somebody says it to them."""
        session, number = self.session, self.numbers.message
        self.numbers.message += 1
        speaker = Speaker.STAFF if staff else Speaker.PATRON
        message = Message(
            number, session.number, session.patron.number, at, speaker, staff, body, f"m{number}"
        )
        self.kept.append(KeepMessage(message))
        if staff:
            session.first_answer = session.first_answer or at
            session.owner_spoke = at
            session.answer_lines += 1
        else:
            session.patron_spoke = at
            session.asked_lines += 1

    def hold(self, at: float) -> None:
        """The question is kept for another hour."""
        self.session.first_held = self.session.first_held or at
        self.session.state = SessionState.HELD
        self.turn(at, Moment.HELD)

    def close(self, at: float, ending: Ending, outcome: Outcome | str) -> None:
        """The end, by whom, and what came of it."""
        session = self.session
        session.state = SessionState.CLOSED
        session.closed = session.since = at
        session.ended_by, session.outcome = ending, outcome
        self.turn(at, Moment.CLOSED, session.owner or session.partner, ending)

    def work(self) -> float:
        """How long the librarian will need; the level is settled with it."""
        levels, weights = zip(*READ_LEVELS, strict=True)
        self.session.read = self.chance.choices(levels, weights)[0]
        usual = lognormal(self.chance, LENGTHS.work * READ_WORK[self.session.read], 0.5)
        return min(max(usual, 45.0), LONGEST)

    def converse(self, at: float, staff: str, until: float) -> None:
        """Somebody takes the question ``at`` a time and answers ``until`` it is settled."""
        session, chance = self.session, self.chance
        session.owner, session.since, session.state = staff, at, SessionState.ACTIVE
        self.turn(at, Moment.CLAIMED, staff)
        self.says(at, self.talk[1], staff)
        at += (until - at) * 0.2
        for asked, answer in chance.sample(FURTHER, chance.choice((0, 0, 1, 1, 2, 3))):
            step = (until - at) * 0.3
            self.says(at + step, asked)
            self.says(at + 2 * step, answer, staff)
            at += 2 * step
        if chance.random() < 0.7:
            self.says(at + (until - at) * 0.6, chance.choice(THANKS))

    def end_well(self, at: float) -> None:
        """A conversation ends: most as answered, some passed on to somebody outside."""
        chance, session = self.chance, self.session
        ending = chance.choices((Ending.STAFF, Ending.PATRON, Ending.IDLE), (60, 25, 15))[0]
        outcome = Outcome.REFERRED if chance.random() < 0.04 else Outcome.ANSWERED
        self.close(at, ending, outcome)
        if chance.random() < 0.25:
            session.rating_asked = at
            session.rating = chance.choices((5, 4, 3, 2, 1), (60, 25, 9, 4, 2))[0]

    def promise(self, at: float, staff: str, due: float, ending: Ending, until: float) -> None:
        """It ends with a promise, and what came of that is known up to ``until``."""
        session, chance = self.session, self.chance
        record = FollowUp(
            self.numbers.record, session.number, session.patron.number, staff, self.talk[0], at, due
        )
        self.numbers.record += 1
        session.owner = staff
        self.turn(at, Moment.PROMISED, staff)
        self.close(at, ending, Outcome.FOLLOW_UP)
        state = chance.choices((Promise.KEPT, Promise.LATE, Promise.BROKEN), (86, 9, 5))[0]
        answered = at + (due - at) * chance.uniform(0.1, 0.95)
        if state is Promise.LATE:
            answered = due + chance.expovariate(1 / 7200.0) + 3600.0
        settled = due + 30 * 86_400.0 if state is Promise.BROKEN else answered
        if state is not Promise.BROKEN and answered < until:
            record.answered = answered
            self.says(answered, self.talk[1], staff)
        if settled < until:
            record.state, record.settled, record.forgotten = state, settled, settled + 600.0
        self.promised = record
        self.kept.append(Keep(record))


def new_session(numbers: Numbers, patron: Patron, at: float, channel: str, desk: str) -> Session:
    """A session that begins now."""
    session = Session(numbers.session, patron, desk, at, since=at)
    numbers.session += 1
    session.channel = channel
    session.order_told = False
    patron.session = session
    return session
