"""The kinds of value a config holds: durations, addresses, names, files."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Strict, ValidationInfo

NOT_IN_LOCAL_PART = re.compile(r"[\s\"&'/:<>@]")
"""What RFC 7622, section 3.3.1, keeps out of a local part, and white space."""

NOT_IN_DOMAIN = re.compile(r"[\s\"&'/:<>@]")
LONGEST_PART = 1023
"""Bytes of UTF-8 in one part of an address (RFC 7622, section 3)."""

IN_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
SPELLINGS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("h", "hour", "hours"), "h"),
    **dict.fromkeys(("d", "day", "days"), "d"),
}
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number in the config counts, for the explanations."""

    name: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Marks a key that the sample file shows as a comment: it is for some libraries only."""


def parse_duration(value: object) -> float:
    """Seconds in ``20``, ``"20s"``, ``"4 min"`` or ``"1 h 30 min"``; ValueError on anything else.

    Own code because it is one pattern: the libraries for this are unmaintained, and accept more
    than a config should ("4:20" is four hours in one and four minutes in another).
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = value.strip().lower() if isinstance(value, str) else ""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    amounts = AMOUNT.findall(text)
    leftover = AMOUNT.sub("", text).strip(" ,")
    if not amounts or leftover or any(unit not in SPELLINGS for _, unit in amounts):
        raise ValueError('must be a duration such as "20 s", "4 min" or "1 h"')
    return sum(float(number) * IN_SECONDS[SPELLINGS[unit]] for number, unit in amounts)


def spell_duration(seconds: float) -> str:
    """A duration as people write it: ``90 s``, ``4 min``, ``1 h 30 min``."""
    if seconds < 120 and seconds % 60:
        return f"{seconds:g} s"
    words, rest = [], seconds
    for unit in ("d", "h", "min"):
        count, rest = divmod(rest, IN_SECONDS[unit])
        if count:
            words.append(f"{count:g} {unit}")
    if rest or not words:
        words.append(f"{rest:g} s")
    return " ".join(words)


def check_local_part(text: str) -> str:
    """The text as the local part of an address: lower case, no spaces, no ``@``."""
    if not text or NOT_IN_LOCAL_PART.search(text) or len(text.encode()) > LONGEST_PART:
        raise ValueError(f'"{text}" cannot stand before an @: no spaces and none of " & \' / : < >')
    if text != text.lower():
        raise ValueError(f'"{text}" must be in lower case: "{text.lower()}"')
    return text


def check_domain(text: str) -> str:
    """The text as the domain of an address, in lower case and without a final dot."""
    domain = text.lower().removesuffix(".")
    labels = domain.split(".")
    if not all(labels) or NOT_IN_DOMAIN.search(domain) or len(domain.encode()) > LONGEST_PART:
        raise ValueError(f'"{text}" is not a domain such as "ref.library.example"')
    return domain


def check_bare_jid(text: str) -> str:
    """The text as a bare JID, ``node@domain``, in lower case."""
    node, at, domain = text.partition("@")
    if not at:
        raise ValueError(f'"{text}" is not an address such as "ana@library.example"')
    bare, slash, _ = domain.partition("/")
    if slash:
        raise ValueError(f'"{text}" names a device; leave out "/" and what follows')
    return f"{check_local_part(node.lower())}@{check_domain(bare)}"


def resolve_beside_config(path: Path, info: ValidationInfo) -> Path:
    """A relative path is meant from the folder of the config file (``context["folder"]``)."""
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path.expanduser()


def resolve_credential(path: Path, info: ValidationInfo) -> Path:
    """A relative path is meant from the folder of credentials that systemd hands to a unit.

    What is not there, or not for this user, is meant from the folder of the config file
    (systemd.exec(5), "LoadCredential=" and "$CREDENTIALS_DIRECTORY").
    """
    if folder := os.environ.get("CREDENTIALS_DIRECTORY"):
        credential = folder / path.expanduser()
        if os.access(credential, os.R_OK):
            return credential
    return resolve_beside_config(path, info)


DURATION = Unit("duration")
SUGGESTION = Suggestion()
Duration = Annotated[float, BeforeValidator(parse_duration), DURATION]
LocalPart = Annotated[str, AfterValidator(check_local_part)]
Domain = Annotated[str, AfterValidator(check_domain)]
BareJid = Annotated[str, AfterValidator(check_bare_jid)]
ConfiguredPath = Annotated[Path, AfterValidator(resolve_beside_config)]
CredentialPath = Annotated[Path, AfterValidator(resolve_credential)]
Whole = Annotated[int, Strict()]
Decimal = Annotated[float, Strict()]
