"""Words taken back: by their author alone, from everywhere, and without saying them again."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Effect, TakeBack
from imref.desk.model import SessionState, Speaker
from imref.desk.roster.devices import Feature
from imref.desk.talk.conversation import LINES_HELD
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.erasing import without

from .gestures import ALL, can, gesture, only, takes_back
from .records import Records
from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana, who has read one line of theirs as such."""
    pat.says("Where is the map?", id="p1")
    ana.replies("Which one?", to=pat, id="a1")
    pat.says("My card is 1234", id="p2")
    return pat


def erased(scene: Scene) -> list[tuple[Speaker, str, str]]:
    """What the last step takes from the store."""
    return [(each.speaker, each.staff, each.stanza) for each in scene.of_kind(TakeBack)]


def test_a_patron_takes_back_words(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    takes_back(served, "ask", "p2")
    told = only(ana)
    assert told.body == "I take back what I wrote today at 13:46."
    assert gesture(told) == Enclosure(retracts="p2", fallback=True)
    assert erased(scene) == [(Speaker.PATRON, "", "p2")]
    assert [(line.body, line.retracted) for line in served.session.lines][-1] == ("", True)


def test_a_librarian_takes_back_words(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    takes_back(ana, served.alias, "a1")
    assert gesture(only(served)) == Enclosure(nick="Ana", retracts="a1", fallback=True)
    assert erased(scene) == [(Speaker.STAFF, "ana", "a1")]


def test_clients_that_can_take_words_away_are_told_no_more(
    served: PatronAt, ana: Librarian
) -> None:
    ana.shows("unavailable", device="pc")
    ana.shows("available", device="phone")
    can(ana, *ALL)
    takes_back(served, "ask", "p2")
    told = only(ana)
    assert (told.body, gesture(told)) == ("", Enclosure(retracts="p2"))


def test_clients_that_cannot_are_told_in_words(served: PatronAt, ana: Librarian) -> None:
    can(served, *ALL - {Feature.RETRACTIONS})
    takes_back(ana, served.alias, "a1")
    told = only(served)
    assert told.enclosed == Enclosure(nick="Ana")
    assert "Which one?" not in told.body


def test_twice_taken_back_is_taken_back_once(scene: Scene, served: PatronAt) -> None:
    takes_back(served, "ask", "p2")
    takes_back(served, "ask", "p2")
    assert scene.effects == []


def test_all_versions_go(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    second = served.says("My card is 1235", replaces="p2")
    served.says("My card is 1236", replaces="p2")
    takes_back(served, "ask", second)
    assert gesture(only(ana)).retracts == "p2"
    assert not [line for line in served.session.lines if "card" in line.body]


@pytest.mark.parametrize("how", ["another's", "a stranger", "a colleague", "a command"])
def test_nobody_takes_back_what_is_not_theirs(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian, how: str
) -> None:
    match how:
        case "another's":
            takes_back(served, "ask", "a1")
            takes_back(ana, served.alias, "p2")
        case "a stranger":
            takes_back(scene.patron("quinn"), "ask", "p2")
            takes_back(scene.patron("quinn"), served.alias, "p2")
        case "a colleague":
            takes_back(ben, served.alias, "a1")
        case "a command":
            take = ana.replies("!limit 3", to=served)
            takes_back(ana, served.alias, take)
    assert {line.body for line in served.session.lines} >= {"Which one?", "My card is 1234"}
    served.was_told_nothing()
    ana.was_told_nothing()


def test_a_former_owner_takes_back_their_own(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served)
    takes_back(ana, served.alias, "a1")
    assert gesture(only(served)).retracts == "a1"
    ben.was_told(phrases.COLLEAGUE_TOOK_BACK)


def test_whoever_took_over_is_told_in_words(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served)
    takes_back(served, "ask", "p2")
    told = only(ben)
    assert (told.body, told.enclosed) == ("I take back what I wrote today at 13:46.", None)


def test_a_recap_says_that_words_were_taken_back(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    takes_back(served, "ask", "p2")
    takes_back(ana, served.alias, "a1")
    ana.replies("!transfer ben", to=served)
    told = ben.was_told(phrases.OFFER_PASSED).body
    assert "> (taken back)" in told
    assert "Ana: (taken back)" in told
    assert "1234" not in told


def test_a_note_goes_without_a_word_to_anybody(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    note = ana.replies("!note owes us books", to=served)
    takes_back(ben, served.alias, note)
    assert "owes us books" in [line.body for line in served.session.lines]
    takes_back(ana, served.alias, note)
    served.was_told_nothing()
    assert scene.of_kind(TakeBack)[0].speaker is Speaker.NOTE
    assert "owes us books" not in [line.body for line in served.session.lines]


def test_taking_back_the_whole_question_is_no_question(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map?", id="p1")
    pat.says("The one of 1932", id="p2")
    takes_back(pat, "ask", "p1")
    assert pat.session.state is SessionState.WAITING
    takes_back(pat, "ask", "p2")
    assert pat.session.state is SessionState.CLOSED
    ana.was_told(phrases.PATRON_WITHDREW)


def test_an_answer_that_bounced_and_is_taken_back_never_arrives(
    served: PatronAt, ana: Librarian
) -> None:
    served.cannot_be_reached("a1")
    takes_back(ana, served.alias, "a1")
    served.was_told_nothing()
    served.says("I am back")
    served.was_told_nothing()


def test_the_same_stanza_once_more_brings_nothing_back(served: PatronAt, ana: Librarian) -> None:
    takes_back(served, "ask", "p2")
    served.says("My card is 1234", id="p2")
    ana.was_told_nothing()
    for number in range(20):
        served.says(f"line {number}")
    served.says("My card is 1234", id="p2")
    ana.was_told_nothing()
    served.says("Something else", id="p2")
    assert ana.was_told("Something else").id != "p2"


def test_what_memory_has_let_go_is_taken_from_the_store(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    for number in range(2 * LINES_HELD):
        ana.replies(f"Line {number}", to=served)
    takes_back(ana, served.alias, "a1")
    assert erased(scene) == [(Speaker.STAFF, "ana", "a1")]
    takes_back(ana, "patron-999", "b7")
    assert erased(scene) == [(Speaker.STAFF, "ana", "b7")]
    served.was_told_nothing()


def test_a_quotation_of_what_was_taken_back_is_not_made(served: PatronAt, ana: Librarian) -> None:
    takes_back(served, "ask", "p2")
    ana.replies("I have not seen it.", to=served, reply="p2")
    assert served.was_told("not seen").body == "I have not seen it."


def test_nothing_of_it_is_kept(scene: Scene) -> None:
    records, steps = Records(), list[list[Effect]]()
    pat, ana, ben = scene.patron("pat"), scene.staff("ana"), scene.staff("ben")

    def keep() -> None:
        steps.append(scene.effects)

    pat.says("My card\nis 1234 " + "x" * 80, id="p1")
    keep()
    ana.replies("Which one?", to=pat, reply="p1")
    keep()
    ana.replies("!transfer ben", to=pat)
    keep()
    ben.replies("Hello", to=pat)
    keep()
    takes_back(pat, "ask", "p1")
    keep()
    for effects in steps:
        records.keep(effects)
    everything = repr([row.say for row in records.outbox.values()]) + repr(records.messages)
    assert "1234" not in everything
    assert "My card" not in everything
    again = Scene(scene.agreed, ledger=records.ledger(), now=scene.now)
    pat = again.patron("pat")
    assert pat.session.lines[0].retracted
    takes_back(pat, "ask", "p1")
    assert again.effects == []


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("> my card\n> is 7", "my card\nis 7", "> …\n> …"),
        ("👍 to “my card is 7”", "my  card\nis 7", "👍 to “…”"),
        ("Hello", "", "Hello"),
        ("“" + "a" * 59 + "…”", "a" * 90, "“……”"),
    ],
)
def test_words_are_taken_out_of_what_repeats_them(text: str, words: str, rest: str) -> None:
    assert without(text, words) == rest
