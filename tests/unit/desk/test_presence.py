"""Presence is duty; nothing is offered on hearsay; who drops out keeps theirs for a while."""

import pytest

from imref.desk import phrases
from imref.desk.effects import (
    AskSubscription,
    GrantSubscription,
    KeepDuty,
    Probe,
    ShowPresence,
)
from imref.desk.events import LinkUp, PresenceChanged, Subscription, SubscriptionChanged
from imref.desk.ledger import Ledger
from imref.desk.model import Duty
from imref.desk.switchboard import Switchboard

from .scene import Librarian, PatronAt, Scene, address_of, agreement


@pytest.mark.parametrize("show", ["away", "xa", "dnd", "unavailable"])
def test_who_is_not_available_is_offered_nothing(pat: PatronAt, ana: Librarian, show: str) -> None:
    ana.shows(show)
    pat.says("Hello?")
    ana.was_told_nothing()


def test_any_available_device_counts(pat: PatronAt, ana: Librarian) -> None:
    ana.shows("available", device="pc")
    ana.shows("away", device="phone")
    pat.says("Hello?")
    ana.was_told(phrases.OFFER)


def test_unavailable_without_a_device_means_all(pat: PatronAt, ana: Librarian) -> None:
    ana.shows("chat", device="phone")
    ana.shows("unavailable", device="")
    pat.says("Hello?")
    ana.was_told_nothing()


def test_presence_of_strangers_is_answered_and_means_nothing(scene: Scene) -> None:
    (shown,) = scene.happens(PresenceChanged("pat@home.example", "pc", "ask", "available"))
    assert isinstance(shown, ShowPresence)
    assert shown.recipient == "pat@home.example/pc"
    assert scene.happens(PresenceChanged("pat@home.example", "pc", "", "available")) == []


def test_a_new_link_asks_everybody_anew(scene: Scene) -> None:
    scene.link_is_lost()
    scene.link_is_back()
    probed = {probe.recipient for probe in scene.of_kind(Probe)}
    assert probed == {address_of(name) for name in ("ana", "ben", "cleo")}


def test_nothing_is_offered_on_stale_presence(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    scene.link_is_lost()
    scene.link_is_back()
    pat.says("Hello?")
    ana.was_told_nothing()
    ana.shows("available")
    ana.was_told(phrases.OFFER)


def test_a_lost_link_ends_the_offers_and_a_new_one_makes_them_again(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    scene.link_is_lost()
    assert not any(scene.room.asked.values())
    scene.link_is_back()
    ana.shows("available")
    ana.was_told(phrases.OFFER_AGAIN)


def test_who_goes_offline_keeps_theirs_for_the_grace_time(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("One moment", to=pat)
    ana.shows("unavailable")
    scene.passes(59)
    assert pat.owner == "ana"
    scene.passes(1)
    assert pat.owner == ""
    pat.was_told(phrases.OWNER_LOST)
    ana.was_told(phrases.TAKEN_BACK_LOST)
    offer = ben.was_told(phrases.OFFER).body
    assert "> Where is the map?" in offer
    assert "Ana: One moment" in offer


def test_who_comes_back_in_time_has_them_still(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("One moment", to=pat)
    ana.shows("unavailable")
    scene.passes(50)
    ana.shows("away")
    scene.passes(50)
    assert pat.owner == "ana"


def test_who_writes_is_there_whatever_presence_says(
    scene: Scene, pat: PatronAt, cleo: Librarian
) -> None:
    pat.says("Hello?")
    cleo.replies("Hello, I am invisible", to=pat)
    scene.passes(50)
    cleo.replies("Still looking", to=pat)
    scene.passes(50)
    assert pat.owner == "cleo"
    scene.passes(50)
    assert pat.owner == ""


def test_after_a_new_link_nobody_is_gone_before_the_grace_time(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("One moment", to=pat)
    scene.link_is_lost()
    scene.passes(1000)
    assert pat.owner == "ana"
    scene.link_is_back()
    scene.passes(59)
    ana.shows("available")
    scene.passes(59)
    assert pat.owner == "ana"


def test_a_time_without_a_link_is_nobodys_silence(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("!take", to=pat)
    scene.link_is_lost()
    scene.passes(1000)
    pat.was_told_nothing()
    scene.link_is_back()
    ana.shows("available")
    scene.passes(60)
    assert pat.owner == "ana"


def test_the_last_librarian_to_go_takes_the_desks_light_along(
    scene: Scene, ana: Librarian, ben: Librarian
) -> None:
    ana.shows("away")
    assert scene.of_kind(ShowPresence) == []
    ben.shows("unavailable")
    shown = {(one.sender, one.recipient, one.show) for one in scene.of_kind(ShowPresence)}
    assert ("ask", ana.address, "away") in shown


@pytest.mark.parametrize("command", ["!off", "!limit 0"])
def test_the_desk_shows_who_is_there_and_not_who_could_be(command: str) -> None:
    scene = Scene(on_duty=("ana",))
    ana = scene.staff("ana")
    ana.commands(command)
    assert {one.show for one in scene.of_kind(ShowPresence)} == {"away"}
    ana.commands("!on" if command == "!off" else "!limit 2")
    assert {one.show for one in scene.of_kind(ShowPresence)} == {"available"}


def asks(scene: Scene, sender: str, to: str, kind: Subscription) -> None:
    """Something about rosters."""
    scene.happens(SubscriptionChanged(sender, "pc", to, kind))


def test_anybody_may_see_a_desk(scene: Scene) -> None:
    asks(scene, "pat@home.example", "ask", Subscription.SUBSCRIBE)
    granted = scene.of_kind(GrantSubscription)
    assert [(one.sender, one.recipient) for one in granted] == [("ask", "pat@home.example")]
    assert [one.show for one in scene.of_kind(ShowPresence)] == ["available"]


def test_only_staff_may_see_an_alias(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    for kind in (Subscription.SUBSCRIBE, Subscription.PROBE):
        asks(scene, "quinn@home.example", pat.alias, kind)
        assert scene.effects == []
        asks(scene, ana.address, pat.alias, kind)
        assert [one.show for one in scene.of_kind(ShowPresence)] == ["available"]


def test_an_alias_of_nobody_is_unavailable(scene: Scene, ana: Librarian) -> None:
    asks(scene, ana.address, "patron-4711", Subscription.PROBE)
    assert [one.show for one in scene.of_kind(ShowPresence)] == ["unavailable"]


def test_who_has_not_let_us_see_them_is_asked_once() -> None:
    scene = Scene(on_duty=())
    ana = scene.staff("ana")
    scene.happens(LinkUp())
    assert scene.of_kind(AskSubscription) == []
    asks(scene, ana.address, "ask", Subscription.UNSUBSCRIBED)
    assert scene.of_kind(AskSubscription) == []


def test_at_the_first_link_those_are_asked_who_never_agreed() -> None:
    switchboard = Switchboard(agreement(), Ledger(duties={"ana": Duty("ana", subscribed=True)}), 1)
    effects = switchboard.handle(LinkUp(), 1.0)
    asked = {each.recipient for each in effects if isinstance(each, AskSubscription)}
    assert asked == {address_of("ben"), address_of("cleo")}


@pytest.mark.parametrize("kind", [Subscription.SUBSCRIBED, None])
def test_who_lets_us_see_them_is_remembered(kind: Subscription | None) -> None:
    scene = Scene(on_duty=())
    ana = scene.staff("ana")
    if kind:
        asks(scene, ana.address, "ask", kind)
        assert [probe.recipient for probe in scene.of_kind(Probe)] == [ana.address]
    else:
        ana.shows("away")
    assert [kept.duty.subscribed for kept in scene.of_kind(KeepDuty)] == [True]
