"""One XML stream to the server (XEP-0114): slixmpp's transport, parser and handshake, no more.

COMPAT: slixmpp 1.17.0. Stanzas are taken in `_spawn_event`, which is not a public name, before
slixmpp builds objects of them and tries its handlers one after another. So it never answers a
probe with `unsubscribed`, never sends a patron its own words when a handler fails, never fills a
roster, and a message costs a few microseconds. `tests/component/test_stream.py` notices when the
name moves.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from slixmpp import ComponentXMPP
from slixmpp.stanza import Handshake

from imref.xmpp.inbound import NAMESPACES

log = logging.getLogger(__name__)

_STREAM_ERROR = "{http://etherx.jabber.org/streams}error"
_STREAM_CONDITIONS = "{urn:ietf:params:xml:ns:xmpp-streams}"
_STANZAS = {
    f"{{{namespace}}}{name}" for namespace in NAMESPACES for name in ("message", "presence", "iq")
}


def _without_text(record: logging.LogRecord) -> bool:
    """COMPAT: slixmpp 1.17.0 logs the bytes it cannot parse, which are people's words."""
    return not str(record.msg).startswith("Parse error")


logging.getLogger("slixmpp.xmlstream.xmlstream").addFilter(_without_text)


class Stream(ComponentXMPP):
    """A stream that can be opened again and again; it does not do so by itself.

    ``take`` gets every message, presence and iq, in order; ``ready`` is called after the
    handshake. Neither may raise: what they raise is logged and the stanza is given up.
    """

    def __init__(
        self,
        domain: str,
        secret: str,
        take: Callable[[Element], None],
        ready: Callable[[], None],
    ) -> None:
        super().__init__(domain, secret, fix_error_ns=True)  # type: ignore[no-untyped-call]
        self._take = take
        self._ready = ready
        self.condition = ""
        self.heard_at = 0.0
        self.ended: asyncio.Future[None] = self.loop.create_future()
        self.add_event_handler("session_start", self._session_started_now)

    async def open(self, host: str, port: int, seconds: float) -> None:
        """Connect and begin the handshake.

        Raises OSError or TimeoutError when nobody takes the connection within ``seconds``. Then
        or later ``ended`` is done, with the server's reason (RFC 6120, section 4.9.3) in
        ``condition`` if it gave one.
        """
        self.condition = ""
        self.ended = self.loop.create_future()
        async with asyncio.timeout(seconds):
            await self.loop.create_connection(lambda: self, host, port, happy_eyeballs_delay=0.25)

    def write(self, text: str) -> None:
        """Write stanzas at once, past slixmpp's queue."""
        if text and self.transport is not None and not self.transport.is_closing():
            self.transport.write(text.encode())

    @property
    def unsent(self) -> int:
        """How many bytes the server has not taken from us yet."""
        return 0 if self.transport is None else self.transport.get_write_buffer_size()

    def send(self, data: Any, use_filters: bool = True) -> None:  # noqa: ARG002 - slixmpp's own
        """Let out slixmpp's handshake, and nothing else that it may want to say."""
        if isinstance(data, Handshake):
            self.send_raw(str(data))
        else:
            log.debug("slixmpp was kept from sending a %s", type(data).__name__)

    def data_received(self, data: bytes | str) -> None:
        """Note that the server is alive, then parse."""
        self.heard_at = self.loop.time()
        super().data_received(data)

    def connection_lost(self, exception: BaseException | None) -> None:
        """Clear up, then tell whoever awaits the end."""
        super().connection_lost(exception)
        if not self.ended.done():
            self.ended.set_result(None)

    def _spawn_event(self, xml: Element) -> None:
        if xml.tag in _STANZAS:
            try:
                self._take(xml)
            except Exception:
                log.exception("a stanza could not be taken")
        elif xml.tag == _STREAM_ERROR:
            self.condition = _stream_condition(xml)
            self.abort()
        else:
            super()._spawn_event(xml)

    def _session_started_now(self, _: object) -> None:
        try:
            self._ready()
        except Exception:
            log.exception("the new link could not be put to use")


def _stream_condition(error: Element) -> str:
    for child in error:
        name = child.tag.removeprefix(_STREAM_CONDITIONS)
        if name not in (child.tag, "text"):
            return name
    return "undefined-condition"
