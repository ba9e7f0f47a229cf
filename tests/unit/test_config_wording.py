"""A library chooses its language, and says things in its own words."""

from pathlib import Path

import pytest

from imref.config import inspect, read
from imref.desk import phrases

GOOD = """\
component: {domain: ref.library.example, secret: open sesame}
database: imref.sqlite
desks:
  ask: {title: Ask a librarian, tiers: [[ana, ben]]}
staff:
  ana: {address: ana@library.example}
  ben: {address: ben@library.example, limit: 3}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    return file


def written(file: Path, more: str) -> Path:
    file.write_text(GOOD + more, encoding="utf-8")
    return file


def test_a_sentence_of_its_own(file: Path) -> None:
    more = """\
phrases:
  closed: Thanks a lot!
  declined: {en: Noted., De: Notiert.}
"""
    wording = read(written(file, more)).agreement().wording
    assert wording.render(phrases.CLOSED()) == "Thanks a lot!"
    assert wording.render(phrases.CLOSED(), "de") == "Thanks a lot!"
    assert wording.render(phrases.DECLINED()) == "Noted."
    assert wording.own["de"] == {"declined": "Notiert."}
    assert wording.render(phrases.NOTE_KEPT()) == phrases.NOTE_KEPT.text


def test_the_language_of_a_librarian(file: Path) -> None:
    text = GOOD.replace("limit: 3}", "limit: 3, language: EN}")
    file.write_text(text, encoding="utf-8")
    staff = read(file).agreement().staff
    assert staff["ben@library.example"].language == "en"
    assert staff["ana@library.example"].language == ""


def test_languages_that_are_doubted(file: Path) -> None:
    agreement = read(written(file, "language: de\ndoubted_languages: [en]\n")).agreement()
    assert agreement.wording.marked("en") == ""


def test_the_language_of_the_library(file: Path) -> None:
    agreement = read(written(file, "language: en_US\n")).agreement()
    assert agreement.language == agreement.wording.default == "en-us"
    assert read(written(file, "")).agreement().language == "en"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("phrases: {recieved: x}", '.recieved: there is no such phrase; did you mean "received"?'),
        ("phrases: {zzz: x}", ".zzz: there is no such phrase; docs/phrases.md lists them"),
        ("phrases: {closed: ''}", ".closed: must not be empty"),
        ("phrases: {closed: [a]}", ".closed: must be text, or a section of languages and texts"),
        ("phrases: {closed: {en: 3}}", ".closed.en: must be text; put it in quotes"),
        ("phrases: {closed: {xx: x}}", ".closed.xx: is not a language of imref"),
        (
            "phrases: {closed: 'Bye {name}'}",
            ".closed: has {name}, which is not filled in here; there are none",
        ),
        (
            "phrases: {joined: 'Hello {nmae}'}",
            ".joined: has {nmae}, which is not filled in here; there are {name}",
        ),
        ("phrases: {joined: Hello}", ".joined: leaves out {name}, which people need to read"),
        ("phrases: {joined: 'Hello {'}", ".joined: has a brace that belongs to no gap"),
        ("phrases: {joined: 'Hello {name.upper}'}", ".joined: has a brace that belongs to no gap"),
        ("phrases: {joined: 'Hello {0}'}", ".joined: has a brace that belongs to no gap"),
        ("phrases: {joined: 'Hello {name!r}'}", ".joined: has a brace that belongs to no gap"),
        ("phrases: [a]", ": must be a section of keys and values, not a list"),
    ],
)
def test_a_mistake_in_a_sentence_is_named(file: Path, more: str, problem: str) -> None:
    [found] = inspect(written(file, more))[1]
    line = GOOD.count("\n") + 1
    assert str(found).startswith(f"{file}:{line}: phrases{problem}")


@pytest.mark.parametrize("text", ["{count} wait, for {age}", "Some wait, for {age}"])
def test_a_count_need_not_be_told(file: Path, text: str) -> None:
    assert inspect(written(file, f"phrases: {{arrived: '{text}'}}"))[1] == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("limit: 3}", "limit: 3, language: nl}", "staff.ben.language"),
        ("database:", "language: x-y\ndatabase:", "language"),
    ],
)
def test_a_language_that_is_not_spoken_is_named(file: Path, old: str, new: str, key: str) -> None:
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    [found] = inspect(file)[1]
    assert f": {key}: " in str(found)
    assert "is not spoken here; there are en" in str(found)
