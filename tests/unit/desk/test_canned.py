"""Answers kept ready: shown first, sent as the librarian's own words, never by themselves."""

import pytest

from imref.config.wording import wording
from imref.desk import phrases
from imref.desk.effects import Keep, KeepMessage, Remove
from imref.desk.model import Speaker

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement

HOURS = "We open at 9 and close at 18."


@pytest.fixture
def scene() -> Scene:
    """The library has one answer of its own, in two languages."""
    return Scene(agreement(canned={"printing": "10 cents a page.", "printing.de": "10 Cent."}))


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("When do you open?")
    ana.replies("One moment.", to=pat)
    return pat


def test_it_is_shown_first_and_then_sent(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.commands(f"!canned add Hours {HOURS}")
    ana.was_told(phrases.CANNED_KEPT)
    ana.replies("!say hours", to=served)
    ana.was_told(f"This would be sent:\n{HOURS}\n– !send sends it.")
    served.was_told_nothing()
    ana.replies("!send", to=served)
    served.was_told(HOURS)
    (kept,) = scene.of_kind(KeepMessage)
    assert (kept.message.speaker, kept.message.staff) == (Speaker.STAFF, "ana")
    assert served.session.owner_spoke == scene.now


def test_sending_claims_as_a_reply_does(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("What is printing?")
    ana.replies("!say printing", to=pat)
    assert pat.owner == ""
    ana.replies("!send", to=pat)
    assert pat.owner == "ana"
    pat.was_told(phrases.JOINED)
    pat.was_told("10 cents a page.")
    ben.was_told(phrases.TAKEN_BY)


def test_who_comes_second_sends_nothing(pat: PatronAt, ana: Librarian, ben: Librarian) -> None:
    pat.says("What is printing?")
    ana.replies("!say printing", to=pat)
    ben.replies("10 cents.", to=pat)
    ana.replies("!send", to=pat)
    ana.was_told(phrases.NOT_RELAYED_TAKEN)
    pat.was_told_nothing()


def test_another_preview_takes_its_place(served: PatronAt, ana: Librarian) -> None:
    ana.commands(f"!canned add hours {HOURS}")
    ana.replies("!say hours", to=served)
    ana.replies("!say printing", to=served)
    ana.replies("!send", to=served)
    served.was_told("10 cents a page.")
    ana.replies("!send", to=served)
    ana.was_told(phrases.NOTHING_TO_SEND)
    served.was_told_nothing()


def test_a_preview_lapses_when_something_else_is_said(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!say printing", to=served)
    ana.replies("Do you mean colour?", to=served)
    ana.replies("!send", to=served)
    ana.was_told(phrases.NOTHING_TO_SEND)


def test_a_preview_lapses_with_time(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.replies("!say printing", to=served)
    scene.passes(700)
    ana.replies("!send", to=served)
    served.was_told_nothing()


def test_a_preview_is_one_librarians_and_one_patrons(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("And printing?")
    ana.replies("Hello", to=quinn)
    ana.replies("!say printing", to=served)
    ana.replies("!send", to=quinn)
    ana.was_told(phrases.NOTHING_TO_SEND)
    ben.replies("!send", to=served)
    ben.was_told(phrases.NOTHING_TO_SEND)


def test_from_the_desks_window_the_only_patron_is_meant(served: PatronAt, ana: Librarian) -> None:
    ana.commands("!say printing")
    assert ana.was_told(phrases.PREVIEW).sender == served.alias
    ana.commands("!send")
    served.was_told("10 cents a page.")


def test_the_patrons_language_is_chosen() -> None:
    canned = {"printing": "10 cents a page.", "printing.de": "10 Cent."}
    scene = Scene(agreement(canned=canned, wording=wording("en", {})))
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Was kostet Drucken?", language="de-AT")
    ana.replies("!say printing", to=pat)
    ana.was_told("10 Cent.")


def test_a_keyword_that_is_misspelt(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!say pritning", to=served)
    ana.was_told("Did you mean printing?")
    ana.replies("!say xyz", to=served)
    ana.was_told("There are: printing, printing.de.")
    served.was_told_nothing()


def test_the_list(ana: Librarian, ben: Librarian) -> None:
    ana.commands(f"!canned add hours {HOURS}")
    ana.commands("!canned share floor\nThe map room is on the second floor.")
    ana.was_told(phrases.CANNED_KEPT_FOR_ALL)
    ana.commands("!canned")
    ana.was_told(f"floor: The map room is on the second floor.\nhours (yours): {HOURS}\nprinting: ")
    ben.commands("!canned")
    ben.was_not_told("hours")
    ben.was_told("floor: The map room")


def test_sharing_what_was_mine(served: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.commands(f"!canned add hours {HOURS}")
    ana.commands("!canned share hours")
    ana.was_told(phrases.CANNED_KEPT_FOR_ALL)
    ben.replies("!say hours", to=served)
    ben.was_told(HOURS)


def test_mine_goes_before_everybodys(served: PatronAt, ana: Librarian) -> None:
    ana.commands("!canned add printing Ten cents, dear.")
    ana.replies("!say printing", to=served)
    ana.was_told("Ten cents, dear.")


def test_what_is_replaced_is_shown(ana: Librarian) -> None:
    ana.commands(f"!canned add hours {HOURS}")
    ana.commands("!canned add hours We open at 10.")
    ana.was_told(f"Kept for you as “hours”. It was: {HOURS}")


def test_removing(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.commands(f"!canned add hours {HOURS}")
    ana.commands("!canned remove hours")
    ana.was_told(phrases.CANNED_REMOVED)
    assert len(scene.of_kind(Remove)) == 1
    ana.replies("!say hours", to=served)
    ana.was_told(phrases.CANNED_UNKNOWN)


@pytest.mark.parametrize("text", ["!canned remove printing", "!canned share printing Free."])
def test_nobody_changes_the_config_by_command(scene: Scene, ana: Librarian, text: str) -> None:
    ana.commands(text)
    ana.was_told(phrases.CANNED_FIXED)
    assert scene.of_kind(Keep) == []


@pytest.mark.parametrize("words", ["add", "add hours", "add a/b c", "share", "print it"])
def test_what_is_not_understood(scene: Scene, ana: Librarian, words: str) -> None:
    ana.commands(f"!canned {words}")
    ana.was_told(phrases.CANNED_ASK)
    assert scene.of_kind(Keep) == []


def test_they_outlast_a_restart(scene: Scene, ana: Librarian) -> None:
    store = Records()
    ana.commands(f"!canned share hours {HOURS}")
    store.keep(scene.effects)
    later = Scene(ledger=store.ledger())
    later.staff("ben").commands("!canned")
    later.staff("ben").was_told(HOURS)
