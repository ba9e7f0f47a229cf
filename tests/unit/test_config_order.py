"""The order of service, the words of a status and canned answers, as the config has them."""

from pathlib import Path

import pytest

from imref.config import inspect, read

GOOD = """\
component: {domain: ref.library.example, secret: open sesame}
staff:
  ana: {address: ana@library.example}
desks:
  ask:
    title: Ask a librarian
    tiers: [[ana]]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    return file


def problems(file: Path, text: str) -> list[str]:
    """What is wrong with ``text``, as `imref check` prints it."""
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in inspect(file)[1]]


def with_order(order: str) -> str:
    """A config whose desk has this order of service."""
    return f"{GOOD}    order: {order}\n"


def test_an_order_becomes_the_agreement(file: Path) -> None:
    text = with_order("[walk_in, phone, im]\n    order_text: We help readers first.")
    assert problems(file, text) == []
    desk = read(file).agreement().desks["ask"]
    assert (desk.order, desk.order_text) == (("walk_in", "phone", "im"), "We help readers first.")


def test_first_come_first_served_is_no_order(file: Path) -> None:
    for text in (GOOD, with_order("first_come")):
        assert problems(file, text) == []
        assert read(file).agreement().desks["ask"].order == ()


@pytest.mark.parametrize(
    ("order", "complaint"),
    [
        ("[walk_in, fax, im]", "must be first_come, or a list out of walk_in, phone, im"),
        ("last_come", "must be first_come, or a list out of walk_in, phone, im"),
        ("[im, im]", "names a channel twice; once is enough"),
        ("[walk_in, phone]", "must name im and what comes before or after it"),
        ("[im]", "must name im and what comes before or after it"),
    ],
)
def test_an_order_that_is_none(file: Path, order: str, complaint: str) -> None:
    (problem,) = problems(file, with_order(order))
    assert "desks.ask.order" in problem
    assert complaint in problem


def test_words_of_a_status(file: Path) -> None:
    assert problems(file, GOOD + "status_words: {phone: [am Apparat]}\n") == []
    words = read(file).agreement().status_words
    assert words["phone"] == ("am Apparat",)
    assert {"at the desk", "am Tresen", "à l'accueil", "en el mostrador"} <= {*words["walk_in"]}


def test_canned_answers(file: Path) -> None:
    text = GOOD + "canned: {Hours: We open at 9., hours.de: Ab 9 Uhr.}\n"
    assert problems(file, text) == []
    assert read(file).agreement().canned == {"hours": "We open at 9.", "hours.de": "Ab 9 Uhr."}
    (problem,) = problems(file, GOOD + "canned: {opening hours: We open at 9.}\n")
    assert '"opening hours" is no keyword' in problem
