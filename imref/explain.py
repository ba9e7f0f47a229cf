"""`imref explain`: what would happen to a question at some moment, by running the real rules.

A switchboard without a past is given the moment, a made-up patron whose client stays online, and
whoever is on duty; its clock then runs from deadline to deadline. What it says is what people
would read. Nobody answers, so that all that is due comes.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from textwrap import wrap

from imref.desk.agreement import Agreement, Desk
from imref.desk.calendar.dates import leading_time
from imref.desk.effects import Effect, Say
from imref.desk.errands import SearchFaq
from imref.desk.events import ClockTicked, Delivered, Event, FaqFound, LinkUp, PresenceChanged, Said
from imref.desk.ledger import Ledger
from imref.desk.model import Session, SessionState
from imref.desk.night.faq import Page
from imref.desk.switchboard import Switchboard

PATRON = "somebody@patron.invalid"
"""The made-up patron's address; .invalid can be nobody's (RFC 6761, section 6.4)."""

BEFORE = 60.0
"""Seconds that imref and those on duty are there before the question comes."""

LOOK_ON = 300.0
"""Seconds that a question without an answer is followed; a real patron has left by then."""

LONGEST = 14 * 86_400.0
"""Seconds after which a kept question is followed no longer."""

PLAYED_OUT = frozenset({SessionState.ACTIVE, SessionState.ABROAD, SessionState.CLOSED})
"""States in which somebody else has to speak next, or nobody."""

WHO_WIDTH, WIDTH = 20, 98

Search = Callable[[SearchFaq], Sequence[Page]]
"""Finds the help pages that may answer a question."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked: at which desk, when (Unix seconds), in which words, and who is on duty.

    ``on_duty`` are staff names, ``language`` the tag that the patron's message carries, or "".
    """

    desk: Desk
    at: float
    question: str
    on_duty: tuple[str, ...] = ()
    language: str = ""


class Mistaken(ValueError):  # noqa: N818 - a mistake of whoever asks
    """What was asked for is not there or not understood; the message says what is."""


def cases(
    agreement: Agreement,
    at: str,
    desk: str | None,
    on_duty: str | None,
    question: str,
    language: str,
) -> list[Case]:
    """The cases that words on the command line mean. Raises Mistaken.

    ``on_duty`` are names with commas between; None is two cases: nobody, and the first tier.
    """
    name = desk or next(iter(agreement.desks))
    if name not in agreement.desks:
        raise Mistaken(f'No desk is called "{name}"; there are {", ".join(agreement.desks)}.')
    chosen = agreement.desks[name]
    shifts = ((), chosen.tiers[0]) if on_duty is None else (_names(agreement, on_duty),)
    moment = moment_of(at, time.time(), chosen.hours.zone)
    return [Case(chosen, moment, question, shift, language) for shift in shifts]


def _names(agreement: Agreement, text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    known = sorted(member.name for member in agreement.staff.values())
    for name in names:
        if name not in known:
            raise Mistaken(f'Nobody is called "{name}"; there are {", ".join(known)}.')
    return names


def moment_of(text: str, now: float, zone: tzinfo) -> float:
    """The moment that somebody means who writes it in words or in ISO 8601. Raises Mistaken."""
    if text.strip().lower() == "now":
        return now
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = leading_time(text, now, zone)
        if found is None or found[1]:
            raise Mistaken(
                f'"{text}" is not understood; "Sunday 02:00" is, and "2026-03-29 02:30".'
            ) from None
        return found[0]
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: when, who does what, and the words, if there are any."""

    at: float
    who: str
    text: str = ""


def walk(agreement: Agreement, case: Case, search: Search | None = None) -> list[Step]:
    """Everything that would happen, in order, until others would have to speak or nobody does."""
    return list(_together(_Walk(agreement, case, search).steps()))


class _Walk:
    """One run of the rules."""

    def __init__(self, agreement: Agreement, case: Case, search: Search | None) -> None:
        self._agreement = agreement
        self._case = case
        self._search = search
        self._now = case.at - BEFORE
        self._board = Switchboard(agreement, Ledger(), self._now)
        self._open = case.desk.hours.is_open(case.at)
        self._state: SessionState | None = None
        self._since = case.at

    def steps(self) -> Iterator[Step]:
        case = self._case
        self._set_the_scene()
        yield Step(case.at, "the patron writes", case.question)
        said = Said(PATRON, "phone", case.desk.name, "1", case.question, language=case.language)
        yield from self._happens(said)
        while not self._is_played_out() and (due := self._next()) is not None:
            self._now = max(self._now, due)
            yield from self._door()
            yield from self._happens(ClockTicked())
        yield Step(self._now, "", self._ending())

    def _set_the_scene(self) -> None:
        self._effects_of(LinkUp())
        for name in self._case.on_duty:
            member = self._agreement.member(name)
            if member is not None:
                here = PresenceChanged(member.address, "desk", self._case.desk.name, "available")
                self._effects_of(here)
        while (due := self._board.next_due()) is not None and due < self._case.at:
            self._now = max(self._now, due)
            self._effects_of(ClockTicked())
        self._now = self._case.at

    def _effects_of(self, event: Event) -> list[Effect]:
        return self._board.handle(event, self._now)

    def _happens(self, event: Event) -> Iterator[Step]:
        """What an event brings about, and what answers to that."""
        for effect in self._effects_of(event):
            if isinstance(effect, SearchFaq) and self._search is not None:
                yield from self._happens(FaqFound(effect.session, tuple(self._search(effect))))
            elif isinstance(effect, Say):
                yield from self._heard(effect)
        state = self._session.state if self._session else None
        if state is not self._state:
            self._state, self._since = state, self._now

    def _heard(self, say: Say) -> Iterator[Step]:
        member = self._agreement.staff.get(say.recipient)
        if say.recipient == PATRON:
            yield Step(self._now, "the desk says", say.body)
            self._effects_of(Delivered(PATRON, say.sender, say.id))
        elif member is not None:
            yield Step(self._now, f"{member.screen_name} reads", say.body)
        elif (title := self._agreement.partner_title(say.recipient)) != say.recipient:
            yield Step(self._now, f"{title} reads", say.body)

    def _door(self) -> Iterator[Step]:
        """Whether the desk has opened or closed since the last step."""
        is_open = self._case.desk.hours.is_open(self._now)
        if is_open is not self._open:
            self._open, self._since = is_open, self._now
            yield Step(self._now, f"the desk {'opens' if is_open else 'closes'}")

    @property
    def _session(self) -> Session | None:
        patron = self._board.room.patron(PATRON, self._case.desk.name)
        return patron.session if patron else None

    def _is_played_out(self) -> bool:
        return self._session is None or self._session.state in PLAYED_OUT

    def _next(self) -> float | None:
        """The next deadline, or None when the question has been followed for long enough."""
        due = self._board.next_due()
        held = self._session is not None and self._session.state is SessionState.HELD
        waits_for_opening = held and not self._open
        end = self._case.at + LONGEST if waits_for_opening else self._since + LOOK_ON
        return due if due is not None and due <= end else None

    def _ending(self) -> str:
        session = self._session
        match session.state if session else None:
            case SessionState.WAITING:
                return (
                    "Nobody has answered so far. The question stays in line, and the first "
                    "librarian who comes sees it."
                )
            case SessionState.HELD:
                return "The question is kept."
            case SessionState.ACTIVE if session:
                return f"It is with {self._agreement_name(session.owner)} now."
            case SessionState.ABROAD if session:
                return f"It is with {self._agreement.partner_title(session.partner)} now."
            case _:
                return "That is the end of it."

    def _agreement_name(self, name: str) -> str:
        member = self._agreement.member(name)
        return member.screen_name if member else name


def _together(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with what several people read at once told once."""
    last: Step | None = None
    for step in steps:
        if last is None:
            last = step
        elif step.who.endswith(" reads") and (step.at, step.text) == (last.at, last.text):
            names = last.who.removesuffix(" reads").removesuffix(" read")
            last = replace(last, who=f"{names}, {step.who.removesuffix(' reads')} read")
        else:
            yield last
            last = step
    if last is not None:
        yield last


def told(case: Case, steps: Sequence[Step], agreement: Agreement) -> Iterator[str]:
    """The steps as lines of text, in the desk's own time."""
    zone = case.desk.hours.zone
    names = [member.screen_name for name in case.on_duty if (member := agreement.member(name))]
    yield f"{case.desk.title} · {_day(case.at, zone)} · {zone} · on duty: {_listed(names)}"
    yield ""
    day = _day(case.at, zone)
    for step in steps:
        if _day(step.at, zone) != day:
            day = _day(step.at, zone)
            yield from ("", day)
        yield from _row(step, zone)


def _row(step: Step, zone: tzinfo) -> Iterator[str]:
    clock = f"{datetime.fromtimestamp(step.at, zone):%H:%M:%S}"
    if not step.who:
        yield from wrap(f"{clock}  {step.text}", WIDTH, subsequent_indent=" " * (len(clock) + 2))
        return
    head = f"{clock}  {step.who}"
    indent = " " * (len(clock) + 2 + WHO_WIDTH)
    for number, paragraph in enumerate(step.text.splitlines() or [""]):
        margin = indent if number or len(head) >= len(indent) else head.ljust(len(indent))
        if not number and margin == indent:
            yield head
        rows = wrap(paragraph, WIDTH - len(indent)) or [""]
        yield f"{margin}{rows[0]}".rstrip()
        yield from (f"{indent}{row}" for row in rows[1:])


def _day(at: float, zone: tzinfo) -> str:
    return f"{datetime.fromtimestamp(at, zone):%A, %-d %B %Y}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "nobody"
