"""A report as a PDF of A4 pages that a committee can be handed: numbered, with an outline."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from imref.report import charts
from imref.report.chapters import document
from imref.report.document import Chapter, Document, Table
from imref.report.model import Report
from imref.report.spelling import days, unbroken

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN: Final = 18.0
"""Millimetres at every side."""

FONT: Final = "DejaVu"
SIZE, SMALL, LINE = 10.0, 8.5, 5.0
"""Points of the text and of tables and notes; millimetres of a line."""

PLOT_HEIGHT: Final = 75.0
"""Millimetres that must be left on a page to begin a chapter with a plot there."""

GREY, BLACK = (90, 96, 104), (20, 24, 28)


def printed(report: Report, titles: Mapping[str, str]) -> bytes:
    """The report as PDF; the same report gives the same bytes. Raises ModuleNotFoundError."""
    made = document(report, titles)
    pdf = _paper(made, report)
    _first_page(pdf, made)
    for chapter in made.chapters:
        _chapter(pdf, chapter, report)
    pdf.ln(4)
    for note in made.notes:
        _quiet(pdf, note)
    return bytes(pdf.output())


def _paper(made: Document, report: Report) -> "FPDF":
    from fpdf import FPDF

    class Paper(FPDF):
        """Pages with a number at their foot."""

        def footer(self) -> None:
            self.set_y(-12)
            self.set_font(FONT, size=SMALL)
            self.set_text_color(*GREY)
            self.cell(0, 5, f"{made.title} · {days(report.period)}")
            self.set_x(-MARGIN - 20)
            self.cell(20, 5, f"{self.page_no()} / {{nb}}", align="R")

    pdf = Paper(format="A4")
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_auto_page_break(True, MARGIN)
    for style, file in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        pdf.add_font(FONT, style, str(_fonts() / file))
    pdf.set_title(f"{made.title} – {made.about}")
    pdf.set_lang("en")
    pdf.set_creation_date(datetime.fromtimestamp(report.made, report.period.zone))
    pdf.add_page()
    return pdf


def _fonts() -> Path:
    """The folder of the letters that come with matplotlib."""
    from matplotlib import get_data_path

    return Path(get_data_path()) / "fonts" / "ttf"


def _first_page(pdf: "FPDF", made: Document) -> None:
    _say(pdf, made.title, size=18, bold=True, line=9)
    _say(pdf, made.about, size=SIZE, grey=True)
    pdf.ln(4)
    for place, sentence in enumerate(made.essentials):
        first = place == 0
        _say(pdf, sentence, size=13 if first else SIZE + 0.5, bold=first, line=7 if first else 5.6)
        pdf.ln(1.6)


def _say(
    pdf: "FPDF", text: str, *, size: float = SIZE, bold: bool = False, grey: bool = False,
    line: float = LINE,
) -> None:  # fmt: skip
    pdf.set_font(FONT, "B" if bold else "", size)
    pdf.set_text_color(*(GREY if grey else BLACK))
    pdf.multi_cell(0, line, unbroken(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _quiet(pdf: "FPDF", text: str) -> None:
    if text:
        pdf.ln(1)
        _say(pdf, text, size=SMALL, grey=True, line=4.2)


def _chapter(pdf: "FPDF", chapter: Chapter, report: Report) -> None:
    needed = PLOT_HEIGHT if chapter.picture else 45.0
    if pdf.get_y() + needed > pdf.eph + MARGIN:
        pdf.add_page()
    pdf.ln(7)
    pdf.start_section(chapter.title)
    _say(pdf, chapter.title, size=13, bold=True, line=7)
    pdf.ln(1)
    for sentence in chapter.sentences:
        _say(pdf, sentence)
    if chapter.picture:
        plot = BytesIO(charts.png(chapter.picture, report))
        pdf.image(plot, w=pdf.epw, alt_text=chapter.alt)
        _quiet(pdf, chapter.caption)
    for table in chapter.tables:
        _table(pdf, table)


def _table(pdf: "FPDF", table: Table) -> None:
    from fpdf.enums import TableBordersLayout, TableHeadingsDisplay
    from fpdf.fonts import FontFace

    pdf.ln(3)
    height = 5.0 * (len(table.rows) + 2)
    if height < pdf.eph and pdf.get_y() + min(height, 60.0) > pdf.eph + MARGIN:
        pdf.add_page()
    _say(pdf, table.caption, size=SMALL + 0.5, bold=True)
    pdf.set_font(FONT, size=SMALL)
    widths = _widths(pdf, table)
    with pdf.table(
        borders_layout=TableBordersLayout.SINGLE_TOP_LINE,
        headings_style=FontFace(color=GREY),
        repeat_headings=TableHeadingsDisplay.ON_TOP_OF_EVERY_PAGE,
        text_align=("LEFT", *("RIGHT" for _ in table.head[1:])),
        col_widths=widths,
        width=sum(widths),
        align="LEFT",
        line_height=4.6,
        padding=(0.3, 0),
    ) as grid:
        grid.row(table.head)
        for row in table.rows:
            grid.row(row)
    _quiet(pdf, table.note)


def _widths(pdf: "FPDF", table: Table) -> tuple[float, ...]:
    """Millimetres of each column: what its longest text needs, within the page."""
    gap = 5.0
    needed = [
        max(pdf.get_string_width(text) for text in column) + gap
        for column in zip(table.head, *table.rows, strict=True)
    ]
    first = min(needed[0], pdf.epw - sum(needed[1:]))
    return (max(first, 20.0), *needed[1:])
