"""What belongs to the service beside conversations: walk-ins and calls, promises, help pages, mail.

All queries are on a connection that only reads. A session's figures go with the day on which it was
opened. Nothing here is words of anybody, or an address of a patron.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, NamedTuple, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    distinct,
    func,
    select,
)

from imref.desk.model import Ending, Moment, Outcome
from imref.desk.records import Engagement, FollowUp, Mail, MailFate
from imref.store.evidence import raw_rows
from imref.store.schema import LEDGER, RATED, RECORDS, sessions, turns

ASKED: Final = ~sessions.c.practice & case(
    (sessions.c.ended_by == Ending.BLOCKED, sessions.c.first_answer > 0),
    else_=sessions.c.outcome.not_in((Outcome.SPAM, Outcome.PRACTICE)),
)
"""What is a question of a patron: no rehearsal and no spam, as `fates.fate_of` has it. What a
librarian had answered before its patron was blocked was a question once."""


class Span(NamedTuple):
    """Some days at some desks: from ``start`` until ``end`` in Unix seconds; no desks: all."""

    start: float
    end: float
    desks: Collection[str] = ()

    def asked(self) -> ColumnElement[bool]:
        """The sessions that count: opened then and there, no rehearsal and no spam.

        Each is met on another way. Adding nothing keeps SQLite from the index of this column: it
        would go through all the sessions of the period to find the few that are wanted.
        """
        opened = sessions.c.opened + 0
        then = and_(opened >= self.start, opened < self.end, ASKED)
        return and_(then, sessions.c.desk.in_(sorted(self.desks))) if self.desks else then


def engagements(
    connection: Connection, start: float, end: float, staff: Collection[str] = ()
) -> Iterator[Sequence[tuple[str, float, float, int]]]:
    """All that touch the time from ``start`` to ``end``, of these people (none named: of all).

    They come some at a time: the kind, when it began, when it ended, and how many people came. What
    goes on does so until the end; what was only counted has no length.
    """
    of = RECORDS[Engagement].c
    ended = case((of.ended == 0, end), else_=of.ended)  # no index: a scan is quicker for so many
    query = select(of.kind, of.began, ended, of.count).where(of.began < end, ended >= start)
    return raw_rows(connection, query.where(of.staff.in_(sorted(staff))) if staff else query)


def served(connection: Connection, start: float, end: float) -> dict[tuple[str, str], int]:
    """How many walk-ins and calls of that time each librarian had: by name and kind."""
    of = RECORDS[Engagement].c
    query = (
        select(of.staff, of.kind, func.sum(of.count))
        .where(of.began >= start, of.began < end)
        .group_by(of.staff, of.kind)
    )
    return {(staff, kind): people for staff, kind, people in connection.execute(query)}


def promises(connection: Connection, span: Span) -> dict[tuple[str, str], int]:
    """The follow-ups made in these days, by their owner and their state."""
    of = RECORDS[FollowUp].c
    query = (
        select(of.owner, of.state, func.count())
        .join_from(RECORDS[FollowUp], sessions, of.session == sessions.c.number)
        .where(of.made >= span.start, of.made < span.end, ~sessions.c.practice)
        .group_by(of.owner, of.state)
    )
    if span.desks:
        query = query.where(sessions.c.desk.in_(sorted(span.desks)))
    return {(owner, state): number for owner, state, number in connection.execute(query)}


def ratings(connection: Connection, span: Span) -> dict[tuple[str, int], int]:
    """How often patrons said 1 to 5, by whoever had the conversation at its end."""
    of = sessions.c
    query = select(of.owner, of.rating, func.count()).where(
        RATED, of.closed >= span.start, span.asked()
    )
    rows = connection.execute(query.group_by(of.owner, of.rating))
    return {(owner, rating): number for owner, rating, number in rows}


def levels(connection: Connection, span: Span) -> dict[int, int]:
    """How many sessions have each level of the READ scale."""
    read = sessions.c.read
    then = and_(sessions.c.opened >= span.start, sessions.c.opened < span.end)
    query = select(read, func.count()).where(read > 0, then, span.asked()).group_by(read)
    return _counts(connection, query)


def pages(connection: Connection, span: Span, what: Moment) -> dict[str, int]:
    """In how many sessions each help page was read, or settled the question (``what``)."""
    return _counts(connection, _sessions_with(span, what, turns.c.detail))


def partners(connection: Connection, span: Span, what: Moment) -> dict[str, int]:
    """How many sessions were sent on to each partner, or came home from it (``what``)."""
    query = _sessions_with(span, what, turns.c.staff)
    return _counts(connection, query)


def answered_abroad(connection: Connection, span: Span) -> dict[str, int]:
    """How many sessions each partner has answered: they had it to the end, and it was answered."""
    query = _sessions_with(span, Moment.SENT_ON, turns.c.staff).where(
        sessions.c.partner == turns.c.staff, sessions.c.first_answer > 0
    )
    return _counts(connection, query)


def _counts(connection: Connection, query: Select[Any]) -> dict[Any, int]:
    """The second column by the first."""
    return {row[0]: row[1] for row in connection.execute(query)}


def _sessions_with(span: Span, what: Moment, by: ColumnElement[str]) -> Select[Any]:
    """By ``by``, how many sessions have a turn of this kind."""
    return cast(
        Select[Any],
        select(by, func.count(distinct(turns.c.session)))
        .join_from(turns, sessions, turns.c.session == sessions.c.number)
        .where(LEDGER, turns.c.what == what, turns.c.at >= span.start, span.asked())
        .group_by(by),
    )


def undelivered(connection: Connection, span: Span) -> int:
    """How many answers could not reach their patron."""
    return connection.scalar(_bounced(span)) or 0


def _bounced(span: Span) -> Select[Any]:
    """Answers; of what could not reach a librarian or a partner it is said why."""
    query: Select[Any] = select(func.count().label("count"))
    return (
        query.select_from(turns)
        .join(sessions, turns.c.session == sessions.c.number)
        .where(LEDGER, turns.c.what == Moment.UNDELIVERED, turns.c.detail == "")
        .where(turns.c.at >= span.start, span.asked())
    )


def mailed(connection: Connection, span: Span) -> int:
    """How many mails with answers have arrived; transcripts are none."""
    of = RECORDS[Mail].c
    query = (
        select(func.count())
        .select_from(RECORDS[Mail])
        .join(sessions, of.session == sessions.c.number)
        .where(of.author != "", of.fate == MailFate.ARRIVED, span.asked())
    )
    return connection.scalar(query) or 0
