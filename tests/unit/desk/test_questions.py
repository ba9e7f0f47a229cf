"""A patron asks: kept, acknowledged, shown to those on duty, and told where they stand."""

from imref.desk import phrases
from imref.desk.effects import KeepMessage, KeepPatron, KeepSession

from .scene import Librarian, PatronAt, Scene, agreement


def test_a_question_is_kept_and_acknowledged_at_once(scene: Scene, pat: PatronAt) -> None:
    question = pat.says("Where is the 1923 map?")
    (kept,) = scene.of_kind(KeepMessage)
    assert kept.message.body == "Where is the 1923 map?"
    assert pat.got_receipt(question)
    pat.was_told(phrases.RECEIVED)


def test_rows_come_in_the_order_that_a_database_needs(scene: Scene, pat: PatronAt) -> None:
    pat.says("Where is the 1923 map?")
    rows = [type(each) for each in scene.effects]
    places = [rows.index(kind) for kind in (KeepPatron, KeepSession, KeepMessage)]
    assert places == sorted(places)


def test_no_receipt_for_who_asks_for_none(pat: PatronAt) -> None:
    assert not pat.got_receipt(pat.says("Hello?", receipt=False))


def test_the_question_is_shown_to_those_on_duty(
    pat: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    pat.says("Where is the 1923 map?")
    assert ana.was_told(phrases.OFFER).sender == pat.alias
    assert "Where is the 1923 map?" in ben.was_told(phrases.OFFER).body
    cleo.was_told_nothing()


def test_a_patron_is_told_when_all_are_busy(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    ana.commands("!limit 1")
    ben.commands("!off")
    first, second = scene.patron("first"), scene.patron("second")
    first.says("One")
    ana.replies("Hello", to=first)
    second.says("Two")
    second.was_told(phrases.RECEIVED_BUSY)
    ana.was_told_nothing()


def test_a_patron_is_told_when_nobody_is_there() -> None:
    pat = Scene(on_duty=()).patron("pat")
    pat.says("Anybody?")
    pat.was_told(phrases.RECEIVED_NOBODY)


def test_somebody_with_limit_0_is_not_somebody_who_is_there() -> None:
    scene = Scene(on_duty=("ana",))
    pat = scene.patron("pat")
    scene.staff("ana").commands("!limit 0")
    pat.says("Anybody?")
    pat.was_told(phrases.RECEIVED_NOBODY)


def test_the_place_in_line_is_told_and_told_again_when_it_improves(
    scene: Scene, ana: Librarian
) -> None:
    first, second, third = (scene.patron(name) for name in ("first", "second", "third"))
    first.says("One")
    first.was_told("You are first in line.")
    second.says("Two")
    third.says("Three")
    third.was_told("number 3 in line")
    ana.replies("Hello", to=first)
    second.was_told(phrases.PLACE_NEXT)
    third.was_told("number 2 in line")


def test_only_the_head_of_a_long_line_is_told_that_it_moves(scene: Scene, ana: Librarian) -> None:
    patrons = [scene.patron(f"p{n}") for n in range(9)]
    for patron in patrons:
        patron.says("Hello?")
    ana.replies("Hello", to=patrons[0])
    assert [len(patron.told) for patron in patrons[1:]] == [1] * 5 + [0] * 3


def test_two_devices_are_one_patron(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?", device="phone")
    session = pat.session
    pat.says("the one of the harbour", device="laptop")
    assert pat.session is session
    ana.was_told("the one of the harbour")


def test_one_person_at_two_desks_is_two_patrons(scene: Scene) -> None:
    ask, law = scene.patron("pat", "ask"), scene.patron("pat", "law")
    ask.says("Where is the map?")
    law.says("May I copy it?")
    assert ask.alias != law.alias


def test_what_is_added_while_waiting_goes_to_all_who_were_shown_it(
    pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    added = pat.says("the one of the harbour")
    assert ana.was_told("the one of the harbour").id == added
    assert ben.was_told("the one of the harbour").id == added


def test_a_stanza_that_comes_twice_is_one_message(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    question = pat.says("Where is the map?")
    pat.says("Where is the map?", id=question)
    assert pat.got_receipt(question)
    assert scene.of_kind(KeepMessage) == []
    ana.was_told_nothing()


def test_a_repeat_after_the_close_opens_nothing(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    question = pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.replies("!close", to=pat)
    pat.says("Where is the map?", id=question)
    assert pat.got_receipt(question)
    assert len(scene.effects) == 1


def test_an_id_used_again_for_other_words_is_another_message(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?", id="1")
    ana.replies("Which one?", to=pat)
    pat.says("The one of the harbour", id="1")
    assert ana.was_told("The one of the harbour").id not in ("", "1")
    assert pat.got_receipt("1")


def test_messages_without_an_id_are_never_repeats(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?", id="")
    ana.replies("Hello", to=pat)
    pat.says("ok", id="")
    first = ana.was_told("ok").id
    pat.says("ok", id="")
    assert ana.was_told("ok").id != first


def test_an_id_that_looks_like_the_desks_own_is_relayed_under_another(
    pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    pat.says("ok", id="im-1")
    assert not ana.was_told("ok").id.startswith("im-")


def test_an_id_that_looks_like_one_made_here_is_relayed_under_another(
    pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?", id="1")
    ana.replies("Hello", to=pat)
    pat.says("first", id="1~5")
    pat.says("second", id="1")
    second = ana.was_told("second").id
    pat.says("third", id=second)
    assert ana.was_told("third").id != second


def test_an_absurdly_long_id_is_not_passed_on(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    pat.says("ok", id="x" * 100_000)
    assert len(ana.was_told("ok").id) < 300


def test_a_delay_stamp_goes_through(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    pat.says("typed on the train", sent=123.0)
    assert ana.was_told("typed on the train").sent == 123.0


def test_reassurances_come_ever_less_often(scene: Scene, pat: PatronAt) -> None:
    pat.says("Hello?")
    told = []
    for _ in range(40):
        scene.passes(15)
        told.append(len(pat.told))
    assert sum(told) == 3
    assert max(told) == 1


def test_a_reassurance_says_so_when_nobody_is_there() -> None:
    scene = Scene(on_duty=())
    pat = scene.patron("pat")
    pat.says("Hello?")
    scene.passes(59)
    pat.was_told_nothing()
    scene.passes(1)
    pat.was_told(phrases.STILL_NOBODY)


def test_nobody_is_reassured_while_the_link_is_down(scene: Scene, pat: PatronAt) -> None:
    pat.says("Hello?")
    scene.link_is_lost()
    scene.passes(600)
    pat.was_told_nothing()


def test_so_much_unread_is_enough() -> None:
    scene = Scene(agreement(bounds={"unanswered": 3, "patron_burst": 50}))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    for number in range(3):
        pat.says(f"Question {number}?")
    pat.says("And this?")
    pat.was_refused("resource-constraint")
    pat.says("status")
    pat.was_told(phrases.PATRON_WAITING)
    ana.replies("One after the other.", to=pat)
    pat.says("And this?")
    ana.was_told("And this?")
