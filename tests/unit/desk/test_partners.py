"""At night another library answers: who is told what, what goes out, and how it comes home."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement, Partner
from imref.desk.calendar.hours import ALWAYS, Hours, Span
from imref.desk.effects import Fate, Say, Settle
from imref.desk.events import AgreementChanged, Interrupted
from imref.desk.model import Outcome, SessionState
from imref.desk.phrases import Phrase

from .gestures import takes_back
from .scene import Librarian, PartnerLibrary, PatronAt, Scene, agreement, desk

ADDRESS = "ask@ref.other.example"
TITLE = "Night library of Other"


def daily(opens: int, closes: int) -> Hours:
    """These hours of each day, in whole hours of UTC; scenes begin at 13:46 on a Monday."""
    return Hours(weekly=((Span(opens * 60, closes * 60),),) * 7)


OPENS_AT_14 = daily(14, 20)
UNTIL_14 = daily(20, 38)


def covered(hours: Hours = OPENS_AT_14, when: Hours = UNTIL_14, **timings: float) -> Agreement:
    """A desk that is closed until 14:00 unless told otherwise, and a partner that covers then."""
    partners = (Partner(ADDRESS, when, TITLE),)
    ask = replace(desk("ask", ("ana", "ben")), hours=hours, partners=partners)
    return agreement(ask, desk("law", ("cleo",)), timings=timings)


@pytest.fixture
def night() -> Scene:
    """Closed, with nobody on duty; the partner covers."""
    scene = Scene(covered(), on_duty=())
    scene.passes(60)
    return scene


@pytest.fixture
def pat(night: Scene) -> PatronAt:
    return night.patron("pat")


@pytest.fixture
def ana(night: Scene) -> Librarian:
    return night.staff("ana")


@pytest.fixture
def other(night: Scene) -> PartnerLibrary:
    return night.partner(ADDRESS)


def is_answered(pat: PatronAt, other: PartnerLibrary) -> None:
    """The question goes out, and somebody there answers it."""
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    other.replies("In our map room.", to=pat)


# Before a question leaves the house.


def test_the_patron_is_told_before_the_question_leaves(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    question = pat.says("Where is the 1923 map?")
    told = pat.was_told(phrases.PARTNER_OFFER)
    assert told.body == (
        "Thank you, The ask desk has your question. Until today at 14:00, Night library of Other "
        "answers for us. It goes to them in 15 s, without your address. "
        "Write no to keep it for us, or yes to send it now."
    )
    assert pat.got_receipt(question)
    other.was_told_nothing()

    night.passes(14)
    other.was_told_nothing()
    night.passes(1)
    relayed, note = other.told
    assert (relayed.sender, relayed.body) == (pat.alias, "Where is the 1923 map?")
    assert relayed.id == question
    assert relayed.sent
    assert "The ask desk, ask@ref.library.example" in note.body
    pat.was_told(phrases.PARTNER_HAS_IT)
    assert pat.session.state is SessionState.ABROAD


def test_all_that_was_said_meanwhile_goes_along(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("The one of the harbour.")
    other.was_told_nothing()
    night.passes(15)
    assert [say.body for say in other.told[:2]] == [
        "Where is the 1923 map?",
        "The one of the harbour.",
    ]


def test_yes_sends_it_at_once(pat: PatronAt, other: PartnerLibrary) -> None:
    pat.says("Where is the 1923 map?")
    word = pat.says("yes")
    assert pat.got_receipt(word)
    assert other.told[0].body == "Where is the 1923 map?"
    assert "yes" not in [say.body for say in other.told]


@pytest.mark.parametrize("word", ["no", "No", "keep"])
def test_no_keeps_it_here(night: Scene, pat: PatronAt, other: PartnerLibrary, word: str) -> None:
    pat.says("Where is the 1923 map?")
    assert pat.got_receipt(pat.says(word))
    assert pat.told
    night.passes(3000)
    other.was_told_nothing()
    assert pat.session.open
    assert not pat.session.partner

    pat.says("And the one of 1924?")
    night.passes(60)
    other.was_told_nothing()


def test_a_word_that_came_twice_is_one(pat: PatronAt, other: PartnerLibrary) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes", id="again")
    pat.says("yes", id="again")
    other.was_told_nothing()
    pat.says("yes")
    assert other.was_told("yes")  # Now it is a word to the partner.


@pytest.mark.parametrize("word", ["bye", "cancel"])
def test_bye_takes_it_back(night: Scene, pat: PatronAt, other: PartnerLibrary, word: str) -> None:
    pat.says("Where is the 1923 map?")
    pat.says(word)
    pat.was_told(phrases.CLOSED_BY_PATRON)
    night.passes(60)
    other.was_told_nothing()


def test_status_says_where_it_is(pat: PatronAt) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("status")
    assert TITLE in pat.was_told(phrases.PATRON_BEFORE_PARTNER).body
    pat.says("yes")
    pat.says("status")
    assert TITLE in pat.was_told(phrases.PATRON_SERVED).body


def test_without_an_end_in_sight_none_is_promised() -> None:
    scene = Scene(covered(ALWAYS, ALWAYS), on_duty=())
    scene.passes(60)
    pat = scene.patron("pat")
    pat.says("Where is the 1923 map?")
    assert "At the moment Night library" in pat.was_told(phrases.PARTNER_OFFER_ALWAYS).body


def test_a_desk_that_can_answer_sends_nothing_away() -> None:
    scene = Scene(covered(ALWAYS, ALWAYS))
    scene.passes(60)
    pat = scene.patron("pat")
    pat.says("Where is the 1923 map?")
    pat.was_told(phrases.RECEIVED)
    scene.passes(60)
    scene.partner(ADDRESS).was_told_nothing()


def test_nothing_is_sent_away_before_presence_is_known() -> None:
    scene = Scene(covered(ALWAYS, ALWAYS), on_duty=())
    pat = scene.patron("pat")
    pat.says("Where is the 1923 map?")
    pat.was_told(phrases.RECEIVED_NOBODY)


def test_a_partner_whose_hours_are_over_is_not_asked() -> None:
    scene = Scene(covered(when=daily(0, 13)), on_duty=())
    scene.passes(60)
    pat = scene.patron("pat")
    pat.says("Where is the 1923 map?")
    pat.was_not_told(phrases.PARTNER_OFFER)
    assert not pat.session.partner


def test_somebody_who_comes_in_the_pause_has_it() -> None:
    scene = Scene(covered(ALWAYS, ALWAYS), on_duty=())
    scene.passes(60)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    ana.shows("available")
    scene.passes(15)
    pat.was_told(phrases.PARTNER_NOT_NEEDED)
    ana.was_told(phrases.OFFER)
    scene.partner(ADDRESS).was_told_nothing()


def test_a_desk_that_opens_in_the_pause_keeps_it() -> None:
    scene = Scene(covered(when=daily(20, 38)))
    scene.passes(790)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    pat.was_told(phrases.PARTNER_OFFER)
    scene.passes(15)
    pat.was_told(phrases.PARTNER_NOT_NEEDED)
    ana.was_told(phrases.OFFER)


def test_a_partner_that_is_no_longer_one_gets_nothing(night: Scene, pat: PatronAt) -> None:
    pat.says("Where is the 1923 map?")
    alone = agreement(replace(desk("ask", ("ana", "ben")), hours=OPENS_AT_14))
    night.happens(AgreementChanged(alone))
    night.passes(60)
    night.partner(ADDRESS).was_told_nothing()
    assert pat.session.open
    assert not pat.session.partner


def test_without_a_link_it_waits_for_the_link(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the 1923 map?")
    night.link_is_lost()
    night.passes(60)
    other.was_told_nothing()
    night.link_is_back()
    night.passes(20)
    other.was_told("Where is the 1923 map?")


# Loops.


@pytest.mark.parametrize("address", ["patron-1001@ref.elsewhere.example", "zoe@ref.other.example"])
def test_what_another_library_sent_is_not_sent_on(night: Scene, address: str) -> None:
    theirs = PatronAt(night, address, "ask")
    theirs.says("Where is the 1923 map?")
    theirs.was_not_told(phrases.PARTNER_OFFER)
    night.passes(60)
    night.partner(ADDRESS).was_told_nothing()
    assert theirs.session.open


# While the partner has it.


def test_answers_come_from_our_desk(pat: PatronAt, other: PartnerLibrary) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    answer = other.replies("In our map room.", to=pat)
    said = pat.was_told("In our map room.")
    assert (said.sender, said.id, said.body) == ("ask", answer, "In our map room.")
    assert not other.got_receipt(answer)
    pat.receives(answer)
    assert other.got_receipt(answer)


def test_both_sides_go_on_under_the_alias(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    more = pat.says("May I publish it?")
    assert pat.got_receipt(more)
    relayed = other.was_told("May I publish it?")
    assert (relayed.sender, relayed.id) == (pat.alias, more)
    other.receives(more, of=pat)
    assert [(one.number, one.fate) for one in other.scene.of_kind(Settle)] == [
        (relayed.number, Fate.DELIVERED)
    ]


def test_typing_and_corrections_pass_both_ways(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    pat.types()
    assert other.saw_state() == ["composing"]
    other.types(pat)
    assert pat.saw_state() == ["composing"]
    wrong = other.replies("In our mop room.", to=pat)
    other.replies("In our map room.", to=pat, replaces=wrong)
    assert pat.was_told("In our map room.").replaces == wrong


def test_what_the_partners_desk_says_by_itself_has_its_name(
    pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    stanza = other.says_by_itself("Thank you. You are next.", to=pat)
    assert other.got_receipt(stanza)
    assert pat.was_told("next").body == "[Night library of Other] Thank you. You are next."
    assert not pat.session.owner_spoke


def test_what_came_twice_is_said_once(pat: PatronAt, other: PartnerLibrary) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    for stanza in ("im-7", "a1"):
        other.replies("Thank you.", to=pat, id=stanza)
        other.replies("Thank you.", to=pat, id=stanza)
        pat.was_told_nothing()


def test_a_partner_has_no_commands(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    other.replies("!close", to=pat)
    pat.was_told("!close")
    assert pat.session.open


def test_a_message_that_is_too_long_is_refused(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    other.replies("x" * 20_000, to=pat)
    other.was_refused("not-acceptable")


def test_a_partner_writes_only_to_patrons_they_have(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    is_answered(pat, other)
    pam = night.patron("pam", "law")
    pam.says("And who has mine?")
    other.replies("I do!", to=pam)
    other.was_refused("forbidden")
    night.partner("somebody@other.example").replies("I have his!", to=pat)
    pat.was_told_nothing()


def test_the_opening_desk_leaves_it_where_it_is(
    night: Scene, pat: PatronAt, ana: Librarian, other: PartnerLibrary
) -> None:
    night.passes(600)
    is_answered(pat, other)
    ana.shows("available")
    night.passes(240)
    ana.was_not_told(phrases.OFFER)
    pat.says("May I publish it?")
    other.was_told("May I publish it?")


def test_staff_can_take_it(pat: PatronAt, ana: Librarian, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    ana.shows("available")
    ana.replies("In *our* map room!", to=pat)
    assert TITLE in ana.was_told(phrases.NOT_RELAYED_PARTNER).body
    pat.was_told_nothing()
    ana.commands("!queue")
    assert f"{pat.known.number}  The ask desk, with {TITLE}" in ana.told[0].body

    ana.commands("!take", window=pat.alias)
    assert [say.body for say in other.told] == [
        "One of our own librarians has this question now. Thank you for your help.",
        "bye",
    ]
    pat.was_told(phrases.JOINED)
    assert any(f"{TITLE}: In our map room." in say.body for say in ana.told)
    assert pat.owner == "ana"
    assert not pat.session.partner
    other.replies("Just one more thing", to=pat)
    other.was_refused("forbidden")


def test_after_an_interruption_the_partner_is_told(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    is_answered(pat, other)
    night.happens(Interrupted())
    assert "In our map room." in other.was_told(phrases.INTERRUPTED_STAFF).body
    pat.was_told(phrases.INTERRUPTED)


# How it ends.


def test_cancel_may_answer_a_question_of_the_partner(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    other.replies("Shall I renew the loan or cancel it?", to=pat)
    pat.says("cancel")
    other.was_told("cancel")
    assert pat.session.open


def test_before_anybody_there_has_written_cancel_takes_it_back(
    pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    other.says_by_itself("Thank you, your question has reached Other City Library.", to=pat)
    pat.says("cancel")
    pat.was_told(phrases.CLOSED_BY_PATRON)
    assert [say.body for say in other.told] == ["bye"]


def test_bye_ends_it_on_both_sides(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    pat.says("bye")
    pat.was_told(phrases.CLOSED_BY_PATRON)
    assert [say.body for say in other.told] == ["bye"]
    assert (pat.session.outcome, pat.session.partner) == (Outcome.ANSWERED, ADDRESS)
    other.says_by_itself("Good-bye, and thank you for asking.", to=pat)
    pat.was_told_nothing()
    assert not pat.session.open


def test_a_patron_who_leaves_unanswered_is_lost(pat: PatronAt) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    pat.says("bye")
    assert pat.session.outcome is Outcome.LOST


def test_silence_after_the_answer_ends_it(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    is_answered(pat, other)
    night.passes(355)
    assert pat.session.open
    night.passes(10)
    assert not pat.session.open
    pat.was_told_nothing()
    assert [say.body for say in other.told] == ["bye"]
    assert (pat.session.outcome, pat.session.ended_by) == (Outcome.ANSWERED, "idle")


def test_what_the_partner_leaves_unanswered_comes_home(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the 1923 map?")
    pat.says("yes")
    other.says_by_itself("Nobody is at the desk just now.", to=pat)
    night.passes(890)
    assert pat.session.state is SessionState.ABROAD
    night.passes(20)
    assert TITLE in pat.was_told(phrases.PARTNER_SILENT).body
    assert other.told[0].body.startswith("This question is with us again")
    assert other.told[1].body == "bye"
    assert pat.session.open
    assert pat.session.state is not SessionState.ABROAD


def test_a_partner_out_of_reach_is_told_of(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    question = pat.says("Where is the 1923 map?")
    pat.says("yes")
    note = other.told[1].id
    other.cannot_be_reached(question, of=pat)
    assert TITLE in pat.was_told(phrases.PARTNER_UNREACHABLE).body
    other.was_told_nothing()
    assert pat.session.open
    assert not pat.session.partner
    other.cannot_be_reached(note, of=pat)
    pat.was_told_nothing()
    pat.says("Hello?")
    other.was_told_nothing()


def test_a_patron_who_comes_back_meets_the_same_partner(
    pat: PatronAt, other: PartnerLibrary
) -> None:
    is_answered(pat, other)
    pat.says("bye")
    pat.says("One more thing")
    pat.was_told(phrases.PARTNER_AGAIN)
    other.was_told("One more thing")


def test_in_the_morning_they_come_back_to_us(
    night: Scene, pat: PatronAt, ana: Librarian, other: PartnerLibrary
) -> None:
    night.passes(600)
    is_answered(pat, other)
    pat.says("bye")
    ana.shows("available")
    night.passes(240)
    pat.says("One more thing")
    other.was_told_nothing()
    ana.was_told(phrases.OFFER)


def test_a_late_answer_still_arrives(pat: PatronAt, other: PartnerLibrary) -> None:
    is_answered(pat, other)
    pat.says("bye")
    other.replies("I found another one!", to=pat)
    assert pat.was_told("another one").sender == "ask"
    assert pat.session.state is SessionState.ABROAD


@pytest.mark.parametrize("phrase", [phrases.PARTNER_NOTE, phrases.PARTNER_OFFER])
def test_nobody_sees_an_address(
    night: Scene, pat: PatronAt, other: PartnerLibrary, phrase: Phrase
) -> None:
    effects = []
    pat.says("Where is the 1923 map?")
    effects += night.effects
    pat.says("yes")
    effects += night.effects
    assert phrase.text
    theirs = [one for one in effects if getattr(one, "recipient", "").startswith(ADDRESS)]
    assert theirs
    assert "pat@" not in repr([(one.sender, getattr(one, "body", "")) for one in theirs])


def test_what_was_taken_back_before_it_left_does_not_leave(
    night: Scene, pat: PatronAt, other: PartnerLibrary
) -> None:
    pat.says("Where is the map?")
    pat.says("My name is Pat Doe.", id="p2")
    takes_back(pat, "ask", "p2")
    night.passes(60)
    words = [say.body for say in night.of_kind(Say) if say.recipient == ADDRESS]
    assert words[0] == "Where is the map?"
    assert "" not in words
