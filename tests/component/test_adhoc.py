"""Commands as forms (XEP-0050, XEP-0004) on the wire: found, filled in, done once."""

from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

import pytest

from imref.desk.effects import HandForm, Refusal, RefuseForm
from imref.desk.form.sheets import Action, Box, Choosable, Kind, Misuse, Sheet, Stage
from imref.xmpp.adhoc import describe, form_used
from imref.xmpp.adhoc_answers import COMMANDS, DATA, hand_form, refuse_form

from .house import House, message, patron_says, staff_shows, words
from .server import DOMAIN, NS, Link, PlayedServer

INFO = "http://jabber.org/protocol/disco#info"
ITEMS = "http://jabber.org/protocol/disco#items"
COMMAND = f"{{{COMMANDS}}}command"
NOTE = f"{{{COMMANDS}}}note"
FORM = f"{{{DATA}}}x"
STANZAS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"
ALIAS = f"patron-1001@{DOMAIN}"


def parsed(stanza: str) -> ET.Element:
    """A stanza as a strict parser sees it in a component's stream."""
    return ET.fromstring(f"<s xmlns='jabber:component:accept'>{stanza}</s>")[0]


def command(
    node: str,
    to: str,
    *,
    session: str = "",
    action: str = "",
    values: dict[str, str] | None = None,
    query: str = "q1",
    sender: str = "ana@library.example/pc",
) -> str:
    """The query of a client that uses a form."""
    fields = "".join(
        f"<field var={quoteattr(name)}><value>{value}</value></field>"
        for name, value in (values or {}).items()
    )
    form = "" if values is None else f"<x xmlns='{DATA}' type='submit'>{fields}</x>"
    session = f" sessionid='{session}'" if session else ""
    action = f" action='{action}'" if action else ""
    return (
        f"<iq type='set' id='{query}' from='{sender}' to='{to}'>"
        f"<command xmlns='{COMMANDS}' node='{node}'{session}{action}>{form}</command></iq>"
    )


# What comes in.


def test_a_use_of_a_form_is_read() -> None:
    used = form_used(
        parsed(command("close", ALIAS, session="7-1", action="complete", values={"read": "3"})),
        DOMAIN,
    )
    assert used is not None
    assert (used.sender, used.resource, used.to) == ("ana@library.example", "pc", "patron-1001")
    assert (used.id, used.node, used.session, used.action) == ("q1", "close", "7-1", "complete")
    assert used.values == {"read": ("3",)}


def test_what_is_not_said_is_execute_with_no_form() -> None:
    used = form_used(parsed(command("duty", DOMAIN)), DOMAIN)
    assert used is not None
    assert (used.to, used.session, used.action, used.values) == ("", "", "execute", None)


def test_several_values_and_none_are_told_apart() -> None:
    stanza = parsed(command("desk", DOMAIN, values={"desks": "ask</value><value>law", "x": ""}))
    empty = stanza[0][0][1]
    empty.remove(empty[0])
    used = form_used(stanza, DOMAIN)
    assert used is not None
    assert used.values == {"desks": ("ask", "law"), "x": ()}


@pytest.mark.parametrize(
    "stanza",
    [
        command("close", ALIAS).replace("type='set'", "type='get'"),
        command("close", ALIAS).replace("type='set'", "type='result'"),
        command("close", "ask@elsewhere.example"),
        command("close", ALIAS, sender="no jid/x"),
        f"<iq type='set' id='1' from='ana@library.example/pc' to='{ALIAS}'/>",
        f"<iq type='set' id='1' from='ana@library.example/pc' to='{ALIAS}'><ping xmlns='p'/></iq>",
    ],
)
def test_everything_else_is_left_to_others(stanza: str) -> None:
    assert form_used(parsed(stanza), DOMAIN) is None


# What is found.


def ask(namespace: str, node: str, commands: dict[str, str]) -> ET.Element | None:
    """Ask for a node of an address that has these commands."""
    query = ET.fromstring(f"<query xmlns='{namespace}' node='{node}'/>")
    text = describe(query, "ask@ref.library.example", commands)
    return ET.fromstring(text) if text else None


def test_commands_are_listed_as_they_are_read() -> None:
    found = ask(ITEMS, COMMANDS, {"close": "End 'it' & go", "duty": "On or off"})
    assert found is not None
    assert [(each.get("jid"), each.get("node"), each.get("name")) for each in found] == [
        ("ask@ref.library.example", "close", "End 'it' & go"),
        ("ask@ref.library.example", "duty", "On or off"),
    ]
    info = ask(INFO, COMMANDS, {"close": "End it"})
    assert info is not None
    assert info[0].attrib == {"category": "automation", "type": "command-list"}


def test_a_command_says_that_it_is_one() -> None:
    found = ask(INFO, "close", {"close": "End 'it' & go"})
    assert found is not None
    identity, *features = found
    assert identity.get("type") == "command-node"
    assert identity.get("name") == "End 'it' & go"
    assert [each.get("var") for each in features] == [COMMANDS, DATA]
    nothing = ask(ITEMS, "close", {"close": "End it"})
    assert nothing is not None
    assert len(nothing) == 0


@pytest.mark.parametrize("node", [COMMANDS, "close", "nonsense"])
def test_whoever_has_no_commands_finds_no_node(node: str) -> None:
    assert ask(ITEMS, node, {}) is None
    assert ask(INFO, "nonsense", {"close": "End it"}) is None


# What goes out.


def test_a_form_is_shown_with_what_can_be_done() -> None:
    sheet = Sheet(
        "Pass <on>",
        "patron-1001: Where's the map?",
        (
            Box("to", Kind.CHOICE, "To 'whom'", ("ben",), (Choosable("ben", "Ben & co"),), True),
            Box("why", Kind.LINES, "Why", ("one", "two"), hint="a <hint>"),
            Box("page", Kind.HIDDEN, "", ("1",)),
        ),
    )
    answer = HandForm(
        "patron-1001", "ana@library.example/pc", "q'1", "transfer", "7-1", Stage.EXECUTING,
        "Nothing is <done>", amiss=True, sheet=sheet, actions=(Action.COMPLETE, Action.PREV),
    )  # fmt: skip
    stanza = parsed(hand_form(answer, DOMAIN))
    assert stanza.attrib == {
        "type": "result", "id": "q'1", "from": ALIAS, "to": "ana@library.example/pc",
    }  # fmt: skip
    shown = stanza[0]
    assert shown.attrib == {"node": "transfer", "sessionid": "7-1", "status": "executing"}
    actions, form, note = shown
    assert actions.get("execute") == "complete"
    assert [each.tag.rpartition("}")[2] for each in actions] == ["complete", "prev"]
    assert (note.get("type"), note.text) == ("warn", "Nothing is <done>")
    title, instructions, to, why, page = form
    assert (title.text, instructions.text) == ("Pass <on>", "patron-1001: Where's the map?")
    assert (to.get("type"), to.get("label")) == ("list-single", "To 'whom'")
    assert to.find(f"{{{DATA}}}required") is not None
    assert to.findtext(f"{{{DATA}}}value") == "ben"
    option = to.find(f"{{{DATA}}}option")
    assert option is not None
    assert (option.get("label"), option[0].text) == ("Ben & co", "ben")
    assert [each.text for each in why.findall(f"{{{DATA}}}value")] == ["one", "two"]
    assert why.findtext(f"{{{DATA}}}desc") == "a <hint>"
    assert (page.get("type"), page.get("label")) == ("hidden", None)


def test_a_refusal_names_both_conditions() -> None:
    refusal = RefuseForm(
        "", "ana@library.example/pc", "q1", Refusal.NOT_ALLOWED, "Too <old>", Misuse.SESSION_EXPIRED
    )
    stanza = parsed(refuse_form(refusal, DOMAIN))
    assert (stanza.get("type"), stanza.get("from")) == ("error", DOMAIN)
    (error,) = stanza
    assert error.get("type") == "cancel"
    assert [each.tag for each in error] == [
        f"{STANZAS}not-allowed", f"{STANZAS}text", f"{{{COMMANDS}}}session-expired",
    ]  # fmt: skip
    assert error[1].text == "Too <old>"


# The whole way.


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


async def answer_to(link: Link, query: str) -> ET.Element:
    """The answer to a query; what else arrives is left out."""
    while True:
        stanza = await link.next()
        if stanza.tag == f"{NS}iq" and stanza.get("id") == query:
            return stanza


async def asked(link: Link, house: House) -> None:
    """Ana is here, and a patron has asked."""
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "m1")
    await words(link, "ana@", "Where is the map?")
    assert house.runs


async def use(link: Link, stanza: str, query: str = "q1") -> ET.Element:
    """Use a form and give the command element of the result."""
    link.say(stanza)
    answer = await answer_to(link, query)
    assert answer.get("type") == "result", ET.tostring(answer)
    return answer[0]


async def test_a_question_is_taken_and_closed_by_forms(house: House) -> None:
    link = await house.opens()
    await asked(link, house)
    taken = await use(link, command("take", ALIAS))
    assert taken.get("status") == "completed"
    assert "patron-1001 is yours" in taken.findtext(NOTE, "")
    opened = await use(link, command("close", ALIAS))
    assert opened.get("status") == "executing"
    form = opened.find(FORM)
    assert form is not None
    assert [field.get("var") for field in form.findall(f"{{{DATA}}}field")] == ["outcome", "read"]
    session = opened.get("sessionid", "")
    values = {"outcome": "answered", "read": "2"}
    closed = await use(
        link, command("close", ALIAS, session=session, action="complete", values=values)
    )
    assert closed.get("status") == "completed"
    assert closed.findtext(NOTE) == "Closed as answered, READ 2. Thank you."
    told = [each for each in await link.read_until_quiet() if each.get("to", "").startswith("ana")]
    assert not [each for each in told if each.tag == f"{NS}message"]


async def test_what_staff_find_at_an_alias_and_others_do_not(house: House) -> None:
    link = await house.opens()
    await asked(link, house)
    for sender, expected in (("ana@library.example/pc", "result"), ("pat@home.example/x", "error")):
        for namespace in (INFO, ITEMS):
            query = f"<query xmlns='{namespace}' node='{COMMANDS}'/>"
            link.say(f"<iq type='get' id='d' from='{sender}' to='{ALIAS}'>{query}</iq>")
            assert (await answer_to(link, "d")).get("type") == expected
    for sender, has in (("ana@library.example/pc", True), ("pat@home.example/x", False)):
        query = f"<query xmlns='{INFO}'/>"
        link.say(f"<iq type='get' id='d' from='{sender}' to='ask@{DOMAIN}'>{query}</iq>")
        info = await answer_to(link, "d")
        assert (COMMANDS in {each.get("var") for each in info[0]}) is has
    link.say(command("close", f"ask@{DOMAIN}", sender="pat@home.example/x"))
    refused = await answer_to(link, "q1")
    assert refused[0][0].tag == f"{STANZAS}forbidden"


@pytest.mark.parametrize("end", ["good", "bad", "link"])
async def test_an_open_form_outlives_the_link_and_the_process(house: House, end: str) -> None:
    link = await house.opens()
    await asked(link, house)
    await use(link, command("take", ALIAS))
    opened = await use(link, command("followup", ALIAS))
    if end == "link":
        link.cut()
        link = await house.server.link()
    else:
        await (house.closes() if end == "good" else house.dies())
        link = await house.opens()
    values = {"due": "tomorrow 12:00", "what": "the map"}
    session = opened.get("sessionid", "")
    stanza = command("followup", ALIAS, session=session, action="complete", values=values)
    link.say(stanza)
    await words(link, "pat@", "will answer here by")
    done = await answer_to(link, "q1")
    assert "Promised for" in done[0].findtext(NOTE, "")


async def test_handed_in_again_after_a_crash_it_is_done_once(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    opened = await use(link, command("tally", DOMAIN))
    session = opened.get("sessionid", "")
    values = {"kind": "phone", "what": "map", "count": "2"}
    stanza = command("tally", DOMAIN, session=session, action="complete", values=values)
    first = await use(link, stanza)
    again = await use(link, stanza)
    assert again.findtext(NOTE) == first.findtext(NOTE)
    await house.dies()
    link = await house.opens()
    after = await use(link, stanza)
    assert (after.get("status"), after.findtext(NOTE)) == ("completed", "That is done already.")
    room = house.service.switchboard.room
    assert sum(each.count for each in room.engaged_before["ana"]) == 2


async def test_a_text_command_repeated_after_a_crash_is_done_once(house: House) -> None:
    def tally(link: Link) -> None:
        link.say(
            f"<message type='chat' from='ana@library.example/pc' to='ask@{DOMAIN}' id='t1'>"
            "<body>!tally phone map 2</body></message>"
        )

    link = await house.opens()
    tally(link)
    await words(link, "ana@", "2")
    await house.dies()
    link = await house.opens()
    tally(link)
    await message(link, "ana@")
    room = house.service.switchboard.room
    assert sum(each.count for each in room.engaged_before["ana"]) == 2


async def test_while_nothing_can_be_kept_a_form_is_answered_with_wait(house: House) -> None:
    link = await house.opens()
    staff_shows(link, "ana")
    opened = await use(link, command("tally", DOMAIN))
    writer = house.journal._connection
    assert writer is not None
    full = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {full}")
    session = opened.get("sessionid", "")
    values = {"kind": "phone", "what": "map" * 4000, "count": "2"}
    link.say(command("tally", DOMAIN, session=session, action="complete", values=values))
    refused = await answer_to(link, "q1")
    assert refused[0].get("type") == "wait"
