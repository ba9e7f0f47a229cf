"""What each of our addresses is: answers to the queries (iq) that clients and servers send."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from typing import Protocol
from xml.etree.ElementTree import Element

from imref.xmpp.inbound import local_part, sender_of
from imref.xmpp.wire import attribute, content

_DISCO_INFO = "http://jabber.org/protocol/disco#info"
_DISCO_ITEMS = "http://jabber.org/protocol/disco#items"
_PING = "urn:xmpp:ping"
_VERSION = "jabber:iq:version"
_PUBSUB = "{http://jabber.org/protocol/pubsub}pubsub"


class Role(StrEnum):
    """What stands behind an address."""

    COMPONENT = "component"
    DESK = "desk"
    PATRON = "patron"


IDENTITIES = {
    Role.COMPONENT: ("component", "generic"),
    Role.DESK: ("client", "bot"),
    Role.PATRON: ("client", "pc"),
}
"""Category and type of each role (the registry of XEP-0030)."""

_EVERYWHERE = (_DISCO_INFO, _DISCO_ITEMS, _PING, _VERSION)
_WHO_CHATS = (
    "http://jabber.org/protocol/chatstates",
    "urn:xmpp:delay",
    "urn:xmpp:message-correct:0",
    "urn:xmpp:receipts",
)
FEATURES = {
    Role.COMPONENT: _EVERYWHERE,
    Role.DESK: _EVERYWHERE + _WHO_CHATS,
    Role.PATRON: _EVERYWHERE + _WHO_CHATS,
}
"""What each role can do; what is not supported is not said (and never OMEMO)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address: its local part ("" is the component), its role and the name people read."""

    local: str
    role: Role
    name: str


class Directory(Protocol):
    """Knows our addresses."""

    def find(self, local: str, asker: str) -> Entry | None:
        """Give the entry of an address as the bare JID ``asker`` may see it, or None."""

    def desks(self) -> Iterable[Entry]:
        """Give the desks, which everybody may see."""


class ComponentOnly:
    """A directory that knows nothing but the component itself."""

    def find(self, local: str, asker: str) -> Entry | None:  # noqa: ARG002 - the same for all
        """Give the component's entry, None for any other address."""
        return None if local else Entry("", Role.COMPONENT, "imref")

    def desks(self) -> Iterable[Entry]:
        """Give none."""
        return ()


def answer(query: Element, domain: str, directory: Directory) -> str:
    """Give the answer to an iq stanza; "" for results, errors and what is not for us."""
    sender = sender_of(query.get("from", ""))
    local = local_part(query.get("to", domain), domain)
    if query.get("type") not in ("get", "set") or sender is None or local is None:
        return ""
    entry = directory.find(local, sender.bare)
    payload = query[0] if len(query) else None
    tag = "" if payload is None else payload.tag
    if tag == _PUBSUB or entry is None:
        # Device lists of OMEMO are asked for before the first message: say at once that there
        # are none. An unknown address and one that is hidden from the asker look the same.
        return _error(query, domain, "item-not-found")
    if payload is None or query.get("type") != "get":
        return _error(query, domain, "service-unavailable")
    if tag in (f"{{{_DISCO_INFO}}}query", f"{{{_DISCO_ITEMS}}}query") and payload.get("node"):
        return _error(query, domain, "item-not-found")
    if tag == f"{{{_PING}}}ping":
        return _result(query, domain, "")
    if tag == f"{{{_DISCO_INFO}}}query":
        return _result(query, domain, _info(entry))
    if tag == f"{{{_DISCO_ITEMS}}}query":
        return _result(query, domain, _items(entry, domain, directory))
    if tag == f"{{{_VERSION}}}query":
        return _result(query, domain, _version())
    return _error(query, domain, "service-unavailable")


def _info(entry: Entry) -> str:
    category, kind = IDENTITIES[entry.role]
    features = "".join(f"<feature var='{feature}'/>" for feature in FEATURES[entry.role])
    return (
        f"<query xmlns='{_DISCO_INFO}'>"
        f"<identity category='{category}' type='{kind}' name='{attribute(entry.name)}'/>"
        f"{features}</query>"
    )


def _items(entry: Entry, domain: str, directory: Directory) -> str:
    desks = directory.desks() if entry.role is Role.COMPONENT else ()
    items = "".join(
        f"<item jid='{attribute(f'{desk.local}@{domain}')}' name='{attribute(desk.name)}'/>"
        for desk in desks
    )
    return f"<query xmlns='{_DISCO_ITEMS}'>{items}</query>"


def _version() -> str:
    return (
        f"<query xmlns='{_VERSION}'><name>imref</name>"
        f"<version>{content(version('imref'))}</version></query>"
    )


def _result(query: Element, domain: str, payload: str) -> str:
    return f"<iq type='result' {_back(query, domain)}>{payload}</iq>"


def _error(query: Element, domain: str, condition: str) -> str:
    return (
        f"<iq type='error' {_back(query, domain)}><error type='cancel'>"
        f"<{condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
    )


def _back(query: Element, domain: str) -> str:
    """The addresses of an answer: turned round, from exactly the address that was asked."""
    return (
        f"id='{attribute(query.get('id', ''))}' from='{attribute(query.get('to', domain))}'"
        f" to='{attribute(query.get('from', ''))}'"
    )
