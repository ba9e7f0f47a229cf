"""What presence proves, and what it does not."""

from imref.desk import phrases
from imref.desk.effects import KeepDuty
from imref.desk.events import LinkDown, LinkUp, PresenceChanged

from .scene import Librarian, PatronAt, Scene, address_of


def test_an_error_proves_no_subscription(scene: Scene) -> None:
    scene.happens(PresenceChanged(address_of("cleo"), "", "ask", "unavailable"))
    assert scene.of_kind(KeepDuty) == []
    scene.happens(PresenceChanged(address_of("cleo"), "pc", "ask", "away"))
    assert [kept.duty.subscribed for kept in scene.of_kind(KeepDuty)] == [True]


def test_a_good_bye_to_one_alias_is_not_one_to_the_desk(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    scene.happens(PresenceChanged(ana.address, "pc", pat.alias, "unavailable"))
    assert scene.room.presence["ana"]


def test_a_lost_link_takes_nothing_from_a_colleague(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("Hi", to=pat)
    ana.replies("!transfer ben", to=pat)
    scene.happens(LinkDown())
    assert pat.session.reserved == "ben"
    ana.was_not_told(phrases.NOT_PICKED_UP)
    scene.happens(LinkUp())
