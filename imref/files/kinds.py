"""What a file really is, by its first bytes, and how it is called when it goes on."""

import mimetypes
import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final

import filetype

from imref.desk.events import FileTrouble
from imref.files.fetching import Fetched
from imref.files.troubles import FileProblem

LONGEST_NAME: Final = 60
UNKNOWN: Final = "application/octet-stream"
GENERIC: Final = frozenset({"", UNKNOWN, "binary/octet-stream", "application/x-download"})
"""What servers declare that do not know better; XEP-0363 lets them."""

FAMILIES: Final = {"audio": "media", "video": "media"}
"""Kinds that are often called by each other's name: a recording in a film's wrapping."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def kind_of(data: bytes) -> str:
    """The MIME type of these bytes: by their signature, or text where they are nothing else."""
    signature = filetype.guess_mime(data)  # type: ignore[no-untyped-call]
    if signature:
        return str(signature)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return UNKNOWN
    if _CONTROL.search(text):
        return UNKNOWN
    return "text/html" if text.lstrip("\ufeff \t\r\n").startswith("<") else "text/plain"


def checked(file: Fetched, types: Sequence[str]) -> str:
    """The kind of a file that may go on. Raises FileProblem where it may not, or is disguised."""
    kind = kind_of(file.data)
    if not any(fnmatchcase(kind, pattern) for pattern in types):
        raise FileProblem(FileTrouble.OTHER_KIND, f"{kind} is not passed on")
    if file.declared not in GENERIC and _family(file.declared) != _family(kind):
        raise FileProblem(FileTrouble.OTHER_KIND, f"it is {kind}, declared as {file.declared}")
    return kind


def _family(kind: str) -> str:
    first = kind.partition("/")[0]
    return FAMILIES.get(first, first)


def name_for(file: Fetched, kind: str) -> str:
    """A name that any server takes: the sender's own words where they are plain, and the kind."""
    stem = re.sub(r"[^\w-]+", "-", PurePosixPath(file.name).stem).strip("-")[:LONGEST_NAME]
    ending = mimetypes.guess_extension(kind, strict=False) or ""
    return f"{stem or 'file'}{ending}"
