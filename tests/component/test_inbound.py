"""What each stanza says, as one event or none."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.desk.events import (
    Bounced,
    Delivered,
    Event,
    Flaw,
    PresenceChanged,
    PresenceRefused,
    RoomSaid,
    Said,
    Subscription,
    SubscriptionChanged,
    Typed,
    Unusable,
)
from imref.xmpp.inbound import events_of

from .server import DOMAIN

PAT = ("pat@home.example", "phone")
ASK = (*PAT, "ask")
OMEMO = "eu.siacs.conversations.axolotl"


def read(xml: str) -> list[Event]:
    """Parse a stanza as it comes on a component stream, and read it."""
    root = ET.fromstring(f"<s xmlns='jabber:component:accept'>{xml}</s>")
    return events_of(root[0], DOMAIN)


def message(inside: str, attributes: str = "type='chat' id='m1'", to: str = f"ask@{DOMAIN}") -> str:
    """A message from the patron's phone."""
    return f"<message from='pat@home.example/phone' to='{to}' {attributes}>{inside}</message>"


def presence(inside: str = "", attributes: str = "") -> str:
    """A presence from the patron's phone."""
    addresses = f"from='pat@home.example/phone' to='ask@{DOMAIN}'"
    return f"<presence {addresses} {attributes}>{inside}</presence>"


@pytest.mark.parametrize("kind", ["type='chat'", "type='normal'", "", "type='novelty'"])
def test_a_message_with_a_body_is_said(kind: str) -> None:
    assert read(message("<body>hi</body>", f"id='m1' {kind}")) == [Said(*ASK, "m1", "hi")]


def test_everything_that_comes_along_is_told() -> None:
    assert read(
        message(
            "<body>hello</body><active xmlns='http://jabber.org/protocol/chatstates'/>"
            "<request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
            "<replace xmlns='urn:xmpp:message-correct:0' id='m0'/>"
            "<delay xmlns='urn:xmpp:delay' stamp='1970-01-01T00:01:00Z'/>"
        )
    ) == [
        Said(*ASK, "m1", "hello", receipt=True, active=True, replaces="m0", sent=60.0),
    ]


def test_a_message_to_the_component_itself_has_no_local_part() -> None:
    assert read(message("<body>hi</body>", to=DOMAIN)) == [Said(*PAT, "", "m1", "hi")]


def test_children_in_the_clients_namespace_are_understood() -> None:
    xml = message("<body xmlns='jabber:client'>hi</body>").replace(
        "<message", "<message xmlns='jabber:client'"
    )
    assert read(xml) == [Said(*ASK, "m1", "hi")]


def test_addresses_are_lower_cased_and_the_resource_is_left_as_it_is() -> None:
    xml = (
        f"<message from='Pat@HOME.example/Phone/2' to='Ask@{DOMAIN}/desk'><body>hi</body></message>"
    )
    assert read(xml) == [Said("pat@home.example", "Phone/2", "ask", "", "hi")]


def test_a_missing_id_is_empty() -> None:
    assert read(message("<body>hi</body>", "")) == [Said(*ASK, "", "hi")]


@pytest.mark.parametrize("body", ["<body/>", "<body> \n\t </body>", ""])
def test_nothing_said_is_nothing(body: str) -> None:
    assert read(message(body)) == []


@pytest.mark.parametrize("state", ["active", "composing", "paused", "inactive", "gone"])
def test_a_chat_state_without_a_body_is_typed(state: str) -> None:
    child = f"<{state} xmlns='http://jabber.org/protocol/chatstates'/>"
    assert read(message(child)) == [Typed(*ASK, state)]


def test_a_receipt_is_delivered() -> None:
    receipt = "<received xmlns='urn:xmpp:receipts' id='im-7'/>"
    assert read(message(receipt)) == [Delivered("pat@home.example", "ask", "im-7")]


def test_a_receipt_and_a_body_are_two_events() -> None:
    both = "<received xmlns='urn:xmpp:receipts' id='im-7'/><body>thanks</body>"
    assert read(message(both)) == [
        Delivered("pat@home.example", "ask", "im-7"),
        Said(*ASK, "m1", "thanks"),
    ]


@pytest.mark.parametrize("body", ["", "<body>my own words come back</body>"])
def test_a_bounce_is_never_something_said(body: str) -> None:
    error = (
        f"{body}<error type='cancel'>"
        "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>no</text>"
        "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
    )
    assert read(message(error, "type='error' id='im-7'")) == [
        Bounced("pat@home.example", "ask", "im-7", "service-unavailable")
    ]


@pytest.mark.parametrize("inside", ["", "<error/>", "<error><odd xmlns='x'/></error>"])
def test_an_error_without_a_condition_is_undefined(inside: str) -> None:
    assert read(message(inside, "type='error' id='im-7'")) == [
        Bounced("pat@home.example", "ask", "im-7", "undefined-condition")
    ]


def test_a_group_chat_message_is_unusable() -> None:
    assert read(message("<body>all</body>", "type='groupchat' id='m1'")) == [
        RoomSaid(*ASK, "m1", "all")
    ]


def test_a_headline_is_nothing() -> None:
    assert read(message("<body>news</body>", "type='headline'")) == []


@pytest.mark.parametrize(
    "inside",
    [
        f"<body>I sent you an OMEMO message</body><encrypted xmlns='{OMEMO}'><header/></encrypted>",
        f"<encrypted xmlns='{OMEMO}'/>",
        "<encrypted xmlns='urn:xmpp:omemo:2'/><body>x</body>",
        "<body>x</body><encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2'/>",
        "<body>x</body><openpgp xmlns='urn:xmpp:openpgp:0'>…</openpgp>",
        "<body>x</body><x xmlns='jabber:x:encrypted'>…</x>",
        "<body>?OTRv23?</body>",
        "<body>?OTR:AAMC…</body>",
    ],
)
def test_encrypted_messages_are_unusable_and_their_fallback_is_not_said(inside: str) -> None:
    assert read(message(inside)) == [Unusable(*ASK, "m1", Flaw.ENCRYPTED)]


def test_a_signed_message_is_readable() -> None:
    assert read(message("<body>hi</body><x xmlns='jabber:x:signed'>…</x>")) == [
        Said(*ASK, "m1", "hi")
    ]


@pytest.mark.parametrize("direction", ["sent", "received"])
def test_carbons_are_ignored(direction: str) -> None:
    inside = (
        f"<body>x</body><{direction} xmlns='urn:xmpp:carbons:2'>"
        "<forwarded xmlns='urn:xmpp:forward:0'>"
        "<message xmlns='jabber:client'><body>not to us</body></message></forwarded>"
        f"</{direction}>"
    )
    assert read(message(inside)) == []


def test_what_is_forwarded_is_not_the_senders_own_words() -> None:
    forwarded = (
        "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'>"
        "<body>somebody else's</body></message></forwarded>"
    )
    assert read(message(forwarded)) == []
    assert read(message(f"{forwarded}<body>look</body>")) == [Said(*ASK, "m1", "look")]


def test_of_xhtml_the_plain_body_is_used() -> None:
    inside = (
        "<html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>"
        "<p>rich</p></body></html><body>plain</body>"
    )
    assert read(message(inside)) == [Said(*ASK, "m1", "plain")]


@pytest.mark.parametrize(
    ("bodies", "chosen", "language"),
    [
        ("<body xml:lang='de'>de</body><body>two</body><body xml:lang='fr'>fr</body>", "two", ""),
        ("<body>plain</body><body xml:lang='de'>de</body><body>again</body>", "plain", ""),
        ("<body xml:lang='de'>de</body><body xml:lang='fr'>fr</body>", "de", "de"),
        ("<body/><body xml:lang='fr'>fr</body>", "fr", "fr"),
    ],
)
def test_of_several_bodies_one_is_chosen(bodies: str, chosen: str, language: str) -> None:
    assert read(message(bodies)) == [Said(*ASK, "m1", chosen, language=language)]


@pytest.mark.parametrize(
    ("tag", "body", "language"),
    [
        ("de-AT", "<body>Grüß Gott</body>", "de-AT"),
        ("de-AT", "<body xml:lang='fr'>Bonjour</body>", "fr"),
        ("x" * 36, "<body>Hello</body>", ""),
    ],
)
def test_the_language_is_that_of_the_body_or_of_the_message(
    tag: str, body: str, language: str
) -> None:
    [said] = read(message(body, f"type='chat' id='m1' xml:lang='{tag}'"))
    assert isinstance(said, Said)
    assert said.language == language


@pytest.mark.parametrize(
    ("stamps", "sent"),
    [
        (["1970-01-01T00:01:00Z"], 60.0),
        (["1970-01-01T00:01:00.250Z"], 60.25),
        (["1970-01-01T01:01:00+01:00"], 60.0),
        (["1970-01-01T00:01:00"], 60.0),
        (["1970-01-01T00:02:00Z", "1970-01-01T00:01:00Z", "1970-01-01T00:03:00Z"], 60.0),
        (["yesterday", "1970-01-01T00:01:00Z"], 60.0),
        (["yesterday"], 0.0),
        ([""], 0.0),
        (["0001-01-01T00:00:00+14:00"], 0.0),
        (["9999-12-31T23:59:59-14:00"], 0.0),
    ],
)
def test_the_first_readable_delay_stamp_counts(stamps: list[str], sent: float) -> None:
    delays = "".join(f"<delay xmlns='urn:xmpp:delay' stamp='{stamp}'/>" for stamp in stamps)
    assert read(message(f"<body>hi</body>{delays}")) == [Said(*ASK, "m1", "hi", sent=sent)]


@pytest.mark.parametrize(
    "jid", ["", "@home.example", "pat@", "a@b@c", "pat @home.example", "/x", "&lt;@x", "a" * 4000]
)
def test_unusable_senders_are_nothing(jid: str) -> None:
    assert read(f"<message from='{jid}' to='ask@{DOMAIN}'><body>hi</body></message>") == []
    assert read(f"<presence from='{jid}' to='ask@{DOMAIN}'/>") == []


def test_a_message_without_a_sender_is_nothing() -> None:
    assert read(f"<message to='ask@{DOMAIN}'><body>hi</body></message>") == []


def test_a_neighbours_stanzas_are_left_alone() -> None:
    assert read(message("<body>hi</body>", to="room@other.example")) == []
    assert read(message("<body>hi</body>", to=f"x@not-{DOMAIN}")) == []


@pytest.mark.parametrize(
    ("inside", "attributes", "show"),
    [
        ("", "", "available"),
        ("<show>chat</show>", "", "chat"),
        ("<show>away</show>", "", "away"),
        ("<show> xa </show>", "", "xa"),
        ("<show>dnd</show>", "", "dnd"),
        ("<show>bored</show>", "", "available"),
        ("<priority>5</priority>", "", "available"),
        ("<show>chat</show><priority>-1</priority>", "", "unavailable"),
        ("<show/>", "", "available"),
        ("", "type='unavailable'", "unavailable"),
    ],
)
def test_presence_is_told_as_a_show(inside: str, attributes: str, show: str) -> None:
    assert read(presence(inside, attributes)) == [PresenceChanged(*ASK, show)]


def test_an_error_says_that_they_are_away_and_do_not_see_us() -> None:
    stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas"
    error = f"<error type='cancel'><item-not-found xmlns='{stanzas}'/></error>"
    assert read(presence(error, "type='error'")) == [
        PresenceChanged(*ASK, "unavailable"),
        PresenceRefused(ASK[0], ASK[2], "item-not-found"),
    ]


@pytest.mark.parametrize(
    ("inside", "status"),
    [
        ("<status>at the desk till 3</status>", "at the desk till 3"),
        ("<status> lunch </status><show>dnd</show>", "lunch"),
        ("<status/><status xml:lang='de'>Mittag</status>", "Mittag"),
        (f"<status>{'x' * 5_000}</status>", "x" * 200),
        ("<show>dnd</show>", ""),
    ],
)
def test_what_people_write_beside_their_presence_is_told(inside: str, status: str) -> None:
    (event,) = read(presence(inside, ""))
    assert isinstance(event, PresenceChanged)
    assert event.status == status


@pytest.mark.parametrize(
    ("attributes", "caps"),
    [
        ("hash='sha-1' node='https://x.example' ver='q07='", "https://x.example#q07="),
        ("node='https://x.example' ver='0.9'", ""),
        (f"hash='sha-1' node='{'x' * 400}' ver='q07='", ""),
    ],
)
def test_the_name_of_a_client_s_features_is_told(attributes: str, caps: str) -> None:
    (event,) = read(presence(f"<c xmlns='http://jabber.org/protocol/caps' {attributes}/>"))
    assert isinstance(event, PresenceChanged)
    assert event.caps == caps


@pytest.mark.parametrize("kind", list(Subscription))
def test_subscriptions_and_probes_are_told(kind: Subscription) -> None:
    assert read(presence("", f"type='{kind}'")) == [SubscriptionChanged(*ASK, kind)]


def test_an_unknown_kind_of_presence_is_nothing() -> None:
    assert read(presence("", "type='invisible'")) == []


def test_reading_leaves_the_stanza_as_it_was() -> None:
    stanza = ET.fromstring(message("<body>hi</body>").replace(" to=", " xmlns='jabber:client' to="))
    before = ET.tostring(stanza)
    events_of(stanza, DOMAIN)
    assert ET.tostring(stanza) == before


_TAGS = st.sampled_from(
    [
        "body",
        "error",
        "show",
        "{urn:xmpp:delay}delay",
        "{urn:xmpp:receipts}received",
        "{x}encrypted",
    ]
)


@given(
    name=st.sampled_from(["message", "presence"]),
    attributes=st.dictionaries(st.sampled_from(["from", "to", "type", "id"]), st.text()),
    children=st.lists(st.tuples(_TAGS, st.text(), st.text())),
)
def test_no_stanza_raises(
    name: str, attributes: dict[str, str], children: list[tuple[str, str, str]]
) -> None:
    stanza = ET.Element(f"{{jabber:component:accept}}{name}", attributes)
    for tag, text, stamp in children:
        tag = tag if tag.startswith("{") else f"{{jabber:component:accept}}{tag}"
        ET.SubElement(stanza, tag, {"stamp": stamp, "id": stamp}).text = text
    events_of(stanza, DOMAIN)
