"""Every sentence: its gaps are filled, and it is one that a person can read."""

import re

import pytest

from imref.desk.phrases import PHRASES, Phrase, age, snippet
from imref.desk.wording import Wording


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_a_phrase_fills_its_gaps(phrase: Phrase) -> None:
    gaps = re.findall(r"{(\w+)}", phrase.text)
    assert "{" not in Wording().render(phrase(**dict.fromkeys(gaps, "x")))


AT_LEISURE = ("on paper", "on the page of what is kept", "the table of the week")


@pytest.mark.parametrize("phrase", PHRASES.values(), ids=PHRASES)
def test_a_phrase_says_who_reads_it(phrase: Phrase) -> None:
    assert phrase.about.endswith(".")
    read_at_leisure = any(place in phrase.about for place in AT_LEISURE)
    assert len(phrase.text) < (400 if read_at_leisure else 200)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "a moment"),
        (1.9, "a moment"),
        (2, "2 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
    ],
)
def test_an_age_reads_as_people_say_it(seconds: float, words: str) -> None:
    assert Wording().render(age(seconds)) == words


def test_a_snippet_is_one_short_line() -> None:
    assert snippet("two\n lines") == "two lines"
    assert snippet("x" * 61) == "x" * 59 + "…"
