"""The truth in every roster: open or closed, somebody there or nobody, and how many wait."""

from dataclasses import replace

import pytest

from imref.desk.effects import Keep, Remove, ShowPresence
from imref.desk.events import (
    AgreementChanged,
    Bounced,
    ClockTicked,
    LinkUp,
    PresenceRefused,
    Stopping,
    Subscription,
    SubscriptionChanged,
)
from imref.desk.ledger import Ledger
from imref.desk.roster import beacon

from .scene import Librarian, PatronAt, Scene, address_of, agreement, desk, week

PAT = "pat@home.example"
OFFICE = week("mon-fri", "9:00-18:00")
AGREED = agreement(desk("ask", ("ana", "ben"), hours=OFFICE))


@pytest.fixture
def scene() -> Scene:
    return Scene(AGREED)


def asks(scene: Scene, kind: Subscription, sender: str = PAT, to: str = "ask") -> None:
    scene.happens(SubscriptionChanged(sender, "pc", to, kind))


def shown_to(scene: Scene, address: str = PAT) -> list[tuple[str, str]]:
    """What the last step showed somebody: show and status."""
    return [
        (each.show, each.status)
        for each in scene.of_kind(ShowPresence)
        if each.recipient.partition("/")[0] == address
    ]


def test_open_and_staffed(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    assert shown_to(scene) == [("available", "Open until 18:00, nobody waiting")]


def test_open_and_nobody_there(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    ana.shows("away")
    assert shown_to(scene) == []
    ben.commands("!off")
    truth = "Open until 18:00; nobody is at the desk just now, questions are kept"
    assert shown_to(scene) == [("away", truth)]
    assert shown_to(scene, ana.address) == [("away", truth)]
    ben.commands("!on")
    assert shown_to(scene)[0][0] == "available"


def test_closed_and_open_again(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.until("18:00")
    assert shown_to(scene) == [("xa", "Closed; opens tomorrow at 9:00")]
    scene.until("0:00")
    assert shown_to(scene) == [("xa", "Closed; opens today at 9:00")]
    scene.until("9:00")
    assert shown_to(scene)[-1] == ("available", "Open until 18:00, nobody waiting")


def test_closed_over_the_weekend_and_for_good() -> None:
    scene = Scene(agreement(desk("ask", ("ana",), hours=week("tue", "9:00-18:00"))))
    asks(scene, Subscription.PROBE)
    assert shown_to(scene) == [("xa", "Closed; opens tomorrow at 9:00")]
    scene.passes(2 * 86400)
    asks(scene, Subscription.PROBE)
    assert shown_to(scene) == [("xa", "Closed; opens Tuesday at 9:00")]
    never = replace(AGREED.desks["ask"], hours=week("mon", "closed"))
    scene.happens(AgreementChanged(agreement(never)))
    assert shown_to(scene) == [("xa", "Closed")]


def test_a_desk_that_never_closes(ana: Librarian) -> None:
    scene = Scene(agreement(desk("ask", ("ana",))), on_duty=("ana",))
    asks(scene, Subscription.SUBSCRIBE)
    assert shown_to(scene) == [("available", "Open, nobody waiting")]
    scene.staff("ana").shows("dnd")
    assert shown_to(scene) == [("away", "Nobody is at the desk just now; questions are kept")]


def test_the_queue_is_followed_with_pauses(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(20)
    scene.patron("quinn").says("Hello?")
    assert shown_to(scene) == [("available", "Open until 18:00, 1 waiting")]
    robin = scene.patron("robin")
    robin.says("Hello?")
    scene.patron("sam").says("Hello?")
    assert shown_to(scene) == []
    scene.passes(12)
    assert shown_to(scene) == []
    scene.passes(1)
    assert shown_to(scene) == [("available", "Open until 18:00, 3 waiting")]


def test_a_queue_that_is_as_before_after_the_pause_is_no_news(scene: Scene, pat: PatronAt) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(20)
    pat.says("Hello?")
    assert shown_to(scene) != []
    quinn = scene.patron("quinn")
    quinn.says("Hello?")
    quinn.says("bye")
    scene.passes(30)
    assert shown_to(scene) == []


def test_a_change_of_show_does_not_wait(scene: Scene, pat: PatronAt) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(20)
    pat.says("Hello?")
    scene.staff("ana").shows("away")
    scene.staff("ben").shows("away")
    assert [show for show, _ in shown_to(scene)] == ["away"]


def test_watchers_are_kept_and_forgotten_when_they_go(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    [kept] = scene.of_kind(Keep)
    assert (kept.record.address, kept.record.desk) == (PAT, "ask")
    asks(scene, Subscription.SUBSCRIBE)
    assert scene.of_kind(Keep) == []
    asks(scene, Subscription.UNSUBSCRIBE)
    assert [gone.record for gone in scene.of_kind(Remove)] == [kept.record]
    assert shown_to(scene) == [("unavailable", "")]
    scene.until("18:00")
    assert shown_to(scene) == []
    asks(scene, Subscription.UNSUBSCRIBE)
    assert scene.of_kind(Remove) == []


def test_watchers_are_remembered_over_a_restart(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    records = [kept.record for kept in scene.of_kind(Keep)]
    again = Scene(AGREED, ledger=Ledger(records=records, next_record=9), on_duty=())
    assert [show for show, _ in shown_to(again)] == ["away"]


def test_who_is_probed_for_had_subscribed_before(scene: Scene) -> None:
    """Rosters of a time when watchers were not kept."""
    asks(scene, Subscription.PROBE)
    assert [kept.record.address for kept in scene.of_kind(Keep)] == [PAT]
    asks(scene, Subscription.PROBE, address_of("ana"))
    assert scene.of_kind(Keep) == []


@pytest.mark.parametrize("condition", ["item-not-found", "gone", "forbidden"])
def test_who_refuses_is_let_go(scene: Scene, condition: str) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.happens(PresenceRefused(PAT, "ask", condition))
    assert len(scene.of_kind(Remove)) == 1


def test_who_cannot_be_reached_for_a_while_is_kept(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.happens(PresenceRefused(PAT, "ask", "remote-server-timeout"))
    scene.happens(Bounced(PAT, "ask", "im-1", "service-unavailable"))
    scene.until("18:00")
    assert len(shown_to(scene)) == 1


def test_an_account_that_is_no_more_has_no_roster(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.happens(Bounced(PAT, "ask", "im-1", "item-not-found"))
    assert len(scene.of_kind(Remove)) == 1


def test_a_desk_has_only_so_many_watchers(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beacon, "MOST_WATCHERS", 2)
    for number in range(4):
        asks(scene, Subscription.SUBSCRIBE, f"reader{number}@home.example")
        assert len(shown_to(scene, f"reader{number}@home.example")) == 1
    scene.until("18:00")
    watching = {each.recipient for each in scene.of_kind(ShowPresence)}
    assert watching == {
        *map(address_of, ("ana", "ben")),
        *(f"reader{n}@home.example" for n in (0, 1)),
    }


def test_after_a_reconnect_all_see_it_anew(scene: Scene, ana: Librarian) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.link_is_lost()
    assert shown_to(scene) == []
    scene.happens(LinkUp())
    assert [show for show, _ in shown_to(scene)] == ["away"]
    ana.shows("available")
    assert [show for show, _ in shown_to(scene)] == ["available"]


def test_nothing_is_shown_without_a_link(scene: Scene) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.link_is_lost()
    scene.until("18:00")
    assert shown_to(scene) == []
    scene.link_is_back()
    assert [show for show, _ in shown_to(scene)] == ["xa"]


def test_on_stop_it_is_hidden_and_stays_so(scene: Scene, pat: PatronAt) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.happens(Stopping())
    assert shown_to(scene) == [("unavailable", "")]
    pat.says("Hello?")
    scene.happens(ClockTicked())
    assert shown_to(scene) == []


def test_a_desk_that_is_no_more_leaves_the_rosters() -> None:
    both = agreement(desk("ask", ("ana",)), desk("law", ("ana", "cleo")))
    scene = Scene(both, on_duty=("ana",))
    asks(scene, Subscription.SUBSCRIBE, to="law")
    scene.happens(AgreementChanged(agreement(desk("ask", ("ana",)))))
    gone = {
        (one.sender, one.recipient)
        for one in scene.of_kind(ShowPresence)
        if one.show == "unavailable"
    }
    assert gone == {("law", PAT), ("law", address_of("ana")), ("law", address_of("cleo"))}


def test_who_leaves_a_desk_sees_it_no_more() -> None:
    scene = Scene(agreement(desk("ask", ("ana", "ben"))), on_duty=("ana",))
    scene.happens(AgreementChanged(agreement(desk("ask", ("ana",)))))
    assert shown_to(scene, address_of("ben")) == [("unavailable", "")]


# Somebody stands at the desk, or calls.


def test_with_a_walk_in_it_says_so(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(beacon.PAUSE)
    ana.commands("!walkin")
    assert shown_to(scene) == []  # Ben has time.
    ben.commands("!walkin 5 a reader with a map")
    truth = "Open until 18:00, just now with somebody at the desk, nobody waiting"
    assert shown_to(scene) == [("available", truth)]
    scene.passes(beacon.PAUSE)
    ben.commands("!back")
    assert shown_to(scene) == [("available", "Open until 18:00, nobody waiting")]


def test_on_the_phone_it_says_so_and_how_many_wait(ana: Librarian, pat: PatronAt) -> None:
    scene = ana.scene
    asks(scene, Subscription.SUBSCRIBE)
    scene.staff("ben").shows("away")
    scene.passes(beacon.PAUSE)
    ana.commands("!phone")
    truth = "Open until 18:00, just now on the phone, nobody waiting"
    assert shown_to(scene) == [("available", truth)]
    pat.says("Where is the 1923 map?")
    scene.passes(beacon.PAUSE)
    truth = "Open until 18:00, just now on the phone, 1 waiting"
    assert shown_to(scene) == [("available", truth)]


def test_where_messages_come_first_a_walk_in_is_nothing_to_tell() -> None:
    scene = Scene(agreement(desk("ask", ("ana",), order=("im", "walk_in"))), on_duty=("ana",))
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(beacon.PAUSE)
    ana, pat = scene.staff("ana"), scene.patron("pat")
    ana.commands("!walkin")
    assert shown_to(scene) == []
    ana.commands("!limit 1")
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    scene.passes(beacon.PAUSE)
    assert [status for _, status in shown_to(scene)] in ([], ["Open, nobody waiting"])


def test_a_desk_that_never_closes_says_it_too() -> None:
    scene = Scene(agreement(desk("ask", ("ana",))), on_duty=("ana",))
    asks(scene, Subscription.SUBSCRIBE)
    scene.passes(beacon.PAUSE)
    scene.staff("ana").commands("!walkin")
    truth = "Open, just now with somebody at the desk, nobody waiting"
    assert shown_to(scene) == [("available", truth)]
