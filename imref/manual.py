"""Writes the files that are made from the code: ``python -m imref.manual``, in the repository."""

from collections.abc import Callable
from pathlib import Path

import imref.config.manual
import imref.desk.manual
import imref.meters.manual
from imref import catalogues, examples

FILES: dict[str, Callable[[], str]] = {
    "config.example.yaml": imref.config.manual.example,
    "docs/config.md": imref.config.manual.reference,
    "docs/commands.md": imref.desk.manual.commands,
    "docs/phrases.md": imref.desk.manual.phrases,
    "docs/metrics.md": imref.meters.manual.page,
    "docs/agreement.md": examples.page,
    "docs/agreement-example.md": examples.agreement_page,
    "imref/desk/locale/imref.pot": catalogues.template,
}
"""Each generated file, from the root of the repository, and what makes it."""


def main() -> None:
    """Write every generated file anew, below the current folder."""
    for name, text in FILES.items():
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
