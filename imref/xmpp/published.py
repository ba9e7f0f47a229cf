"""Pubsub items that our addresses have without a pubsub service behind them (XEP-0060).

Card, nickname and picture can be fetched, nothing can be published or subscribed to. Every other
node does not exist; above all there are no OMEMO devices, which is said at once: clients ask for
them before the first message.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from imref.xmpp import avatar
from imref.xmpp.directory import Entry
from imref.xmpp.vcard import vcard4
from imref.xmpp.wire import attribute, content

PUBSUB = "http://jabber.org/protocol/pubsub"
QUERY = f"{{{PUBSUB}}}pubsub"
NICK = "http://jabber.org/protocol/nick"

CURRENT = "current"
"""The id of the only item of a node (XEP-0060, section 12.20)."""


def items(pubsub: Element, entry: Entry) -> str:
    """The payload with the items that are asked for; "" when there are none (item-not-found)."""
    asked = next((child for child in pubsub if child.tag == f"{{{PUBSUB}}}items"), None)
    node = "" if asked is None else asked.get("node", "")
    found = _NODES[node](entry) if node in _NODES else None
    if asked is None or found is None:
        return ""
    id, payload = found  # noqa: A001 - XMPP's name for it
    wanted = {child.get("id") for child in asked}
    if wanted and id not in wanted:
        return ""
    return (
        f"<pubsub xmlns='{PUBSUB}'><items node='{attribute(node)}'>"
        f"<item id='{id}'>{payload}</item></items></pubsub>"
    )


def nick(entry: Entry) -> str:
    """The name under which people know an address (XEP-0172)."""
    return f"<nick xmlns='{NICK}'>{content(entry.name)}</nick>"


_Item = tuple[str, str]
"""The id of an item and what is in it."""


def _metadata(entry: Entry) -> _Item | None:
    picture = entry.picture
    return (picture.id, avatar.metadata(picture)) if picture else None


def _data(entry: Entry) -> _Item | None:
    picture = entry.picture
    return (picture.id, avatar.data(picture)) if picture else None


_NODES: dict[str, Callable[[Entry], _Item | None]] = {
    avatar.METADATA: _metadata,
    avatar.DATA: _data,
    "urn:xmpp:vcard4": lambda entry: (CURRENT, vcard4(entry)),
    NICK: lambda entry: (CURRENT, nick(entry)),
}
