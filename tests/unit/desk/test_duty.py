"""Whose hours, desks and limit: somebody's own word holds, and no config raises it."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.calendar.hours import Hours, Span
from imref.desk.duty.standing import Standing, limit, standing, standing_at
from imref.desk.effects import KeepDuty
from imref.desk.events import AgreementChanged

from .records import Records
from .scene import START, Librarian, PatronAt, Scene, address_of, agreement, desk, librarian

# A scene begins on a Monday, 12 January 1970, at 13:46:40 UTC.
AFTERNOON = Hours(weekly=((Span(13 * 60, 15 * 60),),) * 5 + ((), ()))
UNTIL_THREE = START + 4400
QUARTER = 900.0
GRACE = 810.0
"""Seconds from the end of duty until the question."""


def shifted(shift: Hours = AFTERNOON) -> Scene:
    """Ana has a shift, Ben has none."""
    return Scene(agreement(desk("ask", ("ana", "ben")), staff=[librarian("ana", shift=shift)]))


@pytest.fixture
def shift() -> Scene:
    return shifted()


def lasts_until(scene: Scene, moment: float) -> None:
    scene.passes(moment - scene.now)


class TestTheEndOfAShift:
    def test_one_question_then_signed_off(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE - 1)
        ana.was_told_nothing()
        shift.passes(2)
        told = ana.was_told(phrases.STILL_THERE).body
        assert "ended today at 15:00" in told
        assert "sign you off today at 15:15" in told
        shift.passes(88)
        ana.was_told_nothing()
        assert standing(shift.room, "ana") is Standing.ON
        shift.passes(2)
        ana.was_told(phrases.SIGNED_OFF)
        assert standing(shift.room, "ana") is Standing.OFF
        shift.passes(3600)
        ana.was_told_nothing()

    def test_who_is_gone_already_is_asked_nothing(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        ana.shows("unavailable")
        lasts_until(shift, UNTIL_THREE + QUARTER + 1)
        ana.was_told_nothing()
        ana.shows("available")
        assert standing(shift.room, "ana") is Standing.OFF

    @pytest.mark.parametrize("words", ["!queue", "yes", "!limit 3", "!on"])
    def test_anything_they_write_keeps_them_on(self, shift: Scene, words: str) -> None:
        ana = shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE + 1)
        ana.commands(words)
        ana.was_not_told(phrases.TALK_TO_DESK)
        assert any("until 16:13" in say.body for say in ana.told)
        shift.passes(QUARTER)
        assert standing(shift.room, "ana") is Standing.ON
        shift.passes(3600 - 89)
        ana.was_told(phrases.STILL_THERE)

    def test_a_word_to_a_patron_is_a_yes_too(self, shift: Scene) -> None:
        pat, ana = shift.patron("pat"), shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE - 10)
        pat.says("Still open?")
        ana.replies("Yes", to=pat)
        shift.passes(11)
        ana.was_told(phrases.STILL_THERE)
        ana.replies("Anything else?", to=pat)
        ana.was_told(phrases.STAYS_ON)
        assert [say.body for say in pat.told] == ["Anything else?"]

    def test_off_is_taken_at_its_word(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE + 1)
        ana.commands("!off")
        ana.was_told(phrases.OFF_DUTY)
        ana.was_not_told(phrases.STAYS_ON)
        assert standing(shift.room, "ana") is Standing.OFF

    def test_what_is_theirs_stays_theirs(self, shift: Scene) -> None:
        pat, ana = shift.patron("pat"), shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE - 5)
        pat.says("Still open?")
        ana.replies("Yes", to=pat)
        shift.passes(100)
        ana.was_told(phrases.SIGNED_OFF)
        assert pat.owner == "ana"

    def test_offers_end_with_it(self, shift: Scene) -> None:
        pat, ana = shift.patron("pat"), shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE + 85)
        pat.says("Still open?")
        ana.was_told(phrases.OFFER)
        shift.passes(10)
        assert shift.room.asked.get("ana", set()) == set()
        assert pat.session.number in shift.room.asked["ben"]

    def test_it_begins_again_with_the_next_shift(self, shift: Scene) -> None:
        pat, ana = shift.patron("pat"), shift.staff("ana")
        shift.staff("ben").commands("!off")
        lasts_until(shift, UNTIL_THREE + QUARTER + 1)
        pat.says("Hello?")
        ana.was_told_nothing()
        lasts_until(shift, UNTIL_THREE + 22 * 3600 - 1)
        assert standing(shift.room, "ana") is Standing.OFF
        shift.passes(2)
        ana.was_told("Hello?")

    def test_their_own_off_outlasts_the_next_beginning(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        ana.commands("!off")
        lasts_until(shift, UNTIL_THREE + 22 * 3600 + 1)
        assert "began today at 13:00" in ana.was_told(phrases.HOURS_BEGAN).body
        assert standing(shift.room, "ana") is Standing.OFF
        lasts_until(shift, UNTIL_THREE + 46 * 3600 + 1)
        ana.was_told_nothing()
        assert standing(shift.room, "ana") is Standing.OFF

    def test_nobody_can_answer_while_the_link_is_lost(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        lasts_until(shift, UNTIL_THREE + GRACE + 1)
        shift.link_is_lost()
        shift.passes(300)
        ana.was_told_nothing()
        shift.link_is_back()
        ana.shows("available")
        shift.passes(60)
        ana.was_told_nothing()
        shift.passes(60)
        ana.was_told(phrases.SIGNED_OFF)

    def test_a_restart_asks_nobody_twice(self, shift: Scene) -> None:
        lasts_until(shift, UNTIL_THREE + GRACE + 1)
        records = Records()
        records.keep([KeepDuty(shift.room.duties["ana"])])
        again = Scene(shift.agreed, on_duty=(), ledger=records.ledger(), now=shift.now)
        ana = again.staff("ana")
        ana.shows("available")
        ana.was_told_nothing()
        again.passes(91)
        ana.was_told(phrases.SIGNED_OFF)


class TestOutsideTheShift:
    @pytest.fixture
    def late(self) -> Scene:
        """A start long after Ana's shift, and she is online."""
        return shifted(Hours(weekly=((Span(8 * 60, 10 * 60),),) * 7))

    def test_nothing_is_offered(self, late: Scene) -> None:
        pat, ana = late.patron("pat"), late.staff("ana")
        pat.says("Hello?")
        ana.was_told_nothing()
        late.staff("ben").was_told(phrases.OFFER)
        late.passes(10_000)
        ana.was_told_nothing()

    def test_on_is_for_an_hour(self, late: Scene) -> None:
        pat, ana = late.patron("pat"), late.staff("ana")
        ana.commands("!on")
        assert "until 14:46" in ana.was_told(phrases.ON_DUTY_UNTIL).body
        pat.says("Hello?")
        ana.was_told(phrases.OFFER)

    def test_on_till(self, late: Scene) -> None:
        ana = late.staff("ana")
        ana.commands("!on till 18:00")
        ana.was_told(phrases.ON_DUTY_UNTIL)
        lasts_until(late, UNTIL_THREE + 3 * 3600 + GRACE + 1)
        assert "ended today at 18:00" in ana.was_told(phrases.STILL_THERE).body

    def test_shortly_before_the_shift_it_is_for_the_shift(self) -> None:
        scene = shifted(Hours(weekly=((Span(14 * 60, 18 * 60),),) * 7))
        ana = scene.staff("ana")
        assert standing(scene.room, "ana") is Standing.OFF
        ana.commands("!on")
        assert "until 18:00" in ana.was_told(phrases.ON_DUTY_UNTIL).body


class TestTheirOwnTime:
    @pytest.mark.parametrize(
        "words", ["till 17:00", "until 5 pm", "till 5", "17:00", "bis 17 Uhr", "hasta las 17h"]
    )
    def test_till(self, ana: Librarian, words: str) -> None:
        ana.commands(f"!on {words}")
        assert "until 17:00" in ana.was_told(phrases.ON_DUTY_UNTIL).body
        ana.commands("!status")
        assert "on duty until 17:00" in ana.was_told(phrases.STATUS).body

    def test_a_time_that_is_over_is_tomorrow_s(self, ana: Librarian) -> None:
        ana.commands("!on till 9:00")
        assert "until tomorrow at 9:00" in ana.was_told(phrases.ON_DUTY_UNTIL).body

    @pytest.mark.parametrize("words", ["till it rains", "till 25:00", "till", "maybe"])
    def test_no_time(self, scene: Scene, ana: Librarian, words: str) -> None:
        ana.commands("!off")
        ana.commands(f"!on {words}")
        ana.was_told(phrases.TILL_WHEN)
        assert standing(scene.room, "ana") is Standing.OFF

    def test_before_the_shift_is_over(self, shift: Scene) -> None:
        ana = shift.staff("ana")
        ana.commands("!on till 14:00")
        shift.passes(4000)
        assert standing(shift.room, "ana") is Standing.OFF
        lasts_until(shift, UNTIL_THREE + 22 * 3600 + 1)
        assert standing(shift.room, "ana") is Standing.ON

    def test_no_config_makes_it_longer(self, shift: Scene) -> None:
        shift.staff("ana").commands("!on till 14:00")
        all_day = Hours(weekly=((Span(0, 24 * 60),),) * 7)
        staff = [librarian("ana", limit=5, shift=all_day)]
        shift.happens(AgreementChanged(agreement(desk("ask", ("ana", "ben")), staff=staff)))
        shift.passes(4000)
        assert standing(shift.room, "ana") is Standing.OFF

    def test_a_desk_s_next_opening_begins_it_where_no_shift_is_agreed(self) -> None:
        ask = replace(desk("ask", ("ana",)), hours=AFTERNOON)
        scene = Scene(agreement(ask), on_duty=("ana",))
        scene.staff("ana").commands("!on till 14:30")
        lasts_until(scene, UNTIL_THREE + 22 * 3600 - 1)
        assert standing(scene.room, "ana") is Standing.OFF
        scene.passes(2)
        assert standing(scene.room, "ana") is Standing.ON


class TestDesks:
    @pytest.fixture
    def scene(self) -> Scene:
        return Scene(agreement(desk("ask", ("ana",), ("ben",)), desk("law", ("ana", "ben"))))

    @pytest.mark.parametrize("words", ["!desk law off", "!desk off law", "!off The law desk"])
    def test_off_one_desk(self, scene: Scene, ana: Librarian, ben: Librarian, words: str) -> None:
        ana.commands(words)
        told = ana.told[0].body
        assert "The ask desk: you serve it." in told
        assert "The law desk: you do not" in told
        scene.patron("lou", "law").says("May I?")
        ana.was_told_nothing()
        ben.was_told(phrases.OFFER)
        scene.patron("pat").says("Where?")
        ana.was_told(phrases.OFFER)

    def test_offers_there_go_on_to_others(self, scene: Scene, ana: Librarian) -> None:
        lou, pat = scene.patron("lou", "law"), scene.patron("pat")
        lou.says("May I?")
        pat.says("Where?")
        assert scene.room.asked["ana"] == {lou.session.number, pat.session.number}
        ana.commands("!desk law off")
        assert scene.room.asked["ana"] == {pat.session.number}
        ana.commands("!queue")
        assert "May I" not in ana.told[0].body

    def test_on_again(self, scene: Scene, ana: Librarian, ben: Librarian) -> None:
        ben.commands("!off")
        ana.commands("!desk law off")
        scene.patron("lou", "law").says("May I?")
        ana.commands("!on law")
        assert "May I?" in ana.was_told(phrases.OFFER).body

    def test_patrons_hear_it_when_nobody_is_left(
        self, scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
    ) -> None:
        ana.commands("!desk ask off")
        ben.commands("!desk ask off")
        pat.says("Hello?")
        pat.was_told(phrases.RECEIVED_NOBODY)
        assert standing_at(scene.room, "ana", "law") is Standing.ON

    def test_nobody_is_passed_a_patron_of_a_desk_they_left(
        self, pat: PatronAt, ana: Librarian, ben: Librarian
    ) -> None:
        ben.commands("!desk ask off")
        pat.says("Hello?")
        ana.replies("Hello", to=pat)
        ana.replies("!transfer ben", to=pat)
        assert "signed off" in ana.was_told(phrases.CANNOT_PASS_AWAY).body

    @pytest.mark.parametrize("words", ["!desk nonsense off", "!desk on", "!desk off"])
    def test_no_such_desk(self, ana: Librarian, words: str) -> None:
        ana.commands(words)
        assert "ask, law" in ana.was_told(phrases.NO_SUCH_DESK).body

    def test_not_a_desk_of_theirs(self) -> None:
        scene = Scene(agreement(desk("ask", ("ana",)), desk("law", ("cleo",))), on_duty=("ana",))
        cleo = scene.staff("cleo")
        cleo.commands("!desk ask off")
        assert "law" in cleo.was_told(phrases.NO_SUCH_DESK).body


def test_a_later_config_raises_nobody_s_limit(scene: Scene, ana: Librarian) -> None:
    ana.commands("!limit 1")
    scene.happens(AgreementChanged(agreement(staff=[librarian("ana", limit=9)])))
    assert limit(scene.room, scene.room.agreement.staff[address_of("ana")]) == 1
