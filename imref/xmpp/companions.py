"""What came with a message beside its words, out of the elements of its stanza.

Few messages have any of it, so `imref.xmpp.inbound` hands over those children alone that are no
everyday ones.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

REPLY = "urn:xmpp:reply:0"
REACTIONS = "urn:xmpp:reactions:0"
RETRACT = "urn:xmpp:message-retract:1"
MARKERS = "urn:xmpp:chat-markers:0"
OOB = "jabber:x:oob"
_FORM = "{jabber:x:data}"
_OLD_RETRACT = "{urn:xmpp:message-retract:0}retract"

NAME_LIMIT = 60
"""Characters of what somebody calls themselves that anybody would read."""

URL_LIMIT = 2_000
"""Characters that servers and browsers take for a URL; a longer one is left among the words."""

EMOJIS_LIMIT = 12
EMOJI_LIMIT = 32
"""Reactions of one person to one message, and characters of each; families are long."""

MAIL_LIMIT = 254
"""Characters of a mail address (RFC 5321, section 4.5.3.1.3, less the angle brackets)."""


@dataclass(slots=True)
class Companions:
    """What is empty did not come.

    ``reply``, ``reacts_to``, ``retracts`` and ``displayed`` are ids of earlier messages, as the
    sender knows them. The first ``quoted`` characters of the body only repeat the message that is
    answered; ``stand_in`` are namespaces for which the whole body stands in (XEP-0428).
    """

    reply: str = ""
    quoted: int = 0
    reacts_to: str = ""
    emojis: tuple[str, ...] = ()
    retracts: str = ""
    displayed: str = ""
    url: str = ""
    unstyled: bool = False
    nick: str = ""
    email: str = ""
    stand_in: frozenset[str] = frozenset()

    def replace_words(self) -> bool:
        """Whether the body only tells in words what a reaction, retraction or marker says."""
        return bool(self.reacts_to or self.retracts or MARKERS in self.stand_in)


def companions_of(children: Iterable[Element]) -> Companions:
    """Read the children of a message whose tags are among `READERS`."""
    found = Companions()
    for child in children:
        READERS[child.tag](child, found)
    return found


def _reply(child: Element, found: Companions) -> None:
    found.reply = child.get("id", "")


def _fallback(child: Element, found: Companions) -> None:
    """A part of the body, or all of it, stands in for something (XEP-0428).

    For a quotation the part at the front counts; a reply that would be all quotation is taken as
    it stands.
    """
    meant = child.get("for", "")
    ranges = [part.attrib for part in child if part.tag.endswith("}body")]
    if not any("start" in each for each in ranges):
        found.stand_in |= {meant}
    elif meant == REPLY:
        ends = [each.get("end", "") for each in ranges if each.get("start") == "0"]
        found.quoted = max((_number(end) for end in ends), default=0)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _reactions(child: Element, found: Companions) -> None:
    found.reacts_to = child.get("id", "")
    texts = ((each.text or "").strip() for each in child if each.tag.endswith("}reaction"))
    emojis = dict.fromkeys(text for text in texts if text and len(text) <= EMOJI_LIMIT)
    found.emojis = tuple(emojis)[:EMOJIS_LIMIT]


def _retract(child: Element, found: Companions) -> None:
    found.retracts = child.get("id", "")


def _apply_to(child: Element, found: Companions) -> None:
    # COMPAT: XEP-0424 before 0.4 (2023) fastened the retraction to its message (XEP-0422).
    if child.find(_OLD_RETRACT) is not None:
        found.retracts = child.get("id", "")


def _displayed(child: Element, found: Companions) -> None:
    found.displayed = child.get("id", "")


def _oob(child: Element, found: Companions) -> None:
    url = (child.findtext(f"{{{OOB}}}url") or "").strip()
    if len(url) <= URL_LIMIT:
        found.url = found.url or url


def _unstyled(_: Element, found: Companions) -> None:
    found.unstyled = True


def _nick(child: Element, found: Companions) -> None:
    found.nick = " ".join((child.text or "").split())[:NAME_LIMIT]


def _form(child: Element, found: Companions) -> None:
    """A form that a page sent along (XEP-0004): of it the mail address alone is read."""
    if child.get("type") != "submit":
        return
    for field in child.findall(f"{_FORM}field"):
        if field.get("var") == "email":
            email = (field.findtext(f"{_FORM}value") or "").strip()
            found.email = email if len(email) <= MAIL_LIMIT else ""


READERS: dict[str, Callable[[Element, Companions], None]] = {
    f"{{{REPLY}}}reply": _reply,
    "{urn:xmpp:fallback:0}fallback": _fallback,
    f"{{{REACTIONS}}}reactions": _reactions,
    f"{{{RETRACT}}}retract": _retract,
    "{urn:xmpp:fasten:0}apply-to": _apply_to,
    f"{{{MARKERS}}}displayed": _displayed,
    f"{{{MARKERS}}}acknowledged": _displayed,  # says as much, and more (XEP-0333 before 0.5)
    f"{{{OOB}}}x": _oob,
    "{urn:xmpp:styling:0}unstyled": _unstyled,
    "{http://jabber.org/protocol/nick}nick": _nick,
    f"{_FORM}x": _form,
}
"""What reads a child of a message, by its tag."""
