"""Two private servers that reach each other, and nobody else, by server-to-server streams."""

from asyncio import gather
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from imref.demo.loopback import LoopbackPort
from imref.demo.plan import ServerPlan
from imref.demo.prosody import PrivateProsody

# Streams begin with TLS (XEP-0368) and are authenticated by dialback (XEP-0220): the certificates
# are self-signed. To libunbound inside Prosody every name there is has one SRV record, which leads
# to the neighbour: no port is fixed, and no name is ever asked for outside.
_S2S = """\
s2s_ports = {{}}
s2s_direct_tls_ports = {{ {own_port} }}
s2s_direct_tls_interfaces = {{ "127.0.0.1" }}
s2s_secure_auth = false
unbound = {{
    resolvconf = false;
    options = {{
        ["local-zone:"] = ". redirect";
        ["local-data:"] = ". 60 IN SRV 0 0 {port_of_neighbour} localhost.";
    }};
}}
"""


class FederatedProsody(PrivateProsody):
    """A private Prosody with one neighbour, which must be named before it starts.

    It needs lua-unbound, which Debian only recommends beside Prosody.
    """

    def __init__(self, plan: ServerPlan) -> None:
        super().__init__(plan)
        self._s2s = LoopbackPort()
        self.neighbour: FederatedProsody | None = None

    @property
    def s2s_port(self) -> int:
        """Where the neighbour connects."""
        return self._s2s.number

    def federation(self) -> str:
        if self.neighbour is None:
            raise RuntimeError(f"{self.domain} has no neighbour")
        return _S2S.format(own_port=self.s2s_port, port_of_neighbour=self.neighbour.s2s_port)

    async def close(self) -> None:
        await super().close()
        self._s2s.release()


@asynccontextmanager
async def neighbours(
    one: ServerPlan, other: ServerPlan
) -> AsyncIterator[tuple[FederatedProsody, FederatedProsody]]:
    """Two servers that run, each other's neighbours; at the end both are gone."""
    servers = FederatedProsody(one), FederatedProsody(other)
    servers[0].neighbour, servers[1].neighbour = servers[1], servers[0]
    try:
        await gather(*(server.start() for server in servers))
        yield servers
    finally:
        await gather(*(server.close() for server in servers))
