"""Who a request comes from: the browser's own address, as far as it can be believed."""

from collections.abc import Iterable
from ipaddress import IPv6Address, IPv6Interface, ip_address

from imref.config.web import Network

HOUSEHOLD = 64
"""Bits of an IPv6 address that one household or machine has for itself (RFC 6177)."""


def caller(peer: str, forwarded: str, proxies: Iterable[Network]) -> str:
    """The address that a request counts for.

    ``peer`` is who is connected to us, ``forwarded`` the header X-Forwarded-For: each proxy adds
    whom it has the request from. Read from its end, the first who is no proxy of ours is the
    caller; what stands before them is what they claim. Gives "" when nobody can be made out.
    """
    trusted = tuple(proxies)
    hops = [peer, *(hop.strip() for hop in reversed(forwarded.split(",")) if hop.strip())]
    found = ""
    for hop in hops:
        try:
            address = ip_address(hop)
        except ValueError:
            return found
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        found = _counted(str(address))
        if not any(address in network for network in trusted):
            return found
    return found


def _counted(address: str) -> str:
    """An IPv6 address counts as its network: each of its callers has 2^64 addresses to use."""
    if ":" not in address:
        return address
    return str(IPv6Interface(f"{address}/{HOUSEHOLD}").network)
