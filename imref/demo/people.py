"""People who talk over XMPP, in words that read like a play.

pat, ana = Person("pat", …), Person("ana", …)
await pat.says("ask", "Where is the 1923 map?")
await ana.hears("1923 map", by="patron-")
await ana.replies("In the map room.")
await pat.hears("map room")
"""

import time
from collections.abc import Callable

from imref.demo.device import Device, Doorway
from imref.demo.script import Kind, Line, Script

PATIENCE = 20.0
"""Seconds that a person waits for something before the scene has failed: what comes ends the wait,
so that only a scene that fails takes as long, and a busy machine makes none fail."""


class Person:
    """Somebody with an account and one or more devices; keeps a script of all they said and saw.

    `to` in the methods below is an address, or the local part of one in the desks' domain: "ask".
    `by` is how the sender's address begins: "patron-", "ask@". `on` is the device to use, the
    first one that came online when empty. `within` is in real seconds, whatever `clock` the script
    goes by.
    """

    def __init__(
        self,
        name: str,
        address: str,
        password: str,
        door: Doorway,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.name = name
        self.address = address
        self.acknowledges = True
        self.language = "en"  # of their clients
        self.gestures = False
        self.script = Script(name, clock)
        self.devices: dict[str, Device] = {}
        self._password = password
        self._door = door
        self._speaker = ""  # whom this person heard last

    # Coming and going.

    async def comes_online(
        self, on: str = "desk", show: str = "", within: float = PATIENCE
    ) -> None:
        """Connect one device, and show presence; a device that was there before is replaced."""
        if on in self.devices:
            await self.goes_offline(on)
        device = Device(
            f"{self.address}/{on}",
            self._password,
            self._door,
            self.script.add,
            acknowledges=self.acknowledges,
            language=self.language,
            gestures=self.gestures,
        )
        self.devices[on] = device
        await device.come_online(show, within)

    async def goes_offline(self, on: str = "") -> None:
        """Disconnect one device, or all of them."""
        for resource in [on] if on else list(self.devices):
            await self.devices.pop(resource).leave()

    def loses_connection(self, on: str = "") -> None:
        """Cut one device, or all of them, off the network."""
        for resource in [on] if on else list(self.devices):
            self.devices.pop(resource).cut()

    async def shows(self, show: str, note: str = "", on: str = "") -> None:
        """Show presence (available, chat, away, xa, dnd); return when the server has it."""
        device = self._device(on)
        device.show(show, note)
        await device.round_trip(PATIENCE)

    # Speaking.

    async def says(
        self, to: str, text: str, *, on: str = "", receipt: bool = True, stanza_id: str = ""
    ) -> str:
        """Send a message and return its id."""
        device = self._device(on)
        message = device.make_message(mto=self.resolve(to), mbody=text, mtype="chat")
        message["id"] = stanza_id or device.new_id()
        message["chat_state"] = "active"
        if receipt:
            message["request_receipt"] = True
        self._said(Kind.TEXT, self.resolve(to), text, device, message["id"])
        message.send()
        return str(message["id"])

    async def replies(self, text: str, *, on: str = "", receipt: bool = True) -> str:
        """Say something to whoever was heard last; return the message's id."""
        return await self.says(self._last_speaker(), text, on=on, receipt=receipt)

    async def corrects(self, text: str, *, on: str = "") -> str:
        """Replace what was said last (XEP-0308); return the correction's own id."""
        said = self.script.last(Kind.TEXT, outgoing=True)
        if said is None:
            raise ValueError(f"{self.name} has said nothing that could be corrected")
        device = self._device(on)
        message = device.make_message(mto=said.peer, mbody=text, mtype="chat")
        message["id"] = device.new_id()
        message["replace"]["id"] = said.id
        message["request_receipt"] = True
        self._said(Kind.CORRECTION, said.peer, text, device, message["id"], refers=said.id)
        message.send()
        return str(message["id"])

    async def types(self, to: str = "", *, state: str = "composing", on: str = "") -> None:
        """Show a chat state to `to`, or to whoever was heard last (XEP-0085)."""
        device = self._device(on)
        peer = self.resolve(to) if to else self._last_speaker()
        message = device.make_message(mto=peer, mtype="chat")
        message["id"] = device.new_id()
        message["chat_state"] = state
        self._said(Kind.STATE, peer, state, device, message["id"])
        message.send()

    # Hearing.

    async def hears(self, text: str, *, by: str = "", within: float = PATIENCE) -> Line:
        """Wait for a message that contains `text`, and remember its sender for `replies`."""
        what = f"a message with {text!r}{_from(by)}"
        line = await self.script.notice(
            what,
            lambda line: line.kind is Kind.TEXT and text in line.text and line.peer.startswith(by),
            within,
        )
        self._speaker = line.peer
        return line

    async def hears_correction(self, text: str, *, by: str = "", within: float = PATIENCE) -> Line:
        """Wait for a correction (XEP-0308) whose new words contain `text`."""
        return await self._sees(Kind.CORRECTION, text, by, within)

    async def sees_receipt(self, of: str = "", within: float = PATIENCE) -> Line:
        """Wait for the receipt of a message's id, of what was said last when empty (XEP-0184)."""
        said = self.script.last(Kind.TEXT, Kind.CORRECTION, outgoing=True)
        wanted = of or (said.id if said else "")
        return await self.script.notice(
            f"the receipt of {wanted}",
            lambda line: line.kind is Kind.RECEIPT and line.refers == wanted,
            within,
        )

    async def sees_typing(
        self, *, by: str = "", state: str = "composing", within: float = PATIENCE
    ) -> Line:
        """Wait for a chat state of the other side (XEP-0085)."""
        return await self._sees(Kind.STATE, state, by, within)

    async def sees_presence(self, show: str, *, by: str = "", within: float = PATIENCE) -> Line:
        """Wait for somebody's presence: available, chat, away, xa, dnd, unavailable, subscribe."""
        return await self._sees(Kind.PRESENCE, show, by, within)

    async def sees_bounce(self, condition: str = "", within: float = PATIENCE) -> Line:
        """Wait for a message to come back with an error condition (RFC 6120, section 8.3.3)."""
        return await self._sees(Kind.BOUNCE, condition, "", within)

    async def settles(self, to: str = "", on: str = "") -> None:
        """Make sure that everything that `to` has sent to this person so far has arrived.

        The question takes the same streams as messages do, and both keep their order. `to` is
        the component when empty.
        """
        await self._device(on).round_trip(PATIENCE, self.resolve(to) if to else self._door.desks)

    # Small things.

    def resolve(self, to: str) -> str:
        """An address from the short form that scenes use."""
        return to if "@" in to else f"{to}@{self._door.desks}"

    async def _sees(self, kind: Kind, text: str, by: str, within: float) -> Line:
        return await self.script.notice(
            f"{kind} {text!r}{_from(by)}",
            lambda line: line.kind is kind and text in line.text and line.peer.startswith(by),
            within,
        )

    def _said(
        self, kind: Kind, peer: str, text: str, device: Device, stanza_id: str, refers: str = ""
    ) -> None:
        self.script.add(
            Line(
                kind,
                peer,
                text,
                id=stanza_id,
                refers=refers,
                outgoing=True,
                devices={device.name_here},
            )
        )

    def _last_speaker(self) -> str:
        if not self._speaker:
            raise ValueError(f"{self.name} has heard nobody to whom they could reply")
        return self._speaker

    def _device(self, on: str) -> Device:
        if not self.devices:
            raise ConnectionError(f"{self.name} is offline")
        return self.devices[on] if on else next(iter(self.devices.values()))


def _from(by: str) -> str:
    return f" from {by}…" if by else ""
