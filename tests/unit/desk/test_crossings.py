"""Where two parts of the desk meet: what one of them begins must survive the other."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement, Partner
from imref.desk.calendar.hours import ALWAYS
from imref.desk.effects import ForgetPatron
from imref.desk.events import AgreementChanged
from imref.desk.model import Outcome, SessionState
from imref.desk.records import FollowUp, Promise

from .scene import Librarian, PatronAt, Scene, agreement, desk, week

HOUR = 3600.0
DAY = 24 * HOUR
OTHER = "ask@ref.other.example"


@pytest.fixture
def scene() -> Scene:
    """Monday at 13:46; *ask* closes at six, *law* never does."""
    hours = week("mon-sun", "9:00-18:00")
    ask = desk("ask", ("ana", "ben"), ("cleo",), hours=hours, supervisors=("cleo",))
    return Scene(agreement(desk("law", ("cleo",)), ask))


@pytest.fixture
def promised(scene: Scene, pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron to whom Ana has promised an answer by Friday."""
    pat.says("Where is the 1923 map?")
    ana.replies("I have to look for it.", to=pat)
    ana.replies("!followup friday 17:00 find the 1923 map", to=pat)
    assert record_of(pat).state is Promise.OPEN
    scene.passes(HOUR)
    return pat


def record_of(patron: PatronAt) -> FollowUp:
    return patron.scene.room.followups[patron.known.number]


def without(agreed: Agreement, name: str) -> AgreementChanged:
    """The library has given up a desk."""
    desks = {each.name: each for each in agreed.desks.values() if each.name != name}
    return AgreementChanged(replace(agreed, desks=desks))


# A promise, and another conversation.


@pytest.mark.parametrize("outcome", ["answered", "referred", "spam"])
def test_a_colleague_who_answers_something_else_keeps_no_promise_of_anothers(
    promised: PatronAt, ana: Librarian, ben: Librarian, outcome: str
) -> None:
    ana.shows("unavailable")
    promised.says("And when do you close today?")
    ben.replies("At six.", to=promised)
    ben.replies(f"!close {outcome}", to=promised)
    record = record_of(promised)
    assert (record.state, record.owner, record.answered) == (Promise.OPEN, "ana", 0.0)


def at_night_and_dealt(scene: Scene, patron: PatronAt, to: Sequence[Librarian]) -> None:
    """The patron asks something else at night, and is not there when it is looked at."""
    for each in (scene.staff("ana"), scene.staff("ben")):
        each.shows("unavailable")
    scene.until("20:00")
    patron.says("Are there photographs, too?")
    assert patron.session.state is SessionState.HELD
    for each in to:
        each.shows("available")
    scene.until("09:00")
    scene.passes(60)
    assert patron.session.state is SessionState.CLOSED


@pytest.mark.parametrize("shift", [["ben"], ["ana"]])
def test_a_kept_question_joins_what_was_promised_before(
    scene: Scene, promised: PatronAt, shift: list[str]
) -> None:
    before = record_of(promised)
    due = before.due
    at_night_and_dealt(scene, promised, [scene.staff(name) for name in shift])
    record = record_of(promised)
    assert record is before
    assert (record.state, record.owner, record.due) == (Promise.OPEN, "ana", due)
    assert "find the 1923 map" in record.what
    assert "Are there photographs, too?" in record.what
    assert promised.was_told(phrases.PROMISED_STILL).body.startswith("Ana will answer")
    scene.staff("ana").was_told(phrases.DEALT_JOINS)
    for name in shift:
        scene.staff(name).was_told(phrases.DEALT_JOINS)


def test_a_decline_of_what_was_dealt_leaves_an_earlier_promise(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    at_night_and_dealt(scene, promised, [ana])
    ana.replies("!decline", to=promised)
    assert record_of(promised).state is Promise.OPEN
    assert promised.session.state is SessionState.CLOSED


def test_whoever_made_a_promise_hears_who_has_taken_it_over(
    promised: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.commands(f"!hand ben {promised.known.number}")
    assert "Ben" in ana.was_told(phrases.HANDED_FROM_YOU).body


# A promise, and a desk that is gone.


def test_a_patron_with_a_promise_may_write_to_a_desk_that_is_gone(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    ana.shows("unavailable")
    scene.happens(without(scene.agreed, "ask"))
    stanza = promised.says("Any news?")
    assert promised.got_receipt(stanza)
    assert (promised.session.desk, promised.session.open) == ("law", True)
    assert record_of(promised).session == promised.session.number


def test_who_comes_back_to_a_desk_that_is_gone_is_at_one_that_there_is(
    scene: Scene, promised: PatronAt, ana: Librarian, cleo: Librarian
) -> None:
    scene.happens(without(scene.agreed, "ask"))
    cleo.shows("available")
    promised.says("Any news?")
    assert (promised.owner, promised.session.desk) == ("ana", "law")
    ana.shows("unavailable")
    scene.passes(200)
    assert not promised.session.open  # The promise is still Ana's: nobody else is asked.
    assert record_of(promised).owner == "ana"
    cleo.was_not_told(phrases.OFFER)


# Forgetting, and what has not arrived.


def test_nobody_is_forgotten_while_the_answer_waits_for_their_return(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    promised.cannot_be_reached(ana.replies("It is in room 2.", to=promised))
    ana.replies("!done", to=promised)
    assert record_of(promised).state is Promise.KEPT
    scene.passes(3 * DAY)
    assert not scene.of_kind(ForgetPatron)
    promised.says("Hello?")
    promised.was_told("It is in room 2.")


def test_an_answer_that_nobody_fetches_is_let_go_in_the_end(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    promised.cannot_be_reached(ana.replies("It is in room 2.", to=promised))
    ana.replies("!done", to=promised)
    scene.passes(32 * DAY)
    assert len(scene.of_kind(ForgetPatron)) == 1


def test_nobody_is_forgotten_while_the_answer_cannot_leave(
    scene: Scene, promised: PatronAt, ana: Librarian
) -> None:
    ana.replies("It is in room 2.", to=promised)
    ana.replies("!done", to=promised)
    scene.link_is_lost()
    scene.passes(2 * HOUR)
    assert not scene.of_kind(ForgetPatron)
    scene.link_is_back()
    scene.passes(HOUR)
    assert len(scene.of_kind(ForgetPatron)) == 1


# A partner library, and our own.


@pytest.fixture
def covered() -> Scene:
    """A desk where nobody is; another library covers at any time."""
    partner = Partner(OTHER, ALWAYS, "Other City Library")
    agreed = agreement(desk("ask", ("ana", "ben"), partners=(partner,)), desk("law", ("cleo",)))
    return Scene(agreed, on_duty=())


@pytest.fixture
def abroad(covered: Scene) -> PatronAt:
    """A patron whose question the partner has."""
    pat = covered.patron("pat")
    covered.passes(30)
    pat.says("Where is the map?")
    covered.passes(60)
    assert pat.session.state is SessionState.ABROAD
    return pat


def test_spam_that_a_partner_had_is_spam(covered: Scene, abroad: PatronAt) -> None:
    covered.staff("ana").replies("!block", to=abroad)
    assert (abroad.session.open, abroad.session.outcome) == (False, Outcome.SPAM)


def test_what_a_librarian_takes_up_is_the_partners_no_longer(
    covered: Scene, abroad: PatronAt
) -> None:
    ana = covered.staff("ana")
    abroad.says("cancel")
    ana.shows("available")
    ana.replies("!take", to=abroad)
    assert (abroad.owner, abroad.session.partner) == ("ana", "")
    ana.replies("!close", to=abroad)
    covered.partner(OTHER).replies("By the way", to=abroad)
    abroad.was_told_nothing()


def test_a_partner_who_writes_after_a_desk_is_gone_finds_one_that_there_is(
    covered: Scene, abroad: PatronAt
) -> None:
    covered.partner(OTHER).replies("In room 2.", to=abroad)
    abroad.says("bye")
    covered.happens(without(covered.agreed, "ask"))
    covered.partner(OTHER).replies("No, in room 3.", to=abroad)
    assert (abroad.session.open, abroad.session.desk) == (True, "law")


def test_a_full_house_of_one_desk_hides_no_question_of_another() -> None:
    partner = Partner(OTHER, ALWAYS, "Other City Library")
    desks = [desk(name, (who,), partners=(partner,)) for name, who in [("a", "ana"), ("b", "ben")]]
    scene = Scene(agreement(*desks, bounds={"domain_burst": 99.0}), on_duty=())
    scene.passes(30)
    for number in range(16):
        scene.patron(f"pat{number}", "a").says("Where?")
    scene.patron("robin", "b").says("The other question")
    scene.passes(60)
    ben = scene.staff("ben")
    ben.commands("!queue", window="b")
    ben.was_told("The other question")


# Words that look like something else.


@pytest.mark.parametrize(
    "words",
    [
        "Please write to pat@mail.example, and where is the map?",
        "Is it the archive's address archive@town.example?",
        "I saw on the web page that archive@town.example has photographs of it",
    ],
)
def test_an_address_among_other_words_takes_none_of_them_away(words: str) -> None:
    scene = Scene(agreement(mails=True))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    pat.says("email")
    pat.says(words)
    ana.was_told(words)


@pytest.mark.parametrize("word", ["yes", "no", "2", "keep", "cancel", "thanks", "danke", "merci"])
def test_what_a_patron_answers_a_librarian_reaches_them(
    scene: Scene, pat: PatronAt, ana: Librarian, word: str
) -> None:
    pat.says("Where is the map?")
    ana.replies("Do you mean the new one?", to=pat)
    pat.says(word)
    ana.was_told(word)
    assert pat.owner == "ana"


# Rehearsals.


def test_a_rehearsal_that_never_began_is_over_in_the_end(scene: Scene, ana: Librarian) -> None:
    ana.commands("!practice")
    scene.passes(HOUR)
    assert scene.room.rehearsals == {}


# Memory.


def test_a_preview_goes_with_its_session(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    ana.commands("!canned add map It is in room 2.")
    pat.says("Where is the map?")
    ana.replies("Here I am.", to=pat)
    ana.replies("!say map", to=pat)
    pat.says("bye")
    scene.passes(HOUR)
    assert scene.room.sessions == {}
    assert scene.room.previews == {}


# Served by a person: what is said to them reaches them.


@pytest.mark.parametrize("word", ["email", "sooner", "hours", "colleague"])
def test_a_word_that_is_a_command_too_is_still_an_answer(
    pat: PatronAt, ana: Librarian, word: str
) -> None:
    pat.says("How can I hear of new books?")
    ana.replies("By email, or sooner by asking a colleague?", to=pat)
    stanza = pat.says(word)
    assert ana.was_told(word).message is not None
    assert pat.got_receipt(stanza)
    pat.says(word, id=stanza)
    ana.was_told_nothing()
    pat.was_told_nothing()


# Kept questions that nobody wants.


def test_what_all_have_declined_is_dealt_again_later(scene: Scene, pat: PatronAt) -> None:
    for name in ("ana", "ben"):
        scene.staff(name).shows("unavailable")
    scene.until("20:00")
    pat.says("Where is the map?")
    scene.staff("ana").shows("available")
    scene.until("09:00")
    assert pat.session.reserved == "ana"
    scene.staff("ana").replies("!decline", to=pat)
    scene.passes(1800)
    assert (pat.session.state, pat.session.reserved) == (SessionState.HELD, "")
    scene.passes(3 * HOUR)
    assert pat.session.state is SessionState.CLOSED
    assert record_of(pat).owner == "ana"


# Lists that grow.


def test_a_long_list_of_blocks_fits_one_message() -> None:
    many = agreement(bounds={"domain_burst": 99.0, "message_length": 5000})
    scene = Scene(many)
    ana = scene.staff("ana")
    for number in range(25):
        pat = scene.patron(f"pat{number}")
        pat.says("Buy!")
        ana.replies("!block 2h " + "why " * 1000, to=pat)
    ana.commands("!blocks")
    [told] = ana.told
    assert len(told.body) < 10_000
    assert "5" in told.body.splitlines()[-1]
