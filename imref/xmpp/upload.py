"""HTTP File Upload (XEP-0363): which service takes our files, and a slot for each."""

import asyncio
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.wire import attribute

UPLOAD: Final = "urn:xmpp:http:upload:0"
HEADERS: Final = {
    "authorization": "Authorization",
    "cookie": "Cookie",
    "expires": "Expires",
}
"""The headers that a service may ask us to send (section 4); any other is left out."""

_INFO = "http://jabber.org/protocol/disco#info"
_ITEMS = "http://jabber.org/protocol/disco#items"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a file is put, with which headers, and where it can be fetched then."""

    put: str
    get: str
    headers: dict[str, str]


async def find_service(asking: Asking, server: str, domain: str) -> str:
    """The upload service that a server has, itself or beside us (our ``domain``); "" for none."""
    places = [server, *await _items(asking, server)]
    others = [each for each in places if each != domain]
    answers = await asyncio.gather(*(_takes_files(asking, each) for each in others))
    return next((each for each, takes in zip(others, answers, strict=True) if takes), "")


async def _items(asking: Asking, server: str) -> list[str]:
    try:
        answer = await asking.ask(f"<query xmlns='{_ITEMS}'/>", to=server)
    except AskedInVain:
        return []
    return [item.get("jid", "") for item in answer.iter(f"{{{_ITEMS}}}item") if item.get("jid")]


async def _takes_files(asking: Asking, domain: str) -> bool:
    try:
        answer = await asking.ask(f"<query xmlns='{_INFO}'/>", to=domain)
    except AskedInVain:
        return False
    return any(each.get("var") == UPLOAD for each in answer.iter(f"{{{_INFO}}}feature"))


async def ask_for_slot(asking: Asking, service: str, name: str, size: int, kind: str) -> Slot:
    """A slot for a file of ``size`` bytes. Raises AskedInVain, also for a slot without links."""
    request = (
        f"<request xmlns='{UPLOAD}' filename='{attribute(name)}' size='{size}'"
        f" content-type='{attribute(kind)}'/>"
    )
    slot = _slot_in(await asking.ask(request, to=service))
    if not slot.put.startswith(("https://", "http://")) or not slot.get:
        raise AskedInVain("undefined-condition", "the slot has no links")
    return slot


def _slot_in(answer: Element) -> Slot:
    put = answer.find(f".//{{{UPLOAD}}}put")
    get = answer.find(f".//{{{UPLOAD}}}get")
    headers = {
        HEADERS[name]: "".join((each.text or "").splitlines())
        for each in answer.iter(f"{{{UPLOAD}}}header")
        if (name := each.get("name", "").strip().lower()) in HEADERS
    }
    return Slot(
        "" if put is None else put.get("url", ""),
        "" if get is None else get.get("url", ""),
        headers,
    )
