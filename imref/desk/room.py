"""The reading room: everything the desk holds in memory, and the list of what is to be done."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final

from imref.desk.agenda import Agenda, Occasion
from imref.desk.agreement import Agreement, Desk, StaffMember
from imref.desk.colleagues.circle import Circle
from imref.desk.effects import OWN_ID_PREFIX, Effect, HandForm, KeepSession, KeepTurn, Say
from imref.desk.form.slip import Slip
from imref.desk.ledger import Ledger
from imref.desk.model import (
    ALIAS_PREFIX,
    Duties,
    Moment,
    Patron,
    Preview,
    Rehearsal,
    Session,
    SessionState,
    Turn,
    number_in,
)
from imref.desk.phrases import Text
from imref.desk.records import (
    Block,
    Bulletin,
    Canary,
    Canned,
    Done,
    Edition,
    Engagement,
    FollowUp,
    Mail,
    Parcel,
    Record,
    RosterItem,
    Stint,
    Watcher,
)
from imref.desk.roster.devices import Devices
from imref.desk.roster.face import Shown
from imref.desk.session.line import Line
from imref.desk.talk.choices import enclosing
from imref.desk.talk.courtesy import look_back
from imref.desk.talk.enclosure import Enclosure
from imref.desk.throttle import Throttle

NEVER: Final = 0.0

WARN_AGAIN: Final = 3600.0
"""Seconds until somebody whose client encrypts is told again how to turn it off."""


TRANSCRIPTS_AN_HOUR: Final = 3.0
"""Mails with their conversation that one person may ask for in an hour."""


@dataclass(slots=True)
class Hand:
    """What a librarian was dealt last of the kept: the session's number, and when.

    ``due`` is by when it was promised then, 0 if its patron was there.
    """

    session: int = 0
    last: float = NEVER
    due: float = 0.0


class Room:
    """State of the desks. Only the rules in this package change it; ``out`` collects effects.

    ``sessions`` holds the open ones and those closed so lately that the patron may come back;
    ``lines`` the waiting ones of each desk in order of arrival, ``kept`` those held for another
    hour; ``held`` the open sessions of each librarian; ``asked`` those with a live offer to them.
    ``hands`` is what each was dealt last of the kept.
    ``presence`` is what each librarian's devices show, and is missing while it is not known;
    ``devices`` is what everybody's can display. ``reactions`` are those that we lately heard of, by
    session, author and message.
    ``taken`` is when each librarian has lately taken a patron; ``questions`` are those that
    colleagues asked each of them: by asker, the window in which an answer is awaited;
    ``figures_for`` is for which time each has asked for their own figures, and on which form;
    ``links_for`` is who waits for a link to the dashboard, and on which form.
    ``link`` is whether the server can be reached, since ``linked_at``. ``agenda`` is what is due
    and belongs to no session. ``desk_shown`` is what rosters show of each desk; ``alarmed`` are the
    desks whose supervisors were told that nobody is there; ``leaving`` the librarians who have a
    session yet and whose desk has closed, with its name. ``back_since`` is when somebody's last
    engagement ended, ``statuses`` the words of their own client that were understood, by device;
    ``circle`` is who sits in the staff room and what they were told there;
    ``previews`` are canned answers that somebody looks at before they go out, by staff name and
    session.
    ``privileged`` are the servers that let us name aliases in rosters, ``named`` the names given by
    owner and alias, ``seen_by`` the addresses to which an alias shows itself.
    Records: ``engagements`` that run by staff name, ``engaged_before`` those of the last day;
    ``followups``, ``mails`` by number, ``canned`` by owner and keyword, ``blocks`` by address,
    ``watchers`` by desk and address, ``listed`` names in rosters by owner and alias,
    ``transcripts`` are mail addresses ("": the window) to which conversations go that are being
    read, by the patron's number; ``transcripts_mailed`` is how often somebody has had that.
    ``visitors`` are the devices of those who show a desk that they are there, by desk and address;
    ``left`` the numbers of patrons who did and have gone, and whether that counts already.
    ``forget_asked`` is when somebody was asked whether to be forgotten, ``just_forgotten`` who was
    last, and when.
    ``parcels`` files on their way by number: of these, ``fetching`` are under way in this run, and
    ``passed_files`` the senders and stanza ids of those that have come.
    ``stints`` are those that last, by desk and staff name, ``stints_renewed`` is when they were.
    ``rehearsals``, which are not kept, by the local part of the made-up patron's address;
    ``edition`` the last weekly report, ``bulletin`` what was told of pilots,
    ``canaries`` the daily checks by number: the last of each desk, and one that is under way.
    """

    def __init__(
        self,
        agreement: Agreement,
        ledger: Ledger,
        now: float,
        left_alone: Collection[int | Occasion] = (),
    ) -> None:
        self.agreement = agreement
        self.left_alone = left_alone
        self.now = now
        self.out: list[Effect] = []
        self.patrons: dict[str, dict[str, Patron]] = {}
        self.aliases: dict[int, Patron] = {}
        self.sessions: dict[int, Session] = {}
        self.lines: dict[str, Line] = {}
        self.kept: dict[str, Line] = {}
        self.held: dict[str, dict[int, Session]] = {}
        self.asked: dict[str, set[int]] = {}
        self.presence: dict[str, dict[str, str]] = {}
        self.devices = Devices()
        self.reactions: dict[tuple[int, str, int], tuple[str, ...]] = {}
        self.paused: dict[str, float] = {}
        self.taken: dict[str, list[float]] = {}
        self.hands: dict[str, Hand] = {}
        self.questions: dict[str, dict[str, str]] = {}
        self.figures_for: dict[str, tuple[str, Slip | None]] = {}
        self.links_for: dict[str, Slip | None] = {}
        self.duties = Duties(ledger.duties)
        self.commanded: dict[str, dict[str, Done]] = {}
        self.answered_forms: dict[str, HandForm] = {}
        self.forms_opened = 0
        self.warnings = Throttle(1.0, 1.0 / WARN_AGAIN)
        self.subscription_asked: set[str] = set()
        self.desk_shown: dict[str, Shown] = {}
        self.alarmed: set[str] = set()
        self.leaving: dict[str, str] = {}
        self.circle = Circle(now)
        self.link = False
        self.stopping = False
        self.linked_at = 0.0
        self.next_patron = ledger.next_patron
        self.next_session = ledger.next_session
        self.next_message = ledger.next_message
        self.next_say = ledger.next_say
        self._next_record = ledger.next_record
        self.agenda = Agenda()
        self.engagements: dict[str, Engagement] = {}
        self.engaged_before: dict[str, list[Engagement]] = {}
        self.back_since: dict[str, float] = {}
        self.statuses: dict[str, dict[str, str]] = {}
        self.previews: dict[tuple[str, int], Preview] = {}
        self.followups: dict[int, FollowUp] = {}
        self.canned: dict[tuple[str, str], Canned] = {}
        self.blocks: dict[str, Block] = {}
        self.watchers: dict[str, dict[str, Watcher]] = {}
        self.mails: dict[int, Mail] = {}
        self.listed: dict[tuple[str, str], RosterItem] = {}
        self.privileged: set[str] = set()
        self.seen_by: dict[str, set[str]] = {}
        self.named: dict[tuple[str, str], str] = {}
        self.parcels: dict[int, Parcel] = {}
        self.stints: dict[tuple[str, str], Stint] = {}
        self.stints_renewed = NEVER
        self.fetching: set[int] = set()
        self.passed_files: dict[tuple[str, str], None] = {}
        self.rehearsals: dict[str, Rehearsal] = {}
        self.next_rehearsal = 0
        self.canaries: dict[int, Canary] = {}
        self.edition: Edition | None = None
        self.bulletin: Bulletin | None = None
        self.mailed: dict[int, set[int]] = {}
        self._deadlines: list[tuple[float, int]] = []
        self.transcripts: dict[int, str] = {}
        self.visitors: dict[str, dict[str, set[str]]] = {}
        self.left: dict[int, bool] = {}
        self.forget_asked: dict[str, float] = {}
        self.just_forgotten: dict[str, float] = {}
        self.transcripts_mailed = Throttle(TRANSCRIPTS_AN_HOUR, TRANSCRIPTS_AN_HOUR / 3600.0)
        self.set_bounds()
        for session in ledger.sessions:
            self._restore(session)
        for record in ledger.records:
            self.file(record)

    def set_bounds(self) -> None:
        """Begin new token buckets by the agreement's bounds."""
        bounds = self.agreement.bounds
        self.patron_throttle = Throttle(bounds.patron_burst, bounds.patron_rate)
        self.domain_throttle = Throttle(bounds.domain_burst, bounds.domain_rate)

    def _restore(self, session: Session) -> None:
        self.remember(session.patron)
        self.sessions[session.number] = session
        look_back(self.agreement.wording, session)
        if session.state is SessionState.WAITING:
            self.enqueue(session)
        elif session.state is SessionState.HELD:
            self.put_by(session)
        elif session.state is SessionState.ACTIVE:
            self.held.setdefault(session.owner, {})[session.number] = session
        self.wake(session, self.now)

    # Who is who.

    def remember(self, patron: Patron) -> None:
        """Make ``patron`` known by address and by alias."""
        self.patrons.setdefault(patron.desk, {})[patron.address] = patron
        self.aliases[patron.number] = patron

    def forget(self, session: Session) -> None:
        """Let a closed session go from memory, and its patron with it; the store still has both."""
        self.sessions.pop(session.number, None)
        for key in [key for key in self.previews if key[1] == session.number]:
            del self.previews[key]
        patron = session.patron
        if patron.session is session:
            self.patrons[patron.desk].pop(patron.address, None)
            self.aliases.pop(patron.number, None)

    def patron(self, address: str, desk: str) -> Patron | None:
        """The patron with this address at a desk, if memory has them."""
        here = self.patrons.get(desk)
        return here.get(address) if here else None

    def patron_at(self, local: str) -> Patron | None:
        """The patron behind an alias, by its local part or bare number; None when unknown."""
        number = number_in(local)
        return None if number is None else self.aliases.get(number)

    def address_of(self, author: str) -> str:
        """Where an author of answers is: a staff name, or a partner's address; "" if unknown."""
        member = self.agreement.member(author)
        return member.address if member else author if "@" in author else ""

    def screen_name(self, name: str) -> str:
        """What people read for a staff name or a partner, also after it left the agreement."""
        if "@" in name:
            return self.agreement.partner_title(name)
        member = self.agreement.member(name)
        return member.screen_name if member else name.capitalize()

    def colleague(self, name: str) -> str:
        """What staff read for a staff name: the screen name, and the real one if it is another.

        Real names stay inside: nothing that this gives may be said to a patron.
        """
        member = self.agreement.member(name)
        if member is None or member.real_name in ("", member.screen_name):
            return self.screen_name(name)
        return f"{member.screen_name} ({member.real_name})"

    def desk_title(self, name: str) -> str:
        """The title of a desk, also after it left the agreement."""
        desk = self.agreement.desks.get(name)
        return desk.title if desk else name

    def first_desk(self, name: str = "") -> Desk | None:
        """The first desk that ``name`` serves (or that there is): whence we speak to them."""
        desks = self.agreement.desks.values()
        return next((desk for desk in desks if not name or name in desk.staff), None)

    def desk_for(self, name: str) -> Desk | None:
        """The desk of this name; where the agreement has it no more, the first that there is."""
        return self.agreement.desks.get(name) or self.first_desk()

    def house(self, session: Session) -> None:
        """See to it that a session that is opened again is at a desk that there is."""
        desk = self.desk_for(session.desk)
        if desk is not None:
            session.desk = desk.name

    # The queue.

    def enqueue(self, session: Session) -> None:
        """Put a session among the waiting, at the place its arrival gives it.

        A rehearsal stands in nobody's line.
        """
        if session.desk not in self.lines:
            self.lines[session.desk] = Line()
        if not session.practice:
            self.lines[session.desk].add(session)

    def put_by(self, session: Session) -> None:
        """Put a session among those of its desk that are held for another hour."""
        if session.desk not in self.kept:
            self.kept[session.desk] = Line()
        self.kept[session.desk].add(session)

    def place(self, session: Session) -> int:
        """The session's place among the waiting of its desk, or among the held, from 1; else 0."""
        lines = self.kept if session.state is SessionState.HELD else self.lines
        line = lines.get(session.desk)
        return line.place(session) if line else 0

    def waiting_for(self, name: str) -> Iterator[Session]:
        """The waiting sessions of the desks that ``name`` serves now, oldest first by desk."""
        for desk in self.desks_of(name):
            yield from self.lines.get(desk.name, ())

    def desks_of(self, name: str) -> list[Desk]:
        """The desks that ``name`` serves and has not taken leave of (``!desk law off``)."""
        off = self.duties[name].desks_off
        desks = self.agreement.desks.values()
        return [desk for desk in desks if name in desk.staff and desk.name not in off]

    def kept_for(self, name: str) -> Iterator[Session]:
        """The kept questions of the desks that ``name`` serves or supervises, oldest first."""
        serves = self.desks_of(name)
        for desk in self.agreement.desks.values():
            if desk in serves or name in desk.supervisors:
                yield from self.kept.get(desk.name, ())

    # Records.

    def next_record(self) -> int:
        """A number for a new record."""
        number = self._next_record
        self._next_record = number + 1
        return number

    def file(self, record: Record) -> None:
        """Put a record where the rules look for it."""
        match record:
            case Engagement():
                if record.ended:
                    self.engaged_before.setdefault(record.staff, []).append(record)
                else:
                    self.engagements[record.staff] = record
            case FollowUp():
                self.followups[record.patron] = record
            case Canned():
                self.canned[record.owner, record.keyword] = record
            case Block():
                self.blocks[record.address] = record
            case Watcher():
                self.watchers.setdefault(record.desk, {})[record.address] = record
            case Done():
                self.commanded.setdefault(record.staff, {})[record.mark] = record
            case Mail():
                self.mails[record.number] = record
            case RosterItem():
                self.listed[record.owner, record.alias] = record
            case Parcel():
                self.parcels[record.number] = record
            case Stint():
                self.stints[record.desk, record.staff] = record
            case Canary():
                self.canaries[record.number] = record
            case Edition():
                if self.edition is None or record.until >= self.edition.until:
                    self.edition = record
            case Bulletin():
                self.bulletin = record

    # Deadlines.

    def wake(self, session: Session, when: float) -> None:
        """See to it that ``session`` is looked at no later than ``when`` (Unix seconds)."""
        if session.number in self.left_alone:
            return
        if session.due == NEVER or when < session.due:
            session.due = when
            heappush(self._deadlines, (when, session.number))
            if len(self._deadlines) > 64 + 4 * len(self.sessions):
                self._deadlines = list(filter(self._stands, self._deadlines))
                heapify(self._deadlines)

    def _stands(self, deadline: tuple[float, int]) -> bool:
        """Whether a deadline is a session's still: it may have another by now, or have gone."""
        session = self.sessions.get(deadline[1])
        return session is not None and session.due == deadline[0]

    def _first_due(self) -> Session | None:
        """The session with the first deadline that stands; those before it are dropped."""
        deadlines, sessions = self._deadlines, self.sessions
        while deadlines:
            due, number = deadlines[0]
            session = sessions.get(number)
            if session is not None and session.due == due:
                return session
            heappop(deadlines)
        return None

    def next_due(self) -> float | None:
        """When something is due next, or None."""
        first, entered = self._first_due(), self.agenda.next_due()
        if first is None or (entered is not None and entered <= first.due):
            return entered
        return first.due

    def take_due(self) -> Session | None:
        """The next session whose deadline has passed, or None."""
        session = self._first_due()
        if session is None or session.due > self.now:
            return None
        heappop(self._deadlines)
        session.due = NEVER
        return session

    # What is to be done.

    def language_of(self, address: str, local: str, otherwise: str = "") -> str:
        """What somebody reads who is at this bare JID, in the window of our address ``local``.

        ``otherwise`` is for somebody we do not know; "" is the library's own language.
        """
        member = self.agreement.staff.get(address)
        if member is not None:
            return member.language
        patron = self.patron(address, local)
        return patron.language if patron else otherwise

    def in_words(self, text: Text, language: str) -> str:
        """The text as it is said now in a language; "" is the library's own."""
        return self.agreement.wording.render(text, language, self.now)

    def say(
        self,
        sender: str,
        recipient: str,
        body: Text,
        session: Session | None = None,
        language: str = "",
        enclosed: Enclosure | None = None,
    ) -> None:
        """The desk's own words, from one of our addresses (its local part) to a bare JID.

        They are said in the language of the reader; ``language`` is for somebody we do not know.
        ``enclosed`` is what goes with them; else, to a patron, what the words offer (`choices`).
        """
        number = self.next_say
        self.next_say = number + 1
        agreement = self.agreement
        read = self.language_of(recipient, sender, language)
        to_patron = not sender.startswith(ALIAS_PREFIX) and recipient not in agreement.staff
        if enclosed is None and to_patron:
            enclosed = enclosing(agreement.wording, body, read)
        self.out.append(
            Say(
                number,
                sender,
                recipient,
                agreement.wording.render(body, read, self.now),
                f"{OWN_ID_PREFIX}{number}",
                self.now,
                session.number if session else None,
                active=True,
                enclosed=enclosed,
            )
        )

    def tell_patron(self, session: Session, body: Text, enclosed: Enclosure | None = None) -> None:
        """Say something to the patron of a session, from the desk they wrote to."""
        patron = session.patron
        self.say(patron.desk, patron.address, body, session, enclosed=enclosed)

    def tell_staff(self, session: Session, name: str, body: Text) -> None:
        """Say something to a librarian about a session, from the patron's alias."""
        member = self.agreement.member(name)
        if member is not None:
            self.say(session.patron.alias, member.address, body, session)

    def tell_member(self, member: StaffMember, body: Text, sender: str = "") -> None:
        """Say something to a librarian that is about no session, from a desk of theirs."""
        if not sender:
            desk = self.first_desk(member.name) or self.first_desk()
            sender = desk.name if desk else ""
        self.say(sender, member.address, body)

    def turn(self, session: Session, what: Moment, staff: str = "", detail: str = "") -> None:
        """Write a row of the session's history, and keep the session as it is."""
        self.out.append(KeepSession(session))
        self.out.append(KeepTurn(Turn(session.number, self.now, what, staff, detail)))
