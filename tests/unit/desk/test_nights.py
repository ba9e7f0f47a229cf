"""Closed: the patron hears the truth, may read a help page, and nothing they asked is lost."""

from dataclasses import replace
from datetime import UTC

import pytest

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.calendar.hours import Hours, Span
from imref.desk.errands import SearchFaq
from imref.desk.events import AgreementChanged, FaqFound
from imref.desk.model import Moment, Outcome, SessionState
from imref.desk.night.faq import Link, Page

from .records import Records
from .scene import PatronAt, Scene, agreement, librarian

# START is a Monday at 13:46:40 in Greenwich.
AFTERNOON = Hours(UTC, ((Span(15 * 60, 18 * 60),),) * 7)
TO_OPENING = 73 * 60 + 20.0
NEVER_OPEN = Hours(UTC, ((),) * 7)

RENEW = Page("renew", "How do I renew?", "Choose *Renew*.", links=(Link("", "https://a.example"),))
FINES = Page(
    "fines", "Fines and fees", "25 cents a day.", links=(Link("Pay", "https://b.example"),)
)
PAGES = {page.slug: page for page in (RENEW, FINES)}


def closed(hours: Hours = AFTERNOON, *pages: Page) -> Agreement:
    agreed = agreement()
    desks = {name: replace(desk, hours=hours) for name, desk in agreed.desks.items()}
    return replace(agreed, desks=desks, pages={page.slug: page for page in pages})


def night(*pages: Page) -> Scene:
    return Scene(closed(AFTERNOON, *pages), on_duty=())


@pytest.fixture
def scene() -> Scene:
    return night()


def kept_with_pages() -> tuple[Scene, PatronAt]:
    """A patron whose question is kept, and who was offered two pages."""
    scene = night(RENEW, FINES)
    pat = scene.patron("pat")
    pat.says("How do I renew, and what if I am late?")
    scene.happens(FaqFound(pat.session.number, (RENEW, FINES)), after=0.1)
    return scene, pat


# What the patron hears.


def test_a_closed_desk_says_when_it_opens_and_keeps_the_question(scene: Scene) -> None:
    pat, quinn = scene.patron("pat"), scene.patron("quinn")
    stanza = pat.says("Where is the map?")
    assert pat.got_receipt(stanza)
    told = pat.was_told(phrases.KEPT_CLOSED).body
    assert "opens today at 15:00" in told
    assert "first in line" in told
    assert pat.session.state is SessionState.HELD
    quinn.says("And the atlas?")
    assert "number 2 in line" in quinn.was_told(phrases.KEPT_CLOSED).body


def test_nobody_is_offered_anything_while_closed() -> None:
    scene = Scene(closed())
    ana, pat = scene.staff("ana"), scene.patron("pat")
    pat.says("Where is the map?")
    ana.was_told_nothing()
    scene.passes(600)
    ana.was_told_nothing()


def test_a_desk_without_an_opening_says_that_it_cannot_say() -> None:
    scene = Scene(closed(NEVER_OPEN), on_duty=())
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.was_told(phrases.KEPT_CLOSED_LONG)
    scene.passes(30 * 86400)
    pat.was_told_nothing()


def test_more_lines_join_the_question_and_the_place_is_seen_again(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.says("The one of 1923.")
    pat.was_told_nothing()
    scene.passes(3600)
    pat.says("Or 1924.")
    told = pat.was_told(phrases.KEPT_ADDED).body
    assert "first in line" in told
    assert "opens today at 15:00" in told
    assert [line.body for line in pat.session.lines] == [
        "Where is the map?",
        "The one of 1923.",
        "Or 1924.",
    ]


def test_status_says_that_it_is_kept(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.says("status")
    pat.was_told(phrases.KEPT_WISHED)


@pytest.mark.parametrize("word", ["cancel", "bye", "Cancel"])
def test_a_kept_question_is_taken_back(scene: Scene, word: str) -> None:
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.says(word)
    pat.was_told(phrases.CLOSED_BY_PATRON)
    assert pat.session.state is SessionState.CLOSED
    assert not list(scene.room.kept["ask"])


def test_keep_says_that_it_is_kept(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    pat.says("keep")
    pat.was_told(phrases.KEPT_WISHED)
    assert pat.session.state is SessionState.HELD


# Help pages.


def test_the_first_answer_waits_for_the_help_pages_for_less_than_a_second() -> None:
    scene = night(RENEW)
    pat = scene.patron("pat")
    pat.says("How do I renew?")
    [errand] = scene.of_kind(SearchFaq)
    assert (errand.text, errand.language) == ("How do I renew?", "en")
    pat.was_told_nothing()
    scene.happens(FaqFound(errand.session, (RENEW,)), after=0.1)
    told = pat.was_told(phrases.KEPT_CLOSED).body
    assert told.endswith("1. How do I renew?")


def test_it_comes_also_when_the_search_never_answers() -> None:
    scene = night(RENEW)
    pat = scene.patron("pat")
    pat.says("How do I renew?")
    scene.passes(0.9)
    told = pat.was_told(phrases.KEPT_CLOSED).body
    assert "help pages" not in told
    scene.happens(FaqFound(pat.session.number, (RENEW,)))
    pat.was_told(phrases.PAGES_OFFERED)


def test_nothing_is_offered_where_nothing_was_found() -> None:
    scene = night(RENEW)
    pat = scene.patron("pat")
    pat.says("Who was Westphalia?")
    scene.happens(FaqFound(pat.session.number, ()), after=0.1)
    assert "help pages" not in pat.was_told(phrases.KEPT_CLOSED).body


@pytest.mark.parametrize("number", ["2", "2.", " #2 "])
def test_a_number_shows_a_page_and_never_as_a_person(number: str) -> None:
    _, pat = kept_with_pages()
    pat.says(number)
    assert [say.body for say in pat.told] == [
        "From our help pages: Fines and fees\n\n25 cents a day.\n\nPay: https://b.example\n\n"
        "Did this answer your question? Write yes, and we take it off the list. "
        "Otherwise it stays kept."
    ]
    assert not any(line.body == number for line in pat.session.lines)
    assert pat.session.state is SessionState.HELD


@pytest.mark.parametrize("word", ["yes", "thanks", "Thank you"])
def test_a_page_that_answers_settles_the_question(word: str) -> None:
    _, pat = kept_with_pages()
    pat.says("1")
    pat.says(word)
    pat.was_told(phrases.PAGE_SETTLED)
    assert pat.session.state is SessionState.CLOSED
    assert pat.session.outcome == Outcome.HELP_PAGE


def test_a_page_that_does_not_leaves_it_kept() -> None:
    _, pat = kept_with_pages()
    pat.says("1")
    pat.says("no")
    pat.was_told(phrases.KEPT_WISHED)
    assert pat.session.state is SessionState.HELD
    pat.says("2")
    pat.was_told(phrases.PAGE_SHOWN)


@pytest.mark.parametrize("word", ["yes", "no", "thanks", "3", "12"])
def test_words_that_answer_nothing_belong_to_the_question(word: str) -> None:
    _, pat = kept_with_pages()
    pat.says(word)
    assert pat.session.lines[-1].body == word
    assert pat.session.state is SessionState.HELD


def test_with_a_librarian_these_are_words_like_others() -> None:
    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("Which?", to=pat)
    for word in ("1", "yes", "no", "keep", "cancel", "thanks"):
        pat.says(word)
        ana.was_told(word)


def test_a_second_line_is_searched_where_the_first_found_nothing() -> None:
    scene = night(RENEW)
    pat = scene.patron("pat")
    pat.says("hi")
    scene.happens(FaqFound(pat.session.number, ()), after=0.1)
    pat.says("how do I renew?")
    assert [errand.text for errand in scene.of_kind(SearchFaq)] == ["how do I renew?"]
    scene.happens(FaqFound(pat.session.number, (RENEW,)), after=0.1)
    pat.was_told(phrases.PAGES_OFFERED)


def test_a_page_that_is_gone_since_is_not_shown() -> None:
    scene, pat = kept_with_pages()
    scene.happens(AgreementChanged(closed(AFTERNOON, FINES)))
    pat.says("1")
    assert pat.session.lines[-1].body == "1"
    pat.says("2")
    pat.was_told(phrases.PAGE_SHOWN)


# While open.


def test_keep_leaves_a_question_that_waits() -> None:
    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    pat.says("keep")
    pat.was_told(phrases.KEPT_WISHED)
    ana.was_told(phrases.KEPT_BY_PATRON)
    assert pat.session.state is SessionState.HELD


def test_cancel_takes_back_a_question_that_waits() -> None:
    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    pat.says("cancel")
    ana.was_told(phrases.PATRON_WITHDREW)
    assert pat.session.state is SessionState.CLOSED


def test_a_question_at_an_open_desk_that_nobody_comes_to_is_kept() -> None:
    scene = Scene(on_duty=())
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    scene.passes(80)
    assert pat.session.state is SessionState.WAITING
    scene.passes(20)
    pat.was_told(phrases.KEPT_ALONE)
    assert pat.session.state is SessionState.HELD


def test_it_waits_on_while_somebody_is_on_duty() -> None:
    scene = Scene(on_duty=("ana",))
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    scene.passes(600)
    assert pat.session.state is SessionState.WAITING


def test_what_waits_at_closing_time_is_kept_and_the_patron_told() -> None:
    scene = Scene(closed(Hours(UTC, ((Span(8 * 60, 14 * 60),),) * 7)))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    scene.passes(700)
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)
    scene.passes(200)
    told = pat.was_told(phrases.KEPT_AT_CLOSING).body
    assert "opens tomorrow at 8:00" in told
    ana.was_told(phrases.KEPT_NOW)


def test_a_conversation_goes_on_after_closing_time() -> None:
    scene = Scene(closed(Hours(UTC, ((Span(8 * 60, 14 * 60),),) * 7)))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("Which?", to=pat)
    for _ in range(5):
        scene.passes(200)
        pat.says("The old one.")
        ana.was_told("The old one.")
        ana.replies("Ah.", to=pat)
    assert pat.owner == "ana"


# At any time.


def test_staff_see_what_is_kept_and_may_take_it_at_night(scene: Scene) -> None:
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.shows("available")
    ana.commands("!status")
    assert "1 question is kept" in ana.told[0].body
    ana.commands("!queue")
    assert "Where is the map?" in ana.was_told(phrases.KEPT_LINE).body
    ana.commands(f"!take {pat.known.number}")
    pat.was_told(phrases.JOINED)
    assert pat.owner == "ana"
    assert not list(scene.room.kept["ask"])


def test_an_answer_in_its_window_takes_it_too(scene: Scene) -> None:
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.shows("available")
    ana.replies("Upstairs.", to=pat)
    pat.was_told("Upstairs.")


def test_kept_questions_survive_a_restart() -> None:
    records = Records()
    scene = night(RENEW, FINES)
    pat, quinn = scene.patron("pat"), scene.patron("quinn")
    pat.says("How do I renew?")
    records.keep(scene.effects)
    records.keep(scene.happens(FaqFound(pat.session.number, (RENEW,)), after=0.1))
    quinn.says("What of fines?")
    records.keep(scene.effects)  # and the service dies before the search is done

    again = Scene(scene.agreed, on_duty=(), ledger=records.ledger())
    again.now = max(again.now, scene.now)
    pat, quinn = again.patron("pat"), again.patron("quinn")
    again.passes(1)
    quinn.was_told(phrases.KEPT_CLOSED)
    pat.was_told_nothing()
    pat.says("1")
    pat.was_told(phrases.PAGE_SHOWN)
    assert [session.number for session in again.room.kept["ask"]] == [1, 2]


def test_a_kept_question_of_a_desk_that_is_gone_moves(scene: Scene) -> None:
    pat = scene.patron("pat", desk="law")
    pat.says("What is usucapion?")
    agreed = closed()
    scene.happens(AgreementChanged(replace(agreed, desks={"ask": agreed.desks["ask"]})))
    assert pat.session.desk == "ask"
    assert pat.session in scene.room.kept["ask"]


def test_the_turns_tell_the_story() -> None:
    records = Records()
    scene = night(RENEW)
    pat = scene.patron("pat")
    pat.says("How do I renew?")
    records.keep(scene.effects)
    records.keep(scene.happens(FaqFound(pat.session.number, (RENEW,)), after=0.1))
    for word in ("1", "yes"):
        pat.says(word)
        records.keep(scene.effects)
    assert [(turn.what, turn.detail) for turn in records.turns] == [
        (Moment.OPENED, ""),
        (Moment.HELD, ""),
        (Moment.READ, "renew"),
        (Moment.SETTLED, "renew"),
        (Moment.CLOSED, "help page"),
    ]


def test_supervisors_see_what_is_kept_at_desks_that_they_do_not_serve() -> None:
    agreed = closed()
    desks = {**agreed.desks, "ask": replace(agreed.desks["ask"], supervisors=("dora",))}
    dora = librarian("dora")
    staff = {**agreed.staff, dora.address: dora}
    scene = Scene(replace(agreed, desks=desks, staff=staff), on_duty=())
    scene.patron("pat").says("Where is the map?")
    scene.staff("dora").commands("!status")
    assert "1 question is kept" in scene.staff("dora").told[0].body
    scene.staff("dora").commands("!queue")
    scene.staff("dora").was_told(phrases.KEPT_LINE)
