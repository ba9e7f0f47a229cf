"""Patrons are answered in the language they write in, staff read their own or the library's."""

from dataclasses import replace
from gettext import NullTranslations

import pytest

from imref.desk import phrases
from imref.desk.effects import KeepPatron, ShowPresence
from imref.desk.wording import Wording

from .scene import Scene, address_of, agreement


class Marked(NullTranslations):
    """A language that says the key of each phrase before it."""

    def pgettext(self, context: str, message: str) -> str:
        if context in ("word_help", "word_thanks"):
            return {"word_help": "hilfe", "word_thanks": "danke"}[context]
        return f"<{context}> " + message


@pytest.fixture
def scene() -> Scene:
    agreed = agreement()
    staff = {
        address: replace(member, language="fr") if member.name == "ben" else member
        for address, member in agreed.staff.items()
    }
    wording = Wording({"de": Marked(), "fr": Marked()})
    return Scene(replace(agreed, staff=staff, wording=wording))


def test_a_patron_is_answered_in_their_language(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Guten Tag", language="de-AT")
    pat.was_told("<received>")
    pat.was_told("<place_next>")
    assert pat.known.language == "de"


def test_a_language_that_we_do_not_speak_gets_the_librarys(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Goedendag", language="nl")
    pat.was_told(phrases.RECEIVED)


def test_the_language_follows_the_patron(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Hello")
    pat.was_told(phrases.RECEIVED)
    pat.says("status", language="de")
    pat.was_told("<patron_waiting>")
    pat.says("status")
    pat.was_told("<patron_waiting>")
    pat.says("status", language="en")
    pat.was_told(phrases.PATRON_WAITING)


def test_a_command_tells_a_language_too(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Hello")
    pat.says("hilfe")
    pat.was_told("<about_patron_status>")
    assert pat.known.language == "de"
    assert [kept.patron.language for kept in scene.of_kind(KeepPatron)] == ["de"]
    pat.says("hilfe")
    assert not scene.of_kind(KeepPatron)


def test_an_answer_tells_no_language(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Hello")
    pat.says("danke")
    assert pat.known.language == ""


def test_what_is_not_taken_changes_no_language(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Hello")
    pat.says("x" * 20_000, language="de")
    pat.was_refused("not-acceptable")
    assert pat.known.language == ""


def test_a_mark_that_is_doubted_tells_nothing_and_a_command_does() -> None:
    wording = Wording({"de": Marked()}, default="de", doubted=frozenset({"en"}))
    scene = Scene(replace(agreement(), wording=wording))
    pat = scene.patron("pat")
    pat.says("Guten Tag", language="en")
    pat.was_told("<received>")
    pat.says("help", language="en")
    pat.was_told(phrases.PATRON_HELP)
    pat.says("status", language="en")
    pat.was_told(phrases.PATRON_WAITING)
    quinn = scene.patron("quinn")
    quinn.says("help", language="en")
    quinn.was_told(phrases.PATRON_HELP)


def test_a_stranger_is_helped_in_their_language(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("help", language="de")
    pat.was_told("<about_patron_status>")


def test_staff_read_their_own_language(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("Guten Tag", language="de")
    scene.staff("ana").was_told(phrases.OFFER)
    assert "> Guten Tag" in scene.staff("ben").was_told("<offer>").body
    ben = scene.staff("ben")
    ben.commands("!help queue")
    ben.was_told("<about_queue>")


def test_a_refusal_is_in_the_language_of_the_message(scene: Scene) -> None:
    pat = scene.patron("pat")
    pat.says("x" * 20_000, language="de")
    assert pat.was_refused("not-acceptable").text.startswith("<too_long>")


def test_a_desk_shows_itself_in_the_language_of_the_reader(scene: Scene) -> None:
    scene.staff("ana").shows("away")
    scene.staff("ben").shows("away")
    shown = {one.recipient: one.status for one in scene.of_kind(ShowPresence)}
    assert shown[address_of("ana")] == phrases.DESK_UNSTAFFED.text
    assert shown[address_of("ben")].startswith("<desk_unstaffed>")
