"""What is recorded of who was on duty, of open desks, and of imref itself."""

from unittest.mock import Mock

import pytest

from imref.desk.agreement import Agreement
from imref.desk.duty.stints import EVERY, RENEWAL
from imref.desk.effects import Effect, Keep
from imref.desk.events import AgreementChanged, ClockTicked, Event, Stopping
from imref.desk.ledger import Ledger
from imref.desk.records import Stint
from imref.desk.switchboard import Switchboard

from .records import Records
from .scene import START, Librarian, PatronAt, Scene, agreement, desk, librarian, week

OFFICE = week("mon-fri", "9:00-18:00")
AGREED = agreement(desk("ask", ("ana", "ben"), hours=OFFICE), desk("law", ("ana",)))
HOUSE = ("", "")


class Watched(Scene):
    """A scene whose effects are kept as a database would keep them."""

    def __init__(
        self, agreed: Agreement = AGREED, records: Records | None = None, now: float = START
    ) -> None:
        self.records = records or Records()
        ledger = self.records.ledger() if records else Ledger()
        super().__init__(agreed, on_duty=(), ledger=ledger, now=now)

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        self.records.keep(super().happens(event, after))
        return self.effects

    def passes(self, seconds: float) -> list[Effect]:
        self.records.keep(super().passes(seconds))
        return self.effects

    @property
    def stints(self) -> list[Stint]:
        """All that were kept, in the order in which they began."""
        return [each for each in self.records.small.values() if isinstance(each, Stint)]

    @property
    def lasting(self) -> set[tuple[str, str]]:
        """Of what stints last, as it was kept."""
        return {(each.desk, each.staff) for each in self.stints if each.open}

    def of(self, desk: str, staff: str) -> list[tuple[float, float, bool]]:
        """The stints of one kind: began, until, open; in seconds since the scene began."""
        return [
            (each.began - START, each.until - START, each.open)
            for each in self.stints
            if (each.desk, each.staff) == (desk, staff)
        ]

    @property
    def since_start(self) -> float:
        return self.now - START


@pytest.fixture
def scene() -> Watched:
    return Watched()


def test_duty_begins_and_ends_with_presence(scene: Watched, ana: Librarian) -> None:
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", "")}
    ana.shows("available")
    began = scene.since_start
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", ""), ("ask", "ana"), ("law", "ana")}
    ana.shows("available", device="phone")
    scene.passes(100)
    ana.shows("away")
    ana.shows("unavailable", device="phone")
    assert scene.of("ask", "ana") == [(began, scene.since_start, False)]
    assert scene.of("law", "ana") == [(began, scene.since_start, False)]
    ana.shows("chat")
    assert scene.of("ask", "ana")[1:] == [(scene.since_start, scene.since_start, True)]


def test_a_stint_is_renewed_while_it_lasts(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    began = scene.since_start
    scene.passes(2 * EVERY + 10)
    ((since, until, lasts),) = scene.of("ask", "ana")
    assert (since, lasts) == (began, True)
    assert until >= 2 * EVERY
    assert len(scene.of(*HOUSE)) == 1


def test_who_is_busy_is_on_duty(scene: Watched, ana: Librarian, ben: Librarian) -> None:
    ana.shows("available")
    for name in ("pat", "quinn"):
        patron = scene.patron(name)
        patron.says("Hello?")
        ana.replies("Hello.", to=patron)
    assert ("ask", "ana") in scene.lasting
    ben.shows("available")
    ben.commands("!walkin 10")
    ben.shows("away")
    assert ("ask", "ben") in scene.lasting
    ben.commands("!back")
    assert ("ask", "ben") not in scene.lasting


def test_whose_limit_is_0_is_not_on_duty(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    ana.commands("!limit 0")
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", "")}
    ana.commands("!limit 1")
    assert ("ask", "ana") in scene.lasting


def test_somebody_may_be_off_at_one_desk_alone(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    ana.commands("!off law")
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", ""), ("ask", "ana")}
    ana.commands("!off")
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", "")}
    ana.commands("!on")
    assert ("ask", "ana") in scene.lasting


def test_without_a_link_nobody_is_on_duty_and_yet_the_desk_is_open(
    scene: Watched, ana: Librarian
) -> None:
    ana.shows("available")
    scene.link_is_lost()
    assert scene.lasting == {("ask", ""), ("law", "")}
    scene.link_is_back()
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", "")}
    ana.shows("available")
    assert ("ask", "ana") in scene.lasting


def test_who_cannot_be_reached_is_not_on_duty(
    scene: Watched, ana: Librarian, pat: PatronAt
) -> None:
    ana.shows("available")
    pat.says("Hello?")
    ana.cannot_be_reached(ana.told[0].id, of=pat)
    assert ("ask", "ana") not in scene.lasting


def test_hours_are_what_the_clock_says(scene: Watched) -> None:
    scene.until("18:00")
    ((_, until, lasts),) = scene.of("ask", "")
    assert (until, lasts) == (scene.since_start, False)
    assert ("law", "") in scene.lasting
    scene.until("9:00")
    assert scene.of("ask", "")[1:] == [(scene.since_start, scene.since_start, True)]


def test_who_stays_after_closing_is_on_duty_until_signed_off() -> None:
    scene = Watched(agreement(desk("ask", ("ben",), hours=OFFICE)))
    scene.staff("ben").shows("available")
    scene.until("18:00")
    closed = scene.since_start
    scene.passes(1000)
    ((_, until, lasts),) = scene.of("ask", "ben")
    assert (until, lasts) == (closed + 300, False)


def test_a_stint_goes_on_over_midnight(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    scene.until("0:00")
    scene.passes(3600)
    assert len(scene.of("law", "ana")) == 1


@pytest.mark.parametrize(
    ("now", "opens", "hours"),
    [
        (1_774_724_400.0, "2026-03-28 20:00 +01:00", 8),  # the night in which 2:00 is 3:00
        (1_792_864_800.0, "2026-10-24 20:00 +02:00", 10),  # the night in which 3:00 is 2:00
    ],
)
def test_a_night_with_a_change_of_the_clock_is_as_long_as_it_is(
    now: float, opens: str, hours: int
) -> None:
    night = week("mon-sun", "20:00-5:00", zone="Europe/Berlin")
    scene = Watched(agreement(desk("ask", ("ana",), hours=night)), now=now)
    scene.passes(12 * 3600.0)
    (span,) = scene.of("ask", "")
    assert span[1] - span[0] == pytest.approx(hours * 3600.0, abs=1.0), opens


def test_a_clean_stop_ends_everything(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    scene.passes(100)
    scene.happens(Stopping())
    assert scene.lasting == set()
    assert {each.until for each in scene.stints} == {scene.now}
    ana.shows("unavailable")
    scene.link_is_lost()
    assert len(scene.stints) == 5


def test_after_a_crash_stints_end_when_they_were_renewed(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    scene.passes(1000)
    renewed = max(each.until for each in scene.stints)
    assert 0 < scene.now - renewed <= EVERY
    again = Watched(records=scene.records, now=scene.now + 60)
    assert again.lasting == {HOUSE, ("ask", ""), ("law", "")}
    former, present = again.of("ask", "")
    assert former[1:] == (renewed - START, False)
    assert present == (again.since_start, again.since_start, True)
    assert again.of("ask", "ana") == [(2.0, renewed - START, False)]


def test_a_start_without_a_link_ends_those_of_the_last_run(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    scene.passes(EVERY)
    again = Switchboard(AGREED, scene.records.ledger(), scene.now)
    assert again.next_due() == scene.now
    scene.records.keep(again.handle(ClockTicked(), scene.now))
    assert scene.lasting == {("ask", ""), ("law", "")}


def test_a_machine_that_slept_was_there_for_nobody(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    scene.passes(EVERY)
    awake = max(each.until for each in scene.stints)
    scene.happens(ClockTicked(), after=4 * 3600.0)
    first, second = scene.of("law", "ana")
    assert first[1:] == (awake - START, False)
    assert second == (scene.since_start, scene.since_start, True)


def test_another_agreement_ends_and_begins_stints(scene: Watched, ana: Librarian) -> None:
    ana.shows("available")
    moved = agreement(
        desk("ask", ("ben",), hours=week("mon-fri", "9:00-12:00")),
        desk("music", ("ana",)),
        staff=[librarian("ana")],
    )
    scene.happens(AgreementChanged(moved))
    assert scene.lasting == {HOUSE, ("music", ""), ("music", "ana")}
    scene.happens(AgreementChanged(AGREED))
    assert scene.lasting == {HOUSE, ("ask", ""), ("law", ""), ("ask", "ana"), ("law", "ana")}


def test_words_are_not_looked_at(
    scene: Watched, ana: Librarian, pat: PatronAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana.shows("available")
    pat.says("Hello?")
    ana.replies("Hello.", to=pat)
    looked = Mock()
    monkeypatch.setattr("imref.desk.duty.stints.look", looked)
    pat.says("And another thing.")
    ana.replies("Yes?", to=pat)
    pat.types()
    scene.patron("quinn").says("Hello?")
    assert not looked.called
    ana.shows("away")
    assert looked.called


def test_where_the_occasion_is_left_alone_nothing_is_recorded() -> None:
    scene = Scene(AGREED)
    scene.switchboard = Switchboard(AGREED, Ledger(), scene.now, {RENEWAL})
    scene.link_is_back()
    scene.staff("ana").shows("available")
    effects = scene.passes(2 * EVERY)
    kept = [each for each in effects if isinstance(each, Keep) and isinstance(each.record, Stint)]
    assert kept == []
    assert scene.room.stints == {}
