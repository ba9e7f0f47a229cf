"""Rosters of others, where their server lets us change them: privileged entity (XEP-0356).

Only what it says of rosters is heard, and that is the same in its versions 0, 1 and 2: ejabberd
23.01 speaks 1, ejabberd from 24.06 and mod_privilege of Prosody speak 2. A roster is changed by an
ordinary roster set to the account of its owner (XEP-0356, section 4.3).
"""

from xml.etree.ElementTree import Element

from imref.desk.events import Privileged
from imref.xmpp.wire import attribute, content

_ROSTER = "jabber:iq:roster"
_PRIVILEGE = frozenset(f"{{urn:xmpp:privilege:{version}}}privilege" for version in range(3))
_WRITES = frozenset({"set", "both"})


def privilege_in(stanza: Element) -> Privileged | None:
    """What a message from a server itself says of rosters; None when it says nothing of the kind.

    No user can send from an address without a local part. Another server can, and then speaks
    of its own users.
    """
    host = stanza.get("from", "").lower()
    said = next((child for child in stanza if child.tag in _PRIVILEGE), None)
    if said is None or "@" in host or "/" in host:
        return None
    granted = {child.get("access"): child.get("type") for child in said}
    return Privileged(host, granted.get("roster") in _WRITES)


def entry(jid: str, name: str, group: str) -> str:
    """The payload that puts a contact into a roster.

    With presence in both directions: that is what filters against strangers look at.
    """
    return (
        f"<query xmlns='{_ROSTER}'><item jid='{attribute(jid)}' name='{attribute(name)}'"
        f" subscription='both'><group>{content(group)}</group></item></query>"
    )


def removal(jid: str) -> str:
    """The payload that takes a contact out of a roster."""
    item = f"<item jid='{attribute(jid)}' subscription='remove'/>"
    return f"<query xmlns='{_ROSTER}'>{item}</query>"
