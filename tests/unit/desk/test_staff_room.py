"""The staff room: who is in it, what it is told, and what can be said there."""

import pytest

from imref.desk import phrases
from imref.desk.agreement import StaffRoom
from imref.desk.effects import JoinRoom, LeaveRoom, Refuse, SayInRoom
from imref.desk.errands import FurnishRoom
from imref.desk.events import (
    AgreementChanged,
    Bounced,
    Flaw,
    OccupantGone,
    OccupantKnown,
    PresenceRefused,
    RoomJoined,
    RoomLeft,
    RoomSaid,
    Said,
    Unusable,
)

from .scene import Librarian, PatronAt, Scene, address_of, agreement, desk, librarian, week

PLACE = "reference@rooms.library.example"
DAY = 86_400.0


def room_of(**more: object) -> StaffRoom:
    return StaffRoom(PLACE, "Desk", **more)  # type: ignore[arg-type]


class StaffRoomScene(Scene):
    """A scene with the desk in the staff room, together with Ana and Ben."""

    def __init__(self, room: StaffRoom | None = None, *staff: str, **more: object) -> None:
        super().__init__(agreement(staff_room=room or room_of(), **more))  # type: ignore[arg-type]
        self.comes_in()
        for name in staff or ("ana", "ben"):
            self.is_there(name)

    def comes_in(self, nick: str = "Desk", *, created: bool = False, owner: bool = False) -> None:
        """The room lets us in."""
        self.happens(RoomJoined(PLACE, nick, created, owner, sees=True))

    def is_there(self, name: str, address: str | None = None) -> None:
        """Somebody sits in the room; with "" as their address the room hides it."""
        known = address_of(name) if address is None else address
        self.happens(OccupantKnown(PLACE, name.capitalize(), known))

    def says(self, name: str, body: str, id: str = "", sent: float = 0.0) -> None:  # noqa: A002
        """Somebody speaks in the room."""
        stanza = id or f"r{next(self.ids)}"
        self.happens(RoomSaid(PLACE, name.capitalize(), "", stanza, body, sent))

    @property
    def told(self) -> list[str]:
        """What the last step says in the room, line by line."""
        return [line for one in self.of_kind(SayInRoom) for line in one.body.splitlines()]


@pytest.fixture
def scene() -> StaffRoomScene:
    return StaffRoomScene()


# Coming in and staying in.


def test_the_desk_comes_in_when_the_link_is_up() -> None:
    scene = Scene(agreement(staff_room=room_of()), on_duty=())
    assert scene.of_kind(JoinRoom) == [JoinRoom(PLACE, "Desk")]
    scene.happens(RoomJoined(PLACE, "Desk", created=False, owner=False, sees=True))
    assert scene.effects == []


def test_without_a_room_there_is_nothing(pat: PatronAt) -> None:
    scene = Scene()
    assert scene.of_kind(JoinRoom) == []
    scene.happens(RoomJoined(PLACE, "Desk", created=True, owner=True, sees=True))
    scene.patron("pat").says("Hello?")
    assert scene.of_kind(SayInRoom) == []


def test_it_comes_back_after_a_lost_link(scene: StaffRoomScene) -> None:
    scene.link_is_lost()
    assert scene.of_kind(LeaveRoom) == []
    scene.link_is_back()
    assert scene.of_kind(JoinRoom) == [JoinRoom(PLACE, "Desk")]


def test_it_comes_back_after_it_was_sent_out_each_time_later(scene: StaffRoomScene) -> None:
    scene.happens(RoomLeft(PLACE))
    assert scene.of_kind(JoinRoom) == []
    scene.passes(121)
    assert len(scene.of_kind(JoinRoom)) == 1
    scene.comes_in()
    scene.happens(RoomLeft(PLACE))
    scene.passes(121)
    assert scene.of_kind(JoinRoom) == []
    scene.passes(121)
    assert len(scene.of_kind(JoinRoom)) == 1


def test_a_room_that_does_not_answer_is_asked_again(scene: StaffRoomScene) -> None:
    scene.link_is_lost()
    scene.link_is_back()
    scene.passes(61)
    assert scene.of_kind(JoinRoom) == [JoinRoom(PLACE, "Desk")]


def test_words_that_come_back_mean_that_we_are_outside(
    scene: StaffRoomScene, pat: PatronAt
) -> None:
    pat.says("Where is the map?")
    (news,) = scene.of_kind(SayInRoom)
    scene.happens(Bounced(PLACE, "", news.id, "not-acceptable"))
    assert scene.of_kind(JoinRoom) == [JoinRoom(PLACE, "Desk")]
    scene.comes_in()
    assert scene.told == [f"{pat.known.number} waits at The ask desk. !take {pat.known.number}"]


def test_a_name_that_is_taken_is_changed(scene: StaffRoomScene) -> None:
    scene.link_is_lost()
    scene.link_is_back()
    scene.happens(PresenceRefused(PLACE, "", "conflict"))
    assert scene.of_kind(JoinRoom) == [JoinRoom(PLACE, "Desk 2")]
    scene.comes_in("Desk 2")
    scene.says("Desk 2", "!who")
    assert scene.told == []


def test_supervisors_hear_once_that_the_room_is_closed() -> None:
    desks = (desk("ask", ("ana", "ben"), supervisors=("cleo",)),)
    agreed = agreement(*desks, staff=[librarian("cleo")], staff_room=room_of())
    scene = Scene(agreed)
    cleo = scene.staff("cleo")
    scene.happens(PresenceRefused(PLACE, "", "registration-required"))
    assert "only members" in cleo.was_told(phrases.ROOM_CLOSED_TO_US).body
    scene.passes(61)
    scene.happens(PresenceRefused(PLACE, "", "registration-required"))
    cleo.was_told_nothing()


def test_a_new_room_is_furnished_for_the_staff(scene: StaffRoomScene) -> None:
    scene.link_is_lost()
    scene.link_is_back()
    scene.comes_in(created=True, owner=True)
    (errand,) = scene.of_kind(FurnishRoom)
    assert errand.new
    assert set(errand.members) == {address_of(name) for name in ("ana", "ben", "cleo")}


def test_a_change_of_the_config_moves_the_desk(scene: StaffRoomScene) -> None:
    moved = agreement(staff_room=StaffRoom("other@rooms.library.example", "Desk"))
    scene.happens(AgreementChanged(moved))
    assert scene.of_kind(LeaveRoom) == [LeaveRoom(PLACE, "Desk")]
    assert scene.of_kind(JoinRoom) == [JoinRoom("other@rooms.library.example", "Desk")]
    scene.happens(AgreementChanged(agreement()))
    assert scene.of_kind(LeaveRoom) == [LeaveRoom("other@rooms.library.example", "Desk")]


# What the room is told.


def test_what_waits_and_who_took_it_is_told_once(
    scene: StaffRoomScene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    number = pat.known.number
    assert scene.told == [f"{number} waits at The ask desk. !take {number}"]
    pat.says("The one of 1923.")
    assert scene.told == []
    scene.passes(50)
    assert scene.told == []
    ana.replies("In the map room.", to=pat)
    assert scene.told == [f"Ana has {number}."]
    ana.replies("!close", to=pat)
    assert scene.told == []


def test_nothing_that_a_patron_wrote_is_told(scene: StaffRoomScene, pat: PatronAt) -> None:
    pat.says("My name is Pat and I am ill")
    scene.says("ana", "!queue")
    (line,) = scene.told
    assert line.startswith(f"{pat.known.number} at The ask desk")
    assert "Pat" not in line
    assert "pat@" not in line


def test_a_question_that_is_taken_back_waits_no_longer(
    scene: StaffRoomScene, pat: PatronAt
) -> None:
    pat.says("Where is the map?")
    pat.says("bye")
    assert scene.told == [f"{pat.known.number} no longer waits."]


def test_a_question_that_is_released_waits_again(
    scene: StaffRoomScene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.commands(f"!take {pat.known.number}")
    scene.passes(91)
    assert any("waits at The ask desk again" in line for line in scene.told)


def test_a_transfer_names_both(scene: StaffRoomScene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("Let me see", to=pat)
    ana.replies("!transfer ben", to=pat)
    assert scene.told == [f"Ana passes {pat.known.number} on to Ben."]


def test_the_first_question_of_the_day_is_called_that(scene: StaffRoomScene, pat: PatronAt) -> None:
    scene.passes(DAY)
    scene.happens(RoomSaid(PLACE, "Ana", "", "x", "Good morning"))
    pat.says("Where is the map?")
    assert "the first question of the day" in scene.told[0]
    scene.patron("pam").says("And the atlas?")
    assert "first" not in scene.told[0]


def test_nothing_is_called_the_first_of_a_day_that_began_before_us(
    scene: StaffRoomScene, pat: PatronAt
) -> None:
    pat.says("Where is the map?")
    assert "first" not in scene.told[0]


def test_what_waits_is_told_to_a_room_that_we_come_into(pat: PatronAt) -> None:
    scene = Scene(agreement(staff_room=room_of()))
    for name in ("pat", "pam"):
        scene.patron(name).says("Hello?")
        assert scene.of_kind(SayInRoom) == []
    scene.happens(RoomJoined(PLACE, "Desk", created=False, owner=False, sees=True))
    (news,) = scene.of_kind(SayInRoom)
    assert len(news.body.splitlines()) == 2


def test_only_the_desks_agreed_on_are_told_of() -> None:
    scene = StaffRoomScene(room_of(desks=("law",)))
    scene.patron("pat").says("Hello?")
    assert scene.told == []
    scene.patron("pam", "law").says("May I copy it?")
    assert len(scene.told) == 1


def test_a_closed_desk_keeps_a_question() -> None:
    hours = week("tue", "9:00-10:00")
    agreed = agreement(desk("ask", ("ana",), hours=hours), staff_room=room_of())
    scene = Scene(agreed)
    scene.happens(RoomJoined(PLACE, "Desk", created=False, owner=False, sees=True))
    scene.patron("pat").says("Hello?")
    (news,) = scene.of_kind(SayInRoom)
    assert "is kept at The ask desk for later" in news.body


def test_a_question_is_shown_among_staff_where_that_is_agreed(pat: PatronAt) -> None:
    scene = StaffRoomScene(room_of(show_questions=True))
    scene.patron("pat").says("Where is the map?\nThe old one.")
    assert scene.told[1] == "> Where is the map? The old one."
    scene.is_there("guest", "guest@home.example")
    scene.patron("pam").says("And the atlas?")
    assert len(scene.told) == 1


def test_real_names_are_for_a_room_of_staff_alone() -> None:
    ana = librarian("ana", screen_name="Ana", real_name="Anastasia Berg")
    scene = StaffRoomScene(staff=[ana])
    scene.says("ben", "!who")
    assert "Anastasia Berg" in scene.told[0]
    scene.is_there("guest", "")
    scene.says("ben", "!who")
    assert "Anastasia" not in "".join(scene.told)


# What can be said there.


def test_take_gives_the_question_and_all_are_told(
    scene: StaffRoomScene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    scene.says("ana", f"!take {pat.known.number}")
    assert pat.owner == "ana"
    assert scene.told == [f"Ana has {pat.known.number}."]
    ana.was_told(phrases.YOURS)


def test_the_same_command_again_is_not_done_twice(
    scene: StaffRoomScene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    scene.says("ana", f"!take {pat.known.number}", id="same")
    scene.says("ana", f"!take {pat.known.number}", id="same")
    ana.was_told_nothing()


def test_what_was_said_before_is_no_command(scene: StaffRoomScene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    scene.says("ana", f"!take {pat.known.number}", sent=scene.now - 5)
    assert pat.owner == ""


def test_a_nick_is_no_proof(scene: StaffRoomScene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    scene.is_there("cleo", "mallory@home.example")
    scene.says("cleo", f"!take {pat.known.number}")
    assert pat.owner == ""
    assert scene.told == ["Cleo, I take commands from the desk's staff only."]
    scene.happens(OccupantGone(PLACE, "Ana"))
    scene.happens(OccupantKnown(PLACE, "Ana", "mallory@home.example"))
    scene.says("ana", f"!take {pat.known.number}")
    assert pat.owner == ""


def test_where_nobody_is_known_no_command_is_done(scene: StaffRoomScene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    scene.is_there("ana", "")
    scene.says("ana", f"!take {pat.known.number}")
    assert pat.owner == ""
    assert "does not show me who you are" in scene.told[0]
    scene.says("ana", "!queue")
    assert scene.told == []


def test_commands_about_a_patrons_window_are_not_for_the_room(
    scene: StaffRoomScene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    scene.says("ana", "!note the patron is my cousin")
    assert scene.told[0].startswith("Here I understand !take 1042, !queue")
    ana.was_told_nothing()


def test_a_mistyped_command_is_helped_with(scene: StaffRoomScene) -> None:
    scene.says("ana", "!quee")
    assert "!queue" in scene.told[0]


def test_status_is_answered_to_its_author_alone(scene: StaffRoomScene, ana: Librarian) -> None:
    scene.says("ana", "!status")
    assert scene.told == []
    ana.was_told(phrases.STATUS)


def test_a_command_in_a_private_message_is_answered_in_private(
    scene: StaffRoomScene, ana: Librarian
) -> None:
    scene.happens(Said(PLACE, "Ana", "", "w1", "!queue"))
    assert scene.told == []
    ana.was_told(phrases.QUEUE_EMPTY)


def test_talk_among_colleagues_is_left_alone(scene: StaffRoomScene) -> None:
    for words in ("Good morning!", "!!!", "What does /usr/share hold?"):
        scene.says("ana", words)
        assert scene.effects == []


def test_nobody_in_the_room_gets_an_error(scene: StaffRoomScene) -> None:
    scene.happens(Unusable(PLACE, "Ana", "", "e1", Flaw.ENCRYPTED))
    assert scene.effects == []


def test_other_rooms_are_refused(scene: StaffRoomScene) -> None:
    scene.happens(RoomSaid("elsewhere@rooms.home.example", "ana", "", "x1", "!take 1001"))
    (refusal,) = scene.effects
    assert isinstance(refusal, Refuse)
