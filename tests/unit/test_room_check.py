"""What `imref check` says of the staff room."""

import pytest

from imref.desk.agreement import StaffRoom
from imref.desk.events import RoomJoined
from imref.findings import Mark
from imref.room_check import about
from imref.xmpp.inquiry import Answer

ROOM = StaffRoom("reference@rooms.library.example", "Desk")


def joined(*, created: bool = False, sees: bool = True) -> RoomJoined:
    return RoomJoined(ROOM.address, ROOM.nick, created, owner=created, sees=sees)


@pytest.mark.parametrize(
    ("found", "mark", "text", "advice"),
    [
        (joined(), Mark.FINE, "lets imref in as Desk", ""),
        (joined(created=True), Mark.FINE, "imref can make it", ""),
        (joined(sees=False), Mark.WARNING, "does not show imref who is who", "non-anonymous"),
        (Answer("item-not-found"), Mark.WARNING, "imref may not make it", "deploy/prosody"),
        (Answer("registration-required"), Mark.WARNING, "cannot be entered", "members only"),
        (Answer("conflict"), Mark.WARNING, "cannot be entered", "staff_room.nick"),
        (Answer("remote-server-not-found"), Mark.WARNING, "cannot be entered", "address right"),
    ],
)
def test_each_answer_is_told_with_what_to_do(
    found: RoomJoined | Answer, mark: Mark, text: str, advice: str
) -> None:
    finding = about(ROOM, found)
    assert finding.mark is mark
    assert text in finding.text
    assert advice in finding.advice
