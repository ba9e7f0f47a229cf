"""What supervisors are told of the daily check: why it failed, and that it is well again."""

from enum import StrEnum
from typing import Final

from imref.desk import phrases
from imref.desk.phrases import Text, When
from imref.desk.records import Canary
from imref.desk.room import Room


class Failure(StrEnum):
    """Why a check has failed, as it is kept."""

    NO_LINK = "no link"
    NOT_KEPT = "not kept"
    NOT_HEARD = "not heard"
    NOBODY = "nobody on duty"
    NOT_ANSWERED = "not answered"


PEOPLE: Final = (Failure.NOBODY, Failure.NOT_ANSWERED)
"""Failures of no machine: nothing becomes better by asking again at once."""


def alarm(room: Room, canary: Canary, failure: Failure) -> None:
    """Tell the supervisors of a desk why its check has failed."""
    check, desk = room.agreement.canary, room.agreement.desks.get(canary.desk)
    zone = str(desk.hours.zone) if desk else "UTC"
    within = phrases.age(check.within if check else room.now - canary.asked)
    why = {
        Failure.NO_LINK: phrases.CANARY_NO_LINK(),
        Failure.NOT_KEPT: phrases.CANARY_NOT_KEPT(),
        Failure.NOT_HEARD: phrases.CANARY_NOT_HEARD(),
        Failure.NOBODY: phrases.CANARY_NOBODY(),
        Failure.NOT_ANSWERED: phrases.CANARY_NOT_ANSWERED(age=within),
    }[failure]
    when = When(canary.asked, zone)
    desk_title = room.desk_title(canary.desk)
    _tell(room, canary.desk, phrases.CANARY_FAILED(desk=desk_title, when=when, why=why))


def all_clear(room: Room, canary: Canary) -> None:
    """Tell them that a check has succeeded, after one that failed."""
    age = phrases.age(canary.answered - canary.asked)
    _tell(room, canary.desk, phrases.CANARY_WELL(desk=room.desk_title(canary.desk), age=age))


def _tell(room: Room, name: str, text: Text) -> None:
    desk = room.agreement.desks.get(name)
    for supervisor in desk.supervisors if desk else ():
        member = room.agreement.member(supervisor)
        if member is not None:
            room.tell_member(member, text, name)
