"""The ledger of a period, from the real tables: what counts, what does not, and whose it is."""

from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest_asyncio

from imref.desk.agreement import Agreement, Desk, Partner, StaffMember
from imref.desk.calendar.hours import Hours, Span
from imref.desk.effects import Effect, Keep, KeepPatron, KeepSession, KeepTurn
from imref.desk.model import Ending, Moment, Outcome, Patron, Session, SessionState, Turn
from imref.desk.records import Engagement, FollowUp, Mail, MailFate, Promise
from imref.report.ledger import ledger
from imref.report.model import NO_COUNTS, Ledger, PageUse, PartnerUse, Promises, total
from imref.report.period import Period
from imref.report.wall import HoursOfWeek
from imref.store import daybook
from imref.store.database import connect, engine_on
from imref.store.evidence import Evidence
from imref.store.journal import Journal

from .test_plans import planned

MONDAY = datetime(2026, 11, 23, tzinfo=UTC).timestamp()
HOUR, DAY = 3600.0, 86_400.0
WEEK = Period.of_days(date(2026, 11, 23), date(2026, 11, 29), UTC)
NIGHTS = Hours(UTC, ((Span(22 * 60, 24 * 60),),) * 7)
OTHER = "ask@ref.other.example"
AGREED = Agreement(
    "ref.library.example",
    {
        "ask": Desk(
            "ask", "Reference", (("ana", "ben"),), partners=(Partner(OTHER, NIGHTS, "Other City"),)
        ),
        "law": Desk("law", "Law", (("cleo",),)),
    },
    {f"{n}@staff.example": StaffMember(n, f"{n}@staff.example", n) for n in ("ana", "ben", "cleo")},
)


class Book:
    """Keeps sessions and records in a store, and reads its ledger."""

    def __init__(self, journal: Journal, path: Path) -> None:
        self.journal, self.path = journal, path
        self.numbers = iter(range(1, 1000))

    def session(self, at: float, *turns: tuple[Moment, str, str], **more: Any) -> int:
        """A closed session that was opened at a time, with these turns."""
        number = next(self.numbers)
        desk = more.pop("desk", "ask")
        patron = Patron(1000 + number, f"p{number}@home.example", desk)
        more = {"opened": at, "closed": at + 600.0, "state": SessionState.CLOSED, **more}
        session = Session(number, patron, desk, **more)
        rows = (KeepTurn(Turn(number, at + 60.0, what, who, why)) for what, who, why in turns)
        self.journal.add([KeepPatron(patron), KeepSession(session), *rows])
        return number

    def keeps(self, *records: Any) -> None:
        effects: list[Effect] = [Keep(record) for record in records]
        self.journal.add(effects)

    async def ledger(self, *desks: str, now: float = WEEK.end) -> Ledger:
        await self.journal.commit()
        with Evidence(self.path) as evidence, evidence.looked_at() as view:
            return ledger(view, AGREED, WEEK, desks, now, HoursOfWeek(WEEK.zone))


@pytest_asyncio.fixture
async def book(journal: Journal, path: Path) -> AsyncIterator[Book]:
    yield Book(journal, path)


def engagement(number: int, staff: str, kind: str, at: float, ended: float, **more: Any) -> Any:
    return Engagement(number, staff, kind, "", MONDAY + at, MONDAY + at, MONDAY + ended, **more)


async def test_an_empty_store_has_an_empty_ledger(book: Book) -> None:
    found = await book.ledger("law")
    assert found == Ledger(NO_COUNTS, NO_COUNTS, NO_COUNTS, found.engaged)
    assert sum(map(sum, found.engaged)) == 0.0


async def test_walk_ins_and_calls_stand_in_their_hour_as_often_as_they_were_tallied(
    book: Book,
) -> None:
    book.keeps(
        engagement(1, "ana", "walk_in", 9 * HOUR, 9.5 * HOUR),
        engagement(2, "ana", "walk_in", 9.9 * HOUR, 9.9 * HOUR, count=12),
        engagement(3, "cleo", "phone", DAY + 10 * HOUR, DAY + 10.25 * HOUR),
        engagement(4, "gone", "phone", DAY + 10 * HOUR, DAY + 10.25 * HOUR),
        engagement(5, "ana", "walk_in", -HOUR, 0.5 * HOUR),
        engagement(6, "ana", "walk_in", 8 * DAY, 8 * DAY + HOUR),
    )
    found = await book.ledger()
    assert (found.walk_ins[0][9], total(found.walk_ins)) == (13, 13)
    assert (found.calls[1][10], total(found.calls)) == (2, 2)
    assert found.engaged[0][0] == 30.0
    assert found.engaged[0][9] == 30.0
    assert found.engaged[1][10] == 30.0
    at_law = await book.ledger("law")
    assert (total(at_law.walk_ins), total(at_law.calls)) == (0, 1)


async def test_what_goes_on_counts_until_now(book: Book) -> None:
    running = Engagement(1, "ana", "walk_in", "", MONDAY + 9 * HOUR, MONDAY + 12 * HOUR)
    book.keeps(running)
    found = await book.ledger(now=MONDAY + 9.5 * HOUR)
    assert found.engaged[0][9:11] == (30.0, 0.0)
    assert found.walk_ins[0][9] == 1


async def test_promises_are_those_that_were_made_in_these_days(book: Book) -> None:
    here, there = book.session(MONDAY), book.session(MONDAY, desk="law")
    rehearsed = book.session(MONDAY, practice=True)
    for number, (session, made, state) in enumerate(
        [
            (here, HOUR, Promise.KEPT),
            (here, HOUR, Promise.KEPT),
            (there, HOUR, Promise.LATE),
            (here, 2 * HOUR, Promise.BROKEN),
            (here, 2 * HOUR, Promise.DROPPED),
            (here, 6 * DAY, Promise.OPEN),
            (here, -HOUR, Promise.KEPT),
            (here, 7 * DAY, Promise.KEPT),
            (rehearsed, HOUR, Promise.BROKEN),
        ],
        1,
    ):
        at = MONDAY + made
        book.keeps(FollowUp(number, session, 1001, "ana", "look it up", at, at + DAY, state=state))
    assert (await book.ledger()).promises == Promises(kept=2, late=1, broken=1, dropped=1, open=1)
    assert (await book.ledger("law")).promises == Promises(late=1)


async def test_levels_and_ratings_are_counted_where_there_are_any(book: Book) -> None:
    for read, rating in [(1, 5), (1, 4), (3, 5), (0, 0)]:
        book.session(MONDAY + HOUR, read=read, rating=rating, owner="ana")
    book.session(MONDAY - HOUR, read=6, rating=1)
    book.session(MONDAY + HOUR, read=6, rating=1, practice=True)
    book.session(MONDAY + HOUR, read=6, rating=1, outcome=Outcome.SPAM)
    book.session(MONDAY + HOUR, read=6, rating=1, ended_by=Ending.BLOCKED)
    answered = MONDAY + HOUR + 20
    book.session(MONDAY + HOUR, read=4, ended_by=Ending.BLOCKED, first_answer=answered)
    book.session(MONDAY + HOUR, read=2, rating=3, desk="law")
    found = await book.ledger("ask")
    assert found.read == (2, 0, 1, 1, 0, 0)
    assert found.ratings == (0, 0, 0, 1, 2)
    everywhere = await book.ledger()
    assert (everywhere.read[1], everywhere.ratings[2]) == (1, 1)


async def test_help_pages_are_counted_once_a_session(book: Book) -> None:
    read, settled = Moment.READ, Moment.SETTLED
    book.session(MONDAY, (read, "", "renew"), (read, "", "hours"), (read, "", "renew"))
    book.session(MONDAY, (read, "", "renew"), (settled, "", "renew"))
    book.session(MONDAY, (read, "", "hours"), (settled, "", "hours"))
    book.session(MONDAY - DAY, (read, "", "hours"), (settled, "", "hours"))
    found = await book.ledger()
    assert found.pages == (PageUse("hours", 2, 1), PageUse("renew", 2, 1))


async def test_partners_have_their_hours_and_what_they_did_with_them(book: Book) -> None:
    sent, home = (Moment.SENT_ON, OTHER, ""), (Moment.CAME_HOME, OTHER, "")
    book.session(MONDAY, sent, partner=OTHER, first_answer=MONDAY + 90.0)
    book.session(MONDAY, sent, home, first_answer=MONDAY + 900.0)
    book.session(MONDAY, sent, partner=OTHER)
    assert (await book.ledger()).partners == (
        PartnerUse("Other City", sent=3, answered=1, came_home=1, minutes=7 * 120.0),
    )
    assert (await book.ledger("law")).partners == ()
    until_tuesday = await book.ledger(now=MONDAY + DAY)
    assert until_tuesday.partners[0].minutes == 120.0


async def test_answers_that_bounced_are_told_from_other_bounces(book: Book) -> None:
    answer = (Moment.UNDELIVERED, "ana", "")
    first = book.session(MONDAY, answer, answer)
    book.session(MONDAY, (Moment.UNDELIVERED, "ana", "gone"), (Moment.UNDELIVERED, OTHER, "gone"))
    book.keeps(
        Mail(1, first, 1001, "ana", "", "", "", MONDAY, fate=MailFate.ARRIVED),
        Mail(2, first, 1001, "ana", "", "", "", MONDAY, fate=MailFate.REFUSED),
        Mail(3, first, 1001, "", "", "", "", MONDAY, fate=MailFate.ARRIVED),
    )
    found = await book.ledger()
    assert (found.undelivered, found.mailed) == (2, 1)


async def test_what_is_rare_is_not_looked_for_among_all_sessions(
    journal: Journal, path: Path
) -> None:
    span = daybook.Span(MONDAY, MONDAY + DAY, ("ask",))
    with closing(connect(path, read_only=True)) as file:
        engine = engine_on(file)
        plans = planned(engine, file)
        with engine.begin() as connection:
            daybook.pages(connection, span, Moment.READ)
            daybook.answered_abroad(connection, span)
            daybook.undelivered(connection, span)
            daybook.ratings(connection, span)
            daybook.promises(connection, span)
            daybook.mailed(connection, span)
    used = [plan.split(" USING ")[1].split(" (")[0] for plan in plans if " USING " in plan]
    by_number = "INTEGER PRIMARY KEY"
    assert [each for each in used if "TEMP B-TREE" not in each] == [
        *["INDEX turns_ledger", by_number] * 3,
        "INDEX sessions_rated",
        *[by_number] * 2,
    ]
