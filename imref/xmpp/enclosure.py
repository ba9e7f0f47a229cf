"""What goes with a message beside its words, as the elements of its stanza."""

from collections.abc import Iterator
from functools import lru_cache

from imref.desk.talk.enclosure import Enclosure
from imref.xmpp.wire import attribute, content

LINE = "urn:xmpp:imref:line:0"
"""The namespace of a place in line and of the end, which the library's page shows. No XEP has them
on their own: those of XEP-0142 belong to a workgroup that one has joined."""

_REPLY = "urn:xmpp:reply:0"
_REACTIONS = "urn:xmpp:reactions:0"
_RETRACT = "urn:xmpp:message-retract:1"
_OOB = "jabber:x:oob"


@lru_cache(maxsize=1024)
def render_enclosure(enclosed: Enclosure) -> str:
    """Give the elements, one after another.

    They are remembered, for a librarian's words carry the same ones again and again.
    """
    return "".join(_elements(enclosed))


def _elements(enclosed: Enclosure) -> Iterator[str]:
    if enclosed.nick:
        yield f"<nick xmlns='http://jabber.org/protocol/nick'>{content(enclosed.nick)}</nick>"
    for choice in enclosed.choices:
        value, label = attribute(choice.value), attribute(choice.label)
        yield f"<response xmlns='urn:xmpp:tmp:quick-response' value='{value}' label='{label}'/>"
    if enclosed.place:
        yield f"<line xmlns='{LINE}' place='{enclosed.place}'/>"
    if enclosed.over:
        yield f"<over xmlns='{LINE}'/>"
    if enclosed.reply:
        yield f"<reply xmlns='{_REPLY}' id='{attribute(enclosed.reply)}'/>"
        if enclosed.quoted:
            yield (
                f"<fallback xmlns='urn:xmpp:fallback:0' for='{_REPLY}'>"
                f"<body start='0' end='{enclosed.quoted}'/></fallback>"
            )
    if enclosed.reaction_to:
        each = "".join(f"<reaction>{content(emoji)}</reaction>" for emoji in enclosed.reactions)
        target = attribute(enclosed.reaction_to)
        yield f"<reactions xmlns='{_REACTIONS}' id='{target}'>{each}</reactions>"
        yield _fallback(enclosed, _REACTIONS)
    if enclosed.retracts:
        yield f"<retract xmlns='{_RETRACT}' id='{attribute(enclosed.retracts)}'/>"
        yield _fallback(enclosed, _RETRACT)
    if enclosed.url:
        yield f"<x xmlns='{_OOB}'><url>{content(enclosed.url)}</url></x>"
    if enclosed.unstyled:
        yield "<unstyled xmlns='urn:xmpp:styling:0'/>"


def _fallback(enclosed: Enclosure, what: str) -> str:
    """The mark of words that only stand in for ``what`` (XEP-0428)."""
    return f"<fallback xmlns='urn:xmpp:fallback:0' for='{what}'/>" if enclosed.fallback else ""
