"""A partner library at its worst, for the machine that plays everybody else."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from imref.desk.effects import Effect, KeepTurn, Refuse, Say
from imref.desk.events import Bounced, Delivered, Event, Said, Typed
from imref.desk.model import Moment, Session, SessionState, Speaker

from .promises import PARTNER, PARTNER_TITLE, PATRONS, REAL, Promises

picks = st.integers(0, 1000)


class PartnerPlay(Promises):
    """What a partner does, and what must hold of all that reaches one."""

    def __init__(self) -> None:
        super().__init__()
        self.told_of_partner: set[int] = set()
        self.refused: set[int] = set()

    # What the partner does.

    def with_partner(self, pick: int) -> Session | None:
        theirs = [each for each in self.room.sessions.values() if each.partner]
        return theirs[pick % len(theirs)] if theirs else None

    @rule(pick=picks, how=st.sampled_from(["own", "count", "automatic"]))
    def partner_says(self, pick: int, how: str) -> None:
        if (session := self.with_partner(pick)) is not None:
            self.words += 1
            ids = {"own": f"id{self.words}", "count": "1", "automatic": f"im-{self.words}"}
            body, alias = f"word{self.words}.", session.patron.alias
            said = Said(PARTNER, "pc", alias, ids[how], body, receipt=True)
            self.happens(said)
            self.happens(said)

    @rule(pick=picks)
    def partner_writes_to_any_alias(self, pick: int) -> None:
        sessions = [*self.room.sessions.values()]
        if sessions:
            session = sessions[pick % len(sessions)]
            self.words += 1
            body, alias = f"word{self.words}.", session.patron.alias
            effects = self.happens(Said(PARTNER, "pc", alias, f"id{self.words}", body))
            theirs = session.patron.session is not None and session.patron.session.partner
            assert theirs or [type(each) for each in effects] == [Refuse]

    @rule(pick=picks, bounces=st.booleans())
    def partner_receives_or_not(self, pick: int, bounces: bool) -> None:
        rows = [row for row in self.records.outbox.values() if row.say.recipient == PARTNER][-8:]
        if rows:
            say = rows[pick % len(rows)].say
            self.happens(
                Bounced(PARTNER, say.sender, say.id, "gone")
                if bounces
                else Delivered(PARTNER, say.sender, say.id)
            )

    @rule(pick=picks)
    def partner_types(self, pick: int) -> None:
        if (session := self.with_partner(pick)) is not None:
            self.happens(Typed(PARTNER, "pc", session.patron.alias, "composing"))

    @rule(pick=picks, word=st.sampled_from(["yes", "no", "keep", "cancel"]))
    def a_patron_answers_the_proposal(self, pick: int, word: str) -> None:
        session = self.with_partner(pick)
        if session is not None and session.state is SessionState.HELD:
            self.words += 1
            patron = session.patron
            self.happens(Said(patron.address, "tv", patron.desk, f"id{self.words}", word, True))

    # What must hold.

    def happens(self, event: Event) -> list[Effect]:
        effects = super().happens(event)
        for effect in effects:
            match effect:
                case KeepTurn(turn) if turn.what is Moment.REFUSED:
                    self.refused.add(turn.session)
                case Say(recipient=recipient) if recipient in PATRONS:
                    if f"{PARTNER_TITLE} answers for us" in effect.body:
                        assert effect.session is not None
                        self.told_of_partner.add(effect.session)
                case Say(recipient=recipient) if recipient == PARTNER:
                    self.hears_as_partner(effect)
        return effects

    def hears_as_partner(self, say: Say) -> None:
        """Nobody is relayed to a partner before they were told, or against their will."""
        assert say.session in self.told_of_partner
        assert say.session not in self.refused
        assert "secret" not in say.body
        assert REAL not in say.body
        assert not any(patron in say.body for patron in PATRONS)
        if say.message is not None:
            assert self.records.messages[say.message].speaker is Speaker.PATRON
