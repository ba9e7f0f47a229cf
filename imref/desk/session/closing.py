"""What staff commands do that end a conversation."""

from dataclasses import replace

from imref.desk import phrases
from imref.desk.commands import StaffCall, staff_command
from imref.desk.model import (
    Ending,
    Outcome,
    Session,
)
from imref.desk.phrases import Listed, Text
from imref.desk.promise.followups import closed_as
from imref.desk.room import Room
from imref.desk.session.outcomes import LABELS, Closing, names_of_outcomes, parse_closing
from imref.desk.session.sessions import close
from imref.desk.staff.calls import answer, ask_again, numbered, own_session


@staff_command(
    "close",
    "end",
    usage="!close [1042] [answered|referred|spam…] [READ]",
    about="end the conversation, and say if you like what became of it",
)
def _close(room: Room, call: StaffCall) -> None:
    said = _said(room, call) if call.argument else Closing()
    if said.unknown or said.outcome is Outcome.FOLLOW_UP:
        ask_again(room, call, _what_to_say(said.unknown))
        return
    named = numbered(room, replace(call, argument=said.number)) if call.argument else call
    session = own_session(room, named) if named else None
    if session is not None:
        end_as(room, call, session, said.outcome, said.read)


def _said(room: Room, call: StaffCall) -> Closing:
    language = call.member.language
    labels = [(outcome, room.in_words(name(), language)) for outcome, name in LABELS.items()]
    return parse_closing(call.argument, names_of_outcomes(labels))


def end_as(
    room: Room, call: StaffCall, session: Session, outcome: Outcome | None, read: int
) -> None:
    """End somebody's session, with what became of it and its READ level (0: not said)."""
    session.outcome = outcome or ""
    session.read = read
    answer(room, call, _closed(outcome, read))
    close(room, session, Ending.STAFF, phrases.CLOSED_BY_STAFF)
    closed_as(room, session, outcome)


def _what_to_say(unknown: str) -> Text:
    if not unknown:
        return phrases.CLOSE_NEEDS_DATE()
    offered = tuple(LABELS[each]() for each in LABELS if each is not Outcome.FOLLOW_UP)
    return phrases.CLOSE_HOW(
        word=phrases.snippet(unknown, 20),
        outcomes=Listed(offered, "or"),
        example=phrases.OUTCOME_ANSWERED(),
    )


def _closed(outcome: Outcome | None, read: int) -> Text:
    if outcome is None and not read:
        return phrases.CLOSED()
    level = phrases.READ_LEVEL(level=read) if read else ""
    return phrases.CLOSED_AS(outcome=LABELS[outcome or Outcome.ANSWERED](), read=level)
