"""Every sentence is there in every language, with the gaps, commands and marks that it needs."""

import re
import string
from collections import Counter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from imref.catalogues import updated
from imref.config.catalogues import files
from imref.config.wording import gaps
from imref.desk import phrases
from imref.desk.commands import STAFF
from imref.desk.outcomes import LABELS
from imref.desk.phrases import PHRASES, WORD_PREFIX, Phrase, in_order

TRANSLATED = sorted(files())
COMMAND = re.compile(r"(?<!\w)!(\w+)")
EVERY = [
    pytest.param(language, phrase, id=f"{language}-{phrase.key}")
    for language in TRANSLATED
    for phrase in in_order()
]


@pytest.fixture(scope="module")
def read() -> dict[str, Catalog]:
    """Each catalogue as the translators' tools read it."""
    found = {}
    for language, file in files().items():
        with file.open("rb") as stream:
            found[language] = read_po(stream)
    return found


def message(read: dict[str, Catalog], language: str, phrase: Phrase) -> Message:
    found = read[language].get(phrase.text, context=phrase.key)
    assert found is not None, f"run python -m imref.catalogues: {phrase.key} is new"
    return found


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_up_to_date(language: str, read: dict[str, Catalog]) -> None:
    file = files()[language]
    assert file.read_text(encoding="utf-8") == updated(file)
    assert not read[language].obsolete


@pytest.mark.parametrize(("language", "phrase"), EVERY)
def test_a_phrase_is_translated(language: str, phrase: Phrase, read: dict[str, Catalog]) -> None:
    found = message(read, language, phrase)
    assert not found.fuzzy
    assert all(forms(found.string))
    assert len(forms(found.string)) == (read[language].num_plurals if phrase.plural else 1)
    assert all("\n" not in text or "\n" in phrase.text for text in forms(found.string))


@pytest.mark.parametrize(("language", "phrase"), EVERY)
def test_a_translation_has_the_gaps_of_the_original(
    language: str, phrase: Phrase, read: dict[str, Catalog]
) -> None:
    either = gaps(phrase.text) | gaps(phrase.plural)
    both = gaps(phrase.text) & gaps(phrase.plural or phrase.text)
    for text in forms(message(read, language, phrase).string):
        assert both <= gaps(text) <= either


@pytest.mark.parametrize(("language", "phrase"), EVERY)
def test_a_translation_names_the_same_commands(
    language: str, phrase: Phrase, read: dict[str, Catalog]
) -> None:
    meant = COMMAND.findall(phrase.text)
    assert {*meant} <= {*STAFF}
    for text in forms(message(read, language, phrase).string):
        assert Counter(COMMAND.findall(text)) == Counter(meant)


@pytest.mark.parametrize("phrase", in_order(), ids=lambda phrase: phrase.key)
def test_a_sentence_tells_no_english_word_of_a_command(phrase: Phrase) -> None:
    """Such a word stands in a gap, so that each language names its own: ``{word_bye}``."""
    assert not re.search(r"\b[Ww]rite “?[a-z]+”? (to|if|for|and)\b", phrase.text)
    assert {gap for gap in gaps(phrase.text) if gap.startswith(WORD_PREFIX)} <= {*PHRASES}


@pytest.mark.parametrize("phrase", in_order(), ids=lambda phrase: phrase.key)
def test_french_keeps_its_marks_with_their_words(phrase: Phrase, read: dict[str, Catalog]) -> None:
    for text in forms(message(read, "fr", phrase).string):
        shown = re.sub(r"'[^']*'", "", text)
        assert not re.search(r"(?<![\u202f\d])[?;:»]|(?<=[\w»}]) ?!(?!\w)|«(?!\u202f)|'", shown)


@pytest.mark.parametrize("phrase", in_order(), ids=lambda phrase: phrase.key)
def test_spanish_opens_what_it_closes(phrase: Phrase, read: dict[str, Catalog]) -> None:
    for text in forms(message(read, "es", phrase).string):
        assert text.count("¿") == text.count("?")
        assert not set(text) & {"“", "”", '"'}


@pytest.mark.parametrize("phrase", in_order(), ids=lambda phrase: phrase.key)
def test_german_quotes_as_germans_do(phrase: Phrase, read: dict[str, Catalog]) -> None:
    for text in forms(message(read, "de", phrase).string):
        assert text.count("„") == text.count("“")
        assert not set(text) & {"”", '"', "’"}
        # What a patron says to us may be as familiar as they like.
        familiar = re.search(r"\b(du|dir|dich|dein\w*)\b", text)
        assert not familiar or phrase.key == "courtesies_around"


def test_a_pattern_of_a_date_has_letters_of_its_own_in_quotes(read: dict[str, Catalog]) -> None:
    for language in TRANSLATED:
        for phrase in (phrases.TIME_OF_DAY, phrases.DATE_OF_YEAR):
            text = forms(message(read, language, phrase).string)[0]
            letters = set(re.sub(r"'[^']*'", "", text)) & {*string.ascii_letters}
            assert letters <= set("HhmaEdM")


@pytest.mark.parametrize("language", TRANSLATED)
def test_an_outcome_is_one_word_that_can_be_typed(language: str, read: dict[str, Catalog]) -> None:
    for phrase in LABELS.values():
        assert len(forms(message(read, language, phrase).string)[0].split()) == 1
