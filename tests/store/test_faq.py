"""The search of the help pages: what it finds, what it leaves alone, and how well it does."""

import sys
import time
from pathlib import Path

import pytest

from imref.config.faq import read_faq
from imref.desk.night.faq import Link, Page
from imref.store.faq import FaqIndex

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.append(str(REPOSITORY / "bench"))
import faq as measuring  # noqa: E402 - it is in bench/, which is no package


def page(slug: str, title: str, text: str = "-", *also: str, language: str = "") -> Page:
    return Page(slug, title, text, also, (), language)


PAGES = (
    page("hours", "Opening hours", "Monday to Friday, 8:00 to 22:00.", "when are you open"),
    page("print", "How to print", "Hold your card to the reader; 8 cents a page.", "printer"),
    page("renew", "Renewing loans", "Choose Renew in your account.", "keep a book longer"),
    page("bound", "Having a thesis bound", "The bindery is on the lower floor."),
    page("wifi", "Wi-Fi", "Take the network eduroam.", "wireless", "wifi"),
)


@pytest.fixture
def index() -> FaqIndex:
    return FaqIndex(PAGES)


def found(index: FaqIndex, text: str, language: str = "") -> list[str]:
    return [page.slug for page in index.search(text, language)]


def test_a_page_is_suggested_by_its_title(index: FaqIndex) -> None:
    assert index.search("printing?") == [PAGES[1]]


def test_other_wordings_count_as_much_as_the_title(index: FaqIndex) -> None:
    assert found(index, "the wireless is down") == ["wifi"]


def test_another_word_for_the_same_finds_the_page(index: FaqIndex) -> None:
    assert found(index, "where can I get internet") == ["wifi"]


@pytest.mark.parametrize("text", ["the pritner is broken", "the printr", "printeer"])
def test_one_slip_of_the_finger_is_forgiven(index: FaqIndex, text: str) -> None:
    assert found(index, text) == ["print"]


def test_diacritics_and_capitals_do_not_matter() -> None:
    index = FaqIndex([page("horario", "¿Cuándo está abierta la biblioteca?", "Días hábiles")])
    assert found(index, "CUANDO esta ABIERTA") == ["horario"]


def test_a_hyphen_after_a_letter_or_two_does_not_matter(index: FaqIndex) -> None:
    assert found(index, "wi-fi") == found(index, "WIFI") == ["wifi"]


@pytest.mark.parametrize("text", ["", "   ", "hello?", "¿¡!?", "🙂🙂", "is anybody there", "0"])
def test_nothing_is_suggested_for_no_question(index: FaqIndex, text: str) -> None:
    assert index.search(text) == []


def test_nothing_is_suggested_for_another_subject(index: FaqIndex) -> None:
    assert index.search("How did the Treaty of Westphalia change sovereignty?") == []


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "print AND (",
        "print*",
        "title:print",
        "print NEAR/2 x",
        "'; DROP TABLE page; --",
        "^a -b",
    ],
)
def test_what_people_write_is_never_a_query_language(index: FaqIndex, text: str) -> None:
    assert found(index, text) in ([], ["print"])


def test_a_text_of_any_length_is_searched(index: FaqIndex) -> None:
    assert found(index, "I cannot print. " + "x" * 100_000) == ["print"]


def test_at_most_three_are_suggested_best_first() -> None:
    rooms = [page(f"room-{n}", f"Study room {n}", "A room.") for n in range(5)]
    index = FaqIndex([*rooms, page("booking", "Booking a study room", "Book it."), *PAGES])
    suggested = found(index, "booking a study room")
    assert suggested[0] == "booking"
    assert len(suggested) <= 3


def test_the_readers_language_comes_first() -> None:
    index = FaqIndex(
        [
            page("wifi", "WLAN und eduroam", "Netz wählen.", language="de"),
            page("en/wifi", "Eduroam", "Choose the network.", "WLAN", language="en"),
            *PAGES,
        ]
    )
    assert found(index, "wlan", "de-AT")[0] == "wifi"
    assert found(index, "wlan", "en")[0] == "en/wifi"


def test_the_titles_of_links_are_searched() -> None:
    index = FaqIndex([Page("x", "Rooms", "-", (), (Link("Carrels", "https://x.example"),)), *PAGES])
    assert found(index, "carrels") == ["x"]


def test_a_page_is_found_by_its_name(index: FaqIndex) -> None:
    assert index.page("hours") == PAGES[0]
    assert index.page("gone") is None


def test_a_library_without_pages_suggests_nothing() -> None:
    assert FaqIndex([]).search("opening hours") == []


# How well it does: docs/faq.md has the figures, bench/faq.py prints them.


@pytest.fixture(scope="module")
def sample() -> FaqIndex:
    return FaqIndex(read_faq(measuring.PAGES))


def figures(sample: FaqIndex, questions: Path) -> measuring.Figures:
    answered, unanswered = measuring.read_questions(questions)
    assert len(answered) >= 60
    assert len(unanswered) >= 40
    return measuring.measure(lambda text: found(sample, text), answered, unanswered)


def test_the_right_page_is_among_three_for_four_questions_in_five(sample: FaqIndex) -> None:
    assert figures(sample, measuring.SEEN).right >= 0.9
    assert figures(sample, measuring.UNSEEN).right >= 0.8


def test_nothing_is_suggested_for_four_in_five_without_an_answer(sample: FaqIndex) -> None:
    assert figures(sample, measuring.SEEN).quiet >= 0.8
    assert figures(sample, measuring.UNSEEN).quiet >= 0.8


def test_every_expected_page_exists(sample: FaqIndex) -> None:
    for questions in (measuring.SEEN, measuring.UNSEEN):
        answered, _ = measuring.read_questions(questions)
        assert all(sample.page(each.page) for each in answered)


def test_a_search_takes_less_than_ten_milliseconds(sample: FaqIndex) -> None:
    answered, _ = measuring.read_questions(measuring.SEEN)
    began = time.perf_counter()
    for each in answered:
        sample.search(each.text)
    assert (time.perf_counter() - began) / len(answered) < 0.010
