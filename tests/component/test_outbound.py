"""Every effect as a stanza: well-formed, from us, and with the words as they were."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.desk.effects import (
    REFUSAL_TYPE,
    Acknowledge,
    AskSubscription,
    Convey,
    Effect,
    GrantSubscription,
    Mark,
    Probe,
    Refusal,
    Refuse,
    Say,
    Settle,
    SettleUpTo,
    ShowPresence,
)
from imref.desk.events import Said
from imref.xmpp.inbound import events_of
from imref.xmpp.outbound import CHAT_STATES, render, render_say
from imref.xmpp.wire import ATTRIBUTE_LIMIT, TEXT_LIMIT, attribute, sanitise

from .scene import SPOKEN_STAMP, body_of, say, stamp_of
from .server import DOMAIN, NS

PAT = "pat@home.example"
STANZAS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"
ANY_TEXT = st.text(st.characters(categories=None, codec=None))


def parsed(stanza: str) -> ET.Element:
    """What a strict parser makes of a stanza, after the wire."""
    wire = f"<s xmlns='jabber:component:accept'>{stanza}</s>".encode()
    [child] = ET.fromstring(wire)
    return child


def test_a_say_is_a_chat_message_that_asks_for_a_receipt() -> None:
    assert render(say(1, "hi <b>&"), DOMAIN) == (
        f"<message type='chat' from='ask@{DOMAIN}' to='{PAT}' id='im-1'>"
        "<body>hi &lt;b&gt;&amp;</body><request xmlns='urn:xmpp:receipts'/></message>"
    )


def test_a_say_carries_what_it_is_told_to() -> None:
    stanza = parsed(render(say(2, active=True, replaces="im-1", sent=1_700_000_000.0), DOMAIN))
    assert stanza.find("{http://jabber.org/protocol/chatstates}active") is not None
    replaced = stanza.find("{urn:xmpp:message-correct:0}replace")
    assert replaced is not None
    assert replaced.get("id") == "im-1"
    assert stamp_of(stanza) == SPOKEN_STAMP
    [delay] = stanza.findall("{urn:xmpp:delay}delay")
    assert delay.get("from") == DOMAIN


def test_a_replay_is_stamped_with_when_it_was_due() -> None:
    assert stamp_of(parsed(render_say(say(1), DOMAIN, replay=True))) == SPOKEN_STAMP
    assert stamp_of(parsed(render_say(say(1), DOMAIN))) is None


@pytest.mark.parametrize("at", [float("inf"), float("nan"), 1e30, -1e30])
def test_a_time_that_no_calendar_has_is_left_out(at: float) -> None:
    assert stamp_of(parsed(render_say(say(1, sent=at), DOMAIN))) is None


def test_a_receipt_names_the_message() -> None:
    stanza = parsed(render(Acknowledge("ask", PAT, "a'b"), DOMAIN))
    received = stanza.find("{urn:xmpp:receipts}received")
    assert received is not None
    assert received.get("id") == "a'b"
    assert body_of(stanza) is None


def test_a_marker_names_the_message_and_stays_in_the_archive() -> None:
    stanza = parsed(render(Mark("ask", PAT, "a'b"), DOMAIN))
    displayed = stanza.find("{urn:xmpp:chat-markers:0}displayed")
    assert displayed is not None
    assert displayed.get("id") == "a'b"
    assert stanza.find("{urn:xmpp:hints}store") is not None
    assert body_of(stanza) is None


def test_words_that_are_passed_on_may_be_marked_and_the_desk_s_own_need_not() -> None:
    markable = "{urn:xmpp:chat-markers:0}markable"
    assert parsed(render(say(1, message=7), DOMAIN)).find(markable) is not None
    assert parsed(render(say(1), DOMAIN)).find(markable) is None


@pytest.mark.parametrize("state", sorted(CHAT_STATES))
def test_a_state_is_conveyed(state: str) -> None:
    stanza = parsed(render(Convey("ask", PAT, state), DOMAIN))
    assert stanza.find(f"{{http://jabber.org/protocol/chatstates}}{state}") is not None


@pytest.mark.parametrize("condition", list(Refusal))
def test_a_refusal_is_an_error_of_the_right_type(condition: Refusal) -> None:
    refusal = Refuse("patron-1", f"{PAT}/phone", "m1", condition, "not <here>")
    stanza = parsed(render(refusal, DOMAIN))
    error = stanza.find(f"{NS}error")
    assert error is not None
    assert (stanza.get("type"), stanza.get("id")) == ("error", "m1")
    assert error.get("type") == REFUSAL_TYPE[condition]
    assert error.find(f"{STANZAS}{condition.value}") is not None
    assert error.findtext(f"{STANZAS}text") == "not <here>"


def test_a_refusal_needs_no_words() -> None:
    stanza = parsed(render(Refuse("ask", PAT, "m1", Refusal.FORBIDDEN), DOMAIN))
    assert stanza.find(f".//{STANZAS}text") is None


@pytest.mark.parametrize("show", ["available", "chat", "away", "xa", "dnd", "unavailable"])
def test_presence_has_a_resource(show: str) -> None:
    stanza = parsed(render(ShowPresence("ask", PAT, show, "2 wait"), DOMAIN))
    assert stanza.get("from") == f"ask@{DOMAIN}/desk"
    assert stanza.get("type") == ("unavailable" if show == "unavailable" else None)
    assert stanza.findtext(f"{NS}show", "available") == (
        "available" if show == "unavailable" else show
    )
    assert stanza.findtext(f"{NS}status") == "2 wait"


@pytest.mark.parametrize(
    ("effect", "kind"),
    [
        (Probe("ask", PAT), "probe"),
        (AskSubscription("ask", PAT), "subscribe"),
        (GrantSubscription("ask", PAT), "subscribed"),
    ],
)
def test_subscriptions_and_probes_go_from_bare_to_bare(effect: Effect, kind: str) -> None:
    stanza = parsed(render(effect, DOMAIN))
    assert dict(stanza.attrib) == {"type": kind, "from": f"ask@{DOMAIN}", "to": PAT}


@pytest.mark.parametrize(
    "effect",
    [
        Settle(1, PAT, "owed"),  # type: ignore[arg-type]
        SettleUpTo(1),
        Convey("ask", PAT, "gone/><x"),
        ShowPresence("ask", PAT, "bored"),
    ],
)
def test_what_is_no_stanza_is_not_sent(effect: Effect) -> None:
    assert render(effect, DOMAIN) == ""


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("dos\r\nmac\rend", "dos\nmac\nend"),
        ("nul\0bell\x07esc\x1b", "nul\ufffdbell\ufffdesc\ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("lone \ud800 and \udfff", "lone \ufffd and \ufffd"),
        ("grüße 漢字 🎉 \u202e", "grüße 漢字 🎉 \u202e"),
        ("\x7f\x85", "\x7f\x85"),
    ],
)
def test_what_xml_forbids_is_replaced(text: str, clean: str) -> None:
    assert sanitise(text) == clean
    assert body_of(parsed(render(say(1, text), DOMAIN))) == clean


@pytest.mark.parametrize("letter", ["a", "&", "ü", "漢", "🎉", "\0"])
def test_a_600_kb_body_is_cut_to_what_servers_take(letter: str) -> None:
    wire = render(say(1, letter * 600_000), DOMAIN).encode()
    assert TEXT_LIMIT - 20 <= len(wire) - len(render(say(1, "x"), DOMAIN)) + 1 <= TEXT_LIMIT
    assert (body_of(parsed(wire.decode())) or "").endswith("…")


def test_a_text_that_just_fits_is_whole() -> None:
    assert sanitise("a" * TEXT_LIMIT) == "a" * TEXT_LIMIT
    assert sanitise("a" * (TEXT_LIMIT + 1)).endswith("a…")


def test_attributes_are_capped() -> None:
    assert len(attribute("x" * 600_000)) == ATTRIBUTE_LIMIT


@given(body=ANY_TEXT, own_id=ANY_TEXT, replaces=ANY_TEXT)
def test_any_text_in_is_the_sanitised_text_out(body: str, own_id: str, replaces: str) -> None:
    text = render(Say(1, "ask", PAT, body, own_id, 0.0, replaces=replaces), DOMAIN)
    stanza = parsed(text)
    assert body_of(stanza) == sanitise(body)
    assert stanza.get("id") == sanitise(own_id)
    stanza.set("from", PAT)
    stanza.set("to", DOMAIN)
    for event in events_of(stanza, DOMAIN):
        if isinstance(event, Said):
            assert (event.body, event.id) == (sanitise(body), sanitise(own_id))
            assert event.replaces == sanitise(replaces)


MAKERS: list[Callable[[str], Effect]] = [
    lambda x: Say(1, x, x, x, x, 1.0, replaces=x, active=True, sent=2.0),
    lambda x: Acknowledge(x, x, x),
    lambda x: Mark(x, x, x),
    lambda x: Convey(x, x, "composing"),
    lambda x: Refuse(x, x, x, Refusal.FORBIDDEN, x),
    lambda x: ShowPresence(x, x, "away", x),
    lambda x: Probe(x, x),
    lambda x: AskSubscription(x, x),
    lambda x: GrantSubscription(x, x),
]


@given(maker=st.sampled_from(MAKERS), text=ANY_TEXT)
def test_every_stanza_is_well_formed_and_from_our_domain(
    maker: Callable[[str], Effect], text: str
) -> None:
    sender = parsed(render(maker(text), DOMAIN)).get("from", "")
    assert sender.removesuffix("/desk").rpartition("@")[2] == DOMAIN


@given(ANY_TEXT)
def test_sanitising_twice_changes_nothing_more(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)
