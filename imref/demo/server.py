"""What a private XMPP server is, whatever software it runs: it starts, answers, stops, is gone."""

import asyncio
import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from imref.demo.certificate import Certificate, self_signed
from imref.demo.child import Child
from imref.demo.loopback import HOST, LoopbackPort
from imref.demo.plan import ServerPlan

_RETRY = 0.01  # seconds between two attempts to connect to a server that is starting


class ServerNotReadyError(RuntimeError):
    """The server ended while starting, or did not answer in time; its log is named."""


class PrivateServer(ABC):
    """One server in a temporary folder, on free ports of the loopback interface.

    `async with PrivateServer(plan) as server` starts it and, at the end, stops it and removes its
    folder. `restart` keeps folder, ports and accounts. A subclass says what to run on which config.
    """

    websocket_path = "/xmpp-websocket"

    def __init__(self, plan: ServerPlan) -> None:
        self.plan = plan
        self.folder = Path(tempfile.mkdtemp(prefix="imref-server-"))
        self._c2s, self._component, self._http = LoopbackPort(), LoopbackPort(), LoopbackPort()
        self._child: Child | None = None

    # What a client, a component or a config file needs to know.

    @property
    def host(self) -> str:
        return HOST

    @property
    def domain(self) -> str:
        return self.plan.domain

    @property
    def component_domain(self) -> str:
        return self.plan.component_domain

    @property
    def secret(self) -> str:
        return self.plan.secret

    @property
    def c2s_port(self) -> int:
        return self._c2s.number

    @property
    def component_port(self) -> int:
        return self._component.number

    @property
    def http_port(self) -> int:
        """Port of BOSH (`/http-bind` on Prosody, `/bosh` on ejabberd) and WebSocket."""
        return self._http.number

    @property
    def websocket(self) -> str:
        """The address of XMPP over WebSocket, without TLS (RFC 7395)."""
        return f"ws://{self.host}:{self.http_port}{self.websocket_path}"

    @property
    def uploads(self) -> str:
        """The origin of the files that the server has taken."""
        return f"http://{self.host}:{self.http_port}"

    @property
    def certificate(self) -> Certificate:
        return Certificate(self.folder / "certificate.pem", self.folder / "key.pem")

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def pid(self) -> int:
        """Process id of the running server; raises RuntimeError when it was not started."""
        if self._child is None:
            raise RuntimeError("the server is not running")
        return self._child.pid

    def password_of(self, user: str) -> str:
        """The password of a user; raises KeyError for a user who is not in the plan."""
        return self.plan.users[user]

    # Life.

    async def start(self, within: float = 30.0) -> None:
        """Start it and return when it answers clients and components.

        `within` is in seconds. Raises FileNotFoundError where a program is missing and
        ServerNotReadyError where the server does not come up.
        """
        if not self.certificate.key.exists():
            plan = self.plan
            hosts = (plan.domain, plan.component_domain, plan.guest_domain, plan.upload_domain)
            self_signed(self.folder, hosts)
            self.prepare()
        self._child = Child(self.command(), self.log, self.environment())
        self._child.start()
        try:
            async with asyncio.timeout(within):
                await self._answers(self.c2s_port, "jabber:client", self.domain, "<stream:features")
                await self._answers(
                    self.component_port, "jabber:component:accept", self.component_domain, "id="
                )
        except TimeoutError:
            await self.stop()
            raise ServerNotReadyError(f"no answer within {within:g} s; see {self.log}") from None

    async def stop(self) -> None:
        """Stop the server, keep its folder; harmless when it does not run."""
        if self._child is not None:
            child, self._child = self._child, None
            await child.stop()

    async def restart(self) -> None:
        """Stop and start on the same ports, with the same accounts."""
        await self.stop()
        await self.start()

    async def close(self) -> None:
        """Stop the server, remove its folder and give its ports back."""
        await self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        for port in (self._c2s, self._component, self._http):
            port.release()

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # What differs from one software to the next.

    @abstractmethod
    def prepare(self) -> None:
        """Write configuration, accounts and shared roster into the folder, once."""

    @abstractmethod
    def command(self) -> Sequence[str]:
        """The command that runs the server in the foreground."""

    def environment(self) -> dict[str, str]:
        """What the command needs in its environment beyond our own."""
        return {}

    # Readiness.

    async def _answers(self, port: int, namespace: str, domain: str, token: str) -> None:
        """Return once a stream to `domain` is answered with `token` (RFC 6120 §4.2; XEP-0114 §3).

        An open port is not enough: ports open before every host is active.
        """
        header = (
            f"<stream:stream xmlns='{namespace}' xmlns:stream='http://etherx.jabber.org/streams'"
            f" to='{domain}' version='1.0'>"
        ).encode()
        while token.encode() not in await self._ask(port, header, token.encode()):
            if self._child is None or self._child.exit_code is not None:
                raise ServerNotReadyError(f"the server ended while starting; see {self.log}")
            await asyncio.sleep(_RETRY)

    async def _ask(self, port: int, header: bytes, token: bytes) -> bytes:
        """What the server says to a stream header up to `token`; empty where nobody listens."""
        try:
            reader, writer = await asyncio.open_connection(HOST, port)
        except OSError:
            return b""
        try:
            writer.write(header)
            return await reader.readuntil(token)
        except asyncio.IncompleteReadError as end:
            return end.partial
        except OSError:
            return b""
        finally:
            writer.close()
