"""Who is offered what, in what order, for how long; remind once, then widen."""

from itertools import pairwise

import pytest

from imref.desk import phrases
from imref.desk.agreement import Strategy

from .scene import Librarian, PatronAt, Scene, agreement, desk

NAMES = ("ana", "ben", "cleo")


def one_tier(strategy: Strategy, **timings: float) -> Scene:
    """Ana, Ben and Cleo on duty at one desk."""
    agreed = agreement(desk("ask", NAMES, strategy=strategy), timings=timings)
    return Scene(agreed, on_duty=NAMES)


def asked(scene: Scene) -> list[str]:
    """Who was offered something by the last step."""
    return [name for name in NAMES if scene.staff(name).told]


def test_everyone_is_asked_at_once() -> None:
    scene = one_tier(Strategy.EVERYONE)
    scene.patron("pat").says("Hello?")
    assert asked(scene) == ["ana", "ben", "cleo"]


def test_in_order_asks_one_after_the_other() -> None:
    scene = one_tier(Strategy.IN_ORDER)
    scene.patron("pat").says("Hello?")
    order = [asked(scene)]
    for _ in range(3):
        scene.passes(20)
        order.append(asked(scene))
    assert order == [["ana"], ["ben"], ["cleo"], ["ana"]]


def test_least_loaded_asks_who_has_fewest() -> None:
    scene = one_tier(Strategy.LEAST_LOADED)
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    assert asked(scene) == ["ana"]
    scene.staff("ana").replies("Hello", to=first)
    second.says("Two")
    assert asked(scene) == ["ben"]


def test_least_loaded_asks_of_equals_who_had_longest_none() -> None:
    scene = one_tier(Strategy.LEAST_LOADED)
    for name in ("ana", "ben"):
        patron = scene.patron(f"of-{name}")
        patron.says("Hello?")
        scene.staff(name).replies("Hello", to=patron)
        scene.staff(name).replies("!close", to=patron)
    scene.staff("cleo").commands("!off")
    scene.patron("pat").says("Hello?")
    assert asked(scene) == ["ana"]


@pytest.mark.parametrize("strategy", Strategy)
def test_an_offer_is_repeated_once_then_ever_more_rarely(strategy: Strategy) -> None:
    scene = one_tier(strategy)
    scene.patron("pat").says("Hello?")
    rounds: list[int] = [0] if "ana" in asked(scene) else []
    for second in range(1, 2000):
        scene.passes(1)
        if "ana" in asked(scene):
            rounds.append(second)
    # An offer and a reminder, then one each time that the patron is told we still look.
    assert len(rounds) in (2 + 4, 2 + 5)
    waits = [after - before for before, after in pairwise(rounds[2:])]
    assert all(longer > shorter for shorter, longer in pairwise(waits))


def test_the_reminder_says_that_it_is_one(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    scene.passes(20)
    ana.was_told(phrases.OFFER_AGAIN)


def test_the_next_tier_is_asked_after_40_s(scene: Scene, pat: PatronAt, cleo: Librarian) -> None:
    cleo.shows("available")
    pat.says("Hello?")
    scene.passes(39)
    cleo.was_told_nothing()
    scene.passes(1)
    cleo.was_told(phrases.OFFER)


def test_a_tier_where_nobody_is_on_duty_is_passed_at_once() -> None:
    scene = Scene(on_duty=("cleo",))
    scene.patron("pat").says("Hello?")
    scene.staff("cleo").was_told(phrases.OFFER)


def test_who_declined_is_asked_again_only_when_all_have_been(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("!decline", to=pat)
    ana.was_told(phrases.DECLINED)
    scene.passes(40)
    ana.was_told_nothing()
    scene.passes(60)
    ana.was_told(phrases.OFFER_AGAIN)


def test_when_a_whole_tier_declines_the_next_is_asked_at_once() -> None:
    scene = Scene(agreement(desk("ask", ("ana",), ("cleo",))), on_duty=("ana", "cleo"))
    pat = scene.patron("pat")
    pat.says("Hello?")
    scene.staff("cleo").was_told_nothing()
    scene.staff("ana").replies("!decline", to=pat)
    scene.staff("cleo").was_told(phrases.OFFER)


def test_a_decline_passes_it_on_at_once() -> None:
    scene = one_tier(Strategy.IN_ORDER)
    pat = scene.patron("pat")
    pat.says("Hello?")
    scene.staff("ana").replies("!decline", to=pat)
    scene.staff("ben").was_told(phrases.OFFER)


def test_after_a_decline_there_is_a_pause(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("!decline", to=pat)
    scene.patron("quinn").says("Me too")
    ana.was_told_nothing()
    scene.passes(20)
    assert "Me too" in ana.was_told(phrases.OFFER).body


def test_who_declined_may_still_think_better_of_it(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("!decline", to=pat)
    ana.replies("I can after all", to=pat)
    assert pat.owner == "ana"


def test_who_declined_is_not_told_of_every_word_and_yet_misses_none(
    pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("!decline", to=pat)
    pat.says("Are you there?")
    ben.was_told("Are you there?")
    ana.was_told_nothing()
    ana.replies("I can after all", to=pat)
    assert "Are you there?" in ana.was_told(phrases.SO_FAR).body


def test_who_has_gone_is_told_what_they_missed_on_return(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.shows("away")
    pat.says("Are you there?")
    ana.was_told_nothing()
    ana.shows("available")
    assert "Are you there?" in ana.was_told(phrases.OFFER_AGAIN).body


def test_who_comes_back_while_another_is_asked_misses_nothing() -> None:
    scene = one_tier(Strategy.IN_ORDER)
    pat, ana, ben = scene.patron("pat"), scene.staff("ana"), scene.staff("ben")
    pat.says("one")
    ana.shows("away")
    pat.says("two")
    ana.shows("available")
    pat.says("three")
    ben.was_told("three")
    ana.was_told_nothing()
    ana.replies("Hello", to=pat)
    assert "> two\n> three" in ana.was_told(phrases.SO_FAR).body


def test_nothing_to_decline(pat: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.commands("!decline")
    ana.was_told(phrases.NOTHING_TO_DECLINE)
    pat.says("Hello?")
    ben.replies("Hello", to=pat)
    ana.replies("!decline", to=pat)
    ana.was_told(phrases.NOTHING_TO_DECLINE)
    assert pat.owner == "ben"


def test_decline_at_the_desk_means_the_only_offer(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.commands("!decline")
    ana.was_told(phrases.DECLINED)


def test_decline_with_a_number_means_that_one(scene: Scene, ana: Librarian) -> None:
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    second.says("Two")
    ana.commands(f"!decline {second.known.number}")
    ana.was_told(phrases.DECLINED)
    assert second.session.offers
    assert second.session.offers["ana"].declined
    assert first.session.offers
    assert not first.session.offers["ana"].declined


def test_who_comes_on_duty_is_shown_what_waits_and_since_when(
    pat: PatronAt, cleo: Librarian, scene: Scene
) -> None:
    pat.says("Hello?")
    scene.passes(180)
    cleo.shows("chat")
    assert "waiting for 3 min" in cleo.was_told(phrases.OFFER).body


def test_who_comes_on_duty_to_a_crowd_is_told_of_the_rest() -> None:
    scene = Scene(on_duty=())
    for number in range(6):
        scene.patron(f"p{number}").says("Hello?")
    ana = scene.staff("ana")
    ana.shows("available")
    assert len(ana.told) == 3
    assert "4 more are waiting" in ana.was_told(phrases.ARRIVED).body


def test_who_comes_back_is_asked_again(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    scene.passes(300)
    ana.shows("away")
    ana.shows("available")
    ana.was_told(phrases.OFFER_AGAIN)


def test_who_ends_a_conversation_is_reminded_of_what_they_had_no_time_for() -> None:
    scene = Scene(on_duty=("ana",))
    ana, first, second = scene.staff("ana"), scene.patron("first"), scene.patron("second")
    first.says("One")
    ana.replies("Hello", to=first)
    second.says("Two")
    scene.passes(120)
    ana.replies("!close", to=first)
    assert "Two" not in ana.was_told(phrases.CLOSED).body
    ana.was_told(phrases.OFFER_AGAIN)


def test_offers_that_run_out_make_room_for_those_behind() -> None:
    scene = Scene(agreement(desk("ask", ("ana",))), on_duty=("ana",))
    patrons = [scene.patron(f"p{number}") for number in range(12)]
    for patron in patrons:
        patron.says("Hello?")
    scene.passes(130)
    assert all(patron.session.shown for patron in patrons)


def test_a_long_line_does_not_flood_one_person(scene: Scene, ana: Librarian) -> None:
    for number in range(50):
        scene.patron(f"p{number}").says("Hello?")
    assert len(scene.room.asked["ana"]) == 5


def test_going_away_withdraws_the_offer_and_the_next_is_asked() -> None:
    scene = one_tier(Strategy.IN_ORDER)
    scene.patron("pat").says("Hello?")
    scene.staff("ana").shows("dnd")
    scene.staff("ben").was_told(phrases.OFFER)


def test_taken_back_questions_are_withdrawn(pat: PatronAt, ana: Librarian, ben: Librarian) -> None:
    pat.says("Hello?")
    pat.says("bye")
    ana.was_told(phrases.PATRON_WITHDREW)
    ben.was_told(phrases.PATRON_WITHDREW)


def test_a_clock_put_back_harms_nothing(scene: Scene, pat: PatronAt, cleo: Librarian) -> None:
    pat.says("Hello?")
    scene.now -= 86_400
    pat.says("Still there?")
    cleo.shows("available")
    cleo.was_not_told(phrases.OFFER)
