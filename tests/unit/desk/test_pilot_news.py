"""Supervisors are told once a day how their pilot stands, and once that it is over."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.errands import ReadPilots
from imref.desk.events import AgreementChanged, PilotsRead
from imref.desk.figures.pilot_figures import PilotStands, TargetStands, TargetState
from imref.desk.ledger import Ledger

from .scene import Scene, agreement, desk

DAY = 86400.0
RUNS = PilotStands(
    "ask",
    9,
    26,
    over=False,
    targets=(
        TargetStands("asked >= 40", "52", TargetState.MET),
        TargetStands("answered within 60 s >= 80 %", "29/38 = 76.3 %", TargetState.WOULD_BE_MISSED),
        TargetStands("follow-ups kept share >= 90 %", "–", TargetState.NOTHING),
    ),
)


def agreed(at: int | None = 17 * 60) -> Agreement:
    desks = (
        desk("ask", ("ana", "ben"), supervisors=("cleo",)),
        desk("law", ("cleo",), supervisors=("cleo", "ana")),
    )
    return agreement(*desks, pilot_at=at)


def test_figures_are_looked_up_once_a_day() -> None:
    scene = Scene(agreed())
    scene.until("17:00")
    (errand,) = scene.of_kind(ReadPilots)
    assert errand.since == scene.now - DAY
    scene.happens(PilotsRead(()))
    scene.until("16:59")
    assert scene.of_kind(ReadPilots) == []
    scene.until("17:00")
    assert [each.since for each in scene.of_kind(ReadPilots)] == [scene.now - DAY]


def test_an_hour_that_comes_late_asks_for_the_whole_day() -> None:
    scene = Scene(agreed())
    scene.until("16:59")
    scene.now += 3600
    scene.passes(0)
    (errand,) = scene.of_kind(ReadPilots)
    assert errand.since % DAY == 17 * 3600
    assert scene.now - DAY - 3600 <= errand.since < scene.now - DAY + 3600


def five(stands: PilotStands | None = None) -> Scene:
    """It is five, and a pilot stands so, or there is none."""
    scene = Scene(agreed())
    scene.until("17:00")
    scene.happens(PilotsRead((stands,) if stands else ()))
    return scene


def restarted(before: Scene, later: float) -> Scene:
    """The same library after a start so many seconds later."""
    bulletin = before.room.bulletin
    assert bulletin is not None
    ledger = Ledger(records=[replace(bulletin)], next_record=bulletin.number + 1)
    after = Scene(agreed(), ledger=ledger, now=before.now + later)
    after.passes(0)
    return after


def test_the_first_start_makes_up_for_nothing() -> None:
    scene = Scene(agreed())
    scene.until("16:59")
    assert scene.of_kind(ReadPilots) == []


def test_a_start_after_the_hour_tells_nothing_twice() -> None:
    after = restarted(five(RUNS), 3600)
    assert after.of_kind(ReadPilots) == []
    after.until("16:59")
    assert after.of_kind(ReadPilots) == []


@pytest.mark.parametrize("days", [1, 5])
def test_hours_without_imref_are_made_up_for_once(days: int) -> None:
    before = five(RUNS)
    after = restarted(before, days * DAY + 1800)
    (errand,) = after.of_kind(ReadPilots)
    assert before.now - errand.since < 60  # what has ended since is told of as well
    after.happens(PilotsRead((RUNS,)))
    after.staff("cleo").was_told(phrases.PILOT_SO_FAR)
    after.until("16:59")
    assert after.of_kind(ReadPilots) == []
    assert restarted(after, 0).of_kind(ReadPilots) == []


def test_what_was_never_looked_up_is_owed_after_a_start() -> None:
    before = Scene(agreed())
    before.until("17:00")
    assert before.of_kind(ReadPilots)
    assert restarted(before, 60).of_kind(ReadPilots)


def test_a_change_of_the_agreement_tells_nothing_twice() -> None:
    scene = Scene(agreed())
    scene.until("17:00")
    scene.happens(AgreementChanged(agreed()))
    scene.passes(0)
    scene.happens(PilotsRead((RUNS,)))
    scene.staff("cleo").was_told(phrases.PILOT_SO_FAR)
    scene.happens(PilotsRead((RUNS,)))
    scene.staff("cleo").was_told_nothing()
    scene.happens(AgreementChanged(agreed()))
    scene.passes(0)
    assert scene.of_kind(ReadPilots) == []


def test_supervisors_of_the_desk_are_told() -> None:
    scene = five(RUNS)
    told = scene.staff("cleo").was_told(phrases.PILOT_SO_FAR)
    assert told.sender == "ask"
    assert told.body.splitlines() == [
        "Pilot of The ask desk, day 9 of 26:",
        "asked >= 40: 52, met",
        "answered within 60 s >= 80 %: 29/38 = 76.3 %, not met if it ended now",
        "follow-ups kept share >= 90 %: –, cannot be said",
    ]
    scene.staff("ana").was_told_nothing()


def test_one_of_all_desks_is_told_to_everybody_once() -> None:
    scene = five(replace(RUNS, desk=""))
    assert "Pilot of all desks" in scene.staff("cleo").was_told(phrases.PILOT_SO_FAR).body
    scene.staff("ana").was_told(phrases.PILOT_SO_FAR)
    scene.staff("ben").was_told_nothing()


def test_the_end_is_told_with_what_is_met() -> None:
    scene = five(replace(RUNS, over=True))
    told = scene.staff("cleo").was_told(phrases.PILOT_OVER).body
    assert "1 of 3 targets are met" in told
    assert told.endswith("imref pilot verdict")


def test_changed_targets_are_said() -> None:
    scene = five(replace(RUNS, changed=True))
    assert "digest does not match" in scene.staff("cleo").was_told(phrases.PILOT_SO_FAR).body


def test_nothing_is_told_while_there_is_none() -> None:
    scene = five()
    scene.staff("cleo").was_told_nothing()


def test_never_is_never() -> None:
    scene = Scene(agreed())
    scene.happens(AgreementChanged(agreed(None)))
    scene.passes(DAY)
    assert scene.of_kind(ReadPilots) == []
