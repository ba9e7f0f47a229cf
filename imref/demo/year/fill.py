"""The made-up year, question by question, into a store that was empty."""

import asyncio
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from imref.demo.year.pattern import LENGTHS, arrivals
from imref.demo.year.rota import Rota, make_rota
from imref.demo.year.service import Counter
from imref.demo.year.story import Numbers, Story, new_session
from imref.demo.year.words import SPAM
from imref.desk.agreement import Agreement, Desk
from imref.desk.effects import Effect, Keep
from imref.desk.model import Channel, Ending, Moment, Outcome, Patron, Session
from imref.desk.records import Canary, Engagement, FollowUp, Promise, Stint
from imref.store.journal import Journal

WEEK: Final = 7 * 86_400.0
AT_ONCE: Final = 400
"""Questions in one commit."""


@dataclass(frozen=True, slots=True)
class Year:
    """What is made up: ``weeks`` that end at ``until`` (Unix seconds), ``a_week`` questions each.

    ``a_week`` holds for a usual week; the term makes some busier. ``seed`` is any number.
    """

    until: float
    weeks: int = 52
    a_week: float = 60.0
    seed: int = 1923

    @property
    def start(self) -> float:
        """When it begins."""
        return self.until - self.weeks * WEEK


@dataclass(frozen=True, slots=True)
class Told:
    """How much was made up."""

    questions: int
    stints: int


def fill_year(path: Path, agreement: Agreement, year: Year) -> Told:
    """Make a store at ``path`` and fill it as the service of this agreement might have.

    Raises FileExistsError when there is one already: what is made up must not be mixed with what
    was. Raises StoreError when it cannot be written.
    """
    if path.exists():
        raise FileExistsError(path)
    play = _Play(agreement, year)
    asyncio.run(_keep(path, play))
    return Told(play.numbers.session - 1, play.stints)


async def _keep(path: Path, play: "_Play") -> None:
    journal = await Journal.open(path)
    try:
        journal.add(play.frame())
        for number, effects in enumerate(play.questions()):
            journal.add(effects)
            if number % AT_ONCE == 0:
                await journal.commit()
        await journal.commit()
        await journal.mark_clean()
    finally:
        await journal.close()


class _Play:
    """The year while it goes on."""

    def __init__(self, agreement: Agreement, year: Year) -> None:
        self.agreement = agreement
        self.year = year
        self.chance = Random(year.seed)
        self.numbers = Numbers()
        self.stints = 0
        self.rota: Rota = make_rota(self.chance, agreement, year.start, year.until)
        self.counter = Counter(agreement, self.rota)
        self.patrons: list[Patron] = []
        self.promised: dict[int, FollowUp] = {}  # what is open, by the patron's number

    def frame(self) -> Iterator[Effect]:
        """Stints, engagements and canaries: what does not wait for a question."""
        spans = sorted(self.rota.stints(self.agreement), key=lambda each: each[2])
        for desk, staff, when in spans:
            self.stints += 1
            yield Keep(Stint(self._record(), desk, staff, when.start, when.end, open=False))
        for busy in self.rota.busy:
            began, ended = busy.when.start, busy.when.end
            number = self._record()
            yield Keep(Engagement(number, busy.staff, busy.kind, "", began, ended, ended))
        first = next(iter(self.agreement.desks.values()))
        for stretch in self.rota.open[first.name]:
            yield Keep(self._canary(first.name, stretch.start + 1800.0))

    def _canary(self, desk: str, at: float) -> Canary:
        down = not any(each.start <= at < each.end for each in self.rota.running)
        if down:
            return Canary(self._record(), desk, at, failed="no answer within 60 s", done=True)
        heard = at + self.chance.uniform(0.05, 0.4)
        answered = heard + self.chance.uniform(0.05, 0.4)
        return Canary(self._record(), desk, at, at + 0.02, heard, answered, done=True)

    def _record(self) -> int:
        self.numbers.record += 1
        return self.numbers.record - 1

    def questions(self) -> Iterator[list[Effect]]:
        """Each question, in the order in which they were asked, with all that came of it."""
        year, desks = self.year, list(self.agreement.desks.values())
        weights = [4.0 if place == 0 else 1.0 for place in range(len(desks))]
        asked = arrivals(self.chance, year.start, year.until, year.a_week, desks[0].hours.zone)
        running = self.rota.running
        for at in asked[: bisect_left(asked, year.until - 3600.0)]:
            if any(each.start <= at < each.end for each in running):
                yield self._question(self.chance.choices(desks, weights)[0], at)

    def _question(self, desk: Desk, at: float) -> list[Effect]:
        patron, known = self._patron(desk, at)
        web = patron.address.startswith("guest-")
        session = new_session(
            self.numbers, patron, at, Channel.WEB if web else Channel.IM, desk.name
        )
        story = Story(self.chance, self.numbers, session, known)
        story.begin()
        lot = self.chance.random()
        if lot < 0.01:
            self._spam(story)
        elif self.counter.is_open(desk, at):
            self._by_day(story, desk, practice=lot > 0.985)
        else:
            self._by_night(story, desk)
        if not known:
            self.patrons.append(patron)
        self._promise_goes_along(story)
        return story.kept

    def _promise_goes_along(self, story: Story) -> None:
        """As `promise.promises` has it: one open promise each, about the last session."""
        session = story.session
        former = self.promised.pop(session.patron.number, None)
        record = story.promised or former
        if record is None:
            return
        if former is not None:
            record.number, record.session = former.number, session.number
            story.kept.append(Keep(record))
        if record.state is Promise.OPEN:
            self.promised[session.patron.number] = record

    def _patron(self, desk: Desk, at: float) -> tuple[Patron, bool]:
        """Somebody new, or now and then somebody who has asked here before and is done."""
        before = self.chance.choice(self.patrons) if self.patrons else None
        if before is not None and before.desk == desk.name and self.chance.random() < 0.3:
            last: Session | None = before.session
            if last is not None and last.closed and last.closed + 900.0 < at:
                return before, True
        number = self.numbers.patron
        self.numbers.patron += 1
        guests = self.agreement.guest_domain or "guest.library.example"
        web = self.chance.random() < 0.7
        address = f"guest-{number}@{guests}" if web else f"reader-{number}@chat.example"
        language = self.chance.choices(("", "de", "es", "fr"), (80, 8, 7, 5))[0]
        return Patron(number, address, desk.name, language=language), False

    def _spam(self, story: Story) -> None:
        at = story.session.opened
        story.says(at + 5.0, SPAM)
        staff = self.agreement.desks[story.session.desk].staff[0]
        story.turn(at + 60.0, Moment.CLAIMED, staff)
        story.session.owner = staff
        story.close(at + 75.0, Ending.STAFF, Outcome.SPAM)

    def _by_day(self, story: Story, desk: Desk, *, practice: bool) -> None:
        """Asked while the desk is open."""
        session, chance = story.session, self.chance
        answer = self.counter.first(chance, desk, session.opened)
        patience = chance.expovariate(1 / LENGTHS.patience)
        session.practice = practice and answer is not None
        if answer is None and chance.random() < 0.4 and patience > 75.0:
            story.hold(session.opened + 75.0)
            self._in_the_morning(story, desk, session.opened + 75.0)
        elif answer is None or session.opened + patience < answer[0]:
            self._leaves(story, session.opened + patience)
        else:
            self._answered(story, *answer)

    def _answered(self, story: Story, at: float, name: str) -> None:
        over = at + story.work()
        self.counter.takes(name, over)
        story.converse(at, name, over)
        if story.session.practice:
            story.close(over, Ending.STAFF, Outcome.PRACTICE)
        elif self.chance.random() < 0.06:
            due = over + self.chance.choice((86_400.0, 2 * 86_400.0, 5 * 86_400.0))
            story.promise(over, name, due, Ending.PROMISE, self.year.until)
        else:
            story.end_well(over)

    def _leaves(self, story: Story, at: float) -> None:
        """A visitor of the page goes without a word, and the desk waits a while; others say so."""
        timings = self.agreement.timings
        if story.session.channel == Channel.WEB:
            story.close(at + timings.left + timings.left_waiting, Ending.LEFT, Outcome.LOST)
        else:
            story.close(at, Ending.PATRON, Outcome.LOST)

    def _by_night(self, story: Story, desk: Desk) -> None:
        """Asked while the desk is closed."""
        at, chance = story.session.opened, self.chance
        partner = next((each for each in desk.partners if each.when.is_open(at)), None)
        if partner is not None and chance.random() < 0.75:
            self._abroad(story, partner.address)
            return
        story.hold(at)
        lot = chance.random()
        if lot < 0.12:
            story.close(at + chance.uniform(40.0, 240.0), Ending.HELP_PAGE, Outcome.HELP_PAGE)
        elif lot < 0.34:
            story.close(at + chance.uniform(10.0, 120.0), Ending.PATRON, Outcome.LOST)
        else:
            self._in_the_morning(story, desk, at)

    def _abroad(self, story: Story, address: str) -> None:
        at, chance = story.session.opened, self.chance
        story.session.partner = address
        story.turn(at, Moment.PROPOSED, address)
        story.turn(at + 15.0, Moment.SENT_ON, address)
        first = at + 15.0 + chance.expovariate(1 / 150.0)
        story.says(first, story.talk[1], address)
        story.close(first + story.work(), Ending.IDLE, Outcome.ANSWERED)
        story.session.read = 0

    def _in_the_morning(self, story: Story, desk: Desk, since: float) -> None:
        """A kept question is dealt when somebody is there; most patrons are not by then."""
        found = self.counter.opening(desk, since, self.year.until)
        if found is None:
            return
        at, name = found[0] + self.chance.uniform(20.0, 1500.0), found[1]
        if at > self.year.until - 3600.0:
            return
        story.turn(at, Moment.DEALT, name)
        if self.chance.random() < 0.3:
            self._answered(story, at + 40.0, name)
        else:
            due = desk.hours.closes(at) or at + 8 * 3600.0
            story.promise(at + 30.0, name, due, Ending.DEALT, self.year.until)
