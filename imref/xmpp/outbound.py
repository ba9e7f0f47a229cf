"""Effect -> the text of a stanza."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from imref.desk.effects import (
    REFUSAL_TYPE,
    Acknowledge,
    AskSubscription,
    Convey,
    Effect,
    GrantSubscription,
    Probe,
    Refuse,
    Say,
    ShowPresence,
)
from imref.xmpp.enclosure import render_enclosure
from imref.xmpp.wire import attribute, content, jid_attribute

RESOURCE = "desk"
"""The resource under which our addresses show presence: RFC 6121 expects a full JID there, and
some clients ignore presence without one. Messages go out from bare JIDs, so that an answer comes
to the same place whatever device it is typed on."""

CHAT_STATES = frozenset({"active", "composing", "paused", "inactive", "gone"})
_SHOWS = frozenset({"chat", "away", "xa", "dnd"})


def render(effect: Effect, domain: str) -> str:
    """Give the stanza for ``effect``, sent from an address in ``domain``.

    "" for effects that are only kept, and for states and shows that XMPP does not have.
    """
    if type(effect) is Say:
        return render_say(effect, domain)
    renderer = _RENDERERS.get(type(effect))
    return renderer(effect, domain) if renderer else ""


def render_say(say: Say, domain: str, *, replay: bool = False) -> str:
    """Give the message for ``say``.

    It always asks for a receipt (XEP-0184). It carries a delay stamp (XEP-0203) when the words
    were spoken earlier: at ``say.sent``, or, in a replay, at ``say.at``.
    """
    extras = ""
    if say.active:
        extras = "<active xmlns='http://jabber.org/protocol/chatstates'/>"
    if say.replaces:
        extras += f"<replace xmlns='urn:xmpp:message-correct:0' id='{attribute(say.replaces)}'/>"
    spoken = say.sent or (say.at if replay else 0.0)
    if spoken:
        extras += _delay(spoken, domain)
    if say.enclosed:
        extras += render_enclosure(say.enclosed)
    body = f"<body>{content(say.body)}</body>"
    if not say.body and say.enclosed:
        body = "<store xmlns='urn:xmpp:hints'/>"  # or an archive would pass over it (XEP-0334)
    return (
        f"<message type='chat' from='{_address(say.sender, domain)}'"
        f" to='{jid_attribute(say.recipient)}' id='{attribute(say.id)}'>"
        f"{body}<request xmlns='urn:xmpp:receipts'/>{extras}</message>"
    )


def _delay(at: float, domain: str) -> str:
    """A delay stamp in the format of XEP-0082; nothing for a time that no calendar has."""
    try:
        moment = datetime.fromtimestamp(at, UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    stamp = moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"<delay xmlns='urn:xmpp:delay' from='{domain}' stamp='{stamp}Z'/>"


@lru_cache(maxsize=8192)
def _address(local: str, domain: str) -> str:
    return attribute(f"{local}@{domain}" if local else domain)


def _acknowledge(receipt: Acknowledge, domain: str) -> str:
    # The hint (XEP-0334) keeps the tick for a device that is offline just now.
    return (
        f"<message type='chat' from='{_address(receipt.sender, domain)}'"
        f" to='{jid_attribute(receipt.recipient)}'>"
        f"<received xmlns='urn:xmpp:receipts' id='{attribute(receipt.id)}'/>"
        "<store xmlns='urn:xmpp:hints'/></message>"
    )


def _convey(state: Convey, domain: str) -> str:
    if state.state not in CHAT_STATES:
        return ""
    return (
        f"<message type='chat' from='{_address(state.sender, domain)}'"
        f" to='{jid_attribute(state.recipient)}'>"
        f"<{state.state} xmlns='http://jabber.org/protocol/chatstates'/>"
        "<no-store xmlns='urn:xmpp:hints'/></message>"
    )


def _refuse(refusal: Refuse, domain: str) -> str:
    text = ""
    if refusal.text:
        text = f"<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>{content(refusal.text)}</text>"
    return (
        f"<message type='error' from='{_address(refusal.sender, domain)}'"
        f" to='{jid_attribute(refusal.recipient)}' id='{attribute(refusal.id)}'>"
        f"<error type='{REFUSAL_TYPE[refusal.condition]}'>"
        f"<{refusal.condition.value} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>{text}"
        "</error></message>"
    )


def _show_presence(presence: ShowPresence, domain: str) -> str:
    show = presence.show
    if show not in _SHOWS and show not in ("available", "unavailable"):
        return ""
    kind = " type='unavailable'" if show == "unavailable" else ""
    inside = f"<show>{show}</show>" if show in _SHOWS else ""
    if presence.status:
        inside += f"<status>{content(presence.status)}</status>"
    return (
        f"<presence from='{_address(presence.sender, domain)}/{RESOURCE}'"
        f" to='{jid_attribute(presence.recipient)}'{kind}>{inside}</presence>"
    )


def _bare_presence(kind: str) -> Callable[[Any, str], str]:
    """Subscriptions and probes go from bare JID to bare JID (RFC 6121, sections 3 and 4.3)."""

    def renderer(effect: Probe | AskSubscription | GrantSubscription, domain: str) -> str:
        return (
            f"<presence type='{kind}' from='{_address(effect.sender, domain)}'"
            f" to='{jid_attribute(effect.recipient)}'/>"
        )

    return renderer


_RENDERERS: dict[type, Callable[[Any, str], str]] = {
    Acknowledge: _acknowledge,
    Convey: _convey,
    Refuse: _refuse,
    ShowPresence: _show_presence,
    Probe: _bare_presence("probe"),
    AskSubscription: _bare_presence("subscribe"),
    GrantSubscription: _bare_presence("subscribed"),
}
