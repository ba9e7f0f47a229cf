"""What our presence says of an address, so that clients need not ask."""

from base64 import b64encode
from hashlib import sha1
from xml.etree import ElementTree as ET

import pytest

from imref.desk.effects import AskSubscription, GrantSubscription, Probe, ShowPresence
from imref.pictures import portrait
from imref.xmpp.directory import Entry, Role
from imref.xmpp.disco import capabilities
from imref.xmpp.outbound import render

from .server import DOMAIN
from .test_answers import INFO, LIBRARIAN, Library, ask

CAPS = "{http://jabber.org/protocol/caps}c"
PHOTO = "{vcard-temp:x:update}x/{vcard-temp:x:update}photo"
NICK = "{http://jabber.org/protocol/nick}nick"
LIB = "lib@library.example"
Effect = ShowPresence | Probe | AskSubscription | GrantSubscription


def presence(effect: Effect) -> ET.Element:
    """The stanza for an effect, in a library."""
    return ET.fromstring(render(effect, DOMAIN, Library()))


def test_an_alias_shows_its_name_and_the_hash_of_its_picture_to_staff() -> None:
    shown = presence(ShowPresence("patron-1001", LIB, "available"))
    assert shown.findtext(NICK) == "Patron 1001"
    assert shown.findtext(PHOTO) == sha1(portrait(1001).data).hexdigest()


def test_it_shows_nothing_of_the_kind_to_others() -> None:
    assert len(presence(ShowPresence("patron-1001", "pat@home.example", "available"))) == 0


def test_no_picture_is_said_to_be_none() -> None:
    shown = presence(ShowPresence("law", "pat@home.example/x", "away"))
    photo = shown.find(PHOTO)
    assert photo is not None
    assert photo.text is None


def test_who_goes_says_nothing_more() -> None:
    assert len(presence(ShowPresence("ask", LIB, "unavailable"))) == 0


@pytest.mark.parametrize(
    ("local", "asker"), [("ask", "pat@home.example/x"), ("patron-1001", LIBRARIAN), ("", LIBRARIAN)]
)
def test_capabilities_are_what_the_address_answers(local: str, asker: str) -> None:
    """A client computes them anew from the answer, and believes them if they match (XEP-0115)."""
    caps = presence(ShowPresence(local, asker, "available")).find(CAPS)
    assert caps is not None
    assert caps.get("hash") == "sha-1"
    to = f"{local}@{DOMAIN}" if local else DOMAIN
    node = f"{caps.get('node')}#{caps.get('ver')}"
    reply = ask(f"<query xmlns='{INFO}' node='{node}'/>", f"{to}/desk", asker=asker)
    assert reply is not None
    identity, *features = reply[0]
    parts = [f"{identity.get('category')}/{identity.get('type')}//{identity.get('name')}"]
    parts += sorted(feature.get("var", "") for feature in features)
    text = "".join(f"{part}<" for part in parts)
    assert caps.get("ver") == b64encode(sha1(text.encode()).digest()).decode()


def test_all_aliases_can_do_the_same() -> None:
    """So a client that has asked one alias need ask no other."""
    one, other = (Entry(f"patron-{n}", Role.PATRON, f"Patron {n}") for n in (1001, 1002))
    assert capabilities(one) == capabilities(other)


def test_a_desk_that_asks_to_see_somebody_says_its_name() -> None:
    assert presence(AskSubscription("ask", "lib@library.example")).findtext(NICK) == (
        "Ask 'us' & you"
    )
    for effect in (Probe("ask", "lib@library.example"), GrantSubscription("ask", LIB)):
        assert len(presence(effect)) == 0
