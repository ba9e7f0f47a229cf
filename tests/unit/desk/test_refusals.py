"""Bad input gets a clear answer, and that alone."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Refuse, Say
from imref.desk.events import Flaw, RoomSaid, Unusable
from imref.desk.throttle import PRUNE_AT, Throttle

from .scene import Librarian, PatronAt, Scene, agreement


def test_a_flood_gets_resource_constraint(scene: Scene, pat: PatronAt) -> None:
    pat.says("Hello?")
    for number in range(25):
        stanza = pat.says(f"line {number}", device="pc")
        scene.now -= 1
    pat.was_refused("resource-constraint", device="pc")
    assert not pat.got_receipt(stanza)
    scene.now += 3
    pat.says("Sorry")
    assert pat.told == []
    assert not scene.of_kind(Refuse)


def test_a_flood_of_new_patrons_from_one_domain(scene: Scene) -> None:
    refused = 0
    for number in range(40):
        scene.patron(f"p{number}").says("Hello?")
        scene.now -= 1
        refused += len(scene.of_kind(Refuse))
    assert refused == 10
    assert len(scene.room.patrons["ask"]) == 30


def test_staff_may_write_fast(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    for number in range(50):
        ana.replies(f"line {number}", to=pat)
        scene.now -= 1
    pat.was_told("line 49")


def test_too_long_is_refused_on_either_side(pat: PatronAt, ana: Librarian) -> None:
    pat.says("x" * 16_001)
    assert "16000" in pat.was_refused("not-acceptable").text
    pat.says("x" * 16_000)
    ana.replies("x" * 16_001, to=pat)
    ana.was_refused("not-acceptable")
    assert pat.owner == ""


def test_encrypted_is_refused_and_once_explained(scene: Scene, pat: PatronAt) -> None:
    for explained in (1, 0):
        scene.happens(Unusable(pat.address, "phone", "ask", "e1", Flaw.ENCRYPTED))
        assert [one.condition for one in scene.of_kind(Refuse)] == ["not-acceptable"]
        assert len(pat.told) == explained
    scene.passes(3601)
    scene.happens(Unusable(pat.address, "phone", "ask", "e1", Flaw.ENCRYPTED))
    pat.was_told(phrases.NO_ENCRYPTION)


def test_encrypted_from_staff_never_reaches_the_patron(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    scene.happens(Unusable(ana.address, "phone", pat.alias, "e1", Flaw.ENCRYPTED))
    assert ana.was_told(phrases.NO_ENCRYPTION).sender == pat.alias
    pat.was_told_nothing()
    assert pat.owner == ""


def test_groupchat_is_refused(scene: Scene) -> None:
    scene.happens(RoomSaid("room@muc.example", "pat", "ask", "g1", "Hello all"))
    (refusal,) = scene.effects
    assert isinstance(refusal, Refuse)
    assert refusal.recipient == "room@muc.example/pat"


def test_an_alias_is_for_staff_only(scene: Scene, pat: PatronAt) -> None:
    pat.says("Hello?")
    quinn = scene.patron("quinn", pat.alias)
    quinn.says("Who is this?")
    assert "ask@ref.library.example" in quinn.was_refused("forbidden").text
    pat.writes("Is this me?", pat.alias)
    pat.was_refused("forbidden")


@pytest.mark.parametrize("to", ["", "nowhere", "patron-", "patron-x", "ASK"])
def test_an_unknown_address_is_refused(scene: Scene, pat: PatronAt, to: str) -> None:
    pat.writes("Hello?", to)
    expected = "forbidden" if to.startswith("patron-") else "item-not-found"
    pat.was_refused(expected)


def test_a_staff_command_by_a_patron_is_a_question(pat: PatronAt, ana: Librarian) -> None:
    pat.says("!queue")
    assert "> !queue" in ana.was_told(phrases.OFFER).body
    pat.was_told(phrases.RECEIVED)


def test_braces_in_words_are_words(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("{place} {0} %s {")
    ana.was_told("> {place} {0} %s {")
    ana.replies("!note {text}", to=pat)
    ana.replies("Hello {name}", to=pat)
    pat.was_told("Hello {name}")


def test_wordless_refusals_leave_no_trace(scene: Scene) -> None:
    scene.patron("quinn", "nowhere").says("Hello?")
    assert not scene.of_kind(Say)
    assert not any(scene.room.patrons.values())


# Token buckets.


def test_a_bucket_refills() -> None:
    throttle = Throttle(2.0, 0.5)
    assert [throttle.allow("pat", 0.0) for _ in range(3)] == [True, True, False]
    assert not throttle.allow("pat", 1.0)
    assert throttle.allow("pat", 2.0)
    assert throttle.allow("quinn", 2.0)


def test_a_bucket_outlives_a_clock_that_is_put_back() -> None:
    throttle = Throttle(2.0, 1.0)
    throttle.allow("pat", 1_000_000.0)
    assert throttle.allow("pat", 0.0)
    assert throttle.allow("pat", 1.0)


def test_full_buckets_are_forgotten() -> None:
    throttle = Throttle(2.0, 1.0)
    for number in range(10 * PRUNE_AT):
        throttle.allow(f"p{number}", number / 100)
    assert len(throttle) <= PRUNE_AT + 1


def test_bounds_of_the_agreement_count() -> None:
    scene = Scene(agreement(bounds={"message_length": 100, "patron_burst": 1.0}))
    pat = scene.patron("pat")
    pat.says("x" * 101)
    pat.was_refused("not-acceptable")
