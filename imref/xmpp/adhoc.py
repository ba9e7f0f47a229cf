"""Ad-hoc commands (XEP-0050): how they are found and used, in stanzas; `desk.filling` does them.

slixmpp's plugin is not used: it loses its list of commands when the link is made anew, and keeps in
memory who is filling in what.
"""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from imref.desk.events import FormUsed
from imref.desk.form.sheets import Action
from imref.xmpp.adhoc_answers import COMMANDS, DATA
from imref.xmpp.inbound import local_part, sender_of
from imref.xmpp.wire import attribute

_INFO: Final = "{http://jabber.org/protocol/disco#info}query"

FEATURES: Final = (COMMANDS, DATA)
"""What an address can do that has commands."""

LONGEST_NAME: Final = 1000
"""Characters of a node, a session, an action or a field's name that we read."""


# What comes in.


def form_used(stanza: Element, domain: str) -> FormUsed | None:
    """The use of a form that an iq of type set is; None for everything else."""
    payload = stanza[0] if len(stanza) else None
    if payload is None or payload.tag != f"{{{COMMANDS}}}command" or stanza.get("type") != "set":
        return None
    sender = sender_of(stanza.get("from", ""))
    to = local_part(stanza.get("to", domain), domain)
    if sender is None or to is None:
        return None
    return FormUsed(
        sender.bare,
        sender.resource,
        to,
        stanza.get("id", ""),
        payload.get("node", "")[:LONGEST_NAME],
        payload.get("sessionid", "")[:LONGEST_NAME],
        payload.get("action", Action.EXECUTE)[:LONGEST_NAME],
        _values(payload),
    )


def _values(command: Element) -> dict[str, tuple[str, ...]] | None:
    """What was filled in. A form of type cancel holds nothing (XEP-0004, section 3.1)."""
    form = command.find(f"{{{DATA}}}x")
    if form is None or form.get("type") != "submit":
        return None
    return {
        field.get("var", "")[:LONGEST_NAME]: tuple(
            value.text or "" for value in field.findall(f"{{{DATA}}}value")
        )
        for field in form.findall(f"{{{DATA}}}field")
    }


# What is found by those who look around (service discovery).


def describe(query: Element, jid: str, commands: Mapping[str, str]) -> str:
    """Answer a disco query (XEP-0030) for a node of ``jid``, as an attribute has it; "" if none.

    ``commands`` are those that the asker has there, by node, with the names that they read.
    """
    node = query.get("node", "")
    namespace = query.tag.partition("}")[0].removeprefix("{")
    opened = f"<query xmlns='{namespace}' node='{attribute(node)}'>"
    if not commands or (node != COMMANDS and node not in commands):
        return ""
    if query.tag != _INFO:
        listed = commands if node == COMMANDS else {}
        return f"{opened}{''.join(_item(jid, *each) for each in listed.items())}</query>"
    if node == COMMANDS:
        return f"{opened}<identity category='automation' type='command-list'/></query>"
    name = attribute(commands[node])
    features = "".join(f"<feature var='{feature}'/>" for feature in FEATURES)
    identity = f"<identity category='automation' type='command-node' name='{name}'/>"
    return f"{opened}{identity}{features}</query>"


def _item(jid: str, node: str, name: str) -> str:
    return f"<item jid='{jid}' node='{attribute(node)}' name='{attribute(name)}'/>"
