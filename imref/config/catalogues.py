"""The catalogues that come with imref, as the rules use them: one for each translated language."""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

import imref.desk
from imref.desk.wording import ENGLISH

FOLDER: Final = Path(imref.desk.__file__).parent / "locale"
"""Where the translators' files are: ``LANGUAGE/LC_MESSAGES/imref.po``, and ``imref.pot``."""


@cache
def files() -> dict[str, Path]:
    """Each catalogue by its language tag in lower case ("de", "pt-br")."""
    found = sorted(FOLDER.glob("*/LC_MESSAGES/imref.po"))
    return {file.parts[-3].lower().replace("_", "-"): file for file in found}


@cache
def languages() -> list[str]:
    """The tags of all languages that imref speaks, English first."""
    return [ENGLISH, *files()]


@cache
def catalogues() -> dict[str, GNUTranslations]:
    """Every catalogue by its language tag. They are read once in a process.

    The files are those that translators write, not compiled ones: a language is added or mended
    by one file, and reading all of them takes about as long as opening the database.
    """
    return {language: _read(file) for language, file in files().items()}


def _read(file: Path) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file.open("rb") as stream:
        write_mo(compiled, read_po(stream))
    compiled.seek(0)
    return GNUTranslations(compiled)
