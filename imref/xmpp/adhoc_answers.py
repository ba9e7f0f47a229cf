"""Answers to those who use ad-hoc commands (XEP-0050), with data forms (XEP-0004)."""

from typing import Final

from imref.desk.effects import REFUSAL_TYPE, HandForm, RefuseForm
from imref.desk.form.sheets import Box, Sheet, Stage
from imref.xmpp.wire import attribute, content, jid_attribute

COMMANDS: Final = "http://jabber.org/protocol/commands"
DATA: Final = "jabber:x:data"
_STANZAS: Final = "urn:ietf:params:xml:ns:xmpp-stanzas"


def hand_form(answer: HandForm, domain: str) -> str:
    """The result of a query that used a form."""
    inside = ""
    if answer.actions and answer.stage is Stage.EXECUTING:
        offered = "".join(f"<{action.value}/>" for action in answer.actions)
        inside = f"<actions execute='{answer.actions[0].value}'>{offered}</actions>"
    if answer.sheet is not None:
        inside += _sheet(answer.sheet)
    if answer.note:
        kind = "warn" if answer.amiss else "info"
        inside += f"<note type='{kind}'>{content(answer.note)}</note>"
    return (
        f"<iq type='result' {_back(answer, domain)}>"
        f"<command xmlns='{COMMANDS}' node='{attribute(answer.node)}'"
        f" sessionid='{attribute(answer.session)}' status='{answer.stage.value}'>"
        f"{inside}</command></iq>"
    )


def refuse_form(refusal: RefuseForm, domain: str) -> str:
    """The error that answers a query: RFC 6120's condition, and XEP-0050's (section 4.4)."""
    inside = f"<{refusal.condition.value} xmlns='{_STANZAS}'/>"
    if refusal.text:
        inside += f"<text xmlns='{_STANZAS}'>{content(refusal.text)}</text>"
    if refusal.misuse:
        inside += f"<{refusal.misuse.value} xmlns='{COMMANDS}'/>"
    kind = REFUSAL_TYPE[refusal.condition]
    return f"<iq type='error' {_back(refusal, domain)}><error type='{kind}'>{inside}</error></iq>"


def _back(answer: HandForm | RefuseForm, domain: str) -> str:
    sender = f"{answer.sender}@{domain}" if answer.sender else domain
    return (
        f"id='{attribute(answer.query)}' from='{attribute(sender)}'"
        f" to='{jid_attribute(answer.recipient)}'"
    )


def _sheet(sheet: Sheet) -> str:
    about = ""
    if sheet.instructions:
        about = f"<instructions>{content(sheet.instructions)}</instructions>"
    boxes = "".join(map(_box, sheet.boxes))
    return f"<x xmlns='{DATA}' type='form'><title>{content(sheet.title)}</title>{about}{boxes}</x>"


def _box(box: Box) -> str:
    label = f" label='{attribute(box.label)}'" if box.label else ""
    inside = f"<desc>{content(box.hint)}</desc>" if box.hint else ""
    inside += "<required/>" if box.required else ""
    inside += "".join(f"<value>{content(value)}</value>" for value in box.values)
    inside += "".join(
        f"<option label='{attribute(each.label)}'><value>{content(each.value)}</value></option>"
        for each in box.choosable
    )
    return f"<field var='{attribute(box.name)}' type='{box.kind.value}'{label}>{inside}</field>"
