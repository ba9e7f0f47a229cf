"""What a library has agreed on about files."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MEGABYTE: Final = 1_000_000
"""Bytes, as people and shops count them."""

COMMON: Final = (
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/heic",
    "application/pdf",
    "application/vnd.oasis.opendocument.*",
    "application/vnd.openxmlformats-officedocument.*",
    "application/msword",
    "audio/*",
    "video/*",
    "text/plain",
)
"""Kinds of file that libraries are sent, none of which a browser runs as a program."""


class FilePolicy(StrEnum):
    """What becomes of a file that somebody sends."""

    ALLOW = "allow"
    LINKS_ONLY = "links only"
    RE_UPLOAD = "re-upload"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class FileRules:
    """The policy, and what a file may be that we bring over.

    ``largest`` is in bytes; ``types`` are MIME types, of which a part may be ``*``.
    """

    policy: FilePolicy = FilePolicy.ALLOW
    largest: int = 10 * MEGABYTE
    types: tuple[str, ...] = COMMON
