"""Delay stamps (XEP-0203) are passed on where they can be true."""

import pytest

from imref.desk.effects import Say

from .scene import Librarian, PatronAt, Scene


@pytest.mark.parametrize(("ago", "kept"), [(60.0, True), (-3600.0, False), (100 * 86_400.0, False)])
def test_a_stamp_is_passed_on_if_it_can_be_true(
    scene: Scene, pat: PatronAt, ana: Librarian, ago: float, kept: bool
) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    stamp = scene.room.now - ago
    pat.says("from the train", sent=stamp)
    relay = next(say for say in scene.of_kind(Say) if say.body == "from the train")
    assert relay.recipient == ana.address
    assert relay.sent == (stamp if kept else 0.0)
