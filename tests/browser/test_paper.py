"""What is handed on as a file: the report and a pilot's verdict, on screens and on paper."""

import re
import unicodedata
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page
from pypdf import PdfReader
from typer.testing import CliRunner

from imref.cli import app
from imref.config import read
from imref.demo.pilot import made_up
from imref.report.document import Picture

from .visits import PHONE, SHOTS, Visits, axe

LIBRARY = Path(__file__).parents[2] / "docs/library.yaml"
SPAN = ["--from", "2026-09-28", "--to", "2026-11-01"]
BY = ["--by", "hour", "--by", "staff", "--by", "channel"]
FILES = {
    "outside": ["report", *SPAN],
    "inside": ["report", *SPAN, *BY, "--inside"],
    "verdict": ["pilot", "verdict"],
}
A4 = {"width": 672, "height": 986}
"""The paper between its margins, in CSS pixels."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the papers of a made-up library."""
    folder = tmp_path_factory.mktemp("papers")
    config = folder / "library.yaml"
    text = LIBRARY.read_text(encoding="utf-8").replace("../imref", f"{LIBRARY.parents[1]}/imref")
    config.touch(0o600)
    config.write_text(f"{text}\nfigures: {{per_person: supervisors}}\n", encoding="utf-8")
    settings = read(config, secret=False)
    made_up(settings.database, settings.agreement())
    for name, command in FILES.items():
        file = folder / f"{name}.html"
        result = CliRunner().invoke(app, [*command, "-c", str(config), "--html", str(file)])
        assert result.exit_code == 0, result.output
    return folder


@pytest_asyncio.fixture(loop_scope="session")
async def readers(chromium: Browser) -> AsyncIterator[Visits]:
    """People who open a file that they were sent."""
    people = Visits(chromium)
    yield people
    await people.end()
    assert people.complaints == []


@pytest.mark.parametrize(
    ("name", "wide", "narrow"),
    [("outside", "light", "dark"), ("inside", "dark", "light"), ("verdict", "light", "dark")],
)
async def test_everybody_can_read_it(
    written: Path, readers: Visits, name: str, wide: str, narrow: str
) -> None:
    page = await readers((written / f"{name}.html").as_uri(), color_scheme=wide)
    await page.screenshot(path=SHOTS / f"paper/{name}-{wide}.png", full_page=True)
    assert await axe(page) == []
    await page.emulate_media(color_scheme=narrow)
    await page.set_viewport_size(PHONE["viewport"])
    assert await page.evaluate("document.documentElement.scrollWidth") == 375
    await page.screenshot(path=SHOTS / f"paper/{name}-phone-{narrow}.png", full_page=True)
    assert await axe(page) == []


@pytest.mark.parametrize("name", FILES)
async def test_it_asks_for_nothing_and_complains_of_nothing(
    written: Path, readers: Visits, name: str
) -> None:
    page = await readers("about:blank")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    file = (written / f"{name}.html").as_uri()
    await page.goto(file, wait_until="networkidle")
    assert seen == [file]


async def test_every_plot_has_words(written: Path, readers: Visits) -> None:
    page = await readers((written / "inside.html").as_uri())
    plots = page.locator("figure")
    names = [
        await each.get_attribute("aria-label") for each in await plots.get_by_role("img").all()
    ]
    assert len(names) == await plots.count() == await page.locator("svg").count() == len(Picture)
    for name in names:
        assert name
        assert re.search(r"\d", name), name
        assert len(name.split()) > 8, name


async def test_a_plot_is_no_smaller_than_can_be_read(written: Path, readers: Visits) -> None:
    page = await readers((written / "inside.html").as_uri(), **PHONE)
    widths = "[...document.querySelectorAll('svg')].map(each => each.clientWidth)"
    assert min(await page.evaluate(widths)) > 500


@pytest.mark.parametrize("name", ["inside", "verdict"])
async def test_it_is_fit_for_paper(written: Path, readers: Visits, name: str) -> None:
    page = await readers((written / f"{name}.html").as_uri(), viewport=A4, color_scheme="dark")
    await page.emulate_media(media="print")
    await page.screenshot(path=SHOTS / f"paper/{name}-print.png", full_page=True)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert await page.evaluate(ground) == "rgb(255, 255, 255)"
    assert await page.evaluate("document.documentElement.scrollWidth") == A4["width"]
    assert await axe(page) == []
    paper = await pages_of(page, name)
    text = words(" ".join(paper))
    for title in await page.get_by_role("heading").all_inner_texts():
        assert words(title) in text
    assert name != "verdict" or len(paper) == 1


async def test_no_table_is_torn(written: Path, readers: Visits) -> None:
    page = await readers((written / "inside.html").as_uri())
    tables = await page.locator("table").all()
    assert len(tables) > 10
    paper = [words(each) for each in await pages_of(page, "inside")]
    for table in tables:
        rows = [words(each) for each in await table.get_by_role("row").all_inner_texts()]
        whole = [each for each in paper if all(row in each for row in rows)]
        assert whole, rows


async def pages_of(page: Page, name: str) -> list[str]:
    """Print it; what stands on each page of the paper."""
    made = await page.pdf(path=SHOTS / f"paper/{name}.pdf", prefer_css_page_size=True)
    return [each.extract_text() for each in PdfReader(BytesIO(made)).pages]


def words(text: str) -> str:
    """The words of a text, without ligatures and however they are set apart."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
