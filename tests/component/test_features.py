"""Nothing is advertised that is not supported: each feature is tried."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from imref.desk.effects import Acknowledge, Convey, Mark, Say
from imref.desk.events import Delivered, Event, Marked, Reacted, Retracted, Said, Typed
from imref.desk.talk.enclosure import Enclosure
from imref.xmpp.directory import Role
from imref.xmpp.disco import FEATURES
from imref.xmpp.inbound import events_of
from imref.xmpp.outbound import render

from .server import DOMAIN
from .test_answers import INFO, ITEMS, LIBRARIAN, ask
from .test_cards import fetch
from .test_presence import CAPS, presence
from .test_presence import ShowPresence as Show

ADDRESSES = {Role.COMPONENT: "", Role.DESK: "ask", Role.PATRON: "patron-1001"}
STATES = "http://jabber.org/protocol/chatstates"


def answers(payload: str) -> Callable[[str], bool]:
    """Whether the address answers a get of this payload with a result."""

    def tried(local: str) -> bool:
        to = f"{local}@{DOMAIN}" if local else DOMAIN
        reply = ask(payload, to, asker=LIBRARIAN)
        return reply is not None and reply.get("type") == "result"

    return tried


def hears(payload: str, kind: type[Event], field: str = "", value: object = None) -> bool:
    """Whether a message with this in it becomes such an event."""
    stanza = ET.fromstring(
        f"<message xmlns='jabber:client' type='chat' id='m' from='pat@home.example/x'"
        f" to='ask@{DOMAIN}'>{payload}</message>"
    )
    heard = [event for event in events_of(stanza, DOMAIN) if isinstance(event, kind)]
    return bool(heard) and (not field or getattr(heard[0], field) == value)


def says(effect: Say | Acknowledge | Convey | Mark, tag: str) -> bool:
    """Whether the stanza of an effect has an element with this tag."""
    return ET.fromstring(render(effect, DOMAIN)).find(tag) is not None


def _shows_capabilities(local: str) -> bool:
    return presence(Show(local, LIBRARIAN, "available")).find(CAPS) is not None


def _has_items(local: str) -> bool:
    to = f"{local}@{DOMAIN}" if local else DOMAIN
    return fetch("urn:xmpp:vcard4", to).get("type") == "result"


def _passes_states_on(local: str) -> bool:
    heard = hears(f"<composing xmlns='{STATES}'/>", Typed, "state", "composing")
    return heard and says(Convey(local, "lib@x.example", "composing"), f"{{{STATES}}}composing")


def _understands_delay(local: str) -> bool:
    stamp = "<body>hi</body><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>"
    late = Say(1, local, "lib@x.example", "hi", "im-1", 0.0, sent=1_767_225_600.0)
    heard = hears(stamp, Said, "sent", 1_767_225_600.0)
    return heard and says(late, "{urn:xmpp:delay}delay")


def _passes_corrections_on(local: str) -> bool:
    space = "urn:xmpp:message-correct:0"
    better = Say(1, local, "lib@x.example", "hi", "im-1", 0.0, replaces="m0")
    heard = hears(f"<body>hi</body><replace xmlns='{space}' id='m0'/>", Said, "replaces", "m0")
    return heard and says(better, f"{{{space}}}replace")


def _knows_receipts(local: str) -> bool:
    space = "urn:xmpp:receipts"
    asked = hears(f"<body>hi</body><request xmlns='{space}'/>", Said, "receipt", value=True)
    given = hears(f"<received xmlns='{space}' id='im-1'/>", Delivered, "id", "im-1")
    return (
        asked and given and says(Acknowledge(local, "lib@x.example", "m"), f"{{{space}}}received")
    )


def encloses(local: str, enclosed: Enclosure, tag: str) -> bool:
    """Whether what goes with a message is an element with this tag."""
    return says(Say(1, local, "lib@x.example", "hi", "im-1", 0.0, enclosed=enclosed), tag)


def _names_who_speaks(local: str) -> bool:
    tag = "{http://jabber.org/protocol/nick}nick"
    heard = hears(f"<body>hi</body><nick xmlns='{tag[1:-5]}'>Pat</nick>", Said, "nick", "Pat")
    return heard and encloses(local, Enclosure(nick="Ana"), tag)


def _passes_links_on(local: str) -> bool:
    url = "https://x.example/y"
    heard = hears(f"<x xmlns='jabber:x:oob'><url>{url}</url></x>", Said, "url", url)
    return heard and encloses(local, Enclosure(url=url), "{jabber:x:oob}x")


def _passes_markers_on(local: str) -> bool:
    space = "urn:xmpp:chat-markers:0"
    heard = hears(f"<displayed xmlns='{space}' id='m'/>", Marked, "target", "m")
    relayed = Say(1, local, "lib@x.example", "hi", "m", 0.0, 1, 1)
    shown = says(Mark(local, "lib@x.example", "m"), f"{{{space}}}displayed")
    return heard and shown and says(relayed, f"{{{space}}}markable")


def _knows_what_stands_in(local: str) -> bool:
    space = "urn:xmpp:fallback:0"
    quote = (
        f"<body>> a\nb</body><fallback xmlns='{space}' for='urn:xmpp:reply:0'>"
        "<body start='0' end='4'/></fallback>"
    )
    enclosed = Enclosure(retracts="m", fallback=True)
    return hears(quote, Said, "quoted", 4) and encloses(local, enclosed, f"{{{space}}}fallback")


def _passes_retractions_on(local: str) -> bool:
    space = "urn:xmpp:message-retract:1"
    heard = hears(f"<retract xmlns='{space}' id='m'/>", Retracted, "target", "m")
    return heard and encloses(local, Enclosure(retracts="m"), f"{{{space}}}retract")


def _passes_reactions_on(local: str) -> bool:
    space = "urn:xmpp:reactions:0"
    each = f"<reactions xmlns='{space}' id='m'><reaction>👍</reaction></reactions>"
    enclosed = Enclosure(reaction_to="m", reactions=("👍",))
    return hears(each, Reacted, "emojis", ("👍",)) and encloses(
        local, enclosed, f"{{{space}}}reactions"
    )


def _passes_replies_on(local: str) -> bool:
    space = "urn:xmpp:reply:0"
    heard = hears(f"<body>hi</body><reply xmlns='{space}' id='m'/>", Said, "reply", "m")
    return heard and encloses(local, Enclosure(reply="m"), f"{{{space}}}reply")


def _leaves_styling_to_its_writer(local: str) -> bool:
    space = "urn:xmpp:styling:0"
    heard = hears(f"<body>*</body><unstyled xmlns='{space}'/>", Said, "unstyled", value=True)
    return heard and encloses(local, Enclosure(unstyled=True), f"{{{space}}}unstyled")


PROOFS: dict[str, Callable[[str], bool]] = {
    INFO: answers(f"<query xmlns='{INFO}'/>"),
    ITEMS: answers(f"<query xmlns='{ITEMS}'/>"),
    "http://jabber.org/protocol/caps": _shows_capabilities,
    "http://jabber.org/protocol/pubsub#retrieve-items": _has_items,
    "jabber:iq:version": answers("<query xmlns='jabber:iq:version'/>"),
    "urn:ietf:params:xml:ns:vcard-4.0": answers(
        "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>"
    ),
    "urn:xmpp:ping": answers("<ping xmlns='urn:xmpp:ping'/>"),
    "vcard-temp": answers("<vCard xmlns='vcard-temp'/>"),
    STATES: _passes_states_on,
    "urn:xmpp:delay": _understands_delay,
    "urn:xmpp:message-correct:0": _passes_corrections_on,
    "urn:xmpp:receipts": _knows_receipts,
    "http://jabber.org/protocol/nick": _names_who_speaks,
    "jabber:x:oob": _passes_links_on,
    "urn:xmpp:chat-markers:0": _passes_markers_on,
    "urn:xmpp:fallback:0": _knows_what_stands_in,
    "urn:xmpp:message-retract:1": _passes_retractions_on,
    "urn:xmpp:reactions:0": _passes_reactions_on,
    "urn:xmpp:reply:0": _passes_replies_on,
    "urn:xmpp:styling:0": _leaves_styling_to_its_writer,
}
"""By feature: whether an address, by its local part, does what the feature promises."""


@pytest.mark.parametrize(
    ("role", "feature"),
    [(role, feature) for role, several in FEATURES.items() for feature in several],
)
def test_what_is_advertised_is_done(role: Role, feature: str) -> None:
    assert feature in PROOFS, "a feature is advertised and nobody has shown that it is there"
    assert PROOFS[feature](ADDRESSES[role])


def test_no_encryption_is_advertised() -> None:
    offered = {feature for several in FEATURES.values() for feature in several}
    assert not [
        each for each in offered if "omemo" in each or "axolotl" in each or "openpgp" in each
    ]
