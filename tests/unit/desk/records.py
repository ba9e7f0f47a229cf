"""A store in a dictionary: what the Keep effects leave behind, and the ledger read from it."""

from copy import copy
from dataclasses import dataclass, field, fields

from imref.desk.effects import (
    Effect,
    Fate,
    ForgetPatron,
    ForgetPerson,
    Keep,
    KeepDuty,
    KeepMessage,
    KeepPatron,
    KeepSession,
    KeepTurn,
    Remove,
    Say,
    Settle,
    SettleUpTo,
    TakeBack,
)
from imref.desk.ledger import Ledger
from imref.desk.model import (
    Awaited,
    Duty,
    Message,
    Moment,
    Patron,
    Session,
    SessionState,
    Speaker,
    Turn,
)
from imref.desk.records import (
    Block,
    Canned,
    Done,
    Engagement,
    FollowUp,
    Mail,
    MailFate,
    Parcel,
    Record,
    RosterItem,
    Stint,
    Watcher,
)
from imref.desk.talk.conversation import LINES_HELD
from imref.desk.talk.erasing import without
from imref.desk.talk.repeats import IDS_HELD, add_line, remember_line

KEPT = (
    "number", "desk", "opened", "state", "owner", "since", "closed", "ended_by", "patron_spoke",
    "owner_spoke", "owner_gone", "reserved", "former", "passed", "why", "place_told",
    "reassure_at", "reassurances", "reminded", "outcome", "read", "practice", "guests",
    "partner", "suggested", "reading", "order_told", "channel", "rating", "rating_asked",
    "first_answer", "first_held", "asked_lines", "answer_lines",
)  # fmt: skip


@dataclass
class Row:
    """An outbox row and what became of it."""

    say: Say
    fate: Fate = Fate.OWED


@dataclass
class Records:
    """Rows as a database would have them: copies, never the objects that the rules work on."""

    patrons: dict[int, tuple[str, str]] = field(default_factory=dict)
    about_patrons: dict[int, tuple[str, str]] = field(default_factory=dict)
    sessions: dict[int, tuple[int, dict[str, object], list[int]]] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    outbox: dict[int, Row] = field(default_factory=dict)
    duties: dict[str, Duty] = field(default_factory=dict)
    small: dict[int, Record] = field(default_factory=dict)

    def keep(self, effects: list[Effect]) -> None:
        """Commit one batch."""
        for effect in effects:
            match effect:
                case KeepPatron(patron):
                    self.patrons[patron.number] = patron.address, patron.desk
                    self.about_patrons[patron.number] = patron.language, patron.email
                case KeepSession(session):
                    assert session.patron.number in self.patrons
                    values = {name: getattr(session, name) for name in KEPT}
                    earlier = [message.number for message in session.earlier]
                    self.sessions[session.number] = session.patron.number, values, earlier
                case KeepMessage(message):
                    assert message.session in self.sessions
                    assert message.number not in self.messages
                    self._hold_unique(message)
                    self.messages[message.number] = copy(message)
                case TakeBack():
                    self._take_back(effect)
                case KeepTurn(turn):
                    self.turns.append(turn)
                case KeepDuty(duty):
                    self.duties[duty.name] = copy(duty)
                case Keep(record):
                    self.small[record.number] = copy(record)
                case Remove(record):
                    self.small.pop(record.number, None)
                case ForgetPatron(number):
                    self._forget(number)
                case Say():
                    assert effect.number > max(self.outbox, default=0)
                    self.outbox[effect.number] = Row(copy(effect))
                case Settle(number, recipient, fate):
                    row = self.outbox.get(number)
                    if row and row.say.recipient == recipient and row.fate is not Fate.DELIVERED:
                        row.fate = fate
                case SettleUpTo(upto):
                    for row in self.outbox.values():
                        if row.say.number <= upto and row.fate is Fate.OWED:
                            row.fate = Fate.ACCEPTED
                case _:
                    pass
        for effect in effects:  # at the end of the commit, after all that it keeps
            if isinstance(effect, ForgetPerson):
                self._forget_person(effect.address)

    def _take_back(self, gone: TakeBack) -> None:
        theirs = [
            each
            for each in self.messages.values()
            if (each.patron, each.speaker, each.staff) == (gone.patron, gone.speaker, gone.staff)
        ]
        named = [each for each in theirs if (each.origin or each.id) == gone.stanza]
        first = self.messages.get(gone.number) or next(reversed(named), None)
        if first is None:
            return
        chain = {first.id, first.replaces} - {""}
        for message in theirs:
            if message is first or message.replaces in chain or message.id == first.replaces:
                self._erase(message, gone.words)

    def _erase(self, message: Message, words: str) -> None:
        for row in self.outbox.values():
            session = self.sessions.get(row.say.session or 0)
            if session is not None and session[0] != message.patron:
                continue
            if session is not None or str(message.patron) in row.say.body:
                row.say.body = without(row.say.body, f"{message.body}\n{words}")
            if row.say.message == message.number and row.fate is Fate.OWED:
                row.fate = Fate.ACCEPTED
        message.body, message.enclosed, message.retracted = "", None, True

    def _forget(self, number: int) -> None:
        address, desk = self.patrons[number]
        self.patrons[number] = f"forgotten {number}", desk
        self.about_patrons[number] = self.about_patrons[number][0], ""
        for row in self.outbox.values():
            if (row.say.recipient, row.say.sender) == (address, desk):
                row.say.recipient = ""

    def _forget_person(self, address: str) -> None:
        gone = [number for number, (who, _) in self.patrons.items() if who == address]
        for message in self.messages.values():
            if message.patron in gone:
                message.body = ""
        for row in self.outbox.values():
            kept = self.sessions.get(row.say.session or 0)
            if row.say.recipient == address or (kept and kept[0] in gone):
                row.say.body = ""
                row.fate = Fate.ACCEPTED if row.fate is Fate.OWED else row.fate
        for number in gone:
            self._forget(number)

    def _hold_unique(self, message: Message) -> None:
        """The database has one row for each relayed id of a patron in one direction."""
        assert not [
            other
            for other in self.messages.values()
            if (other.patron, other.speaker, other.id)
            == (message.patron, message.speaker, message.id)
        ]

    def ledger(self) -> Ledger:
        """What a restart begins with."""
        numbers = {number for number in self.sessions if self._open(number)} | self._reachable()
        restored = [self.restore(number) for number in sorted(numbers)]
        first = Ledger()
        return Ledger(
            sessions=restored,
            duties={name: copy(duty) for name, duty in self.duties.items()},
            next_patron=max(self.patrons, default=first.next_patron - 1) + 1,
            next_session=max(self.sessions, default=0) + 1,
            next_message=max(self.messages, default=0) + 1,
            next_say=max(self.outbox, default=0) + 1,
            records=[copy(each) for _, each in sorted(self.small.items()) if _is_live(each)],
            next_record=max(self.small, default=0) + 1,
        )

    def _reachable(self) -> set[int]:
        """The last sessions of patrons who have a promise or a mail, or gave a mail address."""
        live = [each for each in self.small.values() if _is_live(each)]
        patrons = {each.patron for each in live if isinstance(each, FollowUp | Mail)}
        patrons |= {number for number, (_, email) in self.about_patrons.items() if email}
        last = {patron: number for number, (patron, _, _) in sorted(self.sessions.items())}
        return {last[patron] for patron in patrons}

    def recall(self, address: str, desk: str) -> tuple[Patron, Session | None] | None:
        """A patron that memory has let go, with their last session."""
        for number, known in self.patrons.items():
            if known == (address, desk):
                theirs = [n for n, (patron, _, _) in self.sessions.items() if patron == number]
                if not theirs:
                    return Patron(number, address, desk, None, *self.about_patrons[number]), None
                session = self.restore(max(theirs))
                return session.patron, session
        return None

    def _open(self, number: int) -> bool:
        return self.sessions[number][1]["state"] is not SessionState.CLOSED

    def restore(self, number: int) -> Session:
        """One session as it was held in memory."""
        patron_number, values, earlier = self.sessions[number]
        known, about = self.patrons[patron_number], self.about_patrons[patron_number]
        patron = Patron(patron_number, *known, None, *about)
        session = Session(patron=patron, **values)  # type: ignore[arg-type]
        patron.session = session
        session.earlier = tuple(self.messages[each] for each in earlier)
        theirs = [each for each in self.messages.values() if each.patron == patron_number]
        for message in theirs[-IDS_HELD:]:
            self._take_in(session, copy(message))
        for message in theirs:
            if message.session == number:
                self._await(session, message)
        if session.state is SessionState.WAITING:
            offered = [t for t in self.turns if t.session == number and t.at >= session.since]
            session.shown = {t.staff: 0 for t in offered if t.what is Moment.OFFERED} or None
        return session

    def _take_in(self, session: Session, message: Message) -> None:
        if message.session != session.number:
            remember_line(session, message)
            return
        add_line(session, message)
        message.seen_by = " ".join(
            dict.fromkeys(
                row.say.recipient
                for row in self.outbox.values()
                if row.say.message == message.number and message.speaker is Speaker.PATRON
            )
        )
        if message.retracted:
            remember_line(session, message)
            return
        if len(session.lines) > LINES_HELD and message.speaker is Speaker.STAFF:
            del session.lines[: LINES_HELD // 2]
        if message.speaker is Speaker.PATRON:
            session.patron_spoke = max(session.patron_spoke, message.at)
        elif message.at >= session.since and (
            message.guest or message.staff == (session.owner or session.partner)
        ):
            session.owner_spoke = max(session.owner_spoke, message.at)

    def _await(self, session: Session, message: Message) -> None:
        rows = [row for row in self.outbox.values() if row.say.message == message.number]
        if message.retracted or not rows or rows[-1].fate is Fate.DELIVERED:
            return
        row = rows[-1]
        if message.speaker is Speaker.STAFF and row.fate is Fate.UNDELIVERABLE:
            session.unreached = [*(session.unreached or []), copy(message)]
        elif message.speaker is Speaker.STAFF:
            awaited = Awaited(row.say.number, copy(message), message.origin or message.id)
            session.to_patron = {**(session.to_patron or {}), message.id: awaited}
        elif row.fate is not Fate.UNDELIVERABLE and row.say.at >= session.since:
            session.to_staff = {**(session.to_staff or {}), message.id: row.say.number}


def _is_live(record: Record) -> bool:
    """Whether the desk still needs this record after a start."""
    match record:
        case Engagement():
            return True  # A day's worth of those that have ended; no play here is longer.
        case FollowUp():
            return not record.forgotten
        case Mail():
            return record.fate is MailFate.OWED
        case Canned() | Block() | Watcher() | RosterItem() | Parcel() | Done():
            return True
        case Stint():
            return record.open


assert {*KEPT} < {each.name for each in fields(Session)}
