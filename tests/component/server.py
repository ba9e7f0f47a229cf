"""The server's end of a component stream (XEP-0114), in the hands of a test."""

import asyncio
import contextlib
import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import cast

DOMAIN = "ref.library.example"
SECRET = "s3cret"
PATIENCE = 20.0
"""How long a scene waits, in seconds, for something that should happen at once."""

NS = "{jabber:component:accept}"
_HEADER = (
    "<?xml version='1.0'?><stream:stream xmlns='jabber:component:accept'"
    " xmlns:stream='http://etherx.jabber.org/streams' id='{id}' from='{domain}'>"
)
_ERROR = (
    "<stream:error><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
    "</stream:stream>"
)


class Link:
    """One connection of the component, as the server sees it."""

    def __init__(self, server: "PlayedServer", writer: asyncio.StreamWriter) -> None:
        self.server = server
        self.writer = writer
        self.stanzas: asyncio.Queue[ET.Element] = asyncio.Queue()
        self.pings: asyncio.Queue[str] = asyncio.Queue()
        self.fault = ""
        self.footer = False
        self.over = asyncio.Event()

    async def next(self) -> ET.Element:
        """Give the next stanza that is not one of the component's own pings."""
        async with asyncio.timeout(PATIENCE):
            return await self.stanzas.get()

    async def take(self, count: int) -> list[ET.Element]:
        """Give the next ``count`` stanzas."""
        return [await self.next() for _ in range(count)]

    def say(self, *stanzas: str) -> None:
        """Send stanzas in one packet."""
        self.writer.write("".join(stanzas).encode())

    async def read_until_quiet(self) -> list[ET.Element]:
        """Give whatever arrived up to now: a query is answered last, so that nothing follows."""
        self.say(
            f"<iq type='get' id='quiet' from='library.example' to='{DOMAIN}'><x xmlns='x'/></iq>"
        )
        seen = []
        while (stanza := await self.next()).get("id") != "quiet":
            seen.append(stanza)
        return seen

    async def ping(self) -> str:
        """Give the id of the component's next ping, which the test answers or not."""
        async with asyncio.timeout(PATIENCE):
            return await self.pings.get()

    def route_back(self, ping: str) -> None:
        """Route a ping of the component back to it, as a server does."""
        self.say(
            f"<iq type='get' id='{ping}' from='{DOMAIN}' to='{DOMAIN}'>"
            "<ping xmlns='urn:xmpp:ping'/></iq>"
        )

    def end(self, condition: str) -> None:
        """End the stream with an error."""
        self.say(_ERROR.format(condition=condition))
        self.writer.close()

    def cut(self) -> None:
        """Cut the connection without a word."""
        self.writer.transport.abort()


class PlayedServer:
    """Accepts components; ``answers`` says whether their pings come back by themselves."""

    def __init__(self) -> None:
        self.answers = True
        self.refusal = ""
        self.silent = False
        self.tries = 0
        self._tried = asyncio.Event()
        self.links: asyncio.Queue[Link] = asyncio.Queue()
        self.port = 0
        self._open: set[Link] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Open the port: a free one at first, the same one again later."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Close the port and cut every connection."""
        assert self._server is not None
        self._server.close()
        links = list(self._open)
        for link in links:
            link.cut()
        for link in links:
            await link.over.wait()

    async def link(self) -> Link:
        """Give the next link that has come up."""
        async with asyncio.timeout(PATIENCE):
            return await self.links.get()

    async def tried(self, count: int) -> None:
        """Wait until ``count`` connections have been tried since the beginning."""
        async with asyncio.timeout(PATIENCE):
            while self.tries < count:
                self._tried.clear()
                await self._tried.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.tries += 1
        self._tried.set()
        link = Link(self, writer)
        self._open.add(link)
        try:
            await self._read(link, reader)
        except ET.ParseError as fault:
            link.fault = str(fault)
            link.end("not-well-formed")
        except ConnectionError:
            pass
        finally:
            self._open.discard(link)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
            link.over.set()

    async def _read(self, link: Link, reader: asyncio.StreamReader) -> None:
        parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
        depth = 0
        while data := await reader.read(65536):
            if self.silent:
                continue
            parser.feed(data)
            for event, element in cast(Iterable[tuple[str, ET.Element]], parser.read_events()):
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1:
                    link.say(_HEADER.format(id="stream-1", domain=DOMAIN))
                elif event == "end" and depth == 1:
                    self._hear(link, element)
                elif event == "end" and depth == 0:
                    link.footer = True
                    link.say("</stream:stream>")
                    return

    def _hear(self, link: Link, stanza: ET.Element) -> None:
        if stanza.tag == f"{NS}handshake":
            proof = hashlib.sha1(f"stream-1{SECRET}".encode()).hexdigest()
            condition = self.refusal or ("" if stanza.text == proof else "not-authorized")
            if condition:
                link.end(condition)
                return
            link.say("<handshake/>")
            self.links.put_nowait(link)
        elif stanza.tag == f"{NS}iq" and stanza.get("from") == stanza.get("to") == DOMAIN:
            if self.answers:
                link.route_back(stanza.get("id", ""))
            else:
                link.pings.put_nowait(stanza.get("id", ""))
        else:
            link.stanzas.put_nowait(stanza)
