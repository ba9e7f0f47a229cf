"""Effect -> the text of a stanza."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from imref.desk.effects import (
    REFUSAL_TYPE,
    Acknowledge,
    Convey,
    Effect,
    HandForm,
    JoinRoom,
    LeaveRoom,
    Mark,
    Refuse,
    RefuseForm,
    Say,
    SayInRoom,
)
from imref.xmpp import rooms
from imref.xmpp.adhoc_answers import hand_form, refuse_form
from imref.xmpp.directory import ComponentOnly, Directory
from imref.xmpp.enclosure import render_enclosure
from imref.xmpp.presence import Presence, render_presence
from imref.xmpp.wire import attribute, content, jid_attribute, own_address

CHAT_STATES = frozenset({"active", "composing", "paused", "inactive", "gone"})


def render(effect: Effect, domain: str, directory: Directory | None = None) -> str:
    """Give the stanza for ``effect``, sent from an address in ``domain``.

    "" for effects that are only kept, and for states and shows that XMPP does not have. Presence
    says of an address what the ``directory`` knows.
    """
    if type(effect) is Say:
        return render_say(effect, domain)
    if isinstance(effect, Presence):
        return render_presence(effect, domain, directory or ComponentOnly())
    renderer = _RENDERERS.get(type(effect))
    return renderer(effect, domain) if renderer else ""


def render_say(say: Say, domain: str, *, replay: bool = False) -> str:
    """Give the message for ``say``.

    It always asks for a receipt (XEP-0184), and for words that are passed on to be marked when
    they are looked at (XEP-0333). It carries a delay stamp (XEP-0203) when the words were spoken
    earlier: at ``say.sent``, or, in a replay, at ``say.at``.
    """
    extras = ""
    if say.active:
        extras = "<active xmlns='http://jabber.org/protocol/chatstates'/>"
    if say.message is not None:
        extras += "<markable xmlns='urn:xmpp:chat-markers:0'/>"
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
        f"<message type='chat' from='{own_address(say.sender, domain)}'"
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


def _acknowledge(receipt: Acknowledge, domain: str) -> str:
    # The hint (XEP-0334) keeps the tick for a device that is offline just now.
    return (
        f"<message type='chat' from='{own_address(receipt.sender, domain)}'"
        f" to='{jid_attribute(receipt.recipient)}'>"
        f"<received xmlns='urn:xmpp:receipts' id='{attribute(receipt.id)}'/>"
        "<store xmlns='urn:xmpp:hints'/></message>"
    )


def _mark(mark: Mark, domain: str) -> str:
    return (
        f"<message type='chat' from='{own_address(mark.sender, domain)}'"
        f" to='{jid_attribute(mark.recipient)}'>"
        f"<displayed xmlns='urn:xmpp:chat-markers:0' id='{attribute(mark.id)}'/>"
        "<store xmlns='urn:xmpp:hints'/></message>"
    )


def _convey(state: Convey, domain: str) -> str:
    if state.state not in CHAT_STATES:
        return ""
    return (
        f"<message type='chat' from='{own_address(state.sender, domain)}'"
        f" to='{jid_attribute(state.recipient)}'>"
        f"<{state.state} xmlns='http://jabber.org/protocol/chatstates'/>"
        "<no-store xmlns='urn:xmpp:hints'/></message>"
    )


def _refuse(refusal: Refuse, domain: str) -> str:
    text = ""
    if refusal.text:
        text = f"<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>{content(refusal.text)}</text>"
    return (
        f"<message type='error' from='{own_address(refusal.sender, domain)}'"
        f" to='{jid_attribute(refusal.recipient)}' id='{attribute(refusal.id)}'>"
        f"<error type='{REFUSAL_TYPE[refusal.condition]}'>"
        f"<{refusal.condition.value} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>{text}"
        "</error></message>"
    )


_RENDERERS: dict[type, Callable[[Any, str], str]] = {
    Acknowledge: _acknowledge,
    Mark: _mark,
    Convey: _convey,
    Refuse: _refuse,
    HandForm: hand_form,
    RefuseForm: refuse_form,
    JoinRoom: rooms.join,
    LeaveRoom: rooms.leave,
    SayInRoom: rooms.say,
}
