"""Privileges on the wire: what a server grants, and names in rosters that follow from it."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from imref.desk.events import Event, Privileged
from imref.xmpp.inbound import events_of

from .house import House, patron_says, staff_says, staff_shows, words
from .server import DOMAIN, NS, Link, PlayedServer

HOST = "library.example"
ITEM = "{jabber:iq:roster}query/{jabber:iq:roster}item"


def privilege(
    access: str = "roster", kind: str = "both", version: int = 2, sender: str = HOST
) -> str:
    """What a server says of our privileges."""
    return (
        f"<message from='{sender}' to='{DOMAIN}'><privilege xmlns='urn:xmpp:privilege:{version}'>"
        f"<perm access='message' type='none'/><perm access='{access}' type='{kind}'/>"
        "</privilege></message>"
    )


def heard(text: str) -> list[Event]:
    """The events of a stanza."""
    return events_of(
        ET.fromstring(text.replace("<message", "<message xmlns='jabber:client'")), DOMAIN
    )


@pytest.mark.parametrize("version", [0, 1, 2])
@pytest.mark.parametrize(
    ("kind", "may"), [("both", True), ("set", True), ("get", False), ("", False)]
)
def test_a_server_says_what_we_may_do_with_rosters(version: int, kind: str, may: bool) -> None:
    assert heard(privilege(kind=kind, version=version)) == [Privileged(HOST, may)]


def test_other_privileges_say_that_there_is_none_for_rosters() -> None:
    assert heard(privilege("presence", "roster")) == [Privileged(HOST, may_write=False)]


@pytest.mark.parametrize(
    "sender", ["pat@library.example", "library.example/x", "pat@library.example/x"]
)
def test_nobody_but_a_server_can_grant_anything(sender: str) -> None:
    assert heard(privilege(sender=sender)) == []


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    """A service that can be opened and closed."""
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


async def roster_set(link: Link) -> ET.Element:
    """The next roster set; everything else is left out."""
    while True:
        stanza = await link.next()
        if stanza.tag == f"{NS}iq" and stanza.find(ITEM) is not None:
            return stanza


def confirm(link: Link, asked: ET.Element) -> None:
    """Answer a roster set with a yes."""
    link.say(f"<iq type='result' id='{asked.get('id')}' from='{asked.get('to')}' to='{DOMAIN}'/>")


async def claimed(link: Link) -> None:
    """A patron asks, and Ana answers."""
    staff_shows(link, "ana")
    patron_says(link, "Where is the 1923 map?", "p1")
    await words(link, "ana@", "1923 map")
    staff_says(link, "ana", "patron-1001", "In the map room.", "a1")


async def test_a_name_is_put_into_the_roster_and_taken_out_again(house: House) -> None:
    link = await house.opens()
    link.say(privilege())
    await claimed(link)
    asked = await roster_set(link)
    assert (asked.get("type"), asked.get("from"), asked.get("to")) == (
        "set",
        DOMAIN,
        "ana@library.example",
    )
    item = asked.find(ITEM)
    assert item is not None
    assert item.attrib == {
        "jid": f"patron-1001@{DOMAIN}",
        "name": "Patron 1001 · Ask a librarian",
        "subscription": "both",
    }
    assert [group.text for group in item] == ["Patrons"]
    confirm(link, asked)
    staff_says(link, "ana", "patron-1001", "!close", "a2")
    removal = await roster_set(link)
    item = removal.find(ITEM)
    assert item is not None
    assert item.attrib == {"jid": f"patron-1001@{DOMAIN}", "subscription": "remove"}
    confirm(link, removal)
    await house.closes()
    link = await house.opens()
    link.say(privilege())
    assert not [one for one in await link.read_until_quiet() if one.find(ITEM) is not None]


async def test_what_a_crash_left_in_a_roster_is_taken_out_later(house: House) -> None:
    link = await house.opens()
    link.say(privilege())
    await claimed(link)
    await roster_set(link)
    staff_says(link, "ana", "patron-1001", "!close", "a2")
    await roster_set(link)
    await house.dies()

    link = await house.opens()
    link.say(privilege())
    removal = await roster_set(link)
    item = removal.find(ITEM)
    assert item is not None
    assert item.get("subscription") == "remove"


async def test_a_privilege_outlives_a_store_that_was_out_of_order(house: House) -> None:
    link = await house.opens()
    link.say(privilege())
    staff_shows(link, "ana")
    intruder = sqlite3.connect(house.database, isolation_level=None)
    intruder.execute("BEGIN IMMEDIATE")
    patron_says(link, "Where is the map?", "q1")
    while (await link.next()).find(f"{NS}error") is None:
        pass
    intruder.execute("COMMIT")
    intruder.close()
    while (await link.next()).get("type") != "probe":
        pass
    await claimed(link)
    await roster_set(link)


async def test_an_alias_shows_its_name_and_picture_to_who_is_asked(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the 1923 map?", "p1")
    while True:
        stanza = await link.next()
        if stanza.tag == f"{NS}presence" and stanza.get("from", "").startswith("patron-1001@"):
            break
    assert stanza.get("to") == "ana@library.example"
    assert stanza.findtext("{http://jabber.org/protocol/nick}nick") == "Patron 1001"
    assert stanza.findtext("{vcard-temp:x:update}x/{vcard-temp:x:update}photo")
