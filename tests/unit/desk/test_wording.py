"""What is said is said in the reader's language, and in the library's own words."""

from datetime import datetime
from gettext import NullTranslations
from zoneinfo import ZoneInfo

import pytest

from imref.desk import phrases
from imref.desk.phrases import PHRASES, Lapse, Lines, Listed, Phrase, Text, When, Words
from imref.desk.wording import Wording

GERMAN = {
    "received": "Vielen Dank. {place}",
    "place_next": "Sie sind als Nächstes dran.",
    "lapse_minutes": "{minutes} Minuten",
    "when_today": "heute um {time}",
    "when_weekday": "{weekday} um {time}",
    "when_date": "{date} um {time}",
    "date_of_year": "EEEE, d. MMMM",
    "word_bye": "tschüss, ende, à tout à l’heure",
    "word_help": "hilfe",
}


class German(NullTranslations):
    """A small catalogue."""

    def pgettext(self, context: str, message: str) -> str:
        return GERMAN.get(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return f"ein {msgid1}" if n == 1 else f"viele {msgid2}"


WORDING = Wording({"de": German()})
APPLES = Phrase("apples", "one apple", "Nobody, in tests.", "{count} apples")


def moment(text: str, zone: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE_at", "de"),
        ("de-Latn-AT-1996", "de"),
        ("en-GB", "en"),
        ("nl", "en"),
        ("deu", "en"),
        ("", "en"),
        ("-", "en"),
    ],
)
def test_the_nearest_language_is_taken(asked: str, given: str) -> None:
    assert WORDING.language(asked) == given


def test_who_asks_for_none_gets_the_librarys() -> None:
    wording = Wording({"de": German()}, default="de-AT")
    assert wording.language("") == wording.language("nl") == "de"
    assert wording.language("en") == "en"
    assert wording.render(phrases.PLACE_NEXT()) == "Sie sind als Nächstes dran."
    assert wording.render(phrases.PLACE_NEXT(), "en") == "You are first in line."


def test_a_library_whose_language_has_no_catalogue_speaks_english() -> None:
    wording = Wording(default="nl")
    assert wording.language("") == "en"
    assert wording.render(phrases.PLACE_NEXT()) == "You are first in line."


def test_what_fills_a_gap_is_in_the_same_language() -> None:
    words = phrases.RECEIVED(desk="Fragen", place=phrases.PLACE_NEXT())
    assert WORDING.render(words, "de") == "Vielen Dank. Sie sind als Nächstes dran."
    assert WORDING.render(words, "de-AT") == WORDING.render(words, "de")
    assert WORDING.render(words).endswith("You are first in line.")


def test_what_is_not_translated_is_said_in_english() -> None:
    assert WORDING.render(phrases.CLOSED(), "de") == phrases.CLOSED.text


def test_peoples_own_words_are_said_as_they_are() -> None:
    assert WORDING.render("{name}", "de") == "{name}"
    note = phrases.NOTE_FROM(name="Ana", text="a {gap}")
    assert WORDING.render(note).endswith("a {gap}")


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [(1, "one apple", "ein one apple"), (3, "3 apples", "viele 3 apples")],
)
def test_a_count_chooses_the_form(count: int, english: str, german: str) -> None:
    assert WORDING.render(APPLES(count=count)) == english
    assert WORDING.render(APPLES(count=count), "de") == german


def test_the_librarys_own_words_go_first() -> None:
    own = {"": {"closed": "Thanks!", "apples": "fruit"}, "de": {"closed": "Danke!"}}
    wording = Wording({"de": German()}, own)
    assert wording.render(phrases.CLOSED()) == "Thanks!"
    assert wording.render(phrases.CLOSED(), "de") == "Danke!"
    assert wording.render(APPLES(count=3)) == wording.render(APPLES(count=1)) == "fruit"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (Lapse(180), "3 min"),
        (Lapse(23 * 3600), "23 h"),
        (Lapse(24 * 3600), "1 day"),
        (Lapse(39 * 3600 + 60), "1 day 15 h"),
        (Lapse(100 * 3600), "4 days"),
        (Listed(("Ana",)), "Ana"),
        (Listed(("Ana", "Ben", "Cleo")), "Ana, Ben and Cleo"),
        (Listed(("Ana", phrases.PLACE_NEXT()), "or"), "Ana or You are first in line."),
        (Lines(("one", phrases.PLACE_NEXT())), "one\nYou are first in line."),
    ],
)
def test_other_things_than_phrases_are_said_too(text: Text, english: str) -> None:
    assert WORDING.render(text) == english


def test_an_american_library_lists_as_americans_do() -> None:
    listed = Listed(("Ana", "Ben", "Cleo"))
    assert Wording(default="en-US").render(listed) == "Ana, Ben, and Cleo"
    assert WORDING.render(listed, "de") == "Ana, Ben und Cleo"


NOW = "2026-10-23T15:00:00"  # a Friday; in Berlin summer time ends on the 25th


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-10-23T18:00:00", "today at 18:00"),
        ("2026-10-24T09:00:00", "tomorrow at 9:00"),
        ("2026-10-22T23:59:00", "yesterday at 23:59"),
        ("2026-10-26T09:00:00", "Monday at 9:00"),
        ("2026-10-29T09:05:00", "Thursday at 9:05"),
        ("2026-10-30T09:00:00", "Friday, 30 October at 9:00"),
        ("2026-10-19T09:00:00", "Monday, 19 October at 9:00"),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Auckland"])
def test_a_moment_is_told_as_seen_from_now(at: str, said: str, zone: str) -> None:
    words = When(moment(at, zone), zone)
    assert WORDING.render(words, now=moment(NOW, zone)) == said


def test_a_moment_in_another_language() -> None:
    zone = "Europe/Berlin"
    now = moment(NOW, zone)
    monday = When(moment("2026-10-26T09:00:00", zone), zone)
    later = When(moment("2026-11-02T18:30:00", zone), zone)
    assert WORDING.render(monday, "de", now) == "Montag um 9:00"
    assert WORDING.render(later, "de", now) == "Montag, 2. November um 18:30"


def test_a_short_moment_of_today_is_the_time_alone() -> None:
    zone = "Europe/Berlin"
    today = When(moment("2026-10-23T18:00:00", zone), zone, short=True)
    assert WORDING.render(today, now=moment(NOW, zone)) == "18:00"
    assert WORDING.render(today, now=moment("2026-10-22T18:00:00", zone)) == "tomorrow at 18:00"


def test_a_library_chooses_how_times_are_written() -> None:
    wording = Wording(own={"": {"time_of_day": "h:mm a"}}, default="en-US")
    zone = "America/New_York"
    today = When(moment("2026-10-23T18:00:00", zone), zone)
    assert wording.render(today, now=moment(NOW, zone)) == "today at 6:00 PM"


@pytest.mark.parametrize(
    ("body", "command"),
    [
        ("bye", "bye"),
        ("Tschüss", "bye"),
        (" ENDE ", "bye"),
        ("!hilfe", "help"),
        ("À tout à l'heure", "bye"),
        ("à tout à l’heure", "bye"),
        ("hilfe bitte", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_a_command_is_understood_in_every_language(body: str, command: str | None) -> None:
    assert WORDING.understand(body) == command


def test_the_english_word_of_a_command_is_never_lost() -> None:
    wording = Wording({"de": German()}, {"": {"word_help": "huh, bye"}})
    assert wording.understand("bye") == "bye"
    assert wording.understand("help") == wording.understand("huh") == "help"


def test_a_language_that_is_doubted_is_not_believed() -> None:
    wording = Wording({"de": German()}, default="de", doubted=frozenset({"en"}))
    assert wording.marked("en-GB") == wording.marked("") == ""
    assert wording.marked("de-AT") == wording.marked("nl") == "de"


def test_an_english_command_tells_something_of_somebody_unknown() -> None:
    wording = Wording({"de": German()}, default="de")
    assert wording.betrays("help", "") == "en"
    assert wording.betrays("hilfe", "") == ""


@pytest.mark.parametrize(
    ("body", "read", "betrayed"),
    [
        ("help", "de", ""),  # everybody knows the English ones
        ("hilfe", "de", ""),
        ("hilfe", "en", "de"),
        ("tschüss", "", "de"),
        ("status", "de", ""),  # the small catalogue has no word of its own for it
        ("Where is it?", "de", ""),
    ],
)
def test_a_command_betrays_a_language(body: str, read: str, betrayed: str) -> None:
    assert WORDING.betrays(body, read) == betrayed


def test_a_sentence_names_commands_in_its_own_language() -> None:
    told = phrases.STILL_LOOKING(place="")
    assert "Write bye if" in WORDING.render(told)
    assert "Write tschüss if" in WORDING.render(told, "de")  # a text that is not translated yet
    own = {"": {"word_bye": "Ciao, bye", "apples": "{word_bye}!"}}
    assert "Write Ciao if" in Wording(own=own).render(told)
    assert Wording(own=own).render(APPLES(count=3)) == "Ciao!"


def test_words_are_not_mistaken_for_text() -> None:
    with pytest.raises(TypeError, match="place_next"):
        f"{phrases.PLACE_NEXT()}"


def test_every_phrase_can_be_made_into_words() -> None:
    assert all(isinstance(phrase(), Words) for phrase in PHRASES.values())
