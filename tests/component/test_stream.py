"""What slixmpp would do with our stanzas, and is kept from doing (each a trap found by trying)."""

import inspect
import logging

import pytest
import slixmpp
from slixmpp.xmlstream import XMLStream

from imref.desk.events import (
    Bounced,
    Event,
    LinkUp,
    PresenceChanged,
    Said,
    Subscription,
    SubscriptionChanged,
)
from imref.xmpp import stream as stream_module
from imref.xmpp.stream import Stream

from .conftest import MakeScene
from .scene import Ears, Scene, body_of, say
from .server import DOMAIN

ASK = f"ask@{DOMAIN}"


def message(number: int, body: str = "hi") -> str:
    """A message from a patron."""
    addresses = f"from='pat@home.example/x' to='{ASK}'"
    return f"<message {addresses} id='m{number}'><body>{body}</body></message>"


def test_the_name_that_we_override_has_not_moved() -> None:
    """When this fails, read slixmpp's `data_received` again, then mend stream.py and its note."""
    series = ".".join(slixmpp.__version__.split(".")[:2])
    assert f"COMPAT: slixmpp {series}" in (stream_module.__doc__ or "")
    assert list(inspect.signature(XMLStream._spawn_event).parameters) == ["self", "xml"]
    assert "self._spawn_event(xml)" in inspect.getsource(XMLStream.data_received)


def test_our_names_hide_none_of_slixmpps() -> None:
    theirs = set(dir(slixmpp.ComponentXMPP))
    meant = {"send", "data_received", "connection_lost", "_spawn_event"}
    ours = {name for name in vars(Stream) if not name.startswith("__")}
    assert ours & theirs == meant


async def test_a_probe_is_told_and_not_answered_with_unsubscribed(scene: Scene) -> None:
    link = await scene.up()
    link.say(f"<presence type='probe' from='lib@library.example' to='{ASK}'/>")
    probe = SubscriptionChanged("lib@library.example", "", "ask", Subscription.PROBE)
    assert await scene.ears.next() == probe
    assert await link.read_until_quiet() == []


@pytest.mark.parametrize("kind", ["subscribe", "unsubscribe", "subscribed", "unsubscribed"])
async def test_slixmpp_answers_no_subscription(scene: Scene, kind: str) -> None:
    link = await scene.up()
    link.say(f"<presence type='{kind}' from='lib@library.example' to='{ASK}'/>")
    assert isinstance(await scene.ears.next(), SubscriptionChanged)
    assert await link.read_until_quiet() == []


async def test_presence_fills_no_roster(scene: Scene) -> None:
    link = await scene.up()
    stream = scene.component._stream
    assert stream is not None
    before = list(stream.roster.keys())
    link.say(
        *(f"<presence from='p{number}@home.example/x' to='{ASK}'/>" for number in range(1000)),
        f"<presence type='unavailable' from='last@home.example/x' to='{ASK}'/>",
    )
    while (await scene.ears.until(PresenceChanged)).show != "unavailable":
        pass
    assert list(stream.roster.keys()) == before


async def test_a_bounce_with_a_body_is_bounced_and_its_condition_is_read(scene: Scene) -> None:
    link = await scene.up()
    link.say(
        f"<message type='error' from='pat@home.example' to='{ASK}' id='im-1'>"
        "<body>come back tomorrow</body><error type='cancel'>"
        "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>"
    )
    bounce = Bounced("pat@home.example", "ask", "im-1", "service-unavailable")
    assert await scene.ears.next() == bounce


async def test_order_is_kept_within_a_packet_and_across_packets(scene: Scene) -> None:
    link = await scene.up()
    for packet in range(10):
        link.say(*(message(packet * 50 + number) for number in range(50)))
    heard = [(await scene.ears.until(Said)).id for _ in range(500)]
    assert heard == [f"m{number}" for number in range(500)]


async def test_the_same_message_sent_again_has_the_same_id(scene: Scene) -> None:
    link = await scene.up()
    link.say(message(1), message(1))
    assert await scene.ears.next() == await scene.ears.next()


async def test_a_handler_that_raises_says_nothing_to_the_patron_and_stops_nothing(
    make_scene: MakeScene, caplog: pytest.LogCaptureFixture
) -> None:
    ears = Ears()

    def hear(event: Event) -> None:
        if isinstance(event, Said) and event.id == "m1":
            raise RuntimeError("out of order")
        ears(event)

    scene = make_scene(hear=hear)
    scene.begin()
    link = await scene.server.link()
    link.say(message(1), message(2))
    assert (await ears.until(Said)).id == "m2"
    assert await link.read_until_quiet() == []
    assert "a stanza could not be taken" in caplog.text


async def test_a_handler_that_raises_at_the_start_does_not_go_unnoticed(
    make_scene: MakeScene, caplog: pytest.LogCaptureFixture
) -> None:
    ears = Ears()

    def hear(event: Event) -> None:
        if event == LinkUp():
            raise RuntimeError("not now")
        ears(event)

    scene = make_scene(hear=hear)
    scene.begin()
    (await scene.server.link()).say(message(1))
    await ears.until(Said)
    assert "the new link could not be put to use" in caplog.text


async def test_what_slixmpp_itself_wants_to_say_stays_here(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="imref.xmpp.stream")
    link = await scene.up()
    stream = scene.component._stream
    assert stream is not None
    stream.send_presence(pto="pat@home.example", pfrom=ASK)
    assert await link.read_until_quiet() == []
    assert "slixmpp was kept from sending a Presence" in caplog.text


@pytest.mark.parametrize(
    "text", ["nul \0 bell \x07", "\ufffe\uffff", "lone \ud83d end", "x" * 600_000]
)
async def test_forbidden_characters_and_huge_bodies_do_not_end_the_stream(
    scene: Scene, text: str
) -> None:
    link = await scene.up()
    scene.component.send([say(1, text), say(2, "next")])
    strange, following = await link.take(2)
    assert link.fault == ""
    assert body_of(strange)
    assert body_of(following) == "next"


async def test_a_neighbours_stanzas_are_left_alone(scene: Scene) -> None:
    link = await scene.up()
    link.say(
        "<message from='a@home.example' to='b@other.example'><body>x</body></message>",
        "<iq type='get' id='q' from='a@home.example' to='other.example'>"
        "<ping xmlns='urn:xmpp:ping'/></iq>",
    )
    assert await link.read_until_quiet() == []
    assert scene.ears.heard == [LinkUp()]
