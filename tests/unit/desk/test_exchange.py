"""Corrections, answers to a message, reactions and markers, in both directions."""

import pytest

from imref.desk import phrases
from imref.desk.effects import Effect, KeepMessage, KeepTurn
from imref.desk.errands import AskFeatures
from imref.desk.model import Moment
from imref.desk.roster.devices import DEVICES_HELD, Feature
from imref.desk.talk.conversation import LINES_HELD
from imref.desk.talk.enclosure import Enclosure

from .gestures import ALL, can, gesture, looks_at, marks, only, reacts
from .records import Records
from .scene import Librarian, PatronAt, Scene, address_of


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana, who has read one line of theirs as such."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat, id="a1")
    pat.says("The one of 1932", id="p2")
    return pat


# Who speaks.


def test_a_librarian_s_words_carry_their_screen_name_and_the_desk_s_own_none(
    served: PatronAt, ana: Librarian
) -> None:
    ana.replies("In the map room.", to=served)
    assert gesture(served.was_told("In the map room.")) == Enclosure(nick="Ana")
    ana.replies("!close", to=served)
    own = served.was_told(phrases.CLOSED_BY_STAFF)
    assert own.enclosed is None or not own.enclosed.nick


# Corrections.


def test_a_correction_of_what_was_only_recounted_says_that_it_is_one(
    pat: PatronAt, ana: Librarian
) -> None:
    question = pat.says("Where is the mop?")  # Ana read it in an offer
    ana.replies("Which one?", to=pat)
    pat.says("Where is the map?", replaces=question)
    told = ana.was_told("Where is the map?")
    assert (told.body, told.replaces) == ("Correction: Where is the map?", "")


def test_a_correction_reaches_an_old_client_in_words(served: PatronAt, ana: Librarian) -> None:
    can(ana, *ALL - {Feature.CORRECTIONS})
    ana.replies("Hm", to=served)  # from her phone, which is asked then
    can(ana, *ALL - {Feature.CORRECTIONS})
    served.says("The one of 1923", replaces="p2")
    told = ana.was_told("1923")
    assert (told.body, told.replaces) == ("Correction: The one of 1923", "")


def test_one_old_device_among_several_is_enough(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.shows("available", device="tablet")
    can(ana, *ALL, device="tablet")
    can(ana, device="phone")
    served.says("The one of 1923", replaces="p2")
    assert ana.was_told("1923").replaces == ""
    ana.shows("unavailable", device="phone")
    served.says("The one of 1923!", replaces="p2")
    assert ana.was_told("1923").replaces == "p2"


def test_the_words_of_an_old_client_are_in_the_reader_s_language(
    scene: Scene, ana: Librarian
) -> None:
    kim = scene.patron("kim")
    kim.says("Wo ist die Karte?", language="de")
    answer = ana.replies("In the mop room", to=kim)
    can(kim)
    ana.replies("In the map room", to=kim, replaces=answer)
    assert kim.was_told("In the map room").body == "Correction: In the map room"


def test_a_correction_of_a_correction_names_the_first(served: PatronAt, ana: Librarian) -> None:
    second = served.says("The one of 1923", replaces="p2")
    served.says("The one of 1823", replaces=second)
    assert ana.was_told("1823").replaces == "p2"


def test_the_former_owner_corrects_nothing(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ana.replies("Which of them?", to=served, replaces="a1")
    served.was_told_nothing()
    ana.was_told(phrases.NOT_RELAYED_PASSED)
    ben.replies("Hello", to=served)
    ana.replies("Which of the two?", to=served, replaces="a1")
    served.was_told_nothing()
    assert scene.of_kind(KeepMessage) == []


def test_nobody_corrects_another_s_words(served: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.replies("In the map room.", to=served, id="1")
    ana.replies("!transfer ben", to=served)
    ben.replies("!take", to=served, id="1")  # both clients count from 1
    ben.replies("Hello, I am Ben.", to=served, id="2", replaces="1")
    assert served.was_told("I am Ben").replaces == ""
    served.says("No!", replaces="a1")
    assert ben.was_told("No!").replaces == ""


def test_a_correction_of_what_memory_has_let_go_is_a_message(
    served: PatronAt, ana: Librarian
) -> None:
    for number in range(2 * LINES_HELD):
        ana.replies(f"Line {number}", to=served)
    ana.replies("Which of them?", to=served, replaces="a1")
    told = served.was_told("Which of them?")
    assert (told.body, told.replaces) == ("Which of them?", "")


def test_whoever_takes_over_reads_words_as_they_were_corrected(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    served.says("The one of 1923", replaces="p2")
    ana.replies("!transfer ben", to=served)
    recap = ben.was_told(phrases.OFFER_PASSED).body
    assert recap.count("The one of") == 1
    assert "The one of 1923" in recap


def test_after_a_transfer_a_correction_is_told_in_words(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served)
    served.says("The one of 1923", replaces="p2")
    assert ben.was_told("1923").body == "Correction: The one of 1923"
    served.was_not_told("1923")


def test_a_command_that_is_corrected_is_not_done_twice(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    first = ana.replies("!limit 3", to=served)
    ana.replies("!limit 4", to=served, replaces=first)
    ana.was_told(phrases.COMMAND_STANDS)
    assert scene.room.duties["ana"].limit == 3


def test_a_mistyped_command_is_done_once_corrected(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    typo = ana.replies("!limti 3", to=served)
    ana.replies("!limit 3", to=served, replaces=typo)
    assert scene.room.duties["ana"].limit == 3
    ana.replies("!limit 4", to=served, replaces=typo)
    ana.was_told(phrases.COMMAND_STANDS)
    assert scene.room.duties["ana"].limit == 3


def test_a_note_that_is_corrected_stays_in_the_house(served: PatronAt, ana: Librarian) -> None:
    note = ana.replies("!note he is cross", to=served)
    ana.replies("!note she is cross", to=served, replaces=note)
    served.was_told_nothing()
    ana.replies("Hello again", to=served, replaces=note)
    assert served.was_told("Hello again").replaces == ""


# Answers to a message.


def test_an_answer_names_what_it_answers_and_quotes_it(served: PatronAt, ana: Librarian) -> None:
    ana.replies("That one is in the map room.", to=served, reply="p2")
    told = served.was_told("map room")
    assert told.body == "> The one of 1932\nThat one is in the map room."
    assert gesture(told) == Enclosure(nick="Ana", reply="p2", quoted=18)
    served.says("Thank you, that one!", reply="a1")
    assert gesture(ana.was_told("that one!")) == Enclosure(reply="a1", quoted=13)


def test_the_quotation_is_ours_and_not_the_client_s(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!note owes us three books", to=served)
    ana.replies("!transfer ben", to=served)
    recap = ben.was_told(phrases.OFFER_PASSED)
    assert "three books" in recap.body
    quote = "".join(f"> {line}\n" for line in recap.body.splitlines())
    ben.replies(f"{quote}Hello!", to=served, reply=recap.id, quoted=len(quote))
    told = served.was_told("Hello!")
    assert (told.body, told.enclosed) == ("Hello!", Enclosure(nick="Ben"))


def test_words_that_are_all_quotation_are_taken_as_they_stand(
    served: PatronAt, ana: Librarian
) -> None:
    served.says("> Which one?", reply="a1", quoted=12)
    ana.was_told("> Which one?")


def test_a_command_in_an_answer_is_a_command(served: PatronAt, ana: Librarian) -> None:
    ana.replies("> The one of 1932\n!close", to=served, reply="p2", quoted=18)
    served.was_told(phrases.CLOSED_BY_STAFF)


def test_whoever_took_over_reads_the_quotation_and_no_id(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served)
    served.says("The blue one", reply="a1")
    told = ben.was_told("The blue one")
    assert (told.body, told.enclosed) == ("> Which one?\nThe blue one", None)


def test_a_long_message_is_quoted_with_its_beginning(served: PatronAt, ana: Librarian) -> None:
    long = served.says("one\ntwo\nthree\nfour " + "x" * 300)
    ana.replies("I see.", to=served, reply=long)
    assert served.was_told("I see.").body == "> one\n> two\n> three\n> …\nI see."


def test_an_answer_to_one_s_own_words_names_them(served: PatronAt, ana: Librarian) -> None:
    served.says("I mean this one", reply="p2")
    assert gesture(ana.was_told("I mean this one")).reply == "p2"


def test_links_and_unstyled_words_pass_as_they_are(served: PatronAt, ana: Librarian) -> None:
    url = "https://library.example/map.png"
    ana.replies(url, to=served, url=url)
    assert gesture(served.was_told(url)) == Enclosure(nick="Ana", url=url)
    served.says("*not bold*", unstyled=True)
    assert gesture(ana.was_told("*not bold*")) == Enclosure(unstyled=True)


# Reactions.


def reactions(say: object) -> tuple[str, tuple[str, ...], bool, str]:
    """What a message reacts to, with what, whether words stand in, and the words."""
    enclosed = gesture(say)  # type: ignore[arg-type]
    return enclosed.reaction_to, enclosed.reactions, enclosed.fallback, say.body  # type: ignore[attr-defined]


def test_reactions_go_both_ways_with_words_for_clients_of_which_nothing_is_known(
    served: PatronAt, ana: Librarian
) -> None:
    reacts(served, "ask", "a1", "👍")
    assert reactions(only(ana)) == ("a1", ("👍",), True, "👍 to “Which one?”")
    reacts(ana, served.alias, "p2", "🎉", "👍")
    assert reactions(only(served)) == ("p2", ("🎉", "👍"), True, "🎉 👍 to “The one of 1932”")
    assert gesture(only(served)).nick == "Ana"


def test_clients_that_show_reactions_need_no_words(served: PatronAt, ana: Librarian) -> None:
    ana.shows("available", device="phone")
    can(ana, *ALL, device="pc")
    can(ana, *ALL, device="phone")
    reacts(served, "ask", "a1", "👍")
    assert reactions(only(ana)) == ("a1", ("👍",), False, "")


def test_clients_that_show_none_read_words(served: PatronAt, ana: Librarian) -> None:
    can(served, *ALL - {Feature.REACTIONS})
    reacts(ana, served.alias, "p2", "👍")
    told = only(served)
    assert (told.body, told.enclosed) == ("👍 to “The one of 1932”", Enclosure(nick="Ana"))
    reacts(ana, served.alias, "p2")
    assert only(served).body == "No more reaction to “The one of 1932”"


def test_the_whole_set_replaces_the_former_one(served: PatronAt, ana: Librarian) -> None:
    reacts(served, "ask", "a1", "👍")
    reacts(served, "ask", "a1", "👍", "🎉")
    assert gesture(only(ana)).reactions == ("👍", "🎉")
    reacts(served, "ask", "a1", "👍", "🎉")
    ana.was_told_nothing()
    reacts(served, "ask", "a1")
    assert gesture(only(ana)).reactions == ()


def test_an_id_is_mapped_to_what_its_author_calls_it(served: PatronAt, ana: Librarian) -> None:
    served.says("Hello?", id="1")
    served.says("The one of the harbour", id="1")
    relayed = ana.was_told("harbour").id
    reacts(ana, served.alias, relayed, "👍")
    assert gesture(only(served)).reaction_to == "1"


def test_a_reaction_to_what_was_only_recounted_is_told_in_words(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!transfer ben", to=served)
    ben.replies("Hello", to=served, id="b1")
    reacts(served, "ask", "a1", "👍")
    assert (only(ben).body, only(ben).enclosed) == ("👍 to “Which one?”", None)
    ana.was_told_nothing()
    reacts(served, "ask", "b1", "👍")
    assert gesture(only(ben)).reaction_to == "b1"


def test_a_reaction_is_no_answer_and_claims_nothing(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    question = pat.says("Where is the map?")
    for stanza in (question, ana.was_told(phrases.OFFER).id):
        reacts(ana, pat.alias, stanza, "👍")
        pat.was_told_nothing()
    assert pat.owner == ""
    ana.replies("Which one?", to=pat, id="a1")
    spoke = pat.session.patron_spoke
    reacts(pat, "ask", "a1", "👍")
    assert pat.session.patron_spoke == spoke
    reacts(ben, pat.alias, question, "👎")
    pat.was_told_nothing()


def test_a_thumb_after_the_end_reaches_who_had_them_and_opens_nothing(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!close", to=served)
    reacts(served, "ask", "a1", "👍")
    assert gesture(only(ana)).reaction_to == "a1"
    assert not served.session.open
    ben.was_told_nothing()


def test_a_guest_s_reaction_is_told_with_their_name(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.replies("!invite ben", to=served)
    more = served.says("In colour")
    reacts(ben, served.alias, more, "👍")
    told = only(served)
    assert (told.body, told.enclosed) == ("Ben: 👍 to “In colour”", Enclosure(nick="Ben"))
    guest = ben.replies("Blue, mostly", to=served)
    reacts(served, "ask", guest, "👍")
    assert gesture(only(ben)).reaction_to == guest
    assert only(ana).enclosed is None


def test_a_reaction_is_kept_in_the_history(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    reacts(served, "ask", "a1", "👍", "🎉")
    (kept,) = scene.of_kind(KeepTurn)
    assert (kept.turn.what, kept.turn.staff, kept.turn.detail) == (Moment.REACTED, "", "👍 🎉")
    reacts(ana, served.alias, "p2", "👍")
    (kept,) = scene.of_kind(KeepTurn)
    assert kept.turn.staff == "ana"


@pytest.mark.parametrize("stanza", ["", "never sent", "im-1", "x" * 5000])
def test_reactions_to_nothing_are_nothing(
    scene: Scene, served: PatronAt, ana: Librarian, stanza: str
) -> None:
    reacts(served, "ask", stanza, "👍")
    assert scene.effects == []
    reacts(ana, served.alias, stanza, "👍")
    assert scene.effects == []


def test_strangers_and_notes_have_no_part_in_it(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    note = ana.replies("!note he is cross", to=served)
    quinn = scene.patron("quinn")
    for who, window, stanza in (
        (quinn, "ask", "a1"),
        (quinn, served.alias, "p2"),
        (ben, served.alias, "p2"),
        (ana, served.alias, note),
        (served, "ask", f"note-ana-{note}"),
    ):
        reacts(who, window, stanza, "👍")
        assert scene.effects == []


def test_a_flood_of_reactions_is_dammed(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    told = 0
    for number in range(100):
        reacts(served, "ask", "a1", *("👍" * (number % 2)))
        scene.now -= 1
        told += len(ana.told)
    assert told < 40


# Markers.


def test_what_was_looked_at_is_shown_to_its_author(served: PatronAt, ana: Librarian) -> None:
    looks_at(ana, served.alias, "p2")
    assert marks(served) == [("ask", "p2")]
    looks_at(served, "ask", "a1")
    assert marks(ana) == [(served.alias, "a1")]


def test_what_was_looked_at_has_arrived(served: PatronAt, ana: Librarian) -> None:
    answer = ana.replies("In the map room.", to=served)
    looks_at(served, "ask", answer)
    assert ana.got_receipt(answer)
    assert marks(ana) == [(served.alias, answer)]


def test_only_who_serves_the_patron_is_seen_reading(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    looks_at(ben, served.alias, "p2")
    assert scene.effects == []
    ana.replies("!invite ben", to=served)
    more = served.says("In colour")
    looks_at(ben, served.alias, more)
    assert scene.effects == []
    ana.replies("!transfer ben", to=served)
    looks_at(ana, served.alias, more)
    assert scene.effects == []


def test_markers_are_spared_those_whose_client_has_none(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    can(served, *ALL - {Feature.MARKERS})
    looks_at(ana, served.alias, "p2")
    assert scene.effects == []


@pytest.mark.parametrize("stanza", ["", "never sent", "im-3"])
def test_markers_for_nothing_are_nothing(
    scene: Scene, served: PatronAt, ana: Librarian, stanza: str
) -> None:
    looks_at(served, "ask", stanza)
    looks_at(ana, served.alias, stanza)
    assert scene.effects == []


# Right after a restart.


def restarted(scene: Scene, records: Records) -> Scene:
    """The same desk, from what was kept."""
    return Scene(scene.agreed, ledger=records.ledger(), now=scene.now)


def test_ids_are_mapped_after_a_restart(scene: Scene) -> None:
    records = Records()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    steps: list[list[Effect]] = []
    pat.says("Where is the map?", id="p1")
    steps.append(scene.effects)
    ana.replies("Which one?", to=pat, id="a1")
    steps.append(scene.effects)
    pat.says("The one of 1932", id="p2")
    steps.append(scene.effects)
    for effects in steps:
        records.keep(effects)
    again = restarted(scene, records)
    pat, ana = again.patron("pat"), again.staff("ana")
    reacts(pat, "ask", "a1", "👍")
    assert gesture(only(ana)).reaction_to == "a1"
    reacts(ana, pat.alias, "p2", "👍")
    assert gesture(only(pat)).reaction_to == "p2"
    pat.says("Where is the mop?", replaces="p1")  # read in an offer alone
    assert ana.was_told("mop").body == "Correction: Where is the mop?"
    pat.says("The one of 1923", replaces="p2")
    assert ana.was_told("1923").replaces == "p2"
    looks_at(pat, "ask", "a1")
    assert marks(ana) == [(pat.alias, "a1")]


# Getting to know devices.


def asked(scene: Scene) -> list[tuple[str, str, str, str]]:
    """Which devices the last step asks what they can do."""
    return [
        (each.sender, each.address, each.resource, each.caps) for each in scene.of_kind(AskFeatures)
    ]


def test_a_device_is_asked_once(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    assert asked(scene) == [("ask", pat.address, "phone", "")]
    pat.says("Anybody?")
    assert asked(scene) == []
    pat.says("From my desk", device="pc")
    assert asked(scene) == [("ask", pat.address, "pc", "")]
    ana.shows("available", device="tablet")
    assert asked(scene) == [("ask", address_of("ana"), "tablet", "")]
    ana.shows("away", device="tablet")
    assert asked(scene) == []


def test_after_a_lost_link_nothing_is_known(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    can(served, *ALL - {Feature.CORRECTIONS})
    scene.link_is_lost()
    scene.link_is_back()
    ana.shows("available")
    ana.replies("Which of them?", to=served, replaces="a1")
    assert served.was_told("Which of them?").replaces == "a1"


def test_of_many_devices_the_last_are_remembered(scene: Scene, served: PatronAt) -> None:
    for number in range(2 * DEVICES_HELD):
        served.says(f"line {number}", device=f"d{number}")
    can(served, device="d0")  # long gone
    assert scene.room.devices.can(served.address, Feature.MARKERS) is None
