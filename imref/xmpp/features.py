"""What other people's clients can do: asked (XEP-0030), checked and remembered (XEP-0115)."""

import base64
import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from imref.desk.errands import AskFeatures
from imref.desk.events import FeaturesKnown
from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.wire import attribute

log = logging.getLogger(__name__)

INFO: Final = "http://jabber.org/protocol/disco#info"
_QUERY = f"{{{INFO}}}query"
_FORM = "{jabber:x:data}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CLIENTS_HELD: Final = 512
"""Kinds of client that are remembered. There are some dozens, each in a few versions."""

AT_ONCE: Final = 32
"""Questions under way. Beyond that nobody is asked: not to know is no harm, a flood would be."""

FEATURES_READ: Final = 500
"""Features of one client that are read; none has half as many."""


class Features:
    """Asks devices what they can do, each kind of client once; ``asking`` gives the way to ask."""

    def __init__(self, asking: Callable[[], Asking]) -> None:
        self._asking = asking
        self._known: OrderedDict[str, frozenset[str]] = OrderedDict()
        self._under_way = 0

    async def learn(self, asked: AskFeatures) -> FeaturesKnown | None:
        """Give what a device can do; None when it does not say."""
        features = self._known.get(asked.caps) if asked.caps else None
        if features is None:
            features = await self._ask(asked)
        else:
            self._known.move_to_end(asked.caps)
        return None if features is None else FeaturesKnown(asked.address, asked.resource, features)

    async def _ask(self, asked: AskFeatures) -> frozenset[str] | None:
        if self._under_way >= AT_ONCE:
            return None
        device = f"{asked.address}/{asked.resource}" if asked.resource else asked.address
        node = f" node='{attribute(asked.caps)}'" if asked.caps else ""
        self._under_way += 1
        try:
            answer = await self._asking().ask(
                f"<query xmlns='{INFO}'{node}/>", to=device, sender=asked.sender
            )
        except AskedInVain as problem:
            log.debug("a client does not say what it can do: %s", problem.condition)
            return None
        finally:
            self._under_way -= 1
        info = answer.find(_QUERY)
        if info is None:
            return None
        features = _features(info)
        if asked.caps and asked.caps.rpartition("#")[2] == verification(info):
            self._remember(asked.caps, features)
        return features

    def _remember(self, caps: str, features: frozenset[str]) -> None:
        self._known[caps] = features
        if len(self._known) > CLIENTS_HELD:
            self._known.popitem(last=False)


def _features(info: Element) -> frozenset[str]:
    named = [child.get("var", "") for child in info if child.tag == f"{{{INFO}}}feature"]
    return frozenset(named[:FEATURES_READ])


def verification(info: Element) -> str:
    """The hash of what a client says of itself (XEP-0115, section 5.1, with SHA-1).

    What it says counts for all clients of its kind only if that is the hash it shows: else one
    client could speak for all others.
    """
    identities = sorted(
        "/".join([each.get(name, "") for name in ("category", "type", _XML_LANG, "name")])
        for each in info
        if each.tag == f"{{{INFO}}}identity"
    )
    text = "".join(f"{each}<" for each in (*identities, *sorted(_features(info))))
    text += "".join(sorted(map(_form, info.findall(f"{_FORM}x"))))
    return base64.b64encode(hashlib.sha1(text.encode()).digest()).decode()


def _form(form: Element) -> str:
    """One form of extended information (XEP-0128) as it is hashed."""
    values = {
        field.get("var", ""): sorted(each.text or "" for each in field.findall(f"{_FORM}value"))
        for field in form.findall(f"{_FORM}field")
    }
    kind = next(iter(values.pop("FORM_TYPE", [])), "")
    parts = [kind, *(part for name in sorted(values) for part in (name, *values[name]))]
    return "".join(f"{part}<" for part in parts)
