"""Rehearsals in the middle of everything else: real patrons notice nothing of them."""

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from imref.desk.effects import Acknowledge, Effect, Say
from imref.desk.events import Delivered, Event, Said
from imref.desk.model import Moment, Outcome, Session, SessionState, Turn

from .promises import PATRONS, STAFF
from .scene import DOMAIN, address_of
from .test_switchboard_machine import PROFILE, DeskMachine

OWN = f"@{DOMAIN}"


class RehearsalMachine(DeskMachine):
    """The same, and librarians rehearse; the server brings back what goes to our own domain."""

    def __init__(self) -> None:
        self.on_their_way: list[Event] = []
        super().__init__()

    @rule(
        name=st.sampled_from(STAFF),
        words=st.sampled_from(["!practice", "!practice", "!practice all", "!practice stop"]),
    )
    def somebody_rehearses(self, name: str, words: str) -> None:
        if self.serves(name):
            self.words += 1
            self.happens(Said(address_of(name), "pc", "ask", f"id{self.words}", words))

    @rule()
    def our_own_words_come_back(self) -> None:
        came, self.on_their_way = self.on_their_way, []
        for event in came:
            self.happens(event)

    @rule(pick=st.integers(0, 1000))
    def whoever_rehearses_answers(self, pick: int) -> None:
        self.our_own_words_come_back()
        rehearsed = [one for one in self.room.sessions.values() if one.practice and one.open]
        if rehearsed and self.room.rehearsals:
            session = rehearsed[pick % len(rehearsed)]
            begun = self.room.rehearsals.get(session.patron.address.removesuffix(OWN))
            if begun is not None and self.serves(begun.staff):
                self.staff_writes(begun.staff, session, self.word())
                self.time_passes(20.0)
                self.our_own_words_come_back()

    def happens(self, event: Event) -> list[Effect]:
        effects = super().happens(event)
        for effect in effects:
            match effect:
                case Say(recipient=recipient) if recipient.endswith(OWN):
                    to = recipient.removesuffix(OWN)
                    self.on_their_way.append(
                        Said(effect.sender + OWN, "", to, effect.id, effect.body, receipt=True)
                    )
                case Acknowledge(recipient=recipient) if OWN in recipient:
                    to = recipient.partition("@")[0]
                    self.on_their_way.append(Delivered(effect.sender + OWN, to, effect.id))
        return effects

    def hears(self, say: Say) -> None:
        if not say.recipient.endswith(OWN) and not self.is_rehearsed(say.session):
            super().hears(say)

    def is_rehearsed(self, number: int | None) -> bool:
        session = self.room.sessions.get(number) if number is not None else None
        return session is not None and session.practice

    def check_turn(self, what: Moment, name: str, session: Session) -> None:
        if not session.practice:
            super().check_turn(what, name, session)
        elif what in (Moment.OFFERED, Moment.CLAIMED):
            begun = self.room.rehearsals[session.patron.address.removesuffix(OWN)]
            assert begun.for_all or begun.staff == name
        elif what is Moment.CLOSED:
            assert session.outcome == Outcome.PRACTICE
        else:
            assert what not in (Moment.TRANSFERRED, Moment.INVITED)

    def check_hours(self, turn: Turn) -> None:
        if not self.is_rehearsed(turn.session):
            super().check_hours(turn)

    def check_order(self, turn: Turn) -> None:
        if not self.is_rehearsed(turn.session):
            super().check_order(turn)

    def has_a_fate(self, session: Session, message: object) -> bool:
        return session.practice or super().has_a_fate(session, message)  # type: ignore[arg-type]

    @invariant()
    def rehearsals_and_real_patrons_are_kept_apart(self) -> None:
        for session in self.room.sessions.values():
            assert session.practice is (session.patron.address not in PATRONS)
            if session.practice:
                assert session.state is not SessionState.HELD
                assert session.state is not SessionState.ABROAD


TestRehearsals = RehearsalMachine.TestCase
TestRehearsals.settings = PROFILE
