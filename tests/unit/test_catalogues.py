"""The translators' files are made from the phrases, and say times, counts and commands right."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from imref import catalogues
from imref.catalogues import template, updated
from imref.config.catalogues import FOLDER, files, languages
from imref.config.wording import wording
from imref.desk import phrases
from imref.desk.phrases import PHRASES, WORD_PREFIX, Lapse, Phrase, When

WORDING = wording("en", {})


def test_four_languages_come_with_imref() -> None:
    assert languages() == ["en", "de", "es", "fr"]


def test_the_template_has_every_phrase() -> None:
    assert (FOLDER / "imref.pot").read_text(encoding="utf-8") == template()


@pytest.mark.parametrize("key", [key for key in PHRASES if key.startswith(WORD_PREFIX)])
def test_the_words_of_a_command_mean_it_in_every_language(key: str) -> None:
    command = key.removeprefix(WORD_PREFIX)
    for language in languages():
        text = WORDING.render(PHRASES[key](), language)
        for word in text.split(","):
            assert WORDING.understand(word) == command, f"{word!r} in {language}"


@pytest.mark.parametrize(
    ("language", "today", "monday", "later"),
    [
        ("de", "heute um 18:00 Uhr", "Montag um 9:00 Uhr", "Dienstag, 3. November um 9:05 Uhr"),
        ("es", "hoy a las 18:00", "el lunes a las 9:00", "el martes, 3 de noviembre a las 9:05"),
        ("fr", "aujourd’hui à 18 h 00", "lundi à 9 h 00", "mardi 3 novembre à 9 h 05"),
    ],
)
def test_times_are_told_as_people_tell_them(
    language: str, today: str, monday: str, later: str
) -> None:
    def at(text: str) -> float:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Paris")).timestamp()

    def said(text: str) -> str:
        moment = When(at(text), "Europe/Paris")
        words = WORDING.render(moment, language, at("2026-10-23T15:00"))
        return words.replace("\u202f", " ")

    assert said("2026-10-23T18:00") == today
    assert said("2026-10-26T09:00") == monday
    assert said("2026-11-03T09:05") == later
    assert WORDING.render(Lapse(7500), language).replace("\u202f", " ") == "2 h 5 min"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("de", "Noch eine Frage", "Noch 7 Fragen"),
        ("es", "Hay una pregunta", "Hay 7 preguntas"),
        ("fr", "Une autre question", "7 autres questions"),
    ],
)
def test_a_count_has_its_form(language: str, one: str, many: str) -> None:
    assert WORDING.render(phrases.ARRIVED(count=1, age=""), language).startswith(one)
    assert WORDING.render(phrases.ARRIVED(count=7, age=""), language).startswith(many)


def test_what_changed_in_english_is_to_be_translated_again(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = Phrase("closed", "Closed now.", "Nobody, in tests.")
    monkeypatch.setitem(PHRASES, "closed", changed)
    assert 'msgctxt "closed"\nmsgid "Closed now."\nmsgstr ""' in updated(files()["de"])
    assert '#~ msgid "Closed. Thank you."' in updated(files()["de"])


def test_the_command_writes_the_template_and_keeps_what_is_translated(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("locale")
    german = folder / "imref.po"
    german.write_text(files()["de"].read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    monkeypatch.setattr(catalogues, "files", lambda: {"de": german})
    catalogues.main()
    assert (folder / "imref.pot").read_text(encoding="utf-8") == template()
    assert german.read_text(encoding="utf-8") == files()["de"].read_text(encoding="utf-8")
