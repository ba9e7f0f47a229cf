"""Time brings about very much at once: whoever writes meanwhile is heard between."""

from imref.desk.effects import Say
from imref.desk.events import ClockTicked, Said
from imref.desk.switchboard import DUE_AT_ONCE

from .scene import Scene

CROWD = 2 * DUE_AT_ONCE + 7


def crowd() -> Scene:
    """Many who wait, all of whom are to hear something by now."""
    scene = Scene()
    for number in range(CROWD):
        scene.happens(Said(f"pat@home-{number}.example", "", "ask", "1", "Hello?"), 0.0)
    scene.now += 3600.0
    return scene


def heard(scene: Scene) -> int:
    """To how many patrons something is said in one turn."""
    effects = scene.happens(ClockTicked(), 0.0)
    return len({effect.recipient for effect in effects if isinstance(effect, Say)})


def test_a_turn_does_a_part_of_what_is_due() -> None:
    scene = crowd()
    assert 0 < heard(scene) < CROWD / 2


def test_the_clock_goes_on_until_everything_is_done() -> None:
    scene = crowd()
    turns = 0
    while (due := scene.switchboard.next_due()) is not None and due <= scene.now:
        scene.happens(ClockTicked(), 0.0)
        turns += 1
    assert turns >= CROWD / DUE_AT_ONCE
    assert len(scene.room.sessions) == CROWD
