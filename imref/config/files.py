"""The section ``files``: what becomes of files that people send."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from imref.config.kinds import SUGGESTION, Domain, Unit
from imref.config.section import Section
from imref.desk.talk.file_rules import COMMON, MEGABYTE, FilePolicy, FileRules

_MIME = re.compile(r"[a-z]+/[a-z0-9.+*-]+")
_HOST = re.compile(r"[A-Za-z0-9.-]+|[0-9a-f:]*:[0-9a-f:.]*")


def _megabytes(value: object) -> float:
    """Megabytes in ``10`` or ``"10 MB"``; ValueError on anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = value.strip().upper().removesuffix("MB").strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        raise ValueError('must be a number of megabytes such as "10 MB"')
    return float(text)


def _check_type(text: str) -> str:
    if not _MIME.fullmatch(text):
        raise ValueError(f'"{text}" is not a MIME type such as "image/png" or "image/*"')
    return text


def _check_host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise ValueError(f'"{text}" is not a host such as "upload.library.example"')
    return text.lower()


class Files(Section):
    """Files that patrons and librarians send each other (docs/files.md).

    The rule holds in both directions, and for partner libraries.
    """

    policy: FilePolicy = Field(
        default=FilePolicy.ALLOW,
        description="allow: links to files are passed on as they are, so each side learns the "
        "other's server. links only: passed on as plain text, so that no client loads them by "
        "itself. re-upload: each file is fetched, checked, put on our own server and passed on "
        "from there. refuse: no files; who sends one is told so. A desk may have its own rule.",
    )
    largest: Annotated[float, BeforeValidator(_megabytes), Unit("MB")] = Field(
        default=10.0,
        gt=0,
        le=100,
        description="With re-upload: the largest file, in megabytes. It is held in memory while it "
        "is brought over, up to four at a time.",
    )
    types: list[Annotated[str, AfterValidator(_check_type)]] = Field(
        default=[*COMMON],
        description="With re-upload: the MIME types that are passed on, by what the file really "
        "is; * stands for any. SVG and HTML can hold programs and are better left out.",
    )
    service: Annotated[Domain | None, SUGGESTION] = Field(
        default=None,
        description="With re-upload: the server's upload service (XEP-0363). Without it, imref "
        "asks the server above component.domain which one it has.",
        examples=["upload.library.example"],
    )
    trusted_hosts: Annotated[list[Annotated[str, AfterValidator(_check_host)]], SUGGESTION] = Field(
        default=[],
        description="With re-upload: hosts that files are fetched from although their addresses "
        "are private, such as the library's own upload service behind a firewall. From all others "
        "they are fetched only over the public internet.",
        examples=[["upload.library.example"]],
    )

    def agreed(self) -> FileRules:
        """What the rules know of files."""
        return FileRules(self.policy, round(self.largest * MEGABYTE), tuple(self.types))
