"""One XMPP client of one person: a slixmpp connection that tells what it sees."""

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from slixmpp import ClientXMPP
from slixmpp.exceptions import IqError
from slixmpp.jid import JID
from slixmpp.xmlstream import StanzaBase
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import StanzaPath

from imref.demo.script import Kind, Line
from imref.demo.server import PrivateServer

# COMPAT: slixmpp 1.17 finds "receipt" in a message that only asks for one.
_RECEIVED = "{urn:xmpp:receipts}received"

_REACTIONS = "{urn:xmpp:reactions:0}reactions"
_RETRACT = "{urn:xmpp:message-retract:1}retract"
_DISPLAYED = "{urn:xmpp:chat-markers:0}displayed"
_REPLY = "{urn:xmpp:reply:0}reply"

_PLUGINS = (30, 85, 172, 184, 199, 203, 280, 308)
_OF_GESTURES = (115, 333, 424, 444, 461)


@dataclass(frozen=True, slots=True)
class Doorway:
    """Where clients connect, which certificate they trust, and where the desks are."""

    host: str
    port: int
    tls: ssl.SSLContext
    desks: str

    @classmethod
    def of(cls, server: PrivateServer) -> "Doorway":
        """The doorway of a private server; its self-signed certificate is the only one trusted."""
        tls = ssl.create_default_context(cafile=str(server.certificate.certificate))
        return cls(server.host, server.c2s_port, tls, server.component_domain)


class Device(ClientXMPP):
    """A client on one resource, for one connection: to come back, make another.

    `tell` is called with every line that arrives. `acknowledges` is whether it answers receipt
    requests (XEP-0184), `language` what it marks its messages with. With `gestures` it shows
    reactions, retractions, markers and what a message answers, and says that it does; without, it
    is an old client that shows words alone. Subscription requests are shown and never answered by
    themselves.
    """

    def __init__(
        self,
        jid: str,
        password: str,
        door: Doorway,
        tell: Callable[[Line], None],
        *,
        acknowledges: bool = True,
        language: str = "en",
        gestures: bool = False,
    ) -> None:
        super().__init__(jid, password, lang=language, ssl_context=door.tls)
        self._door = door
        self._tell = tell
        self.name_here: str = self.requested_jid.resource
        self._started: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.enable_direct_tls = False
        self.auto_authorize = None
        self.auto_subscribe = False
        self._gestures = gestures
        for number in (*_PLUGINS, *(_OF_GESTURES if gestures else ())):
            self.register_plugin(f"xep_{number:04d}")
        self.plugin["xep_0184"].auto_ack = acknowledges
        for name, take in (("message", self._message), ("presence", self._presence)):
            self.register_handler(Callback(f"person/{name}", StanzaPath(name), take))
        self.add_event_handler("session_start", self._session_start)
        self.add_event_handler("failed_auth", self._failed_auth)
        self.add_event_handler("disconnected", self._disconnected)

    async def come_online(self, show: str, within: float) -> None:
        """Connect, turn carbons on and show presence ("" is available); return when it is known.

        `within` is in seconds. Raises ConnectionError when the server refuses, TimeoutError.
        """
        self.connect(self._door.host, self._door.port)
        async with asyncio.timeout(within):
            await self._started
            await self.plugin["xep_0280"].enable()
            self.show(show)
            await self.round_trip(within)

    def show(self, show: str, note: str = "") -> None:
        """Send presence: "" or "available", "chat", "away", "xa", "dnd", "unavailable"."""
        if show == "unavailable":
            self.send_presence(ptype="unavailable", pstatus=note)
        else:
            self.send_presence(pshow="" if show == "available" else show, pstatus=note)

    async def round_trip(self, within: float, to: str = "") -> None:
        """Ask `to` (the own server when empty) for any answer: all that it sent before is here.

        An error is an answer too. `within` is in seconds; raises TimeoutError.
        """
        async with asyncio.timeout(within):
            with contextlib.suppress(IqError):
                await self.plugin["xep_0199"].send_ping(JID(to or self.boundjid.domain))

    async def leave(self) -> None:
        """Say goodbye and close the stream."""
        await self.disconnect(wait=2.0)
        self._end_tasks()

    def cut(self) -> None:
        """Lose the connection without a word, as a train does in a tunnel."""
        self.abort()
        self._end_tasks()

    def _end_tasks(self) -> None:
        self.cancel_connection_attempt()
        # COMPAT: slixmpp 1.17 keeps its sending task after the stream is gone, in case it comes
        # back; this device does not.
        if self._run_out_filters is not None:
            self._run_out_filters.cancel()

    # What arrives.

    async def _session_start(self, _: object) -> None:
        if not self._started.done():
            self._started.set_result(None)

    def _failed_auth(self, _: object) -> None:
        self._refused("was not let in")

    def _refused(self, why: str) -> None:
        if not self._started.done():
            self._started.set_exception(ConnectionError(f"{self.requested_jid} {why}"))

    def _disconnected(self, reason: object) -> None:
        self._refused("lost the connection")
        self._tell(
            self._line(Kind.LINK, self.boundjid.bare, f"disconnected {reason or ''}".strip())
        )

    def _presence(self, presence: StanzaBase) -> None:
        sender: JID = presence["from"]
        if sender.bare != self.boundjid.bare:
            line = self._line(Kind.PRESENCE, sender.bare, presence["type"], presence["id"])
            line.note = presence["status"]
            self._tell(line)

    def _message(self, message: StanzaBase) -> None:
        if "carbon_received" in message:
            self._heard(message["carbon_received"], message["carbon_received"]["from"])
        elif "carbon_sent" in message:
            copy = message["carbon_sent"]
            self._heard(copy, copy["to"], outgoing=True)
        else:
            self._heard(message, message["from"])

    def _heard(self, message: StanzaBase, peer: JID, *, outgoing: bool = False) -> None:
        for line in self._gesture(message, peer.bare) or _lines(message, peer.bare):
            line.id = line.id or message["id"]
            line.outgoing = outgoing
            line.delayed = "delay" in message
            line.nick = message["nick"]["nick"] if "nick" in message else ""
            line.devices = {self.name_here}
            self._tell(line)

    def _gesture(self, message: StanzaBase, peer: str) -> list[Line]:
        """What a stanza says of an earlier one; words that come with it only stand in for it."""
        if not self._gestures or message["type"] == "error":
            return []
        for kind, tag in (
            (Kind.REACTION, _REACTIONS),
            (Kind.RETRACTION, _RETRACT),
            (Kind.MARKER, _DISPLAYED),
        ):
            found = message.xml.find(tag)
            if found is not None:
                text = " ".join(each.text or "" for each in found)
                return [Line(kind, peer, text, refers=found.get("id", ""))]
        return []

    def _line(self, kind: Kind, peer: str, text: str, stanza_id: str = "") -> Line:
        return Line(kind, peer, text, id=stanza_id, devices={self.name_here})


def _lines(message: StanzaBase, peer: str) -> list[Line]:
    """What one stanza says: a receipt or a chat state may come along with a body."""
    if message["type"] == "error":
        return [Line(Kind.BOUNCE, peer, message["error"]["condition"], refers=message["id"])]
    lines: list[Line] = []
    if message.xml.find(_RECEIVED) is not None:
        lines.append(Line(Kind.RECEIPT, peer, "", refers=message["receipt"]))
    if message["chat_state"] and not message["body"]:
        lines.append(Line(Kind.STATE, peer, message["chat_state"]))
    if message["body"] and "replace" in message:
        corrected = message["replace"]["id"]
        lines.append(Line(Kind.CORRECTION, peer, message["body"], refers=corrected))
    elif message["body"]:
        answered = message.xml.find(_REPLY)
        refers = "" if answered is None else answered.get("id", "")
        lines.append(Line(Kind.TEXT, peer, message["body"], refers=refers))
    return lines
