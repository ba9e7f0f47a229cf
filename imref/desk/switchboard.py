"""The switchboard: event and now in, effects out. The only place where state changes."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from imref.desk import phrases, repertoire
from imref.desk.agenda import Occasion, RuleError
from imref.desk.agreement import Agreement
from imref.desk.calendar import opening
from imref.desk.colleagues import room_commands, room_news, staff_room
from imref.desk.duty import engagement, signing_off, stints
from imref.desk.duty.hours import look_at_all, still_there
from imref.desk.duty.swamped import look_at_calls
from imref.desk.effects import (
    OWN_ID_PREFIX,
    Acknowledge,
    Effect,
    Fate,
    KeepMessage,
    Refusal,
    Refuse,
    Say,
    Settle,
    SettleUpTo,
    own_number,
)
from imref.desk.events import (
    Accepted,
    AgreementChanged,
    Bounced,
    ClockTicked,
    Delivered,
    Event,
    FaqFound,
    FeaturesKnown,
    FiguresCounted,
    FileFetched,
    Flaw,
    FormUsed,
    Interrupted,
    LinkDown,
    LinkIssued,
    LinkUp,
    Mailed,
    Marked,
    OccupantGone,
    OccupantKnown,
    PatronRecalled,
    PilotsRead,
    PresenceChanged,
    PresenceRefused,
    Privileged,
    Reacted,
    ReportMailed,
    ReportWritten,
    Retracted,
    RoomJoined,
    RoomLeft,
    RoomSaid,
    RosterAnswered,
    Said,
    Stopping,
    SubscriptionChanged,
    TranscriptRead,
    Typed,
    Unusable,
    device_of,
)
from imref.desk.figures import pilot_news, weekly
from imref.desk.figures.dashboard import link_issued
from imref.desk.figures.own_figures import counted
from imref.desk.form.filling import form_used
from imref.desk.ledger import Ledger
from imref.desk.model import ALIAS_PREFIX, Session, SessionState
from imref.desk.night.dealing import is_there
from imref.desk.night.nights import found
from imref.desk.occasions import RULES
from imref.desk.partner.partner_side import is_partner, is_theirs, partner_said
from imref.desk.patron import blocking, leaving
from imref.desk.patron.blocking import refuse_blocked
from imref.desk.patron.patron_side import patron_said
from imref.desk.patron.transcripts import transcript_read
from imref.desk.promise.followups import resume_promises
from imref.desk.promise.mailing import mailed, resume_mails
from imref.desk.rehearsal import canary
from imref.desk.rehearsal.practice import is_ours, own_words
from imref.desk.room import Room
from imref.desk.roster import aliases, beacon, unstaffed
from imref.desk.roster.capabilities import device_shows, learn
from imref.desk.roster.patron_presence import patron_shows
from imref.desk.roster.presence import link_down, link_up, staff_presence, subscription
from imref.desk.session.interruption import rehome, take_over, tell_interrupted
from imref.desk.session.review import review
from imref.desk.staff.staff_side import staff_said
from imref.desk.talk import files
from imref.desk.talk.conversation import convey, patron_received, question_received, staff_received
from imref.desk.talk.exchange import marked, reacted, unquote
from imref.desk.talk.retraction import retracted
from imref.desk.talk.unreachable import partner_bounced, patron_bounced, staff_bounced

__all__ = ["Switchboard", "repertoire"]  # Importing the staff commands registers them.

UNSEEN = frozenset({Delivered, Accepted, Typed, Marked, FeaturesKnown})
"""Events that change nothing that a roster shows; there are many of them."""

ROUTINE = frozenset({KeepMessage, Say, Acknowledge, Settle})
"""What words that are only passed on bring about: nothing that a roster shows, and often."""


def _is_routine(effects: list[Effect]) -> bool:
    """Whether words were passed on, and nothing else came of them."""
    return ROUTINE.issuperset(map(type, effects))


@contextmanager
def _named(over: int | Occasion) -> Iterator[None]:
    """Say over what a rule failed: left as it is, it would fail again at once, and for ever."""
    try:
        yield
    except Exception as problem:
        raise RuleError(over) from problem


DUE_AT_ONCE = 250
"""How many things that time brings about are done in one turn; the rest waits for the next."""

GONE = "gone"
"""The chat state of somebody who has left (XEP-0085): no sign that they are there."""


class Switchboard:
    """The rules of the desk, in one place that remembers.

    ``handle`` is the whole interface: it takes an event and the time (Unix seconds), changes
    what it remembers and returns what is to be done. It never waits and never looks at a clock.
    """

    def __init__(
        self,
        agreement: Agreement,
        ledger: Ledger,
        now: float,
        left_alone: Collection[int | Occasion] = (),
    ) -> None:
        """Begin with what was kept. Time does nothing to what is ``left_alone`` (`RuleError`)."""
        self._room = Room(agreement, ledger, now, left_alone)
        opening.keep_hours(self._room)
        engagement.resume(self._room)
        blocking.resume(self._room)
        resume_promises(self._room)
        resume_mails(self._room)
        stints.resume(self._room)
        canary.expect(self._room)
        pilot_news.expect(self._room)
        weekly.expect(self._room)

    @property
    def room(self) -> Room:
        """What the desk remembers; to be read by others, never changed."""
        return self._room

    def knows(self, address: str, desk: str) -> bool:
        """Whether this patron is in memory; if not, the store may know more (PatronRecalled).

        At an alias (``desk``) nobody is looked for but the patron of a partner who writes there.
        """
        room = self._room
        if address in room.agreement.staff or room.patron(address, desk) is not None:
            return True
        if not desk.startswith(ALIAS_PREFIX):
            return False
        return not is_partner(room, address) or room.patron_at(desk) is not None

    def next_due(self) -> float | None:
        """When the clock should tick next, or None."""
        return self._room.next_due()

    def handle(self, event: Event, now: float) -> list[Effect]:
        """Apply ``event`` at ``now``; the effects are in the order of doing."""
        room = self._room
        room.now = now
        effects: list[Effect] = []
        room.out = effects
        match event:
            case Said():
                if event.quoted:
                    unquote(event)
                brings = event.url or event.body.startswith(files.ENCRYPTED)
                if not (brings and files.taken(room, event)):
                    self._said(event)
            case Delivered():
                self._delivered(event)
            case Accepted():
                effects.append(SettleUpTo(event.upto))
            case Typed():
                self._typed(event)
            case Marked():
                marked(room, self._session_at(event.to, event.sender), event)
            case PresenceChanged():
                device_shows(room, event)
                member = room.agreement.staff.get(event.sender)
                if member is not None:
                    staff_presence(room, member, event)
                else:
                    patron_shows(room, event)
            case _:
                self._handle_rare(event)
        if type(event) not in UNSEEN and not (type(event) is Said and _is_routine(effects)):
            signing_off.let_go(room)
            news = beacon.news(room)
            if news:
                unstaffed.look(room, news)
                beacon.look(room, news)
            aliases.look(room, tuple(effects))
            stints.look_after(room, event, effects)
        if room.circle.place:
            room_news.look(room)
        return effects

    def _said(self, event: Said) -> None:
        room = self._room
        member = room.agreement.staff.get(event.sender)
        if member is not None:
            staff_said(room, member, event)
            still_there(room, member)
        elif event.sender == room.circle.place:
            whisper = RoomSaid(
                event.sender, event.resource, event.to, event.id, event.body, event.sent
            )
            room_commands.heard(room, whisper, in_private=True)
        elif event.sender.endswith(room.agreement.domain) and is_ours(room, event.sender):
            own_words(room, event)
        elif not (room.blocks and refuse_blocked(room, event)) and not (
            event.to.startswith(ALIAS_PREFIX) and partner_said(room, event)
        ):
            patron_said(room, event)

    def _fetched(self, event: FileFetched) -> None:
        said = files.fetched(self._room, event)
        if said is not None:
            self._said(said)
            files.passed_on(self._room, event)

    def _handle_rare(self, event: Event) -> None:
        room = self._room
        match event:
            case ClockTicked():
                self._time_passed()
            case Bounced():
                self._bounced(event)
            case Reacted():
                reacted(room, self._session_at(event.to, event.sender), event)
            case Retracted():
                retracted(room, self._session_at(event.to, event.sender), event)
            case FeaturesKnown():
                learn(room, event)
            case Unusable():
                self._unusable(event)
            case SubscriptionChanged():
                subscription(room, event)
            case PresenceRefused():
                if not staff_room.refused(room, event):
                    beacon.refused(room, event)
            case RoomSaid():
                self._said_in_room(event)
            case RoomJoined() | RoomLeft() | OccupantKnown() | OccupantGone():
                staff_room.happened(room, event)
            case FormUsed():
                form_used(room, event)
                if (member := room.agreement.staff.get(event.sender)) is not None:
                    still_there(room, member)
            case PatronRecalled():
                self._recalled(event)
            case FaqFound():
                found(room, event)
            case FiguresCounted():
                counted(room, event)
            case ReportWritten():
                weekly.written(room, event)
            case ReportMailed():
                weekly.mailed(room, event)
            case LinkIssued():
                link_issued(room, event)
            case TranscriptRead():
                transcript_read(room, event)
            case PilotsRead():
                pilot_news.pilots_read(room, event)
            case Mailed():
                mailed(room, event)
            case Privileged():
                aliases.privileged(room, event)
            case RosterAnswered():
                aliases.answered(room, event)
            case FileFetched():
                self._fetched(event)
            case LinkUp():
                link_up(room)
                aliases.link_up(room)
                rehome(room, room.agreement)
                look_at_all(room)
                look_at_calls(room)
                staff_room.settle(room)
                files.link_up(room)
                canary.link_up(room)
            case LinkDown():
                link_down(room)
                leaving.link_down(room)
                staff_room.settle(room)
            case AgreementChanged():
                take_over(room, event.agreement)
                canary.expect(room)
                pilot_news.expect(room)
                weekly.expect(room)
                aliases.refresh(room)
                look_at_all(room)
                staff_room.settle(room)
            case Interrupted():
                tell_interrupted(room)
            case Stopping():
                beacon.hide(room)
                aliases.hide(room)
            case _:
                raise TypeError(f"the switchboard knows no {type(event).__name__}")

    def _time_passed(self) -> None:
        """What is due; of very much, a part. `next_due` stays in the past, and the clock ticks on.

        Ten thousand patrons who wait must not keep those unheard who write meanwhile.
        """
        room = self._room
        for _ in range(DUE_AT_ONCE):
            occasion = room.agenda.take_due(room.now)
            if occasion is None:
                break
            if occasion not in room.left_alone:
                with _named(occasion):
                    RULES[occasion.what](room, occasion.key)
        for _ in range(DUE_AT_ONCE):
            due = room.take_due()
            if due is None:
                break
            with _named(due.number):
                review(room, due)

    def _session_at(self, local: str, sender: str) -> Session | None:
        """The session that a patron has at a desk, or that staff or a partner has at an alias."""
        if not local.startswith(ALIAS_PREFIX):
            patron = self._room.patron(sender, local)
            return patron.session if patron else None
        patron = self._room.patron_at(local)
        session = patron.session if patron else None
        may_know = sender in self._room.agreement.staff or is_theirs(session, sender)
        return session if may_know else None

    def _delivered(self, event: Delivered) -> None:
        room = self._room
        if event.id.startswith(OWN_ID_PREFIX):
            number = own_number(event.id)
            if number is not None:
                room.out.append(Settle(number, event.sender, Fate.DELIVERED))
        session = self._session_at(event.to, event.sender)
        if session is None:
            return
        if session.practice and event.sender in room.agreement.staff:
            canary.was_heard(room, session)
        if session.state is SessionState.HELD and event.sender == session.patron.address:
            is_there(room, session)
        if event.id.startswith(OWN_ID_PREFIX):
            return
        member = room.agreement.staff.get(event.sender)
        if member is not None:
            staff_received(room, session, event, member.name)
        elif event.to.startswith(ALIAS_PREFIX):
            question_received(room, session, event)
        else:
            patron_received(room, session, event)

    def _typed(self, event: Typed) -> None:
        session = self._session_at(event.to, event.sender)
        if session is not None:
            member = self._room.agreement.staff.get(event.sender)
            partner = event.sender if event.to.startswith(ALIAS_PREFIX) else ""
            if member is None and not partner and event.state != GONE:
                is_there(self._room, session)
            convey(self._room, session, event, member.name if member else partner)

    def _said_in_room(self, event: RoomSaid) -> None:
        room = self._room
        if event.room == room.circle.place:
            room_commands.heard(room, event)
            return
        flaw = Flaw.GROUPCHAT
        self._unusable(Unusable(event.room, event.nick, event.to, event.id, flaw, event.language))

    def _bounced(self, event: Bounced) -> None:
        room = self._room
        if staff_room.bounced(room, event):
            return
        session = self._session_at(event.to, event.sender)
        member = room.agreement.staff.get(event.sender)
        if member is not None:
            staff_bounced(room, member, session, event)
        elif event.to.startswith(ALIAS_PREFIX):
            partner_bounced(room, session, event)
        elif session is not None:
            patron_bounced(room, session, event)
        beacon.bounced(room, event)

    def _unusable(self, event: Unusable) -> None:
        room = self._room
        if event.sender == room.circle.place:
            return  # Nobody in the staff room is answered with an error.
        staff = event.sender in room.agreement.staff
        if not staff and not room.patron_throttle.allow(event.sender, room.now):
            return
        groupchat = event.flaw is Flaw.GROUPCHAT
        text = phrases.NO_GROUPCHAT() if groupchat else phrases.NO_ENCRYPTION()
        marked = room.agreement.wording.marked(event.language)
        words = room.in_words(text, room.language_of(event.sender, event.to, marked))
        room.out.append(Refuse(event.to, device_of(event), event.id, Refusal.NOT_ACCEPTABLE, words))
        if not groupchat and room.warnings.allow(f"{event.sender} {event.to}", room.now):
            room.say(event.to, event.sender, text, language=marked)

    def _recalled(self, event: PatronRecalled) -> None:
        room = self._room
        if room.patron(event.patron.address, event.patron.desk) is not None:
            return
        room.remember(event.patron)
        if event.session is not None:
            event.patron.session = event.session
            room.sessions[event.session.number] = event.session
            room.wake(event.session, event.session.closed + room.agreement.timings.comeback)
