"""Whatever happens, in whatever order: the promises of the desk hold.

Hypothesis plays patrons, staff, the clock, the link, the config and the power supply.
``HYPOTHESIS_PROFILE=long`` plays for some minutes.
"""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from imref.desk.agreement import Agreement
from imref.desk.effects import (
    Fate,
    Refuse,
)
from imref.desk.events import (
    Accepted,
    AgreementChanged,
    Bounced,
    ClockTicked,
    Delivered,
    FaqFound,
    Flaw,
    Interrupted,
    LinkDown,
    LinkUp,
    Mailed,
    Marked,
    PresenceChanged,
    Reacted,
    Retracted,
    Said,
    Subscription,
    SubscriptionChanged,
    Typed,
    Unusable,
)
from imref.desk.model import ALIAS_PREFIX, Session, SessionState, Speaker
from imref.desk.night.faq import Page
from imref.desk.records import MailFate
from imref.desk.switchboard import Switchboard

from .form_play import FormPlay
from .promises import (
    AGREEMENTS,
    ANSWERS,
    COVERED,
    DESKS,
    PAGE,
    PATRON_COMMANDS,
    PATRONS,
    READY,
    STAFF,
)
from .records import Row
from .scene import address_of

COMMANDS = [
    "!take", "!take {number}", "!decline", "!decline {number}", "!close", "!close {number}",
    "!note {secret}", "!transfer ana {secret}", "!transfer ben", "!transfer cleo {secret}",
    "!transfer law", "!transfer ask {secret}", "!transfer", "!on", "!off", "!limit 0", "!limit 1",
    "!limit 3", "!limit {secret}", "!queue", "!who", "!status", "!help", "!cloes {secret}",
    "!on till 14:30", "!on till {secret}", "!off law", "!on law", "!desk ask off", "!desk ask on",
    "!desk", "!swamped", "!swamped off", "!invite ana {secret}", "!invite ben", "!invite cleo",
    "!leave", "!ask {secret}", "!re {secret}", "!re ana {secret}", "!mine", "!dashboard",
    "!{secret}", "! {secret}", "/take", "!1042 {secret}", "!close {secret}",
    "!walkin", "!walkin 2 {secret}", "!phone 10", "!phone", "!back", "!tally walkin {secret} 3",
    "!tally", "!canned add k {ready}", "!canned share k {ready}", "!canned remove k", "!canned",
    "!say k", "!say k", "!send", "!block 1 min {secret}", "!block {number} 1 min", "!blocks",
    "!unblock {number}",
    "!close answered 3", "!close spam", "!followup tomorrow 17:00 {secret}",
    "!followup in 2 hours {secret}", "!followup {secret}", "!followups", "!followups all",
    "!done", "!done {number}", "!postpone in 3 hours", "!postpone {number} tomorrow", "!drop",
    "!hand ben {secret}", "!hand {number} ana", "!hand cleo {number}",
]  # fmt: skip

STATUSES = ["", "at the desk", "phone 2 min", "at the desk till 3", "{secret}"]

patrons = st.sampled_from(PATRONS)
staff = st.sampled_from(STAFF)
desks = st.sampled_from(DESKS)
picks = st.integers(0, 1000)


class DeskMachine(FormPlay):
    """Patrons, staff, the clock, the link, the config and the power supply at their worst."""

    def __init__(self) -> None:
        super().__init__()
        self.link_comes()

    def word(self, kind: str = "word") -> str:
        self.words += 1
        return f"{kind}{self.words}."

    def arrives(self, said: Said) -> None:
        """A message, after what the store knows of its sender; the client may send it again."""
        self.recalls(said)
        self.happens(said)
        self.said.setdefault(said.sender, []).append(said)

    def alias(self, pick: int) -> str:
        aliases = [*self.records.patrons, 999]
        return f"{ALIAS_PREFIX}{aliases[pick % len(aliases)]}"

    def serves(self, name: str) -> bool:
        return address_of(name) in self.room.agreement.staff

    # Patrons.

    @rule(patron=patrons, to=desks, how=st.sampled_from(["own", "own", "none", "count", "odd"]))
    def patron_says(self, patron: str, to: str, how: str) -> None:
        body = self.word()
        ids = {"own": f"id{self.words}", "none": "", "count": "1", "odd": f"im-{self.words}"}
        self.arrives(Said(patron, "phone", to, ids[how], body, receipt=True))

    @rule(patron=patrons, pick=picks)
    def patron_repeats(self, patron: str, pick: int) -> None:
        if earlier := [said for said in self.said.get(patron, []) if said.id.startswith("id")]:
            self.arrives(earlier[-1 - pick % min(3, len(earlier))])

    @rule(patron=patrons, to=desks)
    def patron_corrects(self, patron: str, to: str) -> None:
        replaces = self.said[patron][-1].id if self.said.get(patron) else "unknown"
        body = self.word()
        self.arrives(Said(patron, "desktop", to, f"id{self.words}", body, replaces=replaces))

    @rule(patron=patrons, to=desks, word=st.sampled_from(PATRON_COMMANDS))
    def patron_commands(self, patron: str, to: str, word: str) -> None:
        self.words += 1
        self.arrives(Said(patron, "phone", to, f"id{self.words}", word))

    @rule(patron=patrons, to=desks, word=st.sampled_from(ANSWERS))
    def patron_answers(self, patron: str, to: str, word: str) -> None:
        self.words += 1
        self.arrives(Said(patron, "phone", to, f"id{self.words}", word))

    @rule(patron=patrons, to=desks, state=st.sampled_from(["composing", "gone"]))
    def patron_types(self, patron: str, to: str, state: str) -> None:
        self.happens(Typed(patron, "phone", to, state))

    @precondition(lambda self: self.link)
    @rule(patron=patrons, to=desks, show=st.sampled_from(["available", "away", "unavailable"]))
    def patron_comes_to_the_page_or_leaves_it(self, patron: str, to: str, show: str) -> None:
        if to in self.room.agreement.desks:
            self.happens(PresenceChanged(patron, "page", to, show))

    @rule(pick=picks, pages=st.sampled_from([(PAGE,), ()]))
    def help_pages_are_searched(self, pick: int, pages: tuple[Page, ...]) -> None:
        session = self.one_of(pick, *SessionState)
        self.happens(FaqFound(session.number if session else 999, pages))

    @rule(patron=patrons, pick=picks)
    def patron_writes_to_an_alias(self, patron: str, pick: int) -> None:
        effects = self.happens(Said(patron, "phone", self.alias(pick), "x", self.word()))
        assert [type(effect) for effect in effects] == [Refuse]

    @rule(patron=patrons, pick=picks)
    def patron_meddles_with_an_alias(self, patron: str, pick: int) -> None:
        alias = self.alias(pick)
        assert self.happens(Typed(patron, "phone", alias, "composing")) == []
        for stanza in ("1", f"id{self.words}"):
            assert self.happens(Reacted(patron, "phone", alias, "x", stanza, ("👍",))) == []
            assert self.happens(Retracted(patron, "phone", alias, "x", stanza)) == []
            assert self.happens(Marked(patron, "phone", alias, stanza)) == []
        for row in list(self.records.outbox.values())[-3:]:
            if not row.say.id.startswith("im-"):
                assert self.happens(Delivered(patron, alias, row.say.id)) == []
                assert self.happens(Bounced(patron, alias, row.say.id, "gone")) == []

    @rule(patron=patrons, to=desks)
    def patron_encrypts(self, patron: str, to: str) -> None:
        self.happens(Unusable(patron, "phone", to, "e", Flaw.ENCRYPTED))

    @precondition(lambda self: self.link)
    @rule(patron=patrons, to=desks, kind=st.sampled_from(["subscribe", "probe", "unsubscribe"]))
    def patron_looks_at_the_roster(self, patron: str, to: str, kind: str) -> None:
        if to in self.room.agreement.desks:
            self.happens(SubscriptionChanged(patron, "phone", to, Subscription(kind)))

    # Staff.

    @rule(name=staff, pick=picks, count=st.booleans())
    def staff_replies(self, name: str, pick: int, count: bool) -> None:
        if self.serves(name):
            body = self.word()
            stanza = "1" if count else f"id{self.words}"
            self.arrives(Said(address_of(name), "pc", self.alias(pick), stanza, body, receipt=True))

    @rule(name=staff, pick=picks)
    def staff_repeats(self, name: str, pick: int) -> None:
        earlier = [each for each in self.said.get(address_of(name), []) if each.id[:2] == "id"]
        if earlier and self.serves(name):
            self.arrives(earlier[-1 - pick % min(3, len(earlier))])

    def filled(self, text: str, number: str) -> str:
        """A command with a number, and with words that must not reach a patron (as yet)."""
        return text.format(number=number, secret=self.word("secret"), ready=self.word(READY))

    @rule(name=staff, pick=picks, text=st.sampled_from(COMMANDS), at_desk=st.booleans())
    def staff_commands(self, name: str, pick: int, text: str, at_desk: bool) -> None:
        if self.serves(name):
            window = "ask" if at_desk else self.alias(pick)
            number = self.alias(pick).removeprefix(ALIAS_PREFIX)
            body = self.filled(text, number)
            self.happens(Said(address_of(name), "pc", window, f"id{self.words}", body))

    @rule(name=staff, show=st.sampled_from(["available", "available", "chat", "away"]))
    def staff_comes(self, name: str, show: str) -> None:
        self.shows_presence(name, "pc", show)

    @rule(name=staff, show=st.sampled_from(["available", "dnd"]), status=st.sampled_from(STATUSES))
    def staff_writes_a_status(self, name: str, show: str, status: str) -> None:
        self.shows_presence(name, "pc", show, status.format(secret=self.word("secret")))

    @rule(name=staff, device=st.sampled_from(["pc", "phone"]))
    def staff_goes(self, name: str, device: str) -> None:
        self.shows_presence(name, device, "unavailable")

    def shows_presence(self, name: str, device: str, show: str, status: str = "") -> None:
        if self.link and self.serves(name):
            devices = self.shows.setdefault(name, {})
            if show == "unavailable":
                devices.pop(device, None)
            else:
                devices[device] = show
            self.happens(PresenceChanged(address_of(name), device, "ask", show, status))

    @rule()
    def everybody_comes(self) -> None:
        for name in STAFF:
            self.shows_presence(name, "pc", "available")

    # What makes a story of it: these find somebody whom it suits.

    def one_of(self, pick: int, *states: SessionState) -> Session | None:
        found = [one for one in self.room.sessions.values() if one.state in states]
        return found[pick % len(found)] if found else None

    @rule(pick=picks)
    def a_patron_goes_on_or_comes_back(self, pick: int) -> None:
        if (session := self.one_of(pick, *SessionState)) is not None:
            body, patron = self.word(), session.patron
            self.arrives(Said(patron.address, "tv", patron.desk, f"id{self.words}", body, True))

    @rule(pick=picks)
    def somebody_claims(self, pick: int) -> None:
        if (session := self.one_of(pick, SessionState.WAITING)) is not None and session.shown:
            names = [name for name in session.shown if self.serves(name)]
            if names:
                self.staff_writes(names[pick % len(names)], session, self.word())

    @rule(pick=picks)
    def an_owner_answers(self, pick: int) -> None:
        if (session := self.one_of(pick, SessionState.ACTIVE)) is not None:
            self.staff_writes(session.owner, session, self.word())

    @rule(pick=picks, text=st.sampled_from(COMMANDS))
    def an_owner_commands(self, pick: int, text: str) -> None:
        if (session := self.one_of(pick, SessionState.ACTIVE)) is not None:
            owner = session.owner
            body = self.filled(text, str(session.patron.number))
            self.staff_writes(owner, session, body)

    @rule(
        pick=picks,
        whom=st.sampled_from(["ana", "ben", "cleo", "ask", "law"]),
        after=st.booleans(),
    )
    def an_owner_passes_it_on(self, pick: int, whom: str, after: bool) -> None:
        self.everybody_comes()
        if (session := self.one_of(pick, SessionState.ACTIVE)) is not None:
            owner = session.owner
            self.staff_writes(owner, session, f"!transfer {whom} {self.word('secret')}")
            if after:
                self.staff_writes(owner, session, self.word())

    @rule(pick=picks, whom=st.sampled_from(["ana", "ben", "cleo"]))
    def an_owner_invites(self, pick: int, whom: str) -> None:
        self.everybody_comes()
        if (session := self.one_of(pick, SessionState.ACTIVE)) is not None:
            self.staff_writes(session.owner, session, f"!invite {whom} {self.word('secret')}")

    @rule(pick=picks, after=st.booleans())
    def a_guest_writes(self, pick: int, after: bool) -> None:
        for session in [one for one in self.room.sessions.values() if one.guests]:
            guest = session.guests[pick % len(session.guests)]
            self.staff_writes(guest, session, self.word())
            if after:
                self.staff_writes(guest, session, "!leave")

    def staff_writes(self, name: str, session: Session, body: str) -> None:
        alias = session.patron.alias
        self.words += 1
        self.arrives(Said(address_of(name), "tv", alias, f"id{self.words}", body, receipt=True))

    @rule(pick=picks)
    def an_answer_cannot_be_delivered(self, pick: int) -> None:
        session = self.one_of(pick, *SessionState)
        if session is not None and session.to_patron:
            stanza = [*session.to_patron][pick % len(session.to_patron)]
            self.happens(Bounced(session.patron.address, session.patron.desk, stanza, "gone"))

    @rule(pick=picks, what=st.sampled_from(["tomorrow", "in 1 hour", "in 2 hours"]))
    def an_owner_promises(self, pick: int, what: str) -> None:
        if (session := self.one_of(pick, SessionState.ACTIVE)) is not None:
            body = f"!followup {what} {self.word('secret')}"
            self.staff_writes(session.owner, session, body)

    @rule(pick=picks, words=st.sampled_from(["", "!done", "!drop", "!postpone in 1 hour"]))
    def a_promise_is_seen_to(self, pick: int, words: str) -> None:
        promises = [each for each in self.room.followups.values() if self.serves(each.owner)]
        if promises:
            record = promises[pick % len(promises)]
            session = self.room.sessions[record.session]
            self.staff_writes(record.owner, session, words or self.word())

    @rule(pick=picks, fate=st.sampled_from(MailFate))
    def a_mail_has_a_fate(self, pick: int, fate: MailFate) -> None:
        mails = [*self.room.mails.values()]
        if mails:
            mail = mails[pick % len(mails)]
            self.happens(Mailed(mail.number, fate, "said"))

    # The network.

    def recent(self, pick: int) -> Row | None:
        rows = [row for row in self.records.outbox.values() if row.fate is not Fate.DELIVERED]
        return rows[-1 - pick % min(8, len(rows))] if rows else None

    @rule(pick=picks)
    def somebody_acknowledges(self, pick: int) -> None:
        if (row := self.recent(pick)) is not None:
            self.happens(Delivered(row.say.recipient, row.say.sender, row.say.id))

    @rule(pick=picks)
    def somebody_cannot_be_reached(self, pick: int) -> None:
        row = self.recent(pick)
        if row is not None and self.link:
            for name in STAFF:
                if row.say.recipient == address_of(name):
                    self.shows[name] = {}
            self.happens(Bounced(row.say.recipient, row.say.sender, row.say.id, "gone"))

    @rule()
    def server_accepts(self) -> None:
        self.happens(Accepted(max(self.records.outbox, default=0)))

    @rule(name=staff, pick=picks)
    def staff_types(self, name: str, pick: int) -> None:
        if self.serves(name):
            self.happens(Typed(address_of(name), "pc", self.alias(pick), "composing"))

    @precondition(lambda self: self.link)
    @rule()
    def link_goes(self) -> None:
        self.link = False
        self.shows.clear()
        self.rosters.clear()
        self.happens(LinkDown())

    @precondition(lambda self: not self.link)
    @rule()
    def link_comes(self) -> None:
        self.link = True
        self.shows.clear()
        self.happens(LinkUp())

    # The house.

    @rule(seconds=st.sampled_from([0.0, 1.0, 5.0, 20.0, 45.0, 61.0, 100.0, 400.0, 1000.0, 4000.0]))
    def time_passes(self, seconds: float) -> None:
        end = self.now + seconds
        ticks = 0
        while (due := self.switchboard.next_due()) is not None and due <= end:
            self.now = max(self.now, due)
            self.happens(ClockTicked())
            ticks += 1
            assert ticks < 1000 + seconds / 5, "the clock is busy for nothing"
        self.now = end
        self.happens(ClockTicked())

    @precondition(lambda self: self.link)
    @rule(days=st.sampled_from([1, 1, 2, 40]))
    def days_pass(self, days: int) -> None:
        self.time_passes(86_400.0 * days)

    @rule(agreed=st.sampled_from(AGREEMENTS))
    def config_is_read_again(self, agreed: Agreement) -> None:
        for name in STAFF:
            if address_of(name) not in agreed.staff:
                self.shows.pop(name, None)
        self.agreed = agreed
        self.happens(AgreementChanged(agreed))

    @rule(agreed=st.sampled_from(AGREEMENTS), clean=st.booleans(), back=st.booleans())
    def service_restarts(self, agreed: Agreement, clean: bool, back: bool) -> None:
        self.agreed = agreed
        self.switchboard = Switchboard(agreed, self.records.ledger(), self.now)
        self.link = False
        self.rosters.clear()
        if not clean:
            self.happens(Interrupted())
        self.link_comes()
        if back:
            self.everybody_comes()

    # The promises.

    def teardown(self) -> None:
        """Whoever waits is seen, if only somebody is there."""
        if not self.link:
            self.link_comes()
        for name in self.agreed.staff:
            address = name
            for words in ("!back", "!limit 9", "!on law", "!on ask", "!on"):
                self.words += 1
                self.happens(Said(address, "pc", "ask", f"id{self.words}", words))
            self.shows_presence(address.partition("@")[0], "pc", "available")
        self.time_passes(1000.0)
        for line in self.room.lines.values():
            for session in line:
                offers = session.offers or {}
                staff = self.agreed.desks[session.desk].staff
                if not self.agreed.desks[session.desk].hours.is_open(self.now - 60.0):
                    continue
                if not all(name in offers and offers[name].declined for name in staff):
                    assert session.shown
                    # Every correction names the first words (XEP-0308): only the last one counts.
                    last = {message.replaces or message.id: message for message in session.lines}
                    for message in last.values():
                        if message.speaker is Speaker.PATRON:
                            told = [self.seen.get(address_of(name), "") for name in session.shown]
                            assert any(message.body in each for each in told)


class NightMachine(DeskMachine):
    """The same, at a desk that is closed now and then, and has a partner."""

    begins_with = COVERED

    @rule(agreed=st.sampled_from([COVERED, COVERED, *AGREEMENTS]))
    def config_is_read_again(self, agreed: Agreement) -> None:
        super().config_is_read_again(agreed)

    @rule(clean=st.booleans(), back=st.booleans())
    def service_restarts(self, clean: bool, back: bool) -> None:
        super().service_restarts(COVERED, clean, back)


TestDesk, TestNight = DeskMachine.TestCase, NightMachine.TestCase
AT_LENGTH = settings.get_current_profile_name() == "long"
PROFILE = settings() if AT_LENGTH else settings(max_examples=150, stateful_step_count=50)
TestDesk.settings = TestNight.settings = PROFILE
