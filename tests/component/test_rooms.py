"""Group chats: what a room's stanzas say, and what we send to one."""

import asyncio
import xml.etree.ElementTree as ET

import pytest

from imref.desk.effects import JoinRoom, LeaveRoom, SayInRoom
from imref.desk.errands import FurnishRoom
from imref.desk.events import (
    Event,
    OccupantGone,
    OccupantKnown,
    PresenceChanged,
    PresenceRefused,
    RoomJoined,
    RoomLeft,
    RoomSaid,
)
from imref.xmpp.asking import Asking
from imref.xmpp.inbound import events_of
from imref.xmpp.outbound import render
from imref.xmpp.rooms import furnish

from .server import DOMAIN

ROOM = "reference@rooms.library.example"


def read(stanza: str) -> list[Event]:
    """What a stanza from the server says."""
    return events_of(ET.fromstring(stanza), DOMAIN)


def presence(nick: str, about: str, kind: str = "") -> list[Event]:
    """What the presence of an occupant says."""
    return read(
        f"<presence xmlns='jabber:component:accept' from='{ROOM}/{nick}' to='{DOMAIN}/desk'{kind}>"
        f"<x xmlns='http://jabber.org/protocol/muc#user'>{about}</x></presence>"
    )


GONE = " type='unavailable'"


def test_an_occupant_is_known_by_their_real_address() -> None:
    item = "<item jid='Ana@library.example/pc' affiliation='member' role='participant'/>"
    assert presence("Ana", item) == [OccupantKnown(ROOM, "Ana", "ana@library.example")]
    assert presence("Ana", "<item role='participant'/>") == [OccupantKnown(ROOM, "Ana", "")]
    assert presence("Ana", item, GONE) == [OccupantGone(ROOM, "Ana")]


@pytest.mark.parametrize(
    ("item", "codes", "created", "owner", "sees"),
    [
        ("role='participant' affiliation='member'", "110", False, False, False),
        ("role='participant' affiliation='member'", "100 110", False, False, True),
        ("role='moderator' affiliation='admin'", "110", False, False, True),
        ("role='moderator' affiliation='owner'", "110 201", True, True, True),
    ],
)
def test_our_own_presence_means_that_we_are_in(
    item: str, codes: str, *, created: bool, owner: bool, sees: bool
) -> None:
    statuses = "".join(f"<status code='{code}'/>" for code in codes.split())
    _, joined = presence("Desk", f"<item jid='{DOMAIN}/desk' {item}/>{statuses}")
    assert joined == RoomJoined(ROOM, "Desk", created, owner, sees)


def test_our_own_absence_means_that_we_are_out() -> None:
    kicked = "<item role='none'/><status code='307'/><status code='110'/>"
    assert presence("Desk", kicked, GONE) == [RoomLeft(ROOM)]
    renamed = "<item nick='Desk 2'/><status code='303'/><status code='110'/>"
    assert presence("Desk", renamed, GONE) == []


def test_a_refusal_is_an_error_of_the_room() -> None:
    refusal = read(
        f"<presence xmlns='jabber:component:accept' from='{ROOM}/Desk' to='{DOMAIN}/desk'"
        " type='error'><x xmlns='http://jabber.org/protocol/muc'/><error type='cancel'>"
        "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>"
    )
    assert refusal == [
        PresenceChanged(ROOM, "Desk", "", "unavailable"),
        PresenceRefused(ROOM, "", "conflict"),
    ]


def test_what_was_said_before_we_came_is_stamped() -> None:
    said = read(
        f"<message xmlns='jabber:component:accept' type='groupchat' from='{ROOM}/Ana'"
        f" to='{DOMAIN}/desk' id='m1'><body>!take 1042</body>"
        "<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T12:00:00Z'/></message>"
    )
    assert said == [RoomSaid(ROOM, "Ana", "", "m1", "!take 1042", 1767268800.0)]


def test_coming_in_asks_for_no_history() -> None:
    stanza = ET.fromstring(render(JoinRoom(ROOM, "Desk & Co"), DOMAIN))
    assert stanza.get("to") == f"{ROOM}/Desk & Co"
    assert stanza.get("from") == f"{DOMAIN}/desk"
    history = stanza.find(".//{http://jabber.org/protocol/muc}history")
    assert history is not None
    assert history.get("maxstanzas") == "0"
    assert ET.fromstring(render(LeaveRoom(ROOM, "Desk"), DOMAIN)).get("type") == "unavailable"


def test_words_go_to_everybody() -> None:
    stanza = ET.fromstring(render(SayInRoom(ROOM, "room-1", "Ana <has> 1042."), DOMAIN))
    assert (stanza.get("type"), stanza.get("to"), stanza.get("id")) == ("groupchat", ROOM, "room-1")
    assert stanza.findtext("body") == "Ana <has> 1042."


async def test_a_new_room_is_set_up_and_each_member_let_in() -> None:
    sent: asyncio.Queue[ET.Element] = asyncio.Queue()

    def write(stanza: str) -> bool:
        asked = ET.fromstring(stanza)
        sent.put_nowait(asked)
        answer = ET.Element("iq", {"type": "result", "id": asked.get("id", ""), "from": ROOM})
        asyncio.get_running_loop().call_soon(asking.answered, answer)
        return True

    asking = Asking(DOMAIN, write)
    members = ("ana@library.example", "ben@library.example")
    assert await furnish(asking, FurnishRoom(ROOM, members, new=True)) == ""
    settings = sent.get_nowait()
    values = {
        field.get("var"): field.findtext("{jabber:x:data}value")
        for field in settings.iter("{jabber:x:data}field")
    }
    assert values["muc#roomconfig_membersonly"] == "1"
    assert values["muc#roomconfig_whois"] == "anyone"
    items = [next(sent.get_nowait().iter(f"{{{MUC_ADMIN}}}item")) for _ in members]
    assert [item.get("jid") for item in items] == [*members]
    assert sent.empty()


MUC_ADMIN = "http://jabber.org/protocol/muc#admin"
