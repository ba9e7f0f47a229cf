"""Stanza -> events. It reads and sorts; what follows from a message is for desk/ to decide."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from imref.desk.events import (
    Bounced,
    Delivered,
    Event,
    Flaw,
    Marked,
    PresenceChanged,
    PresenceRefused,
    Reacted,
    Retracted,
    RoomSaid,
    Said,
    Subscription,
    SubscriptionChanged,
    Typed,
    Unusable,
)
from imref.xmpp import rooms
from imref.xmpp.companions import READERS, Companions, companions_of
from imref.xmpp.outbound import CHAT_STATES
from imref.xmpp.roster import privilege_in

log = logging.getLogger(__name__)

# Children may stand in either namespace: servers differ, and slixmpp renames the stanza alone.
NAMESPACES = ("jabber:component:accept", "jabber:client")
_STANZAS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_JID_LIMIT = 3_071  # RFC 7622, section 3.1
_STATUS_LIMIT = 200  # characters of a client's status that anybody would read
_TAG_LIMIT = 35  # RFC 5646, section 4.4.1
_YEAR_10000 = 253_402_300_800.0
_BARE_JID = re.compile(r"""(?:[^\s"&'/:<>@]+@)?[^\s"&'/<>@]+""")  # RFC 7622, section 3.3.1
_CAPS = "{http://jabber.org/protocol/caps}c"
_SHOWS = frozenset({"chat", "away", "xa", "dnd"})
_SUBSCRIPTIONS = {kind.value: kind for kind in Subscription}

_CAPS_LIMIT = 300  # characters of a client's name and hash together (XEP-0115)

_BODY, _STATE, _REQUEST, _RECEIVED, _REPLACE, _DELAY, _COMPANION, _ENCRYPTED, _CARBON = range(9)
_CHILDREN = (
    {f"{{{namespace}}}body": _BODY for namespace in NAMESPACES}
    | {f"{{http://jabber.org/protocol/chatstates}}{state}": _STATE for state in CHAT_STATES}
    | {
        "{urn:xmpp:receipts}request": _REQUEST,
        "{urn:xmpp:receipts}received": _RECEIVED,
        "{urn:xmpp:message-correct:0}replace": _REPLACE,
        "{urn:xmpp:delay}delay": _DELAY,
        "{urn:xmpp:eme:0}encryption": _ENCRYPTED,  # XEP-0380
        "{urn:xmpp:openpgp:0}openpgp": _ENCRYPTED,  # XEP-0373
        "{jabber:x:encrypted}x": _ENCRYPTED,  # XEP-0027
        "{urn:xmpp:carbons:2}sent": _CARBON,
        "{urn:xmpp:carbons:2}received": _CARBON,
    }
    | dict.fromkeys(READERS, _COMPANION)
)


class Sender(NamedTuple):
    """Whom a stanza came from: bare JID in lower case, and the device."""

    bare: str
    resource: str


@lru_cache(maxsize=8192)
def sender_of(jid: str) -> Sender | None:
    """Split a JID; None when it is none."""
    bare, _, resource = jid.partition("/")
    if len(jid) > _JID_LIMIT or not bare.isprintable() or not _BARE_JID.fullmatch(bare):
        return None
    return Sender(bare.lower(), resource)


@lru_cache(maxsize=8192)
def local_part(jid: str, domain: str) -> str | None:
    """Give the local part of an address of ours, "" for the component; None for others'."""
    local, _, host = jid.partition("/")[0].lower().rpartition("@")
    return local if host == domain else None


def events_of(stanza: Element, domain: str) -> list[Event]:
    """Give what a message or presence stanza says, in order; mostly one event, often none.

    ``domain`` is ours: ejabberd may hand us a neighbour's stanzas (one listener, several hosts,
    without ``global_routes: false``), which are left alone. Text is never logged.
    """
    sender = sender_of(stanza.get("from", ""))
    to = local_part(stanza.get("to", domain), domain)
    if sender is None or to is None:
        log.debug("left alone: a %s with unusable addresses", stanza.tag.rpartition("}")[2])
        return []
    if stanza.tag.endswith("}message"):
        granted = privilege_in(stanza) if not to else None
        return [granted] if granted else _message(stanza, sender, to)
    return _presence(stanza, sender, to)


def _message(stanza: Element, sender: Sender, to: str) -> list[Event]:
    kind = stanza.get("type", "")
    if kind in ("chat", "normal", ""):
        return _chat(stanza, sender, to)
    if kind == "error":
        return [Bounced(sender.bare, to, stanza.get("id", ""), _condition(stanza))]
    if kind == "groupchat":
        return _groupchat(stanza, sender, to)
    if kind == "headline":
        return []
    return _chat(stanza, sender, to)  # an unknown type is "normal" (RFC 6121, section 5.2.2)


def _groupchat(stanza: Element, sender: Sender, to: str) -> list[Event]:
    """What was said in a group chat; "" is a change of its subject (XEP-0045, section 8.1)."""
    body, sent = "", 0.0
    for child in stanza:
        what = _CHILDREN.get(child.tag)
        if what == _BODY:
            body = body or child.text or ""
        elif what == _DELAY:
            sent = _earlier(sent, child.get("stamp", ""))
    room, nick = sender
    language = _language(stanza, "")
    return [RoomSaid(room, nick, to, stanza.get("id", ""), body, sent, language)]


def _chat(stanza: Element, sender: Sender, to: str) -> list[Event]:
    body = language = state = replaces = received = ""
    plain = receipt = encrypted = False
    sent = 0.0
    companions: list[Element] | None = None
    for child in stanza:
        what = _CHILDREN.get(child.tag)
        if what is None:
            encrypted = encrypted or child.tag.endswith("}encrypted")  # every kind of OMEMO
        elif what == _BODY:
            # Of several languages, the one that is not marked as a translation, or the first.
            if not body or (not plain and _XML_LANG not in child.attrib):
                body = child.text or ""
                plain = _XML_LANG not in child.attrib
                language = child.get(_XML_LANG, "")
        elif what == _STATE:
            state = child.tag.rpartition("}")[2]
        elif what == _REQUEST:
            receipt = True
        elif what == _RECEIVED:
            received = child.get("id", "")
        elif what == _REPLACE:
            replaces = child.get("id", "")
        elif what == _DELAY:
            sent = _earlier(sent, child.get("stamp", ""))
        elif what == _COMPANION:
            companions = [*(companions or ()), child]
        elif what == _ENCRYPTED:
            encrypted = True
        else:
            return []  # a carbon is somebody's copy of their own message, and a trick from others

    id = stanza.get("id", "")  # noqa: A001 - XMPP's name for it
    if encrypted or body.startswith("?OTR"):
        return [Unusable(*sender, to, id, Flaw.ENCRYPTED, _language(stanza, language))]
    events: list[Event] = []
    if received:
        events.append(Delivered(sender.bare, to, received))
    came = companions_of(companions) if companions else None
    if came is not None:
        events += _about_earlier(came, sender, to, id)
        body = "" if came.replace_words() else body or came.url
    if body and not body.isspace():
        tag = _language(stanza, language)
        said = Said(*sender, to, id, body, receipt, state != "", replaces, sent, tag)
        if came is not None:
            _accompany(said, came)
        events.append(said)
    elif state:
        events.append(Typed(*sender, to, state))
    return events


def _about_earlier(came: Companions, sender: Sender, to: str, id: str) -> Iterator[Event]:  # noqa: A002 - XMPP's name for it
    """What a message says of earlier ones; the words that may come with it only stand in for it."""
    if came.displayed:
        yield Marked(*sender, to, came.displayed)
    if came.retracts:
        yield Retracted(*sender, to, id, came.retracts)
    elif came.reacts_to:
        yield Reacted(*sender, to, id, came.reacts_to, came.emojis)


def _accompany(said: Said, came: Companions) -> None:
    said.nick, said.email = came.nick, came.email
    said.reply, said.quoted = came.reply, min(came.quoted, len(said.body))
    said.url, said.unstyled = came.url, came.unstyled


def _language(stanza: Element, of_body: str) -> str:
    """The language tag of a message's body, or of the whole message (RFC 6121, section 5.2.3).

    COMPAT: Prosody 0.12 and ejabberd 23 mark a message that has no tag with the one that its client
    connected in (RFC 6120, section 8.1.5), so a tag need not be anybody's choice: see
    ``doubted_languages`` in the config.
    """
    tag = of_body or stanza.get(_XML_LANG, "")
    return tag if len(tag) <= _TAG_LIMIT else ""


def _earlier(sent: float, stamp: str) -> float:
    """The first of two times (0 is none): each server on the way may add its own stamp."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return sent
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    at = moment.timestamp()
    if not 0 < at < _YEAR_10000:
        return sent
    return min(sent, at) if sent else at


def _condition(stanza: Element) -> str:
    """The defined condition of an error stanza (RFC 6120, section 8.3.3)."""
    for child in stanza:
        if child.tag.endswith("}error"):
            for detail in child:
                name = detail.tag.removeprefix(_STANZAS)
                if name not in (detail.tag, "text"):
                    return name
    return "undefined-condition"


def _presence(stanza: Element, sender: Sender, to: str) -> list[Event]:
    kind = stanza.get("type", "")
    of_room = rooms.occupant(stanza, *sender)
    if of_room is not None:
        return [*of_room]
    if kind in _SUBSCRIPTIONS:
        return [SubscriptionChanged(*sender, to, _SUBSCRIPTIONS[kind])]
    if kind == "unavailable":
        return [PresenceChanged(*sender, to, "unavailable")]
    if kind == "error":
        refused = PresenceRefused(sender.bare, to, _condition(stanza))
        return [PresenceChanged(*sender, to, "unavailable"), refused]
    if kind:
        return []
    show, status, caps = "available", "", ""
    for child in stanza:
        text = (child.text or "").strip()
        if child.tag.endswith("}show") and text in _SHOWS:
            show = text
        elif child.tag.endswith("}status") and not status:
            status = text[:_STATUS_LIMIT]
        elif child.tag.endswith("}priority") and text.startswith("-"):
            # Nothing sent to the bare address reaches such a device (RFC 6121, section 4.7.2.3),
            # and that is where all that we send goes.
            return [PresenceChanged(*sender, to, "unavailable")]
        elif child.tag == _CAPS:
            caps = _caps(child)
    return [PresenceChanged(*sender, to, show, status, caps)]


def _caps(child: Element) -> str:
    """The name under which a client's features are known: node and hash (XEP-0115).

    Only SHA-1, which every client has and which can be checked; the old kind without is no proof.
    """
    caps = f"{child.get('node', '')}#{child.get('ver', '')}"
    return caps if child.get("hash") == "sha-1" and len(caps) <= _CAPS_LIMIT else ""
