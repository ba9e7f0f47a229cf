"""The SELECTs that read the desk's memory back, built once: building one costs more than it."""

from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, select

from imref.desk.effects import Fate, Say
from imref.desk.model import Moment, SessionState, Speaker
from imref.desk.talk.repeats import IDS_HELD
from imref.store.schema import EMAIL, OPEN, OWED, messages, outbox, patrons, sessions, turns

SESSIONS_SEARCHED = 4
"""How many sessions of a patron are searched for ids that may come again; bounds the work."""


class SessionQueries:
    """Everything that is needed to restore the sessions for which ``chosen`` is true."""

    def __init__(self, chosen: ColumnElement[bool]) -> None:
        self.sessions = _sessions(chosen)
        self.messages = _messages(chosen)
        self.deliveries = _deliveries(chosen)
        self.readers = _readers(chosen)
        self.offers = _offers(chosen)
        self.lines = _lines(chosen)


def _sessions(chosen: ColumnElement[bool]) -> Select[Any]:
    """The sessions themselves, with their patron as ``who``, ``address`` and ``door``."""
    columns = [column for column in sessions.columns if column.name != "patron"]
    patron = (
        patrons.c.number.label("who"),
        patrons.c.address,
        patrons.c.desk.label("door"),
        patrons.c.language,
        patrons.c.email,
        patrons.c.name,
    )
    return (
        select(*columns, *patron)
        .join_from(sessions, patrons, sessions.c.patron == patrons.c.number)
        .where(chosen)
        .order_by(sessions.c.number)
    )


def _messages(chosen: ColumnElement[bool]) -> Select[Any]:
    """The last messages of the sessions' patrons, earlier sessions included."""
    near = sessions.alias("near")
    lately = (
        select(near.c.number)
        .where(near.c.patron == sessions.c.patron)
        .order_by(near.c.number.desc())
        .limit(SESSIONS_SEARCHED)
        .correlate(sessions)
    )
    return (
        select(messages)
        .join_from(sessions, messages, messages.c.number.in_(_last_messages(lately)))
        .where(chosen)
        .order_by(messages.c.number)
    )


def _last_messages(of_sessions: Select[tuple[int]]) -> Select[tuple[int]]:
    recent = messages.alias("recent")
    return (
        select(recent.c.number)
        .where(recent.c.session.in_(of_sessions))
        .order_by(recent.c.number.desc())
        .limit(IDS_HELD)
        .correlate(sessions)
    )


def _lines(chosen: ColumnElement[bool]) -> Select[Any]:
    """How many messages patron and staff have in the sessions, corrections left out."""
    return select(
        sessions.c.number.label("session"),
        _lines_of(Speaker.PATRON).label("asked_lines"),
        _lines_of(Speaker.STAFF).label("answer_lines"),
    ).where(chosen)


def _lines_of(speaker: Speaker) -> ScalarSelect[int]:
    here = (messages.c.session == sessions.c.number, messages.c.speaker == speaker)
    query = select(func.count()).where(*here, messages.c.replaces == "")
    return query.select_from(messages).correlate(sessions).scalar_subquery()


def _deliveries(chosen: ColumnElement[bool]) -> Select[Any]:
    """The newest outbox row of each recent message, unless it was delivered; oldest first."""
    here = select(sessions.c.number).correlate(sessions)
    sent = outbox.alias("sent")
    newest = select(func.max(sent.c.number)).where(sent.c.message == messages.c.number)
    row = (outbox.c.number.label("row"), outbox.c.at.label("sent_at"), outbox.c.fate)
    return (
        select(*row, messages)
        .select_from(sessions)
        .join(messages, messages.c.number.in_(_last_messages(here)))
        .join(outbox, outbox.c.number == newest.correlate(messages).scalar_subquery())
        .where(chosen, outbox.c.fate != Fate.DELIVERED)
        .order_by(outbox.c.number)
    )


def _readers(chosen: ColumnElement[bool]) -> Select[Any]:
    """To whom the patrons' recent words went under their own id."""
    here = select(sessions.c.number).correlate(sessions)
    return (
        select(messages.c.session, outbox.c.message, outbox.c.recipient)
        .distinct()
        .select_from(sessions)
        .join(messages, messages.c.number.in_(_last_messages(here)))
        .join(outbox, outbox.c.message == messages.c.number)
        .where(chosen, messages.c.speaker == Speaker.PATRON)
        .order_by(outbox.c.message)
    )


def _offers(chosen: ColumnElement[bool]) -> Select[Any]:
    """To whom waiting sessions were ever offered, and when."""
    waiting = select(sessions.c.number).where(chosen, sessions.c.state == SessionState.WAITING)
    return select(turns.c.session, turns.c.staff, turns.c.at).where(
        turns.c.session.in_(waiting), turns.c.what == Moment.OFFERED
    )


_NO_COLUMN = ("body", "altered")


def _owed() -> Select[Any]:
    columns = [outbox.c[field.name] for field in fields(Say) if field.name not in _NO_COLUMN]
    words = func.coalesce(outbox.c.body, messages.c.body, "").label("body")
    return (
        select(*columns, words)
        .join_from(outbox, messages, messages.c.number == outbox.c.message, isouter=True)
        .where(OWED)
        .order_by(outbox.c.number)
    )


def _patrons(chosen: ColumnElement[bool]) -> Select[Any]:
    last = select(func.max(sessions.c.number)).where(sessions.c.patron == patrons.c.number)
    return select(patrons, last.scalar_subquery().label("latest")).where(chosen)


OF_OPEN = SessionQueries(OPEN)
"""Restoring the open sessions."""

OF_NUMBERS = SessionQueries(sessions.c.number.in_(bindparam("numbers", expanding=True)))
"""Restoring the sessions with these ``numbers``."""

OWED_ROWS = _owed()
"""What no server has accepted yet, in order; words come from the message where it has them."""

PATRONS = _patrons(patrons.c.address.in_(bindparam("addresses", expanding=True)))
"""The patrons with these ``addresses``, at any desk, each with the number of the last session."""

PATRONS_NUMBERED = _patrons(patrons.c.number.in_(bindparam("numbers", expanding=True)))
"""The patrons with these ``numbers``, each with the number of the last session."""

WITH_EMAIL = select(patrons.c.number).where(EMAIL)
"""The numbers of the patrons who gave a mail address."""

LAST_SESSIONS = (
    select(func.max(sessions.c.number))
    .where(sessions.c.patron.in_(bindparam("patrons", expanding=True)))
    .group_by(sessions.c.patron)
)
"""The number of the last session of each of these ``patrons``."""

MESSAGES = select(messages).where(messages.c.number.in_(bindparam("numbers", expanding=True)))
"""The messages with these ``numbers``."""
