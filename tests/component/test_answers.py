"""What our addresses say they are, to clients and servers that ask."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

import pytest

from imref.pictures import portrait
from imref.xmpp.answers import answer
from imref.xmpp.directory import ComponentOnly, Entry, Role
from imref.xmpp.disco import FEATURES, IDENTITIES, NODE, version_of

from .conftest import MakeScene
from .server import DOMAIN, NS

INFO = "http://jabber.org/protocol/disco#info"
ITEMS = "http://jabber.org/protocol/disco#items"
STANZAS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"


DESK = Entry("ask", Role.DESK, "Ask 'us' & you", portrait(7))
LIBRARIAN = "lib@library.example/pc"


class Library:
    """Two desks, and a patron whom only staff see."""

    def find(self, local: str, asker: str) -> Entry | None:
        """Give the entry of an address."""
        if not local:
            return Entry("", Role.COMPONENT, "Reference")
        if local == "patron-1001" and asker == "lib@library.example":
            return Entry(local, Role.PATRON, "Patron 1001", portrait(1001))
        return next((desk for desk in self.desks() if desk.local == local), None)

    def desks(self) -> Iterable[Entry]:
        """Give the desks."""
        return DESK, Entry("law", Role.DESK, "Law")

    def commands(self, local: str, asker: str) -> Mapping[str, str]:  # noqa: ARG002
        """Give no commands; `test_adhoc` has some."""
        return {}


def ask(
    payload: str, to: str = f"ask@{DOMAIN}", kind: str = "get", asker: str = "pat@home.example/x"
) -> ET.Element | None:
    """Ask, and give the answer as a strict parser sees it."""
    query = ET.fromstring(
        f"<s xmlns='jabber:component:accept'>"
        f"<iq type='{kind}' id='q&amp;1' from='{asker}' to='{to}'>{payload}</iq></s>"
    )[0]
    text = answer(query, DOMAIN, Library())
    if not text:
        return None
    reply = ET.fromstring(f"<s xmlns='jabber:component:accept'>{text}</s>")[0]
    assert (reply.get("id"), reply.get("from"), reply.get("to")) == ("q&1", to, asker)
    return reply


def condition(reply: ET.Element | None) -> str:
    """The error condition of an answer."""
    assert reply is not None
    assert reply.get("type") == "error"
    return reply[0][0].tag.removeprefix(STANZAS)


@pytest.mark.parametrize("to", [DOMAIN, f"ask@{DOMAIN}", f"ask@{DOMAIN}/desk"])
def test_a_ping_is_answered(to: str) -> None:
    reply = ask("<ping xmlns='urn:xmpp:ping'/>", to)
    assert reply is not None
    assert reply.get("type") == "result"
    assert len(reply) == 0


@pytest.mark.parametrize(
    ("to", "role", "name"),
    [
        (DOMAIN, Role.COMPONENT, "Reference"),
        (f"ask@{DOMAIN}", Role.DESK, "Ask 'us' & you"),
        (f"ask@{DOMAIN}/desk", Role.DESK, "Ask 'us' & you"),
        (f"patron-1001@{DOMAIN}", Role.PATRON, "imref"),
    ],
)
def test_each_address_says_what_it_is_under_any_resource(to: str, role: Role, name: str) -> None:
    reply = ask(f"<query xmlns='{INFO}'/>", to, asker=LIBRARIAN)
    assert reply is not None
    identity, *features = reply[0]
    assert (identity.get("category"), identity.get("type")) == IDENTITIES[role]
    assert identity.get("name") == name
    assert [feature.get("var") for feature in features] == list(FEATURES[role])


def test_a_patrons_alias_is_hidden_as_if_it_were_not_there() -> None:
    hidden = ask(f"<query xmlns='{INFO}'/>", f"patron-1001@{DOMAIN}")
    missing = ask(f"<query xmlns='{INFO}'/>", f"patron-9999@{DOMAIN}")
    assert condition(hidden) == condition(missing) == "item-not-found"


@pytest.mark.parametrize("namespace", [INFO, ITEMS])
@pytest.mark.parametrize("node", ["x", f"{NODE}#old"])
def test_other_nodes_are_unknown(namespace: str, node: str) -> None:
    assert condition(ask(f"<query xmlns='{namespace}' node='{node}'/>")) == "item-not-found"


def test_its_capabilities_are_a_node_that_says_the_same() -> None:
    node = f"{NODE}#{version_of(DESK)}"
    reply, plain = ask(f"<query xmlns='{INFO}' node='{node}'/>"), ask(f"<query xmlns='{INFO}'/>")
    assert reply is not None
    assert plain is not None
    assert reply[0].get("node") == node
    assert [dict(each.attrib) for each in reply[0]] == [dict(each.attrib) for each in plain[0]]


def test_the_component_lists_its_desks() -> None:
    reply = ask(f"<query xmlns='{ITEMS}'/>", DOMAIN)
    assert reply is not None
    assert [(item.get("jid"), item.get("name")) for item in reply[0]] == [
        (f"ask@{DOMAIN}", "Ask 'us' & you"),
        (f"law@{DOMAIN}", "Law"),
    ]
    of_a_desk = ask(f"<query xmlns='{ITEMS}'/>")
    assert of_a_desk is not None
    assert len(of_a_desk[0]) == 0


def test_the_version_is_told() -> None:
    reply = ask("<query xmlns='jabber:iq:version'/>")
    assert reply is not None
    assert reply[0].findtext("{jabber:iq:version}name") == "imref"
    assert reply[0].findtext("{jabber:iq:version}version")


@pytest.mark.parametrize("kind", ["get", "set"])
@pytest.mark.parametrize(
    "node", ["eu.siacs.conversations.axolotl.devicelist", "urn:xmpp:omemo:2:devices", "", "x"]
)
def test_there_are_no_devices_for_encryption_and_that_is_said_at_once(node: str, kind: str) -> None:
    query = f"<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='{node}'/></pubsub>"
    assert condition(ask(query, kind=kind)) == "item-not-found"


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ("<query xmlns='jabber:iq:roster'/>", "get"),
        ("<query xmlns='jabber:iq:register'/>", "set"),
        (f"<query xmlns='{INFO}'/>", "set"),
        ("", "get"),
    ],
)
def test_everything_else_is_unavailable(payload: str, kind: str) -> None:
    assert condition(ask(payload, kind=kind)) == "service-unavailable"


@pytest.mark.parametrize("kind", ["result", "error", "nonsense"])
def test_answers_are_not_answered(kind: str) -> None:
    assert ask("<ping xmlns='urn:xmpp:ping'/>", kind=kind) is None


def test_a_query_without_a_sender_is_not_answered() -> None:
    query = ET.fromstring(f"<iq type='get' id='q' to='{DOMAIN}'/>")
    assert answer(query, DOMAIN, Library()) == ""


def test_without_a_directory_there_is_only_the_component() -> None:
    only = ComponentOnly()
    assert only.find("", "x") == Entry("", Role.COMPONENT, "imref")
    assert only.find("ask", "x") is None
    assert list(only.desks()) == []


async def test_queries_are_answered_on_the_wire_also_after_a_new_link(
    make_scene: MakeScene,
) -> None:
    scene = make_scene(directory=Library())
    scene.begin()
    for _ in range(2):
        link = await scene.up()
        link.say(
            f"<iq type='get' id='q' from='pat@home.example/x' to='ask@{DOMAIN}/desk'>"
            f"<query xmlns='{INFO}'/></iq>"
        )
        reply = await link.next()
        assert (reply.get("type"), reply.get("id")) == ("result", "q")
        assert reply.find(f"{{{INFO}}}query") is not None
        assert reply.tag == f"{NS}iq"
        link.cut()
