"""The one choke point for text on its way out: what XML forbids is replaced, length is capped."""

import re
from functools import lru_cache

TEXT_LIMIT = 180_000
"""The longest text, in bytes as escaped. Prosody closes a component's stream over a stanza of more
than 512 KiB, and servers among themselves stop there too; this leaves ample room for the rest."""

ATTRIBUTE_LIMIT = 3_071
"""The longest attribute, in characters: a JID has at most 3,071 bytes (RFC 7622, section 3.1)."""

_WORST_CASE = 5  # bytes that one character can take: "&amp;"
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("""[&<>"'\t\n]""")
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
    "\t": "&#9;",  # a parser turns bare white space in an attribute into spaces
    "\n": "&#10;",
}


def sanitise(text: str) -> str:
    """Give ``text`` as XML 1.0 can carry it (section 2.2), so that it comes back unchanged.

    Each forbidden character (controls, NUL, lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD;
    line ends become "\\n"; what is longer than ``TEXT_LIMIT`` when escaped is cut and ends in "…".
    """
    if not (text.isascii() and text.isprintable()):
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _FORBIDDEN.sub("\ufffd", text)
    if len(text) * _WORST_CASE > TEXT_LIMIT:
        text = _cut(text)
    return text


def _cut(text: str) -> str:
    """Shorten clean ``text`` until its escaped form fits."""
    size = len(_escape(text).encode())
    if size <= TEXT_LIMIT:
        return text
    room = TEXT_LIMIT - len("…".encode())
    while size > room:
        text = text[: min(len(text) - 1, len(text) * room // size)]
        size = len(_escape(text).encode())
    return text + "…"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def content(text: str) -> str:
    """Give ``text`` as the content of an element: clean, capped and escaped."""
    return _escape(sanitise(text))


def attribute(value: str) -> str:
    """Give ``value`` as the inside of a quoted attribute: clean, capped and escaped."""
    value = sanitise(value[:ATTRIBUTE_LIMIT])
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(lambda special: _ESCAPES[special[0]], value)
    return value


@lru_cache(maxsize=8192)
def jid_attribute(jid: str) -> str:
    """Give a JID as the inside of a quoted attribute; the same few come again and again."""
    return attribute(jid)


@lru_cache(maxsize=8192)
def own_address(local: str, domain: str) -> str:
    """Give an address of ours, "" being the component itself, as the inside of an attribute."""
    return attribute(f"{local}@{domain}" if local else domain)
