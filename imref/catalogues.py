"""Makes the translators' files from the phrases: ``python -m imref.catalogues``, in the repository.

``imref.pot`` is the template; each ``imref.po`` is brought up to date with it: what is new is
empty, what is gone is obsolete, what has changed in English is empty again.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from imref.config.catalogues import FOLDER, files
from imref.desk import repertoire
from imref.desk.phrases import in_order

__all__ = ["main", "repertoire", "template", "updated"]  # Importing it registers the commands.

HEADER = """\
# What imref says to people, a message a sentence. The context is its key (docs/phrases.md),
# the comment says who reads it and when. Words in {braces} are filled in: keep them as they
# are. docs/languages.md tells more."""

LEFT_OUT = ('"POT-Creation-Date:', '"Generated-By:', '"Report-Msgid-Bugs-To:')
"""Headers that would change a file in which nothing has changed, or say nothing."""


def _catalog() -> Catalog:
    catalog = Catalog(project="imref", header_comment=HEADER, fuzzy=False)
    for phrase in in_order():
        catalog.add(
            (phrase.text, phrase.plural) if phrase.plural else phrase.text,
            auto_comments=[phrase.about],
            context=phrase.key,
        )
    return catalog


def template() -> str:
    """The text of ``imref.pot``: every phrase, none translated."""
    return _text(_catalog())


def updated(file: Path) -> str:
    """The text of an ``imref.po`` with every phrase; translations of unchanged ones are kept."""
    with file.open("rb") as stream:
        catalog = read_po(stream)
    catalog.project, catalog.version = "imref", "VERSION"
    catalog.update(_catalog(), no_fuzzy_matching=True, keep_user_comments=True)
    return _text(catalog)


def _text(catalog: Catalog) -> str:
    stream = BytesIO()
    write_po(stream, catalog, width=96)
    return "\n".join(_lines(stream.getvalue().decode())) + "\n"


def _lines(text: str) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        if not line.startswith(LEFT_OUT):
            yield line.replace("imref VERSION", "imref")


def main() -> None:
    """Write the template and bring each catalogue up to date."""
    (FOLDER / "imref.pot").write_text(template(), encoding="utf-8")
    for file in files().values():
        file.write_text(updated(file), encoding="utf-8")


if __name__ == "__main__":
    main()
