"""One log-in of a guest over WebSocket (RFC 7395), as a browser would do it, and good-bye."""

import asyncio
from base64 import b64encode
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

import aiohttp

_FRAMING = "urn:ietf:params:xml:ns:xmpp-framing"
_SASL = "urn:ietf:params:xml:ns:xmpp-sasl"

PATIENCE = 5.0
"""Seconds for all of it."""

LARGEST_FRAME = 65_536


class NoEntry(Exception):  # noqa: N818 - it is what was found out
    """The server was reached and did not let the guest in; ``condition`` is its reason or ""."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition or "no reason given")
        self.condition = condition


async def log_in(url: str, domain: str, user: str, password: str) -> None:
    """Log in with SASL PLAIN (RFC 4616) and leave.

    Raises NoEntry, and aiohttp.ClientError or TimeoutError where nobody speaks XMPP there.
    """
    async with (
        asyncio.timeout(PATIENCE),
        aiohttp.ClientSession() as client,
        client.ws_connect(url, protocols=("xmpp",), max_msg_size=LARGEST_FRAME) as line,
    ):
        await line.send_str(f"<open xmlns='{_FRAMING}' to={quoteattr(domain)} version='1.0'/>")
        await _until(line, "features")
        credentials = b64encode(f"\0{user}\0{password}".encode()).decode()
        await line.send_str(f"<auth xmlns='{_SASL}' mechanism='PLAIN'>{credentials}</auth>")
        await _until(line, "success")
        await line.send_str(f"<close xmlns='{_FRAMING}'/>")


async def _until(line: aiohttp.ClientWebSocketResponse, name: str) -> None:
    """Wait for an element. Raises NoEntry for an error, a failure, or the end."""
    while True:
        frame = await line.receive()
        if frame.type is not aiohttp.WSMsgType.TEXT:
            raise NoEntry("")
        try:
            element = ElementTree.fromstring(frame.data)
        except ElementTree.ParseError as problem:
            raise NoEntry(f"no XML: {problem}") from problem
        match _name(element):
            case found if found == name:
                return
            case "error" | "failure" | "close":
                raise NoEntry(_condition(element))


def _condition(element: Element) -> str:
    return next((_name(child) for child in element if _name(child) != "text"), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
