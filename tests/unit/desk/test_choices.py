"""What the desk's words offer stands beside them too, so that a page can make buttons of it."""

from dataclasses import replace

import pytest

from imref.config.wording import wording
from imref.desk import phrases
from imref.desk.effects import Say
from imref.desk.events import FaqFound
from imref.desk.night.faq import Page
from imref.desk.phrases import CHOICE_PREFIX, PHRASES, WORD_PREFIX
from imref.desk.talk.choices import OFFERS, enclosing

from .scene import Librarian, Scene, agreement, desk, week

OURS = wording("en", {})


def values(say: Say) -> list[str]:
    return [choice.value for choice in say.enclosed.choices] if say.enclosed else []


def test_every_command_that_a_sentence_names_has_a_button() -> None:
    named = {
        word
        for phrase in PHRASES.values()
        if not phrase.key.startswith("about_")
        for word in phrases_words(phrase.text)
    }
    assert {CHOICE_PREFIX + word for word in named} <= PHRASES.keys()


def phrases_words(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{" + WORD_PREFIX)[1:]]


def test_what_is_offered_is_understood() -> None:
    for language in ("en", "de", "es", "fr"):
        for phrase, offered in OFFERS.items():
            enclosed = enclosing(OURS, phrase(**gaps(phrase.text)), language)
            assert enclosed is not None
            understood = [OURS.understand(choice.value) for choice in enclosed.choices]
            assert understood == list(offered)


def gaps(text: str) -> dict[str, str]:
    parts = [part.partition("}")[0] for part in text.split("{")[1:]]
    return {part: "…" for part in parts if not part.startswith(WORD_PREFIX)}


def test_the_place_in_line_goes_along(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    pat, quinn = scene.patron("pat"), scene.patron("quinn")
    pat.says("Where is the map?")
    first = pat.was_told(phrases.RECEIVED)
    assert first.enclosed is not None
    assert first.enclosed.place == 1
    quinn.says("And where am I?")
    second = quinn.was_told(phrases.RECEIVED)
    assert second.enclosed is not None
    assert second.enclosed.place == 2
    assert ana.was_told(phrases.OFFER).enclosed is None
    ana.replies("In the map room.", to=pat)
    moved = quinn.was_told(phrases.PLACE_NEXT)
    assert moved.enclosed is not None
    assert moved.enclosed.place == 1


@pytest.fixture
def alone() -> Scene:
    """Nobody is on duty, and everything can be said in German."""
    return Scene(replace(agreement(), wording=OURS), on_duty=())


def test_choices_are_in_the_language_of_the_reader(alone: Scene) -> None:
    pat = alone.patron("pat")
    pat.says("Wo ist die Karte?", language="de")
    alone.passes(60)
    (told,) = pat.told
    assert told.enclosed is not None
    assert values(told) == ["warten", "behalten", "tschüss"]
    assert told.enclosed.choices[1].label == "Frage hier lassen"
    assert told.enclosed.place == 1


def test_who_would_rather_wait_waits(alone: Scene) -> None:
    pat = alone.patron("pat")
    pat.says("Where is the map?")
    alone.passes(60)
    assert values(pat.was_told(phrases.STILL_NOBODY)) == ["wait", "keep", "bye"]
    pat.says("wait")
    pat.was_told(phrases.WAITS_ON)
    assert [line.body for line in pat.session.lines] == ["Where is the map?"]


def test_at_night_they_choose_between_help_pages() -> None:
    pages = {slug: Page(slug, slug.capitalize(), "…", (), ()) for slug in ("maps", "hours")}
    closed = desk("ask", ("ana",), hours=week("sun", "9:00-10:00"))
    scene = Scene(agreement(closed, pages=pages), on_duty=())
    pat = scene.patron("pat")
    pat.says("Where is the map?")
    scene.happens(FaqFound(pat.session.number, tuple(pages.values())))
    (told,) = pat.told
    assert values(told) == ["keep", "cancel", "1", "2"]
    pat.says("1")
    assert values(pat.told[0]) == ["yes", "no"]
    pat.says("no")
    pat.was_told(phrases.KEPT_WISHED)
