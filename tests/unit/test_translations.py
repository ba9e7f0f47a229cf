"""Every sentence is there in every language, with the gaps, commands and marks that it needs."""

import re
import string
from collections import Counter
from collections.abc import Callable

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from imref.catalogues import updated
from imref.config.catalogues import files
from imref.config.wording import gaps
from imref.desk import phrases
from imref.desk.commands import STAFF
from imref.desk.phrases import PHRASES, WORD_PREFIX, Phrase, in_order
from imref.desk.session.outcomes import LABELS

TRANSLATED = sorted(files())
COMMAND = re.compile(r"(?<!\w)!(\w+)")


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


def wrong(
    read: dict[str, Catalog], language: str, right: Callable[[Phrase, list[str]], bool]
) -> list[str]:
    """The keys of the phrases whose translation, in all its forms, is not ``right``.

    One test for a language, not one for each of its sentences: those would be 8,000, and a minute.
    """
    return [
        phrase.key
        for phrase in in_order()
        if not right(phrase, forms(message(read, language, phrase).string))
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_phrase_is_translated(language: str, read: dict[str, Catalog]) -> None:
    def right(phrase: Phrase, texts: list[str]) -> bool:
        return (
            not message(read, language, phrase).fuzzy
            and all(texts)
            and len(texts) == (read[language].num_plurals if phrase.plural else 1)
            and all("\n" not in text or "\n" in phrase.text for text in texts)
        )

    assert wrong(read, language, right) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_gaps_of_the_original(
    language: str, read: dict[str, Catalog]
) -> None:
    def right(phrase: Phrase, texts: list[str]) -> bool:
        either = gaps(phrase.text) | gaps(phrase.plural)
        both = gaps(phrase.text) & gaps(phrase.plural or phrase.text)
        return all(both <= gaps(text) <= either for text in texts)

    assert wrong(read, language, right) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_the_same_commands(language: str, read: dict[str, Catalog]) -> None:
    def right(phrase: Phrase, texts: list[str]) -> bool:
        meant = COMMAND.findall(phrase.text)
        return {*meant} <= {*STAFF} and all(
            Counter(COMMAND.findall(text)) == Counter(meant) for text in texts
        )

    assert wrong(read, language, right) == []


def test_no_sentence_tells_an_english_word_of_a_command() -> None:
    """Such a word stands in a gap, so that each language names its own: ``{word_bye}``."""
    told = re.compile(r"\b[Ww]rite “?[a-z]+”? (to|if|for|and)\b")
    assert [phrase.key for phrase in in_order() if told.search(phrase.text)] == []
    named = {gap for phrase in in_order() for gap in gaps(phrase.text)}
    assert {gap for gap in named if gap.startswith(WORD_PREFIX)} <= {*PHRASES}


def test_french_keeps_its_marks_with_their_words(read: dict[str, Catalog]) -> None:
    loose = re.compile(r"(?<![\u202f\d])[?;:»]|(?<=[\w»}]) ?!(?!\w)|«(?!\u202f)|'")

    def right(_: Phrase, texts: list[str]) -> bool:
        return not any(loose.search(re.sub(r"'[^']*'", "", text)) for text in texts)

    assert wrong(read, "fr", right) == []


def test_spanish_opens_what_it_closes(read: dict[str, Catalog]) -> None:
    def right(_: Phrase, texts: list[str]) -> bool:
        return all(
            text.count("¿") == text.count("?") and not set(text) & {"“", "”", '"'} for text in texts
        )

    assert wrong(read, "es", right) == []


def test_german_quotes_as_germans_do(read: dict[str, Catalog]) -> None:
    def right(_: Phrase, texts: list[str]) -> bool:
        return all(
            text.count("„") == text.count("“") and not set(text) & {"”", '"', "’"} for text in texts
        )

    assert wrong(read, "de", right) == []


def test_german_is_polite(read: dict[str, Catalog]) -> None:
    familiar = re.compile(r"\b(du|dir|dich|dein\w*)\b", re.IGNORECASE)

    def right(phrase: Phrase, texts: list[str]) -> bool:
        # What a patron says to us may be as familiar as they like.
        from_patrons = phrase.key == "courtesies_around"
        return from_patrons or not any(familiar.search(text) for text in texts)

    assert wrong(read, "de", right) == []


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
