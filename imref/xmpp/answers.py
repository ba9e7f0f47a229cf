"""Answers to the queries (iq) that clients and servers put to our addresses."""

from collections.abc import Callable
from importlib.metadata import version
from xml.etree.ElementTree import Element

from imref.xmpp import adhoc, disco, published
from imref.xmpp.directory import Directory, Entry
from imref.xmpp.inbound import local_part, sender_of
from imref.xmpp.vcard import TEMP, VCARD4, vcard4, vcard_temp
from imref.xmpp.wire import attribute, content, own_address

_VERSION = "jabber:iq:version"


def answer(query: Element, domain: str, directory: Directory) -> str:
    """Give the answer to an iq stanza; "" for results, errors and what is not for us.

    An unknown address and one that is hidden from the asker look the same.
    """
    sender = sender_of(query.get("from", ""))
    local = local_part(query.get("to", domain), domain)
    if query.get("type") not in ("get", "set") or sender is None or local is None:
        return ""
    entry = directory.find(local, sender.bare)
    payload = query[0] if len(query) else None
    tag = "" if payload is None else payload.tag
    if entry is None or (tag == published.QUERY and query.get("type") == "set"):
        return _error(query, domain, "item-not-found")
    if payload is None or query.get("type") == "set":
        return _error(query, domain, "service-unavailable")
    found: str | None
    match tag:
        case disco.INFO_QUERY | disco.ITEMS_QUERY if described := _commands(
            payload, local, domain, sender.bare, directory
        ):
            found = described
        case disco.INFO_QUERY:
            found = disco.info(entry, payload.get("node", ""))
        case disco.ITEMS_QUERY:
            found = disco.items(entry, directory.desks(), domain, payload.get("node", ""))
        case published.QUERY:
            found = published.items(payload, entry)
        case _:
            says = _SAYS.get(tag)
            if says is None:
                return _error(query, domain, "service-unavailable")
            return _result(query, domain, says(entry))
    return _result(query, domain, found) if found else _error(query, domain, "item-not-found")


def _commands(payload: Element, local: str, domain: str, asker: str, directory: Directory) -> str:
    """What is said of the commands of an address; "" when another node is asked about, or none."""
    if not payload.get("node"):
        return ""
    commands = directory.commands(local, asker)
    return adhoc.describe(payload, own_address(local, domain), commands)


def _version(_: Entry) -> str:
    """The name and version of the software (XEP-0092)."""
    return (
        f"<query xmlns='{_VERSION}'><name>imref</name>"
        f"<version>{content(version('imref'))}</version></query>"
    )


def _pong(_: Entry) -> str:
    """The answer to a ping is an empty one (XEP-0199)."""
    return ""


_SAYS: dict[str, Callable[[Entry], str]] = {
    "{urn:xmpp:ping}ping": _pong,
    f"{{{_VERSION}}}query": _version,
    f"{{{TEMP}}}vCard": vcard_temp,
    f"{{{VCARD4}}}vcard": vcard4,
}
"""What every address says to a get of this element."""


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
