"""Where files may be fetched from: the public internet, and hosts that the library trusts.

Whoever sends a link chooses what our machine connects to. So neither this machine nor any network
that is not public may be reached by one (server-side request forgery, OWASP). The check is made on
the very addresses that are connected to, after their names were looked up.
"""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 address in their last four bytes (RFC 6052)."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also by what it leads to."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public(found)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if address.teredo is not None:
            return False
        if inner is not None:
            return _is_public(inner)
    never = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not never


def may_connect(host: str, trusted: Collection[str]) -> bool:
    """Whether a host of a link may be tried: a name, or an address that is public or trusted."""
    if host in trusted:
        return True
    try:
        ip_address(host)
    except ValueError:
        return bool(host)  # a name: what it leads to is looked at by `PublicResolver`
    return is_public(host)


class PublicResolver(AbstractResolver):
    """Looks names up, and gives public addresses alone; for trusted hosts all of them."""

    def __init__(self, trusted: Collection[str], lookup: AbstractResolver | None = None) -> None:
        self._trusted = trusted
        self._lookup = lookup or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a name that may be connected to. Raises OSError when there are none."""
        found = await self._lookup.resolve(host, port, family)
        if host.lower() in self._trusted:
            return found
        public = [each for each in found if is_public(each["host"])]
        if not public:
            raise OSError(None, "the name leads to no public address")
        return public

    async def close(self) -> None:
        """Give back what looking up needs."""
        await self._lookup.close()
