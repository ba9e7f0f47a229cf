"""The web page and the PDF: whole, the same each time, and readable without the plots."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from pypdf import PdfReader

from imref.report import paper
from imref.report.chapters import document
from imref.report.document import Picture
from imref.report.paper import CannotDraw, as_bytes

from .made_up import BROKEN_DOWN, HIDDEN, QUIET, REPORT, TITLES


class Outline(HTMLParser):
    """What a page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag in tags]


def page(report: object = BROKEN_DOWN) -> str:
    return as_bytes(report, TITLES, "html").decode()  # type: ignore[arg-type]


def test_the_same_report_is_the_same_file() -> None:
    for form in paper.FORMS:
        assert as_bytes(BROKEN_DOWN, TITLES, form) == as_bytes(BROKEN_DOWN, TITLES, form)


def test_the_page_needs_nothing_else() -> None:
    found = Outline(page())
    assert not found.of("script", "link", "img", "iframe", "object")
    assert not [attrs for _, attrs in found.tags if "src" in attrs]
    assert "@import" not in page()
    assert not re.findall(r"url\((?!#)", page())


def test_each_plot_has_words_and_a_table_behind_it() -> None:
    found = Outline(page())
    plots = found.of("div")
    alternatives = [attrs["aria-label"] for attrs in plots if attrs.get("role") == "img"]
    assert len(alternatives) == len(Picture)
    assert all(alternatives)
    assert len(found.of("svg")) == len(Picture)
    for chapter in document(REPORT, TITLES).chapters:
        assert chapter.picture is None or chapter.tables
    assert "Sunday 281" in str(alternatives)


def test_the_page_is_built_for_readers_of_all_kinds() -> None:
    found = Outline(page())
    assert len(found.of("h1")) == 1
    assert found.of("html")[0]["lang"] == "en"
    assert len(found.of("caption")) == len(found.of("table"))
    assert {attrs.get("scope") for attrs in found.of("th")} == {"col", "row"}
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(set(ids)) == len(ids)


def test_names_are_not_markup() -> None:
    text = as_bytes(REPORT, {"ask": "<b>Ask</b> & more"}, "html").decode()
    assert "<b>Ask" not in text
    assert "&lt;b&gt;Ask&lt;/b&gt; &amp; more" in text


def test_the_pdf_is_a_document() -> None:
    read = PdfReader(BytesIO(as_bytes(BROKEN_DOWN, TITLES, "pdf")))
    pages = [each.extract_text() for each in read.pages]
    assert "412 questions were asked from 26 October to 22 November 2026." in pages[0]
    assert [f"{number} / {len(pages)}" in text for number, text in enumerate(pages, 1)] == [
        True for _ in pages
    ]
    width, height = (round(float(side) / 72 * 25.4) for side in read.pages[0].mediabox[2:])
    assert (width, height) == (210, 297)
    assert read.outline[0].title == "What was asked, and what became of it"


@pytest.mark.parametrize("report", [QUIET, HIDDEN])
@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_report_with_little_in_it_can_be_drawn(report: object, form: str) -> None:
    assert as_bytes(report, TITLES, form)  # type: ignore[arg-type]


def test_what_is_hidden_is_in_no_file() -> None:
    assert "ana" not in re.findall(r"\w+", page(HIDDEN))
    assert ">*<" in page(HIDDEN)


@pytest.mark.parametrize(("form", "module"), [("html", "matplotlib"), ("pdf", "fpdf")])
def test_without_the_extra_it_says_how_to_get_it(
    form: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(CannotDraw, match=r"imref\[figures\]"):
        as_bytes(REPORT, TITLES, form)
