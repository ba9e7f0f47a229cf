"""Who our addresses are to a client, through real servers: cards, pictures, capabilities."""

from base64 import b64decode
from hashlib import sha1
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from slixmpp import Iq
from slixmpp.exceptions import IqError
from slixmpp.jid import JID
from slixmpp.xmlstream import StanzaBase
from slixmpp.xmlstream.handler import Waiter
from slixmpp.xmlstream.matcher import MatchXMLMask

from imref.demo.device import Device
from imref.demo.people import PATIENCE, Person
from imref.pictures import portrait

from .conftest import Library

TEMP = "{vcard-temp}"
PUBSUB = "http://jabber.org/protocol/pubsub"
INFO = "http://jabber.org/protocol/disco#info"
PHOTO = "{vcard-temp:x:update}x/{vcard-temp:x:update}photo"
METADATA = "{urn:xmpp:avatar:metadata}"
CAPS = "{http://jabber.org/protocol/caps}c"
PICTURE = Path(__file__).with_name("library.png")


def device_of(person: Person) -> Device:
    """The only device of somebody."""
    (device,) = person.devices.values()
    return device


async def asks(person: Person, to: str, payload: str) -> Element:
    """What an address answers to a get from somebody's device. Raises IqError."""
    device = device_of(person)
    iq: Iq = device.make_iq_get(ito=JID(to))
    iq.set_payload(ElementTree.fromstring(payload))
    answer = await iq.send(timeout=PATIENCE)
    element: Element = answer.xml[0]
    return element


def presence_from(person: Person, sender: str) -> Waiter:
    """The next presence that an address shows to somebody."""
    mask = f"<presence xmlns='jabber:client' from='{sender}/desk'/>"
    waiter = Waiter("presence of " + sender, MatchXMLMask(mask))
    device_of(person).register_handler(waiter)
    return waiter


async def shown(waiter: Waiter) -> Element:
    """The presence that was waited for."""
    stanza: StanzaBase = await waiter.wait(PATIENCE)
    assert stanza, "no presence came"
    element: Element = stanza.xml
    return element


async def test_a_desk_is_somebody_to_patrons(library: Library) -> None:
    (pat,) = await library.cast("pat")
    desk = "ask@ref.library.example"
    card = await asks(pat, desk, "<vCard xmlns='vcard-temp'/>")
    assert card.findtext(f"{TEMP}FN") == "Ask a librarian"
    info = await asks(pat, desk, f"<query xmlns='{INFO}'/>")
    (identity,) = info.findall(f"{{{INFO}}}identity")
    assert (identity.get("category"), identity.get("name")) == ("client", "Ask a librarian")


async def test_a_patrons_picture_is_announced_and_can_be_fetched(library: Library) -> None:
    """The way of Conversations, Dino and Gajim: hash in presence, then the vCard (XEP-0153)."""
    ana, pat = await library.cast("ana", "pat")
    alias = "patron-1001@ref.library.example"
    waiter = presence_from(ana, alias)
    await pat.says("ask", "Where is the 1923 map?")
    presence = await shown(waiter)
    assert presence.findtext("{http://jabber.org/protocol/nick}nick") == "Patron 1001"

    card = await asks(ana, alias, "<vCard xmlns='vcard-temp'/>")
    picture = b64decode(card.findtext(f"{TEMP}PHOTO/{TEMP}BINVAL") or "")
    assert sha1(picture).hexdigest() == presence.findtext(PHOTO) == portrait(1001).id

    caps = presence.find(CAPS)
    assert caps is not None
    node = f"{caps.get('node')}#{caps.get('ver')}"
    info = await asks(ana, f"{alias}/desk", f"<query xmlns='{INFO}' node='{node}'/>")
    assert info.get("node") == node


async def test_the_picture_is_also_a_pubsub_item(library: Library) -> None:
    """The way of XEP-0084: metadata first, then the data, by slixmpp's own plugins."""
    ana, pat = await library.cast("ana", "pat")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    device = device_of(ana)
    device.register_plugin("xep_0060")
    device.register_plugin("xep_0084")
    alias = JID("patron-1001@ref.library.example")
    described = await device.plugin["xep_0060"].get_items(alias, "urn:xmpp:avatar:metadata")
    (item,) = described["pubsub"]["items"]
    info = item.xml.find(f"{METADATA}metadata/{METADATA}info")
    assert info is not None
    wanted = info.get("id")
    fetched = await device.plugin["xep_0084"].retrieve_avatar(alias, wanted)
    assert fetched["pubsub"]["items"]["item"]["avatar_data"]["value"] == portrait(1001).data


async def test_an_alias_is_nobody_to_patrons(library: Library) -> None:
    ana, pat = await library.cast("ana", "pat")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    for alias in ("patron-1001", "patron-4711"):
        with pytest.raises(IqError) as hidden:
            await asks(pat, f"{alias}@ref.library.example", "<vCard xmlns='vcard-temp'/>")
        assert hidden.value.condition == "item-not-found"


@pytest.mark.settings(component={"avatar": str(PICTURE)})
async def test_the_librarys_own_picture_and_another_after_a_reload(library: Library) -> None:
    ana, pat = await library.cast("ana", "pat")
    card = await asks(pat, "ask@ref.library.example", "<vCard xmlns='vcard-temp'/>")
    assert b64decode(card.findtext(f"{TEMP}PHOTO/{TEMP}BINVAL") or "") == PICTURE.read_bytes()

    waiter = presence_from(ana, "ask@ref.library.example")
    config = library.service.config
    text = config.read_text(encoding="utf-8")
    (config.parent / "other.png").write_bytes(portrait(7).data)
    config.write_text(text.replace(str(PICTURE), "other.png"), encoding="utf-8")
    library.service.reload()
    assert (await shown(waiter)).findtext(PHOTO) == portrait(7).id


async def test_there_are_no_keys_to_encrypt_to(library: Library) -> None:
    (pat,) = await library.cast("pat")
    query = (
        f"<pubsub xmlns='{PUBSUB}'>"
        "<items node='eu.siacs.conversations.axolotl.devicelist'/></pubsub>"
    )
    with pytest.raises(IqError) as none:
        await asks(pat, "ask@ref.library.example", query)
    assert none.value.condition == "item-not-found"
