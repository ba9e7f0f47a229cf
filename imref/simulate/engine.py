"""The real switchboard on a virtual clock: simulated people write to it, and its rules decide.

Everything happens through events that the adapters would send: words, commands, presence, receipts
and the ticks of the clock. What people do next follows from what the switchboard says to them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from math import ceil, inf
from random import Random
from typing import Any, Final

from imref.desk.duty.standing import is_off
from imref.desk.duty.stints import RENEWAL
from imref.desk.effects import Effect, KeepDuty, KeepTurn, Say, ShowPresence
from imref.desk.events import (
    UNAVAILABLE,
    ClockTicked,
    Delivered,
    Event,
    LinkUp,
    PresenceChanged,
    Said,
)
from imref.desk.ledger import Ledger
from imref.desk.model import Channel, Ending, Moment, Session, SessionState, Turn
from imref.desk.roster.face import DeskState
from imref.desk.session.fates import SessionFate, fate_of
from imref.desk.switchboard import Switchboard
from imref.simulate.model import (
    FATES,
    NOBODY,
    Arrival,
    Attendance,
    Door,
    Questions,
    Result,
    Run,
    Visit,
    Work,
)
from imref.simulate.people import Case, Librarian
from imref.simulate.silence import silenced
from imref.simulate.stopwatch import Stopwatch

DEVICE: Final = "pc"
"""The resource of everybody's one device."""

GHOST: Final = 120.0
"""Seconds that a librarian stays with a patron who has gone without a word."""

TICK: Final = ClockTicked()

TAKES_BACK: Final = 60.0
"""Seconds after which a kept question is taken back, if it is."""

Progress = Callable[[float], None]
"""Is told how much of the run is done, from 0 to 1, some hundred times."""

Tap = Callable[[Sequence[Effect]], None]
"""Is handed what the switchboard says to each event, before anybody hears it."""


def simulate(run: Run, progress: Progress | None = None, tap: Tap | None = None) -> Result:
    """Let a run take place.

    A question that is still open at the end counts as it stands then.
    """
    return _Engine(run, progress, tap).result()


class _Engine:
    """One run under way."""

    def __init__(self, run: Run, progress: Progress | None, tap: Tap | None) -> None:
        self._run = run
        self._progress = progress
        self._tap = tap
        self._now = run.start
        self._agreement = silenced(run.agreement)
        self._chance = Random(run.seed)
        self._board = Switchboard(self._agreement, Ledger(), run.start, (RENEWAL,))
        self._room = self._board.room
        self._plans: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []
        self._sequence = 0
        self._events = 0
        self._questions = Questions()
        self._cases: dict[int, Case] = {}
        self._demand = iter(run.demand)
        self._desks = {name: place for place, name in enumerate(self._agreement.desks)}
        self._doors = {name: (Stopwatch(), Stopwatch()) for name in self._desks}
        members = self._agreement.staff.values()
        self._places = {member.name: place for place, member in enumerate(members)}
        self._staff = {member.address: self._librarian(member.name) for member in members}
        self._named = {each.member.name: each for each in self._staff.values()}
        self._ears: dict[type[Effect], Callable[[Any], None]] = {
            Say: self._heard,
            KeepTurn: self._turned,
            KeepDuty: self._duty_changed,
            ShowPresence: self._shown,
        }

    def _librarian(self, name: str) -> Librarian:
        member, first = self._agreement.member(name), self._room.first_desk(name)
        assert member is not None
        manner = self._run.staffing.manners.get(name, self._run.staffing.manner)
        return Librarian(member, manner, first.name if first else next(iter(self._desks), ""))

    # The clock.

    def result(self) -> Result:
        """Run, and say what came of it."""
        self._begin()
        plans, board, until = self._plans, self._board, self._run.until
        while True:
            at = plans[0][0] if plans else inf
            due = board.next_due()
            if due is not None and due < at:
                if due >= until:
                    break
                self._now = max(self._now, due)
                self._happens(TICK)
            elif at >= until:
                break
            else:
                self._now, _, act, its = heappop(plans)
                act(*its)
        self._now = until
        return self._found()

    def _begin(self) -> None:
        self._happens(LinkUp())
        for attendance in self._run.staffing.attendance:
            self._plan(attendance.start, self._comes, attendance)
        for visit in self._run.staffing.visits:
            self._plan(visit.at, self._is_visited, visit)
        self._expect_next()

    def _plan(self, at: float, act: Callable[..., None], *its: Any) -> None:
        self._sequence += 1
        heappush(self._plans, (max(at, self._now), self._sequence, act, its))

    def _happens(self, event: Event) -> None:
        """Give the switchboard an event, and let people hear what it says to that."""
        self._events += 1
        effects = self._board.handle(event, self._now)
        if self._tap is not None:
            self._tap(effects)
        ears = self._ears
        for effect in effects:
            ear = ears.get(type(effect))
            if ear is not None:
                ear(effect)

    def _heard(self, say: Say) -> None:
        if say.session is None:
            return
        librarian = self._staff.get(say.recipient)
        if librarian is not None:
            self._sees(librarian, say.session)
        elif (case := self._cases.get(say.session)) is not None:
            if say.recipient != case.address:
                self._partner_hears(case, say)
            elif say.message is not None:
                if not self._questions.answered[case.place]:
                    self._questions.answered[case.place] = self._now
            elif case.arrival.stays:
                self._plan(self._now, self._receives, case, say.id)

    def _turned(self, kept: KeepTurn) -> None:
        turn = kept.turn
        match turn.what:
            case Moment.CLAIMED:
                self._works(self._cases[turn.session], turn.staff)
            case Moment.RELEASED | Moment.TRANSFERRED:
                self._works_no_more(self._cases[turn.session])
            case Moment.CLOSED:
                self._closed(turn)
            case Moment.HELD:
                self._is_kept(self._cases[turn.session])

    def _duty_changed(self, kept: KeepDuty) -> None:
        self._count_on(self._named.get(kept.duty.name))

    def _shown(self, presence: ShowPresence) -> None:
        if presence.sender in self._doors:
            self._count_door(presence.sender)

    def _writes(self, address: str, to: str, body: str, language: str = "") -> None:
        self._sequence += 1
        stanza = str(self._sequence)
        self._happens(Said(address, DEVICE, to, stanza, body, language=language))

    # Patrons.

    def _expect_next(self) -> None:
        arrival = next(self._demand, None)
        if arrival is not None:
            self._plan(arrival.at, self._asks, arrival)

    def _asks(self, arrival: Arrival) -> None:
        case = self._enter(arrival)
        if arrival.channel is Channel.WEB:
            self._shows(case.address, arrival.desk, "available")
        session = self._room.next_session
        self._cases[session] = case
        self._writes(case.address, arrival.desk, "Where is it?", arrival.language)
        if self._room.next_session == session:
            self._questions.fate[case.place] = FATES.index(SessionFate.UNANSWERED)
            del self._cases[session]  # Refused, as in a flood.
        else:
            case.number = session
            case.alias = self._room.sessions[session].patron.alias
            self._plan(arrival.at + arrival.patience, self._leaves, case)
        self._expect_next()

    def _enter(self, arrival: Arrival) -> Case:
        questions, place = self._questions, len(self._questions)
        questions.asked.append(arrival.at)
        questions.answered.append(0.0)
        questions.ended.append(0.0)
        questions.desk.append(self._desks[arrival.desk])
        questions.staff.append(NOBODY)
        questions.fate.append(FATES.index(SessionFate.HELD))
        questions.kept.append(0)
        if self._progress is not None and place % 1000 == 0:
            self._progress((self._now - self._run.start) / (self._run.until - self._run.start))
        guests = self._agreement.guest_domain
        web = arrival.channel is Channel.WEB and guests
        return Case(place, arrival, f"p{place}@{guests}" if web else f"p@p{place}.invalid")

    def _leaves(self, case: Case) -> None:
        """Their patience is over: whoever waits says good-bye, or is seen to leave the page."""
        session = self._room.sessions.get(case.number)
        if session is None or self._questions.answered[case.place] or case.gone:
            return
        case.gone = True
        if case.arrival.channel is Channel.WEB:
            self._shows(case.address, case.arrival.desk, UNAVAILABLE)
        elif session.state is SessionState.WAITING:
            self._writes(case.address, case.arrival.desk, "bye")

    def _is_kept(self, case: Case) -> None:
        self._questions.kept[case.place] = 1
        if case.arrival.cancels or case.arrival.reads:
            self._plan(self._now + TAKES_BACK, self._takes_back, case)

    def _takes_back(self, case: Case) -> None:
        """A kept question is not needed any more."""
        session = self._room.sessions.get(case.number)
        if session is not None and session.state is SessionState.HELD and not session.reserved:
            self._writes(case.address, case.arrival.desk, "cancel")

    def _receives(self, case: Case, stanza: str) -> None:
        """Their client has what the desk said of a kept question, and tells so."""
        session = self._room.sessions.get(case.number)
        if session is None or session.state is not SessionState.HELD or not session.reserved:
            return
        case.gone = False
        self._happens(Delivered(case.address, case.arrival.desk, stanza))
        self._plan(self._now + case.arrival.patience, self._leaves, case)

    def _closed(self, turn: Turn) -> None:
        case = self._cases[turn.session]
        session = self._room.sessions[turn.session]
        self._questions.ended[case.place] = self._now
        self._judge(case, session)
        self._works_no_more(case)
        if turn.detail == Ending.DEALT:
            self._works(case, turn.staff, talks=False)  # its patron is not there
        else:
            del self._cases[turn.session]
            if case.arrival.channel is Channel.WEB and not case.gone:
                self._plan(self._now, self._shows, case.address, case.arrival.desk, UNAVAILABLE)

    def _judge(self, case: Case, session: Session) -> None:
        promise = self._room.followups.get(session.patron.number)
        fate = fate_of(
            state=session.state,
            ended_by=session.ended_by,
            outcome=session.outcome,
            answered=bool(self._questions.answered[case.place]),
            practice=False,
            promise=promise.state if promise else "",
        )
        self._questions.fate[case.place] = FATES.index(fate)

    def _shows(self, address: str, to: str, show: str) -> None:
        self._happens(PresenceChanged(address, DEVICE, to, show))

    # Librarians.

    def _comes(self, attendance: Attendance) -> None:
        librarian = self._named[attendance.staff]
        self._plan(attendance.end, self._goes, librarian)
        librarian.online, librarian.leaving = True, False
        librarian.present.set(True, self._now)
        self._shows_staff(librarian, "available")
        for case in librarian.owing:
            self._plan(self._now + case.arrival.service, self._done, case, case.claims)
        librarian.owing.clear()

    def _goes(self, librarian: Librarian) -> None:
        """Their time is over: they take nothing new, and go when the last session has ended."""
        librarian.leaving = True
        if librarian.working:
            self._shows_staff(librarian, "away")
        else:
            self._is_gone(librarian)

    def _is_gone(self, librarian: Librarian) -> None:
        librarian.online = librarian.leaving = False
        librarian.present.set(False, self._now)
        self._shows_staff(librarian, UNAVAILABLE)

    def _shows_staff(self, librarian: Librarian, show: str) -> None:
        self._shows(librarian.member.address, librarian.desk, show)
        self._count_on(librarian)

    def _sees(self, librarian: Librarian, number: int) -> None:
        """A message in a patron's window: if it is theirs to take they will answer, mostly."""
        session = self._room.sessions.get(number)
        if session is None or session.state is not SessionState.WAITING or not session.offers:
            return
        offer = session.offers.get(librarian.member.name)
        if offer is None or not offer.live or number in librarian.offered:
            return
        manner = librarian.manner
        if manner.attention < 1.0 and self._chance.random() >= manner.attention:
            return
        delay = self._chance.expovariate(1.0 / manner.reaction) if manner.reaction else 0.0
        librarian.offered.add(number)
        self._plan(self._now + delay, self._answers, librarian, number)

    def _answers(self, librarian: Librarian, number: int) -> None:
        if librarian.visitor is not None:
            self._plan(self._over(librarian), self._answers, librarian, number)
            return
        librarian.offered.discard(number)
        session = self._room.sessions.get(number)
        if session is not None and session.state is SessionState.WAITING and librarian.online:
            self._writes(librarian.member.address, session.patron.alias, "Just a moment.")

    def _works(self, case: Case, name: str, *, talks: bool = True) -> None:
        librarian = self._named[name]
        others = librarian.working
        librarian.working += 1
        librarian.busy.set(True, self._now)
        case.owner, case.begun = name, self._now
        case.excused = librarian.visits.read(self._now)
        case.claims += 1
        self._questions.staff[case.place] = self._places[name]
        work = case.arrival.service * (1.0 + librarian.manner.slowdown * others)
        work = min(work, GHOST) if case.gone else work
        if talks and 0.0 < librarian.manner.pace < work:
            self._plan(self._now + librarian.manner.pace, self._talk, case, case.claims)
        self._plan(self._now + work, self._done, case, case.claims)

    def _works_no_more(self, case: Case) -> None:
        librarian = self._named.get(case.owner)
        if librarian is None:
            return
        case.owner = ""
        case.claims += 1
        librarian.working -= 1
        librarian.talking += self._now - case.begun
        librarian.busy.set(librarian.working > 0, self._now)
        if librarian.leaving and not librarian.working:
            self._plan(self._now, self._goes, librarian)

    def _talk(self, case: Case, claims: int) -> None:
        """The patron says a line, and is answered; with a visitor there, when they have gone."""
        if case.claims != claims or case.number not in self._room.sessions:
            return
        librarian = self._named[case.owner]
        self._plan(self._now + librarian.manner.pace, self._talk, case, claims)
        if not case.gone and librarian.visitor is None:
            self._writes(case.address, case.arrival.desk, "And then?")
            if case.claims == claims:
                self._writes(librarian.member.address, case.alias, "Then this.")

    def _done(self, case: Case, claims: int) -> None:
        """The work is done, unless a visitor took time from it: that is made good first."""
        if case.claims != claims:
            return
        librarian = self._named[case.owner]
        visits = librarian.visits.read(self._now)
        if librarian.visitor is not None:
            self._plan(self._over(librarian), self._done, case, claims)
        elif visits > case.excused:
            self._plan(self._now + visits - case.excused, self._done, case, claims)
            case.excused = visits
        elif self._room.sessions[case.number].open:
            librarian.sessions += 1
            self._writes(librarian.member.address, case.alias, "!close")
        elif librarian.online:
            self._keeps_promise(librarian, case)
        else:
            librarian.owing.append(case)

    def _keeps_promise(self, librarian: Librarian, case: Case) -> None:
        session = self._room.sessions[case.number]
        librarian.sessions += 1
        self._writes(librarian.member.address, case.alias, "Here is the answer.")
        self._writes(librarian.member.address, case.alias, "!done")
        self._judge(case, session)
        self._works_no_more(case)
        del self._cases[case.number]

    # Partners.

    def _partner_hears(self, case: Case, say: Say) -> None:
        """Another library has the question: somebody there answers it, and the patron goes."""
        if say.message is not None and not self._questions.answered[case.place]:
            answers = self._now + self._run.staffing.partner_delay
            self._plan(answers, self._partner_answers, case, say.recipient)

    def _partner_answers(self, case: Case, partner: str) -> None:
        session = self._room.sessions.get(case.number)
        if session is None or session.state is not SessionState.ABROAD:
            return
        self._writes(partner, case.alias, "Here is the answer.")
        self._plan(self._now + case.arrival.service, self._thanks, case)

    def _thanks(self, case: Case) -> None:
        session = self._room.sessions.get(case.number)
        if session is not None and session.state is SessionState.ABROAD:
            self._writes(case.address, case.arrival.desk, "bye")

    # Visitors.

    def _is_visited(self, visit: Visit) -> None:
        librarian = self._named[visit.staff]
        if librarian.visitor is not None:
            librarian.queue.append(visit)
        elif librarian.online and not librarian.leaving:
            minutes = min(480, max(1, ceil(visit.duration / 60)))
            word = "walkin" if visit.way == "walk_in" else "phone"
            librarian.visitor = replace(visit, at=self._now)
            librarian.visits.set(True, self._now)
            self._writes(librarian.member.address, librarian.desk, f"!{word} {minutes}")
            self._plan(self._over(librarian), self._is_back, librarian)

    def _over(self, librarian: Librarian) -> float:
        visit = librarian.visitor
        return self._now if visit is None else visit.at + visit.duration

    def _is_back(self, librarian: Librarian) -> None:
        librarian.visitor = None
        librarian.visits.set(False, self._now)
        self._writes(librarian.member.address, librarian.desk, "!back")
        if librarian.queue:
            self._is_visited(librarian.queue.popleft())

    # What is measured.

    def _count_on(self, librarian: Librarian | None) -> None:
        if librarian is not None:
            there = librarian.online and not librarian.leaving
            counted = there and not is_off(self._room, librarian.member.name)
            if counted != librarian.on_duty.running:
                librarian.on_duty.set(counted, self._now)

    def _count_door(self, desk: str) -> None:
        state = self._room.desk_shown[desk].face.state
        staffed, alone = self._doors[desk]
        staffed.set(state is DeskState.STAFFED, self._now)
        alone.set(state is DeskState.UNSTAFFED, self._now)

    def _found(self) -> Result:
        for number, case in self._cases.items():
            self._judge(case, self._room.sessions[number])
        return Result(
            self._questions,
            {each.member.name: self._work(each) for each in self._named.values()},
            {name: self._door(name) for name in self._desks},
            self._events,
        )

    def _work(self, librarian: Librarian) -> Work:
        now = self._now
        running = [case for case in self._cases.values() if case.owner == librarian.member.name]
        return Work(
            librarian.sessions,
            librarian.talking + sum(now - case.begun for case in running),
            librarian.busy.read(now),
            librarian.visits.read(now),
            librarian.present.read(now),
            librarian.on_duty.read(now),
        )

    def _door(self, name: str) -> Door:
        hours, (staffed, alone) = self._agreement.desks[name].hours, self._doors[name]
        spans = hours.promised(self._run.start, self._run.until)
        opened = sum(span.end - span.start for span in spans)
        return Door(opened, staffed.read(self._now), alone.read(self._now))
