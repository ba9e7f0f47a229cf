"""Supervisors are told once a day how their pilot stands, and once that it is over."""

from dataclasses import replace

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.errands import ReadPilots
from imref.desk.events import AgreementChanged, PilotsRead
from imref.desk.pilot_figures import PilotStands, TargetStands, TargetState

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
    scene.passes(DAY - 1)
    assert scene.of_kind(ReadPilots) == []
    scene.passes(1)
    assert [each.since for each in scene.of_kind(ReadPilots)] == [scene.now - DAY]


def test_an_hour_that_comes_late_asks_for_the_whole_day() -> None:
    scene = Scene(agreed())
    scene.until("16:59")
    scene.now += 3600
    scene.passes(0)
    (errand,) = scene.of_kind(ReadPilots)
    assert errand.since % DAY == 17 * 3600
    assert scene.now - DAY - 3600 <= errand.since < scene.now - DAY + 3600


def test_a_start_after_the_hour_tells_nothing_twice() -> None:
    before = Scene(agreed())
    before.until("17:00")
    after = Scene(agreed(), now=before.now + 1)
    after.passes(3600)
    assert after.of_kind(ReadPilots) == []


def test_supervisors_of_the_desk_are_told() -> None:
    scene = Scene(agreed())
    scene.happens(PilotsRead((RUNS,)))
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
    scene = Scene(agreed())
    scene.happens(PilotsRead((replace(RUNS, desk=""),)))
    assert "Pilot of all desks" in scene.staff("cleo").was_told(phrases.PILOT_SO_FAR).body
    scene.staff("ana").was_told(phrases.PILOT_SO_FAR)
    scene.staff("ben").was_told_nothing()


def test_the_end_is_told_with_what_is_met() -> None:
    scene = Scene(agreed())
    scene.happens(PilotsRead((replace(RUNS, over=True),)))
    told = scene.staff("cleo").was_told(phrases.PILOT_OVER).body
    assert "1 of 3 targets are met" in told
    assert told.endswith("imref pilot verdict")


def test_changed_targets_are_said() -> None:
    scene = Scene(agreed())
    scene.happens(PilotsRead((replace(RUNS, changed=True),)))
    assert "digest does not match" in scene.staff("cleo").was_told(phrases.PILOT_SO_FAR).body


def test_nothing_is_told_while_there_is_none() -> None:
    scene = Scene(agreed())
    scene.happens(PilotsRead(()))
    scene.staff("cleo").was_told_nothing()


def test_never_is_never() -> None:
    scene = Scene(agreed())
    scene.happens(AgreementChanged(agreed(None)))
    scene.passes(DAY)
    assert scene.of_kind(ReadPilots) == []
