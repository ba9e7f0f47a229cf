"""A report as one self-contained web page: no script, nothing fetched, for screens and printers."""

from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from imref.report import charts
from imref.report.chapters import document
from imref.report.document import Picture
from imref.report.model import Report
from imref.report.spelling import unbroken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

DARK: Final = {
    charts.Ink.TEXT: "#e6e9ed",
    charts.Ink.LINE: "#79838f",
    charts.Ink.MAIN: "#6cabe4",
    charts.Ink.SECOND: "#ee9257",
    charts.Ink.THIRD: "#a9bd6a",
    charts.Ink.FAINT: "#37424e",
    charts.Ink.SHADE_1: "#20354a",
    charts.Ink.SHADE_2: "#2d567d",
    charts.Ink.SHADE_3: "#4585bf",
    charts.Ink.SHADE_4: "#a4d0f7",
    charts.Ink.ON_DARK: "#0e1216",
}
"""The plots' colours on a dark screen: there the most is the lightest."""


def page(report: Report, titles: "Mapping[str, str]") -> str:
    """The page as HTML. The same report gives the same page. Raises ModuleNotFoundError."""

    def plot(picture: Picture) -> Markup:
        return Markup(charts.svg(picture, report))  # our own drawing

    return _template().render(
        document=document(report, titles),
        plot=plot,
        unbroken=unbroken,
        light=_colours({ink: ink.value for ink in charts.Ink}),
        dark=_colours(DARK),
    )


def _colours(inks: "Mapping[charts.Ink, str]") -> Markup:
    """The colours as CSS variables."""
    said = (f"--{ink.name.lower().replace('_', '-')}: {value};" for ink, value in inks.items())
    return Markup(" ".join(said))


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("imref.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
