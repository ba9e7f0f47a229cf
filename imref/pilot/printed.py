"""The page of a pilot as HTML: one sheet of paper, and nothing fetched from anywhere."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from imref.pilot.judging import Mark
from imref.pilot.page import Page
from imref.report.spelling import unbroken

CLASSES: Final = {Mark.MET: "met", Mark.MISSED: "missed", Mark.OPEN: "open"}


def printed(page: Page) -> str:
    """The page as a whole HTML document."""
    environment = Environment(
        loader=PackageLoader("imref.pilot"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheet = environment.get_template("pilot.html")
    return sheet.render(page=page, classes=CLASSES, unbroken=unbroken)
