"""The smallest component: it takes down the presence it is sent, and sends what it is told to."""

import asyncio
from typing import NamedTuple

from slixmpp import ComponentXMPP
from slixmpp.jid import JID
from slixmpp.xmlstream import StanzaBase
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import StanzaPath

from imref.demo.people import PATIENCE
from imref.demo.server import PrivateServer


class Seen(NamedTuple):
    """One presence stanza, with bare addresses."""

    sender: str
    to: str
    show: str


class TinyComponent(ComponentXMPP):
    def __init__(self, server: PrivateServer) -> None:
        super().__init__(server.component_domain, server.secret, server.host, server.component_port)
        self._domain = server.domain
        self.seen: list[Seen] = []
        self.register_plugin("xep_0199")
        self._news = asyncio.Event()
        for event, handler in (
            ("presence_probe", self._handle_probe),
            ("presence_subscribe", self._handle_subscribe),
            ("presence_unsubscribe", self._handle_unsubscribe),
        ):
            self.del_event_handler(event, handler)
        self.register_handler(Callback("tiny", StanzaPath("presence"), self._take_down))

    async def start(self) -> None:
        """Connect; return when the server has accepted the component."""
        self.connect()
        await self.wait_until("session_start", PATIENCE)

    async def stop(self) -> None:
        await self.disconnect()
        if self._run_out_filters is not None:
            self._run_out_filters.cancel()

    async def sees(self, sender: str, to: str, show: str, within: float = PATIENCE) -> None:
        """Wait for a presence stanza and take it out of what was seen."""
        wanted = Seen(sender, to, show)
        try:
            async with asyncio.timeout(within):
                while wanted not in self.seen:
                    self._news = asyncio.Event()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"{wanted} did not come; seen: {self.seen}") from None
        self.seen.remove(wanted)

    def show(self, sender: str, to: str, show: str = "") -> None:
        """Send presence from one of our addresses: a show, or "probe" or "unavailable"."""
        presence = self.make_presence(pto=to, pfrom=sender)
        presence["type"] = show  # slixmpp's `type` is RFC 6121's type or show
        presence.send()

    async def settles(self, within: float = PATIENCE) -> None:
        """Wait for everything that the server has to say to what was sent before (XEP-0199)."""
        ping = self.plugin["xep_0199"].send_ping
        await ping(JID(self._domain), ifrom=self.boundjid, timeout=within)

    def _take_down(self, presence: StanzaBase) -> None:
        self.seen.append(Seen(presence["from"].bare, presence["to"].bare, presence["type"]))
        self._news.set()
