"""What clients can do is asked once for each kind of client, and only what is proven is shared."""

import asyncio
from xml.etree import ElementTree as ET

import pytest

from imref.desk.errands import AskFeatures
from imref.desk.events import FeaturesKnown
from imref.xmpp.asking import Asking
from imref.xmpp.features import AT_ONCE, Features, verification

from .server import DOMAIN

INFO = "http://jabber.org/protocol/disco#info"
EXODUS = (
    f"<query xmlns='{INFO}'>"
    "<identity category='client' type='pc' name='Exodus 0.9.1'/>"
    "<feature var='http://jabber.org/protocol/caps'/>"
    f"<feature var='{INFO}'/>"
    "<feature var='http://jabber.org/protocol/disco#items'/>"
    "<feature var='http://jabber.org/protocol/muc'/></query>"
)
PSI = (
    f"<query xmlns='{INFO}'>"
    "<identity xml:lang='en' category='client' name='Psi 0.11' type='pc'/>"
    "<identity xml:lang='el' category='client' name='Ψ 0.11' type='pc'/>"
    "<feature var='http://jabber.org/protocol/caps'/>"
    f"<feature var='{INFO}'/>"
    "<feature var='http://jabber.org/protocol/disco#items'/>"
    "<feature var='http://jabber.org/protocol/muc'/>"
    "<x xmlns='jabber:x:data' type='result'>"
    "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:dataforms:softwareinfo</value></field>"
    "<field var='ip_version'><value>ipv4</value><value>ipv6</value></field>"
    "<field var='os'><value>Mac</value></field>"
    "<field var='os_version'><value>10.5.1</value></field>"
    "<field var='software'><value>Psi</value></field>"
    "<field var='software_version'><value>0.11</value></field></x></query>"
)
CAPS = "http://code.google.com/p/exodus#QgayPKawpkPSDYmwT/WM94uAlu0="


class Clients:
    """Everybody's clients: they answer what they are told to, or nothing."""

    def __init__(self, answer: str = EXODUS) -> None:
        self.answer = answer
        self.asked: list[ET.Element] = []
        self.asking = Asking(DOMAIN, self._take)
        self.features = Features(lambda: self.asking)

    def _take(self, stanza: str) -> bool:
        query = ET.fromstring(stanza)
        self.asked.append(query)
        if self.answer:
            turned = f"id='{query.get('id')}' from='{query.get('to')}' to='{query.get('from')}'"
            kind = "result" if self.answer.startswith("<query") else "error"
            reply = ET.fromstring(f"<iq type='{kind}' {turned}>{self.answer}</iq>")
            asyncio.get_running_loop().call_soon(self.asking.answered, reply)
        return True

    async def learn(self, caps: str = "", device: str = "phone") -> FeaturesKnown | None:
        """Ask a device of the patron's."""
        return await self.features.learn(AskFeatures("ask", "pat@home.example", device, caps))


@pytest.mark.parametrize(
    ("info", "proof"),
    [(EXODUS, "QgayPKawpkPSDYmwT/WM94uAlu0="), (PSI, "q07IKJEyjvHSyhy//CH0CxmKi8w=")],
)
def test_the_examples_of_the_specification_are_proven(info: str, proof: str) -> None:
    assert verification(ET.fromstring(info)) == proof


async def test_a_device_is_asked_at_its_own_address() -> None:
    clients = Clients()
    known = await clients.learn()
    assert known is not None
    assert (known.sender, known.resource) == ("pat@home.example", "phone")
    assert "http://jabber.org/protocol/muc" in known.features
    (query,) = clients.asked
    assert (query.get("to"), query.get("from")) == ("pat@home.example/phone", f"ask@{DOMAIN}")
    assert query[0].get("node") is None


async def test_a_kind_of_client_is_asked_once() -> None:
    clients = Clients()
    first, second = await clients.learn(CAPS), await clients.learn(CAPS, "tablet")
    assert first is not None
    assert second is not None
    assert (second.resource, second.features) == ("tablet", first.features)
    (query,) = clients.asked
    assert query[0].get("node") == CAPS


async def test_one_client_does_not_speak_for_others_whom_it_is_not_like() -> None:
    clients = Clients(EXODUS.replace("muc", "omemo"))
    await clients.learn(CAPS)
    clients.answer = EXODUS
    honest = await clients.learn(CAPS)
    assert len(clients.asked) == 2
    assert honest is not None
    assert "http://jabber.org/protocol/muc" in honest.features


@pytest.mark.parametrize(
    "answer",
    [
        "<error type='cancel'><service-unavailable"
        " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>",
        "<query xmlns='odd'/>",
    ],
)
async def test_no_answer_is_not_knowing(answer: str) -> None:
    assert await Clients(answer).learn() is None


async def test_a_crowd_is_not_asked_all_at_once() -> None:
    clients = Clients("")
    waiting = [asyncio.create_task(clients.learn(device=f"d{n}")) for n in range(2 * AT_ONCE)]
    await asyncio.wait(waiting[AT_ONCE:])
    assert len(clients.asked) == AT_ONCE
    clients.asking.give_up()
    assert await asyncio.gather(*waiting) == [None] * (2 * AT_ONCE)
