"""Service discovery (XEP-0030) and entity capabilities (XEP-0115): what each address can do."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha1

from imref.xmpp.adhoc_answers import COMMANDS, DATA
from imref.xmpp.directory import Entry, Role
from imref.xmpp.wire import attribute

INFO = "http://jabber.org/protocol/disco#info"
ITEMS = "http://jabber.org/protocol/disco#items"
CAPS = "http://jabber.org/protocol/caps"
INFO_QUERY = f"{{{INFO}}}query"
ITEMS_QUERY = f"{{{ITEMS}}}query"

NODE = "urn:xmpp:imref"
"""The name of this software in capabilities."""

IDENTITIES = {
    Role.COMPONENT: ("component", "generic"),
    Role.DESK: ("client", "bot"),
    Role.PATRON: ("client", "pc"),
}
"""Category and type of each role (the registry of XEP-0030)."""

_EVERYWHERE = (
    INFO,
    ITEMS,
    CAPS,
    "http://jabber.org/protocol/pubsub#retrieve-items",
    "jabber:iq:version",
    "urn:ietf:params:xml:ns:vcard-4.0",
    "urn:xmpp:ping",
    "vcard-temp",
)
_IN_MESSAGES = (
    "http://jabber.org/protocol/chatstates",
    "http://jabber.org/protocol/nick",
    "jabber:x:oob",
    "urn:xmpp:chat-markers:0",
    "urn:xmpp:delay",
    "urn:xmpp:fallback:0",
    "urn:xmpp:message-correct:0",
    "urn:xmpp:message-retract:1",
    "urn:xmpp:reactions:0",
    "urn:xmpp:receipts",
    "urn:xmpp:reply:0",
    "urn:xmpp:styling:0",
)
"""What goes through us from one person to the other, as a client would do it."""

FEATURES = {
    Role.COMPONENT: tuple(sorted(_EVERYWHERE)),
    Role.DESK: tuple(sorted(_EVERYWHERE + _IN_MESSAGES)),
    Role.PATRON: tuple(sorted(_EVERYWHERE + _IN_MESSAGES)),
}
"""What each role can do; what is not supported is not said (and never OMEMO)."""


_WITH_COMMANDS = {
    role: tuple(sorted((*features, COMMANDS, DATA))) for role, features in FEATURES.items()
}


def features_of(entry: Entry) -> tuple[str, ...]:
    """What an address can do for whoever asks: those who have commands there see it by this."""
    return (_WITH_COMMANDS if entry.commands else FEATURES)[entry.role]


def info(entry: Entry, node: str = "") -> str:
    """The payload that says what an address is; "" for a node that it does not have.

    Its capabilities are a node, whose answer clients keep for all who have the same
    (XEP-0115, section 6.2).
    """
    if node and node != f"{NODE}#{version_of(entry)}":
        return ""
    category, kind = IDENTITIES[entry.role]
    features = "".join(f"<feature var='{feature}'/>" for feature in features_of(entry))
    named = f" node='{attribute(node)}'" if node else ""
    name = _software_of(entry)
    return (
        f"<query xmlns='{INFO}'{named}>"
        f"<identity category='{category}' type='{kind}' name='{attribute(name)}'/>"
        f"{features}</query>"
    )


def items(entry: Entry, desks: Iterable[Entry], domain: str, node: str = "") -> str:
    """The payload that lists what belongs to an address; "" for a node that it does not have."""
    if node:
        return ""
    listed = desks if entry.role is Role.COMPONENT else ()
    return f"<query xmlns='{ITEMS}'>{''.join(_item(desk, domain) for desk in listed)}</query>"


def capabilities(entry: Entry) -> str:
    """What presence says of them, so that nobody who has seen the like need ask."""
    version = version_of(entry)
    return f"<c xmlns='{CAPS}' hash='sha-1' node='{NODE}' ver='{version}'/>"


def version_of(entry: Entry) -> str:
    """The verification string of what an address can do (XEP-0115, section 5.1)."""
    return _version(entry.role, _software_of(entry), features_of(entry))


@lru_cache(maxsize=256)
def _version(role: Role, name: str, features: tuple[str, ...]) -> str:
    category, kind = IDENTITIES[role]
    said = (f"{category}/{kind}//{name}", *features)
    text = "".join(f"{part}<" for part in said)
    return b64encode(sha1(text.encode(), usedforsecurity=False).digest()).decode()


def _software_of(entry: Entry) -> str:
    """The name in an identity: of a desk its own; of an alias the software's, as clients have it.

    So all aliases can do the same under one version, and a client asks once for all of them. Who
    they are is in the vCard. A "<" could pass for the end of a name (XEP-0115, section 5.1).
    """
    return "imref" if entry.role is Role.PATRON else entry.name.replace("<", "")


def _item(desk: Entry, domain: str) -> str:
    return f"<item jid='{attribute(f'{desk.local}@{domain}')}' name='{attribute(desk.name)}'/>"
