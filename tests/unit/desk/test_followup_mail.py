"""An answer to somebody whose chat address is dead: by mail, and its author hears how it went."""

from dataclasses import replace

import pytest

from imref.desk import phrases
from imref.desk.effects import Effect, ForgetPatron, Keep
from imref.desk.errands import SendMail
from imref.desk.events import ClockTicked, LinkUp, Mailed
from imref.desk.records import Mail, MailFate
from imref.desk.switchboard import Switchboard

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement

HOUR = 3600.0
DAY = 24 * HOUR
EMAIL = "pat@mail.example"


@pytest.fixture
def scene() -> Scene:
    """A library that sends mail."""
    return Scene(replace(agreement(), mails=True))


@pytest.fixture
def promised(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron to whom Ana has promised an answer, and who gave a mail address."""
    pat.says("Where is the 1923 map?")
    ana.replies("!take", to=pat)
    pat.says(f"email {EMAIL}")
    ana.replies("!followup tomorrow 17:00 find the 1923 map", to=pat)
    return pat


def the_mail(effects: list[Effect]) -> Mail:
    [errand] = [effect for effect in effects if isinstance(effect, SendMail)]
    assert any(effect == Keep(errand.mail) for effect in effects)  # kept before it is sent
    return errand.mail


@pytest.fixture
def bounced(scene: Scene, promised: PatronAt, ana: Librarian) -> Mail:
    """The mail that goes out when Ana's answer came back, two hours later."""
    scene.passes(2 * HOUR)
    stanza = ana.replies("It is at the binder's.", to=promised)
    promised.cannot_be_reached(stanza)
    return the_mail(scene.effects)


def happens_to(scene: Scene, mail: Mail, fate: MailFate, detail: str = "") -> None:
    scene.happens(Mailed(mail.number, fate, detail))


# The address.


def test_a_patron_gives_an_address(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    pat.says(f"email {EMAIL}")
    pat.was_told(phrases.EMAIL_KEPT)
    ana.was_told_nothing()
    assert pat.known.email == EMAIL


@pytest.mark.parametrize(
    "answer", [EMAIL, f"my email is {EMAIL}.", f"<{EMAIL}>", f"It's mailto:{EMAIL}, thanks"]
)
def test_an_address_is_understood_when_it_was_asked_for(
    pat: PatronAt, ana: Librarian, answer: str
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    pat.says("email")
    pat.was_told(phrases.EMAIL_ASK)
    pat.says(answer)
    pat.was_told(phrases.EMAIL_KEPT)
    ana.was_told_nothing()
    assert pat.known.email == EMAIL


@pytest.mark.parametrize(
    "words",
    [
        "My email is {} and it does not work",
        "email me the map",
        "email {} or {}x",
        "What is email?",
    ],
)
def test_otherwise_it_is_a_message_like_any_other(
    pat: PatronAt, ana: Librarian, words: str
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    pat.says(words.replace("{}", EMAIL))
    ana.was_told(words.replace("{}", EMAIL))
    assert pat.known.email == ""


def test_asking_for_it_is_forgotten_with_the_next_message(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    pat.says("email")
    pat.says("No, wait")
    ana.was_told("No, wait")
    pat.says(f"Write to {EMAIL}")
    ana.was_told(EMAIL)
    assert pat.known.email == ""


@pytest.mark.parametrize("address", ["pat@home", "pat@@home.example", "@"])
def test_what_is_no_address_is_not_taken(pat: PatronAt, address: str) -> None:
    pat.says("Where is the map?")
    pat.says(f"email {address}")
    pat.was_told(phrases.EMAIL_WRONG)
    assert pat.known.email == ""


def test_it_needs_a_question_and_a_library_that_sends_mail(pat: PatronAt) -> None:
    pat.says(f"email {EMAIL}")
    pat.was_told(phrases.EMAIL_FIRST_ASK)
    without = Scene()
    robin = without.patron("robin")
    robin.says("Where is the map?")
    robin.says(f"email {EMAIL}")
    robin.was_told(phrases.EMAIL_NONE)


def test_a_promise_offers_mail_once(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    ana.replies("!followup Friday", to=pat)
    assert "write email" in pat.was_told(phrases.PROMISED).body
    pat.says(f"email {EMAIL}")
    ana.replies("!followup Thursday", to=pat)
    assert "write email" not in pat.was_told(phrases.PROMISED).body


# The mail.


def test_an_answer_that_came_back_goes_by_mail(
    promised: PatronAt, ana: Librarian, bounced: Mail
) -> None:
    assert bounced.recipient == EMAIL
    assert bounced.subject == "An answer from The ask desk"
    assert "Ana of The ask desk answers your question:\n\nIt is at the binder's." in bounced.body
    assert "ask@ref.library.example" in bounced.body
    assert "find the 1923 map" not in bounced.body
    told = ana.was_told(phrases.MAIL_UNDER_WAY).body
    assert "mail.example" not in told


def test_without_an_address_it_is_kept_for_their_return(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    ana.replies("!take", to=pat)
    ana.replies("!followup tomorrow", to=pat)
    scene.passes(2 * HOUR)
    stanza = ana.replies("Here.", to=pat)
    pat.cannot_be_reached(stanza)
    ana.was_told(phrases.PATRON_UNREACHABLE)
    assert not scene.of_kind(SendMail)
    pat.says("Hello again")
    pat.was_told("Here.")


def test_the_librarian_hears_that_it_arrived_and_the_address_is_gone(
    scene: Scene, promised: PatronAt, ana: Librarian, bounced: Mail
) -> None:
    happens_to(scene, bounced, MailFate.ARRIVED)
    assert promised.alias in ana.was_told(phrases.MAIL_ARRIVED).body
    assert (bounced.fate, bounced.recipient, bounced.body) == (MailFate.ARRIVED, "", "")
    scene.passes(DAY)
    assert not scene.of_kind(SendMail)


def test_the_librarian_hears_why_it_was_refused(
    scene: Scene, ana: Librarian, bounced: Mail
) -> None:
    happens_to(scene, bounced, MailFate.REFUSED, "550 no such user")
    assert "550 no such user" in ana.was_told(phrases.MAIL_REFUSED).body
    scene.passes(DAY)
    assert not scene.of_kind(SendMail)


def test_it_is_tried_again_for_a_day(scene: Scene, ana: Librarian, bounced: Mail) -> None:
    happens_to(scene, bounced, MailFate.OWED, "451 greylisted")
    assert "451 greylisted" in ana.was_told(phrases.MAIL_LATER).body
    pauses, given_up, sent = [], False, scene.now
    while not given_up:
        due = scene.switchboard.next_due()
        assert due is not None
        scene.now = max(due, scene.now)
        scene.effects = scene.switchboard.handle(ClockTicked(), scene.now)
        if not scene.of_kind(SendMail):
            continue
        pauses.append(round(scene.now - sent))
        happens_to(scene, bounced, MailFate.OWED, "451 greylisted")
        sent = scene.now
        given_up = bounced.fate is MailFate.REFUSED
        if not given_up:
            ana.was_not_told(phrases.MAIL_LATER)
    ana.was_told(phrases.MAIL_GIVEN_UP)
    assert pauses[:4] == [60, 120, 240, 480]
    assert scene.now - bounced.made < DAY + HOUR + 60


def test_a_mail_of_which_nothing_is_heard_is_sent_again(scene: Scene, bounced: Mail) -> None:
    scene.passes(299)
    assert not scene.of_kind(SendMail)
    scene.passes(1)
    assert the_mail(scene.effects) is bounced


def test_an_answer_that_bounced_in_a_running_conversation_goes_by_mail_at_its_end(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    pat.says(f"email {EMAIL}")
    stanza = ana.replies("Second floor.", to=pat)
    pat.cannot_be_reached(stanza)
    ana.was_told(phrases.PATRON_UNREACHABLE)
    assert not scene.of_kind(SendMail)
    ana.replies("!close", to=pat)
    assert "Second floor." in the_mail(scene.effects).body


def test_who_gave_a_mail_address_is_forgotten_afterwards(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?")
    pat.says(f"email {EMAIL}")
    ana.replies("Second floor.", to=pat)
    ana.replies("!close", to=pat)
    scene.passes(600)
    assert scene.of_kind(ForgetPatron)
    assert not scene.room.aliases


def test_nobody_is_forgotten_while_their_mail_is_under_way(
    scene: Scene, promised: PatronAt, ana: Librarian, bounced: Mail
) -> None:
    ana.replies("!done", to=promised)
    scene.passes(HOUR)
    assert promised.known
    happens_to(scene, bounced, MailFate.ARRIVED)
    scene.passes(1)
    assert scene.of_kind(ForgetPatron)


def test_all_of_it_survives_a_restart(scene: Scene) -> None:
    records = Records()
    handle = scene.switchboard.handle

    def kept(event: object, now: float) -> list[Effect]:
        effects = handle(event, now)  # type: ignore[arg-type]
        records.keep(effects)
        return effects

    scene.switchboard.handle = kept  # type: ignore[method-assign]
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    ana.replies("!take", to=pat)
    pat.says(f"email {EMAIL}")
    ana.replies("!followup tomorrow 17:00 find the 1923 map", to=pat)
    scene.passes(2 * HOUR)
    pat.cannot_be_reached(ana.replies("It is at the binder's.", to=pat))
    mail = the_mail(scene.effects)

    scene.now += HOUR
    scene.switchboard = Switchboard(scene.agreed, records.ledger(), scene.now)
    scene.happens(LinkUp())
    ana.shows("available")
    scene.passes(300)
    assert the_mail(scene.effects) == mail
    happens_to(scene, mail, MailFate.ARRIVED)
    ana.was_told(phrases.MAIL_ARRIVED)
    ana.replies("!done", to=pat)
    ana.was_told(phrases.PROMISE_DONE)
    scene.passes(600)
    assert [effect.number for effect in scene.of_kind(ForgetPatron)] == [1001]
