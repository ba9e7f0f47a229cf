"""Cards, pictures and nicknames of our addresses, as clients fetch them."""

from base64 import b64decode
from hashlib import sha1
from xml.etree import ElementTree as ET

import pytest

from imref.pictures import portrait
from imref.xmpp.directory import Entry, Role
from imref.xmpp.vcard import vcard_temp

from .server import DOMAIN
from .test_answers import LIBRARIAN, ask, condition

ALIAS = f"patron-1001@{DOMAIN}"
TEMP = "{vcard-temp}"
PUBSUB = "http://jabber.org/protocol/pubsub"
METADATA, DATA = "urn:xmpp:avatar:metadata", "urn:xmpp:avatar:data"


def card(to: str, asker: str = LIBRARIAN) -> ET.Element:
    """The vcard-temp of an address."""
    reply = ask("<vCard xmlns='vcard-temp'/>", to, asker=asker)
    assert reply is not None
    assert reply.get("type") == "result"
    return reply[0]


def fetch(node: str, to: str = ALIAS, inside: str = "", asker: str = LIBRARIAN) -> ET.Element:
    """The answer to a query for the items of a node."""
    query = f"<pubsub xmlns='{PUBSUB}'><items node='{node}'>{inside}</items></pubsub>"
    reply = ask(query, to, asker=asker)
    assert reply is not None
    return reply


def item(reply: ET.Element) -> ET.Element:
    """The only item of an answer."""
    (found,) = reply.findall(f".//{{{PUBSUB}}}item")
    return found


def test_a_desks_card_has_its_title_and_the_librarys_picture() -> None:
    desk = card(f"ask@{DOMAIN}", asker="pat@home.example/x")
    assert desk.findtext(f"{TEMP}FN") == "Ask 'us' & you"
    assert desk.findtext(f"{TEMP}PHOTO/{TEMP}TYPE") == "image/png"
    picture = desk.findtext(f"{TEMP}PHOTO/{TEMP}BINVAL") or ""
    assert b64decode(picture) == portrait(7).data


def test_an_aliass_card_has_its_number_and_its_own_picture() -> None:
    alias = card(ALIAS)
    assert alias.findtext(f"{TEMP}FN") == alias.findtext(f"{TEMP}NICKNAME") == "Patron 1001"
    picture = b64decode(alias.findtext(f"{TEMP}PHOTO/{TEMP}BINVAL") or "")
    assert picture == portrait(1001).data


def test_without_a_picture_there_is_none_in_the_card() -> None:
    plain = ET.fromstring(vcard_temp(Entry("ask", Role.DESK, "Ask & <answer>")))
    assert [each.tag for each in plain] == [f"{TEMP}FN", f"{TEMP}NICKNAME"]
    assert plain.findtext(f"{TEMP}FN") == "Ask & <answer>"


def test_an_alias_is_hidden_from_outsiders_in_every_form() -> None:
    asker = "pat@home.example/x"
    assert condition(ask("<vCard xmlns='vcard-temp'/>", ALIAS, asker=asker)) == "item-not-found"
    for node in (METADATA, DATA, "urn:xmpp:vcard4"):
        assert condition(fetch(node, asker=asker)) == "item-not-found"


def test_metadata_lead_to_the_picture_itself() -> None:
    described = item(fetch(METADATA))
    (info,) = described.findall(f"{{{METADATA}}}metadata/{{{METADATA}}}info")
    wanted = described.get("id")
    picture = item(fetch(DATA, inside=f"<item id='{wanted}'/>"))
    data = b64decode(picture.findtext(f"{{{DATA}}}data") or "")
    assert sha1(data).hexdigest() == wanted == picture.get("id") == info.get("id")
    assert int(info.get("bytes", "")) == len(data)
    assert (info.get("type"), info.get("width"), info.get("height")) == ("image/png", "96", "96")


def test_another_picture_than_the_present_one_is_not_there() -> None:
    assert condition(fetch(DATA, inside="<item id='0123'/>")) == "item-not-found"


@pytest.mark.parametrize("node", [METADATA, DATA])
def test_an_address_without_a_picture_has_no_items(node: str) -> None:
    assert condition(fetch(node, to=f"law@{DOMAIN}")) == "item-not-found"


def test_the_newer_card_is_answered_as_a_query_and_as_an_item() -> None:
    namespace = "urn:ietf:params:xml:ns:vcard-4.0"
    asked = ask(f"<vcard xmlns='{namespace}'/>", ALIAS, asker=LIBRARIAN)
    assert asked is not None
    fetched = item(fetch("urn:xmpp:vcard4"))
    for place in (asked, fetched):
        (newer,) = place
        assert newer.findtext(f"{{{namespace}}}fn/{{{namespace}}}text") == "Patron 1001"


def test_the_nickname_is_an_item() -> None:
    nick = item(fetch("http://jabber.org/protocol/nick"))
    assert nick.findtext("{http://jabber.org/protocol/nick}nick") == "Patron 1001"
