"""Reactions, words taken back, markers, answers and clients of all kinds, for the machine."""

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from imref.desk.effects import Effect, KeepMessage, Mark, Say, TakeBack
from imref.desk.events import Event, FeaturesKnown, Marked, Reacted, Retracted, Said
from imref.desk.model import ALIAS_PREFIX, Message, Speaker
from imref.desk.roster.devices import Feature

from .partner_play import PartnerPlay
from .promises import PARTNER, PATRONS, STAFF
from .scene import address_of

picks = st.integers(0, 1000)
people = st.sampled_from([*PATRONS, *map(address_of, STAFF), PARTNER])
REACTIONS = [(), ("👍",), ("👍", "🎉")]


class GesturePlay(PartnerPlay):
    """What people do about earlier messages, their own, others' and none that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: list[str] = []

    # What people do.

    def somewhere(self, who: str, pick: int) -> tuple[str, str]:
        """A window of somebody's, and the id of a message in it, as they see it."""
        seen = [
            (row.say.sender, row.say.id)
            for row in self.records.outbox.values()
            if row.say.recipient == who
        ][-12:]
        seen += [(said.to, said.id) for said in self.said.get(who, ())][-12:]
        return seen[pick % len(seen)] if seen else ("ask", "unknown")

    def may_write(self, who: str) -> bool:
        return who in PATRONS or who == PARTNER or who in self.room.agreement.staff

    @rule(who=people, pick=picks, emojis=st.sampled_from(REACTIONS))
    def somebody_reacts(self, who: str, pick: int, emojis: tuple[str, ...]) -> None:
        if self.may_write(who):
            window, stanza = self.somewhere(who, pick)
            self.words += 1
            self.happens(Reacted(who, "phone", window, f"id{self.words}", stanza, emojis))

    @rule(who=people, pick=picks)
    def somebody_looks(self, who: str, pick: int) -> None:
        if self.may_write(who):
            self.happens(Marked(who, "phone", *self.somewhere(who, pick)))

    @rule(who=people, pick=picks)
    def somebody_takes_back(self, who: str, pick: int) -> None:
        if not self.may_write(who):
            return
        window, stanza = self.somewhere(who, pick)
        self.words += 1
        effects = self.happens(Retracted(who, "phone", window, f"id{self.words}", stanza))
        for effect in effects:
            if isinstance(effect, TakeBack) and effect.words:
                once = (word for word in effect.words.split() if word.startswith("word"))
                self.gone += once  # others, like "thanks", may be said again
                self.said[who] = [
                    said
                    for said in self.said.get(who, [])
                    if said.body not in effect.words.splitlines()
                ]

    @rule(who=people, pick=picks, body=st.sampled_from(["word", "word", "!note secret", "!close"]))
    def somebody_answers_a_message(self, who: str, pick: int, body: str) -> None:
        """A client quotes what it shows, whatever that is."""
        if not self.may_write(who) or who == PARTNER:
            return
        window, stanza = self.somewhere(who, pick)
        if who in PATRONS and window.startswith(ALIAS_PREFIX):
            return
        self.words += 1
        shown = [row.say.body for row in self.records.outbox.values() if row.say.id == stanza][-1:]
        quote = "".join(f"> {line}\n" for text in shown for line in text.splitlines())
        if who in PATRONS:
            body = "word"  # To them a command is a word like others, which we may repeat to them.
        own = f"{body}{self.words}."
        stanza_id = f"id{self.words}"
        said = Said(who, "pc", window, stanza_id, quote + own, reply=stanza, quoted=len(quote))
        self.recalls(said)
        self.happens(said)

    @rule(name=st.sampled_from(STAFF), pick=picks)
    def staff_corrects(self, name: str, pick: int) -> None:
        who = address_of(name)
        if self.may_write(who):
            window, stanza = self.somewhere(who, pick)
            self.words += 1
            body = f"word{self.words}."
            self.happens(Said(who, "pc", window, f"id{self.words}", body, replaces=stanza))

    @rule(
        who=people,
        device=st.sampled_from(["phone", "pc", "tv"]),
        features=st.sets(st.sampled_from(Feature)),
    )
    def a_client_says_what_it_can_do(self, who: str, device: str, features: set[str]) -> None:
        assert self.happens(FeaturesKnown(who, device, frozenset(features))) == []

    # What must hold.

    def happens(self, event: Event) -> list[Effect]:
        effects = super().happens(event)
        for effect in effects:
            match effect:
                case TakeBack():
                    assert isinstance(event, Retracted)
                    self.is_by(event.sender, effect.speaker, effect.staff)
                case KeepMessage(message) if message.replaces:
                    assert isinstance(event, Said)
                    self.corrects_its_own(message)
                case Mark(recipient=recipient):
                    assert isinstance(event, Marked)
                    assert recipient != event.sender
                case Say() if effect.replaces:
                    assert effect.message is not None
                    assert self.records.messages[effect.message].replaces
        if isinstance(event, Reacted | Marked):
            assert not [each for each in effects if isinstance(each, KeepMessage)]
        return effects

    def is_by(self, sender: str, speaker: Speaker, staff: str) -> None:
        """Nobody's words change by another's hand."""
        if speaker is Speaker.PATRON:
            assert sender in PATRONS
        else:
            assert sender in (staff, address_of(staff))

    def corrects_its_own(self, message: Message) -> None:
        corrected = [
            each
            for each in self.records.messages.values()
            if (each.patron, each.speaker, each.id)
            == (message.patron, message.speaker, message.replaces)
        ]
        assert [each.staff for each in corrected] == [message.staff]
        assert not corrected[0].retracted

    @invariant()
    def what_was_taken_back_is_in_no_row(self) -> None:
        words = self.gone[-3:]
        if not words:
            return
        rows = [row.say.body for row in self.records.outbox.values()]
        rows += [message.body for message in self.records.messages.values()]
        for session in self.room.sessions.values():
            rows += [line.body for line in (*session.lines, *session.earlier)]
        for word in words:
            found = [body for body in rows if word in body.split()]
            assert found == [], word
