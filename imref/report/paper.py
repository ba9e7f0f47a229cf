"""A report as a file: CSV, JSON, a web page or a PDF, as bytes."""

from collections.abc import Callable, Mapping
from io import StringIO

from imref.report.model import Report
from imref.report.plain import write_json
from imref.report.tidy import write_csv

Titles = Mapping[str, str]


class CannotDraw(Exception):  # noqa: N818 - something is missing on this machine
    """What is needed for plots is not installed; the message says how to get it."""


MISSING = (
    'Plots need matplotlib and fpdf2, which are not installed; `pip install "imref[figures]"` '
    "brings them. The report itself, --csv and --json need neither."
)


def as_bytes(report: Report, titles: Titles, form: str) -> bytes:
    """The report as a "csv", "json", "html" or "pdf" file. Raises CannotDraw."""
    try:
        return FORMS[form](report, titles)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("matplotlib", "fpdf"):
            raise
        raise CannotDraw(MISSING) from missing


def _csv(report: Report, _titles: Titles) -> bytes:
    out = StringIO(newline="")
    write_csv(report, out)
    return out.getvalue().encode()


def _json(report: Report, _titles: Titles) -> bytes:
    out = StringIO()
    write_json(report, out)
    return out.getvalue().encode()


def _html(report: Report, titles: Titles) -> bytes:
    from imref.report.page import page

    return page(report, titles).encode()


def _pdf(report: Report, titles: Titles) -> bytes:
    from imref.report.printed import printed

    return printed(report, titles)


FORMS: Mapping[str, Callable[[Report, Titles], bytes]] = {
    "csv": _csv,
    "json": _json,
    "html": _html,
    "pdf": _pdf,
}
"""By the ending of the file's name: how it is made."""
