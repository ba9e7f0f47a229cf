"""Who a request comes from: the browser's own address, as far as it can be believed."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Interface, ip_address

from imref.config.web import Network

HOUSEHOLD = 64
"""Bits of an IPv6 address that one household or machine has for itself (RFC 6177)."""

Address = IPv4Address | IPv6Address


def caller(peer: str, forwarded: str, proxies: Iterable[Network]) -> str:
    """The address that a request counts for.

    ``peer`` is who is connected to us, ``forwarded`` the header X-Forwarded-For: each proxy adds
    whom it has the request from. Read from its end, the first who is no proxy of ours is the
    caller; what stands before them is what they claim. Gives "" when nobody can be made out.
    """
    found, _ = _traced(peer, forwarded, proxies)
    return _counted(found) if found else ""


def origin(peer: str, forwarded: str, proxies: Iterable[Network]) -> Address | None:
    """Who a request comes from, if that is certain; None when a proxy of ours does not know it."""
    found, certain = _traced(peer, forwarded, proxies)
    return found if certain else None


def _traced(peer: str, forwarded: str, proxies: Iterable[Network]) -> tuple[Address | None, bool]:
    """The last whom we know on the way back to the caller, and whether it is the caller."""
    trusted = tuple(proxies)
    hops = [peer, *(hop.strip() for hop in reversed(forwarded.split(",")) if hop.strip())]
    found: Address | None = None
    for hop in hops:
        try:
            address = ip_address(hop)
        except ValueError:
            return found, False
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        found = address
        if not any(address in network for network in trusted):
            break
    return found, True


def _counted(address: Address) -> str:
    """An IPv6 address counts as its network: each of its callers has 2^64 addresses to use."""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Interface(f"{address}/{HOUSEHOLD}").network)
