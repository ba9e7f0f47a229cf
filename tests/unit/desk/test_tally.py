"""Desk, phone and messages stand in one ledger: what was timed, and what was only counted."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Keep
from imref.desk.records import Engagement

from .records import Records
from .scene import Librarian, Scene


def tallied(scene: Scene) -> Engagement:
    """What the last step counts."""
    (keep,) = scene.of_kind(Keep)
    assert isinstance(keep.record, Engagement)
    return keep.record


@pytest.mark.parametrize(
    ("text", "kind", "detail", "count"),
    [
        ("!tally walkin directional 3", "walk_in", "directional", 3),
        ("!tally walk-in Directional", "walk_in", "directional", 1),
        ("!tally phone 2", "phone", "", 2),
        ("!tally calls  map of  1923 12", "phone", "map of 1923", 12),
        ("!tally phone", "phone", "", 1),
    ],
)
def test_what_was_only_counted_has_no_length(
    scene: Scene, ana: Librarian, text: str, kind: str, detail: str, count: int
) -> None:
    ana.commands(text)
    ana.was_told(phrases.TALLIED)
    kept = tallied(scene)
    assert (kept.kind, kept.detail, kept.count) == (kind, detail, count)
    assert kept.began == kept.ended == scene.now
    assert kept.until == 0.0


@pytest.mark.parametrize("text", ["!tally map 3", "!tally 3", "!tally walkin 1000"])
def test_what_cannot_be_counted_is_asked_for(scene: Scene, ana: Librarian, text: str) -> None:
    ana.commands(text)
    ana.was_told(phrases.TALLY_ASK)
    assert scene.of_kind(Keep) == []


def test_alone_it_tells_the_day_so_far(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    ana.commands("!tally")
    ana.was_told(phrases.TALLY_NONE)
    ana.commands("!tally walkin directional 3")
    ana.commands("!tally walkin map")
    ana.commands("!walkin 5 map")
    scene.passes(240)
    ana.commands("!phone")
    scene.passes(60)
    ben.commands("!tally phone 9")
    ana.commands("!tally")
    ana.was_told(
        "Today:\n5 at the desk (directional 3, map 2); 4 min in all\n1 on the phone; 1 min in all"
    )


def test_what_was_yesterday_is_not_of_today(scene: Scene, ana: Librarian) -> None:
    ana.commands("!tally walkin 3")
    scene.passes(86_400)
    ana.commands("!tally")
    ana.was_told(phrases.TALLY_NONE)
    ana.commands("!tally walkin 1")
    scene.passes(86_400)
    ana.commands("!tally phone")
    assert len(scene.room.engaged_before["ana"]) == 2


def test_the_day_outlasts_a_restart(scene: Scene, ana: Librarian) -> None:
    store = Records()
    ana.commands("!tally walkin 3")
    store.keep(scene.effects)
    later = Scene(ledger=store.ledger())
    later.staff("ana").commands("!tally")
    later.staff("ana").was_told("3 at the desk")
