"""A folder of help pages is read, and every mistake in it is named with its file, line and key."""

from pathlib import Path

import pytest

from imref.config.faq import read_faq
from imref.config.faq_text import plain
from imref.config.problems import ConfigErrors
from imref.demo.library import FAQ
from imref.desk.night.faq import Link, Page

GOOD = """\
---
title: Where can I park?
also: [car park, "parking: how much?"]
links:
  - https://library.example/map
  - Prices: https://library.example/prices
language: en-GB
---
In **garage B**, opposite the
clock tower.
"""


def problems(folder: Path, text: str | bytes, name: str = "parking.md") -> list[str]:
    """What is wrong with a page of this text, without the folder."""
    data = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(data)
    with pytest.raises(ConfigErrors) as caught:
        read_faq(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_page_has_a_title_other_wordings_links_and_text(tmp_path: Path) -> None:
    (tmp_path / "parking.md").write_text(GOOD)
    assert read_faq(tmp_path) == (
        Page(
            "parking",
            "Where can I park?",
            "In *garage B*, opposite the clock tower.",
            ("car park", "parking: how much?"),
            (
                Link("", "https://library.example/map"),
                Link("Prices", "https://library.example/prices"),
            ),
            "en-gb",
        ),
    )


def test_a_title_is_enough(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("---\r\ntitle: X\r\n---\r\nText.\r\n", newline="")
    assert read_faq(tmp_path) == (Page("x", "X", "Text."),)


def test_pages_are_found_in_folders_and_in_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "es/a.md", ".draft.md", "README.md", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(GOOD)
    assert [page.slug for page in read_faq(tmp_path)] == ["a", "b", "es/a"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello.\n", 'parking.md:1: must begin with a line "---", its title, and a line "---"'),
        ("---\ntitle: X\n", 'parking.md:1: has no second line "---" below its title'),
        ("---\nalso: [y]\n---\nText.\n", "parking.md:2: title: is missing"),
        ("---\n---\nText.\n", "parking.md:1: title: is missing"),
        ("---\ntitle: ''\n---\nText.\n", "parking.md:2: title: must not be empty"),
        ("---\ntitle: X\n---\n\n", "parking.md:3: says nothing below its title"),
        ("---\ntitle: A: b\n---\nText.\n", "parking.md:2: is not YAML: "),
        (
            "---\ntitle: X\nalos: [y]\n---\nText.\n",
            'parking.md:3: alos: there is no such key; did you mean "also"?',
        ),
        ("---\ntitle: X\nalso: y\n---\nText.\n", "parking.md:3: also: must be a list, not text"),
        (
            "---\ntitle: X\nlinks:\n  - here\n---\nText.\n",
            'parking.md:4: links.0: "here" is not an address such as',
        ),
        (
            "---\ntitle: X\nlinks:\n  - 'javascript:alert(1)'\n---\nText.\n",
            'parking.md:4: links.0: "javascript:alert(1)" is not an address',
        ),
        (
            "---\ntitle: X\nlanguage: English please\n---\nText.\n",
            'parking.md:3: language: "English please" is not a language',
        ),
        (
            "---\ntitle: X\ntitle: Y\n---\nText.\n",
            "parking.md:3: title: was given before, in line 2",
        ),
        (b"---\ntitle: X\n---\nCaf\xe9\n", "parking.md:4: is not text in UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str | bytes, found: str) -> None:
    [problem] = problems(tmp_path, text)
    assert problem.startswith(found)


def test_a_name_has_no_spaces(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD, "car park.md") == [
        "car park.md: has a space in its name; write a hyphen"
    ]


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("no head")
    assert len(problems(tmp_path, "---\ntitel: X\n---\nText.\n", "b.md")) == 3


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigErrors, match="cannot be read: No such file or directory"):
        read_faq(tmp_path / "gone")


# Markdown as plain text.


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
        ("# Head\n\nText.", "Head\n\nText."),
        ("- a\n- b *c*\n", "• a\n• b _c_"),
        ("- a\n  - b\n", "• a\n  • b"),
        ("3. a\n4. b\n", "3. a\n4. b"),
        ("[Map](https://x.example/m)", "Map (https://x.example/m)"),
        ("<https://x.example/m>", "https://x.example/m"),
        ("<ask@x.example>", "ask@x.example"),
        (
            "| who | how many | how long |\n|-|-|-|\n| A | 5 | 2 weeks |",
            "• A: how many 5, how long 2 weeks",
        ),
        ("> Said.", "> Said."),
        ("a  \nb", "a\nb"),
        ("`imref`\n\n    code", "imref\n\ncode"),
        ("2 < 3 & <b>4</b>", "2 < 3 & <b>4</b>"),
    ],
)
def test_markdown_becomes_plain_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_the_sample_library_has_at_least_twenty_pages() -> None:
    assert len(read_faq(FAQ)) >= 20
