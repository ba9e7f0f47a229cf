"""The promises of the desk, held against everything that leaves the switchboard."""

from dataclasses import replace
from datetime import UTC

from hypothesis.stateful import RuleBasedStateMachine, invariant

from imref.desk.agreement import Agreement, Desk, Partner, StaffMember, Strategy
from imref.desk.calendar.hours import ALWAYS, DAY, Hours, Span
from imref.desk.duty.standing import ON_DUTY, is_on_duty_at, limit, load, standing_at
from imref.desk.effects import (
    Acknowledge,
    AskSubscription,
    Convey,
    Effect,
    ForgetPatron,
    ForgetPerson,
    GrantSubscription,
    KeepMessage,
    KeepTurn,
    Refuse,
    Say,
    ShowPresence,
)
from imref.desk.events import Event, FormUsed, PatronRecalled, Said
from imref.desk.ledger import Ledger
from imref.desk.model import (
    ALIAS_PREFIX,
    Message,
    Moment,
    Session,
    SessionState,
    Speaker,
    Turn,
)
from imref.desk.night.faq import Page
from imref.desk.records import Block, Engagement, Promise
from imref.desk.room import NEVER, Room
from imref.desk.switchboard import Switchboard

from .records import Records
from .rosters import Rosters
from .scene import START, address_of, agreement, desk, librarian, week

PATRONS = [f"{name}@home.example" for name in ("pat", "quinn", "robin")]
ANSWERS = ["keep", "cancel", "1", "yes", "no", "thanks"]
PATRON_COMMANDS = [
    "bye", "bye", "status", "help", "sooner", "sooner please", "email", "email me@home.example",
    "my email is me@mail.example", "colleague", "transcript", "forget me", "wait", "4",
]  # fmt: skip
STAFF = ["ana", "ben", "cleo"]
DESKS = ["ask", "law"]
PARTNER, PARTNER_TITLE = "ask@ref.other.example", "Other City Library"
REAL = "Realname"
"""How the real names of staff begin, which no patron ever reads."""
READY = "ready"
"""How canned answers begin, which no patron reads before somebody has said !send."""
SHIFT = Hours(weekly=((Span(13 * 60 + 30, 14 * 60),),) * 7)
"""Hours that end 800 s after a story begins."""


OFTEN = week("mon-sun", *(f"{hour}:{m}-{hour}:{m + 8}" for hour in range(24) for m in (10, 30, 50)))
"""Open for eight minutes and closed for twelve: many openings and closings in a short story."""

EVENING = week("mon-sun", "14:00-23:30", zone="Europe/Berlin")
"""It begins three quarters of an hour before the story does, and ends at half past ten in UTC."""
ORDERS: dict[Strategy, tuple[str, ...]] = {
    Strategy.EVERYONE: (),
    Strategy.LEAST_LOADED: ("walk_in", "phone", "im"),
    Strategy.IN_ORDER: ("phone", "im", "walk_in"),
}


def _agreed(
    strategy: Strategy,
    *,
    law: bool = True,
    without: str = "",
    shifts: bool = False,
    partner: bool = False,
    hours: Hours = ALWAYS,
) -> Agreement:
    staff = [
        librarian(
            name,
            limit=1 if name == "ben" else 2,
            real_name=f"{REAL} {name}",
            shift=SHIFT if name == "ana" and shifts else None,
        )
        for name in STAFF
        if name != without
    ]
    ask = [("ana", "ben"), ("cleo",)]
    tiers = [tuple(name for name in tier if name != without) for tier in ask]
    ask_tiers = [tier for tier in tiers if tier]
    order = ORDERS[strategy]
    desks: list[Desk] = [
        desk("ask", *ask_tiers, strategy=strategy, hours=hours, supervisors=["ana"], order=order)
    ]
    if law:
        at_law = tuple(name for name in ("cleo", "ana") if name != without)
        law_hours = EVENING if hours is OFTEN else ALWAYS
        desks.append(desk("law", at_law, strategy=strategy, hours=law_hours))
    if partner:
        desks = [replace(each, hours=HOURS, partners=(COVERS,)) for each in desks]
    return replace(
        agreement(
            *desks,
            staff=staff,
            bounds={"patron_burst": 1e6, "domain_burst": 1e6},
            status_words={"walk_in": ("at the desk",), "phone": ("phone",)},
        ),
        mails=not without,
    )


def _daily(*spans: tuple[float, float]) -> Hours:
    """The same hours every day, in UTC; a story begins at 13:46 and rarely lasts an hour."""
    day = tuple(Span(round(opens * 60), round(closes * 60)) for opens, closes in spans)
    return Hours(weekly=(day,) * 7)


HOURS = _daily((0, 13.7), (14, 14.1), (14.5, 14.6), (16, 24))
COVERS = Partner(PARTNER, _daily((13, 14.3), (14.4, 18)), PARTNER_TITLE)
PAGE = Page("renew", "How do I renew?", "Choose Renew.")


def _at_hours(minutes: int) -> Agreement:
    """Every hour the desks are open for so many minutes, and closed for the rest."""
    hours = Hours(UTC, (tuple(Span(60 * h, 60 * h + minutes) for h in range(24)),) * 7)
    agreed = _agreed(Strategy.EVERYONE)
    desks = {name: replace(desk, hours=hours) for name, desk in agreed.desks.items()}
    return replace(agreed, desks=desks, pages={PAGE.slug: PAGE})


COVERED = _agreed(Strategy.EVERYONE, partner=True)
"""Desks that are closed now and then, and have a partner."""

AGREEMENTS = [
    _at_hours(10),
    _at_hours(50),
    *(_agreed(strategy) for strategy in Strategy),
    _agreed(Strategy.EVERYONE, law=False),
    _agreed(Strategy.EVERYONE, shifts=True),
    _agreed(Strategy.LEAST_LOADED, without="ben"),
    _agreed(Strategy.IN_ORDER, without="cleo"),
    COVERED,
    _agreed(Strategy.LEAST_LOADED, partner=True),
    _agreed(Strategy.EVERYONE, hours=OFTEN),
    _agreed(Strategy.IN_ORDER, hours=OFTEN, law=False),
]


def _own(body: str) -> str:
    """A message without what we put before it: that it corrects, and what it answers.

    How it is told changes with what is known of the reader's client.
    """
    lines = [line for line in body.split("\n") if not line.startswith("> ")]
    return "\n".join(lines).replace("Correction: ", "")


class Promises(RuleBasedStateMachine):
    """A library under some agreement, and what must hold whatever happens to it."""

    begins_with = AGREEMENTS[0]

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.agreed = self.begins_with
        self.records = Records()
        self.switchboard = Switchboard(self.agreed, Ledger(), self.now)
        self.link = False
        self.shows: dict[str, dict[str, str]] = {}
        self.words = 0
        self.said: dict[str, list[Said]] = {}
        self.seen: dict[str, str] = {}
        self.ids: dict[tuple[str, str, str], str] = {}
        self.bodies: dict[tuple[str, str, str], str] = {}
        self.relayed: dict[tuple[str, int], int] = {}
        self.rosters = Rosters()

    # How things happen.

    @property
    def room(self) -> Room:
        return self.switchboard.room

    def recalls(self, said: Said) -> None:
        """Before words comes what the store knows of a patron whom memory has let go."""
        knows = self.switchboard.knows(said.sender, said.to)
        if said.to in self.room.agreement.desks and not knows:
            recalled = self.records.recall(said.sender, said.to)
            if recalled is not None:
                self.happens(PatronRecalled(*recalled))

    def happens(self, event: Event) -> list[Effect]:
        effects = self.switchboard.handle(event, self.now)
        known = dict(self.records.patrons)
        self.records.keep(effects)
        self.rosters.see(event, effects)
        self.check_blocks(event, effects)
        for effect in effects:
            match effect:
                case Say():
                    self.hears(effect)
                case KeepMessage(message) if READY in message.body:
                    assert isinstance(event, Said | FormUsed)
                    by_text = isinstance(event, Said)
                    assert event.body == "!send" if by_text else event.node == "say"
                case KeepTurn(turn) if turn.what is Moment.FORGOTTEN:
                    pass
                case KeepTurn(turn) if turn.session in self.room.sessions:  # or it is forgotten now
                    self.check_turn(turn.what, turn.staff, self.room.sessions[turn.session])
                    self.check_hours(turn)
                    self.check_order(turn)
                case ForgetPatron(number):
                    self.is_forgotten(number, *known[number])
                case ForgetPerson(address):
                    for number in [n for n, (who, _) in known.items() if who == address]:
                        self.is_forgotten(number, *known[number])
            self.check_privacy(effect)
        return effects

    def is_forgotten(self, number: int, address: str, desk: str) -> None:
        """Somebody who is forgotten is a stranger: what was between us begins anew."""
        assert number not in self.room.aliases
        assert number not in self.room.followups
        assert number not in {mail.patron for mail in self.room.mails.values()}
        for told in (self.bodies, self.ids):
            for key in [key for key in told if key[:2] == (desk, address)]:
                del told[key]
        rows = [row.say for row in self.records.outbox.values()]
        assert not [say for say in rows if (say.sender, say.recipient) == (desk, address)]

    def hears(self, say: Say) -> None:
        """Promises about words, as they leave the house."""
        self.seen[say.recipient] = self.seen.get(say.recipient, "") + "\n" + say.body + "\n"
        channel = (say.sender, say.recipient)
        words = _own(say.body)
        assert self.bodies.setdefault((*channel, say.id), words) == words
        if say.message is None:
            assert READY not in say.body or say.recipient not in PATRONS
            return
        said_often = say.body in ANSWERS or say.body in PATRON_COMMANDS or READY in say.body
        if not said_often:
            assert self.ids.setdefault((*channel, say.body), say.id) == say.id
        message = self.records.messages[say.message]
        assert message.speaker is not Speaker.NOTE
        assert (message.speaker is Speaker.PATRON) == (say.recipient not in PATRONS)
        last = self.relayed.get((say.recipient, message.session), 0)
        again = f"\n{say.message}\n" in self.seen.get(f"relayed to {say.recipient}", "")
        assert again or message.number > last
        self.relayed[say.recipient, message.session] = max(last, message.number)
        key = f"relayed to {say.recipient}"
        self.seen[key] = self.seen.get(key, "") + f"\n{say.message}\n"

    def check_blocks(self, event: Event, effects: list[Effect]) -> None:
        """What somebody who is blocked writes is refused, and nobody hears of it."""
        if isinstance(event, Said) and self.is_blocked(event.sender):
            assert [type(effect) for effect in effects if not isinstance(effect, ShowPresence)] == [
                Refuse
            ]

    def is_blocked(self, address: str) -> bool:
        """Whether a block that is kept holds for this patron now."""
        blocks = (each for each in self.records.small.values() if isinstance(each, Block))
        return any(each.address == address and each.until > self.now for each in blocks)

    def check_turn(self, what: Moment, name: str, session: Session) -> None:
        """Promises about who gets what."""
        member = self.room.agreement.member(name)
        if what in (Moment.CLAIMED, Moment.RETURNED):
            if name == PARTNER:
                return
            assert member is not None
            assert load(self.room, name) <= limit(self.room, member)
        if what is Moment.OFFERED:
            assert member is not None
            assert self.link
            shows = self.shows.get(name, {}).values()
            assert any(show in self.room.agreement.on_duty_shows for show in shows)
            duty = self.records.duties.get(name)
            assert duty is None or not (duty.signed_off or duty.ended)
            assert duty is None or session.desk not in duty.desks_off
            assert load(self.room, name) < limit(self.room, member)
            assert self.is_in_hours(member)
            hours = self.room.agreement.desks[session.desk].hours
            assert hours.is_open(self.now) or session.reserved == name

    def is_in_hours(self, member: StaffMember) -> bool:
        """Whether somebody is within their shift, their word or the grace after it, or is asked."""
        if member.shift is None or member.shift.is_open(self.now):
            return True
        shifts = member.shift.promised(self.now - DAY, self.now)
        ended = shifts[-1].end if shifts else 0.0
        duty, timings = self.room.duties[member.name], self.room.agreement.timings
        asked = max(duty.asked, self.room.linked_at) + timings.objection
        return self.now <= max(max(ended, duty.until) + timings.shift_grace, asked)

    def check_hours(self, turn: Turn) -> None:
        """Nothing is offered while closed, but what a colleague passes on; nobody gets a burst."""
        session = self.room.sessions[turn.session]
        desk = self.room.agreement.desks.get(session.desk)
        if turn.what is Moment.OFFERED and desk and not desk.hours.is_open(self.now):
            assert (session.state, session.reserved) == (SessionState.WAITING, turn.staff)
        if turn.what is Moment.DEALT:
            member = self.room.agreement.member(turn.staff)
            assert member is not None
            dealt = [
                each
                for each in self.room.sessions.values()
                if each.state is SessionState.HELD and each.reserved == turn.staff
            ]
            assert dealt == [session]
            assert load(self.room, turn.staff) + 1 <= limit(self.room, member)

    def check_order(self, turn: Turn) -> None:
        """Nothing is offered to somebody who is engaged against the desk's order of service."""
        if turn.what is not Moment.OFFERED or (engaged := self.engaged(turn.staff)) is None:
            return
        session = self.room.sessions[turn.session]
        desk = self.room.agreement.desks[session.desk]
        if engaged.kind in desk.order and "im" in desk.order:
            assert desk.order.index("im") < desk.order.index(engaged.kind)
            return
        for name in desk.staff:
            if name not in (turn.staff, session.former, *(session.offers or ())):
                assert not self.has_time(name, desk.name)

    def engaged(self, name: str) -> Engagement | None:
        """The engagement of a librarian that is kept and has not ended; there is one at most."""
        running = [
            record
            for record in self.records.small.values()
            if isinstance(record, Engagement) and record.staff == name and not record.ended
        ]
        assert len(running) <= 1
        return running[0] if running else None

    def has_time(self, name: str, desk: str) -> bool:
        """Whether somebody is on duty at a desk, within their limit and not engaged."""
        member, duty = self.room.agreement.member(name), self.records.duties.get(name)
        shows = self.shows.get(name, {}).values()
        return (
            member is not None
            and any(show in self.room.agreement.on_duty_shows for show in shows)
            and not (duty and (duty.signed_off or duty.ended or desk in duty.desks_off))
            and load(self.room, name) < limit(self.room, member)
            and self.engaged(name) is None
        )

    def check_privacy(self, effect: Effect) -> None:
        """No note, command or real name reaches a patron; no patron's address reaches staff."""
        match effect:
            case Refuse():
                return
            case (
                Say(recipient=recipient)
                | Acknowledge(recipient=recipient)
                | Convey(recipient=recipient)
                | ShowPresence(recipient=recipient)
                | AskSubscription(recipient=recipient)
                | GrantSubscription(recipient=recipient)
            ):
                pass
            case _:
                return
        told = repr(replace(effect, recipient=""))
        if recipient.partition("/")[0] in PATRONS:
            assert "secret" not in told
            assert REAL not in told
            assert "staff.example" not in told
            assert ALIAS_PREFIX not in told
        else:
            assert "home.example" not in told

    @invariant()
    def rosters_show_the_truth(self) -> None:
        if self.link:
            self.rosters.check(self.room, self.now)

    @invariant()
    def on_duty_is_who_stands_there(self) -> None:
        for each in self.room.agreement.desks.values():
            for name in each.staff:
                member = self.room.agreement.member(name)
                there = standing_at(self.room, name, each.name) in ON_DUTY
                counts = member is not None and limit(self.room, member) > 0
                assert is_on_duty_at(self.room, name, each.name) is (there and counts)

    @invariant()
    def every_session_has_one_place(self) -> None:
        room = self.room
        waiting = [session for line in room.lines.values() for session in line]
        held = {name: list(sessions.values()) for name, sessions in room.held.items()}
        for session in room.sessions.values():
            places = sum(each is session for each in waiting)
            owners = [name for name, theirs in held.items() for one in theirs if one is session]
            match session.state:
                case SessionState.WAITING:
                    assert (places, owners, session.owner) == (not session.practice, [], "")
                    assert session.practice or session in room.lines[session.desk]
                case SessionState.HELD:
                    assert (places, owners, session.owner) == (0, [], "")
                    assert session in room.kept[session.desk]
                case SessionState.ACTIVE:
                    assert (places, owners) == (0, [session.owner])
                    assert self.room.agreement.member(session.owner)
                case SessionState.ABROAD:
                    assert (places, owners, session.partner) == (0, [], PARTNER)
                    assert session not in room.kept.get(session.desk, ())
                case SessionState.CLOSED:
                    assert (places, owners) == (0, [])
            assert not session.open or session.desk in room.agreement.desks
        kept = [session for line in room.kept.values() for session in line]
        assert all(each.state is SessionState.HELD for each in kept)
        assert all(room.sessions[session.number] is session for session in (*waiting, *kept))
        for line in (*room.lines.values(), *room.kept.values()):
            numbers = [session.number for session in line]
            assert numbers == sorted(numbers)
            assert [room.place(session) for session in line] == [*range(1, len(line) + 1)]

    @invariant()
    def what_is_asked_of_people_is_what_they_are_asked(self) -> None:
        asked = {
            (name, session.number)
            for session in self.room.sessions.values()
            for name, offer in (session.offers or {}).items()
            if offer.live and session.state in (SessionState.WAITING, SessionState.HELD)
            if not session.practice
        }
        remembered = {(name, n) for name, numbers in self.room.asked.items() for n in numbers}
        assert remembered == asked
        for name, _ in asked:
            assert self.link
            assert self.shows.get(name)

    @invariant()
    def every_session_is_looked_at_again(self) -> None:
        deadlines = set(self.room._deadlines)
        for session in self.room.sessions.values():
            assert session.due != NEVER
            assert (session.due, session.number) in deadlines

    @invariant()
    def no_message_is_without_a_fate(self) -> None:
        sessions = self.room.sessions
        answers: dict[int, int] = {}
        for message in self.records.messages.values():
            if message.speaker is Speaker.STAFF:
                answers[message.session] = message.number
        for message in self.records.messages.values():
            session = sessions.get(message.session)
            if message.speaker is Speaker.PATRON and session is not None and session.open:
                answered = message.number < answers.get(session.number, 0)
                assert answered or self.has_a_fate(session, message)

    def has_a_fate(self, session: Session, message: Message) -> bool:
        if session.state is SessionState.ABROAD:
            return self.has_read(PARTNER, message)
        if session.state in (SessionState.WAITING, SessionState.HELD):
            shown = [name for name, upto in (session.shown or {}).items() if upto >= message.number]
            for name in shown:
                assert self.has_read(address_of(name), message)
            return any(line.number == message.number for line in session.lines)
        return all(
            self.has_read(address_of(name), message) for name in (session.owner, *session.guests)
        )

    def has_read(self, address: str, message: Message) -> bool:
        """Whether somebody was told these words, or those that they were corrected to."""
        corrections = (
            each
            for each in self.records.messages.values()
            if each.replaces == message.id
            and (each.patron, each.speaker) == (message.patron, message.speaker)
            and each.number > message.number
        )
        return message.body in self.seen.get(address, "") or any(
            self.has_read(address, each) for each in corrections
        )

    @invariant()
    def no_session_stays_with_somebody_who_is_not_there(self) -> None:
        for session in self.room.sessions.values():
            if self.link and session.state is SessionState.ACTIVE:
                assert self.shows.get(session.owner) or session.owner_gone
                assert session.due <= self.now + 360

    @invariant()
    def guests_are_colleagues_of_one_who_owns_it(self) -> None:
        for session in self.room.sessions.values():
            assert session.owner not in session.guests
            assert len({*session.guests}) == len(session.guests)
            assert not session.guests or session.state is SessionState.ACTIVE
            assert all(self.room.agreement.member(name) for name in session.guests)

    @invariant()
    def every_promise_is_somebodys_and_is_looked_at_again(self) -> None:
        room = self.room
        for number, record in room.followups.items():
            session = room.sessions[record.session]
            assert session.patron.number == record.patron == number
            assert room.aliases[number].session is session
            if record.state is Promise.OPEN:
                assert room.agenda.when("follow-up", str(number)) is not None
                assert room.agreement.member(record.owner) or not self.link
            if record.state is Promise.KEPT:
                assert 0 < record.answered <= record.due
        for mail in room.mails.values():
            assert room.agenda.when("mail", str(mail.number)) is not None

    @invariant()
    def nobody_stays_in_memory_for_ever(self) -> None:
        room = self.room
        patrons = [patron for desk in room.patrons.values() for patron in desk.values()]
        assert len(room.aliases) == len(patrons)
        for patron in patrons:
            assert patron.session is not None
            assert room.sessions[patron.session.number] is patron.session
