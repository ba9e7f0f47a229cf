"""The config is read again, or the service starts again: nobody's session is lost."""

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement, Strategy
from imref.desk.effects import Effect, KeepMessage, Probe, Say, ShowPresence
from imref.desk.events import (
    AgreementChanged,
    Event,
    Interrupted,
    LinkUp,
    PresenceChanged,
    Stopping,
)
from imref.desk.switchboard import Switchboard

from .records import Records
from .scene import Librarian, PatronAt, Scene, address_of, agreement, desk, librarian


def changes_to(scene: Scene, agreed: Agreement) -> None:
    """The config is read again."""
    scene.happens(AgreementChanged(agreed))


def test_sessions_of_who_left_are_offered_to_the_others(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("One moment", to=pat)
    changes_to(scene, agreement(desk("ask", ("ben",), ("cleo",))))
    assert pat.owner == ""
    pat.was_told("Ana is no longer at this desk.")
    assert "Ana: One moment" in ben.was_told(phrases.OFFER).body
    ana.was_told(phrases.NO_LONGER_STAFF)
    assert "ana" not in scene.room.presence


def test_who_left_is_a_stranger(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    changes_to(scene, agreement(desk("ask", ("ben",))))
    assert not scene.room.asked.get("ana")
    ana.replies("Hello", to=pat)
    ana.was_refused("forbidden")


def test_newcomers_are_asked_whether_they_are_there(scene: Scene) -> None:
    changes_to(scene, agreement(desk("ask", ("ana", "ben", "dora"))))
    assert address_of("dora") in {probe.recipient for probe in scene.of_kind(Probe)}


def test_a_new_address_must_show_itself_first(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    moved = agreement()
    staff = {one.address: one for one in (librarian("ben"), librarian("cleo"), librarian("ana"))}
    del staff[address_of("ana")]
    staff["ana@new.example"] = type(librarian("ana"))("ana", "ana@new.example", "Ana")
    changes_to(scene, Agreement(moved.domain, moved.desks, staff))
    assert pat.owner == "ana"
    scene.passes(60)
    assert pat.owner == ""


def test_a_desk_that_is_gone_leaves_its_line_to_the_first(scene: Scene, ana: Librarian) -> None:
    cleo = scene.staff("cleo")
    cleo.shows("available")
    pat = scene.patron("pat", "law")
    pat.says("May I?")
    changes_to(scene, agreement(desk("ask", ("ana", "ben"), ("cleo",))))
    cleo.was_told(phrases.MOVED)
    assert "May I?" in ana.was_told(phrases.OFFER).body
    ana.replies("Yes", to=pat)
    assert pat.was_told("Yes").sender == "law"
    pat.says("Thanks")
    ana.was_told("Thanks")


def test_a_session_under_way_survives_the_end_of_its_desk(scene: Scene, ana: Librarian) -> None:
    cleo = scene.staff("cleo")
    cleo.shows("available")
    pat = scene.patron("pat", "law")
    pat.says("May I?")
    cleo.replies("Let me see", to=pat)
    changes_to(scene, agreement(desk("ask", ("ana", "ben"), ("cleo",))))
    assert pat.owner == "cleo"
    cleo.shows("unavailable")
    scene.passes(60)
    ana.was_told(phrases.OFFER)


def test_after_its_end_a_desk_takes_nothing_new(scene: Scene) -> None:
    changes_to(scene, agreement(desk("ask", ("ana",))))
    pat = scene.patron("pat", "law")
    pat.says("May I?")
    pat.was_refused("item-not-found")


def test_a_lower_limit_ends_offers(scene: Scene, pat: PatronAt) -> None:
    pat.says("Hello?")
    staff = [librarian("ana", limit=0)]
    changes_to(scene, agreement(staff=staff))
    assert not scene.room.asked.get("ana")


def test_their_own_limit_outlives_the_agreements(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 1")
    changes_to(scene, agreement(staff=[librarian("ana", limit=5)]))
    ana.commands("!status")
    ana.was_told("Patrons: 0 of 1")


def test_a_new_strategy_counts_from_the_next_question(scene: Scene, ben: Librarian) -> None:
    changes_to(scene, agreement(desk("ask", ("ana", "ben"), strategy=Strategy.IN_ORDER)))
    scene.patron("pat").says("Hello?")
    ben.was_told_nothing()


# A restart.


class Kept(Scene):
    """A scene whose effects are kept, so that it can begin again from the records."""

    def __init__(self) -> None:
        self.records = Records()
        super().__init__()

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        """One step, and its commit."""
        effects = super().happens(event, after)
        self.records.keep(effects)
        return effects

    def passes(self, seconds: float) -> list[Effect]:
        """Time, and its commit."""
        effects = super().passes(seconds)
        self.records.keep(effects)
        return effects

    def starts_again(self, agreed: Agreement | None = None) -> None:
        """The service is killed and started."""
        self.switchboard = Switchboard(agreed or self.agreed, self.records.ledger(), self.now)


@pytest.fixture
def scene() -> Kept:
    """A scene with a memory on disk."""
    return Kept()


def test_who_waits_is_offered_again_once_somebody_shows(
    scene: Kept, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    scene.starts_again()
    scene.happens(LinkUp())
    ana.was_told_nothing()
    ana.shows("available")
    assert "Hello?" in ana.was_told(phrases.OFFER).body


def test_after_a_restart_nobody_is_told_that_nobody_came(scene: Kept, pat: PatronAt) -> None:
    pat.says("Hello?")
    scene.now += 600
    scene.starts_again()
    scene.passes(1)
    pat.was_told_nothing()


def test_an_owner_has_the_grace_time_to_show(scene: Kept, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    scene.now += 600
    scene.starts_again()
    scene.happens(LinkUp())
    scene.passes(59)
    assert pat.owner == "ana"
    scene.passes(1)
    assert pat.owner == ""


def test_what_is_kept_for_somebody_who_does_not_come_goes_to_the_others(
    scene: Kept, pat: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    ana.replies("!transfer ben", to=pat)
    scene.starts_again()
    scene.happens(LinkUp())
    cleo.shows("available")
    cleo.was_told(phrases.OFFER_PASSED)


def test_repeats_are_known_after_a_restart(scene: Kept, pat: PatronAt, ana: Librarian) -> None:
    question = pat.says("Hello?")
    answer = ana.replies("Hello", to=pat)
    scene.starts_again()
    scene.happens(LinkUp())
    pat.says("Hello?", id=question)
    assert scene.of_kind(KeepMessage) == []
    ana.replies("Hello", to=pat, id=answer)
    pat.was_told_nothing()
    pat.receives(answer)
    assert ana.got_receipt(answer)


def test_a_restart_without_the_owner_and_the_desk(
    scene: Kept, cleo: Librarian, ana: Librarian
) -> None:
    pat = scene.patron("pat", "law")
    pat.says("May I?")
    cleo.replies("Let me see", to=pat)
    scene.starts_again(agreement(desk("ask", ("ana",))))
    scene.happens(LinkUp())
    pat.was_told(phrases.OWNER_LEFT)
    ana.shows("available")
    assert "May I?" in ana.was_told(phrases.OFFER).body


def test_after_an_unclean_stop_people_are_told_what_is_kept(
    scene: Kept, pat: PatronAt, ana: Librarian
) -> None:
    quinn = scene.patron("quinn")
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.replies("!note a secret", to=pat)
    quinn.says("Me too")
    scene.starts_again()
    scene.happens(Interrupted())
    assert "Where is the map?" in pat.was_told(phrases.INTERRUPTED).body
    assert "In the map room." in ana.was_told(phrases.INTERRUPTED_STAFF).body
    assert "Me too" in quinn.was_told(phrases.INTERRUPTED).body


def test_closed_sessions_are_not_told(scene: Kept, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    pat.says("bye")
    scene.happens(Interrupted())
    assert scene.of_kind(Say) == []


def test_before_a_stop_the_desks_say_good_bye(scene: Kept, ana: Librarian) -> None:
    scene.happens(Stopping())
    shown = {(one.recipient, one.show) for one in scene.of_kind(ShowPresence)}
    assert (ana.address, "unavailable") in shown


def test_presence_of_the_past_is_forgotten(scene: Kept, pat: PatronAt, ana: Librarian) -> None:
    scene.happens(PresenceChanged(ana.address, "pc", "ask", "available"))
    scene.starts_again()
    scene.happens(LinkUp())
    pat.says("Hello?")
    assert ana.told == []
